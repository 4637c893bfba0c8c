"""Runs as the window sees them: followed while they write, found again, told what to do; curves, rail and previews."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from kpvp_gui.runs import runs as training_runs
from kpvp_gui.runs.loss_plot import Curve, LossPlot, LossPlots
from kpvp_gui.runs.run_previews import PreviewPane
from kpvp_gui.runs.runs import RunWatch, TrainingRuns
from kpvp_gui.runs.runs_window import RunsWindow
from kpvp_gui.runs.steps import curves_of, grouped, steps
from kpvp_gui.runs.windows import TrainingWindows
from training.runs import process as training_process
from training.runs.events import events_in
from training.runs.folder import RunFolder
from training.runs.history import RunHistory, smoothed, thinned
from training.runs.summary import summarize

SIZES = {"keypoints-64": 100, "keypoints-128": 100, "motion": 50}
STAGES = [{"name": name, "steps": steps} for name, steps in SIZES.items()]


def event(kind: str, **values) -> dict:
    return {"time": 1.0, "event": kind, **values}


def begin(stage: str, step: int = 0) -> dict:
    return event("stage", stage=stage, step=step, steps=SIZES[stage])


def losses(step: int, stage: str = "keypoints-64", total: int = 100, **values: float) -> dict:
    told = {
        "steps_per_s": 2.0,
        "images_per_s": 16.0,
        "eta_s": 300.0,
        "run_eta_s": 900.0,
        "data_share": 0.01,
        "rate": 0.001,
    }
    return event("losses", stage=stage, step=step, steps=total, losses=values or {"l1": 1.0 / step}, **told)


def add(history: RunHistory, *told: dict) -> None:
    """Let the history hear events as they are read from a run's file."""
    for heard in events_in(json.dumps(each).encode() for each in told):
        history.add(heard)


BEGINNING = [event("run", name="one", preset="tiny", stages=STAGES), begin("keypoints-64")]


@pytest.fixture
def root(tmp_path, monkeypatch):
    monkeypatch.setenv("KPVP_RUNS_DIR", str(tmp_path / "runs"))
    return tmp_path / "runs"


@pytest.fixture
def write(root):
    """Writes events (or text) to the end of a run's file."""

    def write(*events: dict | str, name: str = "one") -> RunFolder:
        folder = RunFolder(root / name)
        if not folder.path.exists():
            folder.previews_path.mkdir(parents=True)
            folder.config_path.write_text(f'name = "{name}"\ntitle = "Run {name}"\n', "utf-8")
        with open(folder.events_path, "a", encoding="utf-8") as file:
            for told in events:
                file.write(told if isinstance(told, str) else json.dumps(told) + "\n")
        return folder

    return write


def hold(folder: RunFolder, pid: int | None = None) -> None:
    """A lock as a living process keeps it."""
    from training.runs.folder import process_birth

    pid = pid or os.getpid()
    held = {"pid": pid, "birth": process_birth(pid), "start": time.time(), "heartbeat": time.time()}
    folder.lock_path.write_text(json.dumps(held), "utf-8")


@pytest.fixture
def watch(qtbot, write):
    watches = []

    def start(folder: RunFolder) -> RunWatch:
        watches.append(RunWatch(folder))
        qtbot.waitUntil(lambda: not watches[-1].loading)
        return watches[-1]

    yield start
    for watch in watches:
        watch.stop()


@pytest.fixture
def runs(qtbot, root):
    runs = TrainingRuns()
    yield runs
    runs._timer.stop()


def look(runs: TrainingRuns, qtbot) -> None:
    qtbot.waitUntil(lambda: runs._scan is None)
    runs.look()
    qtbot.waitUntil(lambda: runs._scan is None)


# Following


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


# Curves and rail


def test_steps_of_several_sizes_follow_each_other_in_one_curve():
    history = RunHistory()
    for told in [*BEGINNING, losses(50), losses(100), losses(30, "keypoints-128"), losses(5, "motion", 50, kl=1.0)]:
        add(history, told)
    assert curves_of(history, 0)["l1"][0].tolist() == [50, 100, 130]
    assert list(curves_of(history, 2)) == ["kl"] and curves_of(history, 1) == {}


