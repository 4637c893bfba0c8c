"""What a model says about itself: its card, scores and start pictures, and where its file lies. Changes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QPixmap
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from engine.models.library import ModelEntry
from kpvp_gui.dialogs import export_target
from kpvp_gui.plain_words import MEASURED, explained
from kpvp_gui.shown import shown
from kpvp_gui.translation import marked, tr
from kpvp_gui.views.samples import sample_paths
from kpvp_gui.widgets.controls import heading
from kpvp_gui.widgets.elided_label import ElidedLabel

_PICTURE = 80  # px
_MOST_PICTURES = 6

# key of the scores: what it is called, how it is written, what it means
SCORES = {
    "landmark_error_pct": (
        marked("Landmark error"),
        "{:.1f} %",
        marked("How far joints read off keypoints are from the true ones"),
    ),
    "psnr_moving": (marked("PSNR where it moves"), "{:.1f} dB", marked("Real clips redrawn from their own keypoints")),
    "psnr_copy_moving": (marked("… of the photo, unmoved"), "{:.1f} dB", marked("What doing nothing would score")),
    "mask_iou": (marked("Mask on the figure"), "{:.0%}", marked("Overlap of the mask with the true figure")),
    "joint_error_pct": (marked("Joint error"), "{:.1f} %", marked("Of a pose network, on redrawn real clips")),
    "judge_accuracy": (marked("Actions recognised"), "{:.0%}", marked("By a classifier, in imagined clips")),
    "judge_accuracy_real": (marked("… in real clips"), "{:.0%}", marked("By the same classifier")),
    "ade_best10": (
        marked("Best of ten futures"),
        "{:.3f}",
        marked("Distance of the nearest of ten to what really followed"),
    ),
    "apd": (marked("Spread of futures"), "{:.1f}", marked("How far futures of one photo are from each other")),
    "apd_real": (marked("… of real clips"), "{:.1f}", marked("The same for real clips of one action")),
    "clips": (marked("Measured on"), "{:.0f}", marked("Held out from training")),
}


class ModelPage(QScrollArea):
    """`show_model` fills it; scores measured just now stand beside the card's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._entry: ModelEntry | None = None
        self.title = ElidedLabel()
        self.title.setProperty("role", "title")
        self.about = _words()
        self.facts = _words("secondary")
        self.where = ElidedLabel()
        self.where.setProperty("role", "secondary")
        self.show_button = QPushButton(tr("Show in &folder"))
        self.show_button.setAutoDefault(False)
        self.show_button.setToolTip(tr("Open the folder that its file is in"))
        self.show_button.clicked.connect(self._show_in_folder)
        self.pictures = QHBoxLayout()
        self.pictures.setSpacing(8)
        self.scores = QGridLayout()
        self.scores.setHorizontalSpacing(24)
        self.scores.setVerticalSpacing(4)
        self.scores.setColumnStretch(3, 1)
        self.notes = _words("secondary")
        file_row = QHBoxLayout()
        file_row.setSpacing(8)
        file_row.addWidget(self.where, 1)
        file_row.addWidget(self.show_button)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.about)
        column.addLayout(self.pictures)
        column.addWidget(self.facts)
        column.addLayout(file_row)
        self._scores_heading = explained(tr("Scores"), MEASURED)
        column.addWidget(self._scores_heading)
        column.addLayout(self.scores)
        self._notes_heading = heading(tr("Notes"))
        column.addWidget(self._notes_heading)
        column.addWidget(self.notes)
        column.addStretch(1)
        self._whole = whole
        self.setWidget(whole)

    def sizeHint(self) -> QSize:
        return QSize(520, 440)

    def show_model(self, entry: ModelEntry | None, measured: Mapping[str, Any] | None = None) -> None:
        """A model with its card's scores and, beside them, those that were `measured` now."""
        self._entry = entry
        self._whole.setVisible(entry is not None)
        if entry is None:
            return
        card = entry.card
        self.title.setText(tr(card.title) or entry.name)
        self.about.setText(tr(card.domain) or tr("It does not say what it learned from."))
        self.facts.setText(_facts(entry))
        self.where.setText(str(entry.path))
        self.notes.setText(card.notes)
        for widget in (self._notes_heading, self.notes):
            widget.setVisible(bool(card.notes))
        self._show_pictures(entry)
        self._show_scores(card.scores, measured or {})
        self.verticalScrollBar().setValue(0)

    def _show_pictures(self, entry: ModelEntry) -> None:
        _empty(self.pictures)
        for path in sample_paths(entry)[:_MOST_PICTURES]:
            image = QImage(str(path))
            if image.isNull():
                continue
            label = QLabel()
            size = round(_PICTURE * self.devicePixelRatioF())
            pixmap = QPixmap.fromImage(image).scaled(size, size, mode=Qt.TransformationMode.SmoothTransformation)
            pixmap.setDevicePixelRatio(self.devicePixelRatioF())
            label.setPixmap(pixmap)
            label.setToolTip(shown(path.stem))
            self.pictures.addWidget(label)
        self.pictures.addStretch(1)

    def _show_scores(self, scores: Mapping[str, Any], measured: Mapping[str, Any]) -> None:
        _empty(self.scores)
        row = 0
        if measured:
            for column, words in ((1, tr("in its card")), (2, tr("measured now"))):
                self.scores.addWidget(_words("secondary", words), 0, column)
            row = 1
        for key, (name, form, tip) in SCORES.items():
            values = [_written(each.get(key), form) for each in (scores, measured)]
            if not any(values):
                continue
            for column, words in enumerate((tr(name), *values)):
                label = _words("secondary" if column == 0 else "", words)
                label.setWordWrap(False)
                label.setToolTip(tr(tip))
                self.scores.addWidget(label, row, column)
            row += 1
        self._scores_heading.setVisible(row > 0)

    def _show_in_folder(self) -> None:
        if self._entry is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._entry.path.parent)))


def _facts(entry: ModelEntry) -> str:
    card = entry.card
    actions = ", ".join(shown(name) for name in card.actions[:12])
    more = tr(" and %n more", "", len(card.actions) - 12) if len(card.actions) > 12 else ""
    try:
        size = export_target.in_words(entry.path.stat().st_size)
    except OSError:
        size = tr("its file is gone")
    kind = tr("moves the photo's own pixels") if card.moves else tr("draws all pixels")
    parts = [
        tr("{image_size} px", image_size=card.image_size),
        tr("{rate:g} frames per second", rate=float(card.fps)),
        size,
        kind,
    ]
    parts += [tr("made {created}", created=card.created)] if card.created else []
    parts += [tr("licence {licence}", licence=card.licence)] if card.licence else []
    return tr("{parts}\nActions: {actions}{more}", parts=" · ".join(parts), actions=actions, more=more)


def _written(value: object, form: str) -> str:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return form.format(value).replace("%", " %").replace("  %", " %") if number else ""


def _words(role: str = "", text: str = "") -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if role:
        label.setProperty("role", role)
    return label


def _empty(layout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
