"""The controlled vocabulary: the words pages are filed under."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from atlas.domain.page import Axis, Synonym, TermId


class Term(NamedTuple):
    """A word of the vocabulary, with what else it is called and what it is part of."""

    axis: Axis
    id: TermId
    label: str
    definition: str = ""
    synonyms: tuple[Synonym, ...] = ()
    parents: tuple[TermId, ...] = ()


class Vocabulary:
    """All terms, by axis and id. Built once, then only read."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._terms = {(term.axis, term.id): term for term in terms}

    def __iter__(self) -> Iterator[Term]:
        return iter(self._terms.values())

    def __len__(self) -> int:
        return len(self._terms)

    def get(self, axis: Axis, term: TermId) -> Term | None:
        return self._terms.get((axis, term))

    def of(self, axis: Axis) -> tuple[Term, ...]:
        """The terms of one axis, as the file orders them."""
        return tuple(term for term in self if term.axis is axis)

    def label(self, axis: Axis, term: TermId) -> str:
        """The word a reader sees; the id itself for a term that is not known."""
        known = self.get(axis, term)
        return known.label if known else term

    def lineage(self, axis: Axis, term: TermId) -> tuple[TermId, ...]:
        """The term and all that it is part of, nearest first, each once."""
        found: dict[TermId, None] = {}
        waiting = [term]
        while waiting:
            here = waiting.pop(0)
            if here not in found:
                found[here] = None
                known = self.get(axis, here)
                waiting.extend(known.parents if known else ())
        return tuple(found)
