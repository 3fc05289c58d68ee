"""The bar at the top: back, forward, where the reader is, the search box, and the menu."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from atlas.domain.place import Place
from atlas.ui.search.panel import SearchBox
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
        for part, stretch in ((self.left, 0), (self.trail, 2), (box, 3)):
            row.addWidget(part, stretch)
        row.addStretch(1)
        row.addWidget(self.right)
        box.setMinimumWidth(200)
        box.setMaximumWidth(600)

    def show_actions(self, left: list[QAction], right: list[QAction], menu: QMenu) -> None:
        """Put a button for each action at its side, and the menu at the far right."""
        for actions, side in ((left, self.left), (right, self.right)):
            for action in actions:
                _layout(side).addWidget(button(action))
        self.menu_button = QToolButton()
        self.menu_button.setIconSize(QSize(20, 20))
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setMenu(menu)
        self.menu_button.setToolTip("Menu (F10)")
        self.menu_button.setAccessibleName("Menu")
        self.menu_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        _layout(self.right).addWidget(self.menu_button)


class Trail(QWidget):
    """Category, group and page; the category leads to its overview."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._category = QToolButton()
        self._category.setProperty("crumb", True)
        self._category.setToolTip("Overview of the category")
        self._group = _Crumb("between")
        self._here = _Crumb("here")
        self._category.clicked.connect(self._open_overview)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._category)
        row.addWidget(self._group)
        row.addWidget(self._here, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        session.place_changed.connect(self._show)

    @Slot(Place)
    def _show(self, place: Place) -> None:
        mark = self._session.library.shelfmark(place.page)
        self._category.setText(f"{mark.category.title}  ›")
        self._group.set_text(f"{mark.group.title}  ›  " if mark.group else "")
        self._here.set_text(self._session.library[place.page].title)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """The page keeps its name; the group, then the category give way."""
        room = self.width() - 8
        page, group = self._here.sizeHint().width(), self._group.sizeHint().width()
        category = self._category.sizeHint().width()
        self._group.setVisible(category + group + page <= room)
        self._category.setVisible(self._group.isVisibleTo(self) or category + page + 8 <= room)

    @Slot()
    def _open_overview(self) -> None:
        if self._session.place:
            mark = self._session.library.shelfmark(self._session.place.page)
            self._session.open(mark.category.overview)


class _Crumb(QLabel):
    """A label that gives up its end, not the bar's other parts, when room is short."""

    def __init__(self, role: str) -> None:
        super().__init__()
        self.setProperty("crumb", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._whole = ""

    def set_text(self, text: str) -> None:
        self._whole = text
        self.setToolTip(text.strip(" ›"))
        self._fit()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 2, 24)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 24)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()

    def _fit(self) -> None:
        mode = Qt.TextElideMode.ElideRight
        self.setText(self.fontMetrics().elidedText(self._whole, mode, max(self.width(), 0)))


def button(action: QAction) -> QToolButton:
    """A quiet button for an action, named for those who cannot see its icon."""
    made = QToolButton()
    made.setDefaultAction(action)
    made.setIconSize(QSize(20, 20))
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
