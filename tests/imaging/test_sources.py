from __future__ import annotations

import struct
import zlib
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PIL import Image  # noqa: TID253

from atlas.domain.errors import AtlasError
from atlas.domain.plate import Picture, Window
from atlas.imaging import pictures
from atlas.imaging.sources import frame_of
from tests.imaging.recipes_used import a_recipe

GREYS = np.arange(12, dtype=np.uint8).reshape(3, 4) * 20


def png_of(image: Image.Image, **options) -> bytes:
    file = BytesIO()
    image.save(file, "PNG", **options)
    return file.getvalue()


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def header(columns: int, rows: int) -> bytes:
    return chunk(b"IHDR", struct.pack(">IIBBBBB", columns, rows, 8, 0, 0, 0, 0))


@pytest.fixture
def picture(tmp_path):
    """Bytes written to a file and described as a picture."""

    def write(content: bytes, millimetres=None) -> Picture:
        path = tmp_path / "plate.png"
        path.write_bytes(content)
        return Picture(path, millimetres)

    return write


# Simulated


def test_a_recipe_becomes_a_frame_of_the_size_asked_for():
    assert frame_of(a_recipe(), 96).size == (96, 96)


def test_a_bad_recipe_is_refused_in_the_words_of_the_objection():
    with pytest.raises(AtlasError, match="`view` `thigh-tc` is not known"):
        frame_of(a_recipe("thigh-tc"))


def test_an_unknown_kind_of_source_is_refused():
    with pytest.raises(AtlasError, match="No way is known"):
        frame_of("a drawing")


# Stored pictures that are sound


def test_eight_bit_greys_are_kept_as_they_are(picture):
    frame = frame_of(picture(png_of(Image.fromarray(GREYS)), 0.5))
    assert frame.values.dtype == np.float32
    assert frame.values.tolist() == GREYS.tolist()
    assert (frame.window, frame.unit, frame.millimetres) == (Window(127.5, 255), "", 0.5)


def test_sixteen_bit_greys_are_kept_to_the_last(picture):
    values = np.arange(12, dtype=np.uint16).reshape(3, 4) * 5000 + 1
    frame = frame_of(picture(png_of(Image.fromarray(values))))
    assert frame.values.tolist() == values.tolist()
    assert frame.window.width > 255


def test_colours_are_kept_as_red_green_and_blue(picture):
    colours = np.arange(36, dtype=np.uint8).reshape(3, 4, 3)
    frame = frame_of(picture(png_of(Image.fromarray(colours))))
    assert frame.in_colour
    assert frame.values.tolist() == colours.tolist()


@pytest.mark.parametrize("options", [{}, {"transparency": bytes([255, 0, 128])}])
def test_a_palette_is_looked_up(picture, options):
    image = Image.fromarray(np.array([[0, 1, 2]], np.uint8)).convert("P")
    image.putpalette([255, 0, 0, 0, 255, 0, 0, 0, 255])
    frame = frame_of(picture(png_of(image, **options)))
    assert frame.values[0, 0].tolist() == [255, 0, 0]
    assert frame.values[0, 1].tolist() == ([0, 0, 0] if options else [0, 255, 0])


def test_what_is_transparent_lies_on_black(picture):
    frame = frame_of(picture(png_of(Image.new("RGBA", (2, 2), (200, 100, 50, 0)))))
    assert frame.values.max() == 0


@pytest.mark.parametrize("mode", ["1", "LA"])
def test_other_greys_are_greys_too(picture, mode):
    frame = frame_of(picture(png_of(Image.new(mode, (3, 2), 0).convert(mode))))
    assert not frame.in_colour
    assert frame.size == (3, 2)


# Stored pictures that are not


def refused(source: Picture) -> str:
    with pytest.raises(AtlasError) as told:
        frame_of(source)
    said = str(told.value)
    assert source.path.name in said
    assert said.endswith(".")
    assert "\n" not in said
    return said


def test_a_missing_file_is_told(tmp_path):
    assert "No such file" in refused(Picture(tmp_path / "gone.png"))


def test_a_folder_is_no_picture(tmp_path):
    assert "cannot be read" in refused(Picture(tmp_path))


