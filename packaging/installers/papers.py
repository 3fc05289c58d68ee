"""The papers that travel with the program: every licence, and what it is made of (SBOM).

`python packaging/installers/papers.py` writes to `resources/` those that follow from the lock
file, beside the texts that never change; About and every installer find them there. A test
holds that they fit.
"""

from __future__ import annotations

import json
import subprocess
from importlib.metadata import Distribution, distribution
from pathlib import Path

from release import ROOT

LICENCES = ROOT / "resources" / "licences"
SBOM = ROOT / "resources" / "sbom.cdx.json"
OURS = {
    "Calcification-Atlas.txt": ("LICENSE", "data/LICENSE"),
    "Anatomy.txt": ("resources/backgrounds/NOTICE.md",),
}
QT = (
    "pyside6-essentials",
    "shiboken6",
)  # their wheels carry no text, so it is ours: Qt.txt, LGPL-3.0.txt and GPL-3.0.txt


def main() -> None:
    """Write the papers anew."""
    components = runtime()
    SBOM.write_text(json.dumps(bill(components), indent=1) + "\n", encoding="utf-8")
    for name, sources in OURS.items():
        texts = [(ROOT / source).read_text(encoding="utf-8").strip() for source in sources]
        (LICENCES / name).write_text("\n\n".join(texts) + "\n", encoding="utf-8")
    for component in components["components"]:
        if component["name"] not in QT:
            text = licence_of(distribution(component["name"]))
            (LICENCES / f"{component['name']}.txt").write_text(text, encoding="utf-8")


def runtime() -> dict[str, list[dict[str, object]]]:
    """What the lock file says that the program needs to run."""
    told = subprocess.run(
        ["uv", "export", "--quiet", "--locked", "--no-dev", "--no-emit-project",
         "--format", "cyclonedx1.5"],
        cwd=ROOT, text=True, capture_output=True, check=True,
    )  # fmt: skip
    exported: dict[str, list[dict[str, object]]] = json.loads(told.stdout)
    return exported


def bill(exported: dict[str, object]) -> dict[str, object]:
    """The bill of materials without what changes from one hour to the next."""
    kept = {key: value for key, value in exported.items() if key != "serialNumber"}
    metadata = dict(kept["metadata"])  # type: ignore[call-overload]
    metadata.pop("timestamp", None)
    return {**kept, "metadata": metadata}


def licence_of(package: Distribution) -> str:
    """All that a package says of its licences, one after the other."""
    papers = [
        file for file in package.files or ()
        if ".dist-info" in str(file) and Path(file).stem.upper() in ("LICENSE", "COPYING", "NOTICE")
    ]  # fmt: skip
    if not papers:
        raise SystemExit(f"{package.name} carries no licence.")
    head = f"{package.name} {package.version}\n"
    texts = [Path(str(package.locate_file(paper))).read_text("utf-8").strip() for paper in papers]
    return "\n\n".join([head, *dict.fromkeys(texts)]) + "\n"


if __name__ == "__main__":
    main()
