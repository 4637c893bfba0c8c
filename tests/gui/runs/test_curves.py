"""The curves of a run and the rail of its steps; thinned, smoothed, and drawn in time."""

import time

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from kpvp_gui.runs.loss_plot import Curve, LossPlot, LossPlots
from kpvp_gui.runs.steps import curves_of, grouped, steps
from tests.gui.runs.run_files import BEGINNING, add, begin, choose, event, losses
from training.runs.history import RunHistory, smoothed, thinned


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


def test_the_rail_of_a_compared_system_has_its_stages():
    history = RunHistory()
    add(history, event("run", name="people", preset="tiny", stages=[{"name": n, "steps": 80} for n in ("flows", "frames")]))
    began = event("stage", stage="frames", step=0, steps=80)
    for told in [losses(80, "flows", 80), began, losses(20, "frames", 80)]:
        add(history, told)
    rail = steps(history)
    assert [step.title for step in rail] == ["Flow-grounded: flows", "Flow-grounded: frames"]
    assert [step.state for step in rail] == ["done", "current"] and rail[1].fraction == 0.25
    assert curves_of(history, 1)["l1"][0].tolist() == [20]


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
    rail = monitor.rail
    qtbot.mouseClick(rail, Qt.MouseButton.LeftButton, pos=rail._step_rect(0).center().toPoint())
    assert monitor.rail.shown == 0 and monitor.curves.step == 0
    monitor.rail.chosen.emit(2)  # where the run is: followed again
    assert monitor._step is None
