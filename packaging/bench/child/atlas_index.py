"""The index opened in one process: from nothing or from the cache, and its first answer."""

import json
import time

from atlas.paths import Paths
from atlas.search.query import Query
from atlas.workspace import Workspace

workspace = Workspace.open(Paths.of_this_computer())
begun = time.perf_counter()
workspace.warm()
opened = time.perf_counter()
answer = workspace.find(Query.parse("rim calcification"))
now = time.perf_counter()
assert answer.hits
print(json.dumps({"open": (opened - begun) * 1e3, "find": (now - opened) * 1e3}))
