"""A few cards, one after another, each beside the part of the window that it is about. Knows no Document.

Nothing is locked meanwhile: what a card says can be done while it is there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kpvp_gui.translation import tr

_WIDTH, _GAP, _RING = 320, 16, 8  # px


class TourStep(NamedTuple):
    """`text` is asked for when the step is shown: it may name a key that can be changed."""

    title: str
    text: Callable[[], str]
    about: QWidget


class Tour(QFrame):
    """Begins at the first step; *Skip*, Esc and the last *Next* end it."""

    ended = Signal()

    def __init__(self, steps: Sequence[TourStep], window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("card", True)
        self._steps, self.position = tuple(steps), 0
        self._ring = _Ring(window)
        self.title, self.text, self._count = QLabel(), QLabel(), QLabel()
        self.title.setProperty("role", "card-title")
        self.text.setWordWrap(True)
        self._count.setProperty("role", "secondary")
        self.skip = _button(tr("&Skip"), self.end)
        self.back = _button(tr("&Back"), lambda: self._go(self.position - 1))
        self.following = _button(tr("&Next"), lambda: self._go(self.position + 1))
        self.following.setProperty("primary", True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._count, 1)
        for button in (self.skip, self.back, self.following):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addSpacing(4)
        column.addLayout(row)
        self.setFixedWidth(_WIDTH)
        window.installEventFilter(self)
        self._go(0)

    def _go(self, position: int) -> None:
        if not 0 <= position < len(self._steps):
            self.end()
            return
        self.position = position
        step = self._steps[position]
        self.title.setText(step.title)
        self.text.setText(step.text())
        self.setAccessibleName(f"{step.title}. {self.text.text()}")
        self._count.setText(tr("{position} of {count}", position=position + 1, count=len(self._steps)))
        self.back.setVisible(position > 0)
        last = position == len(self._steps) - 1
        self.skip.setVisible(not last)
        self.following.setText(tr("&Done") if last else tr("&Next"))
        self.show()  # first: only then are fonts as they will be
        self._settle()

    def end(self) -> None:
        self.window().removeEventFilter(self)
        self._ring.deleteLater()
        self.deleteLater()
        self.hide()
        self._ring.hide()
        self.ended.emit()

    def _settle(self) -> None:
        """Beside what the step is about, where there is most room; else below it, over its foot if need be."""
        window, about = self.window(), self._steps[self.position].about
        area = QRect(about.mapTo(window, QPoint(0, 0)), about.size()) & window.rect()
        size = QSize(_WIDTH, self.heightForWidth(_WIDTH))
        right, left = window.width() - area.right(), area.left()
        if max(right, left) >= size.width() + 2 * _GAP:
            x = area.right() + _GAP if right >= left else area.left() - _GAP - size.width()
            y = area.center().y() - size.height() // 2
        else:
            x, y = area.center().x() - size.width() // 2, area.bottom() + _GAP
        most = window.rect().adjusted(_GAP, _GAP, -_GAP - size.width(), -_GAP - size.height())
        self.setGeometry(QRect(QPoint(min(max(x, _GAP), most.right()), min(max(y, _GAP), most.bottom())), size))
        self._ring.lie_around(area.adjusted(-_RING, -_RING, _RING, _RING) & window.rect())
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._settle()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        else:
            super().keyPressEvent(event)


class _Ring(QWidget):
    """A line around what is meant; the mouse goes through it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def lie_around(self, area: QRect) -> None:
        self.setGeometry(area)
        self.show()
        self.raise_()

    def paintEvent(self, event) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2))
        painter.drawRoundedRect(self.rect().adjusted(3, 3, -3, -3), 8, 8)


def _button(text: str, do: Callable[[], object]) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.clicked.connect(lambda _=False: do())
    return button
