from __future__ import annotations

import numpy as np
import pytest

from atlas.imaging.simulate.grid import Grid
from atlas.imaging.simulate.noise import field, stream


def noise(left, columns, spacing=3.0):
    return field(Grid(left, -10, 1.0, columns, 20), stream(5, 1), spacing)


@pytest.mark.parametrize("left", [-900, -300, 120, 500])
def test_noise_goes_on_beyond_its_lattice(left):
    found = noise(left, 300)
    assert np.isfinite(found).all()
    assert 0.7 < found.std() < 1.3


def test_noise_beyond_its_lattice_is_that_before_its_edge_mirrored():
    assert np.allclose(noise(128, 60), noise(68, 60)[:, ::-1], atol=1e-3)


def test_a_picture_that_reaches_further_keeps_the_noise_of_its_middle():
    assert np.array_equal(noise(-300, 600)[:, 200:400], noise(-100, 200))
