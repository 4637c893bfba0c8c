"""Four runs that differ in their translator alone are trained, measured alike, and gone on with where they were."""

import json
from dataclasses import asdict, dataclass

import numpy as np
import pytest
import torch

from engine.errors import TrainingError
from tests.training.moving_square import MovingSquare, SquareClip
from tests.training.test_pipeline import QUICK
from training.evaluation import judge_cache
from training.report import ablation
from training.report.ablation import folder_name, row_settings, run_ablation
from training.report.ablation_rows import ROWS, ablation_rows
from training.store import frame_store
from training.worlds import registry


@dataclass(frozen=True)
class JointedClip(SquareClip):
    joint_names: tuple[str, ...] = ("middle",)

    @property
    def joints(self):
        """The square's middle."""
        found = []
        for silhouette in self.silhouette:
            rows, columns = np.nonzero(silhouette)
            found.append((columns.mean(), rows.mean()))
        return (np.array(found)[:, None] / (self.frames.shape[1] - 1) * 2 - 1).astype(np.float32)


class JointedSquares(MovingSquare):
    def clips(self, seeds, size=128, workers=1, truth=False):
        for clip in super().clips(seeds, size, workers, truth):
            yield JointedClip(clip.frames, clip.action, clip.truth)


@pytest.fixture
def squares(monkeypatch, tmp_path):
    torch.set_num_threads(1)
    monkeypatch.setattr(registry, "open_world", lambda name, characters=None: JointedSquares())
    monkeypatch.setattr(frame_store, "cache_root", lambda: tmp_path / "cache")
    monkeypatch.setattr(judge_cache, "_folder", lambda: tmp_path / "judges")
    monkeypatch.setattr(judge_cache, "_TRAINING_CLIPS", 8)
    monkeypatch.setattr(judge_cache, "_CHECK_CLIPS", 2)
    monkeypatch.setattr(judge_cache, "_EPOCHS", 1)


def test_rows_differ_in_their_translator_and_in_nothing_else():
    settings = {row: row_settings(row, "tiny", ["keypoints.steps=[5]"]) for row in ROWS}
    specs = {row: each.spec(2) for row, each in settings.items()}
    assert not specs["Base"].source_keypoints and not specs["Base"].background_mask
    assert specs["Base + k"].source_keypoints and not specs["Base + k"].background_mask
    assert specs["Base + k + bg"].background_mask and specs["Base + k + bg"].translator == "drawing"
    assert specs["Moving pixels"].translator == "moving"
    assert {spec.carried_stages for spec in specs.values()} == {0}
    plain = []
    for each in settings.values():
        values = asdict(each)
        values.pop("network"), values.pop("name"), values.pop("title")
        plain.append(values)
    assert all(values == plain[0] for values in plain)
    assert plain[0]["keypoints"]["steps"] == (5,) and not plain[0]["data"]["truth"]
    assert [folder_name(row) for row in ROWS] == ["base", "base-k", "base-k-bg", "moving-pixels"]


def test_four_runs_are_trained_measured_and_not_done_again(squares, tmp_path, monkeypatch):
    out = tmp_path / "ablation"
    steps = ["keypoints.sizes=[32]", "keypoints.steps=[3]", "motion.steps=2"]
    found = run_ablation("tiny", out, [*QUICK, *steps], clips=4, fitting=6)
    assert list(found["rows"]) == list(ROWS)
    for scores in found["rows"].values():
        assert scores["clips"] == 4 and "psnr_moving" in scores and "judge_accuracy" in scores
    assert json.loads((out / "ablation.json").read_text()) == found
    assert ablation_rows(out)["Moving pixels"] == found["rows"]["Moving pixels"]

    monkeypatch.setattr(ablation, "measure_system", lambda *_: pytest.fail("measured again"))
    before = {path: path.stat().st_mtime_ns for path in out.rglob("model.safetensors")}
    assert run_ablation("tiny", out, [*QUICK, *steps], clips=4, fitting=6) == found
    assert {path: path.stat().st_mtime_ns for path in out.rglob("model.safetensors")} == before


def test_rows_that_are_not_there_yet_are_said_to_be_missing_and_a_folder_of_none_is_refused(tmp_path):
    (tmp_path / "ablation.json").write_text('{"rows": {"Base": {"clips": 3}}}')
    assert ablation_rows(tmp_path)["Base + k"] == "not trained yet"
    (tmp_path / "ablation.json").write_text("[]")
    with pytest.raises(TrainingError, match="no ablation"):
        ablation_rows(tmp_path)


@pytest.mark.parametrize("rows", [{"Base": {}}, {"Base": 5}, {"Base": {"clips": 3, "psnr_moving": "x"}}, [], 7])
def test_rows_that_are_no_scores_are_refused(tmp_path, rows):
    (tmp_path / "ablation.json").write_text(json.dumps({"rows": rows}), "utf-8")
    with pytest.raises(TrainingError, match="holds no ablation"):
        ablation_rows(tmp_path)
