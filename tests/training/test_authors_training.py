"""What only training needs comes over from the authors' checkpoints too, computes what their graph does, and is where
a run that starts from the import goes on."""

import json

import numpy as np
import pytest
import torch

from engine.authors.importing import import_authors
from engine.authors.training import load_training, training_path
from engine.errors import BundleError
from engine.models.bundle import load_bundle
from engine.models.library import list_models
from engine.networks.motion import MotionEncoder
from tests.engine.authors import tensorflow_writer as writer
from tests.engine.authors.test_authors import SHARED
from tests.training.moving_square import MovingSquare, open_instead
from training import delivery, pipeline
from training.data import source
from training.losses.discriminators import ImageDiscriminator, SequenceDiscriminator
from training.running.run import Run
from training.runs import config
from training.store import frame_store

# The paper's preset but for its length, its data and the features of VGG19, whose weights are not here.
ONE_STEP = ["data.source='squares'", "data.layout='auto'", "data.actions=[]", "data.clips=2", "install=false"]
ONE_STEP += ["keypoints.steps=[1]", "keypoints.batch=2", "keypoints.perceptual=0.0", "keypoints.reconstruction=1.0"]
ONE_STEP += ["motion.steps=1", "motion.batch=4", "loop.preview_every=9", "loop.validate_every=0"]
SWITCHES = ["network.padding='tf_same'", "network.upsampling='tf1'", "network.rectified_linear=true"]
ALL = ("image discriminator", "motion encoder", "sequence discriminator")


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The checkpoints' variables, and an import of them."""
    folder = tmp_path_factory.mktemp("whole")
    stages = writer.variables(training=True)
    one, other = (writer.write_checkpoint(folder / name, arrays) for name, arrays in zip("ab", stages, strict=True))
    return {**stages[1], **stages[0]}, import_authors(one, other, folder / "penn.safetensors")


def state(result, prefix):
    tensors = load_training(result.path, load_bundle(result.path)[1])
    return {name[len(prefix) :]: torch.from_numpy(a) for name, a in tensors.items() if name.startswith(prefix)}


def test_all_three_go_into_a_file_beside_that_is_no_model(whole, monkeypatch):
    _, result = whole
    assert result.parts == ALL and result.training == result.path.with_suffix(".training")
    assert result.card.training["for_training_beside_it"] == list(ALL)
    assert not {"vae_encoder", "img_discr", "seq_discr"} & set(result.ignored)
    monkeypatch.setenv("KPVP_MODELS_DIR", str(result.path.parent))
    assert [model.path for model in list_models() if model.path.parent == result.path.parent] == [result.path]


def test_the_image_discriminator_pads_twice_as_theirs_does(whole):
    """Against convolutions written out in NumPy, by the definition of SAME after a padding of 1."""
    arrays, result = whole
    widths = writer.PATCH_WIDTHS
    network = ImageDiscriminator(128, width=widths[0], max_width=widths[-1], padding="tf_same")
    network.load_state_dict(state(result, "keypoints.discriminator."))
    picture = np.random.default_rng(0).uniform(-1, 1, (128, 128, 3)).astype(np.float32)
    x = picture
    for level in range(6):
        kernel, bias = (arrays[f"img_discr/conv_{level}/conv2d/{name}"] for name in ("kernel", "bias"))
        x = same_convolution(np.pad(x, ((1, 1), (1, 1), (0, 0))), kernel, 2) + bias
        x = np.where(x > 0, x, 0.01 * x)
    x = same_convolution(np.pad(x, ((1, 1), (1, 1), (0, 0))), arrays["img_discr/D_logit/conv2d/kernel"], 1)
    with torch.inference_mode():
        ours = network(torch.from_numpy(picture).permute(2, 0, 1)[None])[0, 0].numpy()
    assert ours.shape == (6, 6) and np.abs(x).max() > 1e-3
    np.testing.assert_allclose(ours, x[..., 0], rtol=1e-4, atol=1e-5)


