"""What the reader has chosen, as one frozen value written to one small file."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from atlas.domain.errors import AtlasError

THEMES = ("system", "reading-room", "dark", "light")
SMALLEST_TEXT, LARGEST_TEXT = 80, 200


@dataclass(frozen=True, slots=True)
class Settings:
    """The reader's choices. A wrong value in the file falls back alone, with a notice."""

    theme: str = field(
        default="system",
        metadata={"help": "Colours of the window", "choices": THEMES},
    )
    text_size: int = field(
        default=100,
        metadata={"help": "Size of the text, per cent", "range": (SMALLEST_TEXT, LARGEST_TEXT)},
    )
    letter_keys: bool = field(
        default=True, metadata={"help": "Single letters and digits are keys of the image"}
    )
    level_inverted: bool = field(
        default=False, metadata={"help": "Dragging down makes the image darker, not brighter"}
    )
    notice_read: bool = field(
        default=False, metadata={"help": "The notice of the first start has been read"}
    )


@dataclass(frozen=True, slots=True)
class Loaded:
    """Settings, and a sentence for each value of the file that could not be used."""

    settings: Settings
    notices: tuple[str, ...] = ()


def load(path: Path) -> Loaded:
    """Read the settings file; whatever it holds, there are settings afterwards."""
    try:
        written = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Loaded(Settings())
    except (OSError, ValueError, RecursionError):
        return Loaded(Settings(), (f"{path} could not be read, so all settings are as at first.",))
    if not isinstance(written, dict):
        return Loaded(Settings(), (f"{path} holds no settings, so all are as at first.",))
    return _taken_from(written)


def save(settings: Settings, path: Path) -> None:
    """Write the settings whole or not at all. Raises AtlasError when it cannot be done."""
    beside = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(json.dumps(asdict(settings), indent=2) + "\n", encoding="utf-8")
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        reason = error.strerror or str(error)
        raise AtlasError(f"Your settings could not be saved in {path.parent}: {reason}.") from error


def _taken_from(written: dict[str, Any]) -> Loaded:
    settings, notices = Settings(), []
    for known in fields(Settings):
        if known.name not in written:
            continue
        value = written[known.name]
        if _fits(value, known.default, known.metadata):
            settings = replace(settings, **{known.name: value})
        else:
            notices.append(
                f"The setting `{known.name}` cannot be {value!r:.40}; it is as at first."
            )
    return Loaded(settings, tuple(notices))


def _fits(value: object, default: object, metadata: Any) -> bool:
    if type(value) is not type(default):
        return False
    if "choices" in metadata:
        return value in metadata["choices"]
    if "range" in metadata and isinstance(value, int):
        low, high = metadata["range"]
        return bool(low <= value <= high)
    return True
