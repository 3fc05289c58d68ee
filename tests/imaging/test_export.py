from __future__ import annotations

import numpy as np
import pytest
from PIL import Image  # noqa: TID253

from atlas.domain.errors import AtlasError
from atlas.domain.plate import Region, Window
from atlas.imaging.export import DISCLAIMER, OF_SIMULATION, write_png
from atlas.imaging.frame import Frame

SQUARE = ((60.0, 60.0), (140.0, 60.0), (140.0, 140.0), (60.0, 140.0))
SMALL = ((150.0, 20.0), (180.0, 20.0), (180.0, 50.0), (150.0, 50.0))
REGIONS = (Region("mass", "Mass"), Region("rim", "Rim"))
AMBER, CYAN = (0xE0, 0xB2, 0x52), (0x4F, 0xC3, 0xDC)


@pytest.fixture
def frame() -> Frame:
    values = np.full((200, 200), 50, np.float32)
    return Frame(values, Window(50, 100), "HU", 1.0, {"mass": (SQUARE,), "rim": (SMALL,)}, None)


@pytest.fixture
def written(tmp_path, frame):
    """Write a frame and answer what a reader of the file gets."""

    def write(regions=REGIONS, overlay=True, **options):
        path = tmp_path / "plate.png"
        write_png(options.pop("frame", frame), Window(50, 100), path, regions, overlay, **options)
        with Image.open(path) as image:
            image.load()
            return np.array(image.convert("RGB")).astype(int), image.text, image.mode

    return write


def near(pixel, colour, within=25):
    return np.abs(pixel - np.array(colour)).max() <= within


def test_without_overlay_the_picture_is_as_the_window_shows_it(written):
    pixels, _, _ = written(overlay=False)
    assert (pixels[:120] == 127).all()


def test_an_outline_is_a_coloured_line_on_a_dark_edge(written):
    pixels, _, _ = written()
    assert near(pixels[100, 60], AMBER) or near(pixels[100, 59], AMBER)
    assert pixels[100, 58].max() < 110
    assert pixels[100, 61].max() < 110
    assert (pixels[100, 100] == 127).all()
    assert (pixels[100, 55] == 127).all()


def test_colours_follow_the_order_of_the_regions(written):
    pixels, _, _ = written()
    assert near(pixels[35, 150], CYAN) or near(pixels[35, 149], CYAN)
    turned, _, _ = written(tuple(reversed(REGIONS)))
    assert near(turned[35, 150], AMBER) or near(turned[35, 149], AMBER)


def test_only_regions_asked_for_are_drawn(written):
    pixels, _, _ = written(REGIONS[:1])
    assert (pixels[20:50, 145:185] == 127).all()


def test_a_label_stands_beside_its_region_and_not_on_it(written):
    bare, _, _ = written((Region("mass", ""),))
    labelled, _, _ = written((Region("mass", "Mass"),))
    changed = np.nonzero((bare != labelled).any(axis=2))
    assert len(changed[0]) > 20
    assert changed[0].max() < 60


def test_two_labels_do_not_lie_on_each_other(written, frame):
    both = Frame(frame.values.copy(), frame.window, outlines={"mass": (SQUARE,), "rim": (SQUARE,)})
    first, _, _ = written((Region("mass", "Mass"), Region("rim", "")), frame=both)
    second, _, _ = written((Region("mass", ""), Region("rim", "Rim")), frame=both)
    together, _, _ = written(REGIONS, frame=both)
    bare, _, _ = written((Region("mass", ""), Region("rim", "")), frame=both)
    alone = [(picture != bare).any(axis=2).sum() for picture in (first, second)]
    assert (together != bare).any(axis=2).sum() == pytest.approx(sum(alone), rel=0.15)


def test_a_simulated_picture_says_so_in_the_corner_and_in_the_file(written):
    pixels, text, _ = written(overlay=False, caption="Seed 7, version 1.2")
    assert (pixels[160:, :100] != 127).any()
    assert text["Disclaimer"] == OF_SIMULATION
    assert text["Description"] == f"{OF_SIMULATION}. Seed 7, version 1.2"
    assert text["Software"] == "Calcification Atlas"


def test_a_photograph_carries_no_words_that_are_not_true_of_it(written):
    pixels, text, _ = written(overlay=False, simulated=False)
    assert (pixels[:160] == 127).all()
    assert (pixels[160:, :100] != 127).any()
    assert text["Disclaimer"] == text["Description"] == DISCLAIMER
    assert "imulated" not in DISCLAIMER


def test_outlines_have_the_colours_of_the_window():
    from atlas.imaging.colours import region_colour
    from atlas.ui.kit import theme

    assert [theme.region_colour(n).name() for n in range(5)] == [region_colour(n) for n in range(5)]
    assert region_colour(4) == region_colour(0)


def test_a_caption_in_any_script_is_kept(written):
    _, text, _ = written(caption="Größe ½, 石灰化")
    assert text["Description"].endswith("Größe ½, 石灰化")


def test_directions_of_the_patient_stand_at_their_edges(written, frame):
    marked = Frame(frame.values.copy(), frame.window, edges=("R", "A"))
    pixels, _, _ = written((), frame=marked, simulated=False)
    assert (pixels[90:110, :20] != 127).any()
    assert (pixels[:20, 90:110] != 127).any()


def test_a_coloured_picture_is_exported_in_its_colours(written):
    colours = np.full((200, 200, 3), (10, 200, 30), np.uint8)
    pixels, _, mode = written((), frame=Frame(colours, Window(127.5, 255)), simulated=False)
    assert mode == "RGB"
    assert (pixels[:160] == (10, 200, 30)).all()


def test_a_folder_that_is_missing_is_told(tmp_path, frame):
    with pytest.raises(AtlasError, match=r"plate\.png cannot be written: No such file"):
        write_png(frame, frame.window, tmp_path / "gone" / "plate.png", (), False)
