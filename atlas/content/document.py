"""One YAML file as a tree of nodes that know their line; a fault is a complaint with a place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from atlas.domain.errors import ContentError, Problem, Where
from atlas.domain.prose import Citation, Link, Words, spans
from atlas.paths import shortened

MOST_COMPLAINTS = 100  # of one file; who wrote more of them has made the same mistake each time

_ADVICE = (  # what an author most often did, by what the parser says of it
    ("cannot start any token", "quote a line that begins with a sign"),
    (
        "mapping values are not allowed",
        "quote a line that holds a colon and a blank; a name, here or above, needs them both",
    ),
    ("quoted scalar", "close the quotes; an apostrophe within `'` is written twice"),
    ("did not find expected", "let items line up, and quote a line that begins with `[` or `{`"),
    ("could not find expected ':'", "a name ends in a colon and a blank"),
)

_TAB = re.compile(r"\s*\t")

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times faster where libyaml is there


@dataclass(slots=True)
class Document:
    """A file being read, and what has been found wrong with it so far.

    What can only be judged when all is read is kept with its node: `links` lead to pages,
    `citations` to references, `pointers` to the signs of this page.
    """

    path: Path
    root: yaml.Node
    problems: list[Problem] = field(default_factory=list)
    links: list[tuple[Where, str]] = field(default_factory=list)
    citations: list[tuple[yaml.Node, int]] = field(default_factory=list)
    pointers: list[tuple[yaml.Node, str]] = field(default_factory=list)
    _ids: dict[tuple[str, str], yaml.Node] = field(default_factory=dict)

    @property
    def enough(self) -> bool:
        """Whether no more complaints are kept, so that none need be worded."""
        return len(self.problems) > MOST_COMPLAINTS

    def complain(self, node: yaml.Node, message: str) -> None:
        """Note a mistake at the line of `node` and go on reading."""
        if len(self.problems) < MOST_COMPLAINTS:
            self.problems.append(Problem(self.where(node), message))
        elif len(self.problems) == MOST_COMPLAINTS:
            self.problems.append(Problem(self.where(node), "and more; mend the first ones"))

    def define(self, kind: str, node: yaml.Node, name: str) -> None:
        """Note that `name` is the id of one of its kind, which no other of the kind may have."""
        first = self._ids.setdefault((kind, name), node)
        if first is not node:
            line = first.start_mark.line + 1
            self.complain(node, f"another {kind} has the id `{name}`, at line {line}")

    def mark(self, node: yaml.Node, text: str) -> None:
        """Remember where `text` leads and what it cites, to be checked when all is read."""
        for span in spans(text):
            if isinstance(span, Link):
                self.links.append((self.where(node), span.page))
            elif isinstance(span, Citation):
                self._cite(node, span)
            elif isinstance(span, Words) and "[[" in span.text:
                self.complain(node, "`[[` begins a link; it is `[[page]]` or `[[page|words]]`")

    def where(self, node: yaml.Node) -> Where:
        return Where(shortened(self.path), node.start_mark.line + 1)

    def _cite(self, node: yaml.Node, citation: Citation) -> None:
        """Its outermost numbers stand for all: a thousand ranges must not become a million."""
        if not citation.numbers:
            self.complain(node, f"[{citation.text}] ends before it begins")
            return
        outermost = {min(citation.numbers), max(citation.numbers)}
        self.citations.extend((node, number) for number in sorted(outermost))


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
        raise ContentError(*_fault(name, text, error)) from error
    except yaml.reader.ReaderError as error:
        line = content.count(b"\n", 0, int(error.position)) + 1  # libyaml counts bytes
        raise ContentError(
            Where(name, line), "the file holds a character that is not text"
        ) from error
    except RecursionError as error:  # only without libyaml, which counts for itself
        raise ContentError(Where(name, 1), "the file is nested too deeply") from error
    if root is None:
        raise ContentError(Where(name, 1), "the file is empty")
    return Document(path, root)


def _fault(name: str, text: str, error: yaml.MarkedYAMLError) -> tuple[Where, str]:
    """Where the fault is and what it is: where quotes open or a name begins, not where all ends."""
    fault = ", ".join(part for part in (error.context, error.problem) if part)
    marks = [error.problem_mark, error.context_mark]
    begun = "end of stream" in fault or "expected ':'" in fault
    mark = next(filter(None, reversed(marks) if begun else marks), None)
    number = mark.line + 1 if mark else 1
    if any(map(_TAB.match, text.split("\n")[number - 1 : number])):
        return Where(name, number), "not YAML: indented with a tab; indent with blanks"
    advice = next((f"; {told}" for said, told in _ADVICE if said in fault), "")
    return Where(name, number), f"not YAML: {fault}{advice}"


def _refuse_aliases(name: str, text: str) -> None:
    if "&" not in text and "*" not in text:
        return
    for event in yaml.parse(text, Loader=_Loader):
        if getattr(event, "anchor", None):
            line = event.start_mark.line + 1 if event.start_mark else 1
            raise ContentError(
                Where(name, line), "anchors and aliases (`&`, `*`) are not used here"
            )
