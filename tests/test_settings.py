from __future__ import annotations

import json
import os
from dataclasses import asdict, fields, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from atlas.domain.errors import AtlasError
from atlas.settings import LARGEST_TEXT, SMALLEST_TEXT, THEMES, Loaded, Settings, change, load

CHOSEN = Settings("light", 120, letter_keys=False, level_inverted=True, notice_read=True)


@pytest.fixture
def path(tmp_path) -> Path:
    return tmp_path / "config" / "settings.json"


def written(path, text: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def save(settings: Settings, path: Path) -> None:
    """As one who has read the file and chooses `settings` now."""
    change(path, load(path).settings, settings)


def test_what_is_saved_is_loaded(path):
    save(CHOSEN, path)
    assert load(path) == Loaded(CHOSEN)


def test_the_choices_tried_differ_from_those_at_first():
    assert all(getattr(CHOSEN, f.name) != f.default for f in fields(Settings))


def test_at_first_there_is_no_file_and_no_notice(path):
    assert load(path) == Loaded(Settings())


def test_saving_again_leaves_only_the_settings(path):
    save(Settings(), path)
    save(CHOSEN, path)
    assert load(path).settings == CHOSEN
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "pink"), ("theme", 5), ("theme", None), ("theme", ["dark"]), ("theme", {}),
        ("text_size", SMALLEST_TEXT - 1), ("text_size", LARGEST_TEXT + 1), ("text_size", "100"),
        ("text_size", 100.0), ("text_size", True), ("text_size", float("nan")),
        ("letter_keys", 0), ("letter_keys", "yes"), ("level_inverted", 1), ("notice_read", None),
    ],
)  # fmt: skip
def test_a_wrong_value_falls_back_alone_with_a_notice(path, name, value):
    written(path, json.dumps(asdict(CHOSEN) | {name: value}))
    loaded = load(path)
    for setting in fields(Settings):
        right = setting.default if setting.name == name else getattr(CHOSEN, setting.name)
        assert getattr(loaded.settings, setting.name) == right
    (notice,) = loaded.notices
    assert notice == f"The setting `{name}` cannot be {value!r}; it is as at first."


@pytest.mark.parametrize("theme", THEMES)
def test_every_theme_may_be_chosen(path, theme):
    assert load(written(path, json.dumps({"theme": theme}))) == Loaded(Settings(theme=theme))


@pytest.mark.parametrize("size", [SMALLEST_TEXT, LARGEST_TEXT])
def test_the_smallest_and_the_largest_text_may_be_chosen(path, size):
    assert load(written(path, json.dumps({"text_size": size}))).settings.text_size == size


def test_a_setting_of_another_version_is_passed_over(path):
    assert load(written(path, '{"new_in_2099": 1}')) == Loaded(Settings())


def test_two_wrong_values_are_two_notices(path):
    assert len(load(written(path, '{"theme": 1, "text_size": 1}')).notices) == 2


def test_a_long_wrong_value_is_cut_short(path):
    (notice,) = load(written(path, json.dumps({"theme": "x" * 100_000}))).notices
    assert len(notice) < 120


@pytest.mark.parametrize(
    "nonsense",
    [
        b"", b"\0\1\2\xff\xfe", b"{", b"theme = dark", b"{'theme': 'dark'}", b"nope",
        b"[" * 100_000, b'{"a": ' * 100_000, b'{"text_size": ' + b"9" * 5000 + b"}",
        json.dumps(asdict(CHOSEN)).encode("utf-16"), b"x" * 5_000_000,
    ],
    ids=range(11),
)  # fmt: skip
def test_a_file_of_nonsense_costs_the_choices_and_is_told(path, nonsense):
    loaded = load(written(path, nonsense))
    assert loaded.settings == Settings()
    said = "could not be read, so all settings are as at first; what it held is kept in"
    assert loaded.notices == (f"{path} {said} settings.json.damaged.",)
    assert path.with_name("settings.json.damaged").read_bytes() == nonsense
    assert not path.exists()


@pytest.mark.parametrize("other", ["[]", "5", '"dark"', "null", "true", '["theme"]', "NaN"])
def test_a_file_of_something_else_costs_the_choices_and_is_told(path, other):
    loaded = load(written(path, other))
    assert loaded.settings == Settings()
    assert loaded.notices[0].startswith(f"{path} could not be read")
    assert path.with_name("settings.json.damaged").read_text() == other


def test_a_file_with_the_mark_of_a_windows_editor_is_read(path):
    text = json.dumps(asdict(CHOSEN)).encode("utf-8-sig")
    assert load(written(path, text)) == Loaded(CHOSEN)


