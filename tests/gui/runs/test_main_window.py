"""Training in the main window: its words in the status, and the finished model."""

import pytest

from kpvp_gui.runs.windows import TrainingWindows
from tests.gui.runs.run_files import BEGINNING, event, hold, look, losses


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
    window = training.runs_window
    assert window is not None
    qtbot.addWidget(window)
    assert window.isVisible() and window.monitor.folder is not None and window.monitor.folder.path == folder.path


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
