from __future__ import annotations

import json
import shutil

import pytest

from atlas.imaging.film import facts as film_facts
from atlas.imaging.stack import facts, volume


@pytest.fixture
def own_stack(tmp_path, monkeypatch):
    """A folder of backgrounds of the test's own, with the head in it."""
    here = film_facts.backgrounds()
    shutil.copy(here / "brain-ct.json", tmp_path)
    shutil.copytree(here / "brain-ct", tmp_path / "brain-ct")
    for module in (facts, volume):
        monkeypatch.setattr(module, "backgrounds", lambda: tmp_path)
    return tmp_path


@pytest.fixture
def changed(own_stack):
    """Writes the facts of the head with some of them changed."""

    def write(**facts_changed) -> None:
        path = own_stack / "brain-ct.json"
        path.write_text(json.dumps(json.loads(path.read_text()) | facts_changed))

    return write
