from __future__ import annotations

from dataclasses import replace

import pytest

from atlas import cli
from atlas.domain.plate import Picture, Simulated
from tests.builders import a_library, a_page
from tests.cli.conftest import is_one_sentence

PAGE, PLATE = "liposarcoma", "ct-thigh"


@pytest.fixture
def file(tmp_path):
    return tmp_path / "plate.png"


@pytest.fixture
def rendered(call, file):
    """Renders a plate and answers the bytes of the file."""

    def render(*words):
        assert call("render", PAGE, *words, "--size", "96", "--out", file) == (0, f"{file}\n", "")
        return file.read_bytes()

    return render


def test_a_plate_is_written_in_the_size_asked_for(rendered, file):
    from PIL import Image

    rendered()
    with Image.open(file) as image:
        assert image.format == "PNG"
        assert image.size == (96, 96)
        assert len(image.convert("L").getcolors(maxcolors=256)) > 20


def test_without_a_plate_the_first_that_is_made_is_rendered(rendered):
    assert rendered() == rendered(PLATE)


def test_the_same_seed_gives_the_same_bytes_and_another_others(rendered):
    first = rendered("--seed", "7")
    assert rendered("--seed", "7") == first
    assert rendered("--seed", "8") != first


def test_the_seed_of_the_page_is_the_default(rendered, workspace):
    seed = workspace.library[PAGE].plate(PLATE).source.seed
    assert rendered() == rendered("--seed", str(seed))


def test_the_overlay_is_drawn_when_it_is_asked_for(rendered):
    assert rendered("--overlay") != rendered()


def test_a_file_that_is_there_is_replaced(rendered, file):
    file.write_bytes(b"x" * 1_000_000)
    assert rendered().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("zzzz",), "There is no page `zzzz`"),
        (("liposarcom",), "There is no page `liposarcom`; did you mean `liposarcoma`?"),
    ],
)
def test_what_is_not_there_is_told_in_one_sentence(call, file, words, said):
    status, out, err = call("render", *words, "--out", file)
    assert (status, out, err) == (2, "", f"calcatlas: {said}\n")
    assert not file.exists()


def test_a_plate_that_is_not_there_is_told_with_those_that_are(call, file, workspace):
    status, out, err = call("render", PAGE, "mr", "--out", file)
    assert (status, out) == (2, "")
    assert err.startswith(f"calcatlas: Liposarcoma has no plate `mr` to render; it has {PLATE}")
    assert is_one_sentence(err)


@pytest.mark.parametrize("words", [(), ("film",)])
def test_a_page_without_a_plate_is_told_in_one_sentence(call, file, workspace, monkeypatch, words):
    reading = workspace.reading._replace(library=a_library(a_page("bare", "Bare")))
    bare = replace(workspace, reading=reading)
    monkeypatch.setattr(cli, "_workspace", lambda _content: bare)
    said = "calcatlas: Bare has no plate to render; none of its plates is made yet.\n"
    assert call("render", "bare", *words, "--out", file) == (2, "", said)
    assert not file.exists()


@pytest.mark.parametrize("size", ["63", "2049", "0", "-1", "64.5", "big", ""])
def test_a_size_out_of_range_is_told(call, file, size):
    status, out, err = call("render", PAGE, f"--size={size}", "--out", file)
    assert (status, out) == (2, "")
    assert f"`{size}` must be a whole number from 64 to 2048" in err
    assert is_one_sentence(err)


@pytest.mark.parametrize("seed", ["-1", str(2**32), "1.5", "x"])
def test_a_seed_out_of_range_is_told(call, file, seed):
    status, out, err = call("render", PAGE, f"--seed={seed}", "--out", file)
    assert (status, out) == (2, "")
    assert f"`{seed}` must be a whole number from 0 to 4294967295" in err
    assert is_one_sentence(err)


@pytest.fixture
def stored(workspace, monkeypatch, tmp_path):
    """The page with a stored picture in the place of its plate."""
    from PIL import Image

    Image.new("L", (70, 50), 99).save(tmp_path / "stored.png")
    page = workspace.library[PAGE]
    plate = page.plate(PLATE)._replace(source=Picture(tmp_path / "stored.png"), regions=())
    page = page._replace(plates=(plate,))
    monkeypatch.setattr(cli, "_page", lambda _workspace, _name: page)


def test_a_stored_picture_says_what_does_not_apply_to_it(call, file, stored):
    status, out, err = call("render", PAGE, "--seed", 7, "--size", 96, "--out", file)
    said = f"`{PLATE}` is a stored picture, which has no other --seed or --size"
    assert (status, out, err) == (0, f"{file}\n", f"calcatlas: {said}\n")
    assert call("render", PAGE, "--out", file) == (0, f"{file}\n", "")


def test_another_slice_of_a_stack_is_rendered(call, file, workspace):
    page, plate = next((p, q) for p in workspace.library for q in p.plates if is_of_a_stack(q))
    written = []
    for words in ((), ("--slice", plate.source.slice), ("--slice", plate.source.slice - 2)):
        assert call("render", page.id, plate.id, *words, "--size", 64, "--out", file)[0] == 0
        written.append(file.read_bytes())
    assert written[0] == written[1] != written[2]


def is_of_a_stack(plate):
    return isinstance(plate.source, Simulated) and plate.source.slice is not None


def test_a_slice_of_what_is_no_stack_is_told(call, file):
    status, out, err = call("render", PAGE, "--slice", 2, "--out", file)
    assert (status, out) == (2, "")
    assert err == "calcatlas: `thigh-ct` is one picture; `slice` means nothing to it.\n"


def test_a_picture_says_its_variant_as_the_window_does(rendered, file):
    from PIL import Image

    rendered("--seed", "7")
    with Image.open(file) as image:
        image.load()
        assert ". variant 7, calcatlas" in image.text["Description"]


@pytest.mark.parametrize("where", ["", "nowhere/plate.png", "file/plate.png", "x" * 300])
def test_a_file_that_cannot_be_written_is_told(call, tmp_path, where):
    (tmp_path / "file").touch()
    status, out, err = call("render", PAGE, "--size", "64", "--out", tmp_path / where)
    assert (status, out) == (2, "")
    assert "cannot be written" in err
    assert is_one_sentence(err)


TIMED = ("myositis-ossificans", "radiograph-thigh")


def test_another_time_of_a_plate_is_rendered(call, file):
    written = []
    for time in (3, 26):
        assert call("render", *TIMED, "--time", time, "--size", 96, "--out", file)[0] == 0
        written.append(file.read_bytes())
    assert written[0] != written[1]


@pytest.mark.parametrize(
    ("plate", "time", "said"),
    [
        (TIMED, "99", "The time of `radiograph-thigh` goes from 3 to 26, so not to 99."),
        ((PAGE, PLATE), "1", "The plate `ct-thigh` has no time course."),
    ],
)
def test_a_time_that_a_plate_does_not_have_is_told(call, file, plate, time, said):
    status, out, err = call("render", *plate, "--time", time, "--out", file)
    assert (status, out, err) == (2, "", f"calcatlas: {said}\n")


def test_a_time_is_a_number(call, file):
    status, _, err = call("render", *TIMED, "--time", "soon", "--out", file)
    assert status == 2
    assert "`soon` must be a number" in err
    assert is_one_sentence(err)
