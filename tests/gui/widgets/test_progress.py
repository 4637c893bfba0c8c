"""A progress bar that moves paints nothing by itself."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kpvp_gui.widgets.progress import ProgressBar


class Picture(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.painted = 0

    def paintEvent(self, event) -> None:
        self.painted += 1


def test_what_waits_to_be_painted_is_painted_once_however_often_the_value_changes(qtbot):
    window, picture, bar = QWidget(), Picture(), ProgressBar()
    column = QVBoxLayout(window)
    column.addWidget(picture)
    column.addWidget(bar)
    qtbot.addWidget(window)
    window.resize(200, 200)
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: picture.painted > 0)
    qtbot.wait(50)
    before = picture.painted
    for value in range(20):
        bar.setRange(0, 100 + value)
        picture.update()
        bar.setValue(value)
    assert picture.painted == before and bar.value() == 19
    qtbot.waitUntil(lambda: picture.painted == before + 1)
