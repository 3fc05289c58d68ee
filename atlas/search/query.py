"""What a reader asks, and what is found: the values that cross between search and window.

Nothing here knows how it is found, and importing it costs nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from atlas.domain.library import CategoryId
from atlas.domain.place import Place

LONGEST_TEXT = 400
MOST_WORDS = 16
MOST_FILTERS = 8

FIELDS: Mapping[str, str] = {
    "category": "Category",
    "site": "Site",
    "modality": "Modality",
    "sign": "Sign",
    "pattern": "Pattern",
    "tissue": "Tissue",
    "mechanism": "Mechanism",
    "lab": "Laboratory",
    "setting": "Setting",
    "distribution": "Distribution",
    "course": "Course",
    "age": "Age",
    "sex": "Sex",
    "danger": "Must not miss",
}
"""What a filter may be about, as it is typed, and the word a reader sees."""

FIELD_OF: Mapping[str, str] = {"laboratory": "lab", "must_not_miss": "danger"}
"""The field of an axis of the vocabulary, where it does not have the same name."""

ALIASES: Mapping[str, str] = {
    "laboratory": "lab",
    "labs": "lab",
    "chapter": "category",
    "cat": "category",
    "mod": "modality",
    "location": "site",
}
"""What a field may be called as well."""

Spans = tuple[tuple[int, int], ...]


class Filter(NamedTuple):
    """What pages must be filed under, or must not where it is `excluded`.

    `value` is the name or id of a term or the beginning of one, in lower case, its words
    parted by single spaces.
    """

    field: str
    value: str
    excluded: bool = False

    def __str__(self) -> str:
        """As it is typed: `site:lower-leg`."""
        return f"{'-' * self.excluded}{self.field}:{self.value.replace(' ', '-')}"


class Query(NamedTuple):
    """A question: its words in the order typed, of which the last may be half a word.

    `phrases` and `excluded` hold words parted by single spaces. Case, punctuation and space
    that mean nothing leave the query equal to what it was. Exclusions alone ask for nothing:
    then it is false.
    """

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    filters: tuple[Filter, ...] = ()

    @classmethod
    def parse(cls, text: str) -> Query:
        """The query that `text` means. Only its beginning is considered, however long it is."""
        from atlas.search.grammar import pieces
        from atlas.search.words import folded_case

        words: list[str] = []
        phrases: list[str] = []
        excluded: list[str] = []
        filters: dict[Filter, None] = {}
        for piece in pieces(folded_case(text[:LONGEST_TEXT])):
            if piece.filter:
                filters[piece.filter] = None
            elif not piece.words:
                continue
            elif piece.excluded:
                excluded.append(piece.text)
            elif piece.quoted and len(piece.words) > 1:
                phrases.append(piece.text)
            else:
                words += (folded_case(word.text) for word in piece.words)
        return cls(
            tuple(words[:MOST_WORDS]),
            tuple(phrases[:MOST_WORDS]),
            tuple(excluded[:MOST_WORDS]),
            tuple(filters)[:MOST_FILTERS],
        )

    @property
    def asked(self) -> tuple[str, ...]:
        """Every word that is asked for, those of phrases first."""
        return (*(word for phrase in self.phrases for word in phrase.split()), *self.words)

    def __bool__(self) -> bool:
        return bool(self.words or self.phrases or self.filters)

    def __str__(self) -> str:
        """The shortest text that means this query."""
        quoted = (f'"{phrase}"' for phrase in self.phrases)
        without = (f"-{phrase.replace(' ', '-')}" for phrase in self.excluded)
        return " ".join((*map(str, self.filters), *self.words, *quoted, *without))


@dataclass(frozen=True, slots=True)
class Hit:
    """One page that answers a query, ready to be painted.

    `place` opens it at the sentence that is quoted. `where` is its category and group in
    words, `why` what made it a hit, and the spans are first and last-plus-one character of
    what to highlight. `apart` is what sets the page apart, its first key feature; nothing where
    the snippet says so.
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
    apart: str = ""
    must_not_miss: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet: the pages among the hits that have it, and the filter that keeps them.

    Where it is `chosen`, `filter` is the one that stands in the query: to be taken away again.
    """

    filter: Filter
    label: str
    count: int
    chosen: bool = False


class Facet(NamedTuple):
    """One field by which the hits can be narrowed, its most telling choices first."""

    field: str
    label: str
    choices: tuple[Choice, ...]


class Answer(NamedTuple):
    """All that is found: pages and teaching cases apart, each best first.

    `total` counts the pages that answer, of which `hits` are the best. `meant` is the text
    asked with its unknown words put right, or nothing. Where `nearest` is true nothing
    answered, and the hits are what comes closest. Only a query that is false has no hits.
    """

    hits: tuple[Hit, ...] = ()
    cases: tuple[Hit, ...] = ()
    total: int = 0
    facets: tuple[Facet, ...] = ()
    meant: str = ""
    nearest: bool = False


@dataclass(frozen=True, slots=True)
class Completion:
    """What may be typed on: the whole text of the box with it, and where the caret then stands.

    `label` is what to show, `note` what it is (a field, a site, a page, a word), and `count`
    the number of pages that have it.
    """

    text: str
    caret: int
    label: str
    note: str
    count: int


def with_filter(text: str, wanted: Filter) -> str:
    """The text with a filter before it: what is being typed stays last. Once is enough."""
    return text if wanted in Query.parse(text).filters else f"{wanted} {text}"


def without_filter(text: str, unwanted: Filter) -> str:
    """The text without a filter, wherever and however it is written there."""
    from atlas.search.grammar import pieces

    for piece in reversed(tuple(pieces(text))):
        if piece.filter == unwanted:
            text = text[: piece.start].rstrip() + " " + text[piece.end :].lstrip()
    return text.lstrip()
