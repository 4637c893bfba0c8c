"""Training end to end, on a world small enough for seconds: it learns, resumes, refuses and leaves a usable bundle."""

import json
from typing import Any

import numpy as np
import pytest
import torch

from engine import load_model
from engine.errors import TrainingError
from tests.training.moving_square import MovingSquare, open_instead
from training import pipeline
from training.data.pairs import PairSampler
from training.running import loop
from training.running.run import Run
from training.runs import config
from training.runs.preset_files import presets
from training.runs.resolution import at_size
from training.stages import keypoints as keypoints_stage
from training.store import building, frame_store
from training.transfer import grow_translator

QUICK = [
    "data.clips=8",
    "data.size=32",
    "data.source='squares'",
    "network.detector_size=16",
    "network.n_keypoints=4",
    "network.detector_encoder=[8, 16]",
    "network.detector_decoder=[16]",
    "network.detector_depths=[2]",
    "network.image_encoder=[6, 8, 12]",
    "network.translator_widths=[12, 8, 6]",
    "network.translator_depths=[1, 1, 1]",
    "network.motion_width=32",
    "network.n_frames=8",
    "network.z_size=4",
    "keypoints.sizes=[16, 32]",
    "keypoints.steps=[6, 6]",
    "keypoints.batch=4",
    "keypoints.on_object_from=2",
    "motion.steps=6",
    "motion.batch=4",
    "motion.gan=1.0",
    "loop.log_every=2",
    "loop.checkpoint_every=2",
    "loop.preview_every=6",
    "install=false",
]


@pytest.fixture(autouse=True)
def squares(monkeypatch, tmp_path_factory):
    torch.set_num_threads(1)
    open_instead(monkeypatch)
    cache = tmp_path_factory.getbasetemp() / "squares"
    monkeypatch.setattr(frame_store, "cache_root", lambda: cache)


def events(folder):
    return [json.loads(line) for line in (folder / "events.jsonl").read_text().splitlines()]


def kinds(folder):
    return {event["event"] for event in events(folder)}


def weights(folder):
    from engine.models.bundle import load_bundle

    return load_bundle(folder / "model.safetensors")[1]


def test_three_steps_end_in_a_bundle_that_predicts(tmp_path):
    with Run.start(tmp_path / "run", config.load("tiny", QUICK)) as run:
        path = pipeline.train(run)
    model = load_model(path, device="cpu")
    clip = model.predict(next(MovingSquare().clips([3], 32)).frames[0], action="right", seed=1)
    assert clip.frames.shape == (8, 32, 32, 3)
    assert model.actions == ("left", "right")
    assert {"data", "stage", "losses", "preview", "finished"} <= kinds(tmp_path / "run")
    assert list((tmp_path / "run" / "previews").glob("keypoints-32-*.png"))


def test_a_run_killed_in_every_step_resumes_to_the_same_weights(tmp_path, monkeypatch):
    settings = config.load("tiny", QUICK)
    with Run.start(tmp_path / "whole", settings) as run:
        pipeline.train(run)
    folder = tmp_path / "killed"
    Run.start(folder, settings)
    for stage, step in (("keypoints-16", 3), ("keypoints-32", 5), ("motion", 1)):
        with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt), Run.resume(folder) as run:
            patch.setattr(Run, "obey", _killed_at(stage, step))
            pipeline.train(run)
    with Run.resume(folder) as run:
        pipeline.train(run)
    whole, resumed = weights(tmp_path / "whole"), weights(folder)
    assert all(np.array_equal(whole[name], resumed[name]) for name in whole)


def _killed_at(name, step):
    def obey(self, *_, **where):
        if where == {"stage": name, "step": step}:
            raise KeyboardInterrupt
        return False

    return obey


def test_a_stop_command_ends_the_run_with_a_whole_checkpoint(tmp_path, monkeypatch):
    folder = tmp_path / "run"
    monkeypatch.setattr(Run, "command", lambda self: "stop" if "losses" in kinds(folder) else None)
    with pytest.raises(loop.Stopped), Run.start(folder, config.load("tiny", QUICK)) as run:
        pipeline.train(run)
    state = Run.resume(folder).load("keypoints-16")
    assert state is not None and state["step"] == 2
    assert events(folder)[-1]["event"] == "stopped"


