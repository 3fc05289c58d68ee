"""From ideal values to what a scanner shows: CT and MR."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from atlas.imaging.simulate.canvas import Canvas
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.noise import blocks, stream
from atlas.imaging.simulate.tissue import Tissue

Spectrum = NDArray[np.complexfloating[Any, Any]]

_CT_NOISE, _MR_NOISE = 901, 902


def ct_ink(tissue: Tissue) -> tuple[tuple[float, float], ...]:
    """Hounsfield units and their grain."""
    return ((tissue.hu, tissue.hu_grain),)


@dataclass(frozen=True, slots=True)
class Sequence:
    """A spin echo: repetition, echo and inversion time in ms (0: no inversion).

    `saturation` is the share of the signal of fat that a pulse at its own frequency takes away.
    """

    repetition: float
    echo: float
    inversion: float = 0.0
    gain: float = 1000.0  # signal units for full magnetisation
    noise: float = 9.0  # standard deviation of each channel, signal units
    saturation: float = 0.0

    def signal(self, tissue: Tissue) -> float:
        """Magnitude of the spin echo or inversion recovery signal (Bloch, long before steady)."""
        recovered = 1 - np.exp(-self.repetition / tissue.t1)
        if self.inversion:
            recovered -= 2 * np.exp(-self.inversion / tissue.t1) - 2 * np.exp(
                -self.repetition / tissue.t1
            )
        decayed = np.exp(-self.echo / tissue.t2)
        return float(self.gain * tissue.protons * abs(recovered) * decayed)

    def ink(self, tissue: Tissue) -> tuple[tuple[float, float], ...]:
        """The signal in the water and in the fat channel."""
        value = self.signal(tissue)
        if tissue.is_fat:
            value *= 1 - self.saturation
        shown, nothing = (value, value * tissue.mr_grain), (0.0, 0.0)
        return (nothing, shown) if tissue.is_fat else (shown, nothing)


# At 1.5 T fat of T1 265 ms is nearly silent 175 ms after inversion; a little stays, as it does.
SEQUENCES = {
    "thigh-mr-t1": Sequence(560, 11, gain=1080, noise=10),
    "thigh-mr-t2": Sequence(4200, 78, gain=1500, noise=11),
    "thigh-mr-stir": Sequence(4600, 46, 172, gain=1250, noise=13),
}


def scan_ct(canvas: Canvas, depth: Array, seed: int) -> Array:
    """Blur of a soft-tissue kernel and noise of 10 HU with the grain of filtered projection.

    The modulation is a Gaussian of 0.44 mm; the noise power rises with frequency like the
    ramp and falls with the kernel (Riederer, Phys Med Biol 1978;23:446), and is greater
    deep in the body, where fewer quanta arrive. `depth` is mm under the skin.
    """
    grid = canvas.grid
    across, down = _frequencies(grid)
    square = across**2 + down**2
    kernel = np.exp(np.float32(-2 * (np.pi * 0.44) ** 2) * square)
    blurred = _filtered(canvas.channels[0], kernel)
    power = np.sqrt(square) * np.exp(square * np.float32(-5.2))
    # The longest way through a thigh is sideways, so streaks lie sideways: more noise up and down.
    square += np.float32(1e-6)
    power *= 1 + np.float32(0.55) * down**2 / square
    del kernel, square
    noise = _noise_of_power(grid, np.sqrt(power), stream(seed, _CT_NOISE))
    share = depth * np.float32(1 / 70)
    np.clip(share, 0, 1, out=share)
    share *= np.float32(3.6)
    share += np.float32(7.6)
    noise *= share
    blurred += noise
    return np.clip(np.round(blurred, out=blurred), -1024, 3071, out=blurred)


def scan_mr(canvas: Canvas, sequence: Sequence, seed: int) -> Array:
    """Limited and filtered k-space, chemical shift, a surface coil's shading, Rician noise."""
    grid = canvas.grid
    across, down = _frequencies(grid)
    # 0.62 x 0.75 mm acquired: a filter that falls to a third, then nothing, so edges ring a little.
    reach = (across * np.float32(2 * 0.62)) ** 2 + (down * np.float32(2 * 0.75)) ** 2
    kept = np.exp(reach * np.float32(-1.1)) * (reach < 1)
    water, fat = (_spectrum(channel) for channel in canvas.channels)
    shift = np.exp(np.float32(-2 * np.pi * 0.55) * 1j * across)  # fat lies 0.55 mm to the right
    fat *= shift
    fat += water
    fat *= kept
    del water, kept, reach
    signal = _picture(fat, grid.columns)
    signal *= shading(grid, seed)
    random = stream(seed, _MR_NOISE)
    noise = random.standard_normal(grid.shape, np.float32)
    noise *= np.float32(sequence.noise)
    signal += noise
    random.standard_normal(grid.shape, np.float32, out=noise)
    noise *= np.float32(sequence.noise)
    np.hypot(signal, noise, out=signal)
    return np.round(signal, out=signal)


def shading(grid: Grid, seed: int) -> Array:
    """The coil is nearer in front and to one side: up to a seventh brighter there."""
    lean = stream(seed, _MR_NOISE, 1).uniform(-1, 1, 2)
    slope = grid.x * np.float32(0.0006 * lean[0]) - grid.y * np.float32(0.0011 + 0.0004 * lean[1])
    rim = (grid.x**2 + grid.y**2) * np.float32(1.5e-5)
    result: Array = np.float32(0.96) + slope + rim
    return result


def _frequencies(grid: Grid) -> tuple[Array, Array]:
    """Cycles per mm along the columns (half of them) and the rows."""
    across = np.fft.rfftfreq(grid.columns, grid.pitch).astype(np.float32)[None, :]
    down = np.fft.fftfreq(grid.rows, grid.pitch).astype(np.float32)[:, None]
    return across, down


def _filtered(values: Array, response: Array) -> Array:
    spectrum = _spectrum(values)
    spectrum *= response
    return _picture(spectrum, values.shape[1])


def _spectrum(values: Array) -> Spectrum:
    """What `rfft2` answers, a few lines at a time: it works in double precision."""
    rows, columns = values.shape
    result = np.empty((rows, columns // 2 + 1), np.complex64)
    for some in blocks(rows):
        result[some] = np.fft.rfft(values[some])
    for some in blocks(result.shape[1]):
        result[:, some] = np.fft.fft(result[:, some], axis=0)
    return result


def _picture(spectrum: Spectrum, columns: int) -> Array:
    """What `irfft2` answers; the spectrum is used up."""
    for some in blocks(spectrum.shape[1]):
        spectrum[:, some] = np.fft.ifft(spectrum[:, some], axis=0)
    result = np.empty((len(spectrum), columns), np.float32)
    for some in blocks(len(spectrum)):
        result[some] = np.fft.irfft(spectrum[some], columns)
    return result


def _noise_of_power(grid: Grid, amplitude: Array, random: np.random.Generator) -> Array:
    """Noise of standard deviation 1 whose spectrum has the given amplitude."""
    # The mean square over all frequencies; the halved axis counts twice but for its first column.
    square = amplitude**2
    total = 2 * square.sum() - square[:, 0].sum()
    amplitude *= np.float32(np.sqrt(grid.rows * grid.columns / total))
    return _filtered(random.standard_normal(grid.shape, np.float32), amplitude)
