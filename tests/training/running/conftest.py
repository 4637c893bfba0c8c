"""A folder for a run."""

import pytest
import torch


@pytest.fixture
def folder(tmp_path):
    torch.set_num_threads(1)
    return tmp_path / "run"
