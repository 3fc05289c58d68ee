"""The order of pages: how well each answers all that was asked."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from atlas.domain.page import SynonymKind
from atlas.search.evidence import Evidence
from atlas.search.meaning import Wanted

Scores = Callable[[str], Mapping[int, float]]

# Sums of scores stay well below these steps.
_IS_TITLE, _IS_NAME, _ALL_WORDS = 4000.0, 3000.0, 1000.0
_BEGINS_TITLE = 200.0
_BEGINS_NAME = 20.0  # about what a word in a title scores


@dataclass(frozen=True, slots=True)
class Match:
    """What one page has of each word asked for, in their order; 0 for a word it lacks."""

    page: int
    scores: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Rank:
    """A page, its place among the answers (higher is better), and what speaks for it."""

    page: int
    score: float
    evidence: Evidence


def matches(wanted: Sequence[Wanted], scores: Scores) -> list[Match]:
    """Every page that has any of the words."""
    columns = [_column(word, scores) for word in wanted]
    pages = sorted(set().union(*columns)) if columns else []
    return [Match(page, tuple(column.get(page, 0.0) for column in columns)) for page in pages]


def _column(word: Wanted, scores: Scores) -> dict[int, float]:
    """The best that any term of the word scores, page by page: terms compete, they do not add."""
    best: dict[int, float] = {}
    for name, how_well in word.terms.items():
        for page, score in scores(name).items():
            best[page] = max(best.get(page, 0.0), how_well * score)
    return best


def importance(found: Sequence[Match], pages: int) -> tuple[float, ...]:
    """How much each word tells, together 1: a word that every page has tells least."""
    if not found:
        return ()
    columns = zip(*(match.scores for match in found), strict=True)
    having = [sum(score > 0 for score in column) for column in columns]
    tells = [math.log(1 + (pages + 1) / (count + 0.5)) for count in having]
    return tuple(value / sum(tells) for value in tells)


def worth(match: Match, matters: Sequence[float]) -> float:
    """The sum of what the words score, less for words that are missing."""
    has = sum(weight for score, weight in zip(match.scores, matters, strict=True) if score)
    return sum(match.scores) * has**2


def together(evidence: Evidence) -> float:
    """How much more a page is worth for one passage with all the words.

    Two words in one sentence are a finding, two words at the ends of a page are chance.
    """
    return 0.4 + evidence.strength


def step(
    match: Match, exact: Mapping[int, SynonymKind | None], beginning: Mapping[int, bool]
) -> float:
    """What goes before any sum: the name asked for, all words before some, titles before names.

    `beginning` has the pages of which a name begins as the query does, true for a title.
    """
    complete = _ALL_WORDS if all(match.scores) else 0.0
    if match.page in exact:
        kind = exact[match.page]
        if kind is SynonymKind.RELATED:
            return complete + _BEGINS_NAME
        return complete + (_IS_NAME if kind else _IS_TITLE)
    if match.page not in beginning:
        return complete
    return complete + (_BEGINS_TITLE if beginning[match.page] else _BEGINS_NAME)
