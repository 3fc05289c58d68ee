"""The order of pages: how well each answers all that was asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from atlas.domain.page import SynonymKind
from atlas.search.engine import Engine, Postings
from atlas.search.evidence import Evidence
from atlas.search.meaning import Wanted

Scores: TypeAlias = NDArray[np.float32]

_NOISE = 0.1
_LACKING = 1.5  # how hard words that a document lacks count against it

# Sums of scores stay well below these steps.
_IS_TITLE, _IS_NAME = 4000.0, 3000.0
_BEGINS_TITLE = 200.0
_APART, _BESIDE = 0.4, 2.0
_BEGINS_NAME = 20.0  # about what a word in a title scores


@dataclass(frozen=True, slots=True)
class Rank:
    """A page, its place among the answers (higher is better), and what speaks for it."""

    page: int
    score: float
    evidence: Evidence


def columns(wanted: Sequence[Wanted], engine: Engine) -> Scores:
    """What each document has of each word: a row a word, 0 where it lacks it.

    The terms of a word compete, they do not add.
    """
    found = np.zeros((len(wanted), len(engine)), np.float32)
    for row, word in zip(found, wanted, strict=True):
        for name, how_well in word.terms.items():
            documents, scores = engine.postings(name)
            row[documents] = np.maximum(row[documents], np.float32(how_well) * scores)
        for names, how_well in word.groups.items():
            documents, scores = _having_all(names, engine)
            row[documents] = np.maximum(row[documents], np.float32(how_well) * scores)
    return found


def _having_all(names: Sequence[str], engine: Engine) -> Postings:
    """The documents that have every term, and what these score there on average."""
    documents, scores = engine.postings(names[0])
    for name in names[1:]:
        others, more = engine.postings(name)
        documents, mine, theirs = np.intersect1d(documents, others, True, return_indices=True)
        scores = scores[mine] + more[theirs]
    return Postings(documents, scores / np.float32(len(names)))


class Weighed(NamedTuple):
    """How much each word tells, together 1; what each document is worth; and which answer."""

    matters: Scores
    worth: Scores
    answers: NDArray[np.bool_]


def weigh(found: Scores, wanted: Sequence[Wanted]) -> Weighed:
    """Weigh documents by what they have of each word.

    A word that every document has tells least, and a word of every day little. A document is
    worth the sum of what the words score, less for those it lacks. One that lacks words and is
    worth next to nothing beside the best is no answer.
    """
    common = np.array([word.matters for word in wanted], np.float32)
    has, found = found > 0, found * common[:, np.newaxis]
    tells = np.log(1 + (found.shape[1] + 1) / (np.count_nonzero(has, axis=1) + 0.5))
    tells *= common
    matters = np.asarray(tells / tells.sum(), np.float32)
    worth = np.asarray(found.sum(0) * (matters @ has.astype(np.float32)) ** _LACKING)
    some, every = has.any(0), has.all(0)
    return Weighed(matters, worth, every | (some & (worth >= _NOISE * worth.max(initial=0))))


def first(values: Scores, among: NDArray[np.intp], count: int) -> NDArray[np.intp]:
    """Of some documents at most `count`, the highest value first, equals in their order."""
    mine = values[among]
    if len(among) > count:
        least = np.partition(mine, -count)[-count]
        among = np.concatenate((among[mine > least], among[mine == least]))[:count]
    return among[np.argsort(-values[among], kind="stable")]


def together(evidence: Evidence) -> float:
    """How much more a page is worth for one passage with all the words, best side by side.

    Two words in one sentence are a finding, two words at the ends of a page are chance.
    """
    return _APART + evidence.strength + _BESIDE * evidence.neighbours


def steps(
    pages: int, exact: Mapping[int, SynonymKind | None], beginning: Mapping[int, bool]
) -> Scores:
    """What goes before any sum, for so many pages: the name asked for, titles before names.

    `beginning` has the pages of which a name begins as the query does, true for a title.
    """
    rises = np.zeros(pages, np.float32)
    for page, is_title in beginning.items():
        if page not in exact:
            rises[page] += _BEGINS_TITLE if is_title else _BEGINS_NAME
    for page, kind in exact.items():
        if kind is SynonymKind.RELATED:
            rises[page] += _BEGINS_NAME
        else:
            rises[page] += _IS_NAME if kind else _IS_TITLE
    return rises
