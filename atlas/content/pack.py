"""A folder of pages becomes a library; what is wrong is gathered, not thrown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path

from atlas.content.contents import Mentions, contents_of
from atlas.content.document import MOST_COMPLAINTS, Document, parse
from atlas.content.folder import Files, Objection, Reading, accept, files_of
from atlas.content.page import page_of
from atlas.content.vocabulary import vocabulary_of
from atlas.domain.errors import ContentError, Problem, Where
from atlas.domain.library import Category, Library
from atlas.domain.page import Page, PageId
from atlas.domain.vocabulary import Vocabulary
from atlas.paths import shortened

CONTENTS = "contents.yaml"
VOCABULARY = "vocabulary.yaml"


def read_pack(folder: Path, objection: Objection = accept) -> Reading:
    """Read every page under `folder`; one bad page never hides the rest."""
    return reading_of(files_of(folder), objection)


def reading_of(files: Files, objection: Objection = accept) -> Reading:
    """The library that `files` hold, and everything that is wrong with them."""
    reader = _Reader(files, objection)
    library = reader.library()
    return Reading(library, tuple(sorted(set(reader.problems))), files.fingerprint)


class _Reader:
    """Reads one folder, file after file, and checks what leads from one to another."""

    def __init__(self, files: Files, objection: Objection) -> None:
        self.problems = list(files.problems)
        self._files = files
        self._objection = objection
        self._documents: dict[PageId, Document] = {}

    def library(self) -> Library:
        vocabulary = self._vocabulary()
        categories, mentions, links = self._contents()
        pages = self._pages(vocabulary)
        self._check_places(mentions, pages)
        for document in self._documents.values():
            links += document.links
        self._check_links(links)
        return Library.of(pages.values(), categories, vocabulary)

    def _vocabulary(self) -> Vocabulary:
        document = self._parse(self._files.folder / VOCABULARY)
        if document is None:
            return Vocabulary(())
        vocabulary = vocabulary_of(document)
        self.problems += document.problems
        return vocabulary

    def _contents(self) -> tuple[tuple[Category, ...], Mentions, list[tuple[Where, str]]]:
        document = self._parse(self._files.folder / CONTENTS)
        if document is None:
            return (), {}, []
        categories, mentions = contents_of(document)
        self.problems += document.problems
        return categories, mentions, document.links

    def _pages(self, vocabulary: Vocabulary) -> dict[PageId, Page]:
        pages: dict[PageId, Page] = {}
        for path in self._files.content:
            if path.parent == self._files.folder:
                continue
            name = PageId(path.stem)
            if name in self._documents:
                self._complain(path, f"another page is named `{name}`")
            elif document := self._parse(path):
                self._documents[name] = document
                page = page_of(document, vocabulary, self._objection)
                self.problems += document.problems
                if not document.problems:
                    pages[name] = page
        self._check_titles(pages)
        return pages

    def _parse(self, path: Path) -> Document | None:
        if path not in self._files.content:
            if not any(problem.where.path == shortened(path) for problem in self.problems):
                self._complain(path, "the file is missing")
            return None
        try:
            return parse(path, self._files.content[path])
        except ContentError as error:
            self.problems.append(error.problem)
            return None

    def _check_titles(self, pages: Mapping[PageId, Page]) -> None:
        titles: dict[str, PageId] = {}
        for page in pages.values():
            first = titles.setdefault(page.title.casefold(), page.id)
            if first != page.id:
                path = self._documents[page.id].path
                self._complain(path, f"`{first}` has the same title, `{page.title}`")

    def _check_places(self, mentions: Mentions, pages: Mapping[PageId, Page]) -> None:
        written = self._names()
        for name, places in mentions.items():
            if name not in written:
                self.problems.append(Problem(places[0][1], f"there is no page `{name}`"))
        for name in pages:
            if name not in mentions:
                self._complain(self._documents[name].path, f"`{name}` has no place in {CONTENTS}")

    def _names(self) -> set[str]:
        """Every page that is written, well or badly or so that it could not be read."""
        unread = {Path(problem.where.path).stem for problem in self._files.problems}
        content, folder = self._files.content, self._files.folder
        return unread | {path.stem for path in content if path.parent != folder}

    def _check_links(self, links: list[tuple[Where, str]]) -> None:
        known = self._names()
        told = Counter[str]()  # of each file; who wrote more has made the same mistake each time
        for where, name in dict.fromkeys(links):
            if name and name not in known and told[where.path] <= MOST_COMPLAINTS:
                told[where.path] += 1
                self.problems.append(Problem(where, self._dead(name, known, told[where.path])))

    def _dead(self, name: str, known: set[str], count: int) -> str:
        if count > MOST_COMPLAINTS:
            return "and more links that lead nowhere; mend the first ones"
        close = get_close_matches(name, known, 1)
        meant = f"; did you mean `{close[0]}`?" if close else ""
        return f"there is no page `{name}`{meant}"

    def _complain(self, path: Path, message: str) -> None:
        self.problems.append(Problem(Where(shortened(path), 1), message))
