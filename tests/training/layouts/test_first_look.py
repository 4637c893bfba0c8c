"""`kpvp data` tells what a folder holds and what is wrong with it, draws a sheet, and is quick."""

import json

import numpy as np
import pytest
from PIL import Image

import main
from tests.training import clip_files
from training.layouts import first_look, probing
from training.layouts.listing import SourceClip


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    root = tmp_path_factory.mktemp("look") / "clips"
    clip_files.video(root / "wave" / "wide.mp4", 40)
    clip_files.video(root / "wave" / "tall.mp4", 35, width=48, height=64, fps=30)
    clip_files.cut(clip_files.video(root / "wave" / "cut.mp4"), 0.5)
    clip_files.cut(clip_files.video(root / "wave" / "early.mp4", extra=("-movflags", "+faststart")), 0.6)
    clip_files.gif(root / "jump" / "跳躍.gif", 12)
    clip_files.pictures(root / "jump" / "frames", 5)
    clip_files.pictures(root / "jump" / "single", 1)
    (root / "jump" / "text.mp4").write_text("not a video at all")
    (root / "jump" / "empty.mov").touch()
    return root


def test_a_look_counts_clips_classes_lengths_rates_and_sizes(folder):
    seen = first_look.look(folder).to_json()
    assert seen["layout"] == "folder" and seen["usable"] and seen["clips"] == 5
    assert seen["classes"] == {"jump": 2, "wave": 3}
    assert seen["frames"] == {"total": 132, "shortest": 5, "median": 35, "longest": 40}
    assert seen["fps"] == {"25": 2, "30": 1, "10": 1, "unknown": 1}
    assert seen["sizes"] == {"64x48": 4, "48x64": 1}
    assert seen["split"] is None
    assert any("Portrait and landscape are mixed" in note for note in seen["notes"])
    assert any("2 clips have fewer than 33 frames" in note for note in seen["notes"])


def test_a_look_lists_every_problem_by_file(folder):
    problems = {problem["file"]: problem for problem in first_look.look(folder).to_json()["problems"]}
    assert {name: problem["left_out"] for name, problem in problems.items()} == {
        "jump/empty.mov": True,
        "jump/single": True,
        "jump/text.mp4": True,
        "wave/cut.mp4": True,
        "wave/early.mp4": False,
    }
    assert problems["jump/empty.mov"]["what"] == "It is empty."
    assert problems["jump/single"]["what"] == "It has one frame; a clip needs two."
    assert problems["jump/text.mp4"]["what"] == "It is no video, whatever its name says."
    assert "may be cut off" in problems["wave/cut.mp4"]["what"]
    assert "ends early" in problems["wave/early.mp4"]["what"]


def test_a_large_video_is_looked_at_and_told(tmp_path):
    clip_files.video(tmp_path / "a.mp4", 3, width=3840, height=2160)
    seen = first_look.look(tmp_path).to_json()
    assert seen["sizes"] == {"3840x2160": 1}
    assert "Some clips are very large: decoding them once will take a while." in seen["notes"]


