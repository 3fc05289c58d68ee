"""All the pages at once, and the contents that order them, as an unchanging snapshot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import NamedTuple

from atlas.domain.page import Page, PageId
from atlas.domain.vocabulary import Vocabulary


class CategoryId(Enum):
    """The five chapters of the atlas; each has a colour and a mark of its own."""

    LOCALIZED = "localized"
    OSSIFICATION = "ossification"
    GENERALIZED = "generalized"
    INFECTION = "infection"
    METABOLIC = "metabolic"


class Group(NamedTuple):
    """Pages that belong together inside a category."""

    title: str
    pages: tuple[PageId, ...]


class Category(NamedTuple):
    """A chapter: its overview, its groups, and the pages whose first place is elsewhere."""

    id: CategoryId
    title: str
    overview: PageId
    groups: tuple[Group, ...]
    also: tuple[PageId, ...] = ()

    @property
    def pages(self) -> tuple[PageId, ...]:
        """Every page whose first place is here, the overview first."""
        return (self.overview, *(page for group in self.groups for page in group.pages))


class Shelfmark(NamedTuple):
    """Where a page stands: its category and, but for an overview, its group."""

    category: Category
    group: Group | None


class Library:
    """Every page that has a place, by id and in the order of the contents.

    Built once, then only read. A page without a place cannot be reached, so it is not here.
    """

    def __init__(
        self,
        pages: Mapping[PageId, Page],
        titles: Mapping[PageId, str],
        contents: Iterable[Category],
        vocabulary: Vocabulary,
    ) -> None:
        """`pages` may be made as they are asked for, so their `titles` stand beside them."""
        self.contents = tuple(contents)
        self.vocabulary = vocabulary
        self._pages = pages
        self._titles = titles
        self._marks: dict[PageId, Shelfmark] = {}
        for page, mark in self._shelfmarks():
            if page in titles:
                self._marks.setdefault(page, mark)

    @classmethod
    def of(
        cls, pages: Iterable[Page], contents: Iterable[Category], vocabulary: Vocabulary
    ) -> Library:
        """The library of pages that are all there."""
        read = {page.id: page for page in pages}
        titles = {page.id: page.title for page in read.values()}
        return cls(read, titles, contents, vocabulary)

    def __getitem__(self, page_id: PageId) -> Page:
        if page_id not in self._marks:
            raise KeyError(page_id)
        return self._pages[page_id]

    def __contains__(self, page_id: object) -> bool:
        return page_id in self._marks

    def __iter__(self) -> Iterator[Page]:
        """Pages in the order of the contents."""
        return (self._pages[page_id] for page_id in self._marks)

    def __len__(self) -> int:
        return len(self._marks)

    @property
    def ids(self) -> tuple[PageId, ...]:
        """Those of the pages, in the order of the contents."""
        return tuple(self._marks)

    def title(self, page_id: PageId) -> str:
        """What a page is called. Raises KeyError for an id that is not in the contents."""
        if page_id not in self._marks:
            raise KeyError(page_id)
        return self._titles[page_id]

    def shelfmark(self, page_id: PageId) -> Shelfmark:
        """The first place of a page. Raises KeyError for an id that is not in the contents."""
        return self._marks[page_id]

    def _shelfmarks(self) -> Iterator[tuple[PageId, Shelfmark]]:
        for category in self.contents:
            yield category.overview, Shelfmark(category, None)
            for group in category.groups:
                for page in group.pages:
                    yield page, Shelfmark(category, group)
