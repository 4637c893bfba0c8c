"""The authors' checkpoints: read without TensorFlow, identical in what they compute, refused when damaged."""

import os
import tracemalloc
import zipfile
from pathlib import Path

import numpy as np
import pytest
import torch

from engine import load_model
from engine.authors.importing import PENN_ACTIONS, import_authors
from engine.authors.sorted_table import checksum
from engine.authors.tensorflow_checkpoint import read_checkpoint
from engine.errors import BundleError
from engine.models.assembly import assemble
from engine.models.bundle import load_bundle
from tests.engine.authors import tensorflow_writer as writer

SHARED = Path(os.environ.get("KPVP_AUTHORS_CHECKPOINT", Path(__file__).parents[4] / "shared" / "authors-checkpoint"))
MUTATIONS = 1200


@pytest.fixture
def stages(tmp_path):
    """The folders of two small checkpoints."""
    for name, arrays in zip(("one", "two"), writer.variables(), strict=True):
        writer.write_checkpoint(tmp_path / name, arrays)
    return tmp_path / "one", tmp_path / "two"


def test_the_checksum_is_tensorflows():
    assert checksum(b"123456789") == (((0xE3069283 >> 15) | (0xE3069283 << 17)) + 0xA282EAD8) & 0xFFFFFFFF


def test_every_variable_is_read(stages):
    wanted = writer.variables()[0]
    found = read_checkpoint(stages[0])
    assert set(found) == set(wanted)
    assert all(
        np.array_equal(found[name], array) and found[name].dtype == array.dtype for name, array in wanted.items()
    )


@pytest.mark.parametrize("form", ["prefix", "index", "data", "folder", "zip", "nested zip"])
def test_a_checkpoint_may_be_given_in_many_forms(stages, tmp_path, form):
    folder = stages[0]
    prefix = folder / "model.ckpt-7"
    path = {
        "prefix": prefix,
        "index": folder / "model.ckpt-7.index",
        "data": folder / "model.ckpt-7.data-00000-of-00001",
        "folder": folder,
    }.get(form, tmp_path / "as downloaded.zip")
    if "zip" in form:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for file in folder.iterdir():
                archive.write(file, f"logs/penn/{file.name}" if form == "nested zip" else file.name)
            archive.writestr("__MACOSX/._model.ckpt-9.index", b"rubbish")
    assert "global_step" in read_checkpoint(path)


def test_of_several_checkpoints_the_latest_is_read(stages):
    later = writer.variables(1)[0]
    writer.write_checkpoint(stages[0], later, "model.ckpt-1000")
    name = "pose_encoder/conv_0/conv2d/kernel"
    assert np.array_equal(read_checkpoint(stages[0])[name], later[name])


def test_an_import_becomes_a_model(stages, tmp_path):
    result = import_authors(*stages, tmp_path / "penn.safetensors")
    card, tensors = load_bundle(result.path)
    networks = assemble(card.spec, tensors)
    assert (card.spec.n_keypoints, card.spec.n_actions, card.spec.z_size) == (writer.K, writer.C, writer.Z)
    assert card.spec.lstm_cells == writer.CELLS and card.actions == ("action_0", "action_1")
    assert result.ignored["optimizer and counters"] > 10 and result.ignored["vae_encoder"] == 1
    with torch.inference_mode():
        keypoints = networks.detector(torch.zeros(1, 3, 128, 128))
    assert keypoints.shape == (1, writer.K, 2) and bool(keypoints.abs().le(1).all())


def test_the_lstm_computes_what_tensorflows_cell_does(stages, tmp_path):
    card, tensors = load_bundle(import_authors(*stages, tmp_path / "m.safetensors").path)
    motion = assemble(card.spec, tensors).motion
    arrays = writer.variables()[1]
    inputs = np.random.default_rng(5).standard_normal((3, writer.CODE)).astype(np.float32)
    x = inputs
    for layer in range(2):
        cell = f"vae_decoder/multi_rnn_cell/cell_{layer}/basic_lstm_cell"
        gates = np.concatenate([x, np.zeros((3, writer.CELLS), np.float32)], 1) @ arrays[f"{cell}/kernel"]
        i, j, _, o = np.split(gates + arrays[f"{cell}/bias"], 4, 1)
        state = np.tanh(j) / (1 + np.exp(-i))  # from a state of zeros the forget gate has nothing to keep
        x = np.tanh(state) / (1 + np.exp(-o))
    with torch.inference_mode():
        ours = motion.lstm(torch.from_numpy(inputs)[:, None])[0][:, 0]
    assert np.allclose(ours.numpy(), x, atol=1e-6)


