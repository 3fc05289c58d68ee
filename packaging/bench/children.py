"""Processes that measure themselves and answer with one line of JSON."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "child"
LONGEST = 600  # seconds, after which a child is given up


class ChildError(Exception):
    """A process that should have measured something has failed; its last words say why."""


def run_child(name: str, *arguments: object, environment: Mapping[str, str]) -> dict[str, Any]:
    """Run `child/NAME.py` in an interpreter of its own and take its answer.

    It is told the time at which it was begun, on the clock all processes share.
    """
    command = [sys.executable, str(FOLDER / f"{name}.py"), *map(str, arguments)]
    begun = str(time.monotonic_ns())
    try:
        done = subprocess.run(
            command,
            env={**environment, "BENCH_BEGUN": begun},
            capture_output=True,
            text=True,
            timeout=LONGEST,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise ChildError(f"{name} was given up after {LONGEST} s") from None
    return answer_of(name, done.returncode, done.stdout, done.stderr)


def answer_of(name: str, status: int, out: str, err: str) -> dict[str, Any]:
    """The answer is the last line; anything else is a failure."""
    last = out.strip().rpartition("\n")[2]
    if status == 0 and last.startswith("{"):
        answer: dict[str, Any] = json.loads(last)
        return answer
    why = err.strip().rpartition("\n")[2] or f"exit status {status}"
    raise ChildError(f"{name}: {why}")
