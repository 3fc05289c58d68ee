import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.paths import installed
from atlas.search import writer
from atlas.search.index import open_index
from atlas.search.query import Query
from atlas.search.store import Store

MUSCLE = Query(("rim", "muscle"))


@pytest.fixture
def builds(monkeypatch):
    """How often an index was built."""
    count = []
    build = writer.build
    monkeypatch.setattr(writer, "build", lambda documents: count.append(1) or build(documents))
    return count


@pytest.fixture
def kept(library, tmp_path):
    """A folder with an index in it."""
    open_index(library, "small", tmp_path)
    return tmp_path


def index_file(folder: Path) -> Path:
    (path,) = folder.iterdir()
    return path


def test_an_index_is_built_once(library, kept, builds, index):
    again = open_index(library, "small", kept)
    assert builds == []
    assert again.find(MUSCLE) == index.find(MUSCLE)


def test_other_content_has_another_index_and_the_old_one_goes(library, kept, builds):
    old = index_file(kept)
    open_index(library, "changed", kept)
    assert builds == [1]
    assert index_file(kept) != old


def _truncate(path):
    path.write_bytes(path.read_bytes()[:-100])


def _empty(path):
    path.write_bytes(b"")


def _nonsense(path):
    path.write_bytes(os.urandom(5000))


def _behind(path):
    path.write_bytes(path.read_bytes() + b"\0")


def _folder(path):
    path.unlink()
    path.mkdir()
    (path / "file").touch()


def _foreign(path):
    """A whole index of other content under this name."""
    other = Store(path.parent, "f" * 64)
    other.save({"surfaces": b"{}"})
    other.path.replace(path)


DAMAGES = [_truncate, _empty, _nonsense, _behind, Path.unlink, _folder, _foreign]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_index_is_built_again(library, kept, builds, index, damage):
    damage(index_file(kept))
    assert open_index(library, "small", kept).find(MUSCLE) == index.find(MUSCLE)
    assert builds == [1]


def test_no_flipped_bit_goes_unnoticed(library, kept, builds, index):
    path = index_file(kept)
    whole = path.read_bytes()
    places = [0, 17, 50, *range(100, len(whole), len(whole) // 12), len(whole) - 1]
    for place in places:
        flipped = bytearray(whole)
        flipped[place] ^= 1 << place % 8
        path.write_bytes(flipped)
        assert open_index(library, "small", kept).find(MUSCLE) == index.find(MUSCLE)
    assert len(builds) == len(places)
    assert len(path.read_bytes()) == len(whole)


def test_a_file_in_the_place_of_the_folder_costs_nothing_but_the_keeping(library, tmp_path, index):
    blocked = tmp_path / "cache"
    blocked.write_text("mine")
    assert open_index(library, "small", blocked).find(MUSCLE) == index.find(MUSCLE)
    assert open_index(library, "small", blocked / "deeper").find(MUSCLE) == index.find(MUSCLE)
    assert blocked.read_text() == "mine"


def test_a_full_disk_leaves_nothing_behind(library, tmp_path, index, monkeypatch):
    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert open_index(library, "small", tmp_path).find(MUSCLE) == index.find(MUSCLE)
    assert list(tmp_path.iterdir()) == []


def test_what_a_dead_writer_left_is_removed_but_not_what_is_being_written(library, tmp_path):
    dead, alive = tmp_path / "a.part", tmp_path / "b.part"
    dead.touch()
    alive.touch()
    os.utime(dead, (time.time() - 7200,) * 2)
    open_index(library, "small", tmp_path)
    assert not dead.exists()
    assert alive.exists()


def test_an_index_in_use_does_not_need_its_file(library, kept, index):
    open_now = open_index(library, "small", kept)
    index_file(kept).unlink()
    assert open_now.find(MUSCLE) == index.find(MUSCLE)


def test_two_programs_at_once_both_find(tmp_path):
    program = (
        "import sys; from pathlib import Path; from atlas.content.pack import read_pack;"
        "from atlas.search.index import open_index; from atlas.search.query import Query;"
        "pages = read_pack(Path(sys.argv[1])).library; sys.stdin.readline();"
        "index = open_index(pages, 'same', Path(sys.argv[2]));"
        "print(index.find(Query.parse('phlebolith')).hits[0].title)"
    )
    command = [sys.executable, "-c", program, str(installed("data")), str(tmp_path)]
    both = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    for one in both:
        one.stdin.write("go\n")
        one.stdin.flush()
    assert [one.communicate()[0] for one in both] == ["Phleboliths\n"] * 2
    assert [one.returncode for one in both] == [0, 0]
    assert index_file(tmp_path).suffix == ".index"


KEY = "0" * 64
FILES = st.dictionaries(st.text(), st.binary())


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    return Store(tmp_path_factory.mktemp("store"), KEY)


@given(FILES)
def test_what_was_saved_comes_back(store, files):
    assert store.save(files)
    assert store.load() == files


@given(st.binary(), st.booleans())
def test_any_other_bytes_are_not_an_index(store, content, alike):
    store.path.write_bytes(b"calcatlas index\n" * alike + content)
    assert store.load() is None


@given(FILES, st.data())
def test_an_index_that_was_changed_anywhere_is_not_believed(store, files, data):
    store.save(files)
    whole = store.path.read_bytes()
    start = data.draw(st.integers(0, len(whole) - 1))
    end = data.draw(st.integers(start, len(whole)))
    changed = whole[:start] + data.draw(st.binary(max_size=40)) + whole[end:]
    store.path.write_bytes(changed)
    assert store.load() == (files if changed == whole else None)


@given(FILES)
def test_the_index_of_something_else_is_not_believed(store, files):
    other = Store(store.path.parent, "1" * 64)
    other.save(files)
    other.path.replace(store.path)
    assert store.load() is None


def test_an_index_survives_kills_and_damage():
    """The proof that is run at length before a release: see `packaging/prove-index.py`."""
    proof = Path(__file__).parents[2] / "packaging" / "prove-index.py"
    done = subprocess.run(
        [sys.executable, str(proof), "--kills", "1", "--damages", "0"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
