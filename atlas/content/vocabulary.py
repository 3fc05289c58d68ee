"""The vocabulary file: for each axis the terms that pages may be filed under."""

from __future__ import annotations

from atlas.content.document import Document
from atlas.content.fields import Fields
from atlas.domain.page import Axis, TermId
from atlas.domain.vocabulary import Term, Vocabulary


def vocabulary_of(document: Document) -> Vocabulary:
    """All terms of the file; a parent that is no term of the same axis is a mistake."""
    fields = Fields(document, document.root)
    terms: list[Term] = []
    for axis in Axis:
        inner = fields.inner(axis.value)
        if inner is not None:
            terms += _terms(axis, inner)
    fields.close()
    return Vocabulary(terms)


def _terms(axis: Axis, fields: Fields) -> list[Term]:
    found = []
    named = list(fields.names())
    known = {name for name, _ in named}
    for name, node in named:
        inner = Fields(fields.document, node)
        found.append(_term(axis, TermId(name), inner, known))
        inner.close()
    return found


def _term(axis: Axis, name: TermId, fields: Fields, known: set[str]) -> Term:
    parents = fields.texts("parents")
    for parent in parents:
        if parent not in known:
            fields.complain("parents", f"`{parent}` is not a term of {axis.value}")
    return Term(
        axis=axis,
        id=name,
        label=fields.text("label"),
        definition=fields.text("definition", ""),
        synonyms=fields.synonyms("synonyms"),
        parents=tuple(TermId(parent) for parent in parents),
    )
