"""From a source to a frame. A new kind of picture is one more `@frame_of.register`."""

from __future__ import annotations

from functools import singledispatch

from atlas.domain.errors import AtlasError
from atlas.domain.plate import Modality, Picture, Simulated, Source
from atlas.imaging.frame import Frame
from atlas.imaging.recipes.objections import objection
from atlas.imaging.recipes.views import VIEWS


@singledispatch
def frame_of(source: Source, size: int = 512) -> Frame:
    """Compute or read the picture `source` describes. Slow: call it on a worker.

    A simulated picture has `size` rows or columns, whichever are more; a stored
    picture has its own size. Raises AtlasError when there is no such picture.
    """
    raise AtlasError(f"No way is known to show {source}.")


@frame_of.register
def _simulated(source: Simulated, size: int = 512) -> Frame:
    if wrong := objection(source, ()):
        raise AtlasError(wrong)
    if VIEWS[source.view].is_stack:
        from atlas.imaging.stack.slice import stack_slice

        return stack_slice(source, size)
    if VIEWS[source.view].modality is Modality.RADIOGRAPH:
        from atlas.imaging.film.plate import radiograph

        return radiograph(source, size)
    if VIEWS[source.view].modality is Modality.NUCLEAR:
        from atlas.imaging.scintigraphy.plate import bone_scan

        return bone_scan(source, size)
    from atlas.imaging.simulate.scene import simulated

    return simulated(source, size)


@frame_of.register
def _picture(source: Picture, size: int = 512) -> Frame:
    from atlas.imaging.pictures import read_picture

    return read_picture(source)
