from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from atlas.content import pack as pack_module
from atlas.content.folder import LARGEST, files_of
from atlas.content.pack import read_pack
from atlas.domain.errors import AtlasError
from tests.content.conftest import CONTENTS, GOUT, VOCABULARY, Pack, plain_page

OTHERS = ["dystrophic", "lipoma"]
ALL = ["dystrophic", "lipoma", "gout"]


def test_a_sound_folder_gives_all_its_pages_and_no_complaint(pack):
    assert pack.complaints() == []
    assert pack.pages() == ALL
    library = pack.read().library
    assert library.vocabulary.label("site", "toe") == "toe"
    assert library.contents[0].also == ("gout",)


# One bad page, and the others


BOMB = "a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n"
BAD = {
    "unclosed": ("title: Gout\nsigns: [\n", "gout.yaml:3: not YAML: "),
    "empty": ("", "gout.yaml:1: the file is empty"),
    "huge": (GOUT + "# " + "x" * LARGEST, "gout.yaml:1: the file is larger than 200 kB"),
    "binary": (bytes(range(256)) * 8, "gout.yaml:2: the file is not plain UTF-8 text"),
    "NUL": (GOUT.replace("tophi.", "to\0phi."), "gout.yaml:15: the file holds a character that"),
    "latin-1": (GOUT.encode() + b"# \xe9\n", "gout.yaml:16: the file is not plain UTF-8 text"),
    "aliases": (BOMB, "gout.yaml:1: anchors and aliases"),
    "deep": ("title: " + "[" * 50_000, "gout.yaml:1: not YAML: "),
    "words": ("Gout is a disease.", "gout.yaml:1: expected lines of `name: value`"),
    "unknown name": (GOUT.replace("signs", "sings"), "gout.yaml:5: `sings` is not known here; did"),
    "wrong type": (
        GOUT.replace("  - Dense", "  x: Dense"),
        "gout.yaml:4: `key_features` must be a",
    ),
    "citation": (GOUT.replace("[1]", "[2]"), "gout.yaml:2: [2] cites a reference that is not"),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_page_is_named_with_its_line_and_the_others_open(pack, kind):
    content, complaint = BAD[kind]
    pack.write("localized/gout.yaml", content)
    (said,) = pack.complaints()
    assert said.startswith(complaint)
    assert pack.pages() == OTHERS


def test_a_page_that_cannot_be_opened_is_named_and_the_others_open(pack, monkeypatch):
    read_bytes = Path.read_bytes

    def refuse(path):
        if path.name == "gout.yaml":
            raise PermissionError(13, "Permission denied")
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert pack.complaints() == ["gout.yaml:1: the file cannot be read: permission denied"]
    assert pack.pages() == OTHERS


def test_a_folder_named_like_a_page_is_named_and_the_others_open(pack):
    (pack.folder / "localized" / "rickets.yaml").mkdir()
    assert pack.complaints() == ["rickets.yaml:1: this is not a file"]
    assert pack.pages() == ALL


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="all names are Unicode there")
def test_a_file_whose_name_is_no_text_is_named_and_the_others_open(pack):
    name = os.fsencode(pack.folder / "localized") + b"/\xff.yaml"
    Path(os.fsdecode(name)).write_text("", encoding="utf-8")
    assert len(files_of(pack.folder).fingerprint) == 64
    assert pack.complaints() == ["\udcff.yaml:1: the file is empty"]
    assert pack.pages() == ALL


def test_a_page_with_only_a_dead_link_is_kept(pack):
    pack.spoil("localized/gout.yaml", "[[lipoma]]", "[[lipona|a lump of fat]]")
    assert pack.complaints() == ["gout.yaml:4: there is no page `lipona`; did you mean `lipoma`?"]
    assert pack.pages() == ALL


def test_a_page_with_a_mistake_of_its_own_is_left_out_but_a_link_to_it_is_not_dead(pack):
    pack.write("localized/lipoma.yaml", plain_page("Lipoma") + "pearls: []\n")
    assert pack.complaints() == ["lipoma.yaml:5: `pearls` is an empty list; leave it out"]
    assert pack.pages() == ["dystrophic", "gout"]