def test_the_rail_tells_three_steps():
    history = RunHistory()
    for told in [
        *BEGINNING,
        losses(100),
        begin("keypoints-128"),
        losses(25, "keypoints-128"),
    ]:
        add(history, told)
    rail = steps(history)
    assert [step.state for step in rail] == ["current", "waiting", "waiting"]
    assert rail[0].parts == (("64 px", 1.0), ("128 px", 0.25))
    add(history, event("pseudo_labels", done=30, total=60))
    assert [step.state for step in steps(history)] == ["done", "current", "waiting"]
    assert steps(history)[1].fraction == 0.5
    add(history, begin("motion"))
    add(history, event("finished", model="model.safetensors", installed=None))
    assert [step.state for step in steps(history)] == ["done"] * 3 and history.fraction == 1


def test_both_sides_of_an_adversary_share_a_plot():
    assert grouped(["l1", "discriminator", "gan"]) == [
        ("L1", ("l1",)),
        ("Generator and discriminator", ("discriminator", "gan")),
    ]


def test_thinning_keeps_every_extreme_and_the_ends():
    rng = np.random.default_rng(0)
    values = rng.normal(size=50_000)
    values[31_234] = 40.0
    x, y = thinned(np.arange(50_000), values, 1000)
    assert len(x) <= 1010 and x[0] == 0 and x[-1] == 49_999
    assert y.max() == 40.0 and y.min() == values.min()
    assert (np.diff(x) > 0).all()


def test_smoothing_is_the_mean_of_neighbours():
    values = np.array([0.0, 3.0, 6.0, 9.0, 100.0])
    assert smoothed(values, 3).tolist() == [1.5, 3.0, 6.0, pytest.approx(115 / 3), 54.5]
    assert smoothed(values, 1) is values


def test_a_plot_of_50_000_points_is_drawn_nearly_as_fast_as_one_of_500(qtbot):
    plot = LossPlot()
    qtbot.addWidget(plot)
    plot.resize(400, 150)
    plot.show()

    def seconds(count: int) -> float:
        values = np.abs(np.random.default_rng(0).normal(size=count))
        curve = Curve("one: l1", np.arange(1, count + 1), values, QColor("blue"))
        took = []
        for _ in range(7):
            began = time.perf_counter()
            plot.show_curves("L1", [curve], 25, True)
            plot.grab()
            took.append(time.perf_counter() - began)
        return min(took)

    seconds(500)
    assert seconds(50_000) < 3 * seconds(500) + 0.01


def test_a_logarithmic_axis_leaves_out_what_has_no_logarithm(qtbot):
    plot = LossPlot()
    qtbot.addWidget(plot)
    plot.show_curves("KL", [Curve("k", np.arange(4), np.array([0.0, -1.0, np.nan, 10.0]), QColor("red"))], 1, True)
    plot.show_curves("KL", [Curve("k", np.arange(2), np.array([0.0, -1.0]), QColor("red"))], 1, True)
    plot.grab()


# States and commands


def test_runs_are_found_with_their_state_and_share(write, runs, qtbot):
    write(*BEGINNING, losses(50), name="one")
    write(*BEGINNING, event("finished", model="m", installed="/models/two.safetensors"), name="two")
    write(*BEGINNING, event("stopped"), name="three")
    write(*BEGINNING, event("error", what="Boom.", remedy="Mend."), name="four")
    hold(write(*BEGINNING, losses(50), name="five"))
    hold(write(*BEGINNING, event("paused", stage="keypoints-64", step=0), name="six"))
    look(runs, qtbot)
    told = {summary.path.name: summary for summary in runs.summaries}
    states = {name: summary.state for name, summary in told.items()}
    assert states == {
        "one": "interrupted",
        "two": "finished",
        "three": "stopped",
        "four": "failed",
        "five": "running",
        "six": "paused",
    }
    assert told["five"].words == "Training · 20 %" and told["five"].title == "Run five"
    assert told["two"].installed == "/models/two.safetensors"
    assert {summary.path.name for summary in runs.active} == {"five", "six"}


