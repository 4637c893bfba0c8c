"""The user's own models: added, renamed, deleted and brought back; and the pictures in their cards to start with."""

import os
import shutil
import time
from dataclasses import replace

import numpy as np
import pytest

from engine.errors import BundleError
from engine.models import library, own_models, starts
from engine.models.bundle import load_bundle, read_card, tensors_id


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setattr(library, "user_folder", lambda: tmp_path / "models")
    return tmp_path / "models"


@pytest.fixture
def entry(home, tiny_model):
    return library.find_model(own_models.add(tiny_model).stem)


def test_a_model_is_added_under_a_name_of_its_own(home, tiny_model):
    first, second = own_models.add(tiny_model), own_models.add(tiny_model)
    assert first.parent == second.parent == home
    assert second.stem == f"{first.stem}-2" and second.read_bytes() == tiny_model.read_bytes()
    bundled = shutil.copy(tiny_model, tiny_model.parent / "people.safetensors")
    assert own_models.add(tiny_model.parent / os.path.basename(bundled)).stem == "people-2"


def test_what_is_no_model_is_not_added(home, tmp_path):
    (tmp_path / "holiday.safetensors").write_bytes(b"holiday")
    with pytest.raises(BundleError):
        own_models.add(tmp_path / "holiday.safetensors")
    assert not home.exists()


def test_a_new_title_changes_nothing_else(entry):
    before = tensors_id(load_bundle(entry.path)[1])
    own_models.rename(entry, "  Meine \n Leute ")
    assert read_card(entry.path) == replace(entry.card, title="Meine Leute")
    assert tensors_id(load_bundle(entry.path)[1]) == before
    with pytest.raises(BundleError):
        own_models.rename(entry, " \n ")


def test_what_is_deleted_comes_back_as_it_was(home, entry):
    whole = entry.path.read_bytes()
    away = own_models.delete(entry)
    assert entry.name not in {each.name for each in library.list_models()}
    assert own_models.bring_back(away, entry).read_bytes() == whole
    assert entry.name in {each.name for each in library.list_models()}


def test_it_comes_back_beside_what_has_taken_its_name(entry, tiny_model):
    away = own_models.delete(entry)
    own_models.add(tiny_model)
    assert own_models.bring_back(away, entry).stem == f"{entry.name}-2"


def test_after_a_month_it_is_gone_for_good(home, entry, tiny_model):
    away = own_models.delete(entry)
    own_models.forget_deleted()
    assert away.exists()
    os.utime(away, (0, time.time() - 31 * 24 * 3600))
    own_models.forget_deleted()
    assert not away.exists()


def test_only_those_in_the_users_folder_are_the_users(entry):
    assert own_models.is_own(entry)
    assert not own_models.is_own(library.find_model("people"))


def test_start_pictures_survive_the_card(entry):
    rng = np.random.default_rng(0)
    smooth = [np.full((64, 64, 3), 20 * i, np.uint8) for i in range(8)]
    action = entry.card.actions[0]
    noise = rng.integers(0, 255, (128, 128, 3), dtype=np.uint8)
    rows = starts.to_card([(action, noise), *((action, picture) for picture in smooth)])
    found = starts.of_card(replace(entry.card, extra={starts.KEY: rows}))
    assert len(found) == starts.MOST and {name for name, _ in found} == {action}


def test_a_card_may_say_anything_of_start_pictures(entry):
    good = starts.to_card([(entry.card.actions[0], np.zeros((8, 8, 3), np.uint8))])
    for rows in (None, 7, "abc", [7], [{}], [good[0] | {"action": "levitate"}], [good[0] | {"jpeg": "!"}]):
        assert starts.of_card(replace(entry.card, extra={starts.KEY: rows})) == []
    huge = [good[0] | {"jpeg": "/9j" + "A" * 100_000}]
    assert starts.of_card(replace(entry.card, extra={starts.KEY: huge})) == []
