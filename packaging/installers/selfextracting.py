"""The `.run`: for any Linux, without administrator rights, or in place."""

from __future__ import annotations

import shutil
from pathlib import Path

from deb import desktop_files
from folder import fresh, settle
from release import Release


def build(release: Release, tree: Path) -> Path:
    """Pack the frozen folder with the script that installs it, and answer the file."""
    root = fresh(release.work / "run")
    shutil.copytree(tree, root / "calcatlas", symlinks=True)
    desktop_files(release, root / "share", program="__PROGRAM__")
    install = root / "install.sh"
    install.write_text(release.filled("install.sh"), encoding="utf-8")
    install.chmod(0o755)
    settle(root, release.epoch)
    made = release.out / f"calcatlas-{release.version}-linux-x86_64.run"
    release.run(
        "makeself", "--quiet", "--nox11", "--nomd5", "--nocrc", "--sha256", "--xz", "--tar-quietly",
        "--tar-extra", f"--sort=name --mtime=@{release.epoch} --owner=0 --group=0 --numeric-owner",
        "--packaging-date", f"@{release.epoch}",
        root, made, f"Calcification Atlas {release.version}", "./install.sh",
    )  # fmt: skip
    return made
