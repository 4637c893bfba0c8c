"""A project from a stranger: what its text claims is checked, and no file is touched that it names."""

import os
import zipfile
from dataclasses import replace

import numpy as np
import pytest

import main
from engine.errors import PhotoError, ProjectError
from engine.projects import encoding
from engine.projects.members import Archive
from engine.projects.project import ClipEntry, Project
from engine.projects.reading import OpenedProject, open_folder
from tests.engine.projects.made import a_clip, a_project, put


@pytest.fixture
def copy(tmp_path):
    return a_project(tmp_path / "work")


def _changed(copy, **made) -> ClipEntry:
    entry = open_folder(copy.folder).project.clips[0]
    return replace(entry, made={**entry.made, **made})


@pytest.mark.parametrize(
    "made", [{"fps": "1e999999999"}, {"fps": "0"}, {"crop": [1, 2]}, {"crop": "abc"}, {"seed": []}]
)
def test_numbers_that_are_none_are_a_damaged_clip_at_once(copy, made):
    with pytest.raises(ProjectError, match="What made the clip"):
        _changed(copy, **made).future_fields()


@pytest.mark.parametrize(
    "text",
    ['{"format": "kpvp-project", "version": 1, "x": ' + "[" * 5000, '{"format": "kpvp-project", "version": 1e400}'],
)
def test_texts_that_no_program_writes_are_refused(text):
    with pytest.raises(ProjectError, match="not valid JSON"):
        Project.from_text(text)


def test_a_name_that_was_no_unicode_does_not_cost_the_project(copy):
    text = open_folder(copy.folder).project.to_text().replace("the best", "the \ud800 best")
    assert Project.from_text(text).clips[1].name == "the \ufffd best"


def test_a_picture_larger_than_any_source_is_not_decoded(monkeypatch):
    monkeypatch.setattr(encoding, "MAX_PICTURE_PIXELS", 99)
    with pytest.raises(ProjectError, match="picture of the project is damaged"):
        encoding.picture_from_bytes(encoding.picture_to_bytes(np.zeros((10, 10, 3), np.uint8)))


def test_a_photo_of_another_size_than_the_project_says_is_refused(copy):
    (copy.folder / "photos/p1.png").write_bytes(encoding.picture_to_bytes(np.zeros((4, 5, 3), np.uint8)))
    photo = open_folder(copy.folder).photo("p1")
    assert photo is not None
    with pytest.raises(PhotoError, match="not the one it was"):
        _ = photo.pixels


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes with names")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "a.kpvp")
    with pytest.raises(ProjectError, match="is no file"):
        Archive(tmp_path / "a.kpvp")


def test_actions_with_slashes_stay_in_the_folder_and_models_are_no_paths(copy, tmp_path, capsys):
    entry = put(copy, a_clip(1), "c1")
    evil = {"action_names": ["..\\..\\x", "../../y"], "model_name": str(tmp_path / "work")}
    entries = [
        replace(entry, made={**entry.made, **evil}),
        replace(entry, id="c2", frames="", made={**entry.made, **evil}),
    ]
    copy.write(replace(open_folder(copy.folder).project, clips=entries))
    copy.save(tmp_path / "evil.kpvp")
    before = set(tmp_path.iterdir())
    assert main.main(["project", str(tmp_path / "evil.kpvp"), "--export", str(tmp_path / "out")]) == 2
    (written,) = (tmp_path / "out").iterdir()
    assert written.name.startswith("001_") and not set(written.name) & set("/\\")
    assert set(tmp_path.iterdir()) - before == {tmp_path / "out"}
    assert "The model" in capsys.readouterr().err


def test_a_zip_that_claims_to_unpack_to_more_than_a_project_can_is_refused(copy, tmp_path, monkeypatch):
    copy.save(tmp_path / "a.kpvp")
    with zipfile.ZipFile(tmp_path / "a.kpvp") as archive:
        assert len(archive.infolist()) > 3
    monkeypatch.setattr("engine.projects.members.MAX_MEMBERS", 3)
    with pytest.raises(ProjectError, match="holds more"), Archive(tmp_path / "a.kpvp") as archive:
        OpenedProject(archive)
