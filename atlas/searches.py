"""What the reader has searched for lately, in one small file of their own."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from atlas.files import write_whole

MOST = 20
LONGEST = 200  # characters of a text that is kept


class RecentSearches:
    """The texts searched for, the newest first, each once whatever its capitals.

    The file is read again before it is written, so that what another running program has
    kept stays. Losing it costs nothing but a few words to type: no error is raised.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._texts: tuple[str, ...] | None = None

    @property
    def texts(self) -> tuple[str, ...]:
        """At most `MOST`, the newest first; the file is read when they are first asked for."""
        if self._texts is None:
            self._texts = _read(self._path)
        return self._texts

    def keep(self, text: str) -> None:
        """Put a text before all others; nothing and what is endless is not kept."""
        words = " ".join(text.split())
        if not words or len(words) > LONGEST:
            return
        newest: dict[str, str] = {}
        for known in (words, *self.texts, *_read(self._path)):
            newest.setdefault(known.casefold(), known)
        self._write(tuple(newest.values())[:MOST])

    def clear(self) -> None:
        """Forget all of them, for ever."""
        self._write(())

    def _write(self, texts: tuple[str, ...]) -> None:
        self._texts = texts
        with suppress(OSError):
            write_whole(self._path, json.dumps(texts, ensure_ascii=False).encode())


def _read(path: Path) -> tuple[str, ...]:
    """What the file holds; nothing where it cannot be read or was not written by us."""
    try:
        written = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return ()
    texts = written if isinstance(written, list) else []
    return tuple(text for text in texts if isinstance(text, str) and text.strip())[:MOST]
