"""For children: the time since they were begun."""

import os
import time


def since_begun() -> float:
    """Milliseconds since this process was begun, its interpreter included."""
    return (time.monotonic_ns() - int(os.environ["BENCH_BEGUN"])) / 1e6
