"""The tools of a build, and the Debian packages that have them."""

from __future__ import annotations

import shutil

PACKAGES = {
    "dpkg-deb": "dpkg",
    "gzip": "gzip",
    "makeself": "makeself",
    "makensis": "nsis",
    "wixl": "wixl",
    "wixl-heat": "wixl",
    "ssh-keygen": "openssh-client",
    "uv": "uv (from PyPI)",
}


def require(*tools: str) -> None:
    """End the build with one sentence where a tool is missing, before anything is made."""
    missing = [tool for tool in tools if shutil.which(tool) is None]
    if missing:
        told = ", ".join(f"{tool} (package {PACKAGES[tool]})" for tool in missing)
        raise SystemExit(f"The build needs tools that are not here: {told}.")
