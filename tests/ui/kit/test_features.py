from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import inspect
from atlas.ui.kit.features import want_none
want_none()
inspect.getsource = lambda module: read.append(module) or ""
read = []
import atlas.ui.window
assert read == [], read
"""


def test_the_source_of_the_windows_modules_is_not_read():
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