@pytest.mark.parametrize("content", [b"", b"not a picture at all, but text", b"\xff\xd8\xff\xe0"])
def test_what_is_no_png_is_told_to_be_none(picture, content):
    assert "is not a PNG file" in refused(picture(content))


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_truncated_picture_is_told_to_be_cut_short(picture, share):
    noise = np.random.default_rng(1).integers(0, 255, (80, 80), np.uint8)
    content = png_of(Image.fromarray(noise))
    assert "damaged or cut short" in refused(picture(content[: int(len(content) * share)]))


def test_a_forged_size_is_refused_before_anything_is_decoded(picture, monkeypatch):
    def never(*_):
        raise AssertionError("decoded")

    monkeypatch.setattr(pictures, "_decoded", never)
    forged = b"\x89PNG\r\n\x1a\n" + header(100_000, 100_000) + chunk(b"IEND", b"")
    assert "100000 x 100000 pixels; at most 16 million" in refused(picture(forged))


@pytest.mark.parametrize("size", [(4001, 4000), (16_385, 1), (1, 16_385)])
def test_a_picture_that_is_too_large_is_refused_before_it_is_decoded(picture, monkeypatch, size):
    monkeypatch.setattr(pictures, "_decoded", lambda *_: pytest.fail("decoded"))
    forged = b"\x89PNG\r\n\x1a\n" + header(*size) + chunk(b"IEND", b"")
    said = f"{size[0]} x {size[1]} pixels; at most 16 million are read, and 16384 a side."
    assert said in refused(picture(forged))


def test_the_longest_picture_is_read(picture):
    assert frame_of(picture(png_of(Image.new("L", (16_384, 1))))).size == (16_384, 1)


def test_a_second_header_does_not_smuggle_a_size_in(picture):
    sound = png_of(Image.fromarray(GREYS))
    forged = sound[:33] + header(100_000, 100_000) + sound[33:]
    refused(picture(forged))


def test_a_file_that_is_too_large_is_not_read_to_its_end(picture, monkeypatch):
    monkeypatch.setattr(pictures, "LARGEST_FILE", 1_000_000)
    content = png_of(Image.fromarray(GREYS)) + bytes(1_000_000)
    assert "is larger than 1 MB" in refused(picture(content))


def test_another_format_under_the_name_of_png_is_refused(picture):
    file = BytesIO()
    Image.fromarray(GREYS).save(file, "BMP")
    assert "is not a PNG file" in refused(picture(file.getvalue()))


SOUND = png_of(Image.fromarray(GREYS))
COLOURED = png_of(Image.new("RGBA", (5, 4), (1, 2, 3, 4)))


@settings(max_examples=250, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    start=st.sampled_from([b"", SOUND, COLOURED, SOUND[:33], b"\x89PNG\r\n\x1a\n"]),
    place=st.integers(0, 120),
    change=st.binary(max_size=40),
    kept=st.integers(0, 200),
)
@example(start=SOUND[:8], place=8, change=header(0, 0) + chunk(b"IDAT", b""), kept=200)
@example(start=SOUND, place=33, change=chunk(b"iCCP", b"x\0\0" + b"\xff" * 9), kept=200)
@example(
    start=SOUND, place=33, change=chunk(b"zTXt", b"k\0\0" + zlib.compress(bytes(10**7))), kept=200
)
@example(start=SOUND, place=33, change=chunk(b"acTL", b"\0\0\0\0"), kept=200)
@example(start=SOUND, place=33, change=chunk(b"tRNS", b""), kept=200)
@example(start=SOUND, place=33, change=chunk(b"gAMA", b""), kept=200)
@example(start=SOUND, place=33, change=chunk(b"pHYs", b""), kept=200)
@example(start=SOUND, place=33, change=chunk(b"eXIf", b"\0"), kept=200)
def test_no_bytes_bring_anything_but_a_frame_or_a_refusal(tmp_path, start, place, change, kept):
    content = start[:place] + change + start[place : place + kept]
    path = Path(tmp_path) / "any.png"
    path.write_bytes(content)
    try:
        frame = frame_of(Picture(path))
    except AtlasError as error:
        assert "any.png" in str(error)  # noqa: PT017
    else:
        assert frame.values.size
