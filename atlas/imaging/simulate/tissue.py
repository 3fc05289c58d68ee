"""What tissues are made of: attenuation in CT, relaxation in MR.

Attenuations are those of unenhanced CT at 120 kV (J. Hofer, CT Teaching Manual). Times are
at 1.5 T, in ms, after Gold et al., AJR 2004;183:343 (muscle, fat, fluid, marrow) and Stanisz
et al., MRM 2005;54:507 (blood, nerve); those of lesions are chosen between them so that the
signals look as they are described. Fat is given a long T2 because echo trains brighten it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tissue:
    """`grain` is how strongly a texture of standard deviation 1 shows, as HU and as a share."""

    hu: float
    protons: float  # relative to water
    t1: float  # ms
    t2: float  # ms
    hu_grain: float = 0.0
    mr_grain: float = 0.0
    is_fat: bool = False  # of a shifted resonance


AIR = Tissue(-1000, 0.0, 1000, 1)
FAT = Tissue(-102, 0.92, 265, 110, 4, 0.035, is_fat=True)
SKIN = Tissue(35, 0.62, 700, 34, 6, 0.06)
FIBROUS = Tissue(55, 0.42, 620, 18, 5, 0.05)
TENDON = Tissue(82, 0.20, 600, 8, 5, 0.05)
MUSCLE = Tissue(56, 0.84, 960, 37, 3, 0.05)
CORTEX = Tissue(1430, 0.05, 700, 1, 90, 0.0)
MARROW = Tissue(-58, 0.88, 300, 95, 16, 0.05, is_fat=True)
NERVE = Tissue(26, 0.78, 900, 62, 6, 0.1)
VEIN = Tissue(44, 0.86, 1350, 150, 1, 0.05)
ARTERY = Tissue(45, 0.03, 1400, 40, 1, 0.0)  # flowing blood leaves the slice: no signal
VESSEL_WALL = Tissue(58, 0.5, 900, 34, 1, 0.0)

OEDEMA = Tissue(40, 0.95, 1350, 92, 3, 0.06)
FLUID = Tissue(16, 1.0, 2300, 420, 2, 0.03)
SEDIMENT = Tissue(48, 0.9, 820, 58, 3, 0.05)
GRANULATION = Tissue(34, 0.9, 1150, 74, 4, 0.12)
TUMOUR = Tissue(37, 0.9, 1180, 82, 3, 0.1)
TUMOUR_FAT = Tissue(-94, 0.92, 270, 105, 6, 0.05, is_fat=True)
NECROSIS = Tissue(17, 0.97, 1900, 210, 2, 0.05)
SLOW_BLOOD = Tissue(42, 0.96, 1450, 260, 3, 0.06)
MINERAL = Tissue(800, 0.04, 700, 1, 120, 0.0)
EMPTY = Tissue(60, 0.04, 700, 1)
