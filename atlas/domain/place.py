"""Where the reader is. Panels speak to each other in places, nothing else."""

from typing import NamedTuple

from atlas.domain.page import PageId
from atlas.domain.plate import PlateId


class Place(NamedTuple):
    """One page, the plate looked at, and the sentence that the reader was sent to.

    No plate means the first. `statement` is the text of a sentence as its page has it, marks
    and all; empty for the page from its beginning.
    """

    page: PageId
    plate: PlateId | None = None
    statement: str = ""
