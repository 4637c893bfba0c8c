"""A run that starts from a model has networks of its kind, unless it asks for others."""

import pytest

from engine.models.library import find_model
from training.runs import config
from training.runs.adoption import adopted
from training.runs.checking import check_settings


@pytest.fixture
def people():
    """The bundled model, which moves pixels and has a trunk."""
    return str(find_model("people").path)


def test_a_model_that_moves_pixels_goes_on_moving_them(people):
    run = adopted(config.load("people", [f'init="{people}"']))
    assert run.network["translator"] == "moving" and run.network["trunk"] == "efficientnet-lite0"
    assert run.keypoints.sizes == (128,) and run.keypoints.steps == (config.load("people").keypoints.steps[-1],)
    run.spec(9)


def test_what_is_asked_for_stays(people):
    asked = config.load("people", [f'init="{people}"', 'network.translator="drawing"'])
    assert adopted(asked) is asked


@pytest.mark.parametrize("init", ["", "no such model"])
def test_nothing_is_adopted_from_nothing(init):
    asked = config.load("people", [f'init="{init}"'])
    assert adopted(asked) is asked


def test_a_run_hands_on_its_kind(tmp_path, people):
    first = adopted(config.load("people", [f'init="{people}"']))
    (tmp_path / "config.toml").write_text(first.to_toml())
    second = adopted(config.load("animals", [f'init="{tmp_path}"']))
    assert second.network["translator"] == "moving" and second.network["prior_spread"] == 2.05


def test_the_dialog_counts_the_networks_that_will_be_trained(people):
    alone, from_model = (check_settings(f'preset = "people"{line}') for line in ("", f'\ninit = "{people}"'))
    stages = [[stage["name"] for stage in answer["estimate"]["per_stage"]] for answer in (alone, from_model)]
    assert stages == [["keypoints-64", "keypoints-128", "motion"], ["keypoints-128", "motion"]]
