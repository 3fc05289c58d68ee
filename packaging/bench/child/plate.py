"""One plate made in a process that has made none, with what has to be imported for it."""

import json
import pkgutil
import sys
import time
from importlib import import_module

from atlas.domain.errors import AtlasError
from atlas.domain.page import PageId
from atlas.domain.plate import PlateId, Source
from atlas.paths import Paths
from atlas.workspace import Workspace


def source_of(page: str, plate: str) -> Source:
    """The source of a plate that is named."""
    plates = Workspace.open(Paths.of_this_computer()).library[PageId(page)].plates
    return next(one.source for one in plates if one.id == PlateId(plate) and one.source)


def import_all() -> None:
    """Import everything that making a plate may ask for."""
    import atlas.imaging

    for name in ("numpy.fft", "numpy.random"):
        import_module(name)
    for module in pkgutil.walk_packages(atlas.imaging.__path__, "atlas.imaging."):
        import_module(module.name)


def made(source: Source, size: int) -> dict[str, object]:
    """The milliseconds it takes, or why it cannot be made."""
    begun = time.perf_counter()
    import_all()
    from atlas.workspace import frame_of

    imported = time.perf_counter()
    try:
        frame = frame_of(source, size)
    except AtlasError as error:
        return {"refused": str(error)}
    now = time.perf_counter()
    assert float(frame.values.std()) > 0
    return {"cold": (now - begun) * 1e3, "made": (now - imported) * 1e3}


print(json.dumps(made(source_of(sys.argv[1], sys.argv[2]), int(sys.argv[3]))))
