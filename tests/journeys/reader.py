from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from atlas.search.query import Query
from atlas.ui.features.composer import SAID
from atlas.ui.search.model import SEEN_AT_ONCE


class Reader:
    """Does what a person does, and sees what a person sees."""

    def __init__(self, qtbot, atlas) -> None:
        self._qtbot = qtbot
        self._atlas = atlas
        self.window = atlas.window
        self.session = atlas.session

    # With the mouse

    def opens(self, *titles: str) -> None:
        """Click a way down the contents."""
        tree, at = self.window.contents.tree, QModelIndex()
        for title in titles:
            rows = range(tree.model().rowCount(at))
            at = next(i for r in rows if (i := tree.model().index(r, 0, at)).data() == title)
            if tree.contents.row(at).kind.is_page or not tree.isExpanded(at):
                tree.scrollTo(at)
                spot = tree.visualRect(at).center()
                self._qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(spot))
        assert self.is_on(titles[-1])

    def presses_mouse(self, button: Qt.MouseButton, over: QWidget | None = None) -> None:
        widget = over or self.window
        self._qtbot.mousePress(widget, button, pos=QPoint(5, 5))

    def follows(self, link: str) -> None:
        """Click a link in another program."""
        self._atlas.heed(link)

    # With the keyboard

    def presses(self, keys: str) -> None:
        """Press keys where the focus is; shortcuts work as on a desk."""
        target = QGuiApplication.focusObject() or self.window
        for key in keys.split():
            QTest.keySequence(target, key)

    def types(self, text: str) -> None:
        self._qtbot.keyClicks(self.window.search_box, text)

    def searches(self, text: str) -> list[str]:
        """Type into the search box and read the titles found."""
        self.does("go.search")
        self.window.search_box.clear()
        self._qtbot.keyClicks(self.window.search_box, text)
        answer = self._atlas._workspace.find(Query.parse(text))
        wanted = [hit.title for hit in answer.hits]
        self.waits(lambda: self.found == wanted[:SEEN_AT_ONCE])  # half of the text is answered too
        return wanted

    def key(self, key: Qt.Key) -> None:
        """A key in the search box."""
        self._qtbot.keyClick(self.window.search_box, key)

    def presses_on(self, key: Qt.Key) -> None:
        """A key where the focus is, as on a desk."""
        self._qtbot.keyClick(QApplication.focusWidget(), key)

    def does(self, command: str) -> None:
        action = self._atlas.actions[command]
        assert action.isEnabled(), command
        action.trigger()

    def may(self, command: str) -> bool:
        return self._atlas.actions[command].isEnabled()

    # What is seen

    def is_on(self, title: str) -> bool:
        return self.window.windowTitle().startswith(f"{title} –")

    def reads(self, words: str) -> bool:
        return words in self.window.features.text.toPlainText()

    @property
    def found(self) -> list[str]:
        """The titles among the results, from top to bottom."""
        model = self.window.results.model
        return [model.index(row).data() for row in range(model.rowCount())]

    @property
    def marked(self) -> list[str]:
        """The sentences that are marked as those that the reader was sent to."""
        text = self.window.features.text
        return [block.text() for block in text._blocks_with(SAID, text._sought)]

    def is_told(self, words: str) -> bool:
        return words in self.window.status.sentence.whole

    def says_of_the_picture(self, words: str) -> bool:
        """Whether a corner of the picture that is shown says so."""
        viewer = self.window.viewer
        corners = viewer.viewport._words
        return viewer.has_picture and words in "; ".join((*corners.top_left, *corners.top_right))

    def waits_for_the_picture(self) -> None:
        self._qtbot.waitUntil(lambda: self.window.viewer.has_picture, timeout=20000)

    def waits_a_moment(self) -> None:
        """What is put off until nothing else is to do."""
        QApplication.processEvents()

    def waits(self, until) -> None:
        self._qtbot.waitUntil(until, timeout=10000)
