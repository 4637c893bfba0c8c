"""Keypoints go out and come back; what is damaged is said in words."""

import json
import os
import re

import numpy as np
import pytest

from engine import export
from engine.clip import Clip
from engine.errors import ClipError
from engine.formats.keypoint_reading import read_keypoints
from engine.formats.table import FORMATS


@pytest.fixture
def clip():
    rng = np.random.default_rng(0)
    return Clip(
        keypoints=rng.uniform(-1, 1, (12, 5, 2)).astype(np.float32),
        source_keypoints=rng.uniform(-1, 1, (5, 2)).astype(np.float32),
        source=np.zeros((16, 16, 3), np.uint8),
        z=np.zeros(2, np.float32),
        action=np.ones(1, np.float32),
        action_names=("walk",),
        seed=1,
        frames=np.zeros((12, 16, 16, 3), np.uint8),
        synthesized=np.zeros((12, 16, 16, 3), np.uint8),
        mask=np.zeros((12, 16, 16), np.uint8),
    )


@pytest.mark.parametrize("suffix", [".csv", ".json"])
def test_what_goes_out_comes_back(tmp_path, clip, suffix):
    assert suffix in {form.suffix for form in FORMATS}
    path = export(clip, tmp_path / f"motion{suffix}")
    assert read_keypoints(path) == pytest.approx(clip.keypoints, abs=1e-6)


def test_a_table_may_have_its_own_order_and_columns_and_no_photo(tmp_path):
    path = tmp_path / "own.csv"
    path.write_text("note,y,x,keypoint,frame\na,0.1,0.2,1,1\nb,0.3,0.4,0,1\n", encoding="utf-8")
    assert read_keypoints(path) == pytest.approx(np.array([[[0.4, 0.3], [0.2, 0.1]]]))


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.csv", "frame,keypoint,x\n1,0,0\n", "no column y"),
        ("a.csv", "frame,keypoint,x,y\n1,0,0,zero\n", "Line 2"),
        ("a.csv", "frame,keypoint,x,y\n0,0,0,0\n", "no frame"),
        ("a.csv", "frame,keypoint,x,y\n1,0,0,0\n2,1,0,0\n", "lacks keypoint 1 of frame 1"),
        ("a.csv", "frame,keypoint,x,y\n1,0,nan,0\n", "finite"),
        ("a.csv", "frame,keypoint,x,y\n999999999,0,0,0\n", "out of bounds"),
        ("a.csv", "", "no column frame"),
        ("a.csv", "frame,keypoint,x,y\n1,0,0," + "9" * 200_000 + "\n", "no line of a table"),
        ("a.csv", "x" * 200_000, "no line of a table"),
        ("a.json", "[1, 2", "no list of keypoints"),
        ("a.json", '{"keypoints": [[[1' + "0" * 400 + ", 0]]]}", "no list of keypoints"),
        ("a.json", json.dumps({"keypoints": [[[0, 0]]] * 10_001}), "more frames"),
        ("a.json", json.dumps({"keypoints": [[[0, 0]] * 1_001]}), "more frames or keypoints"),
        ("a.json", json.dumps({"keypoints": [[1, 2]]}), "shape [1, 2]"),
        ("a.json", json.dumps([]), "no list of keypoints"),
    ],
)
def test_what_is_wrong_is_said_with_what_to_do(tmp_path, name, text, said):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ClipError, match=re.escape(said)) as error:
        read_keypoints(path)
    assert error.value.remedy


def test_a_file_that_is_not_there_or_no_text(tmp_path):
    with pytest.raises(ClipError, match="cannot be opened"):
        read_keypoints(tmp_path / "none.csv")
    (tmp_path / "a.csv").write_bytes(b"\xff\xfe\x00\x81")
    with pytest.raises(ClipError, match="no text"):
        read_keypoints(tmp_path / "a.csv")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes with names")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "a.csv")
    with pytest.raises(ClipError, match="is no file"):
        read_keypoints(tmp_path / "a.csv")
