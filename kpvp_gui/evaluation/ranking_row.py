"""The clips of a trial in a row, best at the left: dragged by the mouse, moved by keys, all playing in step."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from kpvp_gui.evaluation.ranking_card import FOOT, MARGIN, RankingCard
from kpvp_gui.translation import tr

_GAP = 16
_LARGEST = 288  # px of a card's width
_SMALLEST = 112
_BREATH = 8  # frames that the last one stays, so that the eye sees where a clip begins


class RankingRow(QWidget):
    """`order` is the answer; `moved` says that somebody changed it."""

    moved = Signal()

    def __init__(self, fps: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[RankingCard] = []
        self._held: RankingCard | None = None
        self._grip = QPoint()
        self._time = 0
        self._clock = QTimer(self, interval=round(1000 / fps))
        self._clock.setTimerType(Qt.TimerType.PreciseTimer)
        self._clock.timeout.connect(self._tick)
        self.setMinimumSize(5 * _SMALLEST + 4 * _GAP, _SMALLEST + FOOT)
        self.setAccessibleName(tr("Clips in order, the best at the left"))

    def sizeHint(self) -> QSize:
        return QSize(1000, 260)

    @property
    def order(self) -> list[str]:
        """Ids of the clips, best first."""
        return [card.clip_id for card in self.cards]

    @property
    def playing(self) -> bool:
        return self._clock.isActive()

    def show_clips(self, clips: Sequence[tuple[str, np.ndarray]]) -> None:
        """Other clips: (id, frames uint8 [T, S, S, 3]) from left to right; they play from their start."""
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self._held = None
        self.cards = []
        for clip_id, frames in clips:
            card = RankingCard(clip_id, frames, self)
            card.move_wanted.connect(lambda rank, card=card: self.put(card, rank))
            card.installEventFilter(self)
            card.show()
            self.cards.append(card)
        self._time = 0
        self._renumber()
        if self.cards:
            self.cards[0].setFocus()
        self.set_playing(True)

    def set_playing(self, playing: bool) -> None:
        """Play, or stand still."""
        if playing and self.cards:
            self._clock.start()
        else:
            self._clock.stop()

    def put(self, card: RankingCard, rank: int) -> None:
        """Move a card to a rank, from 0; the others make room."""
        if self.cards.index(card) == rank:
            return
        self.cards.remove(card)
        self.cards.insert(rank, card)
        self._renumber()
        self.moved.emit()

    def slot(self, rank: int) -> QRect:
        """Where the card of a rank lies."""
        count = max(len(self.cards), 1)
        fits = (self.width() - (count - 1) * _GAP) // count
        side = max(_SMALLEST, min(fits, self.height() - FOOT, _LARGEST))
        left = (self.width() - count * side - (count - 1) * _GAP) // 2
        return QRect(left + rank * (side + _GAP), 0, side, side - MARGIN + FOOT)

    def _renumber(self) -> None:
        for rank, card in enumerate(self.cards):
            card.set_rank(rank, len(self.cards))
        for before, after in zip(self.cards, self.cards[1:], strict=False):
            self.setTabOrder(before, after)
        self._lay_out()

    def _lay_out(self) -> None:
        for rank, card in enumerate(self.cards):
            if card is not self._held:
                card.setGeometry(self.slot(rank))

    def _tick(self) -> None:
        longest = max(card.n_frames for card in self.cards)
        self._time = (self._time + 1) % (longest + _BREATH)
        for card in self.cards:
            card.show_frame(self._time)

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._lay_out()

    # Dragging

    def eventFilter(self, card, event) -> bool:
        """A card's mouse is the row's: the card moves below it."""
        if not isinstance(card, RankingCard):
            return super().eventFilter(card, event)
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._held, self._grip = card, event.position().toPoint()
            card.setFocus()
            card.set_held(True)
            card.raise_()
            return True
        if kind == QEvent.Type.MouseMove and self._held is card:
            self._drag(card, card.mapTo(self, event.position().toPoint()) - self._grip)
            return True
        if kind == QEvent.Type.MouseButtonRelease and self._held is card:
            self._held = None
            card.set_held(False)
            self._lay_out()
            return True
        return super().eventFilter(card, event)

    def _drag(self, card: RankingCard, to: QPoint) -> None:
        card.move(max(-card.width() // 2, min(to.x(), self.width() - card.width() // 2)), self.slot(0).top())
        middle = card.geometry().center().x()
        away = [abs(self.slot(rank).center().x() - middle) for rank in range(len(self.cards))]
        self.put(card, int(np.argmin(away)))
