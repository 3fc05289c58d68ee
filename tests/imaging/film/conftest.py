from __future__ import annotations

import json
import shutil

import pytest

from atlas.imaging.film import background, facts


@pytest.fixture
def own_backgrounds(tmp_path, monkeypatch):
    """A folder of backgrounds of the test's own, with a copy of one in it."""
    for name in ("knee-ap.json", "knee-ap.png", "knee-ap-envelope.png"):
        shutil.copy(facts.backgrounds() / name, tmp_path)
    monkeypatch.setattr(facts, "backgrounds", lambda: tmp_path)
    monkeypatch.setattr(background, "backgrounds", lambda: tmp_path)
    return tmp_path


@pytest.fixture
def changed(own_backgrounds):
    """Writes the facts of the knee with some of them changed."""

    def write(**facts_changed) -> None:
        path = own_backgrounds / "knee-ap.json"
        path.write_text(json.dumps(json.loads(path.read_text()) | facts_changed))

    return write
