from __future__ import annotations

from pathlib import Path

import pytest

from atlas.content.document import parse
from atlas.content.page import page_of
from atlas.domain.page import (
    Answer,
    Axis,
    Class,
    Correction,
    Differential,
    Facet,
    LaboratoryRow,
    Level,
    Question,
    Reference,
    Sign,
    Statement,
    Step,
    Synonym,
    SynonymKind,
    Typicality,
)
from atlas.domain.plate import Modality
from atlas.domain.vocabulary import Term, Vocabulary

WORDS = Vocabulary(
    [
        Term(Axis.SITE, "foot", "Foot"),
        Term(Axis.SITE, "toe", "Toe"),
        Term(Axis.AGE, "old", "Old"),
        Term(Axis.LABORATORY, "urate", "Urate"),
        *(Term(Axis.LABORATORY, f"urate-{level}", level) for level in ("normal", "high")),
        Term(Axis.MUST_NOT_MISS, "infection", "Infection"),
    ]
)

WHOLE = """\
title: Gout
synonyms:
  - tophus
  - term: podagra
    kind: historical
definition: Urate crystals [1].
key_features:
  - Dense tophi.
approach:
  - ask: Where is it?
    answers:
      - answer: In a toe
        means: Gout [1].
      - answer: Elsewhere
        means:
          text: Not gout.
          id: not-gout
signs:
  mr:
    - Dark on T2.
  radiograph:
    - text: Overhanging edge.
      id: edge
      teaching: true
pattern:
  shape:
    - Cloudy.
  size:
    text: Small
    teaching: true
  margin: Sharp
  trabeculae: None
  zonality: No zones
distribution:
  sites:
    - First toe.
  symmetry: One side
  layers:
    - bursa
time_course:
  - seen: Swelling.
    when: At first
    weeks: [0, 2.5]
  - seen: Erosion.
laboratory:
  - test: urate
    level: [normal, high]
    note: Between attacks.
  - test: urate
    note: Varies.
classification:
  - name: I
    detail: Small.
epidemiology:
  - Men.
clinical:
  - Pain.
pathogenesis:
  - Crystals.
differentials:
  - page: lipoma
    discriminator: It is fat.
  - name: Abscess
    discriminator: It is hot.
pitfalls:
  - Looks like infection.
pearls:
  - Use dual energy.
associations:
  - Renal stones.
management:
  - Urate lowering.
report_phrases:
  - Tophus of the {side} toe.
chapter:
  - The chapter says so.
corrections:
  - chapter: It said this.
    correct: It is that.
    reference: Someone 2020
teaching:
  - Ask for the history.
references:
  - text: A study.
    pmid: 123
    doi: 10.1/x
    url: https://x.org
facets:
  site: [toe, foot]
  age:
    old: usual
  must_not_miss:
    infection: rare
plates:
  - id: film
    modality: radiograph
    body_part: Toe
    shows: A tophus.
"""

SMALL = "title: Gout\ndefinition: Urate crystals.\nkey_features:\n  - Dense tophi.\n"


def page(text):
    """The page, and what is said of it as `line: message`."""
    document = parse(Path("localized/gout.yaml"), text.encode())
    found = page_of(document, WORDS)
    return found, [f"{problem.where.line}: {problem.message}" for problem in document.problems]


@pytest.fixture(scope="module")
def whole():
    found, complaints = page(WHOLE)
    assert complaints == []
    return found


def test_a_page_is_named_after_its_file(whole):
    assert whole.id == "gout"
    assert whole.title == "Gout"
    assert whole.must_not_miss


def test_a_small_page_is_enough():
    found, complaints = page(SMALL)
    assert complaints == []
    assert found.definition == Statement("Urate crystals.")
    assert found.key_features == (Statement("Dense tophi."),)
    assert not found.must_not_miss


def test_another_name_may_say_why_it_is_known(whole):
    assert whole.synonyms == (Synonym("tophus"), Synonym("podagra", SynonymKind.HISTORICAL))


