"""The machine on which was measured, by name."""

from __future__ import annotations

import os
import platform
from contextlib import suppress
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

_DISTRIBUTIONS = {"PySide6/Qt": "PySide6-Essentials", "numpy": "numpy"}


def machine() -> dict[str, Any]:
    """Everything that a time depends on and that can be found out."""
    about: dict[str, Any] = {
        "date": datetime.now().astimezone().isoformat(timespec="seconds"),
        "processor": _line_of("/proc/cpuinfo", "model name") or platform.processor() or "unknown",
        "cores": os.cpu_count(),
        "memory": _memory(),
        "system": f"{_system()}, kernel {platform.release()}",
        "Python": platform.python_version(),
    }
    for name, distribution in _DISTRIBUTIONS.items():
        about[name] = _version(distribution)
    about["load at start"] = " ".join(f"{load:.2f}" for load in _load())
    return about


def described(about: dict[str, Any]) -> str:
    """The machine in lines of words, one a fact."""
    wide = max(len(name) for name in about)
    return "\n".join(f"{name:{wide}}  {fact}" for name, fact in about.items())


def _version(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return "not installed"


def _memory() -> str:
    words = _line_of("/proc/meminfo", "MemTotal").split()
    return f"{int(words[0]) / 1024**2:.1f} GiB" if words else "unknown"


def _system() -> str:
    name = _line_of("/etc/os-release", "PRETTY_NAME", "=").strip('"')
    return name or f"{platform.system()} {platform.version()}"


def _load() -> tuple[float, ...]:
    return os.getloadavg() if hasattr(os, "getloadavg") else ()


def _line_of(path: str, name: str, sign: str = ":") -> str:
    """What stands behind a name in a file of names and values; empty without one."""
    with suppress(OSError):
        for line in Path(path).read_text("utf-8", "replace").splitlines():
            key, _, value = line.partition(sign)
            if key.strip() == name:
                return value.strip()
    return ""
