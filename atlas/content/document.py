"""One YAML file as a tree of nodes that know their line; a fault is a complaint with a place."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import yaml

from atlas.domain.errors import ContentError, Problem, Where
from atlas.domain.prose import Citation, Link, spans
from atlas.paths import shortened

LARGEST = 1_000_000  # bytes; the longest page of the atlas has about twenty thousand

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times faster where libyaml is there


@dataclass(slots=True)
class Document:
    """A file being read, and what has been found wrong with it so far."""

    path: Path
    root: yaml.Node
    problems: list[Problem] = field(default_factory=list)
    links: list[tuple[Where, str]] = field(default_factory=list)
    citations: list[tuple[yaml.Node, int]] = field(default_factory=list)

    def complain(self, node: yaml.Node, message: str) -> None:
        """Note a mistake at the line of `node` and go on reading."""
        self.problems.append(Problem(self.where(node), message))

    def mark(self, node: yaml.Node, text: str) -> None:
        """Remember where `text` leads and what it cites, to be checked when all is read."""
        for span in spans(text):
            if isinstance(span, Link):
                self.links.append((self.where(node), span.page))
            elif isinstance(span, Citation):
                self.citations.extend((node, number) for number in span.numbers)

    def where(self, node: yaml.Node) -> Where:
        return Where(shortened(self.path), node.start_mark.line + 1)


def read(path: Path) -> bytes:
    """The bytes of a content file. Raises ContentError when it is too large or cannot be read."""
    where = Where(shortened(path), 1)
    try:
        if path.stat().st_size > LARGEST:
            raise ContentError(where, f"the file is larger than {LARGEST // 1000} kB")
        return path.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ContentError(where, f"the file cannot be read: {reason}") from error


def parse(path: Path, content: bytes) -> Document:
    """The tree of a file. Raises ContentError naming the line of the first fault of syntax.

    Aliases are refused: ten lines of them can stand for a billion values.
    """
    name = shortened(path)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ContentError(Where(name, line), "the file is not plain UTF-8 text") from error
    try:
        _refuse_aliases(name, text)
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise ContentError(Where(name, line), f"not YAML: {error.problem}") from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, int(error.position)) + 1
        raise ContentError(
            Where(name, line), "the file holds a character that is not text"
        ) from error
    except RecursionError as error:  # only without libyaml, which counts for itself
        raise ContentError(Where(name, 1), "the file is nested too deeply") from error
    if root is None:
        raise ContentError(Where(name, 1), "the file is empty")
    return Document(path, root)


def _refuse_aliases(name: str, text: str) -> None:
    if "&" not in text and "*" not in text:
        return
    for event in yaml.parse(text, Loader=_Loader):
        if getattr(event, "anchor", None):
            line = event.start_mark.line + 1 if event.start_mark else 1
            raise ContentError(
                Where(name, line), "anchors and aliases (`&`, `*`) are not used here"
            )
