"""Every plate of the atlas once, one after another, in a process that has imported all it needs."""

import json
import sys
import time

from atlas.domain.errors import AtlasError
from atlas.paths import Paths
from atlas.workspace import Workspace, frame_of

size = int(sys.argv[1])
plates = [
    plate
    for page in Workspace.open(Paths.of_this_computer()).library
    for plate in page.plates
    if plate.source
]
frame_of(plates[0].source, 64)  # what is imported with the first
times, refused = [], 0
for plate in plates:
    begun = time.perf_counter()
    try:
        frame_of(plate.source, size)
    except AtlasError:
        refused += 1
    else:
        times.append((time.perf_counter() - begun) * 1e3)
print(json.dumps({"times": times, "refused": refused}))
