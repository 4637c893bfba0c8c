"""The rulers measure what they say: known inputs give known scores, and a report can be read."""

import argparse
import json
from dataclasses import dataclass
from fractions import Fraction

import cv2
import numpy as np
import pytest
import torch
from PIL import Image

from engine.commands.command import run_command
from engine.errors import TrainingError
from engine.models.bundle import read_card
from engine.networks.spec import NetworkSpec
from training.commands import evaluate as evaluate_command
from training.evaluation import calibration, judge_cache
from training.evaluation import evaluate as evaluation
from training.evaluation.card_scores import write_scores
from training.evaluation.held_out import held_out_clips
from training.evaluation.judge import FRAMES, SIDE, Judge, as_judged, certainty, train_judge, verdicts
from training.evaluation.reconstruction import mask_overlap, moving_region, psnr_inside
from training.evaluation.rulers.diversity import displacement, pairwise_distance, real_pairwise_distance
from training.evaluation.rulers.figure_coverage import has_keypoint, on_figure
from training.evaluation.rulers.frechet import frechet_distance
from training.evaluation.rulers.landmarks import distances_pct, landmark_map, mapped
from training.evaluation.scores import conditioning_scores, redrawn_accuracy
from training.evaluation.strangers import FITTED, UNSEEN, emptied, made_up
from training.evaluation.subject import Rendered, Subject
from training.worlds import registry
from training.worlds.world import World


def landmark_errors(keypoints, joints, mapping, side):
    return distances_pct(mapped(keypoints, mapping, joints.shape[1]), joints, side).mean(0)


def landmark_error(keypoints, joints, mapping, side):
    return landmark_errors(keypoints, joints, mapping, side).mean()


def mean_pose_error(training_joints, joints, side):
    return distances_pct(training_joints.mean(0, keepdims=True), joints, side).mean()


@dataclass(frozen=True)
class DiscClip:
    frames: np.ndarray
    joints: np.ndarray
    silhouette: np.ndarray
    action: int
    joint_names: tuple[str, ...] = ("centre", "below", "corner")


class Discs(World):
    """A disc that swings sideways, bounces, or grows and shrinks: three actions to be recognised by movement alone."""

    name, version, actions, fps = "discs", "1", ("squats", "golf_swing", "pull_ups"), Fraction(25)

    def clips(self, seeds, size=128, workers=1, truth=False):
        for seed in seeds:
            yield self.clip(seed, size)

    def clip(self, seed, size=128, n_frames=33, truth=False):
        rng = np.random.default_rng(seed)
        action, phase = seed % 3, rng.uniform(0, 6)
        swing = np.sin(np.linspace(0, 7, 33) + phase) * 0.3
        x, y = (0.5 + swing * (action == kind) + rng.uniform(-0.1, 0.1) for kind in (0, 1))
        radius = 0.15 + 0.3 * swing * (action == 2)
        ground = cv2.resize(rng.integers(0, 120, (4, 4, 3)).astype(np.uint8), (size, size))
        frames = np.repeat(ground[None], 33, 0)
        silhouette = np.zeros((33, size, size), np.uint8)
        for t in range(33):
            for canvas, colour in ((frames[t], (230, 210, 90)), (silhouette[t], 255)):
                cv2.circle(canvas, (int(x[t] * size), int(y[t] * size)), int(radius[t] * size), colour, -1)
        centre = np.stack([x, y], -1)
        joints = np.stack([centre, centre + np.array([0, 0.1]), centre - radius[:, None]], 1)
        return DiscClip(frames, (joints * 2 - 1).astype(np.float32), silhouette, action)


@pytest.fixture
def discs(monkeypatch, tmp_path):
    """The world of discs in place of the worlds by name, with a judge's cache of its own."""

    def open_world(name, characters=None):
        if name != "discs":
            raise TrainingError(f"There is no world {name!r}.", "Choose discs.")
        return Discs()

    monkeypatch.setattr(registry, "open_world", open_world)
    monkeypatch.setattr(judge_cache, "_folder", lambda: tmp_path / "judges")
    monkeypatch.setattr(judge_cache, "_TRAINING_CLIPS", 60)
    monkeypatch.setattr(judge_cache, "_CHECK_CLIPS", 9)
    monkeypatch.setattr(judge_cache, "_EPOCHS", 2)
    return Discs()


