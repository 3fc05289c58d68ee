"""What a hit shows of its page: the words found, and the part of the sentence they stand in."""

from __future__ import annotations

from functools import lru_cache

from atlas.domain.library import Shelfmark
from atlas.domain.page import Page
from atlas.domain.place import Place
from atlas.domain.prose import plain
from atlas.search.passages import Passage
from atlas.search.query import Hit, Spans
from atlas.search.ranking import Rank
from atlas.search.words import terms, words_of

LONGEST = 160
_BEFORE = 40  # characters left before the first word found, so that it is not met unprepared
_ELLIPSIS = "…"


def hit_of(page: Page, shelf: Shelfmark, rank: Rank, wanted: frozenset[str], why: str = "") -> Hit:
    """A page as an answer: it quotes the passage that speaks for it best.

    Where that is the title, which is read anyway, it says what the page is about.
    """
    speaking = rank.evidence.passages
    why = why or (speaking[0].why if speaking else "title")
    quotes = (passage for passage in speaking if passage.quoted and why != "title")
    quote = next(quotes, None)
    said = f"{quote.lead}{quote.text}" if quote else plain(page.definition.text)
    snippet, spans = excerpt(said, wanted)
    titles = [shelf.category.title] + ([shelf.group.title] if shelf.group else [])
    return Hit(
        place=Place(page.id, quote.plate, quote.statement) if quote else Place(page.id),
        title=page.title,
        category=shelf.category.id,
        where=" · ".join(titles),
        snippet=snippet,
        title_spans=found_in(page.title, wanted),
        spans=spans,
        score=round(rank.score, 3),
        why=why,
        apart=_apart(page, quote),
        must_not_miss=page.must_not_miss,
    )


def _apart(page: Page, quote: Passage | None) -> str:
    first = page.key_features[0].text if page.key_features else ""
    return "" if quote and quote.statement == first else plain(first)


def found_in(text: str, wanted: frozenset[str]) -> Spans:
    """Where `text` has one of the wanted terms, in order and never overlapping."""
    spans: list[tuple[int, int]] = []
    for start, end, meant in _read(text):
        if wanted.isdisjoint(meant):
            continue
        if spans and start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return tuple(spans)


@lru_cache(4096)  # from key to key the reader sees much the same sentences
def _read(text: str) -> tuple[tuple[int, int, tuple[str, ...]], ...]:
    return tuple(sorted((word.start, word.end, terms(word.text)) for word in words_of(text)))


def excerpt(text: str, wanted: frozenset[str]) -> tuple[str, Spans]:
    """At most `LONGEST` characters of `text` where most of the wanted terms stand, and where.

    It is cut between words, and an ellipsis tells where something was left out.
    """
    spans = found_in(text, wanted)
    if len(text) <= LONGEST:
        return text, spans
    start = _word_start(text, _best_start(text, spans))
    end = _word_end(text, start, start + LONGEST - 2 * len(_ELLIPSIS))
    before = _ELLIPSIS if start else ""
    after = _ELLIPSIS if end < len(text) else ""
    shift = len(before) - start
    inside = tuple((a + shift, b + shift) for a, b in spans if start <= a and b <= end)
    return f"{before}{text[start:end]}{after}", inside


def _best_start(text: str, spans: Spans) -> int:
    """Where a window of `LONGEST` characters holds the most spans; the first of equals."""
    latest = len(text) - LONGEST + 2 * len(_ELLIPSIS)
    best, most = 0, sum(end <= LONGEST - _BEFORE for _, end in spans)
    for first, _ in spans:
        start = max(0, min(first - _BEFORE, latest))
        held = sum(start <= a and b <= start + LONGEST - _BEFORE for a, b in spans)
        if held > most:
            best, most = start, held
    return best


def _word_start(text: str, at: int) -> int:
    """The first beginning of a word from `at` on; `at` itself where no space is near."""
    if at == 0 or text[at - 1].isspace():
        return at
    space = text.find(" ", at, at + _BEFORE)
    return space + 1 if space >= 0 else at


def _word_end(text: str, start: int, at: int) -> int:
    """The last end of a word up to `at`; `at` itself where no space is near."""
    if at >= len(text):
        return len(text)
    space = text.rfind(" ", max(start + 1, at - _BEFORE), at + 1)
    return space if space >= 0 else at
