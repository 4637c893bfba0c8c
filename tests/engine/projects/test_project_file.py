"""A project file: nothing is lost on the way, unknown things stay, damage is said in a sentence."""

import json
import zipfile
from dataclasses import replace

import numpy as np
import pytest

from engine import files
from engine.errors import ProjectError
from engine.media.photo import read_photo
from engine.projects import encoding, saving
from engine.projects.members import Archive, backups
from engine.projects.photos import stored
from engine.projects.project import Project
from engine.projects.reading import OpenedProject, open_folder
from engine.projects.saving import FileState
from engine.projects.working_copy import WorkingCopy
from tests.engine.projects.made import a_clip, a_project


@pytest.fixture
def copy(tmp_path):
    return a_project(tmp_path / "work")


@pytest.fixture
def file(copy, tmp_path):
    copy.save(tmp_path / "a project.kpvp")
    return tmp_path / "a project.kpvp"


def reopened(file, root) -> WorkingCopy:
    """The file unpacked into another working copy, and written as it was read."""
    with Archive(file) as archive:
        copy = WorkingCopy.create(root, archive.unpack)
    copy.write(open_folder(copy.folder).project)
    return copy


def edited(file, change) -> None:
    """Change the JSON of a project file."""
    with zipfile.ZipFile(file) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    data = json.loads(content["project.json"])
    change(data)
    content["project.json"] = json.dumps(data).encode()
    with zipfile.ZipFile(file, "w") as archive:
        for name, value in content.items():
            archive.writestr(name, value)