def test_joints_that_are_a_linear_map_of_keypoints_have_no_landmark_error():
    rng = np.random.default_rng(0)
    keypoints, mix = rng.uniform(-1, 1, (200, 5, 2)), rng.normal(0, 0.2, (10, 8))
    joints = (keypoints.reshape(200, 10) @ mix + 0.3).reshape(200, 4, 2)
    mapping = landmark_map(keypoints[:150], joints[:150])
    assert landmark_error(keypoints[150:], joints[150:], mapping, 128) < 0.05
    joints[150:, 1] += 0.1 * np.sqrt([0.5, 0.5])
    one_off = landmark_errors(keypoints[150:], joints[150:], mapping, 128)
    assert one_off[1] == pytest.approx(0.05 * 127 / 128 * 100, abs=0.1) and np.delete(one_off, 1).max() < 0.05
    joints[150:, 1] -= 0.1 * np.sqrt([0.5, 0.5])
    without = landmark_map(keypoints[:150], joints[:150], intercept=False)
    assert landmark_error(keypoints[150:], joints[150:], without, 128) > 5


def test_keypoints_that_never_move_are_no_better_than_the_mean_pose():
    rng = np.random.default_rng(0)
    joints = rng.uniform(-1, 1, (300, 4, 2))
    parked = np.tile(rng.uniform(-1, 1, (1, 5, 2)), (300, 1, 1))
    mapping = landmark_map(parked[:200], joints[:200])
    baseline = mean_pose_error(joints[:200], joints[200:], 128)
    assert landmark_error(parked[200:], joints[200:], mapping, 128) == pytest.approx(baseline, rel=0.01)


def test_a_joint_off_by_one_pixel_in_a_hundred_is_one_percent():
    joints = np.zeros((10, 1, 2))
    moved = joints + np.array([2 / 99, 0])  # one pixel of a picture of 100 px
    assert mean_pose_error(joints, moved, 100) == pytest.approx(1.0)


def test_psnr_inside_the_moving_region_ignores_the_rest_and_still_frames():
    source = np.full((64, 64, 3), 100, np.uint8)
    truth = np.repeat(source[None], 2, 0)
    truth[1, 20:40, 20:40] = 200
    guess = truth.copy()
    guess[1, 20:40, 20:40] = 190
    guess[:, :10] = 0  # wrong, but nothing moves there
    region = moving_region(source, truth)
    assert not region[0].any()
    assert region[1, 19:41, 19:41].all() and not region[1, :15].any()
    values = psnr_inside(guess, truth, region)
    expected = 10 * np.log10(255**2 / (100 * 400 / 22**2))
    assert values == pytest.approx([expected], abs=0.01)


def test_a_mask_that_redraws_exactly_where_the_figure_was_and_will_be_overlaps_fully():
    source, target = np.zeros((2, 32, 32), np.uint8)
    source[4:10, 4:10] = 255
    target[4:10, 10:16] = 255
    mask = np.ones((1, 32, 32), np.float32)
    mask[0, 4:10, 4:16] = 0
    assert mask_overlap(mask, target[None], source) == pytest.approx([1.0])
    mask[0, 4:10, 10:16] = 1
    assert mask_overlap(mask, target[None], source) == pytest.approx([0.5])


def test_keypoints_just_outside_the_silhouette_count_as_on_the_figure_and_far_ones_do_not():
    silhouette = np.zeros((1, 101, 101), np.uint8)
    silhouette[0, 40:61, 40:61] = 255
    places = np.array([[50, 50], [63, 50], [65, 50], [5, 95]])  # x, y in pixels; the margin is 3
    keypoints = (places / 100 * 2 - 1)[None].astype(np.float32)
    assert on_figure(keypoints, silhouette).tolist() == [[True, True, False, False]]


def test_diversity_of_one_future_is_nothing_and_of_two_their_distance():
    still, moved = np.zeros((8, 3, 2)), np.full((8, 3, 2), 0.5)
    assert pairwise_distance(np.stack([still, still])) == 0
    assert pairwise_distance(np.stack([still, moved])) == pytest.approx(0.5 * np.sqrt(48))


