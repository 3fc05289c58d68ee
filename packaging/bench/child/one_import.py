"""One module imported by a bare interpreter."""

import sys
import time
from importlib import import_module

begun = time.perf_counter()
import_module(sys.argv[1])
print(f'{{"import": {(time.perf_counter() - begun) * 1e3}}}')
