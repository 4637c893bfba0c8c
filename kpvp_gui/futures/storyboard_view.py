"""The storyboard: actions in a row, each going on from the last pose of the one before, made into one clip."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QSpinBox, QVBoxLayout, QWidget

from engine.inputs import latent
from engine.storyboard import MOST_SHOTS, OVERLAP, Shot
from kpvp_gui.document.document import Document
from kpvp_gui.document.inputs import Inputs, Kind
from kpvp_gui.futures.shot_card import ShotCard
from kpvp_gui.translation import marked, tr
from kpvp_gui.widgets.controls import action, indented, labelled_button, segmented
from kpvp_gui.widgets.elided_label import ElidedLabel
from kpvp_gui.widgets.icons import icon


class StoryboardView(QWidget):
    """Cards of shots; *Make clip* gives a tile like any other: `made` says that it was asked for."""

    made = Signal()

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.cards: list[ShotCard] = []
        self.add_action = action(
            self, marked("Add action"), icon("add"), "", tr("One more, going on from the last pose")
        )
        self.add_action.triggered.connect(lambda: self.add_shot())
        self.overlap = indented(QSpinBox())
        self.overlap.setPrefix(tr("fade "))
        self.overlap.setSuffix(tr(" frames"))
        self.overlap.setValue(OVERLAP)
        self.overlap.setAccessibleName(tr("Frames of fade"))
        self.overlap.setToolTip(tr("Frames in which one action becomes the next"))
        self.overlap.valueChanged.connect(self._say)
        self.make_button = QPushButton(tr("&Make clip"))
        self.make_button.setProperty("primary", True)
        self.make_button.setToolTip(tr("All actions as one clip, among the futures; export it as any other"))
        self.make_button.clicked.connect(self.make)
        self._length = ElidedLabel()
        self._length.setProperty("role", "secondary")
        self._lay_out()
        document.model_changed.connect(self._model_changed)
        document.clips.current_changed.connect(self._say)
        self._model_changed()

    def _lay_out(self) -> None:
        rows = QWidget()
        self._row = QHBoxLayout(rows)
        self._row.setContentsMargins(16, 8, 16, 8)
        self._row.setSpacing(12)
        self._row.addWidget(segmented([labelled_button(self.add_action)]))
        self._row.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        self._scroll.setWidget(rows)
        rows.setAutoFillBackground(False)  # setWidget turns it on
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setFixedHeight(168)
        words = QLabel(tr("Each action goes on from the last pose of the one before it."))
        words.setWordWrap(True)
        words.setProperty("role", "secondary")
        words.setContentsMargins(16, 16, 16, 0)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 0, 16, 16)
        foot.setSpacing(12)
        foot.addWidget(self.overlap)
        foot.addWidget(self._length, 1)
        foot.addWidget(self.make_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(words)
        column.addWidget(self._scroll)
        column.addLayout(foot)
        column.addStretch(1)

    def sizeHint(self) -> QSize:
        return QSize(640, 320)

    # The shots

    def begin(self) -> None:
        """The first shots, where there are none yet: the chosen action, and the model's next one."""
        if not self.cards and self._document.actions:
            chosen = int(np.argmax(self._document.action_weights))
            for action_index in (chosen, (chosen + 1) % len(self._document.actions)):
                self.add_shot(action_index)

    def add_shot(self, chosen: int | None = None) -> None:
        """One more at the end: action number `chosen`, or the same as the last one; the next seed."""
        if not self._document.actions or len(self.cards) >= MOST_SHOTS:
            return
        last = self.cards[-1] if self.cards else None
        if chosen is None:
            chosen = last.action_choice.currentIndex() if last is not None else 0
        seed = last.seed.value() + 1 if last is not None else (self._document.seed or 0)
        card = ShotCard(self._document.actions, chosen, seed)
        card.changed.connect(self._say)
        card.move_wanted.connect(lambda way, card=card: self._move(card, way))
        card.remove_wanted.connect(lambda card=card: self._remove(card))
        self._row.insertWidget(len(self.cards), card)
        self.cards.append(card)
        self._renumber()

    def _move(self, card: ShotCard, way: int) -> None:
        position = self.cards.index(card)
        self.cards.insert(position + way, self.cards.pop(position))
        self._row.removeWidget(card)
        self._row.insertWidget(position + way, card)
        self._renumber()

    def _remove(self, card: ShotCard) -> None:
        self.cards.remove(card)
        self._row.removeWidget(card)
        card.deleteLater()
        self._renumber()

    def _renumber(self) -> None:
        for index, card in enumerate(self.cards):
            card.set_position(index, len(self.cards))
        self.add_action.setEnabled(len(self.cards) < MOST_SHOTS)
        self._say()

    def _model_changed(self) -> None:
        """Another model knows other actions."""
        while self.cards:
            self._remove(self.cards[-1])
        model = self._document.model_entry
        if model is not None:
            self.overlap.setMaximum(int(model.card.network["n_frames"]) - 1)
        if self.isVisible():
            self.begin()

    # The clip

    def inputs(self) -> Inputs:
        """What the storyboard's clip is made of."""
        size = len(self._document.z)
        weights = np.eye(len(self._document.actions), dtype=np.float32)
        first, *others = [(weights[card.action_choice.currentIndex()], card.seed.value()) for card in self.cards]
        return replace(
            self._document.inputs,
            action=first[0],
            seed=first[1],
            z=latent(first[1], size),
            then=tuple(Shot(vector, seed) for vector, seed in others),
            overlap=self.overlap.value(),
        )

    def make(self) -> None:
        """Ask for the clip, or show it if it is there."""
        document = self._document
        if not document.inputs.complete() or not self.cards:
            document.generate()  # says what is missing
            return
        inputs = self.inputs()
        known = document.clips.made_of(inputs)
        if known is not None:
            document.select_clip(known.id)
        elif not document.making.asked_for(inputs):
            document.making.request(Kind.GENERATE, inputs)
        self.made.emit()

    def _say(self, *_: object) -> None:
        model = self._document.model_entry
        self.make_button.setEnabled(bool(self.cards))
        if model is None or not self.cards:
            self._length.clear()
            return
        count, frames = len(self.cards), int(model.card.network["n_frames"])
        total = count * frames - (count - 1) * self.overlap.value()
        actions = tr("1 action") if count == 1 else tr("%n actions", "", count)
        self._length.setText(
            tr(
                "{actions} · %n frames · {seconds:.2f} s",
                "",
                total,
                actions=actions,
                seconds=total / float(model.card.fps),
            )
        )
