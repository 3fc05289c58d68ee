from __future__ import annotations

from pathlib import Path

import pytest

from atlas.content.document import parse
from atlas.content.vocabulary import vocabulary_of
from atlas.domain.page import Axis, Synonym, SynonymKind
from atlas.domain.vocabulary import Term
from tests.content.conftest import VOCABULARY

DIGIT = (Synonym("digit"), Synonym("hallux", SynonymKind.RELATED))


def vocabulary(text):
    document = parse(Path("vocabulary.yaml"), text.encode())
    found = vocabulary_of(document)
    return found, [f"{problem.where.line}: {problem.message}" for problem in document.problems]


def test_each_axis_has_its_terms():
    found, said = vocabulary(VOCABULARY)
    assert said == []
    assert found.of(Axis.SITE) == (
        Term(Axis.SITE, "foot", "Foot"),
        Term(Axis.SITE, "toe", "Toe", synonyms=DIGIT, parents=("foot",)),
    )
    assert found.get(Axis.LABORATORY, "urate").definition == "Uric acid in serum."


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("site:", "sites:", "1: `sites` is not known here; did you mean `site`?"),
        ("label: Foot", "lable: Foot", "3: `lable` is not known here; did you mean `label`?"),
        ("label: Foot", "lable: Foot", "3: `label` is missing"),
        ("parents: [foot]", "parents: [leg]", "6: `leg` is not a term of site"),
        ("parents: [foot]", "parents: [urate]", "6: `urate` is not a term of site"),
        ("parents: [foot]", "parents: foot", "6: `parents` must be a list, each item after a `-`"),
        ("kind: related", "kind: kin", "10: `kind` is `kin`; it may be name, abbreviation, sp"),
        ("  toe:", "  foot:", "4: `foot` is written twice"),
        (
            "    label: Urate\n    definition: Uric acid in serum.\n",
            "    words\n",
            "13: expected li",
        ),
    ],
)
def test_a_mistake_in_the_vocabulary_is_named_at_its_line(old, new, complaint):
    assert old in VOCABULARY
    _, said = vocabulary(VOCABULARY.replace(old, new, 1))
    assert any(one.startswith(complaint) for one in said), said


@pytest.mark.parametrize("text", ["words", "- a", "site: words", "site: [words]", "site:"])
def test_a_vocabulary_of_another_shape_is_a_mistake_and_no_fall(text):
    found, said = vocabulary(text)
    assert len(found) == 0
    assert said
