"""Settings are described once: what --describe says is what is accepted, and a refusal names key, value and range."""

import dataclasses
import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import tomli_w

from engine.errors import TrainingError
from engine.networks.spec import NetworkSpec
from training.description import description
from training.runs import config
from training.runs.checking import check_settings
from training.runs.estimate import stage_costs
from training.runs.schema import all_settings, values_of
from training.runs.settings import SettingError
from training.runs.speeds import earlier_speeds, later_in_steps

ROOT = Path(__file__).parents[3]


def test_every_setting_has_a_help_and_its_default_is_accepted():
    for setting in all_settings():
        assert setting.help.endswith("."), setting.name
        assert setting.level in ("basic", "expert")
        assert setting.checked(json.loads(json.dumps(setting.to_json()))["default"]) == setting.default


def test_every_field_of_the_networks_is_a_setting_but_what_follows_from_sizes_and_data():
    named = {setting.key for setting in all_settings() if setting.section == "network"}
    assert {f.name for f in dataclasses.fields(NetworkSpec)} - named == {"image_size", "n_actions"}


def test_every_presets_values_make_the_same_run_again():
    for preset in description()["presets"]:
        values = dict(preset["values"])
        text = tomli_w.dumps(values.pop("") | values)
        again, first = config.parse(text), config.load(preset["name"])
        assert again.spec(3) == first.spec(3)
        assert dataclasses.replace(again, network={}) == dataclasses.replace(first, network={})
        assert preset["summary"] and preset["for"] and preset["title"]


@pytest.mark.parametrize(
    ("line", "key", "said"),
    [
        ("keypoints.batch = 0", "keypoints.batch", "from 1 to 4096 pairs"),
        ("keypoints.rate = nan", "keypoints.rate", "a number from"),
        ("keypoints.gap = [3]", "keypoints.gap", "2 whole numbers"),
        ("keypoints.gap = [9, 3]", "keypoints.gap", "smaller number first"),
        ("keypoints.sizes = [64, 96]", "keypoints.sizes", "twice"),
        ("keypoints.sizes = [64]", "keypoints.steps", "1 numbers of steps"),
        ("keypoints.perceptual_features = 'vgg'", "keypoints.perceptual_features", '"vgg19"'),
        ("motion.flip = 1", "motion.flip", "true or false"),
        ("network.n_keypoints = 1000", "network.n_keypoints", "from 1 to 256"),
        ("network.stages = 3", "network.stages", "Known ones"),
        ("network.carried_stages = 7", "network", "sizes"),
        ("loop = 3", "loop", r"\[loop\]"),
        ("name = 'a/b'", "name", "letters"),
        ("data.workers = 'two'", "data.workers", "from 1 to 256"),
    ],
)
def test_what_does_not_fit_is_refused_by_key_value_and_range(line, key, said):
    with pytest.raises(SettingError, match=said) as caught:
        config.parse(line)
    assert caught.value.key == key
    answer = check_settings(line)
    assert not answer["ok"] and answer["key"] == key and answer["what"] and answer["remedy"]


def test_a_check_estimates_more_time_for_more_steps_and_more_memory_for_a_larger_batch():
    small = check_settings("keypoints.sizes = [64]\nkeypoints.steps = [100]\nkeypoints.batch = 4")["estimate"]
    large = check_settings("keypoints.sizes = [64]\nkeypoints.steps = [400]\nkeypoints.batch = 64")["estimate"]
    assert [stage["name"] for stage in small["per_stage"]] == ["keypoints-64", "motion"]
    assert large["per_stage"][0]["seconds"] > 20 * small["per_stage"][0]["seconds"]
    assert large["memory_mb"] > small["memory_mb"]


