"""Queries typed key by key into the search box, and strings put into a bare list between them."""

import json
import sys

from bench.bare import BESIDE, SIZE
from bench.painting import PaintWait, is_painted, settle
from bench.running import a_running_atlas
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget

QUERIES = (
    "rim calcification",
    "phleboliths in muscle",
    "zonal ossification",
    "MR fluid levels",
    "gout",
)
STRINGS = [f"Result {at}: some words about what was found on this page" for at in range(20)]

application, atlas = a_running_atlas()
window = atlas.window
box, results = window.search_box, window.results
came = [False]
results.model.modelReset.connect(lambda: came.__setitem__(0, True))
wait, bare_wait = PaintWait(type(results.view)), PaintWait(QListWidget)
atlas.show()
window.resize(*SIZE)
bare = QListWidget()
bare.resize(300, 800)
bare.move(*BESIDE)
bare.show()
atlas.session.open("myositis-ossificans")
settle(1500)  # the index is open
painted = []


def press(key):
    """Milliseconds until the results of a key are painted."""
    came[0] = False
    return wait.after(lambda: QTest.keyClick(box, key), lambda: came[0])


def fill():
    """What the bare list does."""
    bare.clear()
    bare.addItems(STRINGS)


def type_all():
    """Type every query; milliseconds of each key, and of the bare list after it."""
    keys, bares = [], []
    for query in QUERIES:
        box.setFocus()
        box.clear()
        settle(60)
        for key in query:
            if key in " -":  # the question stays the same, and so does the answer
                QTest.keyClick(box, key)
                settle(80)
                continue
            keys.append(press(key))
            painted.append(results.model.rowCount() > 0 and is_painted(results.view))
            bares.append(bare_wait.after(fill))
            settle(5)
    return keys, bares


type_all()  # fonts and glyphs are warm afterwards
rounds = [type_all() for _ in range(int(sys.argv[1]))]
print(
    json.dumps(
        {
            "keys": [value for keys, _ in rounds for value in keys],
            "bare": [value for _, bares in rounds for value in bares],
            "painted": all(painted),
        }
    )
)
sys.stdout.flush()
atlas.close()
