"""The row under the picture that moves through time."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractSlider, QWidget

from atlas.domain.plate import TimeCourse
from atlas.ui.kit.focus import focus_ring
from atlas.ui.kit.theme import Look
from atlas.ui.viewer.versions import Versions

_HEIGHT, _SIDE, _GAP = 32, 12, 10
_GROOVE, _KNOB, _TICK = 3, 13, 8
_LEAST = 60  # pixels of the slider, for which the words around it give way


class TimeSlider(QAbstractSlider):
    """A line with a mark where each stage begins; arrows, Page Up and Down, Home and End move."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._marks: tuple[int, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPageStep(5)

    def show_course(self, course: TimeCourse) -> None:
        """Go from its first stage to its last."""
        self._marks = tuple(course.step_of(stage.begins) for stage in course.stages)
        self.setRange(0, course.steps)
        self.setAccessibleName(course.label)

    def dress(self, look: Look) -> None:
        self._look = look
        self.update()

    def place_of(self, step: int) -> float:
        """Where a step lies on the line."""
        room = self.width() - _KNOB
        return _KNOB / 2 + room * step / max(self.maximum(), 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, here = self.height() / 2, self.place_of(self.value())
        left, right = self.place_of(0), self.place_of(self.maximum())
        accent, line = self._look.colour("accent"), self._look.colour("raised")
        painter.setPen(Qt.PenStyle.NoPen)
        for begin, end, ink in ((left, right, line), (left, here, accent)):
            painter.fillRect(QRectF(begin, middle - _GROOVE / 2, end - begin, _GROOVE), ink)
        for mark in self._marks:
            ink = accent if mark <= self.value() else self._look.colour("faint")
            painter.fillRect(QRectF(self.place_of(mark) - 1, middle - _TICK / 2, 2, _TICK), ink)
        painter.setBrush(accent)
        painter.drawEllipse(QPointF(here, middle), _KNOB / 2, _KNOB / 2)
        if self.hasFocus():
            focus_ring(painter, self.rect(), self._look)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._follow(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._follow(event)

    def _follow(self, event: QMouseEvent) -> None:
        share = (event.position().x() - _KNOB / 2) / max(self.width() - _KNOB, 1)
        self.setValue(round(share * self.maximum()))


class TimeRow(QWidget):
    """First and last time at the ends of the slider, and beside it what is looked at now."""

    def __init__(self, look: Look, versions: Versions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("viewer-time")
        self._look = look
        self._versions = versions
        self._course: TimeCourse | None = None
        self.slider = TimeSlider(look, self)
        self.slider.valueChanged.connect(versions.go_to_step)
        versions.moved.connect(self.refresh)
        self.hide()
        self.dress(look)

    @Slot()
    def refresh(self) -> None:
        """Follow the plate that is looked at; a plate without a course needs no row."""
        course, time = self._versions.course, self._versions.time
        if course is not self._course:
            self._course = None  # what moves while the range changes is no choice of the reader
            if course:
                self.slider.show_course(course)
            self._course = course
        if course and time is not None:
            self.slider.setValue(course.step_of(time))
            self.slider.setAccessibleDescription(self.words)
            self._arrange()
        self.setVisible(course is not None)
        self.update()

    @property
    def words(self) -> str:
        """The time as it is said."""
        return self._versions.time_in_words

    def dress(self, look: Look) -> None:
        """Take another size of text."""
        self._look = look
        self.slider.dress(look)
        self.setFixedHeight(max(look.px(_HEIGHT), _HEIGHT))
        self._arrange()

    def sizeHint(self) -> QSize:
        return QSize(320, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = self._look.font(12)
        painter.setFont(font)
        course, cut = self._course, Qt.TextElideMode.ElideRight
        if course is None:
            return
        slider = self.slider.geometry()
        first, last, words = self._texts(course)
        painter.setPen(self._look.colour("muted"))
        if slider.left() > _SIDE:
            before = QRect(_SIDE, 0, slider.left() - _SIDE, self.height())
            after = QRect(slider.right() + _GAP, 0, self._advance(last) + 1, self.height())
            painter.drawText(before, Qt.AlignmentFlag.AlignVCenter, first)
            painter.drawText(after, Qt.AlignmentFlag.AlignVCenter, last)
        room = self._room_of_words(course)
        place = QRect(QPoint(self.width() - _SIDE - room, 0), QSize(room, self.height()))
        painter.setPen(self._look.colour("strong"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, right, QFontMetrics(font).elidedText(words, cut, room))

    def _texts(self, course: TimeCourse) -> tuple[str, str, str]:
        return course.clock(course.first), course.clock(course.last), self.words

    def _advance(self, text: str) -> int:
        return QFontMetrics(self._look.font(12)).horizontalAdvance(text)

    def _room_of_words(self, course: TimeCourse) -> int:
        """As wide as the longest, so that nothing moves when the time does."""
        longest = max(self._advance(course.words(stage.begins)) for stage in course.stages)
        return min(longest + self._advance("00"), (self.width() - 2 * _SIDE) // 2)

    def _arrange(self) -> None:
        course = self._course
        if course is None:
            return
        first, last, _ = self._texts(course)
        left, right = _SIDE, self.width() - _SIDE - self._room_of_words(course) - 2 * _GAP
        before, after = self._advance(first) + _GAP, self._advance(last) + _GAP
        if right - left - before - after >= _LEAST:
            left, right = left + before, right - after
        self.slider.setGeometry(left, 2, max(right - left, _LEAST), self.height() - 4)
