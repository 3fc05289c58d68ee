"""How the text of the search box is read: words, "phrases", -exclusions and field:values.

There is no wrong text. What cannot be an operator is words; an operator that is
not finished yet, such as `site:`, asks for nothing until it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from atlas.search.query import ALIASES, FIELDS, LONGEST_TEXT, Filter
from atlas.search.words import Word, folded_case, split

_QUOTES = '"\u201c\u201d\u201e\u00ab\u00bb'
_PIECE = re.compile(
    rf"(?P<minus>(?<!\S)[-\u2212])?(?:(?P<field>[A-Za-z]{{1,20}}):)?"
    rf"(?:[{_QUOTES}](?P<quoted>[^{_QUOTES}]*)[{_QUOTES}]?|(?P<bare>[^\s{_QUOTES}]+))?"
)


class Piece(NamedTuple):
    """One operator or word group of a text, and where it stands there."""

    start: int
    end: int
    words: tuple[Word, ...]
    field: str = ""
    excluded: bool = False
    quoted: bool = False

    @property
    def text(self) -> str:
        """Its words, folded, with single spaces: typing it otherwise makes no difference."""
        return " ".join(folded_case(word.text) for word in self.words)

    @property
    def filter(self) -> Filter | None:
        """The filter it is; None for words, and for a field without a value."""
        if not (self.field and self.words):
            return None
        return Filter(self.field, self.text, self.excluded)


def pieces(text: str) -> Iterator[Piece]:
    """The pieces of a text, from left to right. Only its beginning is considered."""
    for found in _PIECE.finditer(text[:LONGEST_TEXT]):
        if found.end() > found.start():
            yield _piece(found)


def _piece(found: re.Match[str]) -> Piece:
    named = (found["field"] or "").lower()
    field = ALIASES.get(named, named) if named in ALIASES or named in FIELDS else ""
    group = "quoted" if found["quoted"] is not None else "bare"
    content, start = found[group] or "", found.start(group)
    if named and not field:
        start = found.start("field")
        content = found.string[start : found.end()]
    words = tuple(Word(start + w.start, start + w.end, w.text) for w in split(content))
    return Piece(
        found.start(), found.end(), words, field, found["minus"] is not None, group == "quoted"
    )