def test_a_file_damaged_while_the_program_runs_is_kept_as_well(path):
    written(path, "{")
    change(path, Settings(), CHOSEN)
    assert load(path) == Loaded(CHOSEN)
    assert path.with_name("settings.json.damaged").read_text() == "{"


def test_a_damaged_file_that_cannot_be_moved_is_never_saved_over(path, monkeypatch):
    def refused(*_):
        raise PermissionError(13, "Permission denied")

    written(path, "{")
    monkeypatch.setattr(Path, "replace", refused)
    said = f"{path} could not be read, so all settings are as at first."
    assert load(path).notices == (said,)
    with pytest.raises(AtlasError, match="Permission denied"):
        change(path, Settings(), CHOSEN)
    assert path.read_text() == "{"


def test_two_programs_do_not_undo_what_the_other_has_saved(path):
    here = there = load(path).settings
    change(path, here, replace(here, theme="light"))
    change(path, there, replace(there, text_size=150))
    assert load(path).settings == replace(Settings(), theme="light", text_size=150)


def test_a_choice_taken_back_is_saved_as_well(path):
    save(CHOSEN, path)
    change(path, CHOSEN, replace(CHOSEN, theme="system"))
    assert load(path).settings == replace(CHOSEN, theme="system")


def test_settings_of_a_newer_version_are_kept(path):
    written(path, '{"new_in_2099": [1], "theme": "light"}')
    save(replace(load(path).settings, text_size=90), path)
    kept = {"new_in_2099": [1], "theme": "light", "text_size": 90}
    assert json.loads(path.read_text()) == kept


def test_a_wrong_value_is_mended_with_the_next_choice(path):
    written(path, '{"theme": "pink"}')
    save(replace(load(path).settings, text_size=90), path)
    assert load(path) == Loaded(Settings(text_size=90))


def test_a_folder_in_the_place_of_the_file_is_told(path):
    path.mkdir(parents=True)
    assert load(path).settings == Settings()
    assert len(load(path).notices) == 1


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4)
    ),
    max_leaves=8,
)
NAMES = st.sampled_from([f.name for f in fields(Settings)])


@hypothesis_settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200, deadline=None
)
@given(JSON | st.dictionaries(NAMES, JSON | st.integers(0, 300) | st.sampled_from(THEMES)))
@example({"theme": "\ud800"})
@example({"text_size": 10**400})
def test_any_json_whatever_gives_settings(path, value):
    loaded = load(written(path, json.dumps(value)))
    assert loaded.settings.theme in THEMES
    assert type(loaded.settings.text_size) is int
    assert SMALLEST_TEXT <= loaded.settings.text_size <= LARGEST_TEXT
    for name in ("letter_keys", "level_inverted", "notice_read"):
        assert type(getattr(loaded.settings, name)) is bool
    save(loaded.settings, path)
    assert load(path) == Loaded(loaded.settings)


# What cannot be saved


def test_a_folder_that_cannot_be_made_is_told_in_one_sentence(tmp_path):
    (tmp_path / "config").touch()
    with pytest.raises(AtlasError) as caught:
        save(CHOSEN, tmp_path / "config" / "settings.json")
    said = str(caught.value)
    assert said.startswith(f"Your settings could not be saved in {tmp_path / 'config'}: ")
    assert said.count("\n") == 0
    assert said.endswith(".")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write")
def test_a_folder_that_may_not_be_written_is_told(path):
    path.parent.mkdir()
    path.parent.chmod(0o500)
    with pytest.raises(AtlasError, match="Permission denied"):
        save(CHOSEN, path)


@pytest.mark.parametrize(("owner", "step"), [(os, "fdopen"), (Path, "replace")])
def test_a_disk_that_fills_up_costs_nothing_that_was_saved(path, monkeypatch, owner, step):
    save(CHOSEN, path)

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(owner, step, full)
    with pytest.raises(AtlasError, match="No space left on device"):
        save(Settings(), path)
    assert load(path) == Loaded(CHOSEN)
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


def test_the_file_is_replaced_whole(path, monkeypatch):
    """Who reads at any moment reads the old choices or the new ones."""
    save(Settings(), path)
    seen = []
    move = Path.replace

    def watched(self, target):
        seen.append(load(path).settings)
        seen.append(load(self).settings)
        return move(self, target)

    monkeypatch.setattr(Path, "replace", watched)
    save(CHOSEN, path)
    assert seen == [Settings(), CHOSEN]


def test_every_setting_says_what_it_is_for():
    assert all(setting.metadata["help"] for setting in fields(Settings))
