"""The MSI for group policies and Intune, made by wixl from the staged folder."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import quoteattr

from release import Release

OURS = uuid.UUID("6b0f3a55-8d0c-4f1e-9d3a-6a4b5c1d2e3f")
"""All identifiers follow from it: that of upgrades, which never changes, of versions, of files."""


def build(release: Release, root: Path) -> Path:
    """Pack the folder and answer the MSI; the same folder gives the same identifiers."""
    made = release.out / f"calcatlas-{release.version}-windows-x64.msi"
    source = release.work / "calcatlas.wxs"
    listed = list(_listed(root, root.relative_to(release.work)))
    source.write_text(
        release.filled(
            "calcatlas.wxs",
            PRODUCT=_identifier("product", release.version),
            UPGRADE=str(OURS).upper(),
            SHORTCUT=_identifier("shortcut"),
            SCHEME=_identifier("scheme"),
            FILES="\n".join(line for line, _ in listed),
            COMPONENTS="\n".join(f'<ComponentRef Id="{name}"/>' for _, name in listed if name),
        ),
        encoding="utf-8",
    )
    release.run(  # it finds no file by an absolute path
        "wixl", "--arch", "x64", "-D", "Win64=yes", "--output", made, source, folder=release.work
    )
    return made


def _listed(folder: Path, source: Path, below: str = "") -> Iterator[tuple[str, str]]:
    """The files and folders as lines of XML; with each file the component that it is."""
    for path in sorted(folder.iterdir()):
        at = f"{below}{path.name}"
        if path.is_dir():
            yield f'<Directory Id="{_name("d", at)}" Name={quoteattr(path.name)}>', ""
            yield from _listed(path, source, f"{at}/")
            yield "</Directory>", ""
        else:
            component = _name("c", at)
            known = "program" if at == "calcatlas.exe" else _name("f", at)
            file = (
                f'<File Id="{known}" Name={quoteattr(path.name)} '
                f'Source={quoteattr(str(source / at))} KeyPath="yes"/>'
            )
            guid = _identifier(at)
            yield (
                f'<Component Id="{component}" Guid="{guid}" Win64="yes">{file}</Component>',
                component,
            )


def _identifier(*of: str) -> str:
    return str(uuid.uuid5(OURS, "/".join(of))).upper()


def _name(kind: str, path: str) -> str:
    return f"{kind}{uuid.uuid5(OURS, path).hex}"
