"""What the documentation promises is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDERS = (".", "data", "packaging", "packaging/decisions", "resources", "tests")
DOCUMENTS = [document for folder in FOLDERS for document in sorted((ROOT / folder).glob("*.md"))]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_somewhere(document):
    links = re.findall(r"\[[^]]*]\((?!https:)([^)#]+)", document.read_text("utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


def test_every_decision_is_listed():
    folder = ROOT / "packaging/decisions"
    listed = (folder / "README.md").read_text("utf-8")
    assert [path.name for path in folder.glob("0*.md") if f"({path.name})" not in listed] == []


def test_every_folder_explains_itself():
    assert [folder for folder in FOLDERS if not (ROOT / folder / "README.md").exists()] == []
