"""A frame of 1024 x 1024 through one window after another, beside its image painted unchanged."""

import json
import sys
import time

from bench.bare import BESIDE, BarePicture
from bench.painting import PaintWait, is_painted, settle
from bench.running import a_running_atlas, noise
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from atlas.domain.plate import Window
from atlas.imaging.view import View
from atlas.ui.viewport.pixels import Pixels
from atlas.ui.viewport.viewport import Viewport

TIMES = int(sys.argv[1])
application, atlas = a_running_atlas()
frame = noise(1024)
look = atlas.session.look


class Unchanged(BarePicture):
    """Paints what it is given exactly as large as the viewport does."""

    def __init__(self, image, like):
        super().__init__(image)
        self.resize(like.size())
        self._where = like.to_screen()

    def paintEvent(self, event):
        painter = QPainter(self)
        painter.setTransform(self._where)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._where.m11() != 1)
        painter.drawImage(QRectF(0, 0, 1024, 1024), self.image)


def windows():
    """As many windows as there are repeats, none twice."""
    return [
        Window(20_000 + 25_000 * at / TIMES, 30_000 + 10_000 * at / TIMES) for at in range(TIMES)
    ]


def timed(act):
    """Milliseconds that something takes."""
    begun = time.perf_counter()
    act()
    return (time.perf_counter() - begun) * 1e3


def redraws(side, zoom):
    """The viewport alone, repainted at once."""
    viewport = Viewport(look)
    viewport.resize(side, side)
    viewport.show_frame(frame)
    if zoom:
        viewport.look(View(frame.window, zoom, (512.0, 512.0)))
    viewport.show()
    settle(100)
    shown = viewport.view
    image = Pixels(frame).through(shown.window, inverted=False, scale=shown.zoom)
    bare = Unchanged(image, viewport)
    bare.move(*BESIDE)
    bare.show()
    settle(100)
    ours, reference = [], []
    for window in windows():
        viewport.view = shown._replace(window=window)
        ours.append(timed(viewport.repaint))
        reference.append(timed(bare.repaint))
    painted = is_painted(viewport) and is_painted(bare)
    viewport.close()
    bare.close()
    return {"ours": ours, "reference": reference, "painted": painted}


def drags():
    """In the whole window, with the fields that tell the window's width and level."""
    wait = PaintWait(Viewport)
    atlas.show()
    atlas.session.open("synovial-sarcoma")
    settle(3000)
    viewport = atlas.window.viewer.viewport
    viewport.show_frame(frame)
    settle(100)
    bare = Unchanged(
        Pixels(frame).through(frame.window, inverted=False, scale=viewport.view.zoom), viewport
    )
    bare.move(*BESIDE)
    bare.show()
    ours, reference = [], []
    for window in windows():
        view = viewport.view._replace(window=window)
        ours.append(wait.after(lambda to=view: viewport.look(to)))
        reference.append(timed(bare.repaint))
    return {"ours": ours, "reference": reference, "painted": is_painted(viewport)}


print(json.dumps({"fitted": redraws(800, 0), "whole": redraws(1064, 1.0), "drag": drags()}))
sys.stdout.flush()
atlas.close()