def test_a_summary_is_read_again_only_when_events_were_added(write, monkeypatch):
    folder = write(*BEGINNING, losses(50))
    first = summarize(folder)
    monkeypatch.setattr(RunFolder, "first_events", lambda _: pytest.fail("read again"))
    assert summarize(folder, first) == first


def test_commands_are_lines_in_the_run_s_folder(write, runs):
    folder = write(*BEGINNING)
    hold(folder)
    for command in ("pause", "resume", "finish", "stop"):
        runs.send(folder, command)
    assert folder.commands_path.read_text().split() == ["pause", "resume", "finish", "stop"]


def test_resuming_a_run_nobody_trains_starts_its_process_again(write, runs, monkeypatch):
    folder = write(*BEGINNING, event("stopped"))
    launched = []
    child = type("Child", (), {"pid": 0, "poll": lambda self: None})()
    monkeypatch.setattr(training_process, "launch", lambda f, arguments: launched.append(arguments) or child)
    runs.send(folder, "resume")
    assert launched == [["-m", "training", str(folder.config_path), "--out", str(folder.path), "--resume"]]
    assert runs.summary(folder.path).state == "starting"


def test_a_process_that_ends_before_it_says_anything_has_failed(runs, root, qtbot, monkeypatch):
    monkeypatch.setattr(training_process, "start_arguments", lambda *a, **k: ["-c", "import sys; sys.exit('no torch')"])
    folder = runs.start(training_runs.Plan("tiny", "Mine", "people"))
    assert runs.summary(folder.path).state == "starting"
    child = runs._children[folder.path][0]
    child.wait(20)
    look(runs, qtbot)
    look(runs, qtbot)
    assert runs.summary(folder.path).state == "failed"
    assert training_process.log_tail(folder) == "no torch"


@pytest.mark.skipif(os.name != "posix", reason="process groups")
def test_a_run_has_a_process_group_of_its_own_and_low_priority(root):
    folder = RunFolder(root / "one")
    child = training_process.launch(folder, ["-c", "import time; time.sleep(30)"])
    try:
        assert os.getpgid(child.pid) == child.pid != os.getpgid(0)
        assert os.getpriority(os.PRIO_PROCESS, child.pid) >= training_process.NICENESS
    finally:
        training_process.end(child.pid)
    assert child.wait(10) != 0


def test_cancelling_a_process_that_reads_no_commands_ends_it(root, runs, monkeypatch):
    monkeypatch.setattr(training_process, "start_arguments", lambda *a, **k: ["-c", "import time; time.sleep(60)"])
    folder = runs.start(training_runs.Plan("tiny", "Mine", "people"))
    child = runs._children[folder.path][0]
    runs.cancel(folder)
    assert child.wait(10) != 0


def test_a_run_outlives_the_program_that_started_it(root):
    """Killed as hard as can be, the studio takes no run with it."""
    script = (
        "import os, signal, sys; from pathlib import Path; from training.runs.folder import RunFolder\n"
        "from training.runs import process as training_process\n"
        "child = training_process.launch(RunFolder(Path(sys.argv[1])), ['-c', 'import time; time.sleep(60)'])\n"
        "print(child.pid, flush=True); os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(root / "one")],
        env=training_process.environment(),
        capture_output=True,
        text=True,
        timeout=30,
    )
    pid = int(done.stdout)
    time.sleep(0.3)
    os.kill(pid, 0)  # it lives
    training_process.end(pid, force=True)


def test_a_finished_run_is_told_once_if_it_was_seen_training(write, runs, qtbot):
    folder = write(*BEGINNING, losses(10))
    hold(folder)
    look(runs, qtbot)
    finished = []
    runs.run_finished.connect(finished.append)
    write(event("finished", model="model.safetensors", installed="/m/one.safetensors"))
    folder.lock_path.unlink()
    look(runs, qtbot)
    look(runs, qtbot)
    assert [summary.path for summary in finished] == [folder.path]


# On screen


