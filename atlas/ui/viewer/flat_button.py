"""A quiet button on the black of the image panel, whatever theme the window has."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAction,
    QColor,
    QFontMetrics,
    QFontMetricsF,
    QIcon,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from atlas.ui.kit.theme import Look

SIDE = 28
_ICON = 18
_CHEVRON = 8


class FlatButton(QAbstractButton):
    """Shows an icon, or words where there is none; a tint when hovered, pressed or checked."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._look = look
        self._menu: QMenu | None = None
        self._action: QAction | None = None

    def dress(self, look: Look) -> None:
        """Take another size of text."""
        self._look = look
        self.updateGeometry()
        self.update()

    def stand_for(self, action: QAction) -> None:
        """Do what an action does, and follow its words, its icon and whether it can be used."""
        self._action = action
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def open_menu(self, menu: QMenu) -> None:
        """Open a menu when clicked, upwards: the row is at the foot of the panel."""
        self._menu = menu
        self.clicked.connect(self._show_menu)

    def sizeHint(self) -> QSize:
        if self._shows_icon():
            return QSize(max(self._look.px(SIDE), SIDE), max(self._look.px(SIDE), SIDE))
        width = ceil(QFontMetricsF(self._look.font(12)).horizontalAdvance(self.text())) + 16
        return QSize(width + (_CHEVRON + 6 if self._menu else 0), max(self._look.px(SIDE), SIDE))

    def shown_text(self) -> str:
        """The words, cut where the button is not as wide as it would like to be."""
        room = self.width() - 16 - (_CHEVRON + 4 if self._menu else 0)
        metrics = QFontMetrics(self._look.font(12))
        return metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def nextCheckState(self) -> None:
        """A click asks the action; whether the button is checked is for the action to say."""

    def enterEvent(self, event: QEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        colour = self._look.colour(self._ink())
        if self._shows_icon():
            side = self._look.px(_ICON)
            at = QRect(QPoint(), QSize(side, side))
            at.moveCenter(self.rect().center())
            painter.drawPixmap(at, _tinted(self.icon(), side, self.devicePixelRatioF(), colour))
            return
        painter.setFont(self._look.font(12))
        painter.setPen(colour)
        room = self.rect().adjusted(8, 0, -8, 0)
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, left, self.shown_text())
        if self._menu:
            self._paint_chevron(painter, room)

    def _paint_ground(self, painter: QPainter) -> None:
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isEnabled() and (self.isChecked() or self.isDown()):
            painter.setBrush(self._look.colour("raised"))
            painter.drawRoundedRect(rect, 4, 4)
        elif self.isEnabled() and self.underMouse():
            painter.setBrush(self._look.colour("selection"))
            painter.drawRoundedRect(rect, 4, 4)
        if self.hasFocus():
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.SolidLine)
            pen.setColor(self._look.colour("accent"))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect, 4, 4)

    def _paint_chevron(self, painter: QPainter, room: QRect) -> None:
        middle = room.center().y() + 1
        left, half = room.right() - _CHEVRON + 1, _CHEVRON // 2
        points = [QPoint(left, middle - 2), QPoint(left + half, middle + 2)]
        points.append(QPoint(left + 2 * half, middle - 2))
        painter.drawPolyline(points)

    def _ink(self) -> str:
        if not self.isEnabled():
            return "hairline" if self._shows_icon() else "faint"
        if self.isChecked():
            return "accent"
        return "strong" if self.underMouse() or self.isDown() else "muted"

    def _shows_icon(self) -> bool:
        return not self.icon().isNull()

    def _follow(self) -> None:
        action = self._action
        if action is None:
            return
        words = action.text().replace("&", "")
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.setText(words)
        self.setIcon(action.icon())
        self.setToolTip(f"{words}  ({keys})" if keys else words)
        self.setAccessibleName(words)
        self.setCheckable(action.isCheckable())
        self.setChecked(action.isChecked())
        self.setEnabled(action.isEnabled())
        self.updateGeometry()
        self.update()

    def _show_menu(self) -> None:
        if self._menu:
            height = self._menu.sizeHint().height()
            self._menu.popup(self.mapToGlobal(QPoint(0, -height)))


def _tinted(icon: QIcon, side: int, ratio: float, colour: QColor) -> QPixmap:
    """The icon in another colour: those of the window are made for the window's theme."""
    pixmap = icon.pixmap(QSize(side, side), ratio)
    painter = QPainter(pixmap)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(pixmap.rect(), colour)
    painter.end()
    return pixmap
