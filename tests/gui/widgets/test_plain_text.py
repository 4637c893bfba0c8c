"""What a stranger wrote into a card, a file's name or an event is shown as it stands, and never read as HTML."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QToolTip, QVBoxLayout, QWidget

from kpvp_gui.runs.loss_plot import LossPlot
from kpvp_gui.widgets.theme import Theme

FOREIGN = '<img src="file:///nowhere/picture.png"><b>Figures</b>'


@pytest.fixture
def window(qtbot):
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    before = application.styleSheet()
    Theme(application)
    window = QWidget()
    QVBoxLayout(window)
    qtbot.addWidget(window)
    yield window
    application.setStyleSheet(before)


def labels(parent: QWidget) -> list[QLabel]:
    found = [label for label in parent.findChildren(QLabel) if label.text() == FOREIGN]
    assert found
    return found


def test_a_label_shows_foreign_text_as_it_stands(window):
    early, selectable = QLabel(FOREIGN), QLabel(FOREIGN)
    selectable.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    for label in (early, selectable):
        window.layout().addWidget(label)
    window.show()
    late = QLabel(FOREIGN, window)
    late.show()
    for label in labels(window):
        assert label.textFormat() == Qt.TextFormat.PlainText
        assert label.sizeHint().width() > label.fontMetrics().horizontalAdvance("Figures") * 3


def test_a_message_box_shows_foreign_text_as_it_stands(window):
    window.show()
    box = QMessageBox(window)
    box.setText(FOREIGN)
    box.setInformativeText(FOREIGN)
    box.open()
    assert [label.textFormat() for label in labels(box)] == [Qt.TextFormat.PlainText] * 2
    box.close()


def test_a_tool_tip_shows_foreign_text_as_it_stands(window, qtbot):
    window.show()
    QToolTip.showText(QPoint(10, 10), FOREIGN, window)
    tips = [w for w in QApplication.topLevelWidgets() if isinstance(w, QLabel) and w.text() == FOREIGN]
    assert tips and all(tip.textFormat() == Qt.TextFormat.PlainText for tip in tips)
    QToolTip.hideText()


def test_what_a_view_writes_itself_keeps_its_colours(window):
    plot = LossPlot()
    window.layout().addWidget(plot)
    window.show()
    assert plot.readout.textFormat() == Qt.TextFormat.RichText
