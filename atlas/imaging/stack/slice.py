"""From a recipe to the frame of one slice: the body, the lesions in it, the scanner."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from atlas.domain.plate import Modality, Simulated
from atlas.imaging.frame import Frame, Ring
from atlas.imaging.recipes.objections import FAMILIES, regions_of
from atlas.imaging.recipes.views import VIEWS
from atlas.imaging.simulate.canvas import Canvas
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.contours import joint_rings
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.scanner import ct_ink
from atlas.imaging.stack.bed import Bed, Regions
from atlas.imaging.stack.lesions import (
    alveolar,
    aneurysm,
    beads,
    bone_bar,
    bone_surface,
    clumps,
    collection,
    colon,
    deposits,
    enchondroma,
    fat_star,
    fatty_mass,
    hydatid,
    insertion,
    joint_bodies,
    juxtacortical,
    lens,
    levels,
    lines,
    lung,
    lysis,
    marked,
    mass,
    muscles,
    neck,
    nodules,
    ossicle,
    plaque,
    prosthesis,
    sarcoma,
    sheets,
    soft_mass,
    spine_bone,
    venous,
    vessels,
    zonal,
)
from atlas.imaging.stack.pushing import Push, pushed
from atlas.imaging.stack.resonance import SEQUENCES, received, signals
from atlas.imaging.stack.scanning import scanned
from atlas.imaging.stack.volume import Volume, attenuation, resized, volume

_NOISE = {"brain-ct": 2.6}  # HU; a head is scanned with more dose than a trunk
_USUAL_NOISE = 11.0

_LAID: Mapping[str, Callable[[Bed, Choice], Regions]] = MappingProxyType(
    {
        "nuclear-calcification": deposits.lay_nuclei,
        "nephrocalcinosis": deposits.lay_pyramids,
        "aneurysm": aneurysm.lay,
        "hydatid-cyst": hydatid.lay,
        "organ-lines": lines.lay_organ,
        "wall-line": lines.lay_wall,
        "calcified-collection": collection.lay,
        "granulomas": nodules.lay,
        "nodal-clumps": clumps.lay,
        "sedimentation": levels.lay,
        "zonal-mass": zonal.lay,
        "soft-mass": soft_mass.lay,
        "joint-bodies": joint_bodies.lay,
        "ossicle": ossicle.lay,
        "juxtacortical-mass": juxtacortical.lay,
        "periosteal-bone": bone_surface.lay_periosteal,
        "flowing-hyperostosis": bone_surface.lay_wax,
        "calcific-myonecrosis": muscles.lay_myonecrosis,
        "myositis": muscles.lay_myositis,
        "fat-star": fat_star.lay,
        "venous-lake": venous.lay,
        "marrow-cartilage": enchondroma.lay,
        "insertion-calcium": insertion.lay,
        "contrast-medium": marked.lay_contrast,
        "outline": marked.lay_outline,
        "pelvic-phlebolith": beads.lay_phlebolith,
        "ureteric-stone": beads.lay_stone,
        "ossified-lens": lens.lay,
        "bone-bar": bone_bar.lay,
        "hip-implant": prosthesis.lay,
        "milk-of-calcium": sheets.lay_milk,
        "calcified-fascia": sheets.lay_fascial,
        "dermal-plates": sheets.lay_plates,
        "mineral-sarcoma": sarcoma.lay,
        "alveolar-mass": alveolar.lay,
        "fatty-mass": fatty_mass.lay,
        "thick-colon": colon.lay,
        "lung-deposits": lung.lay_deposits,
        "lung-fibrosis": lung.lay_fibrosis,
        "lytic-holes": lysis.lay,
        "field-plaque": plaque.lay,
        "vessel-walls": vessels.lay,
        "flowing-bone": spine_bone.lay_flowing,
        "calcified-disc": spine_bone.lay_disc,
        "body-fracture": spine_bone.lay_fracture,
        "crowned-dens": neck.lay_crown,
        "longus-colli-calcium": neck.lay_prevertebral,
        "paraspinal-chalk": neck.lay_paraspinal,
    }
)
# How masses shove their neighbours aside.
_PUSHES: Mapping[str, Callable[[Volume, Choice], tuple[Push, ...]]] = MappingProxyType(
    {
        "aneurysm": aneurysm.pushes,
        "soft-mass": mass.pushes,
        "joint-bodies": mass.pushes,
        "juxtacortical-mass": mass.pushes,
        "bone-bar": bone_bar.pushes,
        "fatty-mass": fatty_mass.pushes,
        "milk-of-calcium": sheets.pushes,
        "mineral-sarcoma": sarcoma.pushes,
        "ossified-lens": lens.pushes,
        "hydatid-cyst": hydatid.pushes,
        "calcified-collection": collection.pushes,
    }
)


def stack_slice(source: Simulated, size: int) -> Frame:
    """The slice of a sound recipe, `size` columns or rows, whichever are more.

    Raises AtlasError when the slice of the background is missing or damaged.
    """
    body = volume(source.view, source.slice or 1)
    bed, regions = laid(source, body, size)
    values = _values(source, bed)
    rings = {name: outlined(regions, name) for name in regions_of(source)}
    view = VIEWS[source.view]
    stack = (body.number, body.facts.slices)
    return Frame(values, view.window, view.unit, bed.canvas.grid.pitch, rings, view.edges, stack)


def _values(source: Simulated, bed: Bed) -> Array:
    """What the scanner makes of the slice."""
    canvas, number = bed.canvas, bed.volume.number
    if canvas.is_ct:
        noise = _NOISE.get(source.view, _USUAL_NOISE)
        return scanned(canvas.channels[0], canvas.grid.pitch, noise, source.seed, number)
    return received(canvas, SEQUENCES[source.view], source.seed, number)


def laid(source: Simulated, body: Volume, size: int) -> tuple[Bed, tuple[Regions, ...]]:
    """The slice with its lesions, not yet scanned, and the regions of each lesion."""
    columns, rows = body.facts.size
    grown = size / max(columns, rows)
    grid = Grid(0, 0, body.grid.pitch / grown, round(columns * grown), round(rows * grown))
    choices = [
        (one.family, Choice(FAMILIES[one.family].settled(one), source.seed, number))
        for number, one in enumerate(source.lesions)
    ]
    shoving = [(_PUSHES[family], one) for family, one in choices if family in _PUSHES]
    body = pushed(body, (push for pushes, one in shoving for push in pushes(body, one)))
    bed = Bed(_bare(source, body, grid), body)
    return bed, tuple(_LAID[family](bed, one) for family, one in choices)


def _bare(source: Simulated, body: Volume, grid: Grid) -> Canvas:
    """The healthy slice: attenuation in CT, the signals of water and of fat in MR."""
    if VIEWS[source.view].modality is Modality.CT:
        values = resized(attenuation(body, source.seed), grid)
        return Canvas(grid, (values,), ct_ink, is_ct=True)
    sequence = SEQUENCES[source.view]
    channels = tuple(resized(one, grid) for one in signals(body, sequence, source.seed))
    return Canvas(grid, channels, sequence.ink, is_ct=False)


def outlined(regions: tuple[Regions, ...], name: str) -> tuple[Ring, ...]:
    """The outlines of one region, of every lesion that has it."""
    return joint_rings(tuple(found[name] for found in regions if name in found))
