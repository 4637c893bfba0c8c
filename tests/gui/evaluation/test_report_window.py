"""Models are chosen, a report is made in a process of its own, and what came of it is a button away."""

import json
import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from kpvp_gui.evaluation.report_window import ReportWindow
from kpvp_gui.evaluation.windows import EvaluationWindows
from tests.gui.conftest import model_entry
from training.runs import process

REPORTER = """
import json, os, sys, time
arguments = sys.argv[1:]
out = arguments[arguments.index("--out") + 1]
print("people on people", file=sys.stderr, flush=True)
if "--fail" in out:
    sys.exit("No system could be measured on people. Choose other models or data.")
while "--wait" in out:
    time.sleep(0.1)
os.makedirs(out + "/study", exist_ok=True)
open(out + "/study/study.json", "w").close()
print(json.dumps({"page": out + "/report.html", "asked": arguments}))
"""


@pytest.fixture
def models():
    worlds = {"people": "people", "other": "people", "animals": "animals"}
    entries = [(model_entry(name), world) for name, world in worlds.items()]
    return [replace(entry, card=replace(entry.card, world={"name": world})) for entry, world in entries]


@pytest.fixture
def window(qtbot, remembered, models, monkeypatch, tmp_path):
    script = tmp_path / "reporter.py"
    script.write_text(REPORTER)
    monkeypatch.setattr(process, "python", lambda *arguments: [sys.executable, str(script), *arguments[2:]])
    window = ReportWindow(models, remembered)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(window)
    window.show()
    return window


def tick(ticks, *rows):
    for row in rows:
        ticks.item(row).setCheckState(Qt.CheckState.Checked)


def test_nothing_begins_before_models_a_world_and_a_folder_are_chosen(window, tmp_path):
    assert not window.start_button.isEnabled()
    tick(window.models, 0)
    window.out.setText(str(tmp_path / "out"))
    assert not window.start_button.isEnabled()
    tick(window.worlds, 0)
    assert window.start_button.isEnabled()
    assert [window.worlds.item(row).text() for row in range(window.worlds.count())] == ["People", "Animals"]


def test_a_report_is_asked_for_with_what_was_chosen_and_its_page_and_study_are_a_button_away(
    qtbot, window, remembered, tmp_path, monkeypatch
):
    remembered.characters_folder = "/somewhere/characters"
    out = tmp_path / "out"
    tick(window.models, 0, 1)
    tick(window.worlds, 0)
    window.out.setText(str(out))
    window.clips.setValue(30)
    asked = window.arguments()
    assert asked[:3] == ["report", "/nowhere/people.safetensors", "/nowhere/other.safetensors"]
    assert asked[3:7] == ["--data", "people", "--out", str(out)]
    assert asked[asked.index("--clips") + 1] == "30" and "/somewhere/characters" in asked
    window.start_button.click()
    assert not window.start_button.isEnabled() and window.stop_button.isVisible()
    qtbot.waitUntil(lambda: window.page is not None, timeout=30_000)
    assert window.open_button.isVisible() and window.rank_button.isVisible() and not window.stop_button.isVisible()
    opened, studies = [], []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    window.open_button.click()
    assert opened[0].toLocalFile() == str(out / "report.html")
    window.study_wanted.connect(studies.append)
    window.rank_button.click()
    assert studies == [out / "study"]
    assert remembered.report_folder == str(out) and remembered.report_clips == 30


def test_what_went_wrong_is_said_and_it_can_be_tried_again(qtbot, window, tmp_path):
    tick(window.models, 0)
    tick(window.worlds, 0)
    window.out.setText(str(tmp_path / "--fail"))
    window.start()
    qtbot.waitUntil(lambda: "could be measured" in window.banner.text, timeout=30_000)
    assert window.start_button.isEnabled() and not window.open_button.isVisible()


def test_stop_ends_the_process_and_says_that_nothing_is_lost(qtbot, window, tmp_path):
    tick(window.models, 0)
    tick(window.worlds, 0)
    window.out.setText(str(tmp_path / "--wait"))
    window.start()
    qtbot.waitUntil(lambda: window.status.text() == "people on people", timeout=30_000)
    window.stop_button.click()
    qtbot.waitUntil(lambda: window.process is None, timeout=30_000)
    assert "kept" in window.status.text() and window.start_button.isEnabled()


def test_closing_the_window_ends_what_is_at_work(qtbot, window, tmp_path):
    tick(window.models, 0)
    tick(window.worlds, 0)
    window.out.setText(str(tmp_path / "--wait"))
    window.start()
    qtbot.waitUntil(lambda: window.status.text() == "people on people", timeout=30_000)
    running = window.process
    window.close()
    assert not running.running


def test_the_command_line_takes_what_the_window_asks(window, tmp_path):
    from main import build_parser

    tick(window.models, 0, 1)
    tick(window.worlds, 0, 1)
    window.out.setText(str(tmp_path))
    window.i3d.setText("/i3d.pt")
    args = build_parser().parse_args([*window.arguments(), "--json"])
    assert args.command == "report" and args.data == ["people", "animals"] and len(args.models) == 2
    assert args.i3d == "/i3d.pt" and json.dumps(args.out)


def test_the_menu_opens_it_once(qtbot, document, remembered):
    parent = QWidget()
    qtbot.addWidget(parent)
    windows = EvaluationWindows(document, remembered, parent)
    first = windows.evaluate()
    qtbot.addWidget(first)
    assert windows.evaluate() is first
    windows.close()
