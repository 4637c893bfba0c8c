"""A run is followed while it writes its events, and after it was resumed or replaced."""

import json
import time

from kpvp_gui.runs.runs import RunWatch
from tests.gui.runs.run_files import BEGINNING, STAGES, add, begin, event, losses
from training.runs.history import RunHistory


def test_a_run_is_followed_as_it_writes(write, watch, qtbot):
    folder = write(*BEGINNING, losses(10))
    watching = watch(folder)
    assert watching.history.stages["keypoints-64"].done == 10
    told, add_to_history = [], watching.history.add
    watching.history.add = lambda event: (told.append(event), add_to_history(event))
    with qtbot.waitSignal(watching.advanced):
        write(losses(20), losses(30))
    assert [e.step for e in told] == [20, 30]
    assert watching.history.stages["keypoints-64"].curves["l1"].steps.tolist() == [10, 20, 30]


def test_half_a_line_waits_for_its_other_half(write, watch, qtbot):
    folder = write(*BEGINNING)
    watching = watch(folder)
    line = json.dumps(losses(10))
    write(line[:25])
    watching.read()
    assert watching.history.current == "keypoints-64" and not watching.history.latest
    write(line[25:] + "\n")
    watching.read()
    assert watching.history.latest.step == 10


def test_broken_lines_and_foreign_events_are_passed_over(write, watch):
    folder = write(
        *BEGINNING, "{torn\n", event("losses", stage="keypoints-64"), event("news", of="tomorrow"), losses(10)
    )
    assert watch(folder).history.latest.step == 10


def test_a_resumed_run_forgets_the_steps_it_repeats():
    history = RunHistory()
    previews = [event("preview", stage="keypoints-64", step=s, file=f"keypoints-64-{s}.png") for s in (20, 40)]
    for told in [*BEGINNING, *(losses(s, l1=float(s)) for s in range(10, 60, 10)), *previews]:
        add(history, told)
    add(history, event("error", what="Killed.", remedy="Resume."))
    add(history, event("run", name="one", preset="tiny", resumed_from=20, stages=STAGES))
    add(history, begin("keypoints-64", 20))
    add(history, losses(30, l1=-1.0))
    series = history.stages["keypoints-64"].curves["l1"]
    assert series.steps.tolist() == [10, 20, 30] and series.values.tolist() == [10, 20, -1]
    assert [p.step for p in history.previews] == [20]
    assert history.error is None


def test_a_file_that_was_replaced_is_read_anew(write, watch, qtbot):
    folder = write(*BEGINNING, losses(10), losses(20))
    watching = watch(folder)
    folder.events_path.write_text(json.dumps(BEGINNING[0]) + "\n", "utf-8")
    with qtbot.waitSignal(watching.reloaded):
        watching.read()
    assert not watching.history.latest


def test_a_long_history_is_read_in_a_job_without_a_stall(write, root, qtbot):
    lines = [json.dumps(losses(s, total=50_000, l1=1 / s, kl=2 / s)) + "\n" for s in range(1, 50_001)]
    folder = write(BEGINNING[0], "".join(lines))
    began = time.perf_counter()
    watching = RunWatch(folder)
    assert time.perf_counter() - began < 0.05
    with qtbot.waitSignal(watching.reloaded, timeout=60_000):
        pass
    assert len(watching.history.stages["keypoints-64"].curves["kl"]) == 50_000
    watching.stop()
