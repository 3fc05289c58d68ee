"""The passages of a page: everything it says, each with its weight and the reason it gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from atlas.domain.library import Library
from atlas.domain.page import (
    Axis,
    Differential,
    Facet,
    LaboratoryRow,
    Page,
    PageId,
    Sign,
    Statement,
    Synonym,
    SynonymKind,
    Typicality,
)
from atlas.domain.plate import PlateId
from atlas.domain.prose import plain
from atlas.domain.vocabulary import Vocabulary

TITLE, SYNONYM, KEY, FILED, BODY, DIFFERENTIAL = 6.0, 4.0, 2.5, 2.0, 1.0, 0.6

_LEADS = {SynonymKind.ABBREVIATION: "Abbreviated", SynonymKind.RELATED: "Related:"}
_NAMED = {
    SynonymKind.ABBREVIATION: "abbreviation",
    SynonymKind.HISTORICAL: "historical name",
    SynonymKind.LAY: "lay name",
    SynonymKind.RELATED: "related name",
}


@dataclass(frozen=True, slots=True)
class Passage:
    """Something a page says, and what it counts for.

    `lead` stands before the text where it is quoted and is not searched; a
    passage that makes no sense by itself is searched but not `quoted`. `statement`
    is the sentence as the page has it, where it is one.
    """

    text: str
    weight: float
    why: str
    quoted: bool = True
    lead: str = ""
    plate: PlateId | None = None
    statement: str = ""


def passages_of(page: Page, library: Library) -> tuple[Passage, ...]:
    """Every passage of the page, the weightiest kinds first; equal pages give equal passages."""
    found = (
        *_names(page),
        *_statements(page.key_features, KEY, "key feature"),
        *_statements((page.definition,), BODY, "definition"),
        *_approach(page),
        *(_sign(sign, page) for sign in page.signs),
        *_pattern(page),
        *_distribution(page),
        *_plates(page),
        *_course(page, library.vocabulary),
        *_body(page),
        *(_differential(row, library) for row in page.differentials),
        *(_told_apart(other, row) for other, row in _rows_about(library).get(page.id, ())),
        *_filed(page, library),
    )
    return tuple(passage for passage in found if passage.text)


def _statements(statements: Iterable[Statement], weight: float, why: str) -> Iterator[Passage]:
    return (_sentence(statement.text, weight, why) for statement in statements)


def _sentence(text: str, weight: float, why: str, plate: PlateId | None = None) -> Passage:
    return Passage(plain(text), weight, why, plate=plate, statement=text)


def _names(page: Page) -> Iterator[Passage]:
    yield Passage(page.title, TITLE, "title", quoted=False)
    for synonym in page.synonyms:
        yield _synonym(synonym)


def _synonym(synonym: Synonym) -> Passage:
    lead = _LEADS.get(synonym.kind, "Also called")
    why = _NAMED.get(synonym.kind, "synonym")
    return Passage(synonym.term, SYNONYM, why, quoted=synonym.shown, lead=f"{lead} ")


def _sign(sign: Sign, page: Page) -> Passage:
    label = sign.modality.label
    shown = (plate.id for plate in page.plates if sign.id and sign.id in plate.signs)
    why = f"sign on {label if label.isupper() else label.lower()}"
    return _sentence(sign.statement.text, BODY, why, next(shown, None))


def _approach(page: Page) -> Iterator[Passage]:
    for question in page.approach:
        for answer in question.answers:
            yield _labelled(answer.answer, answer.means, DIFFERENTIAL, "approach")


def _pattern(page: Page) -> Iterator[Passage]:
    pattern = page.pattern
    yield from _statements(pattern.shape, FILED, "pattern")
    single = (pattern.size, pattern.margin, pattern.trabeculae, pattern.zonality)
    yield from _statements(filter(None, single), FILED, "pattern")


def _distribution(page: Page) -> Iterator[Passage]:
    where = page.distribution
    yield from _statements(where.sites, FILED, "site")
    yield from _statements(filter(None, (where.symmetry,)), BODY, "site")
    yield Passage(", ".join(where.layers), FILED, "tissue layer", quoted=False)


def _plates(page: Page) -> Iterator[Passage]:
    for plate in page.plates:
        for text in dict.fromkeys((plate.caption, plate.shows)):
            yield _sentence(text, BODY, f"picture, {plate.name}", plate.id)


def _course(page: Page, vocabulary: Vocabulary) -> Iterator[Passage]:
    for step in page.time_course:
        yield _labelled(step.when, step.seen, BODY, "time course")
    for row in page.laboratory:
        yield _laboratory(row, vocabulary)
    for grade in page.classification:
        yield _labelled(grade.name, grade.detail, BODY, "classification")


def _laboratory(row: LaboratoryRow, vocabulary: Vocabulary) -> Passage:
    levels = " or ".join(level.value for level in row.levels)
    note = row.note.text if row.note else ""
    said = ", ".join(part for part in (levels, plain(note)) if part)
    label = vocabulary.label(Axis.LABORATORY, row.test)
    return Passage(f"{label}: {said}", BODY, "laboratory", statement=note)


def _body(page: Page) -> Iterator[Passage]:
    yield from _statements(page.pearls, BODY, "pearl")
    yield from _statements(page.pitfalls, BODY, "pitfall")
    yield from _statements(page.clinical, BODY, "clinical finding")
    yield from _statements(page.epidemiology, BODY, "epidemiology")
    yield from _statements(page.pathogenesis, BODY, "pathogenesis")
    yield from _statements(page.associations, BODY, "association")
    yield from _statements(page.management, BODY, "management")
    yield from _statements(page.chapter, BODY, "source chapter")
    yield from _statements(page.teaching, BODY, "teaching")
    for correction in page.corrections:
        yield _sentence(correction.correct.text, BODY, "correction")
    yield from _statements(page.report_phrases, BODY, "report phrase")


def _differential(row: Differential, library: Library) -> Passage:
    known = row.page is not None and row.page in library
    name = library[row.page].title if known and row.page else row.name
    return _labelled(name, row.discriminator, DIFFERENTIAL, f"differential of {name}")


def _told_apart(other: Page, row: Differential) -> Passage:
    """What another page says of this one, to tell the two apart."""
    why = f"differential of {other.title}"
    return Passage(plain(row.discriminator.text), DIFFERENTIAL, why, lead=f"Unlike {other.title}: ")


@lru_cache(1)
def _rows_about(library: Library) -> Mapping[PageId, Sequence[tuple[Page, Differential]]]:
    """For each page the rows of other pages that tell it apart."""
    found: dict[PageId, list[tuple[Page, Differential]]] = {}
    for page in library:
        for row in page.differentials:
            if row.page:
                found.setdefault(row.page, []).append((page, row))
    return found


def _filed(page: Page, library: Library) -> Iterator[Passage]:
    shelf = library.shelfmark(page.id)
    titles = [shelf.category.title] + ([shelf.group.title] if shelf.group else [])
    yield Passage(" ".join(titles), BODY, f"filed under {titles[-1]}", quoted=False)
    for facet in page.facets:
        if facet.typicality is not Typicality.NEVER:
            yield from _facet(facet, library.vocabulary)


def _facet(facet: Facet, vocabulary: Vocabulary) -> Iterator[Passage]:
    """A term under its own names, and more lightly under those of all that it is part of."""
    own = vocabulary.label(facet.axis, facet.term)
    common = facet.typicality in (None, Typicality.ALWAYS, Typicality.USUAL)
    for step, term_id in enumerate(vocabulary.lineage(facet.axis, facet.term)):
        known = vocabulary.get(facet.axis, term_id)
        others = (synonym.term for synonym in known.synonyms) if known else ()
        names = (vocabulary.label(facet.axis, term_id), *others)
        weight = FILED if common and not step else BODY
        yield Passage(", ".join(names), weight, f"filed under {own}", quoted=False)


def _labelled(label: str, statement: Statement, weight: float, why: str) -> Passage:
    said = plain(statement.text)
    text = f"{label}: {said}" if label and said else label or said
    return Passage(text, weight, why, statement=statement.text)
