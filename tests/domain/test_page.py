from __future__ import annotations

import pytest

from atlas.domain.page import (
    Answer,
    Class,
    Correction,
    Differential,
    Distribution,
    LaboratoryRow,
    PageId,
    Pattern,
    Question,
    Step,
    Synonym,
    SynonymKind,
    TermId,
)
from atlas.domain.plate import Modality, PlateId, Simulated
from tests.builders import a_page, a_plate, a_sign, a_statement

MADE = Simulated("thigh-ct")


def a_full_page():
    """A page whose every sentence is the name of where it stands."""
    return a_page(
        "full",
        "Full",
        definition=a_statement("definition"),
        key_features=(a_statement("key"),),
        approach=(Question("Where?", (Answer("There", a_statement("meaning")),)),),
        signs=(a_sign("sign", "s"),),
        pattern=Pattern(
            shape=(a_statement("shape"),),
            zonality=a_statement("zones"),
            size=a_statement("size"),
            margin=a_statement("margin"),
            trabeculae=a_statement("trabeculae"),
        ),
        distribution=Distribution((a_statement("site"),), a_statement("symmetry")),
        time_course=(Step(a_statement("step")),),
        laboratory=(LaboratoryRow(TermId("urate"), (), a_statement("note")),),
        classification=(Class("I", a_statement("class")),),
        epidemiology=(a_statement("epidemiology"),),
        clinical=(a_statement("clinical"),),
        pathogenesis=(a_statement("pathogenesis"),),
        differentials=(Differential(a_statement("differential"), PageId("gout")),),
        pitfalls=(a_statement("pitfall"),),
        pearls=(a_statement("pearl"),),
        associations=(a_statement("association"),),
        management=(a_statement("management"),),
        report_phrases=(a_statement("phrase"),),
        chapter=(a_statement("chapter"),),
        corrections=(Correction(a_statement("said"), a_statement("correct")),),
        teaching=(a_statement("teaching"),),
    )


def test_every_statement_is_told_in_reading_order():
    assert [statement.text for statement in a_full_page().statements()] == [
        "definition", "key", "meaning", "sign", "shape", "zones", "size", "margin", "trabeculae",
        "site", "symmetry", "step", "note", "class", "epidemiology", "clinical", "pathogenesis",
        "differential", "pitfall", "pearl", "association", "management", "phrase", "chapter",
        "said", "correct", "teaching",
    ]  # fmt: skip


def test_a_page_never_changes():
    with pytest.raises(AttributeError):
        a_full_page().title = "Other"


def test_signs_are_kept_apart_by_the_kind_of_picture():
    first, second = a_sign("One.", "one"), a_sign("Two.", "two")
    on_mr = a_sign("Three.", "three", Modality.MR)
    page = a_page("gout", "Gout", signs=(first, on_mr, second))
    assert page.signs_on(Modality.CT) == (first, second)
    assert page.signs_on(Modality.ULTRASOUND) == ()


def test_a_plate_is_found_by_its_name():
    page = a_page("gout", "Gout", plates=(a_plate("film"), a_plate("ct", MADE)))
    assert page.plate(PlateId("film")).id == "film"


@pytest.mark.parametrize("asked", [None, "gone"])
def test_without_its_name_the_first_plate_that_is_made_comes(asked):
    page = a_page(
        "gout", "Gout", plates=(a_plate("film"), a_plate("ct", MADE), a_plate("mr", MADE))
    )
    assert page.plate(asked).id == "ct"


def test_where_no_plate_is_made_the_first_comes_and_where_none_is_none():
    assert a_page("gout", "Gout", plates=(a_plate("film"), a_plate("ct"))).plate(None).id == "film"
    assert a_page("gout", "Gout").plate(None) is None


@pytest.mark.parametrize("kind", SynonymKind)
def test_only_spellings_and_slips_are_searched_but_not_shown(kind):
    hidden = kind in (SynonymKind.SPELLING, SynonymKind.MISSPELLING)
    assert Synonym("goute", kind).shown is not hidden