@pytest.fixture
def window(qtbot, runs, remembered):
    window = RunsWindow(runs, remembered)
    qtbot.addWidget(window)
    window.show()
    yield window
    window.monitor.stop_watching()


def choose(window, runs, folder, qtbot):
    look(runs, qtbot)
    window.show_run(folder.path)
    qtbot.waitUntil(lambda: not window.monitor.watch.loading)
    return window.monitor


def test_a_run_in_training_shows_its_speed_and_can_be_paused_and_stopped(window, runs, write, qtbot):
    folder = write(*BEGINNING, losses(50))
    hold(folder)
    monitor = choose(window, runs, folder, qtbot)
    assert monitor.title.text() == "Run one"
    assert monitor.line.text() == "Training · 20 % · 64 px step 50 of 100 · 16.0 images/s · about 15 min left"
    assert monitor.pause.isVisible() and monitor.finish.isVisible() and monitor.stop.isVisible()
    assert not monitor.resume.isVisible() and not monitor.delete.isEnabled() and monitor.cancel.isEnabled()
    monitor.pause.click()
    assert folder.commands_path.read_text() == "pause\n"


def test_a_failed_run_says_what_happened_what_to_do_and_the_end_of_its_log(window, runs, write, qtbot):
    folder = write(*BEGINNING, losses(50), event("error", what="A loss is not a number.", remedy="Lower the rate."))
    folder.log_path.write_text("first\nTraceback: last words\n", "utf-8")
    monitor = choose(window, runs, folder, qtbot)
    assert monitor.trouble.text() == "A loss is not a number. Lower the rate." and monitor.trouble.isVisible()
    qtbot.waitUntil(lambda: "last words" in monitor.log.toPlainText())
    assert monitor.log.isVisible() and monitor.resume.isVisible() and not monitor.pause.isVisible()


def test_a_finished_run_offers_its_model(window, runs, write, qtbot):
    folder = write(*BEGINNING, event("finished", model="model.safetensors", installed="/models/one.safetensors"))
    monitor = choose(window, runs, folder, qtbot)
    with qtbot.waitSignal(monitor.use_wanted) as wanted:
        monitor.use.click()
    assert wanted.args == ["/models/one.safetensors"] and not monitor.resume.isVisible()


def test_cancel_and_delete_ask_first(window, runs, write, qtbot, monkeypatch):
    folder = write(*BEGINNING, losses(10))
    monitor = choose(window, runs, folder, qtbot)
    deleted = []
    monkeypatch.setattr(runs, "delete", deleted.append)
    monitor.delete.trigger()
    assert deleted == [] and monitor.question.isVisible()
    next(button for button in monitor.question.buttons() if "Delete" in button.text()).click()
    assert [gone.path for gone in deleted] == [folder.path]


def test_a_run_in_training_is_not_thrown_away(write, runs, qtbot):
    folder = write(*BEGINNING)
    hold(folder)
    with qtbot.waitSignal(runs.trouble) as told:
        runs.delete(folder)
    assert "being trained" in told.args[0].what and folder.path.exists()


def test_the_curves_grow_and_other_runs_are_laid_over_them(window, runs, write, qtbot):
    one = write(*BEGINNING, losses(10), losses(20))
    write(*BEGINNING, losses(10), losses(90), name="two")
    monitor = choose(window, runs, one, qtbot)
    curves = monitor.curves
    qtbot.waitUntil(lambda: curves.plots is not None and "L1" in curves.plots.plots, timeout=20_000)
    plot = curves.plots.plots["L1"]
    qtbot.waitUntil(lambda: len(plot.curves) == 1)
    write(losses(30))
    qtbot.waitUntil(lambda: plot.curves[0].steps.tolist() == [10, 20, 30])
    items = [window.list.item(row) for row in range(window.list.count())]
    other = next(item for item in items if item.data(Qt.ItemDataRole.UserRole).name == "two")
    other.setCheckState(Qt.CheckState.Checked)
    qtbot.waitUntil(lambda: len(plot.curves) == 2)
    assert plot.curves[1].steps.tolist() == [10, 90] and plot.curves[0].colour != plot.curves[1].colour
    assert not other.icon().isNull()


