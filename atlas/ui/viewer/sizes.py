"""In how many pixels a picture is asked for."""

from __future__ import annotations

from atlas.domain.plate import Modality, Plate
from atlas.ui.viewer.frames import Wish
from atlas.ui.viewer.pictures import Wishes

FILM, FINE_FILM = 768, 1024
SLICE = 512  # as many as a scanner gives
_SKETCH = 384, 256  # of a film and of a slice, while the hand moves


def wishes_for(plate: Plate, room: float) -> Wishes:
    """A picture as it is looked at in `room` pixels of the screen: soon, and then sharp."""
    assert plate.source
    first = Wish(plate.source, first_size(plate))
    if plate.modality is Modality.RADIOGRAPH and room > FILM:
        return (first, Wish(plate.source, FINE_FILM))
    return (first,)


def sketch_of(plate: Plate) -> Wishes:
    """A picture that will be replaced at once."""
    assert plate.source
    return (Wish(plate.source, _SKETCH[plate.modality is not Modality.RADIOGRAPH]),)


def first_size(plate: Plate) -> int:
    """The size in which a plate comes first."""
    return FILM if plate.modality is Modality.RADIOGRAPH else SLICE


def first_wish(plate: Plate | None) -> tuple[Wish, ...]:
    """How a plate comes first, if it has a picture."""
    return (Wish(plate.source, first_size(plate)),) if plate and plate.source else ()
