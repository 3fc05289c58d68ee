"""A link from outside to a page, and to how one of its plates is looked at."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from atlas.domain.errors import AtlasError
from atlas.domain.page import PageId
from atlas.domain.plate import PlateId, Window

SCHEME = "calcatlas:"
LONGEST = 500  # characters; all that a link can say fits in a third of it
_LINK = r"calcatlas:(?://)?page/([a-z0-9-]+)/?(?:#(.*))?"


class DeepLink(NamedTuple):
    """`calcatlas:page/<id>#plate=..&ww=..&wl=..&overlay=1`; what it does not say stays as it is.

    `window` is in the units of the plate, HU on CT; `overlay` says whether outlines and labels
    are shown.
    """

    page: PageId
    plate: PlateId | None = None
    window: Window | None = None
    overlay: bool | None = None

    def __str__(self) -> str:
        said = []
        if self.plate:
            said.append(f"plate={self.plate}")
        if self.window:
            said += [f"ww={self.window.width:g}", f"wl={self.window.level:g}"]
        if self.overlay is not None:
            said.append(f"overlay={self.overlay:d}")
        return f"{SCHEME}page/{self.page}" + ("#" + "&".join(said) if said else "")


def parse(text: str) -> DeepLink:
    """What a link asks for; words it has that we do not know are left to a newer version.

    Raises AtlasError, in a sentence that shows the link, where it makes no sense.
    """
    found = re.fullmatch(_LINK, text, re.IGNORECASE) if len(text) <= LONGEST else None
    if found is None:
        raise AtlasError(f"`{text:.80}` is no link of the atlas; one is `{SCHEME}page/gout`.")
    words = dict(word.split("=", 1) for word in (found[2] or "").split("&") if "=" in word)
    width, level = (_number(words, name) for name in ("ww", "wl"))
    if width is not None and width <= 0:
        raise AtlasError(f"The link says `ww={words['ww']:.20}`; a window is wider than 0.")
    if (width is None) != (level is None):
        raise AtlasError(f"The link `{text:.80}` says only one of `ww` and `wl`.")
    return DeepLink(
        page=PageId(found[1].lower()),
        plate=PlateId(words["plate"]) if words.get("plate") else None,
        window=Window(level, width) if width is not None and level is not None else None,
        overlay=words["overlay"] != "0" if "overlay" in words else None,
    )


def _number(words: dict[str, str], name: str) -> float | None:
    if name not in words:
        return None
    try:
        number = float(words[name])
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise AtlasError(f"The link says `{name}={words[name]:.20}`, which is no number.")
    return number
