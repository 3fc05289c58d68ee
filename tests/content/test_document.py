from __future__ import annotations

import os
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from atlas.content import document
from atlas.content.document import MOST_COMPLAINTS, parse
from atlas.content.folder import LARGEST, read
from atlas.domain.errors import ContentError

PAGE = Path("gout.yaml")
ALIASES = "a: &a [x, x]\n" + "\n".join(f"{b}: &{b} [*{a}, *{a}]" for a, b in pairwise("abcdefghi"))


def complaint(content: bytes | str) -> str:
    with pytest.raises(ContentError) as caught:
        parse(PAGE, content.encode() if isinstance(content, str) else content)
    return str(caught.value)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "gout.yaml:1: the file is empty"),
        (" \n# only a remark\n", "gout.yaml:1: the file is empty"),
        (
            "title: Gout\nsigns: [\n",
            "gout.yaml:3: not YAML: while parsing a flow node, did not find",
        ),
        ("title: Gout\n\ttext: x", "gout.yaml:2: not YAML: "),
        (
            "title: Gout\ntitle",
            "gout.yaml:2: not YAML: while scanning a simple key, could not find",
        ),
        (
            "title: 'Gout\nx: y\n",
            "gout.yaml:1: not YAML: while scanning a quoted scalar, found unexp",
        ),
        (
            "a: b\n---\nc: d\n",
            "gout.yaml:2: not YAML: expected a single document in the stream, but",
        ),
        (
            'a: b\nc: "\\ud800"\n',
            "gout.yaml:2: not YAML: while parsing a quoted scalar, found inval",
        ),
        ("%YAML 3.0\n---\na: b\n", "gout.yaml:1: not YAML: found incompatible YAML document"),
        ("a: b\nc: \x00\n", "gout.yaml:2: the file holds a character that is not text"),
        (f"a: {'é' * 200}\nc: \x07\nd: e\n", "gout.yaml:2: the file holds a character that is not"),
        (b"a: b\nc: \xff\n", "gout.yaml:2: the file is not plain UTF-8 text"),
        ("a: b\nc: ö\n".encode("latin-1"), "gout.yaml:2: the file is not plain UTF-8 text"),
        ("a: b\n".encode("utf-16"), "gout.yaml:1: the file is not plain UTF-8 text"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "gout.yaml:1: the file is not plain UTF-8 text"),
        (b"\x7fELF\x02\x01\x01\0\0", "gout.yaml:1: the file holds a character that is not text"),
        (ALIASES, "gout.yaml:1: anchors and aliases (`&`, `*`) are not used here"),
        ("a: b\nc: *d\n", "gout.yaml:2: anchors and aliases (`&`, `*`) are not used here"),
        ("a: b\n<<: &x {c: d}\n", "gout.yaml:2: anchors and aliases (`&`, `*`) are not used here"),
    ],
)
def test_what_is_no_yaml_is_named_with_its_line(content, said):
    assert said in complaint(content)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("a: b\n\tc: d\n", "gout.yaml:2: not YAML: indented with a tab; indent with blanks"),
        ("a: b: c\n", "quote a line that holds a colon and a blank"),
        ("a:b\nc: d\n", "a name, here or above, needs them both"),
        ("a: 'b\n", "close the quotes"),
        ("a:\n  - [[b]] c\n", "quote a line that begins with `[` or `{`"),
        ("a:\n  - b\nc\nd: e\n", "a name ends in a colon and a blank"),
    ],
)
def test_a_fault_of_yaml_comes_with_the_way_to_mend_it(content, told):
    assert told in complaint(content)


@pytest.mark.parametrize("piece", ["[", "- ", "{a: ", "? ", "&a ["])
def test_a_file_nested_too_deeply_is_named(piece):
    assert complaint(piece * (LARGEST // len(piece))).startswith("gout.yaml:1: ")


def test_a_file_nested_too_deeply_is_named_without_libyaml_too(monkeypatch):
    monkeypatch.setattr(document, "_Loader", yaml.SafeLoader)
    assert complaint("[" * 800) == "gout.yaml:1: the file is nested too deeply"


@pytest.mark.parametrize("text", ["a: b & c", "a: 5 * 3", "a: '*'", "a: '&b'", "# & *\na: b"])
def test_a_sign_that_is_no_anchor_is_text(text):
    assert parse(PAGE, text.encode()).problems == []


def test_a_mark_of_byte_order_is_not_in_the_way():
    root = parse(PAGE, "\ufefftitle: Gout".encode()).root
    assert root.value[0][0].value == "title"


def test_a_tag_makes_no_value():
    root = parse(PAGE, b"a: !!python/object/apply:os.system ['echo']").root
    assert isinstance(root.value[0][1], yaml.SequenceNode)


def test_a_file_is_read_as_it_is(tmp_path):
    path = tmp_path / "gout.yaml"
    path.write_bytes(b"title: \xff\r\n")
    assert read(path) == b"title: \xff\r\n"


def test_a_file_may_be_large_but_not_huge(tmp_path):
    path = tmp_path / "gout.yaml"
    path.write_bytes(b"x" * LARGEST)
    assert len(read(path)) == LARGEST
    path.write_bytes(b"x" * (LARGEST + 1))
    with pytest.raises(ContentError, match=r"gout\.yaml:1: the file is larger than 200 kB"):
        read(path)


def test_a_file_that_is_gone_is_named(tmp_path):
    with pytest.raises(ContentError, match=r"gout\.yaml:1: the file cannot be read: no such file"):
        read(tmp_path / "gout.yaml")


def test_a_file_that_cannot_be_read_is_named(tmp_path, monkeypatch):
    def refuse(_path):
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "gout.yaml"
    path.touch()
    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(ContentError, match=r"gout\.yaml:1: the file cannot be read: permission"):
        read(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "gout.yaml")
    with pytest.raises(ContentError, match=r"gout\.yaml:1: this is not a file"):
        read(tmp_path / "gout.yaml")


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(ContentError, match=":1: this is not a file"):
        read(tmp_path)


def test_marks_of_a_text_are_kept_with_their_node():
    page = parse(PAGE, b"a: b\nc: d\n")
    node = page.root.value[1][1]
    page.mark(node, "See [[gout]] [2-4,9] and [[lipoma|fat]].")
    assert [(where.line, name) for where, name in page.links] == [(2, "gout"), (2, "lipoma")]
    assert page.citations == [(node, 2), (node, 9)]
    assert page.problems == []


def test_a_range_that_ends_before_it_begins_is_a_mistake():
    page = parse(PAGE, b"a: b\n")
    page.mark(page.root, "Dense [5-3].")
    assert [str(p) for p in page.problems] == ["gout.yaml:1: [5-3] ends before it begins"]


def test_an_id_is_given_once_to_each_kind():
    page = parse(PAGE, b"a: b\nc: d\n")
    first, second = page.root.value[0][0], page.root.value[1][0]
    page.define("plate", first, "ct")
    page.define("statement", second, "ct")
    assert page.problems == []
    page.define("plate", second, "ct")
    assert [str(p) for p in page.problems] == [
        "gout.yaml:2: another plate has the id `ct`, at line 1"
    ]


def test_a_file_full_of_mistakes_is_not_listed_to_its_end():
    page = parse(PAGE, b"a: b\n")
    for number in range(MOST_COMPLAINTS + 5):
        page.complain(page.root, str(number))
    assert len(page.problems) == MOST_COMPLAINTS + 1
    assert page.problems[-1].message == "and more; mend the first ones"