def test_an_approach_asks_and_says_what_each_answer_means(whole):
    answers = (
        Answer("In a toe", Statement("Gout [1].")),
        Answer("Elsewhere", Statement("Not gout.", "not-gout")),
    )
    assert whole.approach == (Question("Where is it?", answers),)


def test_signs_come_in_the_order_of_the_modalities(whole):
    assert whole.signs == (
        Sign(Modality.RADIOGRAPH, Statement("Overhanging edge.", "edge", teaching=True)),
        Sign(Modality.MR, Statement("Dark on T2.")),
    )


def test_the_look_and_the_place_of_the_mineral_are_read(whole):
    assert whole.pattern.shape == (Statement("Cloudy."),)
    assert whole.pattern.zonality == Statement("No zones")
    assert whole.pattern.size == Statement("Small", teaching=True)
    assert whole.pattern.margin == Statement("Sharp")
    assert whole.pattern.trabeculae == Statement("None")
    assert whole.distribution.sites == (Statement("First toe."),)
    assert whole.distribution.symmetry == Statement("One side")
    assert whole.distribution.layers == ("bursa",)


def test_a_step_of_the_course_may_have_its_weeks(whole):
    assert whole.time_course == (
        Step(Statement("Swelling."), "At first", (0, 2.5)),
        Step(Statement("Erosion.")),
    )


def test_a_laboratory_row_has_levels_or_a_note(whole):
    assert whole.laboratory == (
        LaboratoryRow("urate", (Level.NORMAL, Level.HIGH), Statement("Between attacks.")),
        LaboratoryRow("urate", (), Statement("Varies.")),
    )


def test_a_differential_is_a_page_or_a_name(whole):
    assert whole.differentials == (
        Differential(Statement("It is fat."), "lipoma"),
        Differential(Statement("It is hot."), None, "Abscess"),
    )


def test_a_danger_that_is_never_real_is_none():
    never, _ = page(SMALL + "facets:\n  must_not_miss: {infection: never}\n")
    assert not never.must_not_miss


def test_facets_are_listed_or_graded_and_levels_of_the_table_are_among_them(whole):
    assert whole.facets == (
        Facet(Axis.SITE, "toe"),
        Facet(Axis.SITE, "foot"),
        Facet(Axis.AGE, "old", Typicality.USUAL),
        Facet(Axis.MUST_NOT_MISS, "infection", Typicality.RARE),
        Facet(Axis.LABORATORY, "urate-normal"),
        Facet(Axis.LABORATORY, "urate-high"),
    )


def test_a_level_may_be_graded_and_one_that_is_never_seen_is_not_in_the_table():
    found, complaints = page(
        SMALL
        + "laboratory:\n  - test: urate\n    level: {normal: rare, high: never}\n    note: x\n"
    )
    assert complaints == []
    assert found.laboratory == (LaboratoryRow("urate", (Level.NORMAL,), Statement("x")),)
    assert found.facets == (
        Facet(Axis.LABORATORY, "urate-normal", Typicality.RARE),
        Facet(Axis.LABORATORY, "urate-high", Typicality.NEVER),
    )


def test_all_the_rest_is_where_it_belongs(whole):
    assert whole.classification == (Class("I", Statement("Small.")),)
    assert whole.corrections == (
        Correction(Statement("It said this."), Statement("It is that."), "Someone 2020"),
    )
    assert whole.references == (Reference("A study.", "123", "10.1/x", "https://x.org"),)
    assert [plate.id for plate in whole.plates] == ["film"]
    said = {
        "epidemiology": "Men.", "clinical": "Pain.", "pathogenesis": "Crystals.",
        "pitfalls": "Looks like infection.", "pearls": "Use dual energy.",
        "associations": "Renal stones.", "management": "Urate lowering.",
        "report_phrases": "Tophus of the {side} toe.", "chapter": "The chapter says so.",
        "teaching": "Ask for the history.",
    }  # fmt: skip
    for name, text in said.items():
        assert getattr(whole, name) == (Statement(text),)


