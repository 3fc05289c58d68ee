"""Reading a PNG of a pack. Its bytes may come from anyone, so they are judged before decoding."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from atlas.domain.errors import AtlasError
from atlas.domain.plate import Picture, Window
from atlas.imaging.frame import Frame

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PIL.Image import Image

LARGEST_FILE = 100_000_000  # bytes
LARGEST_PICTURE = 16_000_000  # pixels; each is four bytes of a float, and a few on the way there
LONGEST_SIDE = 16_384  # pixels; what a screen can be given to paint is not much longer

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_HEADER = struct.Struct(">8sI4sII")  # signature, length, "IHDR", width, height
_EIGHT_BITS = Window(127.5, 255)
# Everything Pillow is known to raise at bytes that are not a sound PNG.
_UNSOUND = (OSError, SyntaxError, ValueError, EOFError, OverflowError, struct.error, zlib.error)


def read_picture(source: Picture) -> Frame:
    """The stored picture: greys as they were stored, colours as red, green and blue.

    Raises AtlasError, naming the file, for whatever is not a whole PNG of bearable size.
    """
    return _framed(decoded(source.path), source.millimetres)


def decoded(path: Path) -> Image:
    """The pixels of a PNG file. Raises AtlasError as `read_picture` does."""
    content = _bytes_of(path)
    _refuse_absurd(path, content)
    return _decoded(path, content)


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except OSError as error:
        reason = error.strerror or "it is not readable"
        raise AtlasError(f"The picture {path.name} cannot be read: {reason}.") from error
    if len(content) > LARGEST_FILE:
        raise AtlasError(f"The picture {path.name} is larger than {LARGEST_FILE // 10**6} MB.")
    return content


def _refuse_absurd(path: Path, content: bytes) -> None:
    """Look at the first 24 bytes only: a small file can claim a picture that fills the memory."""
    if len(content) < _HEADER.size or not content.startswith(_SIGNATURE):
        raise AtlasError(f"The picture {path.name} is not a PNG file.")
    _, _, kind, columns, rows = _HEADER.unpack_from(content)
    if kind != b"IHDR":
        raise AtlasError(f"The picture {path.name} is not a sound PNG file.")
    _refuse_size(path, columns, rows)


def _refuse_size(path: Path, columns: int, rows: int) -> None:
    if columns * rows > LARGEST_PICTURE or max(columns, rows) > LONGEST_SIDE:
        most = LARGEST_PICTURE // 10**6
        raise AtlasError(
            f"The picture {path.name} is {columns} x {rows} pixels;"
            f" at most {most} million are read, and {LONGEST_SIDE} a side."
        )


def _decoded(path: Path, content: bytes) -> Image:
    from PIL import Image

    try:
        image = Image.open(BytesIO(content), formats=("PNG",))
        # A second header may have changed the size after the first was judged.
        _refuse_size(path, *image.size)
        image.load()
    except _UNSOUND as error:
        raise AtlasError(f"The picture {path.name} is damaged or cut short.") from error
    except Image.DecompressionBombError as error:
        raise AtlasError(f"The picture {path.name} is too large to be read.") from error
    return image


def _framed(image: Image, millimetres: float | None) -> Frame:
    import numpy as np

    if image.mode in ("P", "PA", "RGB", "RGBA", "RGBX"):
        return Frame(_colours(image), _EIGHT_BITS, millimetres=millimetres)
    if image.mode in ("1", "LA", "La"):
        image = image.convert("L")
    frame = Frame(np.asarray(image).astype(np.float32), _EIGHT_BITS, millimetres=millimetres)
    if image.mode == "L":
        return frame
    return Frame(frame.values, frame.automatic(), millimetres=millimetres)


def _colours(image: Image) -> NDArray[np.uint8]:
    """Red, green and blue; what is transparent lies on black."""
    import numpy as np
    from PIL import Image as Images

    clear = image.convert("RGBA")
    black = Images.new("RGBA", clear.size, (0, 0, 0, 255))
    return np.array(Images.alpha_composite(black, clear).convert("RGB"), np.uint8)
