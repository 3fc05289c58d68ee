"""`python packaging/bench`: measure the atlas beside references on this machine."""

import sys
from pathlib import Path


def run() -> int:
    """Let the modules be found as `bench.*`, then do what the arguments say."""
    sys.path[0] = str(Path(__file__).resolve().parents[1])
    from bench.command import main

    return main()


if __name__ == "__main__":
    sys.exit(run())