@pytest.mark.parametrize(
    ("wrong", "complaint"),
    [
        ("titel: Gout\n", "5: `titel` is not known here; did you mean `title`?"),
        ("title: Again\n", "5: `title` is written twice"),
        ("synonyms: tophus\n", "5: `synonyms` must be a list, each item after a `-`"),
        (
            "synonyms:\n  - term: x\n    kind: nickname\n",
            "7: `kind` is `nickname`; it may be name,",
        ),
        ("synonyms:\n  - term: x\n", "6: `kind` is missing"),
        ("approach:\n  - Where is it?\n", "6: expected lines of `name: value`"),
        ("approach:\n  - ask: Where?\n", "6: `answers` is missing"),
        (
            "approach:\n  - ask: Where?\n    answers: []\n",
            "7: `answers` is an empty list; leave it out",
        ),
        (
            "approach:\n  - ask: Where?\n    answers:\n      - answer: There\n",
            "8: `means` is missing",
        ),
        (
            "approach:\n  - ask: A?\n    answers:\n      - answer: B\n        mean: C\n",
            "9: `mean` is not known here; did you mean `means`?",
        ),
        (
            "approach:\n  - ask: A?\n    answers:\n      - answer: B\n        means: C [9].\n",
            "9: [9] cites a reference that is not there; the page has 0",
        ),
        ("synonyms:\n  - x\n  - [y]\n", "7: `synonyms` must be a line of text"),
        (
            "signs:\n  xray:\n    - White.\n",
            "6: `xray` is not known here; known are radiograph, ct",
        ),
        ("signs:\n  - White.\n", "6: expected lines of `name: value`"),
        ("signs:\n  ct:\n    - id: edge\n", "7: `text` is missing"),
        (
            "signs:\n  ct:\n    - text: A.\n      id: a\n    - text: B.\n      id: a\n",
            "10: another statement has the id `a`, at line 8",
        ),
        ("pattern:\n  shap:\n    - Round.\n", "6: `shap` is not known here; did you mean `shape`?"),
        ("pattern: round\n", "5: expected lines of `name: value`"),
        (
            "distribution:\n  layer: [skin]\n",
            "6: `layer` is not known here; did you mean `layers`?",
        ),
        ("time_course:\n  - seen: A.\n    weeks: [2, 1]\n", "7: `weeks` must be two numbers: when"),
        ("time_course:\n  - seen: A.\n    weeks: [1]\n", "7: `weeks` must be two numbers: when"),
        ("time_course:\n  - seen: A.\n    weeks: [1, 2, 3]\n", "7: `weeks` must be two numbers"),
        (
            "time_course:\n  - seen: A.\n    weeks: 3\n",
            "7: `weeks` must be a list, each item after",
        ),
        (
            "time_course:\n  - seen: A.\n    weeks: [0, long]\n",
            "7: `weeks` is `long`; it must be a",
        ),
        ("time_course:\n  - when: Late\n", "6: `seen` is missing"),
        ("laboratory:\n  - test: urate\n", "6: say a `level` (low, normal, high) or a `note`"),
        ("laboratory:\n  - test: urate\n    level: [up]\n", "7: `level` is `up`; it may be low,"),
        (
            "laboratory:\n  - test: urate\n    level: high\n",
            "7: `level` must be a list, `[high]`, or names with a grade each: always, usual, some",
        ),
        (
            "laboratory:\n  - test: urate\n    level: [low]\n",
            "7: `urate-low` is not in the vocabulary of laboratory; did you mean `urate`?",
        ),
        (
            "laboratory:\n  - test: urate\n    level: {high: often}\n",
            "7: `high` is `often`; it may be always, usual, some",
        ),
        (
            "laboratory:\n  - test: urate\n    level: {high: never}\n",
            "6: say a `level` (low, normal, high) or a `note`",
        ),
        ("facets:\n  laboratory: [urate]\n", "6: `laboratory` is not known here; known are"),
        (
            "laboratory:\n  - test: urat\n    note: x\n",
            "6: `urat` is not in the vocabulary of laboratory; did you mean `urate`?",
        ),
        ("classification:\n  - name: I\n", "6: `detail` is missing"),
        (
            "differentials:\n  - discriminator: x\n",
            "6: say either `page`, one of the atlas, or `na",
        ),
        (
            "differentials:\n  - page: a\n    name: b\n    discriminator: x\n",
            "6: say either `page`, one of the atlas, or `name`, a condition without one",
        ),
        ("differentials:\n  - page: lipoma\n", "6: `discriminator` is missing"),
        ("corrections:\n  - chapter: x\n", "6: `correct` is missing"),
        ("references:\n  - pmid: 1\n", "6: `text` is missing"),
        (
            "references:\n  - text: x\n    pmid: PMC1\n",
            "7: `pmid` is `PMC1`; it must be digits alone",
        ),
        (
            "references:\n  - text: x\n    doi: doi:10.1/x\n",
            "7: `doi` is `doi:10.1/x`; it must begin",
        ),
        (
            "references:\n  - text: x\n    url: javascript:alert(1)\n",
            "7: `url` is `javascript:alert(1)`; it must begin with `https://` or `http://`",
        ),
        (
            "references:\n  - text: x\n    url: file:///etc/passwd\n",
            "7: `url` is `file:///etc/pass",
        ),
        (
            "references:\n  - text: x\n    url: https://x.org\n",
            "7: a web page is cited with its `site`",
        ),
        ("references:\n  - text: x\n    PMID: 1\n", "7: `PMID` is not known here; known are text,"),
        (
            "facets:\n  site:\n    - toe\n    - nose\n",
            "8: `nose` is not in the vocabulary of site; known are foot, toe",
        ),
        (
            "facets:\n  age:\n    olt: rare\n",
            "7: `olt` is not in the vocabulary of age; did you mea",
        ),
        ("facets:\n  age:\n    old: often\n", "7: `old` is `often`; it may be always, usual, some"),
        ("facets:\n  site: toe\n", "6: `site` must be a list, `[toe]`, or names with a grade each"),
        ("facets:\n  age: [toe]\n", "6: `toe` is not in the vocabulary of age; it is a term of si"),
        (
            "pearls:\n  - Late: a rim.\n",
            "6: `pearls` must be a line of text; put it in quotes",
        ),
        (
            "pearls:\n  - See [[lipoma.\n",
            "6: `[[` begins a link; it is `[[page]]` or",
        ),
        (
            "differentials:\n  - page: gout\n    discriminator: x\n",
            "6: a page is no differential of itself",
        ),
        ("facets:\n  colour: [red]\n", "6: `colour` is not known here; did you mean `course`?"),
        ("pearls: []\n", "5: `pearls` is an empty list; leave it out"),
        ("pearls:\n  -\n", "6: `pearls` is empty"),
        ("pearls:\n  - A [1].\n", "6: [1] cites a reference that is not there; the page has 0"),
        (
            "pearls:\n  - A.\n  - B [2-4].\nreferences:\n  - text: x\n  - text: y\n",
            "7: [4] cites a reference that is not there; the page has 2",
        ),
        ("pearls:\n  - A [0].\n", "6: [0] cites a reference that is not there; the page has 0"),
        ("pearls:\n  - A [3-1].\n", "6: [3-1] ends before it begins"),
        ("plates:\n  - id: ct\n", "6: `modality` is missing"),
    ],
)
def test_a_mistake_is_named_at_its_line(wrong, complaint):
    _, complaints = page(SMALL + wrong)
    assert any(said.startswith(complaint) for said in complaints), complaints


@pytest.mark.parametrize("name", ["title", "definition", "key_features"])
def test_what_every_page_has_may_not_be_missing(name):
    _, complaints = page(SMALL.replace(f"{name}:", f"x{name}:"))
    assert f"1: `{name}` is missing" in complaints


def test_every_mistake_of_a_page_is_gathered():
    _, complaints = page(SMALL + "a: b\npearls: []\nfacets:\n  age: [young]\n")
    assert len(complaints) == 3


def test_a_term_is_free_where_the_vocabulary_has_no_terms():
    _, complaints = page(SMALL + "facets:\n  sex: [whatever]\n")
    assert complaints == []


def test_a_citation_of_the_last_reference_is_no_mistake():
    _, complaints = page(SMALL + "pearls:\n  - A [1,2].\nreferences:\n  - text: x\n  - text: y\n")
    assert complaints == []
