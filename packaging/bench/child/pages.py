"""Every page opened in a shown window, and its words in a bare one, turn by turn."""

import json
import sys

from bench.bare import BESIDE, SIZE, BarePicture, BareText, BareWindow
from bench.painting import PaintWait, is_painted, settle, settle_until
from bench.running import a_running_atlas, told_of_stand_ins

from atlas.ui.features.text import PageText
from atlas.ui.viewport.viewport import Viewport

application, atlas = a_running_atlas()
window, session = atlas.window, atlas.session
text, viewport = window.features.text, window.viewer.viewport
text_wait, picture_wait = PaintWait(PageText), PaintWait(Viewport)
bare_wait, bare_picture_wait = PaintWait(BareText), PaintWait(BarePicture)
atlas.show()
window.resize(*SIZE)
bare = BareWindow("")
bare.move(*BESIDE)
bare.show()
settle(500)
pages = list(session.library)
with_picture = [page for page in pages if page.plates and page.plates[0].source]
painted = []


def click(page, wait, when=lambda: True):
    """Milliseconds until a page is painted."""
    settle(1)
    return wait.after(lambda: session.open(page.id), when)


def bare_text(words):
    """Milliseconds until the same words are painted as plain text."""
    settle(1)
    return bare_wait.after(lambda: bare.text.setPlainText(words))


def bare_picture():
    """Milliseconds until an image is painted again."""
    settle(1)
    return bare_picture_wait.after(bare.picture.update)


def one_round():
    """The words of every page."""
    clicks, words = [], []
    for page in pages:
        if session.page is page:
            continue
        clicks.append(click(page, text_wait))
        painted.append(page.title in text.toPlainText() and is_painted(text))
        words.append(bare_text(text.toPlainText()))
    return clicks, words


def one_picture_round():
    """Every page whose first picture is made, coming from the page before."""
    clicks, bares = [], []
    for page in with_picture:
        session.open(pages[pages.index(page) - 1].id)
        settle(60)
        before = viewport.frame
        clicks.append(
            click(page, picture_wait, lambda old=before: viewport.frame not in (None, old))
        )
        bares.append(bare_picture())
    return clicks, bares


one_round()  # fonts and glyphs are warm afterwards
for page in with_picture:
    session.open(page.id)
    settle_until(lambda: window.viewer.has_picture)
rounds = [one_round() for _ in range(int(sys.argv[1]))]
pictures = [one_picture_round() for _ in range(int(sys.argv[1]))]
print(
    json.dumps(
        {
            "clicks": [value for clicks, _ in rounds for value in clicks],
            "bare_texts": [value for _, words in rounds for value in words],
            "pictures": [value for clicks, _ in pictures for value in clicks],
            "bare_pictures": [value for _, bares in pictures for value in bares],
            "painted": all(painted),
            "note": told_of_stand_ins(),
        }
    )
)
sys.stdout.flush()
atlas.close()
