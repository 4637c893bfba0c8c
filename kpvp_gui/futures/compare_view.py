"""Two to four clips in lock-step with the transport, and the real one if the photo came from a video; or moving between
them."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kpvp_gui.document.document import Document
from kpvp_gui.futures.between_view import BetweenView
from kpvp_gui.futures.compare_pictures import MODES, ComparePictures
from kpvp_gui.futures.score_plots import ScorePlots
from kpvp_gui.shown import capitalized
from kpvp_gui.translation import marked, tr
from kpvp_gui.widgets.controls import action, labelled_button, segmented, set_wordless
from kpvp_gui.widgets.icons import icon
from kpvp_gui.widgets.narrowing import NarrowingRow

_ICONS = {"side by side": "compare", "wipe": "wipe", "difference": "mask"}
_TIPS = {
    "side by side": marked("Every clip beside the others"),
    "wipe": marked("All in one picture: drag the line between them"),
    "difference": marked("What differs from the first, three times enlarged"),
}


class CompareView(QWidget):
    """The pictures, how they are shown, and the scores under them."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._comparison = document, document.comparison
        self.pictures = ComparePictures(document.comparison, document.playback)
        self.between = BetweenView(document)
        self._shown = QStackedWidget()
        self._shown.addWidget(self.pictures)
        self._shown.addWidget(self.between)
        self.scores = ScorePlots(document.comparison, document.playback)
        group = QActionGroup(self)
        self.mode_actions = {}
        for mode in MODES:
            act = self.mode_actions[mode] = action(
                self, capitalized(mode), icon(_ICONS[mode]), "", tr(_TIPS[mode]), checkable=True
            )
            act.setChecked(mode == self.pictures.mode)
            act.triggered.connect(lambda _=False, mode=mode: self._show_mode(mode))
            group.addAction(act)
        tip = tr("Drag a point between the futures, and see what lies there")
        self.between_action = action(self, marked("Between"), icon("bend"), "", tip, checkable=True)
        self.between_action.triggered.connect(self.move_between)
        group.addAction(self.between_action)
        tip = tr("What followed the photo in its video, with PSNR, SSIM and keypoint error of each frame")
        self.real_action = action(self, marked("Real clip"), icon("frame"), "", tip, checkable=True)
        self.real_action.setChecked(document.comparison.real_wanted)
        self.real_action.toggled.connect(document.comparison.want_real)
        self.pictures.remove_wanted.connect(self._remove)
        row = QHBoxLayout()
        row.setContentsMargins(16, 8, 16, 0)
        row.setSpacing(8)
        modes = [labelled_button(act) for act in group.actions()]
        row.addWidget(segmented(modes))
        row.addStretch(1)
        real = labelled_button(self.real_action)
        self._real_frame = segmented([real])
        row.addWidget(self._real_frame)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._row = NarrowingRow(row, partial(set_wordless, [real]), partial(set_wordless, modes))
        column.addWidget(self._row)
        column.addWidget(self._shown, 1)
        column.addWidget(self.scores)
        document.comparison.changed.connect(self._changed)
        document.making.frames_arrived.connect(lambda *_: self.pictures.update())
        self._changed()

    def _show_mode(self, mode: str) -> None:
        self.pictures.set_mode(mode)
        self._shown.setCurrentWidget(self.pictures)
        self._changed()

    def move_between(self) -> None:
        """A point between the futures in the place of their pictures."""
        self.between_action.setChecked(True)
        self._shown.setCurrentWidget(self.between)
        self._changed()

    def compare_with_shown(self, clip_id: str) -> None:
        """Add a clip; to a comparison that is empty, the clip on the canvas as well."""
        record, shown = self._document.clips.named(clip_id), self._document.clips.current
        if not self._comparison.records and shown is not None and shown in self._document.clips:
            self._comparison.add(shown)
        if record is not None:
            self._comparison.add(record)

    def fill(self) -> None:
        """Compare something, if nothing is: the clip on the canvas and the latest other one of the same photo."""
        shown = self._document.clips.current
        if self._comparison.records or shown is None or shown not in self._document.clips:
            return
        others = [r for r in self._document.clips if r is not shown and r.inputs.photo is shown.inputs.photo]
        self._comparison.set_clips([shown, *others[-1:]])

    def _remove(self, clip_id: str) -> None:
        record = self._document.clips.named(clip_id)
        if record is not None:
            self._comparison.remove(record)

    def _changed(self) -> None:
        between = self.between_action.isChecked()
        self._real_frame.setVisible(self._comparison.real_possible and not between)
        self._row.measure_again()
        self.scores.setVisible(self._comparison.shows_real and not between)
