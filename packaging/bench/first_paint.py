"""For children: the end of a start."""

from __future__ import annotations

import os
from typing import Any

from bench.clock import since_begun
from bench.painting import after_paint, is_painted
from PySide6.QtCore import QTimer

_WORDS = 100  # characters, below which it is not the page yet


def end_at_first_paint(kind: type[Any], marks: dict[str, float]) -> None:
    """End this process when a text of that kind has first painted a page, and tell the times.

    Whether the screen holds it is looked at afterwards, when nothing is timed any more.
    """

    def tell(text: Any) -> None:
        if "page painted" in marks or text.document().characterCount() < _WORDS:
            return
        marks["page painted"] = since_begun()
        QTimer.singleShot(0, lambda: _leave(text, marks))

    after_paint(kind, tell)


def _leave(text: Any, marks: dict[str, float]) -> None:
    import json  # not among what is timed

    window = text.window()
    size = [window.width(), window.height()]
    print(json.dumps({"marks": marks, "painted": is_painted(text), "size": size}), flush=True)
    os._exit(0)  # what still runs in threads is of no use to anyone
