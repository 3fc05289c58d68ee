"""What a family of lesions is, to whoever writes or checks a recipe."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from atlas.domain.plate import Lesion, Modality
from atlas.imaging.recipes.parameters import Course, Landmark, Number, Parameter, Value

_FAR = 200.0  # mm a lesion may lie from its landmark


@dataclass(frozen=True, slots=True)
class FamilySpec:
    """One kind of lesion: what may be chosen, and the regions it yields in each modality.

    `in_stacks` is whether it grows in stacks of slices, and not in single pictures.
    """

    meaning: str
    parameters: Mapping[str, Parameter]
    regions: Mapping[Modality, tuple[str, ...]]
    in_stacks: bool = False

    @property
    def needed(self) -> tuple[str, ...]:
        """The parameters an author must give: no place has a default."""
        wanted = self.parameters.items()
        return tuple(name for name, spec in wanted if isinstance(spec, Landmark | Course))

    def settled(self, lesion: Lesion) -> dict[str, Value]:
        """Every parameter of the family: the author's where given, else the default."""
        defaults: dict[str, Value] = {name: spec.default for name, spec in self.parameters.items()}
        return {**defaults, **dict(lesion.parameters)}


def share(default: float, meaning: str) -> Number:
    """A number from 0 to 1."""
    return Number(0, 1, default, "", meaning)


def placed() -> dict[str, Parameter]:
    """The parameters that say where a lesion of a radiograph lies."""
    return {
        "at": Landmark("the landmark it lies by"),
        "x": Number(-_FAR, _FAR, 0, "mm", "from there to the right of the picture"),
        "y": Number(-_FAR, _FAR, 0, "mm", "from there down"),
    }


def on_film(meaning: str, parameters: dict[str, Parameter], *regions: str) -> FamilySpec:
    """A family that is drawn on a radiograph."""
    return FamilySpec(meaning, parameters, {Modality.RADIOGRAPH: regions})


def density(default: float) -> Number:
    """How dense mineral is."""
    return Number(0.05, 1.5, default, "", "of the mineral; 1 is dense apatite")


def in_stack(
    meaning: str, parameters: dict[str, Parameter], *regions: str, by_mr: bool = False
) -> FamilySpec:
    """A family that is drawn in a stack of slices, by CT and, if it can be, by MR."""
    scanners = (Modality.CT, Modality.MR) if by_mr else (Modality.CT,)
    return FamilySpec(meaning, parameters, dict.fromkeys(scanners, regions), in_stacks=True)


def placed_in_stack() -> dict[str, Parameter]:
    """The parameters that say where a lesion of a stack lies."""
    return {
        "at": Landmark("the landmark it lies at"),
        "x": Number(-150, 150, 0, "mm", "right of the landmark as seen"),
        "y": Number(-150, 150, 0, "mm", "below the landmark as seen; behind it in an axial slice"),
        "z": Number(-150, 150, 0, "mm", "on through the slices from the landmark, as a rule down"),
    }
