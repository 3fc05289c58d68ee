"""From a source to a frame. A new kind of picture is one more `@frame_of.register`."""

from __future__ import annotations

from functools import singledispatch

from atlas.domain.errors import AtlasError
from atlas.domain.plate import Source
from atlas.imaging.frame import Frame


@singledispatch
def frame_of(source: Source, size: int = 512) -> Frame:
    """Compute or read the picture `source` describes. Slow: call it on a worker.

    A simulated picture has `size` rows or columns, whichever are more; a stored
    picture has its own size. Raises AtlasError when there is no such picture.
    """
    raise AtlasError(f"No way is known to show {source}.")
