"""A model file that is not quite right gives a sentence, executes nothing, and costs no memory."""

import json
import os
import pickle
import random
import time
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
import safetensors.numpy
from torch.nn.modules.module import register_module_parameter_registration_hook

from engine import load_model
from engine.errors import BundleError
from engine.models.assembly import assemble, disassemble
from engine.models.bundle import load_bundle, read_card, save_bundle, tensors_id
from engine.models.card import ModelCard
from tests.conftest import ACTIONS, small_spec

TENSORS = {
    "detector.a.weight": np.linspace(-2, 2, 24, dtype=np.float32).reshape(2, 3, 4),
    "detector.a.bias": np.array([0.1, 1e-9, 70000.0], np.float32),
    "motion.big.weight": np.array([[1e6, 1.0]], np.float32),
}


def card(**changes):
    spec = small_spec()
    values: dict[str, Any] = {"name": "test", "network": spec.to_json(), "actions": ACTIONS, "image_size": 64} | changes
    return ModelCard(**values)


@pytest.fixture
def bundle(tmp_path):
    return save_bundle(tmp_path / "test.safetensors", card(), TENSORS)


def forge(path, header, data=b"\0" * 8):
    """A file with any header (an object, or raw bytes)."""
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    path.write_bytes(len(text).to_bytes(8, "little") + text + data)
    return path


def forged_header(**tensors):
    return {"__metadata__": {"kpvp": card().to_text()}, **tensors}


def test_a_bundle_comes_back_as_it_was(bundle):
    found, tensors = load_bundle(bundle)
    assert found == read_card(bundle) == card()
    assert set(tensors) == set(TENSORS)
    for name, array in TENSORS.items():
        assert tensors[name].dtype == np.float32
        np.testing.assert_allclose(tensors[name], array, rtol=1e-3)


def test_matrices_are_halved_but_biases_and_what_half_cannot_hold_are_not(bundle):
    stored = safetensors.numpy.load_file(bundle)  # the format's own library reads it too
    assert stored["detector.a.weight"].dtype == np.float16
    assert stored["detector.a.bias"].dtype == np.float32
    assert stored["motion.big.weight"].dtype == np.float32
    assert np.array_equal(stored["detector.a.bias"], TENSORS["detector.a.bias"])


def test_weights_can_be_kept_whole(tmp_path):
    path = save_bundle(tmp_path / "whole.safetensors", card(), TENSORS, weights="float32")
    assert all(np.array_equal(array, TENSORS[name]) for name, array in load_bundle(path)[1].items())


def test_the_id_tells_weights_apart_and_survives_saving(bundle, tmp_path):
    _, tensors = load_bundle(bundle)
    again = save_bundle(tmp_path / "again.safetensors", card(notes="other words"), tensors, weights="float32")
    assert tensors_id(load_bundle(again)[1]) == tensors_id(tensors)
    tensors["detector.a.bias"][0] += 1
    assert tensors_id(tensors) != tensors_id(load_bundle(bundle)[1])


def test_the_card_keeps_what_it_does_not_know_and_its_rational_fps():
    told = card(fps="30000/1001").to_json() | {"colour": "green"}
    found = ModelCard.from_json(told)
    assert found.extra == {"colour": "green"} and found.fps == Fraction(30000, 1001)
    assert found.to_json() == told


def test_a_score_that_could_not_be_measured_does_not_lose_the_model():
    found = ModelCard.from_text(card(scores={"psnr": float("nan"), "all": [float("inf"), 1.0]}).to_text())
    assert found.scores == {"psnr": None, "all": [None, 1.0]}


def test_a_card_beyond_256_kib_is_refused():
    with pytest.raises(BundleError, match="256 KiB"):
        card(notes="x" * 300_000).to_text()


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"format": 2}, "newer"),
        ({"format": "1"}, "format version"),
        ({"actions": []}, "actions"),
        ({"actions": ["a", "a"]}, "action"),
        ({"actions": "squats"}, "actions"),
        ({"default_action": "flying"}, "no action 'flying'"),
        ({"default_action": 1}, "default_action"),
        ({"fps": "25/0"}, "fps"),
        ({"fps": 1e9}, "fps"),
        ({"name": 5}, "name"),
        ({"network": []}, "network"),
        ({"image_size": True}, "image_size"),
    ],
)
def test_a_card_that_makes_no_sense_is_refused(change, complaint):
    with pytest.raises(BundleError, match=complaint):
        ModelCard.from_json(card().to_json() | change)


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"actions": ("one",)}, "action"),
        ({"image_size": 128}, "px"),
        ({"network": {"n_keypoints": 10**9}}, "n_keypoints"),
    ],
)
def test_a_card_that_contradicts_its_networks_is_refused(changes, complaint):
    with pytest.raises(BundleError, match=complaint):
        _ = card(**changes).spec