def test_a_link_to_a_page_that_cannot_be_read_is_not_dead(pack):
    pack.write("localized/lipoma.yaml", "x" * (LARGEST + 1))
    assert pack.complaints() == ["lipoma.yaml:1: the file is larger than 200 kB"]
    assert pack.pages() == ["dystrophic", "gout"]


LONG = GOUT + "pearls:\n  - " + "x" * 5_001 + "\n"
MANY = GOUT + "pearls:\n" + "  - x\n" * 501
WIDE = GOUT + "facets:\n  sex:\n" + "".join(f"    s{n}: usual\n" for n in range(501))


@pytest.mark.parametrize(
    ("content", "complaint"),
    [(LONG, "gout.yaml:17: `pearls` is longer than 5000 characters"),
     (MANY, "gout.yaml:17: `pearls` has 501 items; at most 500 are read"),
     (WIDE, "gout.yaml:18: this mapping has 501 items; at most 500 are read")],
    ids=["long", "many", "wide"],
)  # fmt: skip
def test_what_would_hold_up_the_window_is_named_with_its_line(pack, content, complaint):
    pack.write("localized/gout.yaml", content)
    assert pack.complaints() == [complaint]
    assert pack.pages() == OTHERS


def test_the_longest_that_is_borne_is_read(pack):
    more = "pearls:\n  - " + "x" * 5_000 + "\npitfalls:\n" + "  - x\n" * 500
    pack.write("localized/gout.yaml", GOUT + more)
    assert pack.complaints() == []
    assert len(pack.read().library["gout"].pitfalls) == 500


# What leads from one file to another


def test_a_dead_link_is_told_once_a_line(pack):
    pack.spoil("localized/gout.yaml", "[[lipoma]]", "[[zebra]] " * 9)
    assert pack.complaints() == ["gout.yaml:4: there is no page `zebra`"]


def test_dead_links_without_end_are_told_to_be_many(pack, monkeypatch):
    """And what each may have meant is not looked for, which would take minutes."""
    asked = []
    monkeypatch.setattr(pack_module, "get_close_matches", lambda *given: asked.append(given) or [])
    links = "".join(f"[[x{number}]]" for number in range(600))
    pack.write("localized/gout.yaml", GOUT + f"pearls:\n  - See {links}\n")
    said = pack.complaints()
    assert len(said) == 101, said
    assert len(asked) == 100
    assert "gout.yaml:17: and more links that lead nowhere; mend the first ones" in said


def test_a_dead_link_in_a_differential_is_named_at_its_line(pack):
    pack.write(
        "localized/gout.yaml",
        GOUT + "differentials:\n  - name: Abscess\n    discriminator: Hot.\n"
        "  - page: zebra\n    discriminator: Striped.\n",
    )
    assert pack.complaints() == ["gout.yaml:19: there is no page `zebra`"]
    assert pack.pages() == ALL


def test_a_dead_second_place_is_named_at_its_line(pack):
    pack.spoil("contents.yaml", "also:\n      - gout", "also:\n      - gaut")
    assert pack.complaints() == ["contents.yaml:11: there is no page `gaut`; did you mean `gout`?"]


@pytest.mark.parametrize("name", ["contents", "vocabulary"])
def test_the_files_of_the_folder_itself_are_no_pages(pack, name):
    pack.spoil("localized/gout.yaml", "[[lipoma]]", f"[[{name}]]")
    pack.spoil("contents.yaml", "- lipoma", f"- {name}")
    assert f"gout.yaml:4: there is no page `{name}`" in pack.complaints()
    assert f"contents.yaml:8: there is no page `{name}`" in pack.complaints()


def test_a_page_without_a_place_is_named_and_cannot_be_reached(pack):
    pack.write("localized/rickets.yaml", plain_page("Rickets"))
    assert pack.complaints() == ["rickets.yaml:1: `rickets` has no place in contents.yaml"]
    assert pack.pages() == ALL
    assert "rickets" not in pack.read().library


