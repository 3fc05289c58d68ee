from __future__ import annotations

from atlas.domain.page import Axis
from atlas.domain.vocabulary import Term, Vocabulary


def a_term(name, *parents, axis=Axis.SITE):
    return Term(axis, name, name.capitalize(), parents=parents)


BODY = Vocabulary(
    [
        a_term("toe", "foot", "digit"),
        a_term("foot", "leg"),
        a_term("digit"),
        a_term("leg"),
        a_term("toe", axis=Axis.PATTERN),
    ]
)


def test_a_term_is_known_by_its_axis_and_id():
    assert BODY.get(Axis.SITE, "toe").parents == ("foot", "digit")
    assert BODY.get(Axis.PATTERN, "toe").parents == ()
    assert BODY.get(Axis.TISSUE, "toe") is None
    assert len(BODY) == 5


def test_the_terms_of_an_axis_keep_the_order_of_the_file():
    assert [term.id for term in BODY.of(Axis.SITE)] == ["toe", "foot", "digit", "leg"]


def test_a_reader_sees_the_label_and_of_an_unknown_term_its_id():
    assert BODY.label(Axis.SITE, "toe") == "Toe"
    assert BODY.label(Axis.SITE, "nose") == "nose"


def test_the_lineage_goes_from_near_to_far():
    assert BODY.lineage(Axis.SITE, "toe") == ("toe", "foot", "digit", "leg")
    assert BODY.lineage(Axis.SITE, "leg") == ("leg",)
    assert BODY.lineage(Axis.SITE, "nose") == ("nose",)


def test_a_common_ancestor_is_named_once():
    diamond = Vocabulary([a_term("a", "b", "c"), a_term("b", "d"), a_term("c", "d"), a_term("d")])
    assert diamond.lineage(Axis.SITE, "a") == ("a", "b", "c", "d")


def test_a_circle_of_parents_comes_to_an_end():
    circle = Vocabulary([a_term("egg", "hen"), a_term("hen", "egg")])
    assert circle.lineage(Axis.SITE, "egg") == ("egg", "hen")


def test_a_parent_that_is_no_term_is_still_named():
    assert Vocabulary([a_term("toe", "foot")]).lineage(Axis.SITE, "toe") == ("toe", "foot")
