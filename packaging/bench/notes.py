"""What is said under the table about an answer."""

from __future__ import annotations

from typing import Any


def noted(answer: dict[str, Any], about: str) -> str:
    """The child's own note, and a warning when the screen was looked at and held nothing."""
    warned = "" if answer.get("painted", True) else f"{about}: the screen did NOT hold it each time"
    return "; ".join(note for note in (warned, answer.get("note", "")) if note)
