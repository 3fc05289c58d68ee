"""What the labels of a stack attenuate, in Hounsfield units, and how uneven they look.

Attenuations are those of unenhanced CT at 120 kV (J. Hofer, CT Teaching Manual). `fine` is the
deviation of grains of a millimetre, `coarse` of grains of half a centimetre.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Attenuation(NamedTuple):
    """Of one label, in HU."""

    hu: float
    fine: float = 0.0
    coarse: float = 0.0


TISSUES: Mapping[str, Attenuation] = MappingProxyType(
    {
        "air": Attenuation(-1000),
        "table": Attenuation(-760, 12),
        "table-shell": Attenuation(-160),
        "skin": Attenuation(20, 8),
        "fat": Attenuation(-104, 2, 5),
        "cavity-fat": Attenuation(-104, 3, 6),
        "muscle": Attenuation(55, 5, 5),
        "cortex": Attenuation(1250, 50, 12),
        "diploe": Attenuation(520, 130, 110),
        "spongiosa": Attenuation(190, 60, 30),
        "marrow": Attenuation(-50, 14, 12),
        "cartilage": Attenuation(90, 6, 4),
        "disc": Attenuation(82, 5, 6),
        "cord": Attenuation(32, 2, 2),
        "thecal-sac": Attenuation(22, 2, 2),
        "blood": Attenuation(44, 1, 1),
        "vessel": Attenuation(44, 1, 1),
        "vessel-wall": Attenuation(52),
        "csf": Attenuation(8, 1, 1),
        "grey": Attenuation(37, 0.6, 0.8),
        "white": Attenuation(29, 0.6, 0.8),
        "caudate": Attenuation(38, 0.5, 0.5),
        "putamen": Attenuation(38, 0.5, 0.5),
        "pallidum": Attenuation(39, 0.5, 0.5),
        "thalamus": Attenuation(37, 0.5, 0.5),
        "dura": Attenuation(54, 2, 1),
        "choroid": Attenuation(230, 60, 0),
        "dentate": Attenuation(36, 0.5, 0.5),
        "air-cell": Attenuation(-860, 60, 60),
        "lung": Attenuation(-850, 16, 22),
        "fissure": Attenuation(-560, 10, 60),
        "airway": Attenuation(-1000),
        "heart-muscle": Attenuation(53, 2, 2),
        "liver": Attenuation(58, 2, 2),
        "spleen": Attenuation(49, 2, 2),
        "kidney": Attenuation(33, 2, 2),
        "pyramid": Attenuation(33, 2, 2),
        "urine": Attenuation(4, 1, 1),
        "bile": Attenuation(9, 1, 1),
        "pancreas": Attenuation(40, 7, 7),
        "adrenal": Attenuation(30, 3, 2),
        "bowel-wall": Attenuation(38, 4, 4),
        "bowel-content": Attenuation(24, 8, 12),
        "stool": Attenuation(20, 40, 30),
        "gas": Attenuation(-980),
        "stomach-content": Attenuation(26, 8, 14),
        "bladder-wall": Attenuation(38, 2, 2),
        "prostate": Attenuation(42, 3, 4),
        "end-plate": Attenuation(640, 70, 60),
        "gland": Attenuation(12, 8, 8),
        "thyroid": Attenuation(105, 6, 5),
        "tendon": Attenuation(80, 4, 2),
        "marbling": Attenuation(-80, 6, 4),
        "scar": Attenuation(420, 90, 40),
        "labrum": Attenuation(80, 4, 2),
        "ligament": Attenuation(75, 4, 2),
        "meniscus": Attenuation(85, 5, 3),
        "fibrous": Attenuation(20, 4, 3),
        "joint-fluid": Attenuation(16, 2, 2),
        "nerve": Attenuation(26, 3, 2),
        "artery": Attenuation(44, 1, 1),
        "vein": Attenuation(44, 1, 1),
    }
)


def tissue_of(label: str) -> Attenuation:
    """The attenuation of a label; that of muscle for one this version does not know."""
    return TISSUES.get(label, TISSUES["muscle"])