def test_a_place_without_a_page_is_named_at_its_line(pack):
    pack.spoil("contents.yaml", "- lipoma", "- lipoma\n          - rickets")
    assert pack.complaints() == ["contents.yaml:9: there is no page `rickets`"]
    assert pack.pages() == ALL


def test_an_overview_without_a_page_is_named_at_its_line(pack):
    pack.spoil("contents.yaml", "overview: dystrophic", "overview: dystropic")
    assert pack.complaints() == [
        "contents.yaml:4: there is no page `dystropic`",
        "dystrophic.yaml:1: `dystrophic` has no place in contents.yaml",
    ]
    assert pack.pages() == ["lipoma", "gout"]


def test_a_missing_overview_is_one_mistake(pack):
    pack.spoil("contents.yaml", "    overview: dystrophic\n", "")
    pack.spoil("contents.yaml", "- lipoma", "- lipoma\n          - dystrophic")
    assert pack.complaints() == ["contents.yaml:2: `overview` is missing"]


def test_a_page_placed_twice_is_named_at_its_second_place(pack):
    pack.spoil("contents.yaml", "- lipoma", "- lipoma\n          - dystrophic")
    assert pack.complaints() == ["contents.yaml:9: `dystrophic` has its place already, at line 4"]
    assert pack.pages() == ALL


def test_two_pages_never_share_a_name(pack):
    pack.write("metabolic/gout.yaml", plain_page("Gout again"))
    (problem,) = pack.read().problems
    assert Path(problem.where.path).parts[-2:] == ("metabolic", "gout.yaml")
    assert problem.message == "another page is named `gout`"
    assert pack.read().library["gout"].title == "Gout"


def test_two_pages_never_share_a_title(pack):
    pack.spoil("localized/lipoma.yaml", "title: Lipoma", "title: GOUT")
    assert pack.complaints() == ["lipoma.yaml:1: `gout` has the same title, `GOUT`"]


def test_a_value_outside_the_vocabulary_is_named_at_its_line(pack):
    pack.write("localized/gout.yaml", GOUT + "facets:\n  site:\n    - toe\n    - tow\n")
    assert pack.complaints() == [
        "gout.yaml:19: `tow` is not in the vocabulary of site; did you mean `toe`?"
    ]
    assert pack.pages() == OTHERS


def test_an_objection_to_a_recipe_leaves_the_page_out(pack):
    pack.spoil("localized/gout.yaml", "    shows: A tophus.\n",
               "    shows: A tophus.\n    simulated:\n      view: toe\n")  # fmt: skip
    assert pack.complaints(lambda source, _regions: f"no {source.view}") == ["gout.yaml:15: no toe"]
    assert pack.complaints() == []


# What is missing


@pytest.mark.parametrize("name", ["nowhere", "contents.yaml"])
def test_no_folder_is_no_content(pack, name):
    with pytest.raises(AtlasError, match=r"There is no content in .*: the folder is missing"):
        read_pack(pack.folder / name)


def test_without_contents_no_page_has_a_place(pack):
    (pack.folder / "contents.yaml").unlink()
    assert "contents.yaml:1: the file is missing" in pack.complaints()
    assert "gout.yaml:1: `gout` has no place in contents.yaml" in pack.complaints()
    assert pack.pages() == []


def test_without_a_vocabulary_all_pages_open(pack):
    pack.write("localized/gout.yaml", GOUT + "facets:\n  site: [anywhere]\n")
    (pack.folder / "vocabulary.yaml").unlink()
    assert pack.complaints() == ["vocabulary.yaml:1: the file is missing"]
    assert pack.pages() == ALL


def test_a_vocabulary_that_is_too_large_is_one_complaint(pack):
    pack.write("vocabulary.yaml", "#" * (LARGEST + 1))
    assert pack.complaints() == ["vocabulary.yaml:1: the file is larger than 200 kB"]
    assert pack.pages() == ALL


def test_an_empty_folder_is_two_complaints(tmp_path):
    assert [problem.message for problem in read_pack(tmp_path).problems] == [
        "the file is missing"
    ] * 2


# Order and sameness


