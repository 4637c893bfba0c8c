"""A compared system is measured by what it has: its clips' actions and how like real clips they are."""

import json

import pytest

from engine.errors import TrainingError
from tests.engine.systems.test_system_predictor import bundle
from tests.training.evaluation.test_evaluation import discs  # noqa: F401  a world of three actions
from training.baselines.evaluate_system import evaluate_system, is_system


@pytest.fixture
def system(tmp_path):
    return bundle(tmp_path, "mocogan", size=32, frames=8, actions=("squats", "golf_swing", "pull_ups"))


def test_it_gets_the_scores_that_need_frames_alone_and_a_report(discs, system, tmp_path):  # noqa: F811
    assert is_system(system)
    scores = evaluate_system(system, "discs", clips=6, seed=1, out=tmp_path / "report")
    assert scores["clips"] == 6 and 0 <= scores["judge_accuracy"] <= 1
    assert set(scores["frechet"]) == set(scores["frechet_real"]) == set(scores["frechet_copy"])
    assert len(scores["frechet"]) == 2
    pictures = next(name for name in scores["frechet"] if name != "judge")
    assert scores["frechet"][pictures] > scores["frechet_real"][pictures]  # an untrained system is far from real
    assert scores["frechet"][pictures] > scores["frechet_copy"][pictures]  # further than the photo left as it is
    assert not any(key.startswith(("landmark", "psnr", "mask", "ade", "apd")) for key in scores)
    written = json.loads((tmp_path / "report" / "report.json").read_text())
    assert written["system"] == "mocogan" and written["scores"] == scores
    assert (tmp_path / "report" / "contact_sheet.png").stat().st_size > 1000


def test_clips_of_other_actions_are_refused(discs, tmp_path):  # noqa: F811
    with pytest.raises(TrainingError, match="does not know the action 'squats'"):
        evaluate_system(bundle(tmp_path, "mocogan", size=32), "discs", clips=3)
