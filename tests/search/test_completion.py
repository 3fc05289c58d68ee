import pytest
from hypothesis import given
from hypothesis import strategies as st


@pytest.fixture
def offered(atlas_index):
    return lambda text: [one.text for one in atlas_index.complete(text, len(text))]


def test_a_field_is_completed(offered):
    assert "calcification site:" in offered("calcification si")


def test_a_value_is_completed_with_the_pages_that_have_it(atlas_index):
    first = atlas_index.complete("rim site:up", 11)[0]
    assert (first.text, first.caret) == ("rim site:upper-limb ", 20)
    assert (first.label, first.note) == ("Upper limb", "site")
    assert first.count > 1


def test_after_a_colon_the_most_frequent_values_are_offered(atlas_index):
    counts = [one.count for one in atlas_index.complete("pattern:", 8)]
    assert counts == sorted(counts, reverse=True)
    assert counts


def test_a_title_and_a_word_are_completed(offered):
    assert "Myositis ossificans" in offered("myos")
    assert "Myositis ossificans" in offered("myositis oss")
    assert "-calcinosis" in offered("-calcino")


def test_a_whole_word_is_not_made_longer(atlas_index):
    assert not [one for one in atlas_index.complete("dialysis", 8) if one.note == "word"]
    assert [one for one in atlas_index.complete("dialys", 6) if one.note == "word"]


def test_what_follows_the_caret_stays(atlas_index):
    first = atlas_index.complete("site:thi rim", 8)[0]
    assert (first.text, first.caret) == ("site:thigh rim", 11)


@pytest.mark.parametrize("text", ["", " ", "gout "])
def test_where_nothing_is_begun_nothing_is_offered(offered, text):
    assert offered(text) == []


@given(st.text(st.sampled_from('sit:e"- haüö1')), st.integers(-3, 30))
def test_any_text_and_caret_are_taken(atlas_index, text, caret):
    for one in atlas_index.complete(text, caret):
        assert 0 <= one.caret <= len(one.text)
        assert one.text != text
