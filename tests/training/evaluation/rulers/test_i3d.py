"""FVD's network comes as a file: one that computes is used as it should be, one that does more is refused unrun."""

import zipfile
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from engine.errors import TrainingError
from training.evaluation.rulers.i3d import I3D


class StandIn(nn.Module):
    """400 numbers of a clip: its mean colour in three of them, the sizes it came in in three others."""

    def forward(self, x: Tensor, rescale: bool = True, resize: bool = True, return_features: bool = False) -> Tensor:
        if rescale or resize or not return_features:
            return x
        answer = torch.zeros(x.shape[0], 400)
        answer[:, :3] = x.mean((2, 3, 4))
        answer[:, 3:6] = torch.tensor([x.shape[2], x.shape[3], x.shape[4]], dtype=torch.float32)
        return answer


class Plain(nn.Module):
    def forward(self, video: Tensor) -> Tensor:
        return video.mean((2, 3, 4))


class Writer(nn.Module):
    """Says in its code that it wants a file."""

    def forward(self, video: Tensor) -> Tensor:
        return torch.from_file("/etc/hostname", size=4)


@pytest.fixture
def saved(tmp_path):
    def save(network: nn.Module) -> str:
        path = tmp_path / "i3d.pt"
        torch.jit.script(network).save(str(path))
        return str(path)

    return save


def test_clips_come_to_the_network_as_i3d_wants_them(saved):
    network = I3D(saved(StandIn()))
    clips = [np.full((12, 64, 64, 3), level, np.uint8) for level in (0, 255, 0, 0, 255)]
    logits = network.logits(clips)
    assert logits.shape == (5, 400) and logits.dtype == np.float32
    assert logits[:, 0] == pytest.approx([-1, 1, -1, -1, 1])
    assert logits[0, 3:6].tolist() == [12, 224, 224]
    assert len(network.sha256) == 64


def test_another_answer_than_400_logits_is_not_called_fvd(saved):
    network = I3D(saved(Plain()))
    with pytest.raises(TrainingError, match="400"):
        network.logits([np.zeros((12, 32, 32, 3), np.uint8)])


def test_clips_too_short_are_refused(saved):
    network = I3D(saved(StandIn()))
    with pytest.raises(TrainingError, match="10 frames"):
        network.logits([np.zeros((8, 32, 32, 3), np.uint8)])


def test_a_file_whose_code_opens_files_is_refused_before_it_runs(saved, monkeypatch):
    path = saved(Writer())
    monkeypatch.setattr(torch.jit, "load", lambda *_a, **_k: pytest.fail("it was loaded"))
    with pytest.raises(TrainingError, match="from_file"):
        I3D(path)


def test_what_is_no_torchscript_is_said_to_be_none(tmp_path):
    with pytest.raises(TrainingError, match="cannot be read"):
        I3D(tmp_path / "missing.pt")
    text = tmp_path / "text.pt"
    text.write_text("hello")
    with pytest.raises(TrainingError, match="no TorchScript"):
        I3D(text)
    pickled = tmp_path / "weights.pt"
    torch.save({"a": torch.zeros(2)}, pickled)
    with pytest.raises(TrainingError, match="no TorchScript"):
        I3D(pickled)
    empty = tmp_path / "empty.pt"
    with zipfile.ZipFile(empty, "w") as archive:
        archive.writestr("x/code/a.py", "def f(): pass")
    with pytest.raises(TrainingError, match="no TorchScript"):
        I3D(empty)


def test_damage_is_found_before_torch_reads_it(saved, monkeypatch):
    path = saved(Plain())
    with zipfile.ZipFile(path) as archive:
        entry = next(each for each in archive.infolist() if each.filename.endswith(".pkl"))
    content = bytearray(Path(path).read_bytes())
    content[entry.header_offset + 200 : entry.header_offset + 202] = b"??"
    Path(path).write_bytes(content)
    monkeypatch.setattr(torch.jit, "load", lambda *_, **__: pytest.fail("it was read"))
    with pytest.raises(TrainingError, match="no TorchScript file"):
        I3D(path)
