"""The same words in an FTS5 table with its Porter stemmer, in a file: from nothing or again."""

import json
import sys
import time
from pathlib import Path

from atlas.paths import Paths
from atlas.search.passages import passages_of
from atlas.workspace import Workspace

QUERY = (
    "select title, snippet(pages, 1, '[', ']', '...', 12) from pages"
    " where pages match 'rim calcif*' order by rank limit 50"
)


def rows() -> list[tuple[str, str]]:
    """Title and words of every page, as the atlas takes them into its index."""
    library = Workspace.open(Paths.of_this_computer()).library
    return [
        (page.title, "\n".join(passage.text for passage in passages_of(page, library)))
        for page in library
    ]


def measured(path: Path, pages: list[tuple[str, str]]) -> dict[str, float]:
    """Milliseconds to open the table, filling it if it is new, and to answer once."""
    is_new = not path.exists()
    begun = time.perf_counter()
    import sqlite3

    base = sqlite3.connect(path)
    if is_new:
        base.execute("create virtual table pages using fts5(title, body, tokenize='porter')")
        base.executemany("insert into pages values (?, ?)", pages)
        base.commit()
    base.execute("select count(*) from pages").fetchone()
    opened = time.perf_counter()
    found = base.execute(QUERY).fetchall()
    now = time.perf_counter()
    assert found
    return {"open": (opened - begun) * 1e3, "find": (now - opened) * 1e3}


print(json.dumps(measured(Path(sys.argv[1]), rows())))
