"""Small pictures of plates, kept in the reader's cache so that each is made once."""

from __future__ import annotations

import logging
import zlib
from contextlib import suppress
from functools import cached_property
from io import BytesIO
from pathlib import Path

from atlas import __version__
from atlas.domain.errors import AtlasError
from atlas.domain.plate import Picture, Plate
from atlas.files import remove_forgotten, write_whole
from atlas.paths import installed

logger = logging.getLogger(__name__)

SIDE = 192  # pixels, the longer side: enough for a tile on a screen of double density
MOST = 1000  # files that are kept; each has about 20 kB
_MADE = 384  # pixels a side before it is shrunk, which takes the grain of a small picture away
_CODE = Path(__file__).resolve().parent


class Thumbnails:
    """PNG files of grey or colour, by what they are made of and by whom. For any thread."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def kept(self, plate: Plate) -> bytes | None:
        """The thumbnail as it was made before; None where it is not there, or is damaged."""
        with suppress(OSError):
            written = self._path(plate).read_bytes()
            if zlib.crc32(written[4:]).to_bytes(4) == written[:4]:
                return written[4:]
            logger.info("The thumbnail of %s is damaged and is made anew.", plate.id)
        return None

    def made(self, plate: Plate) -> bytes:
        """The thumbnail, made now and kept. Slow: call it on a worker.

        Raises AtlasError where the picture cannot be made. A folder that cannot be written
        costs the same again next time.
        """
        content = _drawn(plate)
        try:
            write_whole(self._path(plate), zlib.crc32(content).to_bytes(4) + content)
            self._leave_room()
        except OSError as error:
            logger.info("No thumbnail is kept: %s", error)
        return content

    def _path(self, plate: Plate) -> Path:
        from hashlib import sha256

        made_of = repr((self._maker, plate.source, plate.window, _stamp(plate)))
        return self._folder / sha256(made_of.encode()).hexdigest()[:32]

    @cached_property
    def _maker(self) -> tuple[object, ...]:
        """This version of the program; in a checkout, also when its code was last changed.

        So whoever works on a picture never sees yesterday's.
        """
        files = [*_CODE.rglob("*.py"), *(installed("resources") / "backgrounds").glob("*.json")]
        return __version__, SIDE, max((_changed(path) for path in files), default=0)

    def _leave_room(self) -> None:
        """Let the oldest go. Raises OSError."""
        files = [path for path in self._folder.iterdir() if not path.suffix]
        if len(files) > MOST:
            for path in sorted(files, key=_changed)[: len(files) - MOST]:
                path.unlink(missing_ok=True)
            remove_forgotten(self._folder)


def _drawn(plate: Plate) -> bytes:
    from PIL import Image

    from atlas.imaging.sources import frame_of

    if plate.source is None:
        raise AtlasError(f"The plate {plate.id} is not made yet.")
    frame = frame_of(plate.source, _MADE)
    image = Image.fromarray(frame.grey(plate.window or frame.window))
    image.thumbnail((SIDE, SIDE), Image.Resampling.BOX)
    written = BytesIO()
    image.save(written, format="PNG")
    return written.getvalue()


def _stamp(plate: Plate) -> int:
    """When a stored picture was last changed; a computed one is all said by its recipe."""
    return _changed(plate.source.path) if isinstance(plate.source, Picture) else 0


def _changed(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0