def test_plots_that_are_not_needed_are_hidden_and_serve_again(qtbot):
    plots = LossPlots()
    qtbot.addWidget(plots)
    plots.resize(500, 400)
    plots.show()
    curve = Curve("run: kl", np.arange(4), np.arange(4.0), QColor("red"))

    def show(*titles):
        plots.show_plots([(title, [curve]) for title in titles], 1, False)
        qtbot.waitUntil(lambda: not plots.drawing)
        return plots.plots

    first = show("L1", "KL", "GAN")
    assert list(first) == ["L1", "KL", "GAN"]
    assert list(show("Mask")) == ["Mask"] and plots.plots["Mask"] is first["L1"]
    assert list(show("Mask", "KL", "L1")) == ["Mask", "KL", "L1"] and plots.plots["KL"] is first["KL"]


def test_a_narrow_plot_tells_the_chosen_runs_newest_value_and_all_of_them_on_hover(qtbot):
    plot = LossPlot()
    qtbot.addWidget(plot)
    plot.resize(160, 148)
    curves = [Curve(f"run {n}: kl", np.arange(2), np.full(2, 0.1234 + n), QColor("red")) for n in range(5)]
    plot.show_curves("Reconstruction", curves, 1, False)
    assert "0.123" in plot.readout.text() and "4.12" not in plot.readout.text()
    assert "run 4: kl 4.12" in plot.readout.toolTip()


def test_the_rail_chooses_whose_curves_are_shown(window, runs, write, qtbot):
    folder = write(*BEGINNING, losses(100), begin("motion"), losses(10, "motion", 50, kl=3.0))
    monitor = choose(window, runs, folder, qtbot)
    assert monitor.rail.shown == 2
    monitor.rail.chosen.emit(0)
    assert monitor.rail.shown == 0 and monitor.curves.step == 0
    monitor.rail.chosen.emit(2)  # where the run is: followed again
    assert monitor._step is None


def picture(folder: Path, name: str, level: int) -> None:
    Image.new("RGB", (60, 40), (level, 0, 0)).save(folder / name)


