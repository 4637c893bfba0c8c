"""A report compares what was measured, keeps it, and is one page that plays in a browser with nothing beside it."""

import json
import re
from typing import Any

import numpy as np
import pytest
from PIL import Image

from engine import load_model
from engine.errors import TrainingError
from engine.models.assembly import disassemble
from engine.models.bundle import save_bundle
from engine.models.card import ModelCard
from engine.study.study import open_study
from engine.systems.spec import SystemSpec
from engine.systems.table import SYSTEMS
from main import main
from tests.browser import PROGRAM, Browser
from tests.private_paths import naming
from tests.training import clip_files
from tests.training.evaluation.test_evaluation import Discs, discs  # noqa: F401
from training.evaluation import judge_cache
from training.report import figures, parts, report
from training.report.failures import failures
from training.report.folder_world import FolderWorld
from training.report.shown import Shown
from training.report.system_measure import measure_by_clips
from training.report.tables import systems_table, worlds_table
from training.store import frame_store


@pytest.fixture
def made(discs, tiny_model, tiny_moving_model, tmp_path):  # noqa: F811
    """A report of two systems on discs."""
    out = tmp_path / "report"
    return out, report.make_report([tiny_model, tiny_moving_model], ["discs"], out, 6, 1, fitting=9)


def test_a_report_holds_scores_figures_a_study_and_how_it_was_made_and_is_not_measured_twice(
    made, tiny_model, tiny_moving_model, monkeypatch, tmp_path
):
    out, summary = made
    page = (out / "report.html").read_text("utf-8")
    assert json.loads((out / "report.json").read_text())["worlds"] == json.loads(json.dumps(summary["worlds"]))
    scores = summary["worlds"]["discs"]["scores"]
    assert set(scores) == {"Tiny", "Moving"} and scores["Tiny"]["clips"] == 6 and scores["Tiny"]["frames"] == 32
    low, high = scores["Moving"]["intervals"]["psnr_moving"]
    assert low <= scores["Moving"]["psnr_moving"] <= high
    assert "http" not in page.replace("http-equiv", "")
    for id in (load_model(tiny_model).id, load_model(tiny_moving_model).id):
        assert id in page
    assert "Published figures are of other data" in page and "1509.0" in page
    assert summary["config"]["seed"] == 1 and summary["config"]["versions"]["torch"]
    names = {path.name for path in (out / "figures").iterdir()}
    assert set(summary["figures"]) == names
    wanted = {"discs-tiny-overview.png", "discs-tiny-overview.pdf", "discs-moving-qualitative.png"}
    assert wanted <= names and any(name.startswith("discs-comparison-") for name in names)
    study = open_study(out / "study")
    assert study.systems == ("Tiny", "Moving") and len(study.trials) >= 3

    # Again: nothing is measured, the page is the same, and so is the study that raters may have begun.
    monkeypatch.setattr(report, "measure_system", lambda *_: pytest.fail("measured again"))
    report.make_report([tiny_model, tiny_moving_model], ["discs"], out, 6, 1, fitting=9)
    assert (out / "report.html").read_text("utf-8") == page
    assert open_study(out / "study") == study

    # A part that was damaged is measured again, the other is not.
    (damaged, *_) = sorted((out / "parts").glob("tiny-*/shown.npz"))
    kept = parts.read_part(damaged.parent, 3)
    damaged.write_bytes(b"half")
    assert parts.read_part(damaged.parent, 3) is None
    asked = []

    def measured_again(path, *_):
        asked.append(path)
        return kept

    monkeypatch.setattr(report, "measure_system", measured_again)
    report.make_report([tiny_model, tiny_moving_model], ["discs"], out, 6, 1, fitting=9)
    assert asked == [tiny_model]


@pytest.mark.skipif(PROGRAM is None, reason="no Chromium here (Debian: apt install chromium)")
def test_the_page_plays_in_a_browser_from_a_file(made, tmp_path):
    out, _ = made
    with Browser(tmp_path / "profile") as browser:
        browser.open(out / "report.html")
        assert browser.value("document.querySelectorAll('canvas').length") >= 9
        browser.wait("document.querySelector('canvas').width === 64")
        assert browser.value("[...document.querySelectorAll('img')].every(image => image.naturalWidth > 0)")
        browser.value("document.querySelector('canvas').scrollIntoView()")
        seen = "document.querySelector('canvas').toDataURL()"
        before = browser.value(seen)
        browser.wait(f"{seen} !== {json.dumps(before)}")
        browser.click("#play")
        assert browser.value("document.querySelector('#play').textContent") == "Play clips"
        assert browser.value("document.documentElement.scrollWidth <= window.innerWidth")


