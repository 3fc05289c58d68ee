"""Which names mean the same: a word of the query also asks for its other names.

Authored, not guessed: the names are those of the vocabulary's terms and of the pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from atlas.domain.library import Library
from atlas.domain.page import Synonym, SynonymKind
from atlas.search.words import key_terms, term_of, without_remark

_LONGEST = 5  # words of a name that are looked for in a query
_SAME, _RELATED = 0.5, 0.25

Names = Mapping[tuple[str, ...], float]


class Concepts:
    """The other names of a name, as terms. Built once, then only read."""

    def __init__(self, library: Library) -> None:
        self._others: dict[tuple[str, ...], dict[tuple[str, ...], float]] = {}
        for term in library.vocabulary:
            self._learn(term.label, term.synonyms)
        for page in library:
            self._learn(page.title, page.synonyms)
        self._terms = frozenset(term for name in self._others for term in name)

    def __contains__(self, term: object) -> bool:
        """Whether any name has that term: then it is a word of the field."""
        return term in self._terms

    def of(self, words: Sequence[str]) -> Mapping[int, Names]:
        """For each place among `words` the names that mean the same as a name which it is in."""
        meant = [term_of(word) for word in words]
        found: dict[int, dict[tuple[str, ...], float]] = {}
        for start in range(len(meant)):
            for end in range(start + 1, min(len(meant), start + _LONGEST) + 1):
                for name, how_well in self._others.get(tuple(meant[start:end]), {}).items():
                    for at in range(start, end):
                        names = found.setdefault(at, {})
                        names[name] = max(names.get(name, 0.0), how_well)
        return found

    def _learn(self, label: str, synonyms: Iterable[Synonym]) -> None:
        names: dict[tuple[str, ...], float] = {key_terms(label): _SAME}
        for synonym in synonyms:
            same = _RELATED if synonym.kind is SynonymKind.RELATED else _SAME
            names.setdefault(key_terms(without_remark(synonym.term)), same)
        for name, mine in names.items():
            others = self._others.setdefault(name, {})
            for other, yours in names.items():
                if other != name and 0 < len(other) <= _LONGEST:
                    others[other] = max(others.get(other, 0.0), min(mine, yours))
