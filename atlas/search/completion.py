"""What may be typed on at the caret: fields, values of a field, names of pages, words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from atlas.domain.page import Page
from atlas.search.fields import Fields
from atlas.search.grammar import Piece, pieces
from atlas.search.meaning import Lexicon
from atlas.search.names import Names
from atlas.search.query import FIELDS, Completion
from atlas.search.words import folded_case

MOST = 8
_TITLES, _WORDS = 4, 4


class Completer:
    """Completes what stands before the caret. Built once, then only read."""

    def __init__(
        self, pages: Sequence[Page], fields: Fields, names: Names, lexicon: Lexicon
    ) -> None:
        self._pages = pages
        self._fields = fields
        self._names = names
        self._lexicon = lexicon

    def complete(self, text: str, caret: int) -> tuple[Completion, ...]:
        """At most `MOST` ways to go on, the likeliest first; none in the middle of a space."""
        before = tuple(pieces(text[: max(caret, 0)]))
        if not before or before[-1].end < caret:
            return ()
        found = self._ways_on(before, text, caret)
        unlike = (one for one in found if one.text != text)
        return tuple(islice(dict.fromkeys(unlike), MOST))

    def _ways_on(self, before: Sequence[Piece], text: str, caret: int) -> Iterator[Completion]:
        piece = before[-1]
        if piece.field:
            yield from self._values(piece, text, caret)
        elif piece.words and piece.words[-1].end == caret:
            if not piece.excluded:
                yield from self._titles(before, text, caret)
            if not piece.quoted:
                yield from self._field_names(piece, text, caret)
            yield from self._words(piece, text, caret)

    def _values(self, piece: Piece, text: str, caret: int) -> Iterator[Completion]:
        known = self._fields.values(piece.field)
        if piece.text:
            known = self._fields.beginning(piece.field, piece.text)
        for value in sorted(known, key=lambda value: -len(value.pages))[:MOST]:
            written = f"{'-' * piece.excluded}{value.filter}"
            note = FIELDS[piece.field].lower()
            yield _put(text, piece.start, caret, f"{written} ", value.label, note, len(value.pages))

    def _titles(self, before: Sequence[Piece], text: str, caret: int) -> Iterator[Completion]:
        """Titles that begin as all the words before the caret do."""
        plain = [piece for piece in before if not (piece.field or piece.excluded)]
        if plain[-1:] != [before[-1]]:
            return
        typed = [folded_case(word.text) for piece in plain for word in piece.words]
        titles = [page for page, title in self._names.beginning(typed).items() if title]
        for page in sorted(titles)[:_TITLES]:
            title = self._pages[page].title
            yield _put(text, plain[0].start, caret, title, title, "page", 1)

    def _field_names(self, piece: Piece, text: str, caret: int) -> Iterator[Completion]:
        for field in FIELDS:
            if field.startswith(piece.text) and len(piece.words) == 1:
                count = len({page for v in self._fields.values(field) for page in v.pages})
                written = f"{'-' * piece.excluded}{field}:"
                yield _put(text, piece.start, caret, written, f"{field}:", "field", count)

    def _words(self, piece: Piece, text: str, caret: int) -> Iterator[Completion]:
        """Longer words, unless the one typed is whole: `dialysis` wants no `dialysisassociated`."""
        word = piece.words[-1]
        typed = folded_case(word.text)
        if self._lexicon.count(typed):
            return
        for completed in self._lexicon.completions(typed)[:_WORDS]:
            count = self._lexicon.count(completed)
            yield _put(text, word.start, caret, completed, completed, "word", count)


def _put(
    text: str, start: int, caret: int, written: str, label: str, note: str, count: int
) -> Completion:
    """The text with `written` from `start` to the caret, and a space less where one follows."""
    rest = text[caret:]
    if written.endswith(" ") and rest.startswith(" "):
        rest = rest[1:]
    return Completion(text[:start] + written + rest, start + len(written), label, note, count)