def test_foreign_files_are_refused(tmp_path):
    foreign = tmp_path / "foreign.safetensors"
    safetensors.numpy.save_file({"x": np.zeros(3, np.float32)}, foreign)
    with pytest.raises(BundleError, match="no model card"):
        read_card(foreign)
    for content in (b"", b"x", b"\0" * 4000, b"\xff" * 100, b"{" * 5000, b"PK\3\4" + b"\0" * 500):
        foreign.write_bytes(content)
        with pytest.raises(BundleError):
            load_bundle(foreign)


def test_a_pickle_is_not_run(tmp_path):
    class Bomb:
        def __reduce__(self):
            return os.mkdir, (str(tmp_path / "executed"),)

    path = tmp_path / "bomb.safetensors"
    path.write_bytes(pickle.dumps(Bomb()))
    with pytest.raises(BundleError):
        load_bundle(path)
    assert not (tmp_path / "executed").exists()


def test_an_oversized_file_is_refused_unread(tmp_path):
    path = tmp_path / "huge.safetensors"
    with open(path, "wb") as file:
        file.truncate(600 * 1024**2)  # sparse: it takes no room
    with pytest.raises(BundleError, match="512 MiB"):
        load_bundle(path)


@pytest.mark.parametrize(
    "tensor",
    [
        {"dtype": "F32", "shape": [3], "data_offsets": [0, 8]},
        {"dtype": "F32", "shape": [2], "data_offsets": [0, 16]},
        {"dtype": "F32", "shape": [2], "data_offsets": [4, 12]},
        {"dtype": "F32", "shape": [-2], "data_offsets": [0, 8]},
        {"dtype": "F32", "shape": [2.0], "data_offsets": [0, 8]},
        {"dtype": "F32", "shape": [2], "data_offsets": [8, 0]},
        {"dtype": "F32", "shape": [10**30], "data_offsets": [0, 8]},
        {"dtype": "F32", "shape": [0] * 99, "data_offsets": [0, 0]},
        {"dtype": "I64", "shape": [1], "data_offsets": [0, 8]},
        {"dtype": ["F32"], "shape": [2], "data_offsets": [0, 8]},
        {"dtype": "F32", "shape": [2]},
        "F32",
        None,
    ],
)
def test_a_tensor_described_wrongly_is_refused(tmp_path, tensor):
    with pytest.raises(BundleError):
        load_bundle(forge(tmp_path / "forged.safetensors", forged_header(x=tensor)))


@pytest.mark.parametrize(
    "header",
    [
        [],
        {"__metadata__": 3},
        {"__metadata__": {"kpvp": 3}},
        {"__metadata__": {"kpvp": "{"}},
        {"__metadata__": {"kpvp": "[" * 100_000}},
        {"__metadata__": {"kpvp": "[]"}},
        {"__metadata__": {"kpvp": '{"format": 1, "format": 1}'}},
        b'{"x": 1, "x": 2}',
        b"\xff\xfe",
        b"[" * 200_000,
    ],
)
def test_a_header_that_makes_no_sense_is_refused(tmp_path, header):
    with pytest.raises(BundleError):
        load_bundle(forge(tmp_path / "forged.safetensors", header))


def test_overlapping_tensors_are_refused(tmp_path):
    tensor = {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]}
    with pytest.raises(BundleError, match="overlap"):
        load_bundle(forge(tmp_path / "forged.safetensors", forged_header(x=tensor, y=tensor)))


def test_no_mutation_of_a_bundle_raises_anything_else(bundle, tmp_path):
    whole = bundle.read_bytes()
    header_end = 8 + int.from_bytes(whole[:8], "little")
    chance = random.Random(0)
    mutated = tmp_path / "mutated.safetensors"
    refused = 0
    for round_ in range(600):
        data = bytearray(whole)
        if round_ % 3 == 0:
            del data[chance.randrange(len(data)) :]
        elif round_ % 3 == 1:
            for _ in range(chance.randint(1, 4)):
                data[chance.randrange(8, header_end)] ^= 1 << chance.randrange(8)
        else:
            data[chance.randrange(8)] ^= 1 << chance.randrange(8)
        mutated.write_bytes(data)
        try:
            found, tensors = load_bundle(mutated)
            _ = found.spec
            assemble(found.spec, tensors)
        except BundleError as error:
            assert error.what and error.remedy
            refused += 1
    assert refused == 600  # these tensors fit no network, so even an unharmed header must not pass


