"""One page file: YAML in, a `Page` out, or every mistake in it with its line."""

from __future__ import annotations

import re
from functools import partial

import yaml

from atlas.content.document import Document
from atlas.content.fields import Fields, meant
from atlas.content.folder import Objection, accept
from atlas.content.plates import read_plate
from atlas.domain.page import (
    Answer,
    Axis,
    Class,
    Correction,
    Differential,
    Distribution,
    Facet,
    LaboratoryRow,
    Level,
    Page,
    PageId,
    Pattern,
    Question,
    Reference,
    Sign,
    Step,
    TermId,
    Typicality,
)
from atlas.domain.plate import Modality
from atlas.domain.vocabulary import Vocabulary

_IDENTIFIERS = {  # a reader may follow them, so they lead to the web and nowhere else
    "pmid": (re.compile("[0-9]{1,12}"), "be digits alone"),
    "doi": (re.compile(r"10\.\S+"), "begin with `10.`, without spaces"),
    "url": (re.compile(r"https?://\S+"), "begin with `https://` or `http://`, without spaces"),
}


def page_of(document: Document, vocabulary: Vocabulary, objection: Objection = accept) -> Page:
    """The page a document holds. Where `document.problems` is not empty it must not be used."""
    fields = Fields(document, document.root)
    facets = _facets(fields, vocabulary)
    tests = fields.each("laboratory", partial(_laboratory, vocabulary))
    page = Page(
        id=PageId(document.path.stem),
        title=fields.text("title"),
        definition=fields.statement("definition"),
        key_features=fields.statements("key_features", required=True),
        synonyms=fields.synonyms("synonyms"),
        approach=tuple(fields.each("approach", _question)),
        signs=_signs(fields),
        pattern=_pattern(fields),
        distribution=_distribution(fields),
        time_course=tuple(fields.each("time_course", _step)),
        laboratory=tuple(row for row, _ in tests),
        classification=tuple(fields.each("classification", _class)),
        epidemiology=fields.statements("epidemiology"),
        clinical=fields.statements("clinical"),
        pathogenesis=fields.statements("pathogenesis"),
        differentials=tuple(fields.each("differentials", _differential)),
        pitfalls=fields.statements("pitfalls"),
        pearls=fields.statements("pearls"),
        associations=fields.statements("associations"),
        management=fields.statements("management"),
        report_phrases=fields.statements("report_phrases"),
        chapter=fields.statements("chapter"),
        corrections=tuple(fields.each("corrections", _correction)),
        teaching=fields.statements("teaching"),
        references=tuple(fields.each("references", _reference)),
        facets=(*facets, *(facet for _, levels in tests for facet in levels)),
        plates=tuple(fields.each("plates", partial(read_plate, objection=objection))),
    )
    fields.close()
    _check_pointers(document, page)
    _check_citations(document, page)
    return page


def _question(fields: Fields) -> Question:
    return Question(fields.text("ask"), tuple(fields.each("answers", _answer, required=True)))


def _answer(fields: Fields) -> Answer:
    return Answer(fields.text("answer"), fields.statement("means"))


def _signs(fields: Fields) -> tuple[Sign, ...]:
    inner = fields.inner("signs")
    if inner is None:
        return ()
    found = [
        Sign(modality, statement)
        for modality in Modality
        for statement in inner.statements(modality.value)
    ]
    inner.close()
    return tuple(found)


def _pattern(fields: Fields) -> Pattern:
    inner = fields.inner("pattern")
    if inner is None:
        return Pattern()
    pattern = Pattern(
        shape=inner.statements("shape"),
        zonality=inner.maybe_statement("zonality"),
        size=inner.maybe_statement("size"),
        margin=inner.maybe_statement("margin"),
        trabeculae=inner.maybe_statement("trabeculae"),
    )
    inner.close()
    return pattern


def _distribution(fields: Fields) -> Distribution:
    inner = fields.inner("distribution")
    if inner is None:
        return Distribution()
    distribution = Distribution(
        sites=inner.statements("sites"),
        symmetry=inner.maybe_statement("symmetry"),
        layers=inner.texts("layers"),
    )
    inner.close()
    return distribution


def _step(fields: Fields) -> Step:
    weeks = None
    if nodes := fields.nodes("weeks"):
        numbers = [fields.as_number(node, "`weeks`") for node in nodes]
        if len(numbers) == 2 and numbers[0] <= numbers[1]:
            weeks = (numbers[0], numbers[1])
        else:
            fields.complain("weeks", "`weeks` must be two numbers: when it begins and ends")
    return Step(fields.statement("seen"), fields.text("when", ""), weeks)


