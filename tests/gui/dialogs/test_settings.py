"""What the user decides once applies at once and is remembered."""

from kpvp_gui.dialogs.settings import SettingsDialog


def test_appearance_and_device_are_kept_at_once(qtbot, remembered):
    dialog = SettingsDialog(remembered)
    qtbot.addWidget(dialog)
    assert (dialog.appearance.currentData(), dialog.device.currentData()) == ("system", "auto")
    with qtbot.waitSignal(dialog.appearance_chosen) as chosen:
        dialog.appearance.setCurrentIndex(dialog.appearance.findData("dark"))
    dialog.device.setCurrentIndex(dialog.device.findData("cpu"))
    assert chosen.args == ["dark"]
    assert (remembered.appearance, remembered.device) == ("dark", "cpu")


def test_a_device_that_is_not_offered_is_shown_as_the_first(qtbot, remembered):
    remembered.device = "abacus"
    dialog = SettingsDialog(remembered)
    qtbot.addWidget(dialog)
    assert dialog.device.currentData() == "auto"
