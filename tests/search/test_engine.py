"""What the engine says is what Whoosh would say."""

import pytest

from atlas.search import writer
from atlas.search.cases import case_document
from atlas.search.documents import document_of
from atlas.search.engine import Engine
from atlas.search.passages import passages_of
from atlas.search.writer import Document


def said_by_whoosh(searcher, term):
    """By its own search, as anybody would call it."""
    from whoosh.query import Term

    return {hit.docnum: hit.score for hit in searcher.search(Term("term", term), limit=None)}


def said_by_us(engine, term):
    documents, scores = engine.postings(term)
    assert documents.tolist() == sorted(documents.tolist())
    return dict(zip(documents.tolist(), scores.tolist(), strict=True))


def agree_on_every(step, documents):
    """Whether all scores of every so many-th term are those of one index of Whoosh."""
    searcher = writer.written(document.weights for document in documents)
    engine = Engine(writer.build(documents))
    terms = sorted({term for document in documents for term in document.weights})
    assert len(terms) > 1000
    for term in terms[::step]:
        assert said_by_us(engine, term) == pytest.approx(said_by_whoosh(searcher, term), rel=1e-4)


def test_terms_of_the_pages_score_as_whoosh_scores_them(atlas_pages):
    agree_on_every(10, [document_of(passages_of(page, atlas_pages)) for page in atlas_pages])


def test_terms_of_a_thousand_cases_score_as_whoosh_scores_them(
    atlas_pages, many_cases, monkeypatch
):
    monkeypatch.setattr(writer, "_AT_ONCE", 300)  # and it sees but some of them at once
    agree_on_every(10, [case_document(case, atlas_pages) for case in many_cases])


def test_a_word_of_the_index_and_one_that_is_not():
    engine = Engine(writer.build([Document({"rim": 6.0}, frozenset({"rim", "rims"}), "lines")]))
    assert "rim" in engine
    assert "rims" not in engine
    assert len(engine) == 1
    assert engine.surfaces == {"rim": 1, "rims": 1}
    assert engine.said(0) == "lines"
    assert said_by_us(engine, "rims") == {}


def test_an_index_of_nothing_can_be_asked():
    assert said_by_us(Engine(writer.build([])), "rim") == {}


def test_a_document_without_a_word_keeps_its_number():
    bare = Document({}, frozenset())
    engine = Engine(writer.build([bare, Document({"rim": 1.0}, frozenset()), bare]))
    assert len(engine) == 3
    assert list(said_by_us(engine, "rim")) == [1]
