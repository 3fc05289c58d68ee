"""The families of lesions that are drawn on a radiograph, by the pattern they make."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from atlas.imaging.recipes.family import FamilySpec, share
from atlas.imaging.recipes.family import density as _density
from atlas.imaging.recipes.family import on_film as _family
from atlas.imaging.recipes.family import placed as _placed
from atlas.imaging.recipes.film_families_foot import FOOT_FAMILIES
from atlas.imaging.recipes.film_families_lower import LOWER_FAMILIES
from atlas.imaging.recipes.film_families_spine import SPINE_FAMILIES
from atlas.imaging.recipes.film_families_trunk import TRUNK_FAMILIES
from atlas.imaging.recipes.parameters import Choice, Course, Landmark, Number

FILM_FAMILIES: Mapping[str, FamilySpec] = MappingProxyType(
    {
        **LOWER_FAMILIES,
        **SPINE_FAMILIES,
        **TRUNK_FAMILIES,
        **FOOT_FAMILIES,
        "zonal": _family(
            "mass that ossifies from its edge inwards: myositis ossificans",
            {
                **_placed(),
                "length": Number(10, 120, 44, "mm", "longest diameter"),
                "breadth": Number(8, 80, 24, "mm", "across"),
                "angle": Number(-180, 180, 0, "degrees", "of the length, clockwise from down"),
                "maturity": share(0.7, "0 a faint veil, 1 a shell of bone"),
            },
            "mass",
            "rim",
            "centre",
        ),
        "heterotopic-bone": _family(
            "bar of bone across a joint, by the classes of Brooker",
            {
                **_placed(),
                "to": Landmark("the landmark it grows to"),
                "to_x": Number(-200, 200, 0, "mm", "from there to the right of the picture"),
                "to_y": Number(-200, 200, 0, "mm", "from there down"),
                "breadth": Number(5, 50, 17, "mm", "of the bar"),
                "bow": Number(-60, 60, 0, "mm", "how far its middle is set off, to the left"),
                "brooker": Number(1, 4, 3, "", "1 islands, 2 and 3 spurs with a gap, 4 a bridge"),
                "maturity": share(0.9, "0 a cloud, 1 bone"),
            },
            "bone",
            "gap",
        ),
        "lobulated": _family(
            "lobules of chalk with lucent septa: tumoral calcinosis",
            {
                **_placed(),
                "length": Number(10, 160, 52, "mm", "down the picture"),
                "breadth": Number(10, 140, 40, "mm", "across"),
                "lobules": Number(4, 60, 34, "", "how many"),
                "level": share(0, "how far mineral has sunk, in a patient who stands"),
                "density": _density(0.75),
            },
            "mass",
        ),
        "phleboliths": _family(
            "cluster of beads, most of them with a lucent centre",
            {
                **_placed(),
                "count": Number(1, 40, 7, "", "how many"),
                "spread_x": Number(2, 200, 24, "mm", "of the cluster, across"),
                "spread_y": Number(2, 200, 24, "mm", "of the cluster, down"),
                "size": Number(2, 12, 5, "mm", "diameter of the largest"),
                "density": _density(0.7),
            },
            "beads",
        ),
        "tram-track": _family(
            "calcium in the media of an artery",
            {
                "along": Course("the course of the artery"),
                "diameter": Number(1, 20, 6, "mm", "of the vessel where it enters"),
                "wall": Number(0.2, 3, 0.6, "mm", "thickness of the mineral"),
                "extent": share(0.75, "of the wall that is calcified"),
                "density": _density(0.75),
            },
            "wall",
        ),
        "chondrocalcinosis": _family(
            "line of crystals in cartilage",
            {
                "along": Course("the cartilage"),
                "thickness": Number(0.4, 8, 1.3, "mm", "of the line"),
                "density": _density(0.8),
            },
            "line",
        ),
        "meniscal-calcification": _family(
            "stippled wedge of crystals in a meniscus",
            {
                "along": Course("the meniscus, from its rim inwards"),
                "thickness": Number(1, 10, 4.2, "mm", "at the rim"),
                "density": _density(0.8),
            },
            "meniscus",
        ),
        "curvilinear": _family(
            "thin plate beside bone with a lucent gap: Pellegrini-Stieda lesion",
            {
                **_placed(),
                "length": Number(6, 60, 24, "mm", "down the picture"),
                "thickness": Number(0.8, 10, 3, "mm", "at its thickest"),
                "gap": Number(0, 10, 1.6, "mm", "between its ends and the bone"),
                "bow": Number(0, 12, 2.2, "mm", "how far its middle stands off more than its ends"),
                "angle": Number(-60, 60, 0, "degrees", "its lower end to the right"),
                "side": Choice(("right", "left"), "right", "of the picture it bows to"),
                "density": _density(0.8),
            },
            "plate",
            "gap",
        ),
        "rice-grains": _family(
            "grains of the size of rice along the fibres of muscle: cysticercosis",
            {
                "count": Number(3, 300, 60, "", "how many"),
                "length": Number(3, 14, 8, "mm", "of the longest"),
                "direction": Number(-90, 90, 0, "degrees", "of the fibres, from down to the right"),
                "density": _density(0.7),
            },
            "grains",
        ),
        "amorphous": _family(
            "oval deposit in a tendon, without structure: hydroxyapatite deposition",
            {
                **_placed(),
                "length": Number(3, 60, 16, "mm", "of the deposit"),
                "breadth": Number(2, 40, 7, "mm", "across"),
                "angle": Number(-180, 180, 0, "degrees", "of the length, clockwise from down"),
                "bow": Number(-10, 10, 0, "mm", "how far its ends bend away, to the left"),
                "resorption": share(0, "0 sharp and even, 1 fluffy and faint"),
                "density": _density(0.6),
            },
            "deposit",
        ),
        "bursal-crescent": _family(
            "milk of calcium in a bursa that a deposit broke into",
            {
                "along": Course("the bursa"),
                "thickness": Number(0.5, 10, 3, "mm", "at its thickest"),
                "density": _density(0.6),
            },
            "crescent",
        ),
        "subperiosteal-resorption": _family(
            "cortex that is taken away from its surface: hyperparathyroidism",
            {
                "along": Course("the surface of the bone"),
                "depth": Number(0.2, 4, 1.0, "mm", "how far in it goes"),
                "amount": share(0.75, "of the bone there that is lost"),
            },
            "resorption",
        ),
        "tuft-resorption": _family(
            "end of a distal phalanx that is taken away",
            {
                "along": Course("the distal phalanx, from its base to its tip"),
                "length": Number(0.5, 20, 5, "mm", "of what is lost"),
                "amount": share(0.9, "of the bone there that is lost"),
            },
            "resorption",
        ),
        "lace": _family(
            "holes between strands of trabeculae: sarcoidosis of a phalanx",
            {
                "along": Course("the middle of the bone"),
                "breadth": Number(2, 30, 9, "mm", "of the bone"),
                "cell": Number(0.8, 8, 2.4, "mm", "from hole to hole"),
                "amount": share(0.7, "of the bone in a hole that is lost"),
            },
            "lace",
        ),
        "granules": _family(
            "cluster of irregular dense granules: calcinosis",
            {
                **_placed(),
                "count": Number(1, 40, 12, "", "how many"),
                "spread_x": Number(1, 80, 7, "mm", "of the cluster, across"),
                "spread_y": Number(1, 80, 9, "mm", "of the cluster, down"),
                "size": Number(0.5, 12, 2.6, "mm", "diameter of the largest"),
                "density": _density(0.9),
            },
            "granules",
        ),
        "coiled-thread": _family(
            "fine thread wound up: a dead worm",
            {
                **_placed(),
                "size": Number(2, 40, 9, "mm", "across the coil"),
                "turns": Number(1, 8, 3, "", "of the thread"),
                "thickness": Number(0.2, 2, 0.6, "mm", "of the thread"),
                "flat": Number(0.2, 1, 0.6, "", "how round the coil is seen"),
                "angle": Number(-180, 180, 0, "degrees", "how far it is turned, clockwise"),
                "density": _density(0.8),
            },
            "coil",
        ),
        "nerve-cord": _family(
            "granular strands along a nerve: leprosy",
            {
                "along": Course("the nerve"),
                "thickness": Number(0.8, 12, 4, "mm", "of the nerve"),
                "density": _density(0.5),
            },
            "nerve",
        ),
        "enchondroma": _family(
            "lucent lesion that widens a small bone, with flecks of chondroid mineral",
            {
                **_placed(),
                "length": Number(4, 60, 18, "mm", "along the bone"),
                "breadth": Number(3, 40, 12, "mm", "across"),
                "angle": Number(-180, 180, 0, "degrees", "of the length, clockwise from down"),
                "matrix": share(0.6, "amount of mineral"),
            },
            "tumour",
            "matrix",
        ),
        "parosteal-lipoma": _family(
            "mass of fat, dark in the muscle, round an excrescence of the bone beside it",
            {
                **_placed(),
                "length": Number(10, 120, 50, "mm", "down the picture"),
                "breadth": Number(8, 80, 26, "mm", "across"),
                "bone": Choice(("right", "left"), "right", "the side of the mass the bone is on"),
                "excrescence": Number(3, 30, 11, "mm", "how far it stands from the bone"),
                "density": _density(0.8),
            },
            "mass",
            "excrescence",
        ),
    }
)