def test_a_system_without_keypoints_is_measured_by_its_clips_alone(discs, tiny_model):  # noqa: F811
    outcome = measure_by_clips(load_model(tiny_model, precision="fp32"), discs, 6, 0, None, lambda line: None, 9)
    assert {"frechet", "judge_accuracy", "intervals"} <= set(outcome.scores) and "psnr_moving" not in outcome.scores
    assert not outcome.shown.has_keypoints
    assert outcome.shown.future.shape[1:] == (32, 64, 64, 3)
    figures.overview(outcome.shown, Discs.actions)


def test_a_folder_of_clips_takes_the_place_of_a_world(tmp_path, tiny_model, monkeypatch):
    monkeypatch.setattr(frame_store, "cache_root", lambda: tmp_path / "cache")
    monkeypatch.setattr(judge_cache, "_folder", lambda: tmp_path / "judges")
    monkeypatch.setattr(judge_cache, "_TRAINING_CLIPS", 4)
    monkeypatch.setattr(judge_cache, "_CHECK_CLIPS", 2)
    monkeypatch.setattr(judge_cache, "_EPOCHS", 1)
    for split, count in (("train", 3), ("test", 2)):
        for action in ("squats", "golf_swing"):
            for number in range(count):
                clip_files.gif(tmp_path / "My clips" / split / action / f"{number}.gif", count=20 + number)
    world = FolderWorld(tmp_path / "My clips")
    assert world.actions == ("golf_swing", "squats") and world.held_out == 4
    held = world.HELD_OUT_START
    assert [world.clip(held + i, 64).action for i in range(5)] == [0, 1, 0, 1, 0]
    first = world.clip(held, 64)
    assert clip_files.numbers(first.frames)[0] == 0 and clip_files.numbers(first.frames)[-1] == 19
    summary = report.make_report([tiny_model], [str(tmp_path / "My clips")], tmp_path / "out", 100, fitting=4)
    scores = summary["worlds"]["My clips"]["scores"]["Tiny"]
    assert scores["clips"] == 4 and "psnr_copy_moving" in scores and "frechet" in scores
    assert "landmark_error_pct" not in scores and "mask_iou" not in scores
    assert naming(tmp_path / "out", str(tmp_path), str(tiny_model.parent)) == []  # a report travels


def test_a_compared_system_is_judged_by_the_same_judge_at_the_same_size(discs, tiny_model, tmp_path):  # noqa: F811
    kind: Any = SYSTEMS["mocogan"].network_class()
    spec = SystemSpec(16, 3, kind.z_size(8), 8, 8, 0)
    card = ModelCard("moco", spec.to_json(), Discs.actions, title="MoCoGAN", system="mocogan", image_size=16)
    path = save_bundle(tmp_path / "moco.safetensors", card, disassemble({"network": kind(spec)}), "float32")
    summary = report.make_report([tiny_model, path], ["discs"], tmp_path / "out", 6, fitting=9)
    ours, other = summary["worlds"]["discs"]["scores"].values()
    assert (ours["frames"], other["frames"]) == (32, 8) and other["image_size"] == 16
    assert summary["config"]["compared_at"] == [64, 32]
    assert len(list((tmp_path / "judges").iterdir())) == 1
    assert {"judge", "EfficientNet-Lite0 frames"} == set(other["frechet"]) and "psnr_moving" not in other
    assert open_study(tmp_path / "out" / "study").systems == ("Tiny", "MoCoGAN")


def test_a_model_of_other_actions_is_left_out_with_the_reason(discs, tiny_model, tmp_path, monkeypatch):  # noqa: F811
    monkeypatch.setattr(Discs, "actions", ("squats", "golf_swing", "juggling"))
    with pytest.raises(TrainingError, match="juggling"):
        report.make_report([tiny_model], ["discs"], tmp_path / "out", 3, fitting=6)


def test_two_models_of_one_title_are_told_apart_by_their_weights(tiny_model, tmp_path):
    systems = report._systems([tiny_model, tiny_model])
    assert all(re.fullmatch(r"Tiny \([0-9a-f]{6}\)", system.label) for system in systems)


