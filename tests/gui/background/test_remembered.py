"""What is remembered comes back with its type, and what is of another type counts as absent."""

import pytest
from PySide6.QtCore import QByteArray, QSettings

from kpvp_gui.background.remembered import Remembered
from kpvp_gui.main_window import MainWindow
from kpvp_gui.runs.runs_window import RunsWindow


@pytest.fixture
def again(remembered, tmp_path):
    """What another start finds."""

    def start() -> Remembered:
        remembered.store.sync()
        return Remembered(QSettings(str(tmp_path / "studio.ini"), QSettings.Format.IniFormat))

    return start


def test_what_was_set_is_there_at_the_next_start(remembered, again):
    remembered.appearance = "dark"
    remembered.smooth = False
    remembered.export_scale = 8
    remembered.window_geometry = QByteArray(b"\x00\x01,;")
    remembered.overlays = "frame,trails"
    found = again()
    assert (found.appearance, found.smooth, found.export_scale) == ("dark", False, 8)
    assert found.window_geometry == QByteArray(b"\x00\x01,;")
    assert found.overlays == "frame,trails"


def test_without_a_file_everything_has_its_default(remembered):
    assert (remembered.device, remembered.crop_shown, remembered.export_scale) == ("auto", True, 4)
    assert remembered.window_geometry.isEmpty()


def test_nothing_is_remembered_too(remembered, again):
    remembered.overlays = ""
    assert again().overlays == ""


@pytest.mark.parametrize(
    ("key", "value", "name", "default"),
    [
        ("canvas/crop", "perhaps", "crop_shown", True),
        ("export/scale", "large", "export_scale", 4),
        ("export/scale", 2.5, "export_scale", 4),
        ("window/geometry", "1280x720", "window_geometry", QByteArray()),
        ("appearance", ["dark", "light"], "appearance", "system"),
    ],
)
def test_a_value_of_another_type_counts_as_absent(remembered, again, key, value, name, default):
    remembered.store.setValue(key, value)
    assert getattr(remembered, name) == default
    assert getattr(again(), name) == default


@pytest.mark.parametrize(
    "value", ["garbage", "@ByteArray(garbage)", "@Variant(\\0)", "@Invalid()", "a, b", "", "9" * 400]
)
def test_a_settings_file_with_one_odd_value_everywhere_still_opens_the_studio(value, document, qtbot, tmp_path):
    path = tmp_path / "odd.ini"
    keys = [entry._key for entry in vars(Remembered).values() if hasattr(entry, "_key")]
    path.write_text("[General]\n" + "".join(f"{key.replace('/', chr(92))}={value}\n" for key in keys), "utf-8")
    odd = Remembered(QSettings(str(path), QSettings.Format.IniFormat))
    assert odd.loop_mode == "loop" and odd.appearance == "system"
    window = MainWindow(document, odd)
    qtbot.addWidget(window)
    qtbot.addWidget(RunsWindow(window.training.runs, odd))
    window.show()
    assert document.playback.loop_mode == "loop"
