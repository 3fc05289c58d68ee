"""The few marks an author may use inside a sentence, and what they mean.

`[3]`, `[3,9]` and `[3-5]` cite references by number; `[[gout]]` and
`[[gout|tophi]]` lead to another page; `{site}` is a blank that the reader
fills in. Everything else is plain text, whatever it looks like: no text of a
page is ever handed to an HTML or Markdown parser.
"""

import re
from typing import NamedTuple

_MARK = re.compile(
    r"\[\[(?P<page>[a-z0-9-]+)(?:\|(?P<words>[^\[\]|]+))?\]\]"
    r"|\[(?P<cited>\d{1,3}(?:\s?[,–-]\s?\d{1,3})*)\]"
    r"|\{(?P<blank>[^{}\n]{1,60})\}"
)
_RANGE = re.compile(r"(\d+)\s?[–-]\s?(\d+)|(\d+)")
_GAP = re.compile(
    r"(?<!\s)\s+(?=[.,;:)])"
)  # only from its first blank: else a long one takes hours


class Words(NamedTuple):
    """Plain text."""

    text: str


class Citation(NamedTuple):
    """The numbers of references on the same page, each once, as written between the brackets."""

    text: str
    numbers: tuple[int, ...]


class Link(NamedTuple):
    """A way to another page; without words it shows the title of that page."""

    page: str
    words: str


class Blank(NamedTuple):
    """A gap in a report phrase, named after what belongs there."""

    name: str


Span = Words | Citation | Link | Blank


def spans(text: str) -> tuple[Span, ...]:
    """Split `text` at its marks; joined again, the words lose nothing."""
    found: list[Span] = []
    at = 0
    for mark in _MARK.finditer(text):
        if mark.start() > at:
            found.append(Words(text[at : mark.start()]))
        found.append(_meaning(mark))
        at = mark.end()
    if at < len(text):
        found.append(Words(text[at:]))
    return tuple(found)


def plain(text: str) -> str:
    """The sentence as it is searched and read aloud: citations gone, links as their words."""
    said = _MARK.sub(lambda mark: _spoken(_meaning(mark)), text)
    return _GAP.sub("", said).strip()


def _meaning(mark: re.Match[str]) -> Span:
    if page := mark["page"]:
        return Link(page, mark["words"] or "")
    if cited := mark["cited"]:
        return Citation(cited, _numbers(cited))
    return Blank(mark["blank"])


def _numbers(cited: str) -> tuple[int, ...]:
    numbers: dict[int, None] = {}
    for first, last, single in _RANGE.findall(cited):
        low = int(single or first)
        high = int(single or last)
        numbers.update(dict.fromkeys(range(low, min(high, low + 99) + 1)))
    return tuple(numbers)


def _spoken(span: Span) -> str:
    match span:
        case Words(text):
            return text
        case Link(page, words):
            return words or page.replace("-", " ")
        case Blank(name):
            return f"[{name}]"
        case Citation():
            return ""
