"""One run on screen: what it is doing, what went wrong, and what can be done."""

from kpvp_gui.runs.runs_window import RunsWindow
from tests.gui.runs.run_files import BEGINNING, choose, event, hold, losses


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


def test_a_long_status_line_and_title_do_not_widen_the_window(window, runs, write, qtbot, qapp):
    folder = write(*BEGINNING, losses(50))
    folder.config_path.write_text('name = "one"\ntitle = "' + 60 * "W" + '"\n', "utf-8")
    hold(folder)
    monitor = choose(window, runs, folder, qtbot)
    width, least = window.width(), window.minimumSizeHint().width()
    monitor.line.setText("Training · 20 % · " + 40 * "64 px step 50 of 100 · ")
    qapp.processEvents()
    assert window.width() == width and window.minimumSizeHint().width() == least <= 1000
    assert monitor.line.shown.endswith("…") and monitor.title.shown.endswith("…")


def test_a_window_remembered_larger_than_the_screen_opens_within_it(qtbot, runs, window, remembered):
    window.resize(3000, 2000)
    window.close()
    again = RunsWindow(runs, remembered)
    qtbot.addWidget(again)
    again.show()
    assert again.screen().availableGeometry().contains(again.frameGeometry())
    again.monitor.stop_watching()


def test_two_words_end_a_run(window):
    commands = [act.text() for act in window.monitor.more.menu().actions()]
    texts = [*commands, window.monitor.stop.text(), window.monitor.finish.text()]
    ends = {text.replace("&", "") for text in texts if "top" in text or "inish" in text or "ancel" in text}
    assert ends == {"Stop", "Stop without saving...", "Finish step"}


def test_what_is_cut_off_on_the_rail_can_be_read_in_its_tooltip(window, runs, write, qtbot):
    folder = write(*BEGINNING, losses(50))
    monitor = choose(window, runs, folder, qtbot)
    for number, step in enumerate(monitor.rail.steps):
        assert monitor.rail.tip(monitor.rail._step_rect(number).center()).startswith(step.title)


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
