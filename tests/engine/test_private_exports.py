"""What leaves the machine says nothing of its folders and its user: every format, projects, studies."""

import zipfile
from fractions import Fraction

import numpy as np
import pytest
from PIL import Image

import main
from engine.formats.request import ExportRequest
from engine.formats.table import FORMATS
from engine.study.page import write_page
from engine.study.study import NewTrial, make_study
from tests.engine.projects import made
from tests.private_paths import naming

USER = "jane.q.doe"


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A home folder that cannot be mistaken for another, in which everything happens."""
    home = tmp_path / "Users" / USER
    home.mkdir(parents=True)
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(home))
    for name in ("USER", "LOGNAME", "USERNAME"):
        monkeypatch.setenv(name, USER)
    monkeypatch.chdir(home)
    return home


@pytest.fixture
def photo(home):
    path = home / "Pictures" / "holiday.png"
    path.parent.mkdir()
    Image.fromarray(np.random.default_rng(0).integers(0, 255, (90, 120, 3), np.uint8)).save(path)
    return path


def test_the_search_finds_what_is_hidden_in_archives_pages_and_other_spellings(home):
    np.savez_compressed(home / "a.npz", made=np.array(str(home)))
    (home / "b.html").write_text("<img src='file:///C:\\\\Users\\\\JANE.Q.DOE\\\\x.png'>")
    (home / "c.txt").write_text("nothing")
    assert [line.split("/")[-1] for line in naming(home, USER)] == [f"a.npz: {USER}", f"b.html: {USER}"]


def test_no_export_names_a_folder_or_the_user(home, photo, lively_model, monkeypatch, capsys):
    monkeypatch.setenv("KPVP_MODELS_DIR", str(lively_model.parent))
    out = home / "exports"
    for number, kind in enumerate(FORMATS):
        target = out / (f"{number}{kind.suffix}" if kind.suffix else f"{number}")
        if kind.named_by is None:
            continue  # the figure as picture, which the next test writes
        out.mkdir(exist_ok=True)
        photo_and_model = (str(photo), "--model", "lively", "--device", "cpu", "--action", "squats")
        assert main.main(["generate", *photo_and_model, "--out", str(target)]) == 0, capsys.readouterr().err
    assert len(list(out.iterdir())) == len(FORMATS) - 1
    assert naming(out, USER, str(home), str(lively_model.parent)) == []


def test_neither_a_figure_nor_a_project_names_one(home):
    out = home / "exports"
    out.mkdir()
    figure = next(kind for kind in FORMATS if kind.named_by is None)
    figure.write(ExportRequest(made.a_clip(), Fraction(25)), out / "figure.png")
    copy = made.a_project(home / "working copies")
    copy.save(out / "dance.kpvp")
    copy.save(out / "dance.kpvp")  # its backup, too
    assert "project.json" in zipfile.ZipFile(out / "dance.kpvp").namelist()
    assert naming(out, USER, str(home)) == []


def test_no_study_names_one(home):
    frames = np.random.default_rng(0).integers(0, 255, (4, 16, 16, 3), np.uint8)
    study = make_study(home / "study", [NewTrial(frames[0], "Jump", {"ours": frames, "theirs": frames[::-1]})], "S")
    write_page(study, home / "study" / "rank.html")
    assert naming(home / "study", USER, str(home)) == []