def damage(file, name: str) -> None:
    """Turn one byte in the middle of a member."""
    with zipfile.ZipFile(file) as archive:
        info = archive.getinfo(name)
    data = bytearray(file.read_bytes())
    data[info.header_offset + 30 + len(name) + info.file_size // 2] ^= 255
    file.write_bytes(data)


def test_saved_loaded_and_saved_it_is_the_same_file(file, tmp_path):
    reopened(file, tmp_path / "other").save(tmp_path / "again.kpvp")
    assert (tmp_path / "again.kpvp").read_bytes() == file.read_bytes()


def test_a_clip_comes_back_with_all_that_made_it(file):
    clip = a_clip(1)
    with Archive(file) as archive:
        opened = OpenedProject(archive)
        entry = opened.project.clips[1]
        back = opened.clip(entry)
    assert (entry.starred, entry.name, entry.photo, entry.created) == (True, "the best", "p1", 1001.0)
    for name, value in vars(clip).items():
        assert np.array_equal(getattr(back, name), value), name


def test_a_photo_comes_back_and_is_decoded_late(file):
    with Archive(file) as archive:
        photo = OpenedProject(archive).photo("p1")
        assert photo is not None
        assert (photo.width, photo.height, photo.name) == (30, 20, "眼鏡 50 %.png")
        assert "pixels" not in vars(photo)
        assert photo.pixels.ravel()[:5].tolist() == [0, 1, 2, 3, 4]


def test_what_a_later_version_wrote_survives(file, tmp_path):
    def change(data):
        data["storyboard"] = [{"clips": ["clip0"], "fade": 3}]
        data["clips"][0]["sound"] = {"file": "sounds/steps.wav", "gain": 0.5}
        data["photos"][0]["licence"] = "CC0"
        data["models"][0]["mirror"] = True
        data["view"]["layout"] = "beside"
        data["clips"].append({"id": "odd", "kind": "of a later version", "file": "sounds/steps.wav"})

    edited(file, change)
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("sounds/steps.wav", b"RIFF")
        archive.writestr("sounds/unused.wav", b"RIFF")
    reopened(file, tmp_path / "other").save(tmp_path / "again.kpvp")
    with zipfile.ZipFile(tmp_path / "again.kpvp") as archive:
        data = json.loads(archive.read("project.json"))
        names = archive.namelist()
    assert data["storyboard"] == [{"clips": ["clip0"], "fade": 3}] and data["view"]["layout"] == "beside"
    assert data["clips"][0]["sound"]["gain"] == 0.5 and data["photos"][0]["licence"] == "CC0"
    assert data["models"][0]["mirror"] is True and data["clips"][-1]["kind"] == "of a later version"
    assert "sounds/steps.wav" in names and "sounds/unused.wav" not in names  # a member lives while it is named


def test_a_file_of_another_format_version_says_so(file, tmp_path):
    edited(file, lambda data: data.update(version=2))
    with Archive(file) as archive, pytest.raises(ProjectError, match="newer than this program"):
        OpenedProject(archive)


def test_fields_that_a_clip_lacks_have_their_defaults(file):
    edited(file, lambda data: [data["clips"][0].pop(name) for name in ("schedule", "fps", "starred", "frames")])
    with Archive(file) as archive:
        opened = OpenedProject(archive)
        future = opened.future(opened.project.clips[0])
    assert future.fps == 25 and future.schedule == {} and not opened.project.clips[0].starred
    assert opened.clip(opened.project.clips[0]) is None


@pytest.mark.parametrize("content", [b"", b"no zip at all", b"PK\x03\x04 and then nothing"])
def test_what_is_no_project_is_said_in_a_sentence(tmp_path, content):
    path = tmp_path / "odd.kpvp"
    path.write_bytes(content)
    with pytest.raises(ProjectError, match=r"odd\.kpvp is not a project"):
        Archive(path)


def test_a_zip_without_a_project_is_said_in_a_sentence(tmp_path):
    with zipfile.ZipFile(tmp_path / "odd.kpvp", "w") as archive:
        archive.writestr("readme.txt", "hello")
    with pytest.raises(ProjectError, match="is not a project"):
        Archive(tmp_path / "odd.kpvp")


def test_no_member_is_written_outside_the_folder(file, tmp_path):
    with zipfile.ZipFile(file, "a") as archive:
        for name in ("../outside", "/tmp/outside", "a/b/c", "photos/../../outside", ".lock", "photos/.hidden"):
            archive.writestr(name, b"x")
    copy = reopened(file, tmp_path / "deep/other")
    assert not list(tmp_path.rglob("outside")) and not list(copy.folder.rglob(".hidden"))
    assert not list(copy.folder.glob("a"))


@pytest.mark.parametrize("part", ["keypoints", "frames"])
def test_a_damaged_clip_is_said_and_others_open(file, part):
    name = {"keypoints": "clips/clip0.safetensors", "frames": "frames/clip0.npz"}[part]
    damage(file, name)
    with Archive(file) as archive:
        opened = OpenedProject(archive)
        with pytest.raises(ProjectError, match="damaged"):
            opened.clip(opened.project.clips[0])
        assert opened.clip(opened.project.clips[1]) is not None


def test_a_damaged_member_is_left_out_and_the_rest_unpacked(file, tmp_path):
    damage(file, "frames/clip0.npz")
    with Archive(file) as archive:
        (tmp_path / "out").mkdir()
        assert archive.unpack(tmp_path / "out") == ["frames/clip0.npz"]
    assert (tmp_path / "out/frames/clip1.npz").exists()


def test_saving_again_keeps_two_backups(copy, file):
    first = file.read_bytes()
    project = open_folder(copy.folder).project
    for star in (False, True, False):
        copy.write(replace(project, clips=[replace(entry, starred=star) for entry in project.clips]))
        before = file.read_bytes()
        copy.save(file, copy.state.file)
    newest, oldest = backups(file)
    assert newest.read_bytes() == before and oldest.read_bytes() not in (before, first)
    assert sorted(path.name for path in file.parent.glob("*.kpvp")) == [
        "a project.backup1.kpvp",
        "a project.backup2.kpvp",
        "a project.kpvp",
    ]


def test_saves_that_end_half_way_leave_two_backups_that_are_two_files(copy, file, monkeypatch):
    first = file.read_bytes()
    with monkeypatch.context() as killed:
        killed.setattr(files, "put", _ends)  # after the backups, before the file
        for _ in range(3):
            with pytest.raises(ProjectError):
                copy.save(file)
    copy.save(file)
    copy.write(replace(open_folder(copy.folder).project, clips=[]))
    second = file.read_bytes()
    copy.save(file)
    newest, oldest = backups(file)
    assert not newest.samefile(oldest)
    assert (newest.read_bytes(), oldest.read_bytes()) == (second, first)


def test_where_no_links_are_a_backup_is_whole_or_not_there(copy, file, monkeypatch):
    def half(source, target):
        target.write_bytes(source.read_bytes()[:99])
        _ends()

    monkeypatch.setattr(saving.os, "link", _ends)
    copy.save(file)
    before = file.read_bytes()
    assert backups(file)[0].read_bytes() == before
    monkeypatch.setattr(saving.shutil, "copyfile", half)
    copy.save(file)
    assert [path.read_bytes() for path in backups(file) if path.exists()] == [before]


def _ends(*_):
    raise OSError("the end")


def test_a_damaged_file_names_its_backup(copy, file):
    copy.save(file, copy.state.file)
    file.write_bytes(b"half")
    with pytest.raises(ProjectError, match=r"Open its backup a project\.backup1\.kpvp"):
        Archive(file)


def test_a_file_that_another_program_changed_is_not_overwritten(copy, file):
    file.write_bytes(b"of another")
    with pytest.raises(ProjectError, match="changed by another program"):
        copy.save(file, copy.state.file)
    assert file.read_bytes() == b"of another"
    file.unlink()
    copy.save(file, copy.state.file)  # gone, there is nothing to overwrite
    assert FileState.of(file) == copy.state.file


def test_a_photo_is_kept_as_the_file_that_it_was(tmp_path):
    from PIL import Image

    pixels = np.random.default_rng(0).integers(0, 256, (40, 60, 3), np.uint8)
    Image.fromarray(pixels).save(tmp_path / "photo.jpg", quality=80)
    photo = read_photo(tmp_path / "photo.jpg")
    entry, data = stored(photo)
    assert entry.file.endswith(".jpg") and data == (tmp_path / "photo.jpg").read_bytes()
    Image.fromarray(pixels[::-1]).save(tmp_path / "photo.jpg")  # since then it became another
    entry, data = stored(photo)
    assert entry.file.endswith(".png") and np.array_equal(read_photo(data).pixels, photo.pixels)


def test_pasted_pixels_are_kept_as_png():
    photo = read_photo(np.zeros((4, 5, 3), np.uint8))
    entry, data = stored(photo)
    assert (entry.width, entry.height, entry.file) == (5, 4, f"photos/{entry.id}.png")
    assert np.array_equal(read_photo(data).pixels, photo.pixels)


def test_frames_take_little_room_and_lose_nothing():
    clip = a_clip(size=64)
    data = encoding.frames_to_bytes(clip)
    back = encoding.clip_from_bytes(data, clip)
    assert len(data) < clip.frames.nbytes / 4
    assert all(np.array_equal(getattr(back, name), getattr(clip, name)) for name in ("frames", "synthesized", "mask"))


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"format": "kpvp-project"}', '{"format": "x", "version": 1}', "[" * 99999]
)
def test_project_json_of_another_kind_is_refused(text):
    with pytest.raises(ProjectError):
        Project.from_text(text)
