"""Every failure the reader may meet, in words the reader can act on."""

from typing import NamedTuple

WRONG = 2
"""The status with which a program ends that has met a foreseen failure."""


class AtlasError(Exception):
    """A foreseen failure; `str()` of it is fit to be shown as it stands."""


class Where(NamedTuple):
    """A spot in a content file, written the way editors understand."""

    path: str
    line: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


class Problem(NamedTuple):
    """One mistake in the content: where it is, what is wrong and what would be right."""

    where: Where
    message: str

    def __str__(self) -> str:
        return f"{self.where}: {self.message}"


class ContentError(AtlasError):
    """A content file says something the atlas cannot accept."""

    def __init__(self, where: Where, message: str) -> None:
        super().__init__(f"{where}: {message}")
        self.problem = Problem(where, message)
