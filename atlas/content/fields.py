"""A YAML mapping that is asked for what it should hold, and complains where it does not.

The reader of a page never handles a line number: it asks for a field by name, gets a
value or an empty one, and the complaint lands in the document with its place.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterator, Sequence
from difflib import get_close_matches
from enum import Enum
from typing import TypeVar

import yaml

from atlas.content.document import Document
from atlas.domain.page import Statement, Synonym, SynonymKind
from atlas.domain.plate import StatementId

E = TypeVar("E", bound=Enum)
T = TypeVar("T")

LONGEST = 5_000  # characters of one text; the longest of the atlas has about thirteen hundred
MOST_ITEMS = 500  # of one list or mapping; each may become a widget, and all are laid out at once

_QUOTED = "put it in quotes if it holds a colon and a blank, or begins with `[` or `{`"

_NULLS = ("~", "null")


def meant(name: str, known: Collection[str]) -> str:
    """What would be right in the place of `name`: the one it resembles, or all there are."""
    close = get_close_matches(name, known, 1)
    return f"did you mean `{close[0]}`?" if close else f"known are {', '.join(known)}"


class Fields:
    """One mapping of a document. Call `close` when all that is known has been asked for."""

    def __init__(self, document: Document, node: yaml.Node) -> None:
        self.document = document
        self.node = node
        self._keys: dict[str, yaml.Node] = {}
        self._values: dict[str, yaml.Node] = {}
        self._asked: dict[str, None] = {}
        if not isinstance(node, yaml.MappingNode):
            document.complain(node, "expected lines of `name: value`")
            return
        for key, value in node.value:
            self._add(key, value)

    def __contains__(self, name: str) -> bool:
        self._asked[name] = None
        return name in self._values

    def at(self, name: str) -> yaml.Node:
        """The node to complain about: the value of `name`, or the mapping without it."""
        return self._values.get(name, self.node)

    def complain(self, name: str, message: str) -> None:
        self.document.complain(self.at(name), message)

    # One value

    def text(self, name: str, default: str | None = None) -> str:
        """A line of text; required unless there is a default."""
        node = self._find(name, required=default is None)
        return self._text(node, f"`{name}`") if node else default or ""

    def number(self, name: str, low: float = -math.inf, high: float = math.inf) -> float | None:
        """A finite number from `low` to `high`; None when it is missing or not within them."""
        node = self._find(name, required=False)
        if node is None:
            return None
        number = self._number(node, f"`{name}`")
        if number is None or low <= number <= high:
            return number
        self.document.complain(node, f"`{name}` is {number:g}; it may be {low:g} to {high:g}")
        return None

    def yes(self, name: str) -> bool:
        """`true` or `false`; false when it is not written."""
        node = self._find(name, required=False)
        if node is None:
            return False
        value = self._text(node, f"`{name}`")
        if value not in ("true", "false"):
            self.document.complain(node, f"`{name}` is `{value}`; it may be true or false")
        return value == "true"

    def one_of(self, name: str, choices: type[E]) -> E | None:
        """A member of an enumeration by its value; None when missing or not among them."""
        node = self._find(name, required=True)
        return self.member(node, f"`{name}`", choices) if node else None

    def maybe_one_of(self, name: str, choices: type[E]) -> E | None:
        """As `one_of`, for a field that may be left out."""
        return self.one_of(name, choices) if name in self else None

    def statement(self, name: str) -> Statement:
        """One statement; required."""
        node = self._find(name, required=True)
        return self._statement(node, f"`{name}`") if node else Statement("")

    def maybe_statement(self, name: str) -> Statement | None:
        """As `statement`, for a field that may be left out."""
        return self.statement(name) if name in self else None

    def inner(self, name: str) -> Fields | None:
        """The mapping under `name`, if it is written."""
        node = self._find(name, required=False)
        return Fields(self.document, node) if node else None

    # Several values

    def nodes(self, name: str, *, required: bool = False) -> Sequence[yaml.Node]:
        """The items of a list. An empty list says nothing, so it is a mistake."""
        node = self._find(name, required=required)
        if node is None:
            return ()
        if not isinstance(node, yaml.SequenceNode):
            self.document.complain(node, f"`{name}` must be a list, each item after a `-`")
            return ()
        if not node.value:
            self.document.complain(node, f"`{name}` is an empty list; leave it out")
        return tuple(node.value) if self._is_bearable(node, len(node.value), f"`{name}`") else ()

    def texts(self, name: str, *, required: bool = False) -> tuple[str, ...]:
        return tuple(self._text(n, f"`{name}`") for n in self.nodes(name, required=required))

    def statements(self, name: str, *, required: bool = False) -> tuple[Statement, ...]:
        nodes = self.nodes(name, required=required)
        return tuple(self._statement(node, f"`{name}`") for node in nodes)

    def each(self, name: str, read: Callable[[Fields], T], *, required: bool = False) -> list[T]:
        """What `read` makes of each mapping in the list; unknown names in it are reported."""
        found = []
        for node in self.nodes(name, required=required):
            fields = Fields(self.document, node)
            found.append(read(fields))
            fields.close()
        return found

    def synonyms(self, name: str) -> tuple[Synonym, ...]:
        """Other names: plain ones, or a `term` with its `kind`."""
        return tuple(self._synonym(node, f"`{name}`") for node in self.nodes(name))

    def graded(self, name: str, grades: type[E]) -> list[tuple[yaml.Node, E | None]]:
        """The items of a list without a grade, or the names of a mapping with the grade of each."""
        node = self._find(name, required=False)
        if isinstance(node, yaml.ScalarNode):
            known = ", ".join(str(grade.value) for grade in grades)
            right = f"a list, `[{node.value}]`, or names with a grade each: {known}"
            self.document.complain(node, f"`{name}` must be {right}")
            return []
        if not isinstance(node, yaml.MappingNode):
            return [(item, None) for item in self.nodes(name)]
        inner = Fields(self.document, node)
        return [
            (inner._keys[of], self.member(value, f"`{of}`", grades)) for of, value in inner.names()
        ]

    def names(self) -> Iterator[tuple[str, yaml.Node]]:
        """Every name of this mapping with its value, for a mapping whose names are data."""
        self._asked.update(dict.fromkeys(self._values))
        if self._is_bearable(self.node, len(self._values), "this mapping"):
            yield from self._values.items()

    def close(self) -> None:
        """Complain of every name that nobody asked for."""
        known = list(self._asked)
        for name, key in self._keys.items():
            if name not in self._asked and not self.document.enough:
                self.document.complain(key, f"`{name}` is not known here; {meant(name, known)}")

    def member(self, node: yaml.Node, what: str, choices: type[E]) -> E | None:
        """The member of an enumeration that a node names, or a complaint listing them."""
        value = self._text(node, what)
        for choice in choices:
            if choice.value == value:
                return choice
        known = ", ".join(str(choice.value) for choice in choices)
        self.document.complain(node, f"{what} is `{value}`; it may be {known}")
        return None

    def scalar(self, node: yaml.Node, what: str) -> str:
        """The text a node holds."""
        return self._text(node, what)

    def as_number(self, node: yaml.Node, what: str) -> float:
        """The finite number a node holds; 0 after a complaint."""
        return self._number(node, what) or 0.0

    # How it is read

    def _is_bearable(self, node: yaml.Node, count: int, what: str) -> bool:
        if count > MOST_ITEMS:
            self.document.complain(node, f"{what} has {count} items; at most {MOST_ITEMS} are read")
        return count <= MOST_ITEMS

    def _add(self, key: yaml.Node, value: yaml.Node) -> None:
        if not isinstance(key, yaml.ScalarNode):
            self.document.complain(key, "a name must be one word")
        elif key.value in self._values:
            self.document.complain(key, f"`{key.value}` is written twice")
        else:
            self._keys[key.value] = key
            self._values[key.value] = value

    def _find(self, name: str, *, required: bool) -> yaml.Node | None:
        self._asked[name] = None
        node = self._values.get(name)
        if node is None and required and isinstance(self.node, yaml.MappingNode):
            self.document.complain(self.node, f"`{name}` is missing")
        return node

    def _number(self, node: yaml.Node, what: str) -> float | None:
        text = self._text(node, what)
        try:
            number = float(text)
        except ValueError:
            number = math.nan
        if math.isfinite(number):
            return number
        self.document.complain(node, f"{what} is `{text}`; it must be a number")
        return None

    def _text(self, node: yaml.Node, what: str) -> str:
        if not isinstance(node, yaml.ScalarNode):
            self.document.complain(node, f"{what} must be a line of text; {_QUOTED}")
            return ""
        text: str = node.value.strip()
        if not text or (not node.style and text.lower() in _NULLS):
            self.document.complain(node, f"{what} is empty")
            return ""
        if len(text) > LONGEST:
            self.document.complain(node, f"{what} is longer than {LONGEST} characters")
            return ""
        if "[" in text:
            self.document.mark(node, text)
        return text

    def _synonym(self, node: yaml.Node, what: str) -> Synonym:
        if not isinstance(node, yaml.MappingNode):
            return Synonym(self._text(node, what))
        fields = Fields(self.document, node)
        kind = fields.one_of("kind", SynonymKind) or SynonymKind.NAME
        synonym = Synonym(fields.text("term"), kind)
        fields.close()
        return synonym

    def _statement(self, node: yaml.Node, what: str) -> Statement:
        if not isinstance(node, yaml.MappingNode):
            return Statement(self._text(node, what))
        fields = Fields(self.document, node)
        if not any(name in fields._values for name in ("text", "id", "teaching")):
            self.document.complain(node, f"{what} must be a line of text; {_QUOTED}")
            return Statement("")
        statement = Statement(
            text=fields.text("text"),
            id=StatementId(fields.text("id", "")) or None,
            teaching=fields.yes("teaching"),
        )
        if statement.id:
            self.document.define("statement", fields.at("id"), statement.id)
        fields.close()
        return statement
