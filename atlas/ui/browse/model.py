"""The contents as Qt wants to hear them."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt

from atlas.domain.library import Category, CategoryId, Library
from atlas.domain.page import PageId

Index = QModelIndex | QPersistentModelIndex
_ROOT = 0


class Kind(Enum):
    """What a row of the contents is."""

    ROOT = "root"
    CATEGORY = "category"
    GROUP = "group"
    OVERVIEW = "overview"
    PAGE = "page"
    ALSO = "also"

    @property
    def is_page(self) -> bool:
        return self in (Kind.OVERVIEW, Kind.PAGE, Kind.ALSO)


class Row(NamedTuple):
    """One line of the contents, ready to paint."""

    kind: Kind
    title: str
    category: CategoryId | None = None
    page: PageId | None = None
    pages: int = 0
    note: str = ""


class _Node(NamedTuple):
    row: Row
    parent: int
    position: int
    children: list[int]


class ContentsModel(QAbstractItemModel):
    """A read-only view of the contents, whole or filtered.

    The tree is flattened once into `_nodes`; an index carries the number of its
    node, never a pointer, so nothing Python frees can be reached from Qt.
    """

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self._nodes: list[_Node] = []
        self._fill("")

    def set_filter(self, text: str) -> None:
        """Keep only pages whose title or synonyms hold every word of `text`."""
        self.beginResetModel()
        self._fill(text)
        self.endResetModel()

    def index_of(self, page: PageId) -> QModelIndex:
        """The first place of a page; an invalid index if it is not shown."""
        for number, node in enumerate(self._nodes):
            if node.row.page == page:
                return self.createIndex(node.position, 0, number)
        return QModelIndex()

    def row(self, index: Index) -> Row:
        """The line at an index. Not a role of its data: Qt would make a list of the tuple."""
        return self._at(index).row

    # What Qt asks

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, self._at(parent).children[row])

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]
        above = self._at(index).parent
        if above <= _ROOT:
            return QModelIndex()
        return self.createIndex(self._nodes[above].position, 0, above)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return len(self._at(parent).children)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._at(index).row
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return _spoken(row)
        return None

    # How the rows are laid out

    def _at(self, index: Index) -> _Node:
        return self._nodes[index.internalId() if index.isValid() else _ROOT]

    def _fill(self, text: str) -> None:
        self._nodes = [_Node(Row(Kind.ROOT, ""), -1, 0, [])]
        wanted = _filter(self._library, text)
        for category in self._library.contents:
            self._add_category(category, wanted)

    def _add_category(self, category: Category, wanted: Callable[[PageId], bool]) -> None:
        own = [page for page in category.pages if wanted(page)]
        also = [page for page in category.also if wanted(page)]
        if not own and not also:
            return
        row = Row(Kind.CATEGORY, category.title, category.id, pages=len(own))
        top = self._append(row, _ROOT)
        if wanted(category.overview):
            self._append(self._page(Kind.OVERVIEW, category.overview, "overview"), top)
        for group in category.groups:
            pages = [page for page in group.pages if wanted(page)]
            if pages:
                head = Row(Kind.GROUP, group.title, category.id, pages=len(pages))
                above = self._append(head, top)
                for page in pages:
                    self._append(self._page(Kind.PAGE, page), above)
        if also:
            head = Row(Kind.GROUP, "See also", category.id, pages=len(also))
            above = self._append(head, top)
            for page in also:
                home = self._library.shelfmark(page).category.title
                self._append(self._page(Kind.ALSO, page, home), above)

    def _page(self, kind: Kind, page: PageId, note: str = "") -> Row:
        home = self._library.shelfmark(page).category.id
        return Row(kind, self._library.title(page), home, page, note=note)

    def _append(self, row: Row, above: int) -> int:
        siblings = self._nodes[above].children
        number = len(self._nodes)
        self._nodes.append(_Node(row, above, len(siblings), []))
        siblings.append(number)
        return number


def _filter(library: Library, text: str) -> Callable[[PageId], bool]:
    words = text.casefold().split()
    if not words:
        return library.__contains__

    def wanted(page_id: PageId) -> bool:
        if page_id not in library:
            return False
        page = library[page_id]
        names = " ".join((page.title, *(synonym.term for synonym in page.synonyms))).casefold()
        return all(word in names for word in words)

    return wanted


def _spoken(row: Row) -> str:
    match row.kind:
        case Kind.CATEGORY | Kind.GROUP:
            return f"{row.pages} {'page' if row.pages == 1 else 'pages'}"
        case Kind.OVERVIEW:
            return "Overview of the category"
        case Kind.ALSO:
            return f"Its first place is in {row.note}"
    return ""
