"""From a recipe to the frame of a radiograph: the body, the lesions in it, the film."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

import numpy as np

from atlas.domain.errors import AtlasError
from atlas.domain.plate import Simulated
from atlas.imaging.film import marks
from atlas.imaging.film.background import Background, background
from atlas.imaging.film.bed import Bed, Shadow
from atlas.imaging.film.developing import Look, developed
from atlas.imaging.film.lesions import (
    amorphous,
    aortic_wall,
    avulsed_apophysis,
    bladder_wall,
    calcified_nodes,
    candle_wax,
    chondrocalcinosis,
    chondroid_nodule,
    curvilinear,
    disc_calcification,
    enchondroma,
    end_plate_bands,
    fascial_sheets,
    flecks,
    flowing_ossification,
    granules,
    heterotopic_bone,
    irradiated_plaque,
    lipoma,
    lobulated,
    ossified_shell,
    parosteal_mass,
    phleboliths,
    psoas_abscess,
    resorption,
    rice_grains,
    ring_calcifications,
    sand_nodule,
    skin_thickening,
    subcutaneous_network,
    threads,
    tophus,
    tram_track,
    worm,
    zonal,
)
from atlas.imaging.frame import Frame, Ring
from atlas.imaging.recipes.objections import FAMILIES, regions_of
from atlas.imaging.recipes.views import VIEWS
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.contours import rings_of
from atlas.imaging.simulate.grid import Array

SKIN = 6.0  # mm of body, from where a lesion shows at its full density

_CAST: Mapping[str, Callable[[Bed, Choice], Shadow]] = MappingProxyType(
    {
        "zonal": zonal.cast,
        "heterotopic-bone": heterotopic_bone.cast,
        "lobulated": lobulated.cast,
        "phleboliths": phleboliths.cast,
        "tram-track": tram_track.cast,
        "chondrocalcinosis": chondrocalcinosis.cast_line,
        "meniscal-calcification": chondrocalcinosis.cast_meniscus,
        "curvilinear": curvilinear.cast,
        "rice-grains": rice_grains.cast,
        "amorphous": amorphous.cast,
        "bursal-crescent": amorphous.cast_bursa,
        "subperiosteal-resorption": resorption.cast_surface,
        "tuft-resorption": resorption.cast_tuft,
        "lace": resorption.cast_lace,
        "granules": granules.cast,
        "coiled-thread": threads.cast_coil,
        "nerve-cord": threads.cast_nerve,
        "enchondroma": enchondroma.cast,
        "parosteal-lipoma": lipoma.cast,
        "avulsed-apophysis": avulsed_apophysis.cast,
        "ring-calcifications": ring_calcifications.cast,
        "flecks": flecks.cast,
        "fascial-sheets": fascial_sheets.cast,
        "subcutaneous-network": subcutaneous_network.cast,
        "worm": worm.cast,
        "parosteal-mass": parosteal_mass.cast,
        "bladder-wall": bladder_wall.cast,
        "end-plate-bands": end_plate_bands.cast,
        "aortic-wall": aortic_wall.cast,
        "aortic-aneurysm": aortic_wall.cast_aneurysm,
        "disc-calcification": disc_calcification.cast,
        "flowing-ossification": flowing_ossification.cast,
        "psoas-abscess": psoas_abscess.cast,
        "calcified-nodes": calcified_nodes.cast,
        "irradiated-plaque": irradiated_plaque.cast,
        "sand-nodule": sand_nodule.cast,
        "skin-thickening": skin_thickening.cast,
        "ossified-shell": ossified_shell.cast,
        "tophus": tophus.cast,
        "candle-wax": candle_wax.cast,
        "chondroid-nodule": chondroid_nodule.cast,
    }
)


def radiograph(source: Simulated, size: int) -> Frame:
    """The picture of a sound recipe, `size` columns or rows, whichever are more.

    Raises AtlasError when the background of the view is missing or damaged.
    """
    body = background(source.view, size)
    integral = body.integral.copy()
    shadows = tuple(shadows_of(source, body))
    for shadow in shadows:
        part = shadow.grid.of(integral)
        part += shadow.calcium * np.float32(body.calcium) * seen_of(shadow, body)
    marks.marked(integral, body.grid, body.facts, source.seed)
    film = developed(integral, _look(body), body.grid.pitch, body.facts.window, source.seed)
    marks.collimated(film, body.grid, body.facts)
    names = regions_of(source)
    rings = {name: _rings(name, shadows) for name in names}
    return Frame(film, VIEWS[source.view].window, "", body.grid.pitch, rings)


def shadows_of(source: Simulated, body: Background) -> Iterable[Shadow]:
    """What each lesion of a sound recipe adds."""
    bed = Bed(body)
    for number, one in enumerate(source.lesions):
        chosen = Choice(FAMILIES[one.family].settled(one), source.seed, number)
        yield _CAST[one.family](bed, chosen)


def seen_of(shadow: Shadow, body: Background) -> Array:
    """How much of a shadow each pixel keeps: nothing lies outside the skin."""
    seen: Array = np.clip(shadow.grid.of(body.envelope) / np.float32(SKIN), 0, 1)
    return seen


def _look(body: Background) -> Look:
    try:
        return Look(**body.facts.look)
    except TypeError as error:
        raise AtlasError("The background was made for another version of the program.") from error


def _rings(name: str, shadows: Iterable[Shadow]) -> tuple[Ring, ...]:
    """The outlines of one region, of every lesion that has it."""
    return tuple(
        ring
        for shadow in shadows
        if name in shadow.regions
        for ring in rings_of(shadow.grid, shadow.regions[name])
    )