def test_the_columns_of_a_preview_are_named_above_them(qtbot, tmp_path):
    history = RunHistory()
    for number, columns in enumerate((("source", "mask"), ())):
        picture(tmp_path, f"{number}.png", 9)
        add(history, event("preview", stage="motion", step=number, file=f"{number}.png", columns=columns))
    pane = PreviewPane()
    qtbot.addWidget(pane)
    pane.resize(400, 300)
    pane.show()

    def inked() -> tuple[bool, bool]:
        image = pane.heads.grab().toImage()
        ground = image.pixel(0, 0)
        row = [any(image.pixel(x, y) != ground for y in range(image.height())) for x in range(image.width())]
        return any(row[: len(row) // 2]), any(row[len(row) // 2 :])

    with qtbot.waitSignal(pane.shown):
        pane.set_previews(tmp_path, history.previews[:1])
    assert pane.heads.columns == ("source", "mask") and inked() == (True, True)
    with qtbot.waitSignal(pane.shown):
        pane.set_previews(tmp_path, history.previews)
    assert pane.heads.columns == () and inked() == (False, False)


def test_the_scrubber_goes_through_the_run_s_history_and_follows_the_newest(qtbot, tmp_path):
    history = RunHistory()
    for number in range(4):
        picture(tmp_path, f"k-{number}.png", 50 * number)
        add(history, event("preview", stage="keypoints-64", step=100 * number, file=f"k-{number}.png"))
    pane = PreviewPane()
    qtbot.addWidget(pane)
    pane.resize(400, 300)
    pane.show()
    with qtbot.waitSignal(pane.shown, check_params_cb=lambda index: index == 2):
        pane.set_previews(tmp_path, history.previews[:3])
    assert pane.caption.text() == "64 px · step 200 · 3 of 3"
    with qtbot.waitSignal(pane.shown, check_params_cb=lambda index: index == 3):
        pane.set_previews(tmp_path, history.previews)  # at the newest it stays at the newest
    with qtbot.waitSignal(pane.shown, check_params_cb=lambda index: index == 1):
        pane.scrubber.setValue(1)
    pane.set_previews(tmp_path, history.previews)
    assert pane.scrubber.value() == 1
    colour = pane.picture.grab().toImage().pixelColor(200, 100)
    assert colour.red() == 50
    with qtbot.waitSignal(pane.shown, check_params_cb=lambda index: index == 0):
        for value in (3, 2, 1, 0):  # a quick drag: what is shown in the end is what was asked for last
            pane.scrubber.setValue(value)
    assert pane.caption.text().startswith("64 px · step 0 ·")


def test_crisp_pixels_are_whole_and_smooth_ones_are_lanczos(qtbot, tmp_path):
    Image.fromarray(np.array([[[0, 0, 0], [255, 255, 255]]] * 2, np.uint8)).save(tmp_path / "p.png")
    pane = PreviewPane()
    qtbot.addWidget(pane)
    pane.resize(420, 420)
    pane.show()
    history = RunHistory()
    add(history, event("preview", stage="motion", step=1, file="p.png"))
    with qtbot.waitSignal(pane.shown):
        pane.set_previews(tmp_path, history.previews)

    def levels() -> set[int]:
        image = pane.picture.grab().toImage()
        place = pane.picture.place().toRect().adjusted(1, 1, -1, -1)
        return {image.pixelColor(x, place.center().y()).red() for x in range(place.left(), place.right())}

    assert levels() == {0, 255}
    pane._acts[1].trigger()
    qtbot.waitUntil(lambda: pane.picture._fine is not None)
    assert len(levels()) > 20


def test_a_missing_preview_is_no_accident(qtbot, tmp_path):
    pane = PreviewPane()
    qtbot.addWidget(pane)
    history = RunHistory()
    add(history, event("preview", stage="motion", step=1, file="gone.png"))
    pane.set_previews(tmp_path, history.previews)
    qtbot.waitUntil(lambda: pane._decoding is None)


# In the main window


@pytest.fixture
def studio(qtbot, document, remembered, root):
    from kpvp_gui.main_window import MainWindow

    window = MainWindow(document, remembered)
    qtbot.addWidget(window)
    window.show()
    yield window
    window.training.close()
    window.training.runs._timer.stop()


def test_the_status_tells_of_a_run_found_again_and_leads_to_it(studio, write, qtbot):
    folder = write(*BEGINNING, losses(100), losses(8, "keypoints-128"))
    hold(folder)
    training: TrainingWindows = studio.training
    look(training.runs, qtbot)
    assert training.status.text() == "1 run training: 43 %" and training.status.isVisible()
    training.status.click()
    qtbot.addWidget(training.runs_window)
    assert training.runs_window.isVisible() and training.runs_window.monitor.folder.path == folder.path


def test_a_finished_model_comes_into_the_list_and_is_offered(studio, document, write, qtbot, tiny_model, tmp_path):
    import shutil

    models = tmp_path / "XDG_DATA_HOME" / "kpvp" / "models"
    models.mkdir(parents=True)
    folder = write(*BEGINNING, losses(10))
    hold(folder)
    training = studio.training
    look(training.runs, qtbot)
    installed = models / "fresh.safetensors"
    shutil.copy(tiny_model, installed)
    write(event("finished", model="model.safetensors", installed=str(installed)))
    folder.lock_path.unlink()
    look(training.runs, qtbot)
    assert training.status.text() == "Run one is trained: use it now"
    qtbot.waitUntil(lambda: any(entry.path == installed for entry in document.models))
    training.status.click()
    qtbot.waitUntil(lambda: document.model_entry is not None and document.model_entry.path == installed)
    assert not training.status.isVisible()


def test_closing_the_studio_sends_a_run_no_command(studio, write, qtbot):
    folder = write(*BEGINNING, losses(10))
    hold(folder)
    look(studio.training.runs, qtbot)
    studio.training.show_runs(folder.path)
    studio.close()
    assert not studio.training.runs_window.isVisible()
    assert not folder.commands_path.exists() and folder.state() == "running"
