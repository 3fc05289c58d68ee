"""The bare window up to its first painted text, and no further."""

import sys
from pathlib import Path

from bench.clock import since_begun


def main() -> int:
    """Import what the window needs, make it, and show it."""
    marks = {"interpreter": since_begun()}
    from bench.bare import BareText, BareWindow, FurnishedWindow
    from PySide6.QtWidgets import QApplication

    marks["imports of the window"] = since_begun()
    from bench.first_paint import end_at_first_paint

    end_at_first_paint(BareText, marks)
    application = QApplication(sys.argv[:1])
    kind = FurnishedWindow if "furnished" in sys.argv else BareWindow
    window = kind(Path(sys.argv[1]).read_text("utf-8"))
    window.show()
    return application.exec()


sys.exit(main())
