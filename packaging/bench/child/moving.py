"""A plate moved through its time course, and a stack scrolled, each to the painted picture."""

import json
import sys

from bench.bare import SIZE
from bench.painting import PaintWait, is_painted, settle, settle_until
from bench.running import a_running_atlas

from atlas.domain.place import Place
from atlas.domain.plate import Simulated
from atlas.ui.viewport.viewport import Viewport

TIMES = int(sys.argv[1])
application, atlas = a_running_atlas()
window, session = atlas.window, atlas.session
viewer, versions = window.viewer, window.viewer.versions
wait = PaintWait(Viewport)
atlas.show()
window.resize(*SIZE)
settle(1500)  # the index is open


def turned_to(page, plate):
    """Look at a plate until all that follows it is done."""
    session.go(Place(page.id, plate.id))
    settle_until(lambda: viewer.has_picture)
    settle(1000)


def to_paint(act):
    """Milliseconds until the picture that an act asks for is painted."""
    before = viewer.viewport.frame
    return wait.after(act, lambda: viewer.viewport.frame is not before)


def slid(page, plate):
    """Every step of a course that changes the picture, as fast as pictures come."""
    turned_to(page, plate)
    versions.go_to_step(0)
    settle(1000)
    times = [plate.time.at_step(at) for at in range(min(plate.time.steps, TIMES) + 1)]
    sources = [plate.at(time).source for time in times]
    changing = [at for at in range(1, len(times)) if sources[at] != sources[at - 1]]
    return [to_paint(lambda at=at: versions.go_to_step(at)) for at in changing]


def scrolled(page, plate):
    """One slice after another, as fast as they come, to the last."""
    turned_to(page, plate)
    count = viewer.viewport.frame.stack[1] - plate.source.slice
    return [to_paint(lambda: viewer.viewport.slice_asked.emit(1)) for _ in range(count)]


plates = [(page, plate) for page in session.library for plate in page.plates]
courses = [one for one in plates if one[1].time]
stacks = [one for one in plates if isinstance(one[1].source, Simulated) and one[1].source.slice]
print(
    json.dumps(
        {
            "slid": [value for one in courses for value in slid(*one)],
            "scrolled": [value for one in stacks[:4] for value in scrolled(*one)],
            "painted": is_painted(viewer.viewport),
        }
    ),
    flush=True,
)
atlas.close()
