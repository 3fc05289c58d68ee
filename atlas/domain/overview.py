"""What sets the pages of one category apart, computed from the terms they are filed under."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from atlas.domain.library import Category, Library
from atlas.domain.page import Axis, Facet, Level, Page, PageId, TermId, Typicality
from atlas.domain.vocabulary import Vocabulary

MOST_APART = 3
MOST_TESTED = 4

_SEEN = (Axis.PATTERN, Axis.TISSUE, Axis.SITE)
# The others are left out: who has it, what shows it, how it goes on and what it harms fit many,
# and name none. Laboratory values tell by what they are together, and have a line of their own.
_TELLING = (
    Axis.PATTERN, Axis.SIGN, Axis.TISSUE, Axis.SITE, Axis.MECHANISM, Axis.SETTING,
    Axis.DISTRIBUTION,
)  # fmt: skip
# Met with so widely that it names nothing, even where it is filed under few pages.
_COMMON = frozenset({
    (Axis.SETTING, TermId("incidental")),
    (Axis.DISTRIBUTION, TermId("single")),
    (Axis.LABORATORY, TermId("vitamin-d-low")),
})  # fmt: skip
_NORMAL = f"-{Level.NORMAL.value}"
_TYPICAL = (Typicality.ALWAYS, Typicality.USUAL, None)

_Key = tuple[Axis, TermId]


class Row(NamedTuple):
    """A page among the others of its category.

    `apart` are the typical facets that fewest of the others share, of each axis one at most;
    `tested` are its typical laboratory values that are not normal; where most of the others
    have such and it has none, its normal ones that few share. `seen` is the rest of what a
    picture of it typically shows: look, layer, place.
    """

    page: PageId
    apart: tuple[Facet, ...]
    tested: tuple[Facet, ...]
    seen: tuple[Facet, ...]


class Band(NamedTuple):
    """The rows of one group; `also` where the first place of its pages is elsewhere."""

    title: str
    rows: tuple[Row, ...]
    also: bool = False


def bands_of(library: Library, category: Category) -> tuple[Band, ...]:
    """The category as a table, group by group; pages that could not be read are left out."""
    groups = [(group.title, group.pages, False) for group in category.groups]
    groups.append(("", category.also, True))
    here = [page for _, pages, _ in groups for page in pages if page in library]
    compared = _Comparison([library[page] for page in here], library.vocabulary)
    bands = (
        Band(title, tuple(compared.row(library[page]) for page in pages if page in library), also)
        for title, pages, also in groups
    )
    return tuple(band for band in bands if band.rows)


class _Comparison:
    """Some pages side by side: how many of them have each term, or a narrower one."""

    def __init__(self, pages: Sequence[Page], vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._usually = self._count(_typical(page) for page in pages)
        self._ever = self._count(
            [facet for facet in page.facets if facet.typicality is not Typicality.NEVER]
            for page in pages
        )
        filed = [{facet.axis for facet in _typical(page)} for page in pages]
        # On an axis of which most say nothing, their silence would look like a difference.
        self._axes = [a for a in _TELLING if sum(a in axes for axes in filed) * 2 > len(pages)]
        self._few = (len(pages) - 1) / 4
        self._changed_by_rule = sum(bool(_changed(_typical(p))) for p in pages) * 2 > len(pages)

    def row(self, page: Page) -> Row:
        facets = self._narrowest(_typical(page))
        apart = self._apart(facets)
        seen = (facet for axis in _SEEN for facet in facets if facet.axis is axis)
        rest = tuple(facet for facet in seen if facet not in apart)
        return Row(page.id, apart, self._tested(facets), rest)

    def _apart(self, facets: Sequence[Facet]) -> tuple[Facet, ...]:
        """The rarest facet of each axis, and of these the rarest, as the axes follow each other."""
        telling = [facet for facet in facets if self._tells(facet)]
        by_axis = ([facet for facet in telling if facet.axis is axis] for axis in self._axes)
        rarest = [min(own, key=self._shared) for own in by_axis if own]
        kept = sorted(rarest, key=self._shared)[:MOST_APART]
        return tuple(facet for facet in rarest if facet in kept)

    def _tested(self, facets: Sequence[Facet]) -> tuple[Facet, ...]:
        """As the page orders its tests; of too many those that are always so."""
        told = _changed(facets)
        if not told and self._changed_by_rule:
            told = [f for f in facets if f.axis is Axis.LABORATORY and self._tells(f)]
        kept = sorted(told, key=lambda f: f.typicality is not Typicality.ALWAYS)[:MOST_TESTED]
        return tuple(facet for facet in told if facet in kept)

    def _tells(self, facet: Facet) -> bool:
        common = (facet.axis, facet.term) in _COMMON
        return not common and self._shared(facet)[0] - 1 <= self._few

    def _shared(self, facet: Facet) -> tuple[int, int]:
        """How many pages have it typically, and how many ever."""
        key = facet.axis, facet.term
        return self._usually[key], self._ever[key]

    def _narrowest(self, facets: Iterable[Facet]) -> tuple[Facet, ...]:
        """Each term once, and not the hand where there is the finger."""
        kept = {(facet.axis, facet.term): facet for facet in facets}
        wider = {above for facet in kept.values() for above in self._lineage(facet)[1:]}
        return tuple(facet for key, facet in kept.items() if key not in wider)

    def _count(self, pages: Iterable[Iterable[Facet]]) -> Counter[_Key]:
        return Counter(
            key
            for facets in pages
            for key in {above for facet in facets for above in self._lineage(facet)}
        )

    def _lineage(self, facet: Facet) -> tuple[_Key, ...]:
        line = self._vocabulary.lineage(facet.axis, facet.term)
        return tuple((facet.axis, term) for term in line)


def _typical(page: Page) -> list[Facet]:
    return [facet for facet in page.facets if facet.typicality in _TYPICAL]


def _changed(facets: Iterable[Facet]) -> list[Facet]:
    """The laboratory values that are not normal."""
    values = (facet for facet in facets if facet.axis is Axis.LABORATORY)
    return [
        facet
        for facet in values
        if (facet.axis, facet.term) not in _COMMON and not facet.term.endswith(_NORMAL)
    ]
