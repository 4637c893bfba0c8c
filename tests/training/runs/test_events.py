"""What a run says is read back as it was said; what is not understood is passed over; names say what a stage is."""

import dataclasses
import json

import pytest

from training.runs import config, events, stage_names
from training.runs.events import (
    Activity,
    CheckpointSaved,
    Data,
    Foreign,
    Losses,
    Planned,
    Preview,
    Reached,
    RunBegan,
    RunCancelled,
    RunFailed,
    RunFinished,
    RunPaused,
    StageBegan,
    Warned,
    events_in,
    line_of,
)
from training.runs.folder import RunFolder
from training.runs.history import RunHistory

SAID = [
    RunBegan("people", "tiny", (Planned("keypoints-64", 4), Planned("motion", 2)), Reached("motion", 1)),
    Data("clips", 20, 2, 64),
    Activity(events.DRAWING, 3, 8),
    StageBegan("keypoints-64", 2, 4),
    Losses("keypoints-64", 3, 4, 2.0, 8.0, 0.1, 5.0, 9.0, 1e-3, {"l1": 0.5}),
    Preview("motion", 2, "motion-0000002.png", ("source", "z = 0")),
    CheckpointSaved("motion", 2, True, 0.25),
    RunPaused(stage="motion", step=2),
    RunCancelled(during=events.FINDING_KEYPOINTS),
    Warned("It is late."),
    RunFailed("The disk is full.", "Free some space."),
    RunFinished("model.safetensors", None),
]


def read(*records: dict) -> list[events.Event]:
    return list(events_in(json.dumps(record).encode() for record in records))


@pytest.mark.parametrize("event", SAID, ids=lambda event: event.kind)
def test_what_is_said_is_read_back(event):
    assert list(events_in([line_of(event).encode()])) == [event]


def test_a_line_begins_with_time_and_kind_and_leaves_out_what_was_not_said():
    line = line_of(CheckpointSaved("motion", 7))
    assert line.startswith(events.LINE_BEGINS)
    assert json.loads(line) | {"time": 0} == {
        "time": 0,
        "event": "checkpoint",
        "stage": "motion",
        "step": 7,
        "best": False,
    }
    assert list(json.loads(line_of(Activity(events.PROBING, 1, 2)))) == ["time", "event", "done", "total"]
    assert json.loads(line_of(RunFinished("m")))["installed"] is None


def test_every_kind_of_event_is_read_into_its_own_type():
    for kind, cls in events._TYPES.items():
        required = [f for f in dataclasses.fields(cls) if f.default is f.default_factory]  # both missing
        record = {f.name: 1 if f.type == "int" else "x" for f in required}
        assert [type(event) for event in read({"event": kind, **record})] == [cls], kind


def test_keys_kinds_and_values_of_other_versions_are_passed_over():
    stage = {"event": "stage", "stage": "motion", "step": 1, "steps": 9}
    assert read(stage | {"mood": "good"}) == [StageBegan("motion", 1, 9)]
    assert read({"event": "news", "of": "tomorrow"}) == [Foreign("news")]
    assert read({"event": "stage", "stage": "motion"}) == [Foreign("stage")]
    assert read(stage | {"step": "soon"}) == [Foreign("stage")]
    losses = {"event": "losses", "stage": "motion", "step": 1}
    assert read(losses | {"rate": "slow"}) == [Losses("motion", 1)]
    assert read({"event": "run", "name": "old", "resumed_from": 20}) == [RunBegan("old")]
    assert list(events_in([b"", b"{torn", b"[1]", b'{"event": 3}'])) == []


def test_a_foreign_event_changes_no_history_and_a_failed_run_stays_failed_after_a_warning(tmp_path):
    history = RunHistory()
    history.add(Foreign("news"))
    assert not history.stages and history.events == 1
    folder = RunFolder(tmp_path)
    folder.events_path.write_text(f"{line_of(RunFailed('Boom.', ''))}\n{line_of(Warned('After all.'))}\n")
    assert folder.state() == "failed"


def test_names_of_stages_are_built_and_taken_apart():
    settings = config.load("people")
    assert list(settings.stages) == ["keypoints-64", "keypoints-128", "motion"]
    assert [stage_names.step_of(name) for name in settings.stages] == ["keypoints", "keypoints", "motion"]
    assert [stage_names.size_of(name) for name in (*settings.stages, "pseudo-labels")] == [64, 128, None, None]
    assert stage_names.step_of("pseudo-labels") == stage_names.PSEUDO_LABELS


def test_previews_are_found_by_the_name_they_were_given(tmp_path):
    folder = RunFolder(tmp_path)
    folder.previews_path.mkdir()
    for step in (20, 100):
        folder.preview_path("keypoints-64", step).touch()
    folder.preview_path("keypoints-128", 7).touch()
    assert [path.name for path in folder.previews_of("keypoints-64")] == [
        "keypoints-64-0000020.png",
        "keypoints-64-0000100.png",
    ]
