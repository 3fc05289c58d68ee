from hypothesis import given
from hypothesis import strategies as st

from atlas.search.snippet import LONGEST, excerpt, found_in
from atlas.search.words import terms

RIM = frozenset(terms("rim"))
LONG = (
    "Soft tissue swelling comes first. " * 12 + "Then a rim of bone appears. " + "It shrinks. " * 30
)


def test_a_short_sentence_is_shown_whole():
    assert excerpt("A rim of bone.", RIM) == ("A rim of bone.", ((2, 5),))


def test_a_long_sentence_is_cut_where_the_words_stand():
    text, spans = excerpt(LONG, RIM)
    assert len(text) <= LONGEST
    assert [text[start:end] for start, end in spans] == ["rim"]
    assert text.startswith("…")
    assert text.endswith("…")
    assert all(word in LONG.split() for word in text.strip("…").split())


def test_a_long_sentence_without_the_words_begins_at_its_beginning():
    text, spans = excerpt(LONG, frozenset())
    assert text.startswith("Soft tissue swelling")
    assert spans == ()


def test_a_word_without_end_is_cut_all_the_same():
    text, _ = excerpt("x" * 1000, RIM)
    assert len(text) <= LONGEST


def test_what_a_hyphen_joins_is_one_highlight():
    wanted = frozenset((*terms("tram"), *terms("tramtrack")))
    assert found_in("Tram-track lines", wanted) == ((0, 10),)


@given(st.text(st.sampled_from("rim mass äß-’.\u0308𝔸 "), max_size=600), st.booleans())
def test_highlights_lie_inside_the_text_in_order(text, long):
    shown, spans = excerpt(text * 3 if long else text, RIM)
    assert len(shown) <= LONGEST
    ends = [end for span in spans for end in span]
    assert ends == sorted(ends)
    assert all(0 <= start < end <= len(shown) for start, end in spans)
    assert all(not RIM.isdisjoint(terms(shown[start:end])) for start, end in spans)
