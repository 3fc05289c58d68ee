"""A picture in the reader's hands. It knows no session."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from atlas.domain.plate import Region
from atlas.imaging.frame import Frame
from atlas.imaging.view import (
    FAST,
    FINE,
    Drag,
    Tool,
    View,
    panning,
    rescaled,
    windowing,
    windowing_down_is_darker,
    zooming,
)
from atlas.ui.kit.focus import by_keyboard
from atlas.ui.kit.theme import Look
from atlas.ui.viewport.cursors import cursor_of
from atlas.ui.viewport.held_key import HeldKey
from atlas.ui.viewport.stage import REACH, Stage

_STEP = 1.2  # magnification of one notch of the wheel, or one press of + or -
_PAN_STEP = 40.0

_Key, _Button = Qt.Key, Qt.MouseButton
_ARROWS = {
    _Key.Key_Left: (1, 0),
    _Key.Key_Right: (-1, 0),
    _Key.Key_Up: (0, 1),
    _Key.Key_Down: (0, -1),
}
_PAGES = {_Key.Key_PageUp: -1, _Key.Key_PageDown: 1}


class _Grip(NamedTuple):
    """A button that is down: the view a drag starts from, and the one Esc goes back to."""

    button: Qt.MouseButton
    tool: Tool
    start: QPointF
    view: View
    before: View
    was_fitted: bool
    pace: float
    dragging: bool = False


class Viewport(Stage):
    """The viewer, both sides of a comparison and a quiz question are all this.

    Left drag does what `tool` says, middle drag pans, right drag zooms, the wheel zooms at the
    pointer, or scrolls a stack unless Ctrl is held. Esc during a drag goes back to before it.
    """

    pointed = Signal(object)
    """The picture point under the pointer, or None outside the picture."""
    slice_asked = Signal(int)
    """So many slices further down a stack, or up."""
    region_hovered = Signal(object)
    """The name of the region under the pointer, or None."""
    region_clicked = Signal(str)
    maximise_asked = Signal()
    context_menu_asked = Signal(QPoint)
    """A place on the whole screen."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.setObjectName("viewport")
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.space = HeldKey(self)
        """The space bar while the picture has the focus."""
        self.level_inverted = False
        self._tool: Tool = windowing
        self._grip: _Grip | None = None
        self._hovered: str | None = None
        self._focus_seen = False
        self._notches = 0.0

    @property
    def tool(self) -> Tool:
        """What the left button does."""
        return self._tool

    @tool.setter
    def tool(self, tool: Tool) -> None:
        self._tool = tool
        self._shape_cursor()

    # The pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        tool = self._tool_of(event.button())
        if tool and self.view and self._grip is None:
            self._grip = _Grip(
                event.button(),
                tool,
                event.position(),
                self.view,
                self.view,
                self.fitted,
                _pace(event.modifiers()),
            )

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip:
            self._drag(self._grip, event)
        elif not event.buttons():
            self._hover(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        grip = self._grip
        if grip is None or event.button() != grip.button:
            return
        self._grip = None
        self._shape_cursor()
        if grip.dragging:
            self._hover(event.position())
        elif grip.button == _Button.RightButton:
            self.context_menu_asked.emit(event.globalPosition().toPoint())
        elif grip.button == _Button.LeftButton and (name := self.region_at(event.position())):
            self.region_clicked.emit(name)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == _Button.LeftButton:
            self.maximise_asked.emit()
        else:
            self.mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        notches = event.angleDelta().y() / 120
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if self.frame and self.frame.stack and not ctrl:
            self._scroll(notches)
        elif notches and self._grip is None:
            self.zoom_by(_STEP**notches, event.position())
            self._hover(event.position())
        event.accept()

    def _scroll(self, notches: float) -> None:
        """Whole notches are slices; a touch pad gives parts of them."""
        self._notches -= notches
        if whole := int(self._notches):
            self._notches -= whole
            self.slice_asked.emit(whole)

    def enterEvent(self, event: QEvent) -> None:
        self._shape_cursor()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        # That of the mouse comes at the press, when it is not known yet whether it will drag.
        if event.reason() == event.Reason.Keyboard:
            self.context_menu_asked.emit(self.mapToGlobal(self.rect().center()))

    def _tool_of(self, button: Qt.MouseButton) -> Tool | None:
        tools = {
            _Button.LeftButton: self._tool,
            _Button.MiddleButton: panning,
            _Button.RightButton: zooming,
        }
        tool = tools.get(button)
        return windowing_down_is_darker if tool is windowing and self.level_inverted else tool

    def _drag(self, grip: _Grip, event: QMouseEvent) -> None:
        assert self.view
        moved = event.position() - grip.start
        if not grip.dragging:
            if moved.manhattanLength() <= REACH:
                return
            grip = grip._replace(dragging=True)
            self._hover(None)
        pace = _pace(event.modifiers())
        if pace != grip.pace:  # from here on at the other pace, not all the way from the press
            grip = grip._replace(pace=pace, start=event.position(), view=self.view)
            moved = QPointF()
        self._grip = grip
        self._shape_cursor()
        self.look(grip.tool(grip.view, Drag(moved.x(), moved.y(), pace)))

    def _hover(self, at: QPointF | None) -> None:
        point = self.picture_point(at) if at else None
        value = self.frame.value_at(*point) if self.frame and point else None
        if value != self._value:
            self._value = value
            self.update()
        name = self.region_at(at) if at else None
        if name != self._hovered:
            self._hovered = name
            self.region_hovered.emit(name)
            self._shape_cursor()
        self.pointed.emit(point)

    def _shape_cursor(self) -> None:
        if self._grip and self._grip.dragging:
            self.setCursor(cursor_of(self._grip.tool, self.devicePixelRatioF(), held=True))
        elif self._hovered and self._tool is windowing:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.setCursor(cursor_of(self._tool, self.devicePixelRatioF(), held=False))

    def exchange(self, frame: Frame, regions: Sequence[Region]) -> None:
        """A drag that is under way goes on."""
        factor = frame.size[0] / self.frame.size[0] if self.frame else 1.0
        super().exchange(frame, regions)
        if grip := self._grip:
            before = rescaled(grip.before, factor)
            self._grip = grip._replace(view=rescaled(grip.view, factor), before=before)

    def _let_go(self) -> None:
        super()._let_go()
        self._grip = None
        self._hover(None)

    # The keyboard

    def event(self, event: QEvent) -> bool:
        # Keys of the picture while it has the focus, whatever the window does with them.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            cancels = event.key() == _Key.Key_Escape and self._grip is not None
            if cancels or (event.key() == _Key.Key_Space and not event.modifiers()):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._see_focus()
        if event.key() == _Key.Key_Escape and self._grip:
            self._cancel(self._grip)
        elif event.key() == _Key.Key_Space:
            if not event.isAutoRepeat():
                self.space.press()
        elif event.key() in _ARROWS and self.view:
            right, down = _ARROWS[_Key(event.key())]
            self.look(panning(self.view, Drag(right * _PAN_STEP, down * _PAN_STEP)))
        elif event.key() in _PAGES and self.frame and self.frame.stack:
            self.slice_asked.emit(_PAGES[_Key(event.key())])
        elif event.key() == _Key.Key_Plus:
            self.zoom_by(_STEP)
        elif event.key() == _Key.Key_Minus:
            self.zoom_by(1 / _STEP)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == _Key.Key_Space and not event.isAutoRepeat():
            self.space.release()
        else:
            super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        # A click needs no outline to say where the focus went; the first key brings it out.
        if event.reason() == Qt.FocusReason.MouseFocusReason:
            self._focus_seen = False
        elif by_keyboard(event):
            self._focus_seen = True
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.space.let_go()
        self.update()

    def _see_focus(self) -> None:
        if not self._focus_seen:
            self._focus_seen = True
            self.update()

    def _shows_focus(self) -> bool:
        return self._focus_seen and self.hasFocus()

    def _cancel(self, grip: _Grip) -> None:
        self._grip = None
        self.look(grip.before)
        self.fitted = grip.was_fitted
        self._shape_cursor()


def _pace(modifiers: Qt.KeyboardModifier) -> float:
    if modifiers & Qt.KeyboardModifier.ShiftModifier:
        return FINE
    return FAST if modifiers & Qt.KeyboardModifier.ControlModifier else 1.0
