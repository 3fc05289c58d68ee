import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.search.spelling import Speller, allowed

WORDS = ("aneurysm", "gout", "hip", "lipoma", "ossificans", "ossification", "phleboliths", "rim")


@pytest.fixture(scope="module")
def speller():
    return Speller(WORDS)


def words(found):
    return [near.word for near in found]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("goutt", "gout"),
        ("gotu", "gout"),
        ("lpoma", "lipoma"),
        ("anuerysm", "aneurysm"),
        ("osificans", "ossificans"),
        ("flebolith", "phleboliths"),
        ("flebxlit", None),
        ("phlebolits", "phleboliths"),
        ("hep", None),
        ("gxxt", None),
        ("t2", None),
    ],
)
def test_a_slip_in_a_short_word_and_two_in_a_long_one_are_forgiven(speller, typed, meant):
    assert words(speller.near(typed)) == ([meant] if meant else [])


def test_half_a_word_with_a_slip_may_become_a_word(speller):
    (near,) = speller.near("aneuir", begun=True)
    assert (near.word, near.begun) == ("aneurysm", True)
    assert speller.near("aneuir") == []


def _edits(one, other):
    """The same distance, worked out letter by letter."""
    rows = [[max(i, j) for j in range(len(other) + 1)] for i in range(len(one) + 1)]
    for i in range(1, len(one) + 1):
        for j in range(1, len(other) + 1):
            wrong = one[i - 1] != other[j - 1]
            rows[i][j] = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + wrong)
            if i > 1 and j > 1 and (one[i - 1], one[i - 2]) == (other[j - 2], other[j - 1]):
                rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
    return rows[-1][-1]


LETTERS = st.text(st.sampled_from("abc"), min_size=4, max_size=12)


@given(LETTERS, st.lists(LETTERS, max_size=8, unique=True))
def test_slips_are_counted_as_letter_by_letter(word, known):
    found = Speller(known).near(word)
    near = {other: _edits(word, other) for other in known}
    least = min(near.values(), default=99)
    expected = [o for o in known if near[o] == least <= allowed(word)]
    assert words(found) == expected


@given(st.text(max_size=40), st.booleans())
def test_any_word_is_taken(speller, word, begun):
    assert set(words(speller.near(word, begun=begun))) <= set(WORDS)
