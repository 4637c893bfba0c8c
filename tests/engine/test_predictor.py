"""A photo, an action and a latent become a clip: the same one each time, and the one the plain networks would give."""

import gc
import itertools
import weakref

import numpy as np
import pytest
import torch

import engine
from engine.errors import ActionError, Cancelled, ClipError, LatentError, ModelNotFoundError, PhotoError
from engine.inputs import latent
from engine.networks.spec import NetworkSpec
from engine.networks.translator import Translator
from engine.rendering.renderer import Renderer
from engine.rendering.stream import frames_at_a_time
from tests.conftest import ACTIONS


def plain_clip(networks, source, action, z):
    """The paper's formulas on the unfolded networks, eager float32: (k0, keypoints, frames, crude, mask)."""
    with torch.no_grad():
        image = torch.tensor(source).permute(2, 0, 1)[None].float() / 127.5 - 1
        k0 = networks["detector"](image)
        keypoints = networks["motion"].decode(torch.tensor(z)[None], k0, torch.tensor(action)[None])[0]
        n = len(keypoints)
        expanded = image.expand(n, -1, -1, -1), k0.expand(n, -1, -1)
        frames, crude, mask = networks["translator"](*expanded, keypoints)
    return k0[0].numpy(), keypoints.numpy(), *(255 * (x.clamp(-1, 1) + 1) / 2 for x in (frames, crude, mask * 2 - 1))


def assert_close_to_plain(clip, plain, mean=0.5, most=4.0):
    k0, keypoints, *images = plain
    np.testing.assert_allclose(clip.source_keypoints, k0, atol=2e-3)
    np.testing.assert_allclose(clip.keypoints, keypoints, atol=2e-3)
    for mine, theirs in zip((clip.frames, clip.synthesized, clip.mask[..., None]), images, strict=True):
        error = np.abs(mine - theirs.permute(0, 2, 3, 1).numpy())
        assert error.mean() <= mean
        assert np.quantile(error, 0.999) <= most


@pytest.mark.parametrize("precision", ["fp32", "bf16"])
def test_frames_are_those_of_the_plain_networks(lively_model, lively_networks, picture, precision):
    model = engine.load_model(lively_model, device="cpu", precision=precision)
    clip = model.predict(picture, "squats", seed=3)
    assert_close_to_plain(clip, plain_clip(lively_networks(), clip.source, clip.action, clip.z))
    assert clip.frames.std() > 10 and np.ptp(clip.keypoints, axis=0).max() > 0.01  # there is something to compare


@pytest.mark.parametrize(
    "changes",
    [
        {"source_keypoints": False, "carried_stages": 0},
        {"background_mask": False},
        {"gaussian_stages": 3},
        {"padding": "tf_same", "upsampling": "tf1", "rectified_linear": True, "motion_residual": False},
        {"softargmax": "marginal", "softargmax_scale": 1.0, "detector_size": 32},
    ],
)
def test_every_kind_of_network_renders_as_written(lively_networks, picture, changes):
    networks = lively_networks(**changes)
    source = picture[:64, :64]
    k0, keypoints, *images = plain_clip(networks, source, np.eye(9, dtype=np.float32)[2], latent(0, 16))
    renderer = Renderer(lively_networks(**changes)["translator"], torch.device("cpu"), "fp32")
    image = torch.tensor(source).permute(2, 0, 1)[None].float() / 127.5 - 1
    pixels = renderer.render(renderer.prepare(image, torch.tensor(k0)[None]), torch.tensor(keypoints))
    for mine, theirs in zip((pixels.frames, pixels.synthesized, pixels.mask[..., None]), images, strict=True):
        assert np.abs(mine - theirs.permute(0, 2, 3, 1).numpy()).max() <= 1


def test_the_same_seed_gives_the_same_bits(model, lively_model, picture):
    first = model.predict(picture, "squats", seed=7)
    second = engine.load_model(lively_model, device="cpu", precision="fp32").predict(picture, "squats", seed=7)
    for name in ("frames", "synthesized", "mask", "keypoints", "z"):
        assert np.array_equal(getattr(first, name), getattr(second, name))
    assert first.schedule == second.schedule


