"""Contents, image and features: beside each other, stacked, or with the contents as a drawer."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QWidget

from atlas.ui.kit.style import restyle

CONTENTS_WIDTH = 284
FEATURES_WIDTH = 452
NARROW = 1180  # pixels at 100 % text; under this the contents fold to a drawer


class Sizes(NamedTuple):
    """How the reader has shared the room, in pixels; the image has what is left."""

    contents: int = CONTENTS_WIDTH
    features: int = FEATURES_WIDTH
    features_below: int = 0  # their height under the image; 0 is not yet chosen

    def grown(self, by: float) -> Sizes:
        """The widths that text of another size wants."""
        return self._replace(contents=round(self.contents * by), features=round(self.features * by))


class Body(QWidget):
    """Arranges three panels by the room there is; it knows nothing of what they show.

    Wide: contents | image | features. Under 1180 pixels the contents lie over the
    image as a drawer while they are wanted. Higher than wide: image over features.
    """

    arranged = Signal()

    def __init__(self, contents: QStackedWidget, image: QWidget, features: QWidget) -> None:
        super().__init__()
        self._contents = contents
        self._image = image
        self._features = features
        self._wanted = True
        self._drawn = False
        self._maximised = False
        self._scale = 1.0
        self._sizes = Sizes()
        self._applied: tuple[bool, bool, Sizes] | None = None
        self.across = _splitter(Qt.Orientation.Horizontal)
        self.reading = _splitter(Qt.Orientation.Horizontal)
        self.across.addWidget(contents)
        self.across.addWidget(self.reading)
        self.reading.addWidget(image)
        self.reading.addWidget(features)
        self.across.setStretchFactor(1, 1)
        self.reading.setStretchFactor(0, 1)
        contents.setMinimumWidth(200)
        features.setMinimumSize(300, 160)
        image.setMinimumSize(300, 240)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.across)
        contents.installEventFilter(self)
        self.across.splitterMoved.connect(self._moved)
        self.reading.splitterMoved.connect(self._moved)

    # What is seen

    @property
    def narrow(self) -> bool:
        return self.width() < NARROW * self._scale

    @property
    def portrait(self) -> bool:
        return self.reading.orientation() is Qt.Orientation.Vertical

    @property
    def contents_shown(self) -> bool:
        return self._drawn if self.narrow else self._wanted

    @property
    def image_maximised(self) -> bool:
        return self._maximised

    def show_contents(self, shown: bool) -> None:
        """Show or hide the contents, as a column or as a drawer."""
        if self.narrow:
            self._drawn = shown
        else:
            self._wanted = shown
        self._arrange()

    def close_drawer(self) -> None:
        """Put the drawer away after something in it was opened; a column stays."""
        if self.narrow and self._drawn:
            self.show_contents(False)

    def maximise_image(self, maximised: bool) -> None:
        """Give the image all the room, or give it back."""
        self._maximised = maximised
        self._arrange()

    @property
    def sizes(self) -> Sizes:
        return self._sizes

    def share(self, sizes: Sizes) -> None:
        """Take up sizes again, in whichever way the panels stand."""
        self._sizes = sizes
        self._arrange()

    def grow(self, scale: float) -> None:
        """Give text panels the width that a text size of that scale wants."""
        if scale != self._scale:
            self._sizes = self._sizes.grown(scale / self._scale)
            self._scale = scale
            self._arrange()

    # What Qt asks

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = event.key() if isinstance(event, QKeyEvent) else None
        in_drawer = watched is self._contents and self.narrow
        if event.type() == QEvent.Type.KeyPress and pressed == Qt.Key.Key_Escape and in_drawer:
            self.show_contents(False)
            self._image.setFocus()
            return True
        return super().eventFilter(watched, event)

    # How it is done

    def _arrange(self) -> None:
        if not self.isVisible():  # it has no size yet, and would be arranged as a narrow one
            return
        upright = self.height() > self.width()
        way = Qt.Orientation.Vertical if upright else Qt.Orientation.Horizontal
        self.reading.setOrientation(way)
        self._features.setVisible(not self._maximised)
        self._place_contents()
        wanted = (upright, self.narrow, self._sizes)
        if not self._maximised and wanted != self._applied:
            self._applied = wanted
            self._apply_sizes()
        self.arranged.emit()

    def _apply_sizes(self) -> None:
        sizes = self._sizes
        if not self.narrow:
            self.across.setSizes([sizes.contents, self.width() - sizes.contents])
        if self.portrait:
            below = sizes.features_below or self.height() * 9 // 20
            self.reading.setSizes([self.height() - below, below])
        else:
            width = self.width() - (0 if self.narrow else sizes.contents)
            features = min(sizes.features, width * 11 // 20)
            self.reading.setSizes([width - features, features])

    def _moved(self) -> None:
        """Remember what the reader has moved, and only that."""
        if not self.narrow:
            self._sizes = self._sizes._replace(contents=self.across.sizes()[0])
        reading = self.reading.sizes()[1]
        if self.portrait:
            self._sizes = self._sizes._replace(features_below=reading)
        else:
            self._sizes = self._sizes._replace(features=reading)
        self._applied = (self.portrait, self.narrow, self._sizes)

    def _place_contents(self) -> None:
        drawer = self.narrow
        if drawer != (self._contents.parentWidget() is self):
            self._contents.setProperty("drawer", drawer)
            if drawer:
                self._contents.setParent(self)
            else:
                self.across.insertWidget(0, self._contents)
                self.across.setStretchFactor(0, 0)
                self.across.setStretchFactor(1, 1)
            restyle(self._contents)
        if drawer:
            width = min(round(CONTENTS_WIDTH * self._scale) + 20, self.width())
            self._contents.setGeometry(0, 0, width, self.height())
            self._contents.raise_()
        self._contents.setVisible(self.contents_shown and not (self._maximised and not drawer))


def _splitter(way: Qt.Orientation) -> QSplitter:
    splitter = QSplitter(way)
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    return splitter
