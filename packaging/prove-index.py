"""Proves that nothing done to the search index is ever met by a reader.

`python packaging/prove-index.py [--kills N] [--damages N]` kills programs that build the
index, and truncates, flips and deletes what they leave. After each, `calcatlas search` has
to answer as ever, without a word on its standard error. The reader's own files are left alone.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

QUERIES = "rim muscle\nphlebolith\npelegrini stida\nhip ossification paraplegic\n"
PROGRAM = [sys.executable, "-m", "atlas", "search", "--json", "-"]


class Reader:
    """One who searches, in folders of his own."""

    def __init__(self, folder: Path) -> None:
        self.index = folder / "calcatlas" / "index"
        self._environment = {**os.environ, "XDG_CACHE_HOME": str(folder)}
        self.answer = self._answer().stdout

    def is_answered(self) -> bool:
        """Whether the answers are those of the first time, and nothing else was said."""
        again = self._answer()
        return (again.returncode, again.stdout, again.stderr) == (0, self.answer, "")

    def asks_and_is_killed(self, kill_now: Callable[[float], bool]) -> bool:
        """Whether it could be killed before it had answered."""
        begun = time.monotonic()
        with subprocess.Popen(
            PROGRAM,
            env=self._environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as program:
            assert program.stdin
            program.stdin.write(QUERIES.encode())
            program.stdin.close()
            while program.poll() is None and not kill_now(time.monotonic() - begun):
                time.sleep(0.0002)
            program.send_signal(signal.SIGKILL)
        return program.returncode == -signal.SIGKILL

    def _answer(self) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            PROGRAM,
            env=self._environment,
            input=QUERIES,
            capture_output=True,
            text=True,
            check=False,
        )


def prove_kills(reader: Reader, times: int, chance: Random) -> Counter[str]:
    """Kill at any moment of a build, every other time as soon as its file is begun."""
    found: Counter[str] = Counter()
    begun = time.monotonic()
    forget(reader)
    reader.is_answered()
    longest = time.monotonic() - begun
    while found["killed"] < times:
        forget(reader)
        moment = chance.uniform(0.1, 0.9) * longest
        writing = (lambda _: any(reader.index.glob("*.part"))) if found["killed"] % 2 else None
        killed = reader.asks_and_is_killed(writing or (lambda passed, at=moment: passed > at))
        found["killed" if killed else "too late"] += 1
        found["killed while writing"] += bool(killed and list(reader.index.glob("*.part")))
        found["right afterwards"] += reader.is_answered()
    return found


def prove_damage(reader: Reader, times: int, chance: Random) -> Counter[str]:
    """Damage what was kept, in each way in turn."""
    found: Counter[str] = Counter()
    ways = (truncated, flipped, deleted)
    for turn in range(times):
        way = ways[turn % len(ways)]
        for path in reader.index.glob("*.index"):
            way(path, chance)
        found[way.__name__] += 1
        found["right afterwards"] += reader.is_answered()
    return found


def forget(reader: Reader) -> None:
    """As if no index had ever been made."""
    for path in reader.index.glob("*"):
        path.unlink()


def truncated(path: Path, chance: Random) -> None:
    """Leave any number of bytes, from none to all but one."""
    content = path.read_bytes()
    path.write_bytes(content[: chance.randrange(len(content))])


def flipped(path: Path, chance: Random) -> None:
    """Turn one bit anywhere."""
    content = bytearray(path.read_bytes())
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    path.write_bytes(content)


def deleted(path: Path, _: Random) -> None:
    """Take it away."""
    path.unlink()


def main() -> int:
    """Run both proofs and tell what came of them; 1 when a single answer was wrong."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--damages", type=int, default=100)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="prove-") as folder:
        reader = Reader(Path(folder))
        if "myositis-ossificans" not in reader.answer:
            print("The search does not answer.")
            return 1
        kills = prove_kills(reader, chosen.kills, Random(1))
        damage = prove_damage(reader, chosen.damages, Random(2))
    print("kill -9 during a build:", *(f"{count} {what};" for what, count in kills.items()))
    print("damaged files:", *(f"{count} {what};" for what, count in damage.items()))
    right = kills["right afterwards"] + damage["right afterwards"]
    return 0 if right == kills["killed"] + kills["too late"] + chosen.damages else 1


if __name__ == "__main__":
    sys.exit(main())
