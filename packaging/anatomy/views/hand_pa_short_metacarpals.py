"""Right hand, PA, whose fourth and fifth metacarpals and last bone of the thumb are short."""

from __future__ import annotations

from anatomy.view import View
from anatomy.views import hand_pa


def view() -> View:
    return hand_pa.view({4: 0.72, 5: 0.74}, 0.78)
