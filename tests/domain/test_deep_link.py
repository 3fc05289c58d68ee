from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.domain.deep_link import DeepLink, parse
from atlas.domain.errors import AtlasError
from atlas.domain.plate import Window

NAMES = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True).filter(lambda n: len(n) < 60)
WINDOWS = st.builds(
    Window,
    level=st.integers(-2000, 4000).map(float),
    width=st.integers(1, 5000).map(float),
)


@given(
    st.builds(DeepLink, NAMES, st.none() | NAMES, st.none() | WINDOWS, st.none() | st.booleans())
)
def test_what_is_written_is_read_again(link):
    assert parse(str(link)) == link


def test_a_link_says_page_plate_window_and_overlay():
    link = parse("calcatlas:page/gout#plate=ct-foot&ww=400&wl=40&overlay=1")
    assert link == DeepLink("gout", "ct-foot", Window(40, 400), True)


@pytest.mark.parametrize(
    "text", ["CALCATLAS:page/gout", "calcatlas://page/gout/", "calcatlas:page/gout#of=tomorrow&x"]
)
def test_what_browsers_and_newer_versions_make_of_a_link_is_understood(text):
    assert parse(text) == DeepLink("gout")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("https://example.org", "is no link of the atlas"),
        ("calcatlas:page/../../etc/passwd", "is no link of the atlas"),
        ("calcatlas:page/gout#" + "x" * 600, "is no link of the atlas"),
        ("calcatlas:page/gout#ww=0&wl=1", "`ww=0`; a window is wider than 0"),
        ("calcatlas:page/gout#ww=wide&wl=1", "`ww=wide`, which is no number"),
        ("calcatlas:page/gout#ww=nan&wl=1", "`ww=nan`, which is no number"),
        ("calcatlas:page/gout#ww=400", "says only one of `ww` and `wl`"),
    ],
)
def test_what_makes_no_sense_is_told_with_the_link(text, told):
    with pytest.raises(AtlasError, match=told):
        parse(text)


@given(st.text(max_size=600))
def test_any_text_is_a_link_or_a_sentence(text):
    for written in (text, f"calcatlas:page/gout#{text}"):
        try:
            parse(written)
        except AtlasError as error:
            told = str(error)
        else:
            told = ""
        assert len(told) < 300
