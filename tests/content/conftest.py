"""A small folder of content that is sound, and may be spoilt one file at a time."""

from __future__ import annotations

from pathlib import Path

import pytest

from atlas.content.folder import Objection, Reading, accept
from atlas.content.pack import read_pack

CONTENTS = """\
categories:
  - id: localized
    title: Localized
    overview: dystrophic
    groups:
      - title: Tumours
        pages:
          - lipoma
          - gout
    also:
      - gout
"""

VOCABULARY = """\
site:
  foot:
    label: Foot
  toe:
    label: Toe
    parents: [foot]
    synonyms:
      - digit
      - term: hallux
        kind: related
laboratory:
  urate:
    label: Urate
    definition: Uric acid in serum.
"""

GOUT = """\
title: Gout
definition: Urate crystals in soft tissue [1].
key_features:
  - Dense tophi, unlike [[lipoma]].
signs:
  ct:
    - text: Overhanging edge.
      id: edge
plates:
  - id: ct-toe
    modality: ct
    body_part: Toe
    shows: A tophus.
references:
  - text: A study of tophi.
"""


def plain_page(title: str) -> str:
    return f"title: {title}\ndefinition: It is {title}.\nkey_features:\n  - Dense.\n"


class Pack:
    """A folder of content, and what is said of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.write("contents.yaml", CONTENTS)
        self.write("vocabulary.yaml", VOCABULARY)
        self.write("localized/gout.yaml", GOUT)
        self.write("localized/lipoma.yaml", plain_page("Lipoma"))
        self.write("localized/dystrophic.yaml", plain_page("Dystrophic calcification"))

    def write(self, name: str, content: str | bytes) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def spoil(self, name: str, old: str, new: str) -> None:
        """Replace what is written once in a file."""
        text = (self.folder / name).read_text(encoding="utf-8")
        assert text.count(old) == 1
        self.write(name, text.replace(old, new))

    def read(self, objection: Objection = accept) -> Reading:
        return read_pack(self.folder, objection)

    def pages(self) -> list[str]:
        return [page.id for page in self.read().library]

    def complaints(self, objection: Objection = accept) -> list[str]:
        """Every problem as `file:line: message`, the file without its folder."""
        problems = self.read(objection).problems
        return [f"{Path(p.where.path).name}:{p.where.line}: {p.message}" for p in problems]


@pytest.fixture
def pack(tmp_path) -> Pack:
    return Pack(tmp_path / "content")