def test_another_seed_or_action_gives_another_future(model, picture):
    clips = [
        model.predict(picture, action, seed=seed) for action, seed in (("squats", 1), ("squats", 2), ("pull_ups", 1))
    ]
    for one, other in itertools.combinations(clips, 2):
        assert not np.array_equal(one.keypoints, other.keypoints)
        assert np.array_equal(one.source_keypoints, other.source_keypoints)


def test_predict_stream_and_batches_agree(model, picture):
    clip = model.predict(picture, "squats", seed=7)
    streamed = list(model.stream(picture, "squats", seed=7))
    assert [i for i, _ in streamed] == list(range(32))
    assert np.array_equal(np.stack([frame for _, frame in streamed]), clip.frames)
    prediction = model.begin(picture, "squats", seed=7)
    batches = list(prediction.batches())
    assert [len(batch.frames) for batch in batches[:2]] == [1, model.batch - 1]  # something to see at once
    assert np.array_equal(prediction.clip().frames, clip.frames)


def test_a_prediction_knows_its_keypoints_before_it_renders(model, picture):
    prediction = model.begin(picture, "squats", seed=7)
    assert prediction.keypoints.shape == (32, 10, 2)
    assert np.array_equal(prediction.clip().keypoints, prediction.keypoints)


def test_a_prediction_left_half_way_can_be_finished(model, picture):
    prediction = model.begin(picture, "squats", seed=7)
    next(prediction.batches())
    assert np.array_equal(prediction.clip().frames, model.predict(picture, "squats", seed=7).frames)


def test_a_prediction_left_half_way_leaves_nothing_behind(model, picture):
    gc.collect()
    gc.disable()
    try:
        prediction = model.begin(picture, "squats", seed=7)
        next(prediction.batches())
        rendering, frames = weakref.ref(prediction.rendering), weakref.ref(prediction.source)
        del prediction
        assert rendering() is None and frames() is None
    finally:
        gc.enable()


def test_cancelling_stops_between_two_batches(model, picture):
    seen = []
    prediction = model.begin(picture, "squats", seed=7)
    with pytest.raises(Cancelled):
        for batch in prediction.batches(cancelled=lambda: len(seen) >= 3):
            seen.append(batch)
    assert len(seen) == 3
    with pytest.raises(Cancelled):
        model.predict(picture, "squats", seed=7, cancelled=lambda: True)


def test_an_action_can_be_a_name_an_index_a_mixture_or_a_vector(model, picture):
    index = ACTIONS.index("golf_swing")
    vector = np.eye(len(ACTIONS), dtype=np.float32)[index]
    same = ["golf_swing", "Golf swing", index, {"golf_swing": 1}, vector, vector.tolist()]
    clips = [model.predict(picture, action, seed=1) for action in same]
    assert all(np.array_equal(clip.keypoints, clips[0].keypoints) for clip in clips)
    mixed = model.predict(picture, {"golf_swing": 0.25, "squats": 0.75}, seed=1)
    assert mixed.action_label == "squats 0.75 + golf_swing 0.25"


@pytest.mark.parametrize(
    ("action", "complaint"),
    [
        ("golf", "golf_swing"),
        ("", "tennis_serve"),
        (9, "0 to 8"),
        (-1, "0 to 8"),
        (True, None),
        ({"squat": 1}, "squats"),
        ({"squats": "much"}, "weight"),
        ({"squats": float("nan")}, "weight"),
        ({}, "zero"),
        ([0] * 9, "zero"),
        ([1, 2], r"\[2\]"),
        (None, None),
    ],
)
def test_an_action_the_model_does_not_know_is_a_sentence(model, picture, action, complaint):
    with pytest.raises(ActionError, match=complaint):
        model.predict(picture, action, seed=0)