def clip(moves: int, blur: bool = False, n: int = 8, side: int = 64) -> np.ndarray:
    rng = np.random.default_rng(0)
    texture = rng.integers(0, 255, (20, 20, 3)).astype(np.uint8)
    frames = np.full((n + 1, side, side, 3), 90, np.uint8)
    for t in range(n + 1):
        x = 2 + t * moves
        frames[t, 20:40, x : x + 20] = texture.mean((0, 1)) if blur and t else texture
    return frames


def test_failures_are_the_clips_that_stand_still_blur_or_do_something_else():
    real = np.stack([clip(4), clip(4), clip(4), clip(4)])
    futures = [clip(4)[1:], clip(0)[1:], clip(4, blur=True)[1:], clip(4)[1:]]
    found = failures(real, futures, np.array([0, 0, 0, 1]), np.array([0, 0, 0, 0]), ("wave", "high_kick"))
    by_kind = {case.kind: case for case in found}
    assert by_kind["still"].clip == 1
    assert by_kind["blurred"].clip == 2
    assert by_kind["action"].clip == 3 and by_kind["action"].measured == "the judge calls it wave"
    assert not failures(real[:1], futures[:1], np.array([0]), None, ("wave",))


def shown(keypoints: bool = True, n: int = 2, size: int = 32, frames: int = 32) -> Shown:
    rng = np.random.default_rng(0)
    nothing = np.empty(0, np.float32)
    pictures = rng.integers(0, 255, (n, frames, size, size, 3)).astype(np.uint8)
    points = rng.uniform(-1, 1, (n, frames + 1, 5, 2)).astype(np.float32) if keypoints else nothing
    mask = pictures[..., 0] if keypoints else nothing
    return Shown(
        np.arange(n), np.arange(n), pictures[:, 0], pictures, pictures, points, pictures if keypoints else nothing, mask
    )


def test_figures_have_a_row_per_action_or_system_and_are_saved_as_picture_and_page(tmp_path):
    names = ("wave", "high_kick")
    overview = figures.overview(shown(), names)
    assert overview.shape[0] > 2 * 128 and overview.shape[1] > 9 * 128
    assert figures.qualitative(shown(), names).shape[0] > 6 * 128
    short = shown(keypoints=False, frames=16, size=16)
    compared = figures.comparison({"Ours": shown(), "A system with a long name of its own": short}, 1)
    assert compared.shape[0] > 3 * 128
    # A shorter clip has nothing at later times: white.
    assert (compared[-100, -40] == 255).all() and not (compared[-100 - 2 * 132, -40] == 255).all()
    assert figures.save(overview, tmp_path, "overview", "Overview") == ["overview.png", "overview.pdf"]
    with Image.open(tmp_path / "overview.png") as picture:
        assert picture.size == overview.shape[1::-1]
    assert (tmp_path / "overview.pdf").read_bytes().startswith(b"%PDF")


def test_tables_mark_the_best_show_intervals_and_escape_names():
    ours = {"clips": 9, "frames": 32, "frechet": {"judge": 12.0}, "intervals": {"frechet": {"judge": [10.0, 14.0]}}}
    other = {"clips": 9, "frames": 16, "frechet": {"judge": 20.0}, "frechet_real": {"judge": 3.0}}
    other["frechet_copy"] = {"judge": 31.0}
    text = systems_table({"<Ours>": ours, "Other": other, "Third": "It does not know squats."})
    assert "&lt;Ours&gt;" in text and "<Ours>" not in text
    assert '<td class="best"><b>12.0</b><small>10.0 to 14.0</small>' in text
    assert "20.0" in text and "It does not know squats." in text
    assert "still: 31.0" in systems_table({"Other": other})
    worlds = worlds_table({"People": {"Ours": ours, "Other": other}, "Animals": {"Ours": ours}})
    assert "0.60 x the best other" in worlds


def test_the_command_makes_the_page_and_prints_where_it_is(discs, tiny_model, tmp_path, capsys):  # noqa: F811
    out = tmp_path / "out"
    assert main(["report", str(tiny_model), "--data", "discs", "--out", str(out), "--clips", "3", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["page"] == str(out / "report.html") and (out / "report.html").is_file()
    assert not (out / "study").exists()  # one system has nobody to be compared with
