"""The mean of models of one kind is a model; of different kinds there is none."""

import numpy as np
import pytest

from engine.errors import TrainingError
from engine.models.assembly import assemble
from engine.models.bundle import load_bundle, save_bundle
from training.mean_of_models import main, mean_of_models


@pytest.fixture
def changed(tiny_model, tmp_path):
    """The tiny model with every weight one more."""
    card, tensors = load_bundle(tiny_model)
    path = tmp_path / "changed.safetensors"
    save_bundle(path, card, {name: tensor + 1 for name, tensor in tensors.items()}, "float32")
    return path


def test_each_counts_by_its_share(tiny_model, changed, tmp_path):
    out = tmp_path / "mean.safetensors"
    assert main([str(out), f"{tiny_model}:3", f"{changed}:1"]) == 0
    card, mean = load_bundle(out)
    first = load_bundle(tiny_model)[1]
    assert all(np.allclose(mean[name], tensor + 0.25, atol=1e-5) for name, tensor in first.items())
    assemble(card.spec, mean)


def test_other_networks_are_refused(tiny_model, tmp_path):
    with pytest.raises(TrainingError, match="not of one kind"):
        mean_of_models([str(tiny_model), "people"], [1, 1], str(tmp_path / "mean.safetensors"))
    assert not (tmp_path / "mean.safetensors").exists()


@pytest.mark.parametrize("asked", [["people"], ["people:much"], ["people:0"]])
def test_shares_are_asked_for(asked, tmp_path, capsys):
    assert main([str(tmp_path / "mean.safetensors"), *asked]) == 2
    assert "share" in capsys.readouterr().err
