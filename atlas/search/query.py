"""What a reader asks, and what is found: the two values that cross between search and window.

Nothing here knows how it is found, and importing it costs nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from atlas.domain.library import CategoryId
from atlas.domain.place import Place

LONGEST_TEXT = 400
MOST_WORDS = 16

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Query:
    """The words of a question, in the order typed; the last may be half a word.

    Case, punctuation and space mean nothing, so typing them leaves the query
    equal to what it was. Without a word there is nothing to search: it is false.
    """

    words: tuple[str, ...] = ()

    @classmethod
    def parse(cls, text: str) -> Query:
        """The query that `text` means. Only its beginning is considered, however long it is."""
        from atlas.search.words import folded_case, split

        beginning = folded_case(text[:LONGEST_TEXT])
        return cls(tuple(word.text for word in split(beginning))[:MOST_WORDS])

    def __bool__(self) -> bool:
        return bool(self.words)

    def __str__(self) -> str:
        return " ".join(self.words)


@dataclass(frozen=True, slots=True)
class Hit:
    """One page that answers a query, ready to be painted.

    `where` is its category and group in words, `why` what made it a hit, and
    the spans are first and last-plus-one character of what to highlight.
    """

    place: Place
    title: str
    category: CategoryId
    where: str
    snippet: str
    title_spans: Spans
    spans: Spans
    score: float
    why: str
