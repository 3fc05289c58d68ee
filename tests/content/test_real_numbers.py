"""A number in a page stands beside a citation or is marked as teaching knowledge."""

from __future__ import annotations

import re

import pytest

from atlas.domain.page import Correction, Statement, Step
from atlas.domain.prose import Citation, plain, spans

HAVE_THEIR_SOURCE = {"chapter", "teaching", "report_phrases"}
"""The source chapter, what stands under the heading of teaching knowledge, the reader's patient."""

NAMES = re.compile(
    r"\b(?:type|class|grade|stage|group|case|MEN|syndrome type)s? \d+[a-z]?"
    r"(?:(?:, | and | or | to |-)\d+[a-z]?\b)*"  # grade 3, types 1 and 2
    r"|\b(?:1,)?25-(?:OH|hydroxy|dihydroxy)\w*"  # vitamin D
    r"|\b[\d.]+ ?T\b"  # tesla
    r"|\b(?:18|19|20)\d\d\b",  # a year
    re.IGNORECASE,
)
DIGITS = re.compile(r"(?<![\w-])\d+(?:[.,]\d+)*(?!\w)|\d(?:mm|cm|%)")  # not T1, C4a, 22q11, IDH1
COUNT = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty"
    r"|forty|fifty|sixty|seventy|eighty|ninety|hundred)"
)
WORDS = re.compile(
    rf"\b{COUNT}(?: (?:to|or|and) {COUNT})? (?:hour|day|week|month|year|decade|millimetre|"
    r"centimetre|per cent)s?\b"
    r"|\b(?:a|second|third|fourth|fifth|sixth|seventh|eighth) decades?\b"
    rf"|\b(?:at least|at most|up to|more than|fewer than|over|under) (?!one\b){COUNT}\b"
    rf"|\b{COUNT} or more\b"
    rf"|\b{COUNT} (?:in|out of|of) (?:{COUNT}|\d+)\b"
    r"|\b(?:about|nearly|over|than|least) (?:half|a third|a quarter|a fifth|a tenth)\b"
    r"|\b(?:half|thirds?|quarters?|fifths?|tenths?) of (?:all|the|cases|patients)\b",
    re.IGNORECASE,
)


def has_number(text: str) -> bool:
    """Whether a sentence gives a quantity; a number that is part of a name is none."""
    said = NAMES.sub(" ", plain(text))
    return bool(DIGITS.search(said) or WORDS.search(said))


def is_cited(text: str) -> bool:
    return any(isinstance(span, Citation) for span in spans(text))


def owing(value, source=""):
    """The sentences in `value` that give a number and do not say where it is from."""
    match value:
        case Statement(text, _, teaching):
            if has_number(text) and not (teaching or is_cited(f"{text} {source}")):
                yield text
        case Step(seen, when):
            yield from owing(seen._replace(text=f"{when}: {seen.text}"))
        case Correction(_, correct, reference):  # the other half is what the chapter says
            yield from owing(correct, reference)
        case tuple():
            for part in value:
                yield from owing(part, source)


def test_every_number_of_a_page_is_cited_or_marked_as_teaching(workspace):
    found = [
        f"{page.id}, {field}: {text}"
        for page in workspace.library
        for field, value in page._asdict().items()
        if field not in HAVE_THEIR_SOURCE
        for text in owing(value)
    ]
    assert found == []


@pytest.mark.parametrize(
    "text",
    [
        "It is 1-3 cm across.",
        "It is found in 25% [[gout]].",
        "It takes about three to six weeks.",
        "It peaks in the third decade.",
        "It spans at least four bodies.",
        "It was seen in two of 19 patients.",
        "About half have it.",
    ],
)
def test_a_quantity_is_a_number_in_digits_or_in_words(text):
    assert has_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "Bright on T2 and at 1.5 T, in front of C1-C2.",
        "Variants of IDH1, HLA-B27 and 22q11.",
        "Type 1A, grades 2 to 4 and MEN 1.",
        "The WHO classification of 2020 [3].",
        "25-hydroxyvitamin D and 1,25-dihydroxyvitamin D.",
        "The fourth and fifth metacarpals are short.",
    ],
)
def test_a_number_in_a_name_is_no_quantity(text):
    assert not has_number(text)


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (Statement("It is 3 cm."), ["It is 3 cm."]),
        (Statement("It is 3 cm [1]."), []),
        (Statement("It is 3 cm.", teaching=True), []),
        (Step(Statement("It is seen."), "Week 3"), ["Week 3: It is seen."]),
        (Correction(Statement("In 2%."), Statement("In 4%."), "A study [2]"), []),
        (Correction(Statement("In 2%."), Statement("In 4%."), "A study"), ["In 4%."]),
        ((("", Statement("In 2%.")),), ["In 2%."]),
    ],
)
def test_whoever_gives_a_number_owes_a_source(value, told):
    assert list(owing(value)) == told
