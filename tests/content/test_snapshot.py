from __future__ import annotations

import os
import pickle
from pathlib import Path
from subprocess import Popen

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from atlas.content import pack, snapshot
from atlas.content.snapshot import read_through
from atlas.domain import errors
from atlas.paths import installed
from tests.content.conftest import GOUT, Pack


@pytest.fixture
def readings(monkeypatch):
    """How often the content was read anew."""
    count = []
    read = pack.read_pack
    monkeypatch.setattr(pack, "read_pack", lambda *given: count.append(1) or read(*given))
    return count


@pytest.fixture
def cache(tmp_path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def kept(pack, cache) -> Path:
    """A snapshot of the pack."""
    read_through(pack.folder, cache)
    (path,) = cache.iterdir()
    return path


def said_by(reading):
    """All that a reading holds, to be compared."""
    library = reading.library
    return (
        list(library),
        library.contents,
        list(library.vocabulary),
        reading.problems,
        reading.fingerprint,
    )


def read(pack, cache):
    return read_through(pack.folder, cache)


def sealed(pack: Pack, body: bytes) -> bytes:
    """A body with the checksum and the key that a snapshot of ours has."""
    return snapshot._sealed(snapshot._key(pack.folder) + body)


def test_the_second_reading_comes_from_the_snapshot_and_is_equal(pack, cache, readings):
    first, second = read(pack, cache), read(pack, cache)
    assert readings == [1]
    assert said_by(second) == said_by(first)
    assert second.library.shelfmark("gout") == first.library.shelfmark("gout")


def test_the_real_content_comes_out_as_it_went_in(cache, readings):
    data = installed("data")
    first, second = read_through(data, cache), read_through(data, cache)
    assert readings == [1]
    assert said_by(second) == said_by(first)


def test_a_page_is_read_when_it_is_first_asked_for_and_once(pack, cache, kept, monkeypatch):
    unpickled, sizes = snapshot._unpickled, []
    monkeypatch.setattr(
        snapshot, "_unpickled", lambda written: sizes.append(len(written)) or unpickled(written)
    )
    library = read(pack, cache).library
    assert library.title("gout") == "Gout"
    assert len(sizes) == 1
    assert library["gout"] is library["gout"]
    assert len(sizes) == 2


def test_a_picture_comes_out_as_it_went_in(pack, cache, readings):
    pack.write("localized/a.png", b"")
    pack.spoil("localized/gout.yaml", "    shows: A tophus.\n",
               "    shows: A tophus.\n    picture: a.png\n")  # fmt: skip
    first, second = read(pack, cache), read(pack, cache)
    assert readings == [1]
    assert second.library["gout"].plates == first.library["gout"].plates
    assert second.library["gout"].plates[0].source.path.name == "a.png"


def test_edited_content_is_read_anew_and_the_old_snapshot_goes(pack, cache, kept, readings):
    pack.spoil("localized/gout.yaml", "title: Gout", "title: Podagra")
    assert read(pack, cache).library["gout"].title == "Podagra"
    assert readings == [1]
    (path,) = cache.iterdir()
    assert path != kept


def test_content_written_anew_in_the_same_size_and_at_the_same_time_is_read_anew(
    pack, cache, kept, readings
):
    path = pack.folder / "localized" / "gout.yaml"
    status = path.stat()
    pack.spoil("localized/gout.yaml", "title: Gout", "title: Tuog")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert path.stat().st_size == status.st_size
    assert read(pack, cache).library["gout"].title == "Tuog"


def test_a_snapshot_of_other_content_is_never_taken(pack, cache, kept, readings):
    content = kept.read_bytes()
    pack.spoil("localized/gout.yaml", "title: Gout", "title: Podagra")
    read(pack, cache)
    (path,) = cache.iterdir()
    path.write_bytes(content)
    assert read(pack, cache).library["gout"].title == "Podagra"


def test_edited_code_reads_anew(pack, cache, kept, readings, tmp_path, monkeypatch):
    package = tmp_path / "atlas"
    (package / "domain").mkdir(parents=True)
    code = package / "domain" / "page.py"
    code.touch()
    monkeypatch.setattr(snapshot, "_PACKAGE", package)
    read(pack, cache)
    read(pack, cache)
    assert readings == [1]
    os.utime(code, (1, 1))
    read(pack, cache)
    assert readings == [1, 1]


def test_the_code_that_counts_is_there():
    for part in ("content/page.py", "domain/page.py", "imaging/recipes/views.py"):
        assert (snapshot._PACKAGE / part).is_file()


def test_another_version_reads_anew(pack, cache, kept, readings, monkeypatch):
    monkeypatch.setattr(snapshot, "__version__", "99")
    read(pack, cache)
    assert readings == [1]


def test_a_mistake_is_told_at_every_start_until_it_is_mended(pack, cache, readings):
    """Adding the picture that is missed changes no text, so no snapshot must hide it."""
    pack.spoil("localized/gout.yaml", "    shows: A tophus.\n",
               "    shows: A tophus.\n    picture: a.png\n")  # fmt: skip
    for _ in range(2):
        assert "there is no file `a.png`" in read(pack, cache).problems[0].message
    pack.write("localized/a.png", b"")
    assert read(pack, cache).problems == ()
    assert "gout" in read(pack, cache).library
    assert readings == [1, 1, 1]


# Damaged


@pytest.mark.parametrize("place", range(30))
def test_a_flipped_bit_is_noticed(pack, cache, kept, readings, place):
    content = bytearray(kept.read_bytes())
    content[place * (len(content) - 1) // 29] ^= 1 << place % 8
    kept.write_bytes(content)
    assert len(read(pack, cache).library) == 3
    assert readings == [1]
    read(pack, cache)
    assert readings == [1]


@pytest.mark.parametrize("length", [0, 1, 3, 4, 5, 100, -1])
def test_a_truncated_snapshot_is_made_anew(pack, cache, kept, readings, length):
    kept.write_bytes(kept.read_bytes()[:length])
    assert len(read(pack, cache).library) == 3
    assert readings == [1]


def test_a_folder_in_its_place_is_no_snapshot(pack, cache, kept, readings):
    kept.unlink()
    kept.mkdir()
    assert len(read(pack, cache).library) == 3
    assert readings == [1]


# Foreign


class Bomb:
    """Runs code when it is unpickled by one who trusts it."""

    def __init__(self, call, *given):
        self._reduced = call, given

    def __reduce__(self):
        return self._reduced


@pytest.mark.parametrize(
    "call", [os.mkdir, os.system, Popen, eval, exec, Path.mkdir, Path.touch, getattr]
)
def test_a_foreign_pickle_never_runs_code(pack, cache, kept, readings, tmp_path, call):
    mark = tmp_path / "ran"
    given = {
        os.system: (f"mkdir {mark}",),
        Popen: (["mkdir", str(mark)],),
        eval: (f"__import__('os').mkdir({str(mark)!r})",),
        exec: (f"__import__('os').mkdir({str(mark)!r})",),
        getattr: (mark, "mkdir"),
    }.get(call, (str(mark),) if call is os.mkdir else (mark,))
    body = pickle.dumps(Bomb(call, *given))
    kept.write_bytes(sealed(pack, body))
    assert len(read(pack, cache).library) == 3
    assert readings == [1]
    assert not mark.exists()


def test_the_bomb_of_these_tests_is_alive(tmp_path):
    pickle.loads(pickle.dumps(Bomb(os.mkdir, str(tmp_path / "ran"))))
    assert (tmp_path / "ran").exists()


@pytest.mark.parametrize(
    "name",
    ["atlas.domain.page dataclass", "atlas.domain.prose re.compile", "atlas.domain.prose plain",
     "atlas.domain.nothing Page", "atlas.domain.page Nothing", "atlas.content.pack read_pack",
     "atlas.content.pack os", "builtins eval", "os system", "atlas.domain.page Page.signs_on"],
)  # fmt: skip
def test_only_values_of_the_domain_come_out(pack, cache, kept, readings, name):
    module, _, attribute = name.partition(" ")
    body = b"\x80\x04\x8c%c%s\x8c%c%s\x93." % (
        len(module), module.encode(), len(attribute), attribute.encode(),
    )  # fmt: skip
    kept.write_bytes(sealed(pack, body))
    assert len(read(pack, cache).library) == 3
    assert readings == [1]


@pytest.mark.parametrize("name", ["bomb", "box.Bomb"])
def test_not_even_of_the_domain_does_more_than_a_class_come_out(
    pack, cache, kept, monkeypatch, name
):
    ran = []
    box = type("Box", (), {"Bomb": type("Bomb", (), {"__init__": lambda _self: ran.append(1)})})
    monkeypatch.setattr(errors, "bomb", lambda: ran.append(1), raising=False)
    monkeypatch.setattr(errors, "box", box, raising=False)
    module = errors.__name__.encode()
    body = b"\x80\x04\x8c%c%b\x8c%c%b\x93)R." % (len(module), module, len(name), name.encode())
    kept.write_bytes(sealed(pack, body))
    assert len(read(pack, cache).library) == 3
    assert ran == []


@pytest.mark.parametrize("value", [None, 5, "text", (), {"library": None}])
def test_another_value_is_no_reading(pack, cache, kept, readings, value):
    kept.write_bytes(sealed(pack, pickle.dumps(value)))
    assert len(read(pack, cache).library) == 3
    assert readings == [1]


CODES = [
    bytes([code])
    for code in b"(.0123NKMJIVXSC\x8cR\x81\x93cbi]}at)uesdhjgqrp\x94\x95QPo\x8f\x90\x91\x92"
]


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200, deadline=None
)
@example(b"]K\x05K\x01s.")  # a list without a fifth item
@given(st.lists(st.sampled_from(CODES) | st.binary(max_size=3), max_size=20).map(b"".join))
def test_no_sealed_bytes_whatever_stop_the_start(pack, cache, kept, body):
    kept.write_bytes(sealed(pack, body))
    assert len(read(pack, cache).library) == 3


# Where it is kept


@pytest.mark.parametrize("place", ["", "below"])
def test_a_cache_that_cannot_be_written_costs_only_time(pack, tmp_path, readings, place):
    (tmp_path / "file").touch()
    for _ in range(2):
        assert len(read(pack, tmp_path / "file" / place).library) == 3
    assert readings == [1, 1]


def test_a_full_disk_costs_only_time(pack, cache, readings, monkeypatch):
    def full(_path, _target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert len(read(pack, cache).library) == 3
    assert list(cache.iterdir()) == []


def test_two_folders_are_never_taken_for_each_other(pack, cache, tmp_path, readings):
    other = Pack(tmp_path / "other")
    for one in (pack, other):
        one.write("localized/a.png", b"")
        one.write(
            "localized/gout.yaml", GOUT.replace("references:", "    picture: a.png\nreferences:")
        )
    for one in (pack, other, pack):
        picture = read(one, cache).library["gout"].plates[0].source.path
        assert picture.is_relative_to(one.folder.resolve())


def test_what_another_program_is_writing_is_left_alone(pack, cache):
    """And what one that died has left goes."""
    cache.mkdir()
    dead, alive = cache / "library-a.part", cache / "library-b.part"
    dead.touch()
    alive.touch()
    os.utime(dead, (1, 1))
    read(pack, cache)
    assert alive.exists()
    assert not dead.exists()


def test_nothing_but_the_snapshot_is_left_in_the_cache(pack, cache):
    cache.mkdir()
    (cache / "library-stale").touch()
    (cache / "calcatlas.log").touch()
    read(pack, cache)
    assert len(list(cache.glob("library-*"))) == 1
    assert (cache / "calcatlas.log").exists()
    assert len(list(cache.iterdir())) == 2