def _laboratory(vocabulary: Vocabulary, fields: Fields) -> tuple[LaboratoryRow, list[Facet]]:
    """A row of the table, and its levels as facets: `calcium` that is `high` is `calcium-high`."""
    test = TermId(fields.text("test"))
    _check_term(fields.document, fields.at("test"), vocabulary, Axis.LABORATORY, test)
    levels, facets = [], []
    for node, typicality in fields.graded("level", Typicality):
        level = fields.member(node, "`level`", Level)
        if level is None:
            continue
        facet = Facet(Axis.LABORATORY, TermId(f"{test}-{level.value}"), typicality)
        if vocabulary.get(Axis.LABORATORY, test):
            _check_term(fields.document, node, vocabulary, Axis.LABORATORY, facet.term)
        facets.append(facet)
        if typicality is not Typicality.NEVER:
            levels.append(level)
    note = fields.maybe_statement("note")
    if not levels and note is None and (facets or "level" not in fields):
        fields.complain("test", "say a `level` (low, normal, high) or a `note`")
    return LaboratoryRow(test, tuple(levels), note), facets


def _class(fields: Fields) -> Class:
    return Class(fields.text("name"), fields.statement("detail"))


def _differential(fields: Fields) -> Differential:
    page, name = fields.text("page", ""), fields.text("name", "")
    if bool(page) == bool(name):
        fields.document.complain(
            fields.node,
            "say either `page`, one of the atlas, or `name`, a condition without one",
        )
    if page == fields.document.path.stem:
        fields.complain("page", "a page is no differential of itself")
    if page:
        fields.document.links.append((fields.document.where(fields.at("page")), page))
    return Differential(fields.statement("discriminator"), PageId(page) if page else None, name)


def _correction(fields: Fields) -> Correction:
    return Correction(
        fields.statement("chapter"), fields.statement("correct"), fields.text("reference", "")
    )


def _reference(fields: Fields) -> Reference:
    reference = Reference(
        text=fields.text("text"),
        pmid=_identifier(fields, "pmid"),
        doi=_identifier(fields, "doi"),
        url=_identifier(fields, "url"),
        site=fields.text("site", ""),
    )
    if reference.url and not (reference.pmid or reference.doi or reference.site):
        fields.complain("url", "a web page is cited with its `site`, the name of who publishes it")
    return reference


def _identifier(fields: Fields, name: str) -> str:
    value = fields.text(name, "")
    right, told = _IDENTIFIERS[name]
    if value and not right.fullmatch(value):
        fields.complain(name, f"`{name}` is `{value:.40}`; it must {told}")
    return value


def _facets(fields: Fields, vocabulary: Vocabulary) -> tuple[Facet, ...]:
    """What the page is filed under; its laboratory values are told by the table of them."""
    inner = fields.inner("facets")
    if inner is None:
        return ()
    found: list[Facet] = []
    for axis in Axis:
        if axis is not Axis.LABORATORY:
            found += _facets_of(axis, inner, vocabulary)
    inner.close()
    return tuple(found)


def _facets_of(axis: Axis, fields: Fields, vocabulary: Vocabulary) -> list[Facet]:
    """A list of terms, or `term: how typical` for each."""
    found = []
    for node, typicality in fields.graded(axis.value, Typicality):
        term = TermId(fields.scalar(node, f"`{axis.value}`"))
        _check_term(fields.document, node, vocabulary, axis, term)
        found.append(Facet(axis, term, typicality))
    return found


def _check_term(
    document: Document, node: yaml.Node, vocabulary: Vocabulary, axis: Axis, term: TermId
) -> None:
    if not term or document.enough or vocabulary.get(axis, term):
        return
    elsewhere = [other.value for other in Axis if vocabulary.get(other, term)]
    if known := [one.id for one in vocabulary.of(axis)]:
        right = f"it is a term of {elsewhere[0]}" if elsewhere else meant(term, known)
        document.complain(node, f"`{term}` is not in the vocabulary of {axis.value}; {right}")


def _check_pointers(document: Document, page: Page) -> None:
    signs = [sign.id for sign in page.signs if sign.id]
    for node, name in document.pointers:
        if name not in signs and not document.enough:
            right = meant(name, signs) if signs else "none of its signs has an id"
            document.complain(node, f"`{name}` is no sign of this page; {right}")


def _check_citations(document: Document, page: Page) -> None:
    count = len(page.references)
    for node, number in document.citations:
        if not 1 <= number <= count:
            document.complain(
                node, f"[{number}] cites a reference that is not there; the page has {count}"
            )