def test_diversity_of_real_futures_compares_clips_of_one_class_aligned_at_their_start():
    k0 = np.array([[[0.0, 0.0]], [[0.5, 0.5]], [[0.0, 0.0]]])
    futures = np.stack([k0[0] + np.zeros((4, 1, 2)), k0[1] + np.zeros((4, 1, 2)), np.ones((4, 1, 2))])
    assert real_pairwise_distance(k0, futures, np.array([0, 0, 1])) == pytest.approx(0)
    assert np.isnan(real_pairwise_distance(k0, futures, np.array([0, 1, 2])))


def test_a_joint_has_a_keypoint_if_one_lies_within_5_percent_of_the_side():
    joints = np.array([[[0.0, 0.0], [0.5, 0.5]]])
    assert has_keypoint(np.array([[[0.09, 0.0], [0.5, 0.39]]]), joints).tolist() == [[True, False]]


def test_displacement_is_the_mean_distance():
    assert displacement(np.zeros((2, 4, 3, 2)), np.full((2, 4, 3, 2), 3.0)) == pytest.approx([np.sqrt(18)] * 2)


def test_frechet_distance_of_shifted_and_widened_gaussians_is_the_formula():
    rng = np.random.default_rng(0)
    first = rng.standard_normal((20_000, 3))
    assert frechet_distance(first, first) == pytest.approx(0, abs=1e-6)
    assert frechet_distance(first, first + np.array([3, 0, 0])) == pytest.approx(9, rel=1e-6)
    # The root of the covariance doubles: tr(C + 4 C - 2 * 2 C) = tr(C).
    assert frechet_distance(first, 2 * first) == pytest.approx(np.trace(np.cov(first.T)), rel=0.02)


def test_the_judge_learns_movements_and_sees_nothing_in_a_still_clip():
    clips = [Discs().clip(seed, 64) for seed in range(90)]
    pictures = np.stack([as_judged(clip.frames[1:]) for clip in clips])
    actions = np.array([clip.action for clip in clips])
    judge = train_judge(pictures[:75], actions[:75], 3, epochs=10)
    assert (verdicts(judge, pictures[75:])[0] == actions[75:]).mean() > 0.9
    still = np.repeat(pictures[75:, :1], FRAMES, 1)
    named, features = verdicts(judge, still)
    assert len(set(named)) == 1
    assert np.ptp(features, axis=0).max() < 1e-4


class Redrawer(Subject):
    """A subject that remembers clips and draws them again: as they were, or with the first frame standing still."""

    spec = NetworkSpec(n_frames=32)

    def __init__(self, clips, moves):  # without a model
        self.clips, self.moves = clips, moves

    def detect(self, frames):
        return np.zeros((len(frames), 2, 2), np.float32)

    def translate(self, source, source_keypoints, keypoints):
        (clip,) = (frames for frames in self.clips if np.array_equal(frames[0], source))
        frames = clip[1:] if self.moves else np.repeat(source[None], len(keypoints), 0)
        return Rendered(frames, frames, np.zeros(frames.shape[:3], np.float32))


def test_a_translator_that_draws_clips_perfectly_loses_no_action_and_one_that_copies_loses_most():
    clips = held_out_clips(Discs(), 30, 0, 64, lambda line: None)
    real = np.stack([as_judged(frames[1:]) for frames in clips.frames])
    judge = train_judge(real, clips.actions, 3, epochs=25)
    right = (verdicts(judge, real)[0] == clips.actions).mean()
    assert redrawn_accuracy(Redrawer(clips.frames, True), judge, clips) == right > 0.9
    assert redrawn_accuracy(Redrawer(clips.frames, False), judge, clips) == pytest.approx(1 / 3)


def test_the_judges_accuracy_is_told_action_by_action():
    clips = held_out_clips(Discs(), 30, 0, 64, lambda line: None)
    judge = train_judge(np.stack([as_judged(frames[1:]) for frames in clips.frames]), clips.actions, 3, epochs=25)
    made = [frames[1:] for frames in clips.frames]
    for still in np.flatnonzero(clips.actions == 0):
        made[still] = clips.frames[still, :1].repeat(32, 0)
    scores = conditioning_scores(judge, made, clips, clips, Discs.actions)
    by_action = scores["judge_accuracy_by_action"]
    assert list(by_action) == list(Discs.actions)
    assert np.mean(list(by_action.values())) == pytest.approx(scores["judge_accuracy"])
    assert by_action["squats"] in (0, 1) and by_action["golf_swing"] > 0.8