@pytest.mark.parametrize("kind", ["drawing", "moving"])
def test_the_count_of_multiply_adds_is_that_of_the_networks(kind):
    import torch
    from torch.utils.flop_counter import FlopCounterMode

    from engine.networks.detector import Detector
    from engine.networks.translators import TRANSLATORS

    lines = "keypoints.sizes=[64]\nkeypoints.steps=[1]\nkeypoints.batch=1\nkeypoints.equivariance=0.0"
    settings = config.parse(lines, [f'network.translator="{kind}"'])
    settings = dataclasses.replace(settings, keypoints=dataclasses.replace(settings.keypoints, perceptual=0.0))
    spec = dataclasses.replace(settings.spec(1))
    picture, keypoints = torch.zeros(1, 3, 64, 64), torch.zeros(1, spec.n_keypoints, 2)
    with FlopCounterMode(display=False) as counter, torch.no_grad():
        detector, translator = Detector(spec).eval(), TRANSLATORS[kind].network_class()(spec).eval()
        detector(picture), detector(picture), translator(picture, keypoints, keypoints)
    assert stage_costs(settings)[0].multiply_adds == pytest.approx(3 * counter.get_total_flops() / 2, rel=0.05)


def test_a_world_with_its_truth_takes_more_of_the_disk():
    plain, known = (check_settings(f"data.truth = {truth}")["estimate"]["disk_mb"] for truth in ("false", "true"))
    assert known > 2 * plain


def test_earlier_runs_tell_how_fast_this_machine_is(tmp_path):
    run = tmp_path / "run"
    run.mkdir()
    settings = config.load("tiny")
    (run / "config.toml").write_text(settings.to_toml())
    line = {"time": 0, "event": "losses", "stage": "motion", "step": 5, "steps": 9, "steps_per_s": 2.0}
    (run / "events.jsonl").write_text(json.dumps(line) + "\n")
    motion = stage_costs(settings)[-1]
    assert earlier_speeds(tmp_path) == {"motion": 2.0 * motion.multiply_adds}


def test_the_rest_of_a_run_is_told_in_steps_of_the_present_stage(tmp_path, monkeypatch):
    monkeypatch.setenv("KPVP_RUNS_DIR", str(tmp_path))
    settings = config.load("tiny", ["keypoints.steps=[100]", "motion.steps=50"])
    (tmp_path / "run").mkdir()
    (tmp_path / "run" / "config.toml").write_text(settings.to_toml())
    rates = {"keypoints-64": 2.0, "motion": 5.0}
    lines = [{"event": "losses", "stage": s, "step": 9, "steps_per_s": r} for s, r in rates.items()]
    (tmp_path / "run" / "events.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    # 50 steps at 5 per second are 10 s, or 20 steps at 2 per second.
    assert later_in_steps(settings, "keypoints-64") == pytest.approx(20, abs=0.5)
    assert later_in_steps(settings, "motion") == later_in_steps(settings, "unheard of") == 0


def test_a_checks_estimate_is_measured_when_a_like_run_went_before(tmp_path, monkeypatch):
    monkeypatch.setenv("KPVP_RUNS_DIR", str(tmp_path))
    text = config.load("tiny", ["keypoints.steps=[100]", "motion.steps=50"]).to_toml()
    assert not check_settings(text)["estimate"]["measured"]
    (tmp_path / "run").mkdir()
    (tmp_path / "run" / "config.toml").write_text(text)
    lines = [{"event": "losses", "stage": s, "step": 9, "steps_per_s": 10.0} for s in ("keypoints-64", "motion")]
    (tmp_path / "run" / "events.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    estimate = check_settings(text)["estimate"]
    assert estimate["measured"] and estimate["seconds"] == pytest.approx(15.0, abs=0.2)


def test_describe_and_check_answer_without_loading_torch(tmp_path):
    code = (
        "import sys; from training.commands import train; import argparse\n"
        "print(train.run(argparse.Namespace(describe=sys.argv[1] == 'd', check=sys.argv[1] == 'c')).text)\n"
        "assert 'torch' not in sys.modules"
    )
    for what, text in (("d", b""), ("c", b"seed = 1")):
        done = subprocess.run([sys.executable, "-c", code, what], input=text, capture_output=True, cwd=ROOT, check=True)
        assert json.loads(done.stdout).keys() >= ({"presets", "settings"} if what == "d" else {"ok", "estimate"})


def test_a_presets_own_description_is_no_setting_of_the_run():
    assert "about" in tomllib.loads(config.preset_text("tiny"))
    assert "about" not in tomllib.loads(config.load("tiny").to_toml())
    assert values_of(config.load("tiny"))["keypoints"]["sizes"] == [64]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are of POSIX")
def test_a_pipe_that_is_called_a_preset_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.toml")
    with pytest.raises(TrainingError, match="no file"):
        config.load(str(tmp_path / "pipe.toml"))
