"""Contents, image and features: beside each other, stacked, or with the contents as a drawer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSplitter, QStackedWidget, QWidget

CONTENTS_WIDTH = 284
FEATURES_WIDTH = 452
NARROW = 1180  # pixels at 100 % text; under this the contents fold to a drawer


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
        self._shared = False
        self._scale = 1.0
        self.across = _splitter(Qt.Orientation.Horizontal)
        self.reading = _splitter(Qt.Orientation.Horizontal)
        self.across.addWidget(contents)
        self.across.addWidget(self.reading)
        self.reading.addWidget(image)
        self.reading.addWidget(features)
        self.across.setStretchFactor(1, 1)
        self.reading.setStretchFactor(0, 1)
        self.across.setCollapsible(1, False)
        self.reading.setCollapsible(0, False)
        contents.setMinimumWidth(200)
        features.setMinimumSize(300, 160)
        image.setMinimumSize(300, 240)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.across)
        contents.installEventFilter(self)

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

    def grow(self, scale: float) -> None:
        """Give text panels the width that a text size of that scale wants."""
        if scale != self._scale:
            self._scale = scale
            self._shared = False
            self._arrange()

    # What Qt asks

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = event.key() if isinstance(event, QKeyEvent) else None
        if event.type() == QEvent.Type.KeyPress and pressed == Qt.Key.Key_Escape and self.narrow:
            self.show_contents(False)
            self._image.setFocus()
            return True
        return super().eventFilter(watched, event)

    # How it is done

    def _arrange(self) -> None:
        standing = Qt.Orientation.Vertical
        lying = Qt.Orientation.Horizontal
        way = standing if self.height() > self.width() else lying
        if self.reading.orientation() is not way or not self._shared:
            self.reading.setOrientation(way)
            self._share(way)
        self._features.setVisible(not self._maximised)
        self._place_contents()
        self.arranged.emit()

    def _share(self, way: Qt.Orientation) -> None:
        """The sizes of the first start; from then on the reader's own hold."""
        self._shared = self.isVisible()
        if not self.narrow:
            contents = round(CONTENTS_WIDTH * self._scale)
            self.across.setSizes([contents, self.width() - contents])
        if way is Qt.Orientation.Vertical:
            self.reading.setSizes([self.height() * 11 // 20, self.height() * 9 // 20])
        else:
            width, features = self.reading.width(), round(FEATURES_WIDTH * self._scale)
            features = min(features, width * 11 // 20)
            self.reading.setSizes([width - features, features])

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
                contents = round(CONTENTS_WIDTH * self._scale)
                self.across.setSizes([contents, self.width() - contents])
            _restyle(self._contents)
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


def _restyle(widget: QWidget) -> None:
    """Let the style sheet see a property that has changed."""
    style = QApplication.style()
    style.unpolish(widget)
    style.polish(widget)
