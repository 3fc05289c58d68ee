from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from atlas.domain.errors import AtlasError
from atlas.domain.plate import Simulated
from atlas.ui.viewer.frames import Frames, Wish
from tests.ui.viewer.conftest import a_frame

BYTES = 160 * 200 * 4
ONE, TWO, THREE = (Wish(Simulated("thigh-ct", (), seed), 512) for seed in (1, 2, 3))


def test_a_frame_is_loaded_once():
    asked = []
    frames = Frames(lambda *wish: asked.append(wish) or a_frame())
    assert frames.held(ONE) is None
    assert frames.get(ONE) is frames.get(ONE) is frames.held(ONE)
    assert asked == [ONE]


def test_no_more_is_kept_than_there_is_room_for_and_the_oldest_goes_first():
    frames = Frames(lambda *_wish: a_frame(), room=2 * BYTES)
    for source in (ONE, TWO, ONE, THREE):
        frames.get(source)
    assert frames.held(ONE)
    assert frames.held(THREE)
    assert frames.held(TWO) is None


def test_a_picture_larger_than_all_the_room_is_still_kept_while_it_is_looked_at():
    frames = Frames(lambda *_wish: a_frame(), room=10)
    frames.get(ONE)
    assert frames.held(ONE)
    frames.get(TWO)
    assert frames.held(ONE) is None


def test_who_asks_for_what_is_being_loaded_waits_for_it():
    started, go_on, asked = Event(), Event(), []

    def load(*wish):
        asked.append(wish)
        started.set()
        assert go_on.wait(5)
        return a_frame()

    frames = Frames(load)
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(frames.get, ONE)
        assert started.wait(5)
        second = pool.submit(frames.get, ONE)
        go_on.set()
        assert first.result(5) is second.result(5)
    assert asked == [ONE]


def test_a_failure_is_told_and_not_kept():
    answers = [AtlasError("cut short"), a_frame()]

    def load(*_wish):
        answer = answers.pop(0)
        if isinstance(answer, AtlasError):
            raise answer
        return answer

    frames = Frames(load)
    with pytest.raises(AtlasError, match="cut short"):
        frames.get(ONE)
    assert frames.get(ONE) is frames.held(ONE)
