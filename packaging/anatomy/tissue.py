"""Linear attenuation of tissue in 1/mm, for a beam of about 60 kV effective after filtration.

Fat fills the skin; everything else is written as what it has more than its surroundings:
muscle more than fat, bone more than muscle. A view divides all by the hardness of its beam.
"""

from __future__ import annotations

FAT = 0.0185
MUSCLE = 0.0226 - FAT
CORTEX = 0.062 - 0.0226
SPONGIOSA = 0.0125  # at the ends of long bones, marrow included
MARROW = -0.0035  # fat again, where muscle would be
AIR = -0.0226
CALCIUM = 0.14  # dense apatite: the unit lesions are written in
