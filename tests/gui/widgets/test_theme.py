"""Light and dark can be read."""

import numpy as np
import pytest
from PySide6.QtGui import QFont, QFontMetrics, QPalette
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton

from kpvp_gui.widgets.theme import Theme, text_font


@pytest.mark.parametrize("appearance", ["light", "dark"])
def test_text_stands_out_from_its_background_in_both_looks(qapp, appearance):
    before, sheet = qapp.palette(), qapp.styleSheet()
    theme = Theme(qapp, appearance)
    palette = qapp.palette()
    assert theme.dark == (appearance == "dark")
    for text, ground in (("WindowText", "Window"), ("Text", "Base"), ("PlaceholderText", "Window")):
        ratio = contrast(*(palette.color(getattr(QPalette.ColorRole, role)) for role in (text, ground)))
        assert ratio >= 4.5, (text, ground, ratio)
    assert (
        contrast(*(palette.color(r) for r in (QPalette.ColorRole.HighlightedText, QPalette.ColorRole.Highlight))) >= 4
    )
    theme.set_appearance("system")
    qapp.setPalette(before)
    qapp.setStyleSheet(sheet)


def test_buttons_are_measured_with_the_letters_they_are_drawn_with(qtbot, qapp):
    palette, sheet = qapp.palette(), qapp.styleSheet()
    theme = Theme(qapp, "dark")
    dialog = QDialog()
    qtbot.addWidget(dialog)
    row = QHBoxLayout(dialog)
    plain, default, primary = (QPushButton("Export the clip") for _ in range(3))
    primary.setProperty("primary", True)
    for button in (plain, default, primary):
        row.addWidget(button)
    default.setDefault(True)
    dialog.show()
    bold = QFontMetrics(text_font(weight=QFont.Weight.DemiBold)).horizontalAdvance("Export the clip")
    assert default.font().weight() == plain.font().weight() < primary.font().weight()
    assert primary.width() >= bold + 2 * 14
    rules = [rule.split("*/")[-1] for rule in qapp.styleSheet().split("}") if "font-weight" in rule]
    assert not any(":default" in rule for rule in rules)  # a state that comes after measuring
    theme.set_appearance("system")
    qapp.setPalette(palette)
    qapp.setStyleSheet(sheet)


def contrast(a, b) -> float:
    def luminance(colour):
        channels = np.array(colour.getRgbF()[:3])
        linear = np.where(channels <= 0.03928, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
        return float(linear @ (0.2126, 0.7152, 0.0722))

    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)
