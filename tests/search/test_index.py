import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.domain.library import CategoryId, Library
from atlas.domain.place import Place
from atlas.domain.vocabulary import Vocabulary
from atlas.search.index import MOST_HITS, open_index
from atlas.search.query import Answer, Query


@pytest.fixture
def ask(index):
    return lambda text, **more: index.find(Query.parse(text), **more).hits


def names(hits):
    return [hit.place.page for hit in hits]


@pytest.mark.parametrize("text", ["", "  ", "?"])
def test_nothing_asked_has_no_answer(ask, text):
    assert ask(text) == ()


def test_a_hit_is_ready_to_be_painted(ask):
    hit = ask("overhanging edge")[0]
    assert hit.title == "Gout"
    assert hit.category is CategoryId.LOCALIZED
    assert hit.where == "Localized · Vessels"
    assert hit.snippet == "An overhanging edge beside a tophus."
    assert [hit.snippet[start:end] for start, end in hit.spans] == ["overhanging", "edge"]
    assert hit.why == "key feature"
    assert hit.place.page == "gout"


def test_an_exact_title_comes_first_and_is_lit(ask):
    hit = ask("gout")[0]
    assert (hit.title, hit.why, hit.title_spans) == ("Gout", "title", ((0, 4),))
    assert hit.snippet == "Urate crystals in and about joints."


def test_an_abbreviation_is_a_name(ask):
    hit = ask("mo")[0]
    assert (hit.place.page, hit.why) == ("myositis-ossificans", "abbreviation")
    assert hit.snippet == "Abbreviated MO"


def test_a_misspelling_is_found_and_never_shown(ask):
    hit = ask("pelegrini")[0]
    assert hit.place.page == "pellegrini-stieda"
    assert "Pelegrini" not in hit.snippet


def test_a_sign_says_on_which_picture_and_opens_it(ask):
    hit = ask("fluid levels rim")[0]
    assert hit.why == "sign on MR"
    assert hit.place == Place(
        "myositis-ossificans", "axial", "Fluid-fluid levels inside a dark rim."
    )


def test_a_differential_says_that_it_is_one(ask):
    hit = ask("osteosarcoma centre")[0]
    assert hit.why == "differential of Osteosarcoma"
    assert hit.snippet == "Osteosarcoma: Mineral grows from the centre."


def test_marks_of_the_author_are_not_text(ask):
    hit = ask("ossifying muscle blow")[0]
    assert hit.snippet == "A self-limited ossifying mass of muscle after a blow."


def test_a_part_of_the_body_finds_what_lies_in_it(ask):
    for text in ("hip", "coxal"):
        hit = ask(text)[0]
        assert hit.place.page == "myositis-ossificans"
        assert hit.why == "filed under Acetabulum"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("calcified haematoma", "calcific hematoma"),
        ("oedema", "edema"),
        ("Mönckeberg", "monckeberg"),
        ("Mönckeberg", "moenckeberg"),
        ("tram track", "tramtrack"),
        ("tram-track", "tram track"),
        ("tophi", "tophaceous"),
    ],
)
def test_two_spellings_find_the_same(ask, one, other):
    assert names(ask(one))[0] == names(ask(other))[0]
    assert ask(one)[0].why != "nearest title"


@pytest.mark.parametrize(
    "typed", ["p", "pel", "pellegr", "pellegrini st", "monck", "mön", "moenck"]
)
def test_half_a_word_is_enough(ask, typed):
    wanted = "pellegrini-stieda" if typed.startswith("p") else "monckeberg-sclerosis"
    assert wanted in names(ask(typed))[:2]


def lit(hits, page):
    (hit,) = (hit for hit in hits if hit.place.page == page)
    return [hit.snippet[start:end] for start, end in hit.spans]


def test_only_the_last_word_may_be_half_a_word(ask):
    assert lit(ask("edge overh"), "gout") == ["overhanging", "edge"]
    assert lit(ask("overh edge"), "gout") == ["edge"]


def test_all_words_come_before_some(ask):
    hits = ask("rim fluid level")
    assert names(hits)[:2] == ["myositis-ossificans", "tumoral-calcinosis"]
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_a_page_with_next_to_nothing_of_the_question_is_no_answer(ask):
    assert names(ask("overhanging joints")) == ["gout"]


def test_a_slip_of_the_finger_finds_the_title(ask):
    assert names(ask("pellegrinni stieda"))[0] == "pellegrini-stieda"
    assert names(ask("tumorall calcinosys"))[0] == "tumoral-calcinosis"
    hit = ask("pellegrinni ligament")[0]
    assert [hit.title[start:end] for start, end in hit.title_spans] == ["Pellegrini"]


def test_there_is_never_a_dead_end(ask):
    assert {hit.why for hit in ask("日本語")} == {"nearest title"}
    assert names(ask("gowwt"))[0] == "gout"


def test_a_phrase_is_found_only_where_its_words_stand_in_a_row(ask):
    assert set(names(ask('"fluid level"'))) == {"myositis-ossificans", "tumoral-calcinosis"}
    assert names(ask('"densest at the ed"')) == ["myositis-ossificans"]
    assert names(ask('"edge overhanging"')) == names(ask("edge overhanging"))


def test_an_excluded_word_excludes_but_not_for_a_differential(ask):
    assert "gout" in names(ask("joints"))
    assert names(ask("joints -tophus")) == ["tumoral-calcinosis"]
    assert "myositis-ossificans" in names(ask("rim -osteosarcoma"))


def test_there_are_never_more_hits_than_asked_for(ask):
    assert len(ask("calcification", limit=1)) == 1
    assert ask("calcification", limit=0) == ()
    assert len(ask("日本語", limit=1)) == 1


def test_an_empty_library_has_no_answers(tmp_path):
    index = open_index(Library.of((), (), Vocabulary(())), "none", tmp_path)
    assert index.find(Query.parse("gout")) == Answer(nearest=True)


def test_threads_at_once_get_the_same_answers(library, tmp_path):
    index = open_index(library, "threads", tmp_path)
    texts = ["rim", "gout ear", "fluid level", "mo", "calcified", "tram", "p", "bone muscle"] * 5
    expected = {text: open_index(library, "x", tmp_path).find(Query.parse(text)) for text in texts}
    wrong = []

    def work():
        wrong.extend(text for text in texts if index.find(Query.parse(text)) != expected[text])

    threads = [threading.Thread(target=work) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


OPERATORS = (
    "gout",
    "rim*",
    "the",
    "OR",
    "NOT",
    "(",
    '"',
    "~2",
    "^9",
    "\\",
    "[a TO z]",
    "title:",
    "-mö",
)


@given(st.one_of(st.text(), st.lists(st.sampled_from(OPERATORS), max_size=30).map(" ".join)))
def test_any_text_has_a_bounded_answer(index, text):
    query = Query.parse(text)
    hits = index.find(query).hits
    assert bool(hits) == bool(query)
    assert len(hits) <= MOST_HITS
    assert len(set(names(hits))) == len(hits)
    for hit in hits:
        for shown, spans in ((hit.title, hit.title_spans), (hit.snippet, hit.spans)):
            assert all(0 <= start < end <= len(shown) for start, end in spans)


@pytest.mark.parametrize("text", ["calcification " * 80_000, "x" * 1_000_000, "ä-" * 500_000])
def test_a_megabyte_pasted_is_answered(ask, text):
    assert ask(text)
