from __future__ import annotations

import pytest

from atlas import chosen
from atlas.domain.errors import AtlasError
from tests.cli.conftest import is_one_sentence

PAGE = "haemangioma"  # a page with several plates


@pytest.fixture
def file(tmp_path):
    return tmp_path / "sheet.png"


def test_a_sheet_holds_the_plates_of_a_page(call, file, workspace):
    from PIL import Image

    made = sum(bool(plate.source) for plate in workspace.library[PAGE].plates)
    wanted = ("contact-sheet", "--page", PAGE, "--size", 64, "--out", file)
    assert call(*wanted) == (0, f"{file}: {made} plates\n", "")
    with Image.open(file) as image:
        image.load()
        assert image.width > 64 * 2
        assert image.text["Disclaimer"] == "Not for diagnosis"


def test_a_sheet_can_hold_one_modality_alone(call, file, workspace):
    made = [plate for plate in workspace.library[PAGE].plates if plate.source]
    stir = sum(plate.modality.value == "mr" for plate in made)
    assert 0 < stir < len(made)
    wanted = ("contact-sheet", "--page", PAGE, "--modality", "mr", "--size", 64, "--out", file)
    assert call(*wanted)[1].startswith(f"{file}: {stir} plate")


def test_the_overlay_is_drawn_on_a_sheet_when_it_is_asked_for(call, file):
    sheets = []
    for words in ((), ("--overlay",)):
        call("contact-sheet", "--page", PAGE, "--size", 64, "--out", file, *words)
        sheets.append(file.read_bytes())
    assert sheets[0] != sheets[1]


def test_a_plate_that_cannot_be_made_is_left_out_and_told(call, file, monkeypatch):
    make, refused = chosen.frame_of, []

    def all_but_the_first(source, size):
        if not refused:
            refused.append(source)
            raise AtlasError("The background is missing.")
        return make(source, size)

    monkeypatch.setattr(chosen, "frame_of", all_but_the_first)
    status, out, err = call("contact-sheet", "--page", PAGE, "--size", 64, "--out", file)
    assert (status, out[: len(str(file))]) == (1, str(file))
    assert err.endswith("is left out: The background is missing.\n")
    assert is_one_sentence(err)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--page", "zzzz"), "There is no page `zzzz`"),
        (("--page", PAGE, "--modality", "nuclear"), "There is no such plate to put on a sheet."),
        (("--modality", "xx"), "`xx` is no modality; known are radiograph, ct, mr"),
        (("--size", "513"), "`513` must be a whole number from 64 to 512"),
    ],
)
def test_what_cannot_be_put_on_a_sheet_is_told_in_one_sentence(call, file, words, said):
    status, out, err = call("contact-sheet", *words, "--out", file)
    assert (status, out) == (2, "")
    assert said in err
    assert is_one_sentence(err)
    assert not file.exists()
