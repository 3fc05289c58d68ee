from __future__ import annotations

import os

import pytest

from atlas.content.document import parse
from atlas.content.page import page_of
from atlas.domain.plate import Lesion, Modality, Picture, Region, Side, Simulated, Window
from atlas.domain.vocabulary import Vocabulary
from atlas.imaging.recipes.objections import objection as of_the_simulation

PAGE = """\
title: Sarcoma
definition: A tumour.
key_features:
  - A mass.
signs:
  ct:
    - text: Lobulated.
      id: lobulated
plates:
  - id: ct-thigh
    modality: ct
    body_part: Thigh
    shows: A mass.
"""

RECIPE = """\
    simulated:
      view: thigh-ct
      seed: 5
      lesions:
        - family: synovial-sarcoma
          site: posterior
          size: 60
"""


links = pytest.mark.skipif(os.name == "nt", reason="a link needs a privilege there")


@pytest.fixture
def page(tmp_path):
    """Reads a page whose plate says more; answers the plates and `line: message` of each fault."""

    def read(more, objection=lambda _source, _regions: None):
        document = parse(tmp_path / "sarcoma.yaml", (PAGE + more).encode())
        found = page_of(document, Vocabulary(()), objection)
        said = [f"{problem.where.line}: {problem.message}" for problem in document.problems]
        return found.plates, said

    return read


def test_a_plate_that_is_not_made_says_what_it_will_show(page):
    (plate,), said = page("")
    assert said == []
    assert (plate.id, plate.modality, plate.shows) == ("ct-thigh", Modality.CT, "A mass.")
    assert plate.source is None
    assert plate.window is None


def test_a_plate_may_say_all_there_is_to_say(page):
    (plate,), said = page(
        "    projection: axial\n    caption: A lobulated mass.\n    side: left\n"
        "    window: {level: 40, width: 400}\n    annotations:\n      - An arrow.\n" + RECIPE +
        "    regions:\n      - name: mass\n        label: lobulated mass\n        sign: lobulated\n"
    )  # fmt: skip
    assert said == []
    assert plate.name == "CT axial"
    assert plate.side is Side.LEFT
    assert plate.window == Window(40, 400)
    assert plate.annotations == ("An arrow.",)
    assert plate.regions == (Region("mass", "lobulated mass", "lobulated"),)
    lesion = Lesion("synovial-sarcoma", (("site", "posterior"), ("size", 60.0)))
    assert plate.source == Simulated("thigh-ct", (lesion,), 5)


def test_a_sound_recipe_meets_no_objection(page):
    _, said = page(RECIPE, of_the_simulation)
    assert said == []


REGION = RECIPE + "    regions:\n      - name: mass\n        label: mass\n"


@pytest.mark.parametrize(
    ("more", "complaint"),
    [
        ("    modalty: ct\n", "14: `modalty` is not known here; did you mean `modality`?"),
        ("    side: up\n", "14: `side` is `up`; it may be right, left, both, midline"),
        ("    window: {level: 40, width: 0}\n", "14: `width` is 0; it may be 1 to 200000"),
        ("    window:\n      level: 40\n      width: -5\n", "16: `width` is -5; it may be 1 to"),
        ("    window: {level: 1, width: 1e-300}\n", "14: `width` is 1e-300; it may be 1 to 20"),
        ("    window: {level: 1, width: 1e9}\n", "14: `width` is 1e+09; it may be 1 to 200000"),
        ("    window: {level: 1e308, width: 9}\n", "14: `level` is 1e+308; it may be -200000 t"),
        ("    window: {level: -1e6, width: 9}\n", "14: `level` is -1e+06; it may be -200000 to"),
        ("    window: {level: 40}\n", "14: `width` is missing"),
        ("    window: wide\n", "14: expected lines of `name: value`"),
        ("    window: {level: x, width: 5}\n", "14: `level` is `x`; it must be a number"),
        ("    window: {levl: 1, width: 5}\n", "14: `levl` is not known here; did you mean `level`"),
        (
            "    regions:\n      - name: a\n        label: b\n",
            "15: regions need a picture: say wher",
        ),
        (
            REGION + "        sign: lobed\n",
            "24: `lobed` is no sign of this page; did you mean `lob",
        ),
        (REGION + "        sign: x\n", "24: `x` is no sign of this page; known are lobulated"),
        (RECIPE + "    regions:\n      - name: mass\n", "22: `label` is missing"),
        (
            "    picture: a.png\n    simulated: {view: x}\n",
            "14: a plate is `simulated` or a `pictu",
        ),
        ("    simulated: thigh\n", "14: expected lines of `name: value`"),
        ("    simulated:\n      seed: 1\n", "15: `view` is missing"),
        ("    simulated: {view: a, sed: 1}\n", "14: `sed` is not known here; did you mean `seed`?"),
        ("    simulated: {view: a, seed: 1.5}\n", "14: `seed` is 1.5; it must be a whole number"),
        ("    simulated: {view: a, seed: x}\n", "14: `seed` is `x`; it must be a number"),
        (
            "    simulated:\n      view: a\n      lesions:\n        - size: 5\n",
            "17: `family` is mis",
        ),
        (
            "    simulated:\n      view: a\n      lesions: []\n",
            "16: `lesions` is an empty list; lea",
        ),
        ("  - id: ct-thigh\n", "14: another plate has the id `ct-thigh`, at line 10"),
        ("  - modality: ct\n", "14: `id` is missing"),
    ],
)
def test_a_mistake_of_a_plate_is_named_at_its_line(page, more, complaint):
    _, said = page(more)
    assert any(one.startswith(complaint) for one in said), said


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("thigh-ct", "wrist-ct", "15: `view` `wrist-ct` is not known; known are `thigh-ct`,"),
        ("seed: 5", "seed: -5", "15: `seed` is -5; it may be 0 to"),
        ("family: synovial-sarcoma", "family: wart", "15: `lesion` `wart` is not known; known are"),
        ("site: posterior", "site: nose", "15: `site` is `nose`; it may be `posterolateral`,"),
        ("size: 60", "size: 600", "15: `size` is 600; it may be 30 to 95 mm."),
        ("size: 60", "size: big", "15: `size` is `big`; it is a number from 30 to 95 mm."),
        ("size: 60", "size: nan", "15: `size` is nan; it may be 30 to 95 mm."),
        ("size: 60", "sise: 60", "15: `sise` is not a parameter of `synovial-sarcoma`; they are"),
        ("name: mass", "name: rim", "15: region `rim` is not made by this recipe; made are `mass`"),
    ],
)
def test_an_objection_to_a_recipe_is_named_at_the_recipe(page, old, new, complaint):
    assert old in REGION
    _, said = page(REGION.replace(old, new), of_the_simulation)
    assert [one.startswith(complaint) for one in said] == [True], said


