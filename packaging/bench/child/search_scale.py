"""The index of the pages and so many cases, opened or built, and asked after every key."""

import json
import sys
import time
from pathlib import Path

from bench.cases import cases
from bench.memory_of import peak
from bench.quality import keystrokes, untouched_half

from atlas.paths import Paths
from atlas.search.index import open_index
from atlas.search.query import Query
from atlas.workspace import Workspace

count, folder, times = int(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
workspace = Workspace.open(Paths.of_this_computer())
examples = tuple(cases(workspace.library, count))
begun = time.perf_counter()
index = open_index(workspace.library, "bench", folder, examples)
opened = time.perf_counter()
keys = []
for text in keystrokes(untouched_half())[:times]:
    before = time.process_time()
    index.find(Query.parse(text))
    keys.append((time.process_time() - before) * 1e3)
print(json.dumps({"open": (opened - begun) * 1e3, "keys": keys, "peak": peak()}))