def certain_judge():
    """A judge whose logits are the first three features."""
    judge = Judge(3)
    with torch.no_grad():
        judge.classes.weight.copy_(torch.eye(3, 32))
        judge.classes.bias.zero_()
    return judge


def test_the_judges_certainty_is_that_worked_out_by_hand():
    sure = np.zeros((6, 32), np.float32)
    sure[np.arange(6), np.arange(6) % 3] = 1000
    scores = certainty(certain_judge(), sure)  # every clip plainly of a class, all classes alike
    assert scores["inception_score"] == pytest.approx(3) and scores["entropy"] == pytest.approx(np.log(3))
    assert scores["entropy_within"] == pytest.approx(0, abs=1e-6)
    unsure = certainty(certain_judge(), np.zeros((6, 32), np.float32))
    assert unsure["inception_score"] == pytest.approx(1) and unsure["entropy_within"] == pytest.approx(np.log(3))
    one = certainty(certain_judge(), sure[[0, 0, 0]])
    assert one["inception_score"] == pytest.approx(1) and one["entropy"] == pytest.approx(0, abs=1e-6)


def test_the_judge_looks_at_evenly_spaced_small_frames():
    assert as_judged(np.zeros((32, 128, 128, 3), np.uint8)).shape == (FRAMES, SIDE, SIDE)


def test_a_judge_is_trained_once_and_then_read_from_the_cache(discs):
    lines = []
    first, accuracy = judge_cache.judge_of_world(discs, 64, 32, lines.append)
    assert any("epoch" in line for line in lines)
    lines.clear()
    second, again = judge_cache.judge_of_world(discs, 64, 32, lines.append)
    assert not lines and accuracy == again
    clip = as_judged(discs.clip(5, 64).frames[1:])[None]
    np.testing.assert_array_equal(verdicts(first, clip)[1], verdicts(second, clip)[1])


def test_a_damaged_cached_judge_is_trained_again(discs, tmp_path):
    judge_cache.judge_of_world(discs, 64, 32)
    (cached,) = (tmp_path / "judges").iterdir()
    cached.write_bytes(b"not a judge")
    lines = []
    judge_cache.judge_of_world(discs, 64, 32, lines.append)
    assert any("epoch" in line for line in lines)


def test_evaluate_prints_every_score_as_one_json_object_and_leaves_a_report(discs, tiny_model, tmp_path, capsys):
    out = tmp_path / "report"
    options = {"clips": 6, "seed": 3, "characters": None, "pose": None, "i3d": None, "json": True}
    args = argparse.Namespace(model=str(tiny_model), data="discs", out=out, **options)
    assert run_command(evaluate_command, args) == 0
    scores = json.loads(capsys.readouterr().out)
    wanted = (
        "clips, landmark_error_pct, mean_pose_error_pct, psnr_moving, psnr_copy_moving, mask_iou, keypoints_on_figure, "
        "landmark_error_by_joint_pct, joint_has_keypoint, "
        "judge_accuracy, judge_accuracy_by_action, judge_accuracy_redrawn, judge_accuracy_real, "
        "apd, apd_real, ade_best10, ade_z0, frechet"
    )
    assert set(wanted.split(", ")) <= set(scores)
    assert scores["clips"] == 6
    assert {"fde_best10", "fde_z0", "ssim_redrawn", "ssim_copy", "feature_distance_redrawn"} <= set(scores)
    for key in ("psnr_moving", "ade_best10", "judge_accuracy", "landmark_error_pct", "ssim_redrawn"):
        low, high = scores["intervals"][key]
        assert low <= scores[key] <= high
    assert scores["intervals"]["frechet"]["judge"][0] <= scores["frechet"]["judge"]
    assert "fvd" not in scores
    assert set(scores["frechet"]) == {"judge", "EfficientNet-Lite0 frames"}
    assert json.loads((out / "report.json").read_text())["scores"] == scores
    assert "psnr_moving" in (out / "report.md").read_text()
    assert "| fvd |" not in (out / "report.md").read_text()
    with Image.open(out / "contact_sheet.png") as sheet:
        assert sheet.width > 9 * 96


