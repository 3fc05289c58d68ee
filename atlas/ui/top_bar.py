"""The bar at the top: back, forward, where the reader is, the search box, and the menu."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from atlas.domain.place import Place
from atlas.ui.kit.elided import ElidedLabel
from atlas.ui.kit.theme import Look
from atlas.ui.search.box import SearchBox
from atlas.ui.session import Session

HEIGHT = 46


class TopBar(QWidget):
    """Shows actions that the command table has made; makes none of its own."""

    def __init__(self, session: Session, box: SearchBox) -> None:
        super().__init__()
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.left = _row()
        self.trail = Trail(session)
        self.right = _row()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        for part, stretch in ((self.left, 0), (self.trail, 1), (box, 1)):
            row.addWidget(part, stretch)
        row.addWidget(self.right)
        box.setMinimumWidth(200)
        box.setMaximumWidth(600)

    def show_actions(self, left: list[QAction], right: list[QAction], menu: QMenu) -> None:
        """Put a button for each action at its side, and the menu at the far right."""
        for actions, side in ((left, self.left), (right, self.right)):
            for action in actions:
                _layout(side).addWidget(button(action))
        self.menu_button = QToolButton()
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setMenu(menu)
        self.menu_button.setAccessibleName("Menu")
        self.menu_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        _layout(self.right).addWidget(self.menu_button)

    def dress(self, look: Look) -> None:
        """Let the buttons grow with the text."""
        side = look.px(20)
        for made in self.findChildren(QToolButton):
            made.setIconSize(QSize(side, side))


class Trail(QWidget):
    """Category, group and page; the category leads to its overview."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._category = QToolButton()
        self._category.setProperty("crumb", True)
        self._category.setToolTip("Overview of the category")
        self._group = _crumb("between")
        self._here = _crumb("here")
        self._category.clicked.connect(self._open_overview)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._category)
        row.addWidget(self._group)
        row.addWidget(self._here, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        session.place_changed.connect(self._show)

    @Slot(Place)
    def _show(self, place: Place) -> None:
        mark = self._session.library.shelfmark(place.page)
        self._category.setText(f"{mark.category.title.replace('&', '&&')} ›")
        self._group.set_text(f"{mark.group.title} ›" if mark.group else "")
        self._here.set_text(self._session.library.title(place.page))
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """The page keeps its name; the group, then the category give way."""
        room = self.width() - 24
        page, group = self._here.sizeHint().width(), self._group.sizeHint().width()
        category = self._category.sizeHint().width()
        self._group.setVisible(category + group + page <= room)
        self._category.setVisible(self._group.isVisibleTo(self) or category + page + 8 <= room)

    @Slot()
    def _open_overview(self) -> None:
        if self._session.place:
            mark = self._session.library.shelfmark(self._session.place.page)
            self._session.open(mark.category.overview)


def _crumb(role: str) -> ElidedLabel:
    label = ElidedLabel()
    label.setProperty("crumb", role)
    return label


def button(action: QAction) -> QToolButton:
    """A quiet button for an action, named for those who cannot see its icon."""
    made = QToolButton()
    made.setDefaultAction(action)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setAccessibleName(action.text())
    return made


def _row() -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(2)
    return holder


def _layout(holder: QWidget) -> QHBoxLayout:
    layout = holder.layout()
    assert isinstance(layout, QHBoxLayout)
    return layout
