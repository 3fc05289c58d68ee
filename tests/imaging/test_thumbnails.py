from __future__ import annotations

from io import BytesIO

import numpy as np
import pytest

from atlas.domain.errors import AtlasError
from atlas.domain.plate import Modality, Picture, Plate, PlateId, Simulated, Window
from atlas.imaging import thumbnails
from atlas.imaging.thumbnails import SIDE, Thumbnails

SOURCE = Simulated("thigh-ct", (), 3)
PLATE = Plate(PlateId("ct"), Modality.CT, "axial", "thigh", "a mass", source=SOURCE)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "cache" / "thumbnails"


def test_a_thumbnail_is_kept_and_found_again(folder):
    shelf = Thumbnails(folder)
    assert shelf.kept(PLATE) is None
    made = shelf.made(PLATE)
    assert Thumbnails(folder).kept(PLATE) == made
    greys = greys_of(made)
    assert greys.shape == (SIDE, SIDE)
    assert greys.std() > 20


def greys_of(content):
    from PIL import Image

    with Image.open(BytesIO(content)) as image:
        return np.asarray(image)


@pytest.mark.parametrize(
    "other",
    [
        {"source": SOURCE._replace(seed=4)},
        {"window": Window(300, 2000)},
    ],
)
def test_another_recipe_or_window_is_another_thumbnail(folder, other):
    Thumbnails(folder).made(PLATE)
    assert Thumbnails(folder).kept(PLATE._replace(**other)) is None


def test_words_alone_do_not_make_another(folder):
    made = Thumbnails(folder).made(PLATE)
    assert Thumbnails(folder).kept(PLATE._replace(caption="Other words.")) == made


def test_another_version_of_the_program_makes_its_own(folder, monkeypatch):
    Thumbnails(folder).made(PLATE)
    monkeypatch.setattr(thumbnails, "__version__", "99")
    assert Thumbnails(folder).kept(PLATE) is None


@pytest.mark.parametrize("damage", [b"", b"x", b"\0" * 400])
def test_a_damaged_file_is_made_again_without_a_word(folder, damage):
    made = Thumbnails(folder).made(PLATE)
    (file,) = folder.iterdir()
    file.write_bytes(damage)
    assert Thumbnails(folder).kept(PLATE) is None
    assert Thumbnails(folder).made(PLATE) == made
    assert Thumbnails(folder).kept(PLATE) == made


def test_a_folder_that_cannot_be_written_costs_nothing_but_time(tmp_path):
    (tmp_path / "file").touch()
    shelf = Thumbnails(tmp_path / "file")
    assert shelf.made(PLATE).startswith(b"\x89PNG")
    assert shelf.kept(PLATE) is None


def test_no_more_are_kept_than_there_is_room_for(folder, monkeypatch):
    monkeypatch.setattr(thumbnails, "MOST", 2)
    shelf = Thumbnails(folder)
    seeds = [PLATE._replace(source=SOURCE._replace(seed=seed)) for seed in range(4)]
    for plate in seeds:
        shelf.made(plate)
    assert [shelf.kept(plate) is not None for plate in seeds] == [False, False, True, True]


def test_a_stored_picture_that_was_changed_is_another(tmp_path, folder):
    from PIL import Image

    path = tmp_path / "film.png"
    plate = PLATE._replace(source=Picture(path))
    shelf = Thumbnails(folder)
    for grey in (20, 250):
        Image.new("L", (300, 200), grey).save(path)
        assert shelf.kept(plate) is None
        assert greys_of(shelf.made(plate)).shape == (SIDE * 2 // 3, SIDE)


def test_what_is_not_made_yet_or_not_there_is_told(tmp_path, folder):
    for source in (None, Picture(tmp_path / "gone.png")):
        with pytest.raises(AtlasError):
            Thumbnails(folder).made(PLATE._replace(source=source))
