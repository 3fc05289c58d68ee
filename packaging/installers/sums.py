"""Checksums of what was built, and their signature by whoever builds."""

from __future__ import annotations

import hashlib
from pathlib import Path

from release import Release

NAMESPACE = "calcatlas"


def write(release: Release, made: list[Path], key: Path | None) -> list[Path]:
    """Write SHA256SUMS, signed with an SSH key if there is one; answer what was written.

    `ssh-keygen -Y verify` looks at the signature without any network.
    """
    sums = release.out / "SHA256SUMS"
    sums.write_text(
        "".join(f"{sha256(path)}  {path.name}\n" for path in sorted(made)), encoding="utf-8"
    )
    if key is None:
        return [sums]
    signature = sums.with_suffix(".sig")
    signature.unlink(missing_ok=True)
    release.run("ssh-keygen", "-q", "-Y", "sign", "-f", key, "-n", NAMESPACE, sums)
    return [sums, signature]


def sha256(path: Path) -> str:
    """The checksum of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
