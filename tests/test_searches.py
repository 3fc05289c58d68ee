"""Recent searches are kept between starts, bounded, and gone when the reader says so."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from atlas.searches import LONGEST, MOST, RecentSearches


@pytest.fixture
def path(tmp_path):
    return tmp_path / "reader" / "searches.json"


def test_the_newest_comes_first_and_each_stands_there_once(path):
    searches = RecentSearches(path)
    for text in ("gout", "rim  muscle ", "Gout"):
        searches.keep(text)
    assert searches.texts == ("Gout", "rim muscle")


def test_they_are_there_at_the_next_start(path):
    RecentSearches(path).keep("Mönckeberg")
    assert RecentSearches(path).texts == ("Mönckeberg",)


def test_what_another_program_has_kept_meanwhile_stays(path):
    one, other = RecentSearches(path), RecentSearches(path)
    assert one.texts == other.texts == ()
    one.keep("gout")
    other.keep("phlebolith")
    assert RecentSearches(path).texts == ("phlebolith", "gout")


def test_only_so_many_are_kept_and_none_that_is_endless(path):
    searches = RecentSearches(path)
    for number in range(MOST + 5):
        searches.keep(f"text {number}")
    searches.keep("x" * (LONGEST + 1))
    searches.keep("   ")
    assert len(searches.texts) == MOST
    assert searches.texts[0] == f"text {MOST + 4}"


def test_clearing_forgets_them_for_ever(path):
    searches = RecentSearches(path)
    searches.keep("gout")
    searches.clear()
    assert searches.texts == ()
    assert RecentSearches(path).texts == ()


def test_a_folder_that_cannot_be_written_costs_only_the_next_start(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    searches = RecentSearches(blocked / "searches.json")
    searches.keep("gout")
    assert searches.texts == ("gout",)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.binary(max_size=60) | st.sampled_from([b"{}", b'[1, "gout", null]', b"[[]]", b'"a"']))
def test_whatever_the_file_holds_there_are_texts_or_none(tmp_path, content):
    path = tmp_path / "searches.json"
    path.write_bytes(content)
    searches = RecentSearches(path)
    assert all(isinstance(text, str) for text in searches.texts)
    searches.keep("rim")
    assert RecentSearches(path).texts[0] == "rim"
