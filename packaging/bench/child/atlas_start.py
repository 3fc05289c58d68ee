"""The command `calcatlas` up to its first painted page, and no further."""

import gc
import sys

from bench.clock import since_begun


def main() -> int:
    """Import and do, in the same order, what the installed command imports and does."""
    marks = {"interpreter": since_begun()}
    from atlas.__main__ import main as command
    from atlas.cli import arguments

    assert callable(command)
    arguments([])
    gc.disable()  # as `atlas.cli.open_window` does
    marks["command line"] = since_begun()
    from atlas.paths import Paths
    from atlas.workspace import Workspace

    workspace = Workspace.open(Paths.of_this_computer())
    marks["content"] = since_begun()
    from atlas.ui.kit.features import want_none

    want_none()
    from atlas.ui import app

    marks["imports of the window"] = since_begun()
    from bench.first_paint import end_at_first_paint

    from atlas.ui.features.text import PageText

    end_at_first_paint(PageText, marks)
    return app.run(workspace)


sys.exit(main())
