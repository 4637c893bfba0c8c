"""The command line as a script sees it: exit status, one message on stderr, one JSON object on stdout."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

import main
from engine.clip import Clip
from engine.media.photo import Crop
from tests.conftest import ACTIONS

ROOT = Path(__file__).parents[3]


@pytest.fixture(autouse=True)
def models_folder(lively_model, monkeypatch):
    monkeypatch.setenv("KPVP_MODELS_DIR", str(lively_model.parent))


@pytest.fixture
def photo(tmp_path, picture):
    path = tmp_path / "Zoë 50 % 사진.png"
    Image.fromarray(picture).save(path)
    return path


@pytest.fixture
def kpvp(capsys):
    """Run a command in this process: (status, stdout, stderr)."""

    def run(*arguments):
        try:
            status = main.main([str(argument) for argument in arguments])
        except SystemExit as stop:  # argparse
            status = stop.code
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return run


def generate(photo, out, *more, action="squats"):
    return ("generate", photo, "--model", "lively", "--device", "cpu", "--action", action, "--out", out, *more)


def test_generate_writes_a_gif_and_says_so(kpvp, photo, tmp_path):
    status, out, err = kpvp(*generate(photo, tmp_path / "clip.gif", "--seed", 7))
    assert (status, err) == (0, "") and "clip.gif" in out
    with Image.open(tmp_path / "clip.gif") as gif:
        assert getattr(gif, "n_frames", 1) == 32 and gif.size == (64, 64)


@pytest.mark.parametrize(
    ("size", "written"), [("photo", (160, 120)), ("native", (160, 120)), ("crop", (90, 90)), ("80", (80, 60))]
)
def test_generate_writes_the_whole_photo_or_the_crop_at_the_photos_size(kpvp, tmp_path, size, written):
    photo = tmp_path / "photo.png"
    Image.fromarray(np.random.RandomState(0).randint(0, 256, (120, 160, 3), np.uint8)).save(photo)
    out = tmp_path / "clip.webp"
    status, _, err = kpvp(*generate(photo, out, "--seed", 7, "--crop", "20,10,90", "--size", size))
    assert (status, err) == (0, "")
    with Image.open(out) as animation:
        assert animation.size == written


def test_a_size_that_is_none_names_those_there_are(kpvp, photo, tmp_path):
    status, _, err = kpvp(*generate(photo, tmp_path / "clip.gif", "--size", "huge"))
    assert status == 2 and all(size in err for size in ("photo", "crop", "model", "16"))


def test_generate_chains_actions(kpvp, photo, tmp_path):
    then = ("--then", "golf swing", "--then", "squats=0.5,pull_ups=0.5", "--overlap", 4)
    status, out, err = kpvp(*generate(photo, tmp_path / "clip.npz", "--seed", 7, "--json", *then))
    report = json.loads(out)
    assert (status, err) == (0, "") and report["frames"] == 3 * 32 - 2 * 4
    assert len(Clip.load(tmp_path / "clip.npz")) == report["frames"]
    assert [shot["seed"] for shot in report["schedule"]["storyboard"]] == [7, 8, 9]


def test_an_unknown_action_in_a_chain_is_said_before_anything_is_made(kpvp, photo, tmp_path):
    status, _, err = kpvp(*generate(photo, tmp_path / "clip.npz", "--then", "dancing"))
    assert status == 2 and "dancing" in err


def test_generate_reports_one_json_object(kpvp, photo, tmp_path):
    status, out, _ = kpvp(*generate(photo, tmp_path / "clip.npz", "--json", "--crop", "5,0,80"))
    report = json.loads(out)
    assert status == 0 and report["frames"] == 32 and report["seed"] == 0
    assert report["action"] == {"squats": 1.0} and report["crop"] == [5, 0, 80]
    assert Clip.load(report["out"]).model_id == report["model_id"]


def test_the_same_command_gives_the_same_clip(kpvp, photo, tmp_path, model, picture):
    for name in ("a.npz", "b.npz"):
        assert kpvp(*generate(photo, tmp_path / name, "--seed", 7, "--precision", "fp32"))[0] == 0
    one, other = (Clip.load(tmp_path / name) for name in ("a.npz", "b.npz"))
    assert np.array_equal(one.frames, other.frames)
    assert np.array_equal(one.frames, model.predict(picture, "squats", seed=7).frames)


def test_the_figure_is_cropped_to_unless_the_middle_or_a_square_is_asked_for(kpvp, photo, tmp_path, monkeypatch):
    import engine

    crop, asked = Crop(30, 5, 60), []

    def find_figures(model, photo):
        asked.append(photo.name)
        return [engine.FoundFigure(crop, engine.Familiarity(0.9, True, ""))]

    monkeypatch.setattr("engine.predictor.Predictor.find_figures", find_figures)
    crops = {}
    for name, more in {"figure": (), "middle": ("--crop", "middle"), "square": ("--crop", "5,0,80")}.items():
        crops[name] = json.loads(kpvp(*generate(photo, tmp_path / f"{name}.npz", "--json", *more))[1])["crop"]
    assert crops == {"figure": list(crop), "middle": [15, 0, 90], "square": [5, 0, 80]}
    batch = ("batch", photo, "--model", "lively", "--actions", "squats", "--format", "npz", "--json")
    for name, more in {"all": (), "all middle": ("--crop", "middle")}.items():
        report = json.loads(kpvp(*batch, "--out", tmp_path / name, *more)[1])
        crops[name] = report["clips"][0]["crop"]
    assert crops["all"] == list(crop) and crops["all middle"] == [15, 0, 90]
    assert asked == [photo.name, photo.name]


def test_actions_can_be_mixed(kpvp, photo, tmp_path):
    assert kpvp(*generate(photo, tmp_path / "mix.npz", action="squats=0.7,golf_swing=0.3"))[0] == 0
    clip = Clip.load(tmp_path / "mix.npz")
    weights = dict(zip(clip.action_names, clip.action, strict=True))
    assert weights["squats"] == np.float32(0.7) and weights["golf_swing"] == np.float32(0.3)


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"--action": "dancing"}, "no action"),
        ({"--action": "squats=x"}, "weight"),
        ({"--model": "livly"}, "Did you mean lively?"),
        ({"--crop": "0,0,9999"}, "crop"),
        ({"--crop": "0,0"}, "X,Y,SIZE"),
        ({"--device": "cuda:77"}, "device"),
        ({"--precision": "int8"}, "precision"),
        ({"--fps": "fast"}, "frame rate"),
        ({"--fps": "0"}, "frames per second"),
        ({"--seed": "-1"}, "seed"),
        ({"--out": "clip.xyz"}, "xyz"),
        ({"--out": "no/such/folder/clip.gif"}, "no/such/folder"),
        ({"--overlay": "sparkles"}, "sparkles"),
        ({"--scale": "0"}, "scale"),
    ],
)
def test_what_the_user_can_mend_is_one_message_and_status_2(kpvp, photo, tmp_path, monkeypatch, change, complaint):
    monkeypatch.chdir(tmp_path)
    options = {"--model": "lively", "--action": "squats", "--out": "clip.gif"} | change
    status, out, err = kpvp("generate", photo, *(f"{name}={value}" for name, value in options.items()))
    assert status == 2 and out == ""
    assert complaint.lower() in err.lower() and len(err.strip().splitlines()) == 1
    assert [path.name for path in tmp_path.iterdir()] == [photo.name]


def test_a_photo_that_is_none_is_one_message_and_status_2(kpvp, tmp_path):
    (tmp_path / "fake.jpg").write_text("not a picture")
    for name in ("fake.jpg", "gone.jpg"):
        status, out, err = kpvp(*generate(tmp_path / name, tmp_path / "clip.gif"))
        assert status == 2 and out == "" and name in err and len(err.strip().splitlines()) == 1


def test_nothing_is_overwritten_unless_asked(kpvp, photo, tmp_path):
    out = tmp_path / "clip.npz"
    out.write_bytes(b"precious")
    status, _, err = kpvp(*generate(photo, out))
    assert status == 2 and "already exists" in err and out.read_bytes() == b"precious"
    assert kpvp(*generate(photo, out, "--overwrite"))[0] == 0
    assert len(Clip.load(out)) == 32


def test_an_animation_says_which_frame_was_taken(kpvp, tmp_path, picture):
    path = tmp_path / "two.gif"
    Image.fromarray(picture).save(path, save_all=True, append_images=[Image.fromarray(255 - picture)])
    status, _, err = kpvp(*generate(path, tmp_path / "first.npz"))
    assert status == 0 and "2 frames" in err
    status, _, err = kpvp(*generate(path, tmp_path / "second.npz", "--frame", 1))
    assert (status, err) == (0, "")
    first, second = (Clip.load(tmp_path / name).source for name in ("first.npz", "second.npz"))
    assert not np.array_equal(first, second)


def test_batch_makes_every_combination_and_passes_over_bad_photos(kpvp, photo, tmp_path):
    (tmp_path / "bad.jpg").write_bytes(b"")
    folder = tmp_path / "out"
    arguments = ("--model", "lively", "--actions", "squats,pull_ups", "--seeds", "0-1", "--format", "npz")
    status, out, err = kpvp("batch", photo, tmp_path / "bad.jpg", *arguments, "--out", folder, "--json")
    report = json.loads(out)
    assert status == 2 and "bad.jpg" in err and len(report["problems"]) == 1
    names = {f"{photo.stem}_{action}_{seed}.npz" for action in ("squats", "pull_ups") for seed in (0, 1)}
    assert {path.name for path in folder.iterdir()} == names == {Path(clip["out"]).name for clip in report["clips"]}


def test_models_lists_what_can_be_loaded(kpvp, lively_model):
    status, out, _ = kpvp("models", "--json")
    listed = {model["name"]: model for model in json.loads(out)["models"]}
    assert status == 0 and listed["lively"]["path"] == str(lively_model)
    assert tuple(listed["lively"]["actions"]) == ACTIONS
    assert "lively" in kpvp("models")[1]


def test_bench_has_its_keys(kpvp, monkeypatch):
    monkeypatch.setattr("engine.commands.bench._MATRIX", {"cpu": 64})
    status, out, _ = kpvp("bench", "--model", "lively", "--device", "cpu", "--json")
    figures = json.loads(out)
    keys = ("clip_s", "first_frame_s", "rerender_s", "detector_s", "motion_s")
    keys += ("matmul_gflops", "share_of_peak", "peak_rss_mb")
    assert status == 0 and all(figures[key] > 0 for key in keys)
    assert figures["first_frame_s"] < figures["clip_s"]


def test_doctor_names_what_is_wrong(kpvp, monkeypatch, tmp_path):
    (tmp_path / "people.safetensors").write_bytes(b"broken")
    monkeypatch.setenv("KPVP_MODELS_DIR", str(tmp_path))
    monkeypatch.setenv("QT_QPA_PLATFORM_PLUGIN_PATH", "/somewhere/cv2/qt/plugins")
    status, out, _ = kpvp("doctor", "--json")
    findings = json.loads(out)
    assert status == 2 and findings["runtime"]["devices"]["cpu"] is True
    assert any("cv2" in problem for problem in findings["problems"])
    assert any("people.safetensors" in problem for problem in findings["problems"])


@pytest.mark.parametrize("arguments", [("generate",), ("bench", "--nonsense"), ("batch", "x.jpg"), ("models", "extra")])
def test_a_mistaken_command_line_is_one_message_and_status_2(kpvp, arguments):
    status, out, err = kpvp(*arguments)
    assert status == 2 and out == "" and len(err.strip().splitlines()) == 1


@pytest.mark.parametrize("seeds", ["", "x", "3-1", "0-99999999999", f"0-{10**30}", "1,,2"])
def test_seeds_that_are_none_are_refused(kpvp, tmp_path, seeds):
    status, _, err = kpvp("batch", "x.jpg", f"--seeds={seeds}", "--out", tmp_path / "out")
    assert status == 2 and "seeds" in err


def test_a_bug_is_status_1_with_a_traceback(kpvp, monkeypatch):
    monkeypatch.setattr("engine.models.library.scan", lambda: 1 / 0)
    status, out, err = kpvp("models")
    assert status == 1 and out == "" and "Traceback" in err


def test_a_misspelt_command_is_not_taken_for_a_photo(kpvp):
    status, _, err = kpvp("genrate", "--help")
    assert status == 2 and "Did you mean generate?" in err


@pytest.mark.parametrize("arguments", [[], ["photo.jpg"], ["./generate"]])
def test_without_a_command_the_studio_opens(monkeypatch, tmp_path, arguments):
    from kpvp_gui import app

    monkeypatch.chdir(tmp_path)
    for name in ("photo.jpg", "generate"):
        (tmp_path / name).touch()
    opened = []
    monkeypatch.setattr(app, "main", lambda argv: opened.append(argv) or 0)
    assert main.main(arguments) == 0 and opened == [arguments]


def test_help_waits_for_nothing_large_and_names_every_command():
    command = [sys.executable, "-X", "importtime", "main.py", "--help"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert result.returncode == 0
    loaded = {line.rsplit("|", 1)[-1].strip() for line in result.stderr.splitlines()}
    assert "argparse" in loaded and not loaded & {"torch", "cv2", "PySide6", "scipy", "numba"}
    for command in ("generate", "batch", "models", "synth", "train", "evaluate", "bench", "doctor"):
        assert command in result.stdout


def test_every_command_has_help(kpvp):
    for command in main.COMMANDS:
        assert kpvp(command, "--help")[0] == 0


def test_a_reader_who_leaves_early_is_no_error():
    command = f"{sys.executable} main.py models --json | true"
    result = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True)
    assert "Traceback" not in result.stderr