def test_the_objection_hears_the_recipe_and_the_regions_bound_to_it(page):
    heard = []
    page(REGION, lambda source, regions: heard.append((source.seed, regions)))
    assert heard == [(5, ("mass",))]


def test_a_picture_lies_beside_its_page(page, tmp_path):
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "a.png").touch()
    (plate,), said = page("    picture: pictures/a.png\n    millimetres: 0.5\n")
    assert said == []
    assert plate.source == Picture((tmp_path / "pictures" / "a.png").resolve(), 0.5)


@pytest.mark.parametrize("size", ["0", "-1", "0.0009", "101", "1e308", "1e-320"])
def test_a_pixel_of_absurd_size_is_a_mistake(page, tmp_path, size):
    (tmp_path / "a.png").touch()
    _, said = page(f"    picture: a.png\n    millimetres: {size}\n")
    assert said == [f"15: `millimetres` is {float(size):g}; it may be 0.001 to 100"]


@pytest.mark.parametrize("size", ["0.001", "100"])
def test_the_finest_and_the_coarsest_pixel_are_read(page, tmp_path, size):
    (tmp_path / "a.png").touch()
    (plate,), said = page(f"    picture: a.png\n    millimetres: {size}\n")
    assert (said, plate.source.millimetres) == ([], float(size))


@pytest.mark.parametrize("name", ["../a.png", "/etc/passwd", "x/../../a.png", "~/../../a.png"])
def test_a_picture_outside_the_folder_is_a_mistake(page, tmp_path, name):
    (tmp_path.parent / "a.png").touch()
    (plate,), said = page(f"    picture: {name}\n")
    assert said == [f"14: `{name}` lies outside the folder of the page"]
    assert plate.source is None


@links
def test_a_link_out_of_the_folder_is_a_way_outside(page, tmp_path):
    (tmp_path.parent / "b.png").touch()
    (tmp_path / "a.png").symlink_to(tmp_path.parent / "b.png")
    _, said = page("    picture: a.png\n")
    assert said == ["14: `a.png` lies outside the folder of the page"]


@pytest.mark.parametrize("name", ["gone.png", ".", "sarcoma"])
def test_a_picture_that_is_not_there_is_a_mistake(page, name):
    _, said = page(f"    picture: {name}\n")
    assert said == [f"14: there is no file `{name}` beside the page"]


@pytest.mark.parametrize("name", ['"a\\0b"', "a" * 5000])
def test_what_cannot_be_a_name_of_a_file_is_a_mistake(page, name):
    _, said = page(f"    picture: {name}\n")
    assert len(said) == 1
    assert said[0].startswith("14: `a")
    assert said[0].endswith("` cannot be the name of a file")


@links
def test_a_circle_of_links_is_a_mistake(page, tmp_path):
    (tmp_path / "b.png").symlink_to(tmp_path / "a.png")
    (tmp_path / "a.png").symlink_to(tmp_path / "b.png")
    _, said = page("    picture: a.png\n")
    assert said == ["14: `a.png` cannot be the name of a file"]
