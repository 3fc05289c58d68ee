"""`python -m atlas` and the command `calcatlas`."""

from __future__ import annotations

import sys

from atlas.cli import main


def run() -> None:
    """Run the command line of this process and leave with its status."""
    sys.exit(main())


if __name__ == "__main__":
    run()