def test_z_can_be_given_and_is_then_remembered_without_a_seed(model, picture):
    z = latent(7, 16)
    clip = model.predict(picture, "squats", z=z)
    assert clip.seed is None and np.array_equal(clip.z, z)
    assert np.array_equal(clip.frames, model.predict(picture, "squats", seed=7).frames)


def test_without_a_seed_the_clip_remembers_the_one_it_drew(model, picture):
    clip = model.predict(picture, "squats")
    assert np.array_equal(model.predict(picture, "squats", seed=clip.seed).frames, clip.frames)


@pytest.mark.parametrize(
    "inputs", [{"seed": -1}, {"seed": 2**32}, {"seed": 1.5}, {"z": np.zeros(3)}, {"z": [np.nan] * 16}, {"z": "seven"}]
)
def test_a_latent_that_does_not_fit_is_a_sentence(model, picture, inputs):
    with pytest.raises(LatentError):
        model.predict(picture, "squats", **inputs)


def test_seed_and_z_together_are_refused(model, picture):
    with pytest.raises(LatentError, match="Both"):
        model.predict(picture, "squats", seed=1, z=latent(1, 16))


def test_the_crop_is_the_middle_square_unless_given(model, picture):
    assert model.begin(picture, 0, seed=0).crop == (15, 0, 90)
    prediction = model.begin(picture, 0, seed=0, crop=(10, 5, 64))
    assert np.array_equal(prediction.source, picture[5:69, 10:74])  # the model's own size: pixels untouched


@pytest.mark.parametrize("crop", [(-1, 0, 10), (0, 0, 91), (100, 0, 30), (0, 0, 0)])
def test_a_crop_outside_of_the_photo_is_a_sentence(model, picture, crop):
    with pytest.raises(PhotoError):
        model.predict(picture, 0, seed=0, crop=crop)


def test_one_pixel_is_a_photo(model):
    assert model.predict(np.full((1, 1, 3), 90, np.uint8), 0, seed=0).frames.shape == (32, 64, 64, 3)


def test_edited_keypoints_render_without_detecting_again(model, picture, monkeypatch):
    clip = model.predict(picture, "squats", seed=7)
    monkeypatch.setattr(model, "detect", lambda *_: pytest.fail("detected again"))
    edited = clip.keypoints.copy()
    edited[:, 0] = 0.9
    changed = model.render(clip, edited)
    assert np.array_equal(changed.keypoints, edited) and changed.seed == clip.seed
    assert not np.array_equal(changed.frames, clip.frames)
    assert len(model.render(clip, edited[:5])) == 5


def test_keypoints_that_do_not_fit_are_refused(model, picture):
    clip = model.predict(picture, "squats", seed=7)
    for keypoints in (clip.keypoints[0], clip.keypoints[:, :3], clip.keypoints[:0], clip.keypoints * np.nan):
        with pytest.raises(ClipError):
            model.render(clip, keypoints)


def test_a_clip_of_another_model_is_not_rendered(model, tiny_model, picture):
    other = engine.load_model(tiny_model, device="cpu").predict(picture, "squats", seed=7)
    with pytest.raises(ClipError, match="another model"):
        model.render(other, other.keypoints)


def test_many_crops_are_detected_as_one(model, picture):
    crops = np.stack([picture[:64, x : x + 64] for x in range(5)])
    together = model.detect(crops)
    assert together.shape == (5, 10, 2)
    np.testing.assert_allclose(together, [model.detect(crop) for crop in crops], atol=1e-5)


def test_many_futures_are_imagined_as_one(model, picture):
    k0 = model.detect(picture[:64, :64])
    codes = np.stack([latent(seed, 16) for seed in range(3)])
    action = np.eye(9, dtype=np.float32)[0]
    together = model.imagine(k0, action, codes)
    assert together.shape == (3, 32, 10, 2)
    np.testing.assert_allclose(together, [model.imagine(k0, action, z) for z in codes], atol=1e-5)


