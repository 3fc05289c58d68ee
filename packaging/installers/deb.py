"""The Debian package: the frozen folder in /usr/lib/calcatlas, and how a desktop finds it."""

from __future__ import annotations

import gzip
import shutil
from email.utils import formatdate
from pathlib import Path

from folder import fresh, settle, size_of
from icons import png
from release import FILES, ROOT, Release

# What the folder does not hold: the C library, the drivers' side of OpenGL, and a font.
# After a bar: the name of newer releases.
DEPENDS = (
    "libc6 (>= 2.34)",
    "libgl1",
    "libegl1",
    "libxcb1",
    "fonts-dejavu-core | fonts-liberation | fonts-noto-core | fonts-ubuntu",
)
SIZES = (32, 48, 64, 128, 256)  # pixels of the icons that desktops ask for


def build(release: Release, tree: Path) -> Path:
    """Put the package together from the frozen folder and answer its file."""
    root = fresh(release.work / "deb")
    shutil.copytree(tree, root / "usr/lib/calcatlas", symlinks=True)
    _modes_of_libraries(root / "usr/lib/calcatlas")
    (root / "usr/bin").mkdir()
    (root / "usr/bin/calcatlas").symlink_to("../lib/calcatlas/calcatlas")
    desktop_files(release, root / "usr/share")
    _documents(release, root / "usr/share")
    (root / "DEBIAN").mkdir()
    (root / "DEBIAN/control").write_text(_control(release, size_of(root)), encoding="utf-8")
    _sums(root)
    settle(root, release.epoch)
    made = release.out / f"calcatlas_{release.version}_amd64.deb"
    release.run("dpkg-deb", "--root-owner-group", "-Zxz", "--build", root, made)
    return made


def desktop_files(release: Release, share: Path, program: str = "calcatlas") -> None:
    """What a Linux desktop needs to show the program and to hand it links."""
    applications = share / "applications"
    applications.mkdir(parents=True)
    entry = release.filled("calcatlas.desktop", PROGRAM=program)
    (applications / "calcatlas.desktop").write_text(entry, encoding="utf-8")
    drawing = ROOT / "resources" / "icons" / "calcatlas.svg"
    for size in SIZES:
        folder = share / f"icons/hicolor/{size}x{size}/apps"
        folder.mkdir(parents=True)
        (folder / "calcatlas.png").write_bytes(png(drawing, size))
    scalable = share / "icons/hicolor/scalable/apps"
    scalable.mkdir(parents=True)
    shutil.copy(drawing, scalable / "calcatlas.svg")


def _documents(release: Release, share: Path) -> None:
    for folder in ("metainfo", "man/man1", "doc/calcatlas", "lintian/overrides"):
        (share / folder).mkdir(parents=True)
    metainfo = release.filled("metainfo.xml", DATE=_date(release))
    (share / "metainfo/org.calcatlas.Calcatlas.metainfo.xml").write_text(metainfo, "utf-8")
    _packed(share / "man/man1/calcatlas.1.gz", release.filled("calcatlas.1", DATE=_date(release)))
    _packed(share / "doc/calcatlas/changelog.gz", _changelog(release))
    shutil.copy(FILES / "copyright", share / "doc/calcatlas/copyright")
    shutil.copy(FILES / "lintian-overrides", share / "lintian/overrides/calcatlas")


def _modes_of_libraries(tree: Path) -> None:
    for library in tree.rglob("*.so*"):
        if not library.is_symlink():
            library.chmod(0o644)


def _control(release: Release, size: int) -> str:
    return release.filled("control", DEPENDS=", ".join(DEPENDS), KIBIBYTES=str(-(-size // 1024)))


def _sums(root: Path) -> None:
    import hashlib

    lines = [
        f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(root)}\n"
        for path in sorted((root / "usr").rglob("*"))
        if path.is_file() and not path.is_symlink()
    ]
    (root / "DEBIAN/md5sums").write_text("".join(lines), encoding="utf-8")


def _changelog(release: Release) -> str:
    """In Debian's form; what changed stands in the program's own CHANGELOG."""
    return (
        f"calcatlas ({release.version}) stable; urgency=medium\n\n"
        f"  * Version {release.version}; see the changes of the program itself.\n\n"
        f" -- Calcification Atlas <calcatlas@example.org>  {formatdate(release.epoch)}\n"
    )


def _date(release: Release) -> str:
    from datetime import UTC, datetime

    return datetime.fromtimestamp(release.epoch, UTC).date().isoformat()


def _packed(path: Path, text: str) -> None:
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