def test_the_forget_gates_bias_of_one_is_in_the_weights(stages, tmp_path):
    tensors = load_bundle(import_authors(*stages, tmp_path / "m.safetensors").path)[1]
    theirs = writer.variables()[1]["vae_decoder/multi_rnn_cell/cell_0/basic_lstm_cell/bias"]
    forget = theirs[2 * writer.CELLS : 3 * writer.CELLS]
    assert np.allclose(tensors["motion.lstm.bias_ih_l0"][writer.CELLS : 2 * writer.CELLS], forget + 1)


def test_named_actions_tell_how_inputs_split_when_the_encoder_is_missing(tmp_path):
    stage1, stage2 = writer.variables()
    del stage2["vae_encoder/fully_connected/weights"]
    one, two = writer.write_checkpoint(tmp_path / "a", stage1), writer.write_checkpoint(tmp_path / "b", stage2)
    spec = import_authors(one, two, tmp_path / "m.safetensors", actions=("smile", "frown", "wink")).card.spec
    assert (spec.z_size, spec.n_actions) == (writer.Z + writer.C - 3, 3)
    with pytest.raises(BundleError, match="Name the actions"):
        import_authors(one, two, tmp_path / "n.safetensors")


def test_a_missing_variable_is_named(stages, tmp_path):
    arrays = writer.variables()[0]
    del arrays["translator/conv_3_1/conv2d/kernel"]
    writer.write_checkpoint(stages[0], arrays)
    with pytest.raises(BundleError, match="translator/conv_3_1/conv2d/kernel"):
        import_authors(*stages, tmp_path / "m.safetensors")
    assert not (tmp_path / "m.safetensors").exists()


def test_stages_of_different_models_are_told(stages, tmp_path):
    arrays = writer.variables()[0]
    arrays["pose_encoder/conv_0/conv2d/kernel"] = np.zeros((1, 1, 2, 4), np.float32)
    writer.write_checkpoint(stages[0], arrays)
    with pytest.raises(BundleError, match="do not belong together"):
        import_authors(*stages, tmp_path / "m.safetensors")


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda folder: (folder / "model.ckpt-7.index").unlink(), "no .index file"),
        (lambda folder: (folder / "model.ckpt-7.data-00000-of-00001").unlink(), "is missing beside"),
        (lambda folder: (folder / "model.ckpt-7.index").write_text("not a table at all " * 10), "another kind"),
        (lambda folder: (folder / "model.ckpt-7.index").write_bytes(b""), "size is impossible"),
    ],
)
def test_what_is_no_checkpoint_is_refused_in_a_sentence(stages, damage, said):
    damage(stages[0])
    with pytest.raises(BundleError, match=said):
        read_checkpoint(stages[0])


def test_a_path_that_does_not_exist(tmp_path):
    with pytest.raises(BundleError, match="cannot be opened"):
        read_checkpoint(tmp_path / "nowhere" / "model.ckpt")


def test_a_zip_with_path_tricks_writes_nothing(stages, tmp_path):
    path = tmp_path / "deep" / "er" / "evil.zip"
    path.parent.mkdir(parents=True)
    with zipfile.ZipFile(path, "w") as archive:
        for file in stages[0].iterdir():
            archive.write(file, f"../../../{file.name}")
            archive.write(file, f"/etc/{file.name}")
    before = sorted(tmp_path.rglob("*"))
    read_checkpoint(path)
    assert sorted(tmp_path.rglob("*")) == before


def test_a_zip_bomb_is_refused_before_it_unfolds(tmp_path):
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("model.ckpt-1.index", bytes(200 << 20))
    tracemalloc.start()
    with pytest.raises(BundleError, match="too large"):
        read_checkpoint(path)
    assert tracemalloc.get_traced_memory()[1] < 20 << 20
    tracemalloc.stop()


