"""The vocabulary, and how our own pages are filed under it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from atlas.domain.library import CategoryId
from atlas.domain.page import Axis, Page, SynonymKind, Typicality
from atlas.domain.plate import Modality
from atlas.domain.prose import plain
from atlas.domain.vocabulary import Term, Vocabulary

SMALL_WORDS = {"a", "an", "and", "in", "of", "on", "or", "round", "the", "with"}


SILENT = {  # what pages say nothing of, because their sources do not
    Axis.AGE: {
        "dystrophic-calcification", "radiation-induced-calcification",
        "diabetic-arterial-calcification", "postsurgical-heterotopic-ossification",
        "venous-incompetence", "calcification-in-infection", "calcified-lymphadenitis",
        "leprosy", "echinococcosis", "schistosomiasis", "cysticercosis", "loiasis",
        "metastatic-calcification", "chronic-kidney-disease", "calciphylaxis", "sarcoidosis",
        "secondary-hyperparathyroidism", "hypercalcaemia-of-malignancy",
    },
    Axis.SEX: {
        "dystrophic-calcification", "injection-site-calcification",
        "radiation-induced-calcification", "thermal-injury-calcification",
        "calcified-haematoma", "calcific-myonecrosis", "phleboliths",
        "progressive-osseous-heteroplasia", "monckeberg-sclerosis",
        "diabetic-arterial-calcification", "renal-arterial-calcification",
        "venous-incompetence", "cppd-deposition-disease", "ehlers-danlos-syndrome",
        "tumoral-calcinosis", "calcification-in-infection", "leprosy",
        "calcified-lymphadenitis", "echinococcosis", "schistosomiasis", "cysticercosis",
        "dracunculiasis", "loiasis", "metastatic-calcification", "chronic-kidney-disease",
        "secondary-hyperparathyroidism", "hypoparathyroidism", "pseudohypoparathyroidism",
        "pseudopseudohypoparathyroidism", "hypervitaminosis-d", "hypercalcaemia-of-malignancy",
        "sarcoidosis",
    },
    Axis.COURSE: {
        "venous-mural-calcification", "systemic-lupus-erythematosus", "calcified-lymphadenitis",
        "leprosy", "cysticercosis", "loiasis", "calciphylaxis",
    },
}  # fmt: skip


def filed(page: Page, axis: Axis) -> dict[str, Typicality | None]:
    return {facet.term: facet.typicality for facet in page.facets if facet.axis is axis}


def names(vocabulary: Vocabulary, term: Term) -> Iterator[str]:
    """The label and synonyms of a term and of all that is part of it."""
    for other in vocabulary.of(term.axis):
        if term.id in vocabulary.lineage(term.axis, other.id):
            yield other.label
            yield from (synonym.term for synonym in other.synonyms)


def sentences(page: Page) -> list[str]:
    """What the page says, one passage a line, in lower case."""
    said = [page.title, *page.distribution.layers]
    said += [synonym.term for synonym in page.synonyms] + [step.when for step in page.time_course]
    said += [other.name for other in page.differentials]
    return [text.casefold() for text in said + [plain(s.text) for s in page.statements()]]


def is_said(name: str, passages: list[str]) -> bool:
    """Do the words of a name stand together in one passage, whatever their endings?"""
    words = [word for word in re.findall(r"[\w'-]+", name.casefold()) if word not in SMALL_WORDS]
    stems = [rf"\b{re.escape(word[: max(5, len(word) - 3)])}" for word in words]
    stems = [
        stem + r"s?\b" if len(word) < 5 else stem for stem, word in zip(stems, words, strict=True)
    ]
    return any(all(re.search(stem, passage) for stem in stems) for passage in passages)


def test_every_term_is_defined_in_a_sentence(workspace):
    for term in workspace.library.vocabulary:
        assert re.fullmatch(r"[A-Z0-9].+\.", term.definition), term.id


def test_no_axis_has_two_terms_of_one_label(workspace):
    vocabulary = workspace.library.vocabulary
    for axis in Axis:
        labels = [term.label for term in vocabulary.of(axis)]
        assert labels, axis
        assert len(set(labels)) == len(labels), axis


def test_no_term_is_there_for_nothing(workspace):
    library = workspace.library
    used = {(facet.axis, facet.term) for page in library for facet in page.facets}
    used |= {(Axis.LABORATORY, row.test) for page in library for row in page.laboratory}
    reached = {
        (axis, step) for axis, term in used for step in library.vocabulary.lineage(axis, term)
    }
    assert [term.id for term in library.vocabulary if (term.axis, term.id) not in reached] == []


def test_american_spellings_find_the_british_terms(workspace):
    vocabulary = workspace.library.vocabulary
    for axis, term, american in [
        (Axis.SIGN, "oedema", "edema"),
        (Axis.SIGN, "brown-tumour", "brown tumor"),
        (Axis.TISSUE, "disc", "disk"),
        (Axis.LABORATORY, "calcium-high", "hypercalcemia"),
    ]:
        spellings = {s.term: s.kind for s in vocabulary.get(axis, term).synonyms}
        assert spellings[american] is SynonymKind.SPELLING


def test_modalities_are_those_of_signs_and_plates(workspace):
    terms = workspace.library.vocabulary.of(Axis.MODALITY)
    assert {(t.id, t.label) for t in terms if not t.parents} == {
        (modality.value, modality.label) for modality in Modality
    }


def test_every_modality_with_signs_is_graded_and_no_other(workspace):
    for page in workspace.library:
        top = {term for term in filed(page, Axis.MODALITY) if term in {m.value for m in Modality}}
        assert top == {sign.modality.value for sign in page.signs}, page.id


@pytest.mark.parametrize("axis", [Axis.MECHANISM, Axis.TISSUE, Axis.SITE, Axis.PATTERN])
def test_every_page_says_how_it_forms_where_it_lies_and_what_it_looks_like(workspace, axis):
    for page in workspace.library:
        assert filed(page, axis), page.id


def test_a_metabolic_page_is_filed_under_laboratory_values(workspace):
    library = workspace.library
    for page in library:
        if library.shelfmark(page.id).category.id is CategoryId.METABOLIC:
            assert {"calcium", "phosphate"} <= {row.test for row in page.laboratory}, page.id
            assert filed(page, Axis.LABORATORY), page.id


@pytest.mark.parametrize("axis", [Axis.SITE, Axis.SIGN])
def test_a_page_speaks_of_every_site_and_sign_it_is_filed_under(workspace, axis):
    vocabulary = workspace.library.vocabulary
    for page in workspace.library:
        passages = sentences(page)
        for term in vocabulary.of(axis):
            if term.id in filed(page, axis):
                said = any(is_said(name, passages) for name in names(vocabulary, term))
                assert said, (page.id, term.id)


def test_the_whole_is_filed_at_least_as_typically_as_its_part(workspace):
    vocabulary, order = workspace.library.vocabulary, list(Typicality)
    for page in workspace.library:
        for axis in Axis:
            grades = filed(page, axis)
            for term, grade in grades.items():
                for whole in vocabulary.lineage(axis, term)[1:]:
                    if whole in grades:
                        assert order.index(grades[whole]) <= order.index(grade), (page.id, term)


@pytest.mark.parametrize("axis", SILENT)
def test_age_sex_and_course_are_filed_unless_the_page_says_nothing_of_them(workspace, axis):
    silent = {page.id for page in workspace.library if not filed(page, axis)}
    assert silent <= SILENT[axis]


def test_a_danger_is_marked_where_it_is_real_and_nowhere_else(workspace):
    marked = {page.id: set(filed(page, Axis.MUST_NOT_MISS)) for page in workspace.library}
    assert {page: reasons for page, reasons in marked.items() if reasons} == {
        "extraskeletal-osteosarcoma": {"malignancy"},
        "extraskeletal-chondrosarcoma": {"malignancy"},
        "synovial-sarcoma": {"malignancy"},
        "liposarcoma": {"malignancy"},
        "parosteal-osteosarcoma": {"malignancy"},
        "maffucci-syndrome": {"malignancy"},
        "hypercalcaemia-of-malignancy": {"malignancy"},
        "calciphylaxis": {"life-or-limb", "harmful-intervention"},
        "calcified-aneurysm": {"life-or-limb", "harmful-intervention"},
        "fibrodysplasia-ossificans-progressiva": {"harmful-intervention"},
        "calcified-abscess": {"active-infection"},
        "echinococcosis": {"active-infection", "harmful-intervention"},
    }
