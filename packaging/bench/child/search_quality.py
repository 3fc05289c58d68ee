"""The right page first: the atlas, an FTS5 table and stock Whoosh, on the same words."""

import json
import re
import sqlite3
from collections.abc import Sequence

from bench.quality import Find, quality, untouched_half

from atlas.paths import Paths
from atlas.search.passages import passages_of
from atlas.search.query import Query
from atlas.workspace import Workspace

LIMIT = 10
WORD = re.compile(r"\w+")

Row = tuple[str, str, str]  # id, title, and all words of a page


def in_atlas(workspace: Workspace) -> Find:
    """What is nearest is no answer: here it counts as none."""

    def find(text: str) -> Sequence[str]:
        answer = workspace.find(Query.parse(text), LIMIT)
        return () if answer.nearest else [hit.place.page for hit in answer.hits]

    return find


def in_table(rows: list[Row]) -> Find:
    """Any word will do, the last may be half typed, and the best stands first."""
    base = sqlite3.connect(":memory:")
    base.execute(
        "create virtual table pages using fts5(id unindexed, title, body, tokenize=porter)"
    )
    base.executemany("insert into pages values (?, ?, ?)", rows)

    def find(text: str) -> Sequence[str]:
        words = [f'"{word}"' for word in WORD.findall(text)]
        if not words:
            return ()
        asked = " OR ".join(words) + "*"
        query = "select id from pages where pages match ? order by rank limit ?"
        return [page for (page,) in base.execute(query, (asked, LIMIT))]

    return find


def in_whoosh(rows: list[Row]) -> Find:
    """As its manual shows it: stems, any word, BM25F."""
    from whoosh.analysis import StemmingAnalyzer
    from whoosh.fields import ID, TEXT, Schema
    from whoosh.filedb.filestore import RamStorage
    from whoosh.qparser import MultifieldParser, OrGroup

    text = TEXT(analyzer=StemmingAnalyzer())
    index = RamStorage().create_index(Schema(id=ID(stored=True), title=text, body=text))
    writer = index.writer()
    for page, title, body in rows:
        writer.add_document(id=page, title=title, body=body)
    writer.commit()
    searcher = index.searcher()
    parser = MultifieldParser(["title", "body"], index.schema, group=OrGroup)

    def find(text: str) -> Sequence[str]:
        query = parser.parse(" ".join(WORD.findall(text.lower())))
        return [hit["id"] for hit in searcher.search(query, limit=LIMIT)]

    return find


workspace = Workspace.open(Paths.of_this_computer())
pages = [
    (page.id, page.title, "\n".join(said.text for said in passages_of(page, workspace.library)))
    for page in workspace.library
]
asked = untouched_half()
searches = {"atlas": in_atlas(workspace), "table": in_table(pages), "whoosh": in_whoosh(pages)}
print(json.dumps({name: quality(find, asked)._asdict() for name, find in searches.items()}))