def test_a_changed_weight_still_loads_but_is_another_model(bundle, tmp_path):
    data = bytearray(bundle.read_bytes())
    data[-1] ^= 1
    changed = tmp_path / "changed.safetensors"
    changed.write_bytes(data)
    assert tensors_id(load_bundle(changed)[1]) != tensors_id(load_bundle(bundle)[1])


def test_tensors_that_do_not_fit_the_networks_are_named(lively_networks):
    tensors = disassemble(lively_networks())
    spec = small_spec()
    assemble(spec, tensors)
    lacking = {name: array for name, array in tensors.items() if name != "detector.head.bias"}
    with pytest.raises(BundleError, match=r"lacks detector\.head\.bias"):
        assemble(spec, lacking)
    with pytest.raises(BundleError, match=r"no use for detector\.extra"):
        assemble(spec, tensors | {"detector.extra": np.zeros(3, np.float32)})
    with pytest.raises(BundleError, match=r"other sizes for motion\.code\.bias"):
        assemble(spec, tensors | {"motion.code.bias": np.zeros(3, np.float32)})


def test_weights_that_are_not_finite_are_not_saved(tmp_path):
    with pytest.raises(BundleError, match="finite"):
        save_bundle(tmp_path / "nan.safetensors", card(), {"x": np.array([np.nan], np.float32)})
    assert list(tmp_path.iterdir()) == []


def test_a_failed_save_leaves_the_old_file(bundle, monkeypatch):
    before = bundle.read_bytes()
    monkeypatch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(OSError):
        save_bundle(bundle, card(notes="new"), TENSORS)
    assert bundle.read_bytes() == before
    assert [path.name for path in bundle.parent.iterdir()] == [bundle.name]


def test_folders_and_missing_files_are_named(tmp_path):
    with pytest.raises(BundleError, match="folder"):
        load_bundle(tmp_path)
    with pytest.raises(BundleError, match=r"gone\.safetensors"):
        load_bundle(tmp_path / "gone.safetensors")
    with pytest.raises(BundleError):
        load_bundle("a\0b")


@pytest.mark.parametrize("fps", ["1e999999999", "1e-999999999", "1/1e99", "9" * 5000, "nan", "inf", "", "25 25"])
def test_a_frame_rate_that_would_take_for_ever_is_refused_at_once(tmp_path, fps):
    text = json.dumps(card().to_json() | {"fps": fps})
    path = forge(tmp_path / "slow.safetensors", {"__metadata__": {"kpvp": text}})
    started = time.perf_counter()
    with pytest.raises(BundleError, match="fps"):
        read_card(path)
    assert time.perf_counter() - started < 1


def test_an_action_s_name_holds_no_control_characters():
    with pytest.raises(BundleError, match="action names"):
        card(actions=("squats", "wa\0ving", *ACTIONS[2:]))
    with pytest.raises(BundleError, match="action names"):
        card(actions=("squats", "\x1b]0;waving", *ACTIONS[2:]))


def test_a_card_s_texts_hold_no_control_characters():
    found = card(title="Pe\x1b[31mople\x07\udc80", notes="two\nlines")
    assert found.title == "Pe [31mople  " and found.notes == "two\nlines"


def test_weights_that_are_not_finite_are_refused(tmp_path, bundle):
    data = bytearray(bundle.read_bytes())
    data[-8:-4] = np.float32(np.nan).tobytes()
    data[-4:] = np.float32(np.inf).tobytes()
    bundle.write_bytes(data)
    with pytest.raises(BundleError, match="not finite"):
        load_bundle(bundle)


@pytest.mark.parametrize("translator", ["drawing", "moving"])
def test_networks_are_compared_with_a_file_without_being_made(translator):
    wide = (4096,) * 3
    spec = small_spec(translator=translator, image_encoder=wide, translator_widths=wide, motion_width=8192)
    made = []
    hook = register_module_parameter_registration_hook(lambda _module, _name, weight: made.append(weight))
    try:
        with pytest.raises(BundleError, match="lacks"):
            assemble(spec, {})
    finally:
        hook.remove()
    assert sum(weight.nbytes for weight in made) > 2**30
    assert sum(weight.nbytes for weight in made if not weight.is_meta) < 2**20


def test_weights_whose_answer_is_no_number_are_refused(tiny_model, tmp_path):
    card, tensors = load_bundle(tiny_model)
    large = {name: np.full_like(array, 3e38) for name, array in tensors.items()}
    model = load_model(save_bundle(tmp_path / "large.safetensors", card, large), device="cpu")
    photo = np.full((64, 64, 3), 99, np.uint8)
    for ask in (lambda: model.predict(photo, "squats"), lambda: model.detections(photo[None])):
        with pytest.raises(BundleError, match="no number"):
            ask()
