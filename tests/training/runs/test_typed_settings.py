"""Settings as text: what is typed into a field, what is shown of a value, what is written as TOML; and free folders."""

import tomllib
from pathlib import Path

import pytest

from training.runs import toml_text
from training.runs.schema import schema
from training.runs.settings import Setting
from training.runs.summary import free_folder


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("int", "12", 12),
        ("float", "1e-3", 0.001),
        ("ints", "64, 128", [64, 128]),
        ("floats", "0.5 .99", [0.5, 0.99]),
        ("str", " a b ", "a b"),
        ("strs", "squats, golf swing", ["squats", "golf swing"]),
    ],
)
def test_values_survive_being_shown_and_typed(kind, text, value):
    setting = Setting("s", "k", kind)
    assert setting.parse(text) == value
    assert setting.parse(setting.text(value)) == value


@pytest.mark.parametrize("kind", ["int", "float", "ints", "floats"])
@pytest.mark.parametrize("text", ["", "x", "nan", "inf", "1,,x"])
def test_what_is_no_number_is_refused(kind, text):
    with pytest.raises(ValueError, match="Type"):
        Setting("s", "k", kind).parse(text)


def test_values_in_toml_are_read_back_as_they_were():
    for value in (1, 0.00001, True, 'a "b" \\ ü\n', [64, 128], [], ["x"]):
        assert tomllib.loads(f"v = {toml_text.value_text(value)}")["v"] == value
    values = {"title": "People", "data": {"source": "people"}, "keypoints": {"steps": [6000, 4000], "batch": 16}}
    values = toml_text.merged(values, {"keypoints.batch": 3, "title": "T", "init": None})
    assert tomllib.loads(toml_text.to_toml(values))["keypoints"]["batch"] == 3


def test_the_real_presets_fit_the_form():
    """What is shown of a preset's value is read back as that value."""
    real = schema()
    assert {"people", "tiny"} <= {preset.name for preset in real.presets}
    for preset in real.presets:
        for setting in real.settings:
            value = preset.value(setting)
            if value not in (None, "", []) and setting.type != "bool":
                assert setting.parse(setting.text(value)) == value, (preset.name, setting.name)
    assert 3 <= sum(setting.level == "basic" for setting in real.settings) <= 30


def test_starting_looks_for_a_free_folder(tmp_path):
    root = tmp_path / "runs"
    (root / "a-b").mkdir(parents=True)
    assert free_folder(root, " A/b ").name == "a-b-2"
    assert free_folder(root, "../..").parent == root
    assert Path(free_folder(root, "动作")).name == "动作"