def test_complaints_come_by_file_and_line(pack):
    pack.write("localized/gout.yaml", GOUT + "a: b\nc: d\n")
    pack.write(
        "localized/dystrophic.yaml", plain_page("Dystrophic") + "pearls:\n  - See [[zebra]].\n"
    )
    places = [(Path(p.where.path).name, p.where.line) for p in pack.read().problems]
    assert places == [("dystrophic.yaml", 6), ("gout.yaml", 16), ("gout.yaml", 17)]


def test_a_complaint_comes_once(pack):
    pack.spoil("contents.yaml", "also:\n      - gout", "also: gout")
    assert pack.complaints() == ["contents.yaml:10: `also` must be a list, each item after a `-`"]


def test_the_same_content_has_the_same_fingerprint_anywhere(pack, tmp_path):
    other = Pack(tmp_path / "elsewhere")
    assert files_of(other.folder).fingerprint == files_of(pack.folder).fingerprint


@pytest.mark.parametrize(
    "change",
    [
        lambda pack: pack.spoil("localized/gout.yaml", "Gout", "Gour"),
        lambda pack: pack.write("localized/more.yaml", ""),
        lambda pack: (pack.folder / "vocabulary.yaml").unlink(),
        lambda pack: (pack.folder / "localized/gout.yaml").rename(pack.folder / "localized/g.yaml"),
        lambda pack: pack.write("localized/more.yaml", "x" * (LARGEST + 1)),
    ],
)
def test_other_content_has_another_fingerprint(pack, change):
    before = files_of(pack.folder).fingerprint
    change(pack)
    assert files_of(pack.folder).fingerprint != before


def test_what_is_no_yaml_is_passed_over(pack):
    before = files_of(pack.folder).fingerprint
    pack.write("README.md", "words")
    pack.write("localized/picture.png", b"\x89PNG")
    assert files_of(pack.folder).fingerprint == before


# Anything whatever

PIECES = st.sampled_from(
    ["title", "definition", "key_features", "signs", "ct", "text", "id", "plates", "simulated",
     "lesions", "window", "width", "regions", "picture", "facets", "site", "weeks", "level",
     "references", "categories", "groups", "pages", "also", "gout", "[1]", "[[x]]", "[9-1]", ": ",
     "- ", "\n", "  ", "    ", "[", "]", "{", "}", ",", "x", "0", "-1", "nan", "1e999", "&a", "*a",
     "!", "? ", "\t", "---", "'", '"', "|", ">", "\\0", "#", "%", "é", "\x07", "\x00", "~"]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=40).map(lambda pieces: "".join(pieces).encode())
GROWN = st.lists(PIECES, max_size=20).map(lambda pieces: (GOUT + "".join(pieces)).encode())
NAMES = st.sampled_from(["localized/gout.yaml", "contents.yaml", "vocabulary.yaml"])
WHATEVER = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200, deadline=None
)


@WHATEVER
@given(NAMES, TEXTS | GROWN | st.binary(max_size=200))
def test_no_text_and_no_bytes_whatever_stop_the_reading(pack, name, content):
    pack.write("contents.yaml", CONTENTS)
    pack.write("vocabulary.yaml", VOCABULARY)
    pack.write("localized/gout.yaml", GOUT)
    pack.write(name, content)
    reading = pack.read()
    for problem in reading.problems:
        lines = Path(problem.where.path).read_bytes().count(b"\n") + 1
        assert problem.message
        assert problem.where.line >= 1
        assert problem.where.line <= lines + 1 or b"\r" in content or b"\xe2\x80" in content
    if name == "localized/gout.yaml":
        assert {"dystrophic", "lipoma"} <= {page.id for page in reading.library}


@WHATEVER
@given(st.data())
def test_a_page_with_a_letter_changed_never_stops_the_reading(pack, data):
    at = data.draw(st.integers(0, len(GOUT) - 1))
    letter = data.draw(st.sampled_from("\n\t :-[]{}'\"&*#|>%@`!?,x0\0é"))
    pack.write("localized/gout.yaml", GOUT[:at] + letter + GOUT[at + 1 :])
    assert {"dystrophic", "lipoma"} <= {page.id for page in pack.read().library}