class Grey(torch.nn.Module):
    """In the place of I3D: 400 numbers, of which the first says how bright a clip is."""

    def forward(self, video: torch.Tensor) -> torch.Tensor:
        return torch.nn.functional.pad(video.mean((1, 2, 3, 4))[:, None], (0, 399))


def test_fvd_is_measured_where_there_is_a_network_for_it_and_says_of_what(discs, tiny_model, tmp_path):
    path = tmp_path / "i3d.pt"
    torch.jit.script(Grey()).save(str(path))
    scores = evaluation.evaluate(tiny_model, "discs", 6, fitting=9, i3d=path)
    low, high = scores["intervals"]["fvd"]
    assert 0 <= low <= scores["fvd"] <= high
    assert scores["fvd_of"]["frames"] == 32 and scores["fvd_of"]["clips"] == 6
    assert len(scores["fvd_of"]["i3d"]) == 64


def test_the_same_seed_gives_the_same_scores_and_another_seed_other_clips(discs, tiny_model):
    first, again, other = (evaluation.evaluate(tiny_model, "discs", 3, seed, fitting=9) for seed in (0, 0, 1))
    assert first == again
    assert first["psnr_moving"] != other["psnr_moving"]


def test_evaluating_on_actions_the_model_does_not_know_says_so(discs, tiny_model, monkeypatch):
    monkeypatch.setattr(Discs, "actions", ("squats", "golf_swing", "juggling"))
    with pytest.raises(TrainingError, match="juggling"):
        evaluation.evaluate(tiny_model, "discs", 3, fitting=6)


def test_a_folder_that_cannot_be_made_is_reported_before_anything_is_measured(discs, tiny_model, tmp_path):
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    with pytest.raises(TrainingError, match="cannot be made"):
        evaluation.evaluate(tiny_model, "discs", 3, out=in_the_way)


def test_no_clips_cannot_be_measured(tiny_model):
    with pytest.raises(TrainingError, match="at least one"):
        evaluation.evaluate(tiny_model, "discs", clips=0)


def test_scores_go_into_the_card_and_leave_the_weights_alone(tiny_model, tmp_path):
    copy = tmp_path / "copy.safetensors"
    copy.write_bytes(tiny_model.read_bytes())
    before = Subject.load(copy, "cpu").detect(np.zeros((1, 64, 64, 3), np.uint8))
    write_scores(copy, {"psnr_moving": 25.0})
    assert read_card(copy).scores == {"psnr_moving": 25.0}
    assert copy.stat().st_size < 1.1 * tiny_model.stat().st_size
    np.testing.assert_array_equal(Subject.load(copy, "cpu").detect(np.zeros((1, 64, 64, 3), np.uint8)), before)


def test_calibration_is_written_into_the_card_with_its_rates(discs, tiny_model, tmp_path, monkeypatch):
    copy = tmp_path / "copy.safetensors"
    copy.write_bytes(tiny_model.read_bytes())
    monkeypatch.setattr(calibration, "_CLIPS", 46)
    monkeypatch.setattr(calibration, "_PER_KIND", 10)
    rates = calibration.calibrate_on_world(copy, "discs")
    assert {"held_out", "strangers", *FITTED, *UNSEEN} <= set(rates)
    assert rates["strangers"] > rates["held_out"]
    assert read_card(copy).familiarity["fires_on"] == rates


@pytest.mark.parametrize("kind", [*FITTED, *UNSEEN])
def test_made_up_pictures_are_pictures_and_follow_their_seed(kind):
    first, again, other = (made_up(kind, np.random.default_rng(seed), 64) for seed in (1, 1, 2))
    assert first.shape == (64, 64, 3) and first.dtype == np.uint8
    np.testing.assert_array_equal(first, again)
    assert np.abs(first.astype(int) - other).mean() > 1


def test_an_emptied_place_keeps_its_surroundings_and_loses_its_figure():
    picture = np.full((64, 64, 3), 80, np.uint8)
    silhouette = np.zeros((64, 64), np.uint8)
    picture[20:50, 25:40], silhouette[20:50, 25:40] = 220, 255
    assert np.abs(emptied(picture, silhouette).astype(int) - 80).max() <= 4
