"""JSON and TOML from anybody are read within bounds, or refused with a ValueError."""

import numpy as np
import pytest

from engine.errors import KpvpError, TrainingError, refused_by_system
from engine.foreign_data import from_json, parsed_toml
from engine.inputs import action_weights, given_latent, parse_action
from engine.networks.spec import NetworkSpec
from training.runs import config

DEEP = "[" * 100_000 + "]" * 100_000


@pytest.mark.parametrize(
    "text",
    ["", "{", DEEP, "[" * 200 + "]" * 200, "1" + "0" * 400, "9" * 6000, "1e400", "NaN", '"\\ud800"', b"\xff", "1 2"],
)
def test_what_no_reader_has_a_use_for_is_refused(text):
    with pytest.raises(ValueError):
        from_json(text)


def test_what_is_meant_is_read():
    assert from_json('{"a": [1, -2.5, true, null, "\\ud83d\\ude00"]}') == {"a": [1, -2.5, True, None, "😀"]}


@pytest.mark.parametrize(
    "text",
    [
        f"seed = {DEEP}",
        "seed = " + "9" * 6000,
        "seed = 0x" + "f" * 6000,
        "seed = inf",
        "loop.log_every = nan",
        "[optimizer.a]\n" + "a." * 5000 + "b = 1",
        "[network]\nsoftargmax_scale = 1" + "0" * 400,
        "[keypoints]\nrate = 1" + "0" * 400,
    ],
)
def test_settings_are_refused_with_a_short_sentence(text):
    with pytest.raises(KpvpError) as refused:
        config.parse(text).spec(3)
    assert len(str(refused.value)) < 2100


@pytest.mark.parametrize("value", [DEEP, "9" * 6000, "0x" + "f" * 6000, "\0", "1e400"])
def test_a_change_of_a_setting_is_refused_too(value):
    with pytest.raises(TrainingError):
        config.load("tiny", [f"keypoints.rate={value}"])


@pytest.mark.parametrize("number", [10**400, -(10**400), "1e999"])
def test_numbers_too_large_are_no_weights_and_no_latents(number):
    for wrong in ({"squats": number}, [number, 1], parse_action("squats=1" + "0" * 400)):
        with pytest.raises(KpvpError):
            action_weights(wrong, ("squats", "waving"))
    with pytest.raises(KpvpError):
        given_latent(np.array([number], object), 1)
    with pytest.raises(KpvpError):
        NetworkSpec.from_json({"softargmax_scale": number})


def test_a_sentence_stays_one_whatever_it_quotes():
    error = KpvpError("x\x1b[31m\x07" * 100_000, "y" * 300_000)
    assert len(str(error)) < 2100 and str(error).replace("…", "").isprintable()


def test_what_the_system_refuses_becomes_a_sentence(tmp_path):
    with pytest.raises(OSError) as refused:
        (tmp_path / ("n" * 300)).stat()
    sentence = refused_by_system(refused.value)
    assert "too long" in sentence.what and len(sentence.what) < 300 and sentence.remedy


@pytest.mark.parametrize("text", ["a = " + "[" * 5000, "a = " + "9" * 5000, "a = 99999999999999999999", "a"])
def test_a_table_that_is_refused_is_a_value_error(text):
    with pytest.raises(ValueError):
        parsed_toml(text)


def test_a_table_is_read():
    assert parsed_toml("a = 1\n[b]\nc = 'd'\n") == {"a": 1, "b": {"c": "d"}}
