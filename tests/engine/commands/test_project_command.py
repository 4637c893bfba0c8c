"""`kpvp project`: what a project file holds, and its clips written with the frames that they had."""

import json
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

import engine
import main
from engine.projects import encoding
from engine.projects.photos import stored
from engine.projects.project import Project
from engine.projects.reading import open_folder
from engine.projects.working_copy import WorkingCopy
from tests.engine.projects.made import put


@pytest.fixture
def clips(lively_model, picture):
    model = engine.load_model(lively_model, device="cpu")
    return [model.predict(picture, action, seed=seed) for action, seed in (("squats", 7), ("golf_swing", 8))]


@pytest.fixture
def file(tmp_path, clips, picture, lively_model, monkeypatch):
    """A project of two clips: of the second, no frames are kept."""
    monkeypatch.setenv("KPVP_MODELS_DIR", str(lively_model.parent))
    copy = WorkingCopy.create(tmp_path / "work")
    photo, data = stored(engine.read_photo(picture))
    copy.add(photo.file, data)
    entries = [
        put(copy, clips[0], "a", photo=photo.id, created=1.0, starred=True),
        put(copy, clips[1], "b", frames=False, photo=photo.id, created=2.0, edited_from="a"),
    ]
    copy.write(Project(photos=[photo], clips=entries))
    copy.save(tmp_path / "dance.kpvp")
    return tmp_path / "dance.kpvp"


def run(capsys, *arguments) -> tuple[int, str, str]:
    status = main.main(["project", *map(str, arguments)])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def test_it_says_what_is_in_a_file(capsys, file):
    status, out, err = run(capsys, file)
    assert (status, err) == (0, "")
    assert out.splitlines()[0] == "dance.kpvp: 2 clips of 1 photo"
    assert "* squats, seed 7" in out and "golf_swing, seed 8, edited" in out


def test_json_has_every_clip_and_how_it_was_made(capsys, file, clips):
    status, out, _ = run(capsys, file, "--json")
    data = json.loads(out)
    assert status == 0 and data["version"] == 1 and len(data["photos"]) == 1
    first, second = data["clips"]
    assert (first["seed"], first["action"], first["starred"], first["has_frames"]) == (7, {"squats": 1.0}, True, True)
    assert (second["edited_from"], second["has_frames"], second["model_id"]) == ("a", False, clips[1].model_id)


def test_export_writes_the_frames_that_there_were_or_renders_them_again(capsys, file, tmp_path, clips):
    status, _, _ = run(capsys, file, "--export", tmp_path / "out", "--format", "npz", "--device", "cpu")
    assert status == 0
    for name, clip in zip(("001_squats_7.npz", "002_golf_swing_8.npz"), clips, strict=True):
        back = engine.Clip.load(tmp_path / "out" / name)
        assert np.array_equal(back.keypoints, clip.keypoints)
        assert np.abs(back.frames.astype(int) - clip.frames).max() <= 2


def test_only_starred_clips_are_exported_if_asked(capsys, file, tmp_path):
    status, _, _ = run(capsys, file, "--export", tmp_path / "out", "--starred")
    assert status == 0 and [path.name for path in (tmp_path / "out").iterdir()] == ["001_squats_7.gif"]
    with Image.open(tmp_path / "out/001_squats_7.gif") as gif:
        assert getattr(gif, "n_frames", 1) == 32


def test_nothing_is_overwritten_and_the_others_are_written(capsys, file, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out/001_squats_7.gif").write_bytes(b"mine")
    status, out, err = run(capsys, file, "--export", tmp_path / "out", "--device", "cpu", "--json")
    assert status == 2 and "already exists" in err and (tmp_path / "out/001_squats_7.gif").read_bytes() == b"mine"
    assert [problem["id"] for problem in json.loads(out)["problems"]] == ["a"]
    assert (tmp_path / "out/002_golf_swing_8.gif").exists()


def test_a_damaged_clip_is_reported_and_passed_over(capsys, file, tmp_path):
    copy = WorkingCopy.create(tmp_path / "other")
    broken = replace(open_folder(next((tmp_path / "work").iterdir())).project)
    for entry in broken.clips:
        copy.add(entry.source, encoding.picture_to_bytes(np.zeros((64, 64, 3), np.uint8)))
        copy.add(entry.arrays, b"nothing")
    copy.write(broken)
    copy.save(tmp_path / "broken.kpvp")
    status, out, err = run(capsys, tmp_path / "broken.kpvp")
    assert status == 2 and "0 clips" in out and "keypoints of a clip are damaged" in err


def test_no_file_and_no_project_are_said_in_a_sentence(capsys, tmp_path):
    status, out, err = run(capsys, tmp_path / "none.kpvp")
    assert (status, out) == (2, "") and "none.kpvp cannot be opened: No such file" in err
    (tmp_path / "odd.kpvp").write_bytes(b"odd")
    assert run(capsys, tmp_path / "odd.kpvp")[0] == 2