def test_a_torn_checkpoint_falls_back_to_the_one_before(tmp_path):
    run = Run.start(tmp_path / "run", config.load("tiny", QUICK))
    run.save("motion", {"step": 1})
    run.save("motion", {"step": 2})
    newest = tmp_path / "run" / "checkpoints" / "motion.pt"
    newest.write_bytes(newest.read_bytes()[:100])
    state = run.load("motion")
    assert state is not None and state["step"] == 1


def test_a_loss_that_is_not_a_number_stops_with_a_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(keypoints_stage.losses, "separation", lambda *_: torch.tensor(float("nan")))
    with (
        pytest.raises(TrainingError, match="not a number"),
        Run.start(tmp_path / "r", config.load("tiny", QUICK)) as run,
    ):
        pipeline.train(run)


def test_a_run_is_never_overwritten(tmp_path):
    Run.start(tmp_path / "run", config.load("tiny", QUICK))
    with pytest.raises(TrainingError, match="already holds"):
        Run.start(tmp_path / "run", config.load("tiny", QUICK))


@pytest.mark.parametrize(
    ("override", "said"),
    [
        ("keypoints.stepz=[1]", "keypoints.stepz"),
        ("colour=1", "colour"),
        ("loop.log_every='often'", "does not fit"),
        ("nonsense", "not an override"),
        ("network.image_encoder=[0]", "from 1 to 4096"),
        ("network.image_encoder=[8, 16]", "not usable"),
    ],
)
def test_settings_that_cannot_be_meant_are_named(override, said):
    from engine.errors import KpvpError

    with pytest.raises(KpvpError, match=said):
        config.load("tiny", [override]).spec(2)


def test_every_preset_parses_and_survives_a_round_trip():
    for name in presets():
        settings = config.load(name)
        assert config.parse(settings.to_toml()) == settings
        assert settings.spec(9).image_size == settings.keypoints.sizes[-1]


def test_batches_depend_on_seed_number_and_rank_only():
    settings = config.load("tiny", QUICK)
    store = building.from_world(MovingSquare(), settings.data)
    first, again, other_rank = (
        PairSampler(store, settings.keypoints, settings.augment, 5, rank).batch(7, 32) for rank in (0, 0, 1)
    )
    assert torch.equal(first[0], again[0]) and torch.equal(first[1], again[1])
    assert not torch.equal(first[0], other_rank[0])


def test_growing_keeps_what_the_small_translator_learned():
    from engine.networks.translator import Translator

    spec = config.load("tiny", QUICK).spec(2)
    torch.manual_seed(1)
    small: Any = Translator(at_size(spec, 16))
    large: Any = Translator(spec)
    grow_translator(small, large)
    assert torch.equal(small.stages[0][0].conv.weight, large.stages[0][0].conv.weight)
    assert torch.equal(small.encoder.levels[-1][0].conv.weight, large.encoder.levels[-1][0].conv.weight)
    assert small.stages[-1][0].conv.weight.shape != large.stages[-1][0].conv.weight.shape


def test_an_interrupted_store_goes_on_where_it_stopped(tmp_path, monkeypatch):
    settings = config.load("tiny", QUICK).data

    class Interrupted(MovingSquare):
        def clips(self, seeds, size=128, workers=1, truth=False):
            for i, clip in enumerate(super().clips(seeds, size)):
                if i == 3:
                    raise KeyboardInterrupt
                yield clip

    with pytest.raises(KeyboardInterrupt):
        building.from_world(Interrupted(), settings, tmp_path)
    drawn = []
    store = building.from_world(MovingSquare(), settings, tmp_path, lambda done, total: drawn.append(done))
    assert drawn == [4, 5, 6, 7, 8]
    whole = building.from_world(MovingSquare(), settings, tmp_path / "fresh")
    assert np.array_equal(store.frames, whole.frames) and np.array_equal(store.labels, whole.labels)