def test_no_mutation_is_imported(stages):
    """Bit flips, cuts, insertions, foreign bytes, anywhere in either file: always an error, always the right one."""
    rng = np.random.default_rng(0)
    files = sorted(stages[1].iterdir())
    whole = {file: file.read_bytes() for file in files}
    for turn in range(MUTATIONS):
        file = files[turn % 2]
        data = bytearray(whole[file])
        at = int(rng.integers(len(data)))
        match turn // 2 % 5:
            case 0 | 1:
                data[at] ^= 1 << int(rng.integers(8))
            case 2:
                del data[at:]
            case 3:
                data[at:at] = rng.bytes(int(rng.integers(1, 9)))
            case 4:
                size = int(rng.integers(1, 64))
                data[at : at + size] = bytes(b ^ 0xA5 for b in data[at : at + size])
        file.write_bytes(data)
        with pytest.raises(BundleError):
            read_checkpoint(stages[1])
        file.write_bytes(whole[file])
    read_checkpoint(stages[1])


@pytest.mark.skipif(not SHARED.is_dir(), reason="the authors' graph's own outputs are not here")
@pytest.mark.parametrize("size", ["small", "full"])
def test_parity_with_the_original_graph(size, tmp_path):
    folder = SHARED / size
    result = import_authors(folder / "stage1", folder / "stage2", tmp_path / f"{size}.safetensors")
    assert size == "small" or result.card.actions == PENN_ACTIONS
    card, tensors = load_bundle(result.path)
    networks = assemble(card.spec, tensors)
    with np.load(folder / "expected.npz") as archive:
        expected = dict(archive)
    shown = expected["frame_index"].tolist()
    with torch.inference_mode():
        images = torch.from_numpy(expected["image"]).permute(0, 3, 1, 2).float() / 127.5 - 1
        keypoints = networks.detector(images)
        future = networks.motion.decode(
            torch.from_numpy(expected["z"]), keypoints, torch.from_numpy(expected["action"])
        )
        assert np.abs(keypoints.numpy() - expected["keypoints"]).max() < 1e-4
        assert np.abs(future.numpy() - expected["future_keypoints"]).max() < 1e-4
        for i in range(len(images)):
            prepared = networks.translator.prepare(images[i : i + 1], keypoints[i : i + 1])
            frame, crude, mask = networks.translator.compose(prepared, future[i, shown])
            for made, name, levels in (
                (frame.clamp(-1, 1), "frames", 127.5),
                (crude, "crude", 127.5),
                (mask, "mask", 255),
            ):
                assert np.abs(made.permute(0, 2, 3, 1).numpy() - expected[name][i]).max() * levels < 0.1


@pytest.mark.skipif(not SHARED.is_dir(), reason="the authors' graph's own outputs are not here")
@pytest.mark.parametrize("size", ["small", "full"])
def test_the_fast_path_makes_the_original_graphs_clip(size, tmp_path):
    """From a picture to bytes: what rounding to bytes does is half a level, and the rest is a tenth."""
    folder = SHARED / size
    path = import_authors(folder / "stage1", folder / "stage2", tmp_path / f"{size}.safetensors").path
    model = load_model(path, device="cpu", precision="fp32")
    with np.load(folder / "expected.npz") as archive:
        expected = dict(archive)
    for i, picture in enumerate(expected["image"]):
        prediction = model.begin(picture, expected["action"][i], z=expected["z"][i])
        assert np.abs(prediction.source_keypoints - expected["keypoints"][i]).max() < 1e-4
        assert np.abs(prediction.keypoints - expected["future_keypoints"][i]).max() < 1e-4
        shown = prediction.keypoints[expected["frame_index"]]
        for batch in model.render_frames(prediction.source, prediction.source_keypoints, shown):
            part = slice(batch.start, batch.start + len(batch.frames))
            crude = expected["crude"][i, part].clip(-1, 1)  # theirs is clipped only for viewing
            for made, wanted in (
                (batch.frames, (expected["frames"][i, part] + 1) * 127.5),
                (batch.synthesized, (crude + 1) * 127.5),
                (batch.mask[..., None], expected["mask"][i, part] * 255),
            ):
                assert np.abs(made - wanted).max() < 0.5 + 0.1
