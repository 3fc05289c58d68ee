"""The most memory the atlas holds while ten pages are opened and their pictures come."""

import json

from bench.memory_of import peak
from bench.painting import is_painted, settle, settle_until
from bench.running import a_running_atlas, told_of_stand_ins

application, atlas = a_running_atlas()
window, session = atlas.window, atlas.session
atlas.show()
settle(1500)  # the index is open
pages = sorted(session.library, key=lambda page: -sum(1 for one in page.plates if one.source))
with_pictures, window_alone = 0, peak()
for page in pages[:10]:
    session.open(page.id)
    if session.plate and session.plate.source:
        settle_until(lambda: window.viewer.has_picture)
        with_pictures += 1
    settle(700)  # the other plates of the page come by themselves
window.search_box.setText("rim calcification")
settle(300)
held = peak()  # before the screen is looked at, which takes memory of its own
painted = is_painted(window)
print(
    json.dumps(
        {
            "peak": held,
            "above": held - window_alone,
            "painted": painted,
            "pictures": with_pictures,
            "note": told_of_stand_ins(),
        }
    ),
    flush=True,
)
atlas.close()
