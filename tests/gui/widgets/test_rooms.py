"""Controls that get along with little room: banners over their canvas, narrow rows, cut labels, small screens."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QToolTip, QVBoxLayout, QWidget

from kpvp_gui.widgets import screen_fit
from kpvp_gui.widgets.banner import Banner
from kpvp_gui.widgets.elided_label import ElidedLabel
from kpvp_gui.widgets.narrowing import NarrowingRow
from kpvp_gui.widgets.overlaid import Overlaid


def test_banners_lie_over_their_canvas_and_move_nothing(qtbot):
    canvas = QWidget()
    qtbot.addWidget(canvas)
    column = QVBoxLayout(canvas)
    below = QLabel("below")
    column.addWidget(below)
    canvas.resize(900, 400)
    banners = Overlaid(canvas)
    first, second = Banner("warning"), Banner("info")
    banners.add(first)
    banners.add(second)
    canvas.show()
    QApplication.processEvents()
    before = below.geometry()
    assert not banners.isVisible()
    first.say("What happened.", "What to do.")
    second.say("More. " * 60)
    QApplication.processEvents()
    assert below.geometry() == before
    assert first.isVisible() and second.isVisible() and second.y() > first.y()
    assert second.height() > 2 * first.height()
    assert canvas.rect().contains(banners.geometry())
    second.hide()
    QApplication.processEvents()
    assert banners.height() < 2 * first.height()
    first.hide()
    QApplication.processEvents()
    assert not banners.isVisible()


def test_a_row_gives_way_before_it_is_cut_off_and_comes_back(qtbot):
    first, second = QPushButton("first"), QPushButton("second and long")
    row = QHBoxLayout()
    row.addWidget(first)
    row.addWidget(second)
    narrowing = NarrowingRow(row, second.setHidden)
    qtbot.addWidget(narrowing)
    narrowing.show()
    wide, narrow = narrowing.sizeHint().width(), narrowing.minimumSizeHint().width()
    assert narrow < wide
    for width, shown in ((wide, True), (wide - 1, False), (narrow, False), (wide + 50, True)):
        narrowing.resize(width, 60)
        assert second.isVisible() is shown


def test_what_is_least_needed_gives_way_first(qtbot):
    first, second, third = (QPushButton(text) for text in ("first", "second and long", "third and longer still"))
    row = QHBoxLayout()
    for button in (first, second, third):
        row.addWidget(button)
    narrowing = NarrowingRow(row, third.setHidden, second.setHidden)
    qtbot.addWidget(narrowing)
    narrowing.show()
    wide, narrow = narrowing.sizeHint().width(), narrowing.minimumSizeHint().width()
    for width, shown in (
        (wide, (True, True)),
        (wide - 1, (True, False)),
        (narrow, (False, False)),
        (wide, (True, True)),
    ):
        narrowing.resize(width, 60)
        assert (second.isVisible(), third.isVisible()) == shown


def test_a_label_that_is_cut_off_says_all_of_it_in_its_tooltip(qtbot):
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.setText("a long line of words that is longer than its label")
    label.resize(60, 20)
    label.show()
    asked = QHelpEvent(QHelpEvent.Type.ToolTip, QPoint(5, 5), label.mapToGlobal(QPoint(5, 5)))
    QApplication.sendEvent(label, asked)
    assert QToolTip.text() == label.text()


def test_a_window_is_made_to_fit_its_screen_and_moved_into_it(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    available = window.screen().availableGeometry()
    window.resize(available.width() + 500, available.height() + 500)
    window.move(available.right() - 20, available.bottom() - 20)
    screen_fit.fit(window)
    assert available.contains(QRect(window.pos(), window.size()))
    window.resize(200, 100)
    window.move(available.left() + 30, available.top() + 30)
    screen_fit.fit(window)
    assert (window.pos() - available.topLeft()) == QPoint(30, 30) and window.width() == 200
