"""The colours of outlined regions, the same on the screen and in a file."""

from __future__ import annotations

REGION_COLOURS = ("#e0b252", "#4fc3dc", "#d678c8", "#7bc47f")
"""Amber, cyan, magenta, green: apart for every common colour vision."""


def region_colour(number: int) -> str:
    """The colour of the region at that position on a plate; after four they begin again."""
    return REGION_COLOURS[number % len(REGION_COLOURS)]