def same_convolution(x, kernel, stride):
    """TensorFlow's SAME: as many outputs as strides fit, padded evenly, one more after where it is odd."""
    size = kernel.shape[0]
    outputs = -(-x.shape[0] // stride)
    missing = max((outputs - 1) * stride + size - x.shape[0], 0)
    sides = (missing // 2, missing - missing // 2)
    x = np.pad(x, (sides, sides, (0, 0)))
    windows = np.lib.stride_tricks.sliding_window_view(x, (size, size), (0, 1))[::stride, ::stride]
    return np.einsum("hwcij,ijco->hwo", windows, kernel)


def test_the_sequence_discriminators_logit_passes_a_relu_as_theirs_does(whole):
    arrays, result = whole
    keypoints = np.random.default_rng(1).uniform(-1, 1, (64, 8, writer.K, 2)).astype(np.float32)
    expected = last_of_lstm(arrays, "seq_discr/rnn", keypoints.reshape(64, 8, -1))
    expected = expected @ arrays["seq_discr/fully_connected/weights"] + arrays["seq_discr/fully_connected/biases"]
    network = SequenceDiscriminator(writer.K, writer.JUDGE_CELLS)
    network.load_state_dict(state(result, "motion.discriminator."))
    with torch.inference_mode():
        np.testing.assert_allclose(network(torch.from_numpy(keypoints)), expected, atol=1e-5)
        network.rectified = True
        network.logit.bias.sub_(float(expected.mean()))  # so that half of the logits are below zero
        shifted = expected - expected.mean()
        assert (shifted < 0).any() and (shifted > 0).any()
        np.testing.assert_allclose(network(torch.from_numpy(keypoints)), np.maximum(shifted, 0), atol=1e-5)


def test_the_encoders_mu_comes_before_sigma_and_both_pass_a_relu(whole):
    arrays, result = whole
    rng = np.random.default_rng(2)
    future = rng.uniform(-1, 1, (5, 8, writer.K, 2)).astype(np.float32)
    k0, action = rng.uniform(-1, 1, (5, writer.K, 2)).astype(np.float32), np.eye(writer.C, dtype=np.float32)[[0] * 5]
    seen = np.concatenate([last_of_lstm(arrays, "vae_encoder/rnn", future.reshape(5, 8, -1)), k0.reshape(5, -1)], 1)
    both = np.concatenate([seen, action], 1) @ arrays["vae_encoder/fully_connected/weights"]
    both = np.maximum(both + arrays["vae_encoder/fully_connected/biases"], 0)
    encoder = MotionEncoder(result.card.spec)
    encoder.load_state_dict(state(result, "motion.encoder."))
    with torch.inference_mode():
        mu, sigma = encoder(*map(torch.from_numpy, (future, k0, action)))
    np.testing.assert_allclose(mu, both[:, : writer.Z], atol=1e-5)
    np.testing.assert_allclose(sigma, both[:, writer.Z :], atol=1e-5)


def last_of_lstm(arrays, scope, x):
    """TensorFlow's LSTM cells written out: gates i, j, f, o of [x, h], forget bias 1; the last output [N, cells]."""
    for layer in range(2):
        cell = f"{scope}/multi_rnn_cell/cell_{layer}/basic_lstm_cell"
        h = c = np.zeros((len(x), len(arrays[f"{cell}/bias"]) // 4), np.float32)
        outputs = []
        for t in range(x.shape[1]):
            gates = np.concatenate([x[:, t], h], 1) @ arrays[f"{cell}/kernel"] + arrays[f"{cell}/bias"]
            i, j, f, o = np.split(gates, 4, 1)
            c = c / (1 + np.exp(-(f + 1))) + np.tanh(j) / (1 + np.exp(-i))
            h = np.tanh(c) / (1 + np.exp(-o))
            outputs.append(h)
        x = np.stack(outputs, 1)
    return x[:, -1]


def test_without_them_nothing_lies_beside_and_an_earlier_file_goes(whole, tmp_path):
    one, other = (writer.write_checkpoint(tmp_path / n, a) for n, a in zip("ab", writer.variables(), strict=True))
    training_path(tmp_path / "m.safetensors").write_bytes(whole[1].training.read_bytes())
    result = import_authors(one, other, tmp_path / "m.safetensors")
    assert result.training is None and result.parts == () and not training_path(result.path).exists()
    assert load_training(result.path, {}) == {}


def test_a_file_of_another_model_is_not_taken(whole, tmp_path):
    others = writer.variables(seed=3, training=True)
    one, two = (writer.write_checkpoint(tmp_path / n, a) for n, a in zip("ab", others, strict=True))
    other = import_authors(one, two, tmp_path / "penn.safetensors")
    assert other.training is not None
    other.training.write_bytes(whole[1].training.read_bytes())
    assert load_training(other.path, load_bundle(other.path)[1]) == {}


@pytest.mark.parametrize(
    "gone", ["img_discr/conv_3/conv2d/bias", "seq_discr/fully_connected/weights", "vae_encoder/fully_connected/biases"]
)
def test_half_a_network_is_an_error_that_names_what_is_missing(gone, tmp_path):
    stages = writer.variables(training=True)
    for arrays in stages:
        arrays.pop(gone, None)
    one, other = (writer.write_checkpoint(tmp_path / n, a) for n, a in zip("ab", stages, strict=True))
    with pytest.raises(BundleError, match=gone):
        import_authors(one, other, tmp_path / "m.safetensors")
    assert not list(tmp_path.glob("m.*"))


def first_step(folder, result, overrides, monkeypatch):
    """A run of the paper's preset that starts from an import and takes one step of each kind: what it said by stage
    (its first warning), and a function giving a stage's checkpoint."""
    torch.set_num_threads(2)
    monkeypatch.setattr(source, "WORLD_HELD_OUT", 2)  # the paper's sizes are slow on a CPU
    monkeypatch.setattr(delivery, "deliver", lambda *_: None)
    open_instead(monkeypatch)
    monkeypatch.setattr(frame_store, "cache_root", lambda: folder.parent / "squares")
    run = Run.start(folder, config.load("penn-action", [*ONE_STEP, f"init='{result.path}'", *overrides]))
    with run:
        pipeline.train(run)
    warnings = [
        event["what"]
        for event in map(json.loads, run.files.events_path.read_text().splitlines())
        if event["event"] == "warning"
    ]
    return [said for said in warnings if said.split()[0] in ("keypoints-128", "motion")], run.load


def nearly(trained, imported):
    """Changed by one step of Adam at the paper's rate, and by no more."""
    moved = [float((trained[name] - imported[name]).abs().max()) for name in imported]
    return 0 < max(moved) < 3e-4


def test_the_papers_preset_goes_on_from_everything_that_was_imported(whole, tmp_path, monkeypatch):
    result = whole[1]
    spec = result.card.spec
    sizes = [f"network.{name}={list(getattr(spec, name))}" for name in ("detector_encoder", "detector_decoder")]
    sizes += [f"network.{name}={list(getattr(spec, name))}" for name in ("image_encoder", "translator_widths")]
    sizes += [
        f"network.{name}={getattr(spec, name)}" for name in ("n_keypoints", "z_size", "lstm_cells", "motion_code")
    ]
    sizes += [
        f"keypoints.discriminator_width={writer.PATCH_WIDTHS[0]}",
        f"motion.discriminator_cells={writer.JUDGE_CELLS}",
    ]
    sizes += [f"keypoints.discriminator_widest={writer.PATCH_WIDTHS[-1]}"]
    said, checkpoint = first_step(tmp_path / "run", result, [*sizes, *SWITCHES], monkeypatch)
    assert said == [
        "keypoints-128 starts from penn, its discriminator too; afresh start: optimizers.",
        "motion starts from penn, its encoder and discriminator too; afresh start: optimizers.",
    ]
    for stage, module in (("keypoints-128", "discriminator"), ("motion", "encoder"), ("motion", "discriminator")):
        prefix = f"{stage.split('-')[0]}.{module}."
        assert nearly(checkpoint(stage)["modules"][module], state(result, prefix)), prefix
    tensors = load_bundle(result.path)[1]
    detector = {name: torch.from_numpy(a) for name, a in tensors.items() if name.startswith("detector.head")}
    assert nearly(checkpoint("keypoints-128")["modules"]["detector"], {n[9:]: a for n, a in detector.items()})


@pytest.mark.skipif(not SHARED.is_dir(), reason="the authors' graph's own checkpoints are not here")
def test_the_papers_preset_goes_on_from_the_small_checkpoint(tmp_path, monkeypatch):
    folder = SHARED / "small"
    result = import_authors(folder / "stage1", folder / "stage2", tmp_path / "s.safetensors", ("left", "right", "up"))
    assert result.parts == ("motion encoder",)
    monkeypatch.setattr(MovingSquare, "actions", ("right", "left", "up"))
    monkeypatch.setattr(MovingSquare, "version", "3")
    sizes = ["network.n_keypoints=10", "network.z_size=8", "network.lstm_cells=64"]
    said, checkpoint = first_step(tmp_path / "run", result, [*ONE_STEP, *sizes], monkeypatch)
    assert "starts from s; afresh start: discriminator, optimizers." in said[0]
    assert (
        "--set network.padding=tf_same --set network.upsampling=tf1" in said[1]
    )  # the paper's preset computes as ours
    assert "starts from s, its encoder too; afresh start: discriminator, optimizers." in said[2]
    assert "--set network.rectified_linear=true" in said[3]
    imported, trained = state(result, "motion.encoder."), checkpoint("motion")["modules"]["encoder"]
    swapped = imported["mu.weight"].clone()
    swapped[:, [-3, -2]] = swapped[:, [-2, -3]]  # actions keep by name what was learned of them
    assert nearly(trained, {**imported, "mu.weight": swapped, "sigma.weight": trained["sigma.weight"]})
