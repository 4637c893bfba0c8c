"""`kpvp synth --characters DIR`: anyone's rigged characters become clips, and what cannot be used is named."""

import json

import cv2
import numpy as np
import pytest

import main
from engine.errors import TrainingError
from tests.training.worlds.rigs.tiny_rig import write
from training.data.source import open_source
from training.runs.config import DataConfig
from training.worlds.characters import Characters, cleaned
from training.worlds.registry import open_world
from training.worlds.rigs import folder as characters
from training.worlds.rigs.creatures import SPECIES

SIZE = 48


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.delenv("KPVP_CHARACTERS", raising=False)
    place = tmp_path / "cast"
    place.mkdir()
    return place


def test_every_named_clip_is_an_action_whoever_performs_it(folder):
    write(folder / "Ann.glb", turns=("Armature|Wave", "Armature|Nod"))
    (folder / "more").mkdir()
    write(folder / "more" / "Bob.glb", turns=("Rig|Bob_Nod",))
    place = open_world("characters", str(folder))
    assert place.actions == ("nod", "wave") and place.problems == ()
    assert [place.clip(seed, SIZE).action for seed in range(4)] == [0, 1, 0, 1]


@pytest.mark.parametrize(
    ("name", "character", "action"),
    [
        ("Armature|Walk", "Fox", "walk"),
        ("Armature|Fox_Walk", "Fox", "walk"),
        ("CharacterArmature|Run Fast.001", "Fox", "run_fast_001"),
        ("Armature|HitReact_Left", "Fox", "hit_react_left"),
        ("Fox", "Fox", "fox"),
        ("|||", "Fox", "motion"),
    ],
)
def test_names_are_cleaned(name, character, action):
    assert cleaned(name, character) == action


def test_a_clip_shows_the_character_moving_whole_and_with_its_joints(folder):
    write(folder / "Ann.glb")
    clip = open_world("characters", str(folder)).clip(0, SIZE)
    assert clip.frames.shape == (33, SIZE, SIZE, 3) and clip.joint_names == ("Lower", "Upper")
    for edge in (clip.silhouette[:, 0], clip.silhouette[:, -1], clip.silhouette[:, :, 0], clip.silhouette[:, :, -1]):
        assert not edge.any()
    x, y = np.round((clip.joints[:, 1] + 1) / 2 * (SIZE - 1)).astype(int).T
    assert (clip.silhouette[np.arange(33), y, x] > 0).all()
    grown = [(a != b).sum() for a, b in zip(clip.silhouette, clip.silhouette[1:], strict=False)]
    assert sum(grown) > 100


def test_the_same_seed_is_the_same_clip_and_processes_agree(folder):
    write(folder / "Ann.glb")
    place = open_world("characters", str(folder))
    ours = [place.clip(seed, SIZE) for seed in (0, 1)]
    for one, other in zip(ours, place.clips((0, 1), SIZE, workers=2), strict=True):
        assert np.array_equal(one.frames, other.frames) and np.array_equal(one.joints, other.joints)
    assert not np.array_equal(ours[0].frames, ours[1].frames)


def test_other_files_are_another_world(folder):
    write(folder / "Ann.glb")
    before = open_world("characters", str(folder)).version
    assert open_world("characters", str(folder)).version == before
    write(folder / "Bob.glb")
    assert open_world("characters", str(folder)).version != before


def test_every_fifth_character_is_held_out(folder, monkeypatch):
    for name in "ABCDE":
        write(folder / f"{name}.glb")
    place, shown = Characters.of(str(folder)), set()
    read = characters.rig
    monkeypatch.setattr(characters, "rig", lambda path: shown.add(path.stem) or read(path))
    for seed in range(6):
        place.clip(place.HELD_OUT_START + seed, SIZE, 2)
    assert shown == {"E"}
    shown.clear()
    for seed in range(12):
        place.clip(seed, SIZE, 2)
    assert "E" not in shown and len(shown) > 1


def test_synth_writes_a_folder_to_train_on_and_names_what_it_left_out(folder, tmp_path, capsys):
    write(folder / "Ann.glb", turns=("Armature|Wave", "Armature|Nod"))
    write(folder / "Still.glb", turns=())
    (folder / "Broken.glb").write_bytes((folder / "Ann.glb").read_bytes()[:900])
    out = tmp_path / "clips"
    status = main.main(["synth", "--characters", str(folder), "--clips", "4", "--size", str(SIZE), "--out", str(out)])
    printed = capsys.readouterr()
    assert status == 0 and printed.out.strip() == str(out)
    assert "Broken.glb: It is cut off" in printed.err and "Still.glb: It has no animation" in printed.err
    assert sorted(path.name for path in out.iterdir()) == ["nod", "wave"]
    assert len(list((out / "nod" / "clip_0000000").glob("*.png"))) == 33
    source = open_source(DataConfig(source=str(out), size=32, workers=0))
    assert source.store.actions == ("nod", "wave") and len(source.store) + len(source.held_out) == 4


def test_synth_reports_one_json_object_and_nothing_else_on_stdout(folder, tmp_path, capsys):
    write(folder / "Ann.glb")
    write(folder / "Still.glb", turns=())
    sheet = tmp_path / "s.png"
    arguments = ["--characters", str(folder), "--clips", "2", "--size", str(SIZE), "--sheet", str(sheet), "--json"]
    assert main.main(["synth", *arguments]) == 0
    report = json.loads(capsys.readouterr().out)
    (problem,) = report.pop("problems")
    assert report == {"world": "characters", "clips": 2, "sheet": str(sheet)}
    assert problem["name"].endswith("Still.glb") and problem["what"] == "It has no animation." and problem["remedy"]


def test_a_sheet_of_a_folder_can_be_drawn(folder, tmp_path):
    write(folder / "Ann.glb")
    assert main.main(["synth", "--characters", str(folder), "--clips", "1", "--sheet", str(tmp_path / "s.png")]) == 0
    sheet = cv2.imread(str(tmp_path / "s.png"))
    assert sheet is not None and sheet.shape[0] == 130


@pytest.mark.parametrize("named", [None, "nowhere"])
def test_without_a_folder_the_reader_is_told_where_to_name_one(folder, tmp_path, named, capsys):
    arguments = ["--characters", str(tmp_path / named)] if named else []
    assert main.main(["synth", "animals", *arguments, "--clips", "1", "--sheet", str(tmp_path / "s.png")]) == 2
    assert "KPVP_CHARACTERS" in capsys.readouterr().err


def test_the_environment_names_the_folder_too(folder, monkeypatch):
    write(folder / "Ann.glb")
    monkeypatch.setenv("KPVP_CHARACTERS", str(folder))
    assert open_world("characters").actions == ("bend",)


def test_a_folder_without_usable_characters_says_why(folder):
    (folder / "Broken.glb").write_bytes(b"glTF")
    with pytest.raises(TrainingError, match=r"no rigged character.*Broken.glb: It is cut off"):
        open_world("characters", str(folder))


def test_the_animals_that_are_missing_are_named(folder):
    write(folder / "Fox.glb")
    with pytest.raises(TrainingError, match=r"lacks characters.*Alpaca"):
        open_world("animals", str(folder))


def test_a_file_that_only_bears_an_animals_name_is_told(folder):
    for name in SPECIES:
        write(folder / f"{name}.glb", turns=("Armature|Walk",))
    place = open_world("animals", str(folder))
    with pytest.raises(TrainingError, match="is not the character that the world animals knows"):
        place.clip(0, SIZE, 2)
    with pytest.raises(TrainingError, match="no animation for gallop"):
        place.clip(1, SIZE, 2)