def test_running_out_of_memory_is_retried_with_half_the_batch(model, picture, monkeypatch):
    whole = model.predict(picture, "squats", seed=7)
    monkeypatch.setattr(Renderer, "render", scarce_above(Renderer.render, 2))
    clip = model.predict(picture, "squats", seed=7)
    assert clip.schedule["batch"] == 2 and "Memory ran out" in clip.schedule["notice"]
    assert np.abs(clip.frames.astype(int) - whole.frames).max() <= 2


def test_a_batch_that_was_asked_for_is_kept_to_or_refused(lively_model, model, picture, monkeypatch):
    given = engine.load_model(lively_model, device="cpu", precision="fp32", batch=8)
    clip = given.predict(picture, "squats", seed=7)
    assert clip.schedule["batch"] == 8
    assert np.abs(clip.frames.astype(int) - model.predict(picture, "squats", seed=7).frames).max() <= 2
    monkeypatch.setattr(Renderer, "render", scarce_above(Renderer.render, 2))
    with pytest.raises(engine.DeviceError, match="7 frames at a time"):
        given.predict(picture, "squats", seed=7)
    with pytest.raises(engine.DeviceError, match="0 frames"):
        engine.load_model(lively_model, device="cpu", batch=0)


def test_the_authors_sizes_are_rendered_in_batches_that_the_allocator_keeps():
    # 128 channels at 128 px are 8 MiB a frame in float32: four of them would be handed back after each batch.
    spec = NetworkSpec()
    for precision, batch in (("fp32", 2), ("bf16", 4)):
        renderer = Renderer(Translator(spec), torch.device("cpu"), precision)
        assert renderer.frame_bytes == 128 * 128**2 * {"fp32": 4, "bf16": 2}[precision]
        assert frames_at_a_time(torch.device("cpu"), renderer.frame_bytes) == batch
    assert frames_at_a_time(torch.device("cpu"), 2**40) == 1
    assert frames_at_a_time(torch.device("cuda"), 2**40) == 32


def scarce_above(render, most):
    """`Renderer.render` on a device whose memory holds no more than `most` frames."""

    def scarce(self, prepared, keypoints):
        if len(keypoints) > most:
            raise torch.OutOfMemoryError("CUDA out of memory")
        return render(self, prepared, keypoints)

    return scarce


def test_memory_too_small_for_one_frame_is_a_sentence(model, picture, monkeypatch):
    def none(self, prepared, keypoints):
        raise torch.OutOfMemoryError("CUDA out of memory")

    monkeypatch.setattr(Renderer, "render", none)
    with pytest.raises(engine.DeviceError, match="memory"):
        model.predict(picture, "squats", seed=7)


def test_any_other_error_is_not_swallowed(model, picture, monkeypatch):
    def broken(self, prepared, keypoints):
        raise RuntimeError("a bug")

    monkeypatch.setattr(Renderer, "render", broken)
    with pytest.raises(RuntimeError, match="a bug"):
        model.predict(picture, "squats", seed=7)


def test_models_are_found_by_name_or_path(lively_model, monkeypatch, tmp_path):
    monkeypatch.setenv("KPVP_MODELS_DIR", str(lively_model.parent))
    assert engine.find_model("lively").path == engine.find_model(lively_model).path == lively_model
    (tmp_path / "broken.safetensors").write_bytes(b"nothing")
    monkeypatch.setenv("KPVP_MODELS_DIR", str(tmp_path))
    assert all(entry.name != "broken" for entry in engine.list_models())
    with pytest.raises(engine.BundleError, match=r"broken\.safetensors"):
        engine.find_model("broken")
    with pytest.raises(ModelNotFoundError, match="no model 'lifely'"):
        engine.find_model("lifely")


def test_an_uncalibrated_model_does_not_know_whether_a_picture_is_familiar(model, picture):
    verdict = model.familiarity(picture[:64, :64])
    assert verdict.score is None and verdict.familiar is None and not verdict.advice
