"""What PySide does at each import, and need not do here."""

from __future__ import annotations

import PySide6.QtCore  # noqa: F401  # brings `shibokensupport`
from shibokensupport import feature


def want_none() -> None:
    """Let PySide leave the source of what is imported from now on unread.

    It reads every module whole (decision 12), in case `from __feature__ import ...` should mean
    anything in it, which it never does here: a tenth of what a start imports.
    """
    feature._mod_uses_pyside = lambda _module: False  # noqa: SLF001