def test_the_command_prints_for_people_and_for_scripts(folder, capsys):
    assert main.main(["data", str(folder)]) == 0
    text = capsys.readouterr().out
    assert "5 clips, laid out as folder" in text and "jump (2), wave (3)" in text
    assert "jump/text.mp4: It is no video, whatever its name says." in text
    assert main.main(["data", str(folder), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["clips"] == 5


def test_the_command_draws_a_sheet_with_a_row_per_class(folder, tmp_path, capsys):
    path = tmp_path / "sheet.png"
    assert main.main(["data", str(folder), "--sheet", str(path)]) == 0
    capsys.readouterr()
    sheet = np.asarray(Image.open(path).convert("RGB")).astype(int)
    red = (sheet[..., 0] > 150) & (sheet[..., 1] < 90)
    # The red bars on top of the frames lie in two bands, one per class: two whole clips of three frames each, and two
    # with what is left of the one that ends early.
    lines = np.flatnonzero(red.sum(1) > 200)
    bands = np.split(lines, np.flatnonzero(np.diff(lines) > 5) + 1)
    assert len(bands) == 2
    widths = [red[band[len(band) // 2]].sum() for band in bands]
    assert widths[0] == pytest.approx(6 * 96, abs=12) and 7 * 96 - 12 <= widths[1] < 9 * 96 - 12


def test_frames_of_a_sheet_are_first_middle_and_last(folder, tmp_path):
    from training.layouts.contact_sheet import stills

    found = first_look.look(folder)
    for clip, probe in found.usable:
        first, middle, last = stills(clip, probe, 32)
        if clip.name == "wave/early.mp4":
            assert clip_files.numbers([first]) == [0] and last is None
        else:
            wanted = [0, (probe.frames - 1) // 2, probe.frames - 1]
            assert clip_files.numbers([first, middle, last]) == wanted


def test_a_sheet_that_cannot_be_written_is_told(folder, tmp_path, capsys):
    assert main.main(["data", str(folder), "--sheet", str(tmp_path / "sheet.xyz")]) == 2
    assert "End it in .png or .jpg" in capsys.readouterr().err
    assert main.main(["data", str(folder), "--sheet", str(tmp_path / "no" / "sheet.png")]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_an_empty_folder_is_told_what_to_put_there(tmp_path, capsys):
    assert main.main(["data", str(tmp_path), "--json"]) == 2
    printed = capsys.readouterr()
    seen = json.loads(printed.out)
    assert not seen["usable"] and seen["clips"] == 0 and "CLASS/clip.mp4" in seen["advice"]
    assert "CLASS/clip.mp4" in printed.err


def test_a_path_that_does_not_exist_is_told(tmp_path, capsys):
    assert main.main(["data", str(tmp_path / "nowhere"), "--json"]) == 2
    printed = capsys.readouterr()
    assert printed.out == "" and "There is no folder" in printed.err


def test_one_clip_is_told_to_be_too_few(tmp_path):
    clip_files.gif(tmp_path / "only.gif", 12)
    seen = first_look.look(tmp_path).to_json()
    assert seen["usable"] and seen["advice"].startswith("There is only one clip")


def test_uneven_classes_and_a_split_are_told(tmp_path):
    for number in range(10):
        clip_files.gif(tmp_path / "train" / "wave" / f"{number}.gif", 3, 16, 16)
    clip_files.gif(tmp_path / "test" / "jump" / "0.gif", 3, 16, 16)
    seen = first_look.look(tmp_path).to_json()
    assert seen["split"] == {"training": 10, "held_out": 1}
    assert "The classes are uneven: 10 clips of wave, 1 of jump." in seen["notes"]


def test_a_layout_can_be_said(folder, capsys):
    assert main.main(["data", str(folder), "--layout", "uva_nemo", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["classes"] == {"smile": 3}
    assert main.main(["data", str(folder), "--layout", "penn_action"]) == 2
    assert "has no frames/ and labels/*.mat" in capsys.readouterr().err


def test_looking_imports_neither_torch_nor_qt(folder):
    import os
    import subprocess
    import sys
    from pathlib import Path

    code = (
        "import sys; from training.layouts import first_look; first_look.look(sys.argv[1]);"
        "sys.exit(any(name in sys.modules for name in ('torch', 'PySide6')))"
    )
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[3])}
    assert subprocess.run([sys.executable, "-c", code, str(folder)], env=environment).returncode == 0


def test_a_gifs_rate_is_that_of_its_middle_frames(tmp_path):
    path = clip_files.gif(tmp_path / "a.gif", 6, duration=[2000, 40, 40, 40, 40, 1000])
    assert probing.probe_clip(SourceClip("a", "motion", "animation", (str(path),))).fps == 25


def test_names_of_several_lines_stand_on_a_contact_sheet(tmp_path):
    for name in ("two\nlines", "one"):
        clip_files.gif(tmp_path / "clips" / name / "a\nb.gif", 4)
    first_look.write_sheet(first_look.look(tmp_path / "clips"), tmp_path / "sheet.png")
    assert (tmp_path / "sheet.png").stat().st_size
