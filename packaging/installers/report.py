"""The report of a build: what was made, how large it is, and how large it may be."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

from folder import size_of
from release import ROOT, Release
from sums import sha256

MB = 1_000_000


class Row(NamedTuple):
    """A size in bytes, and the most it may be; none where nothing is asked."""

    name: str
    size: int
    most: int | None = None

    def __str__(self) -> str:
        told = f"{self.name:52} {self.size / MB:8.1f} MB"
        if self.most is None:
            return told
        verdict = "met" if self.size <= self.most else "MISSED"
        return f"{told}   at most {self.most / MB:.0f}: {verdict}"


def rows(made: list[Path], folders: dict[str, Path]) -> list[Row]:
    """Sizes of the installers and of what they install, beside the targets of the project."""
    pictures = size_of(ROOT / "resources" / "backgrounds")
    most = {".deb": 65 * MB + pictures, "-setup.exe": 45 * MB + pictures}
    packed = [
        Row(
            path.name,
            path.stat().st_size,
            next((m for end, m in most.items() if path.name.endswith(end)), None),
        )
        for path in made
    ]
    return packed + [
        Row(f"installed: {name}", size_of(folder), 240 * MB) for name, folder in folders.items()
    ]


def write(release: Release, made: list[Path], folders: dict[str, Path], seconds: float) -> None:
    """Print the report and write it as `report.json`."""
    found = rows(made, folders)
    for row in found:
        print(row)
    print(f"{seconds:.0f} s in all")
    sums = {path.name: sha256(path) for path in made}
    told = {
        "version": release.version,
        "epoch": release.epoch,
        "seconds": round(seconds, 1),
        "sizes": [{**row._asdict(), "sha256": sums.get(row.name)} for row in found],
    }
    (release.out / "report.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
