"""What the reader has chosen, as one frozen value written to one small file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import NamedTuple

from atlas.domain.errors import AtlasError
from atlas.files import write_whole

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


class Loaded(NamedTuple):
    """Settings, and a sentence for each value of the file that could not be used."""

    settings: Settings
    notices: tuple[str, ...] = ()


def load(path: Path) -> Loaded:
    """Read the settings file; whatever it holds, there are settings afterwards.

    A file that makes no sense is moved aside, so that nothing is ever saved over it.
    """
    try:
        return _taken_from(_written(path))
    except OSError as error:
        reason = error.strerror or str(error)
        return Loaded(
            Settings(), (f"{path} could not be read ({reason}), so all settings are as at first.",)
        )
    except ValueError:
        kept = _set_aside(path)
        return Loaded(
            Settings(), (f"{path} could not be read, so all settings are as at first{kept}.",)
        )


def change(path: Path, before: Settings, after: Settings) -> None:
    """Write what differs between the two, whole or not at all; `before` is what the file gave.

    All else that the file holds stays: what another running program has saved there, and
    the settings of a newer version. Raises AtlasError when it cannot be done.
    """
    try:
        try:
            written = _written(path)
        except ValueError:
            path.replace(_aside(path))
            written = {}
        for known in fields(Settings):
            old, new = getattr(before, known.name), getattr(after, known.name)
            value = written.get(known.name, new)
            if old != new or not _fits(value, known.default, known.metadata):
                written[known.name] = new
        write_whole(path, (json.dumps(written, indent=2) + "\n").encode())
    except OSError as error:
        reason = error.strerror or str(error)
        raise AtlasError(f"Your settings could not be saved in {path.parent}: {reason}.") from error


def _written(path: Path) -> dict[str, object]:
    """What the file holds; nothing where there is none. Raises ValueError where it is nonsense."""
    try:
        written = json.loads(path.read_text(encoding="utf-8-sig"))  # editors may begin with a BOM
    except FileNotFoundError:
        return {}
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if not isinstance(written, dict):
        raise ValueError("no settings")  # noqa: TRY004  # as any other nonsense in the file
    return written


def _set_aside(path: Path) -> str:
    try:
        path.replace(_aside(path))
    except OSError:
        return ""
    return f"; what it held is kept in {_aside(path).name}"


def _aside(path: Path) -> Path:
    return path.with_name(f"{path.name}.damaged")


def _taken_from(written: Mapping[str, object]) -> Loaded:
    found: dict[str, object] = {}
    notices = []
    for known in fields(Settings):
        if known.name not in written:
            continue
        value = written[known.name]
        if _fits(value, known.default, known.metadata):
            found[known.name] = value
        else:
            notices.append(
                f"The setting `{known.name}` cannot be {value!r:.40}; it is as at first."
            )
    return Loaded(Settings(**found), tuple(notices))  # type: ignore[arg-type]  # `_fits` has looked


def _fits(value: object, default: object, metadata: Mapping[str, object]) -> bool:
    if type(value) is not type(default):
        return False
    match metadata:
        case {"choices": (*choices,)}:
            return value in choices
        case {"range": (int(low), int(high))} if isinstance(value, int):
            return low <= value <= high
    return True
