"""The trajectory timeline: x and y of every keypoint over the clip, scrubbed, zoomed and selected in.

It joins the Document to a `TrajectoryPlot`. The plot's library takes half a second to import, so that happens in a
thread once the window has been painted; until then the timeline is an empty area.
"""

from __future__ import annotations

import importlib
from html import escape
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from engine.overlay import keypoint_colours
from kpvp_gui.background.jobs import Job
from kpvp_gui.document.document import Document
from kpvp_gui.document.inputs import Inputs
from kpvp_gui.translation import marked, tr
from kpvp_gui.widgets.controls import action, icon_button, segmented
from kpvp_gui.widgets.theme import tabular_font

if TYPE_CHECKING:
    from kpvp_gui.trajectories.trajectory_plot import TrajectoryPlot

_SHOWN = {"x": "x", "y": "y", "both": "x y"}
_TIPS = {
    "x": marked("x over time, left to right"),
    "y": marked("y over time, top to bottom"),
    "both": marked("Both x and y over time"),
}
_GAPS = tuple("\N{NO-BREAK SPACE}" * count for count in (3, 2, 1))  # between the parts of the readout
_INVITATION = marked("Trajectories of the keypoints appear with the first clip.")


class Timeline(QWidget):
    """Shows the current clip's keypoints. Click or drag scrubs, the wheel zooms, clicking a curve selects it.

    Dragging a selected curve up or down bends the motion there.
    """

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._clips, self._playback = document, document.clips, document.playback
        self.plot: TrajectoryPlot | None = None
        self._loading: Job | None = None
        self._due: set[str] = set()
        self._hover: tuple[int | None, int | None] = (None, None)
        self._zoomed_for: Inputs | None = None  # what was zoomed into: another future is shown whole
        self.readout = QLabel()
        self.readout.setFont(tabular_font())
        self.readout.setProperty("role", "secondary")
        self.readout.setProperty("written", "html")  # for the style sheet
        self.readout.setTextFormat(Qt.TextFormat.RichText)
        self.readout.setMinimumWidth(1)  # a long readout does not widen the window
        self.readout.installEventFilter(self)  # what there is room for
        self.shown_actions = self._shown_group()
        self._lay_out()
        self._redraw = QTimer(self, singleShot=True, interval=0)  # however many changes: one redraw a turn
        self._redraw.timeout.connect(self._draw)
        making = document.making
        for signal in (self._clips.current_changed, making.clip_started, making.clip_finished):
            signal.connect(self._clip_changed)
        self._clips.keypoints_changed.connect(self._clip_changed)
        document.selection_changed.connect(self._selection_changed)
        document.marks.changed.connect(self._selection_changed)
        self._playback.playhead_changed.connect(self._playhead_changed)
        self._update_readout()

    def _shown_group(self) -> dict[str, QAction]:
        group = QActionGroup(self)
        actions = {}
        for name, text in _SHOWN.items():
            act = actions[name] = action(self, text, tip=tr(_TIPS[name]), checkable=True)
            act.setChecked(name == "both")
            act.triggered.connect(lambda _=False, name=name: self._show(name))
            group.addAction(act)
        return actions

    def _lay_out(self) -> None:
        buttons = []
        for name, act in self.shown_actions.items():
            button = icon_button(act, tr(_TIPS[name]))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            buttons.append(button)
        top = QHBoxLayout()
        top.setContentsMargins(16, 0, 8, 4)
        top.setSpacing(8)
        top.addWidget(self.readout, 1)
        top.addWidget(segmented(buttons))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 8)
        self._column.setSpacing(0)
        self._column.addLayout(top)
        self._column.addStretch(1)

    def _show(self, shown: str) -> None:
        if self.plot is not None:
            self.plot.set_shown(shown)

    # The plot comes when the window has been painted

    def paintEvent(self, event) -> None:
        super().paintEvent(event)
        if self._loading is None:
            self._loading = Job(importlib.import_module, "kpvp_gui.trajectories.trajectory_plot")
            self._loading.finished.connect(self._loaded)
            QTimer.singleShot(0, self._loading.start)

    def _loaded(self, module) -> None:
        plot = self.plot = module.TrajectoryPlot()
        plot.setAccessibleName(tr("Trajectories of the keypoints"))
        plot.setToolTip(
            tr(
                "Drag to scrub · wheel to zoom · click a curve to select its keypoint, Ctrl adds, then drag it to "
                "bend it · double click shows all"
            )
        )
        plot.frame_chosen.connect(self._playback.scrub)
        plot.keypoint_clicked.connect(self._select)
        plot.selection_dropped.connect(lambda: self._document.select_keypoints(()))
        plot.hovered.connect(self._hovered)
        plot.bend_begun.connect(self._take_curve)
        plot.bent.connect(self._bend)
        plot.bend_ended.connect(self._let_go)
        self._column.takeAt(self._column.count() - 1)
        self._column.addWidget(plot, 1)
        self._show(next(name for name, act in self.shown_actions.items() if act.isChecked()))
        self._want("clip")

    # From the Document

    def _clip_changed(self, *_: object) -> None:
        self._want("clip")

    def _selection_changed(self) -> None:
        self._want("selection")

    def _playhead_changed(self, _frame: int) -> None:
        self._want("playhead")

    def _want(self, what: str) -> None:
        self._due.add(what)
        self._redraw.start()

    def _draw(self) -> None:
        due, self._due = self._due, set()
        record = self._clips.current
        if self.plot is not None:
            if "clip" in due:
                points = np.zeros((0, 0, 2), np.float32)
                if record is not None:
                    points = np.concatenate([record.source_keypoints[None], record.keypoints])
                if not np.array_equal(points, self.plot.points):  # a clip that finished has the ones it began with
                    self.plot.set_trajectories(points, keypoint_colours(points.shape[1]))
                if record is not None and not (self._zoomed_for and record.inputs.same_as(self._zoomed_for)):
                    self._zoomed_for = record.inputs
                    self.plot.show_all()
            if due & {"clip", "selection"}:
                self.plot.set_selection(self._document.selection)
                shown = self._document.marks.is_shown
                self.plot.set_hidden(frozenset(k for k in range(self.plot.points.shape[1]) if not shown(k)))
            self.plot.set_playhead(self._playback.playhead)
            self.plot.setVisible(record is not None)
        self._update_readout()

    # To the Document

    def _select(self, keypoint: int, adds: bool) -> None:
        now = self._document.selection
        self._document.select_keypoints(now ^ {keypoint} if adds else {keypoint})

    def _take_curve(self, frame: int) -> None:
        self._playback.scrub(frame)
        self._document.editing.begin(self._document.selection)

    def _bend(self, axis: int, way: float) -> None:
        self._document.editing.move(np.array([way, 0.0] if axis == 0 else [0.0, way]))

    def _let_go(self, kept: bool) -> None:
        editing = self._document.editing
        editing.finish() if kept else editing.abandon()

    def keyPressEvent(self, event) -> None:
        playback = self._playback
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()  # the window has longer steps
            return
        match event.key():
            case Qt.Key.Key_Left:
                playback.step(-1)
            case Qt.Key.Key_Right:
                playback.step(1)
            case Qt.Key.Key_Home:
                playback.scrub(0)
            case Qt.Key.Key_End if playback.n_frames:
                playback.scrub(playback.n_frames - 1)
            case Qt.Key.Key_Space:
                playback.toggle()
            case _:
                event.ignore()

    # The readout

    def _hovered(self, what: tuple[int | None, int | None]) -> None:
        self._hover = what
        self._update_readout()

    def _update_readout(self) -> None:
        """The keypoint under the mouse, or else the only selected one, at the mouse's or the playhead's frame."""
        record = self._clips.current
        keypoint, frame = self._hover
        self.readout.setWordWrap(record is None)  # else two lines would take room from the curves
        if record is None:
            self.readout.setText(tr(_INVITATION))
            return
        if keypoint is None and len(self._document.selection) == 1:
            keypoint = next(iter(self._document.selection))
        if frame is None:
            frame = self._playback.playhead
        frame = min(frame, record.n_frames - 1)
        time = f"T = {frame + 1}"
        if keypoint is not None and keypoint < record.keypoints.shape[1]:
            x, y = record.keypoints[frame, keypoint]
            colour = "#{:02x}{:02x}{:02x}".format(*keypoint_colours(record.keypoints.shape[1])[keypoint])
            name, gap = self._fitted(self._document.marks.name(keypoint), [time, f"x {_signed(x)}", f"y {_signed(y)}"])
            words = gap.join(filter(None, [escape(name), time, f"x {_signed(x)}", f"y {_signed(y)}"]))
            text = f'<span style="color:{colour}">●</span>{gap}{words}'
        elif self._document.selection:
            text = time + tr(" &nbsp; %n keypoints selected", "", len(self._document.selection))
        else:
            text = time
        self.readout.setText(text)

    def _fitted(self, name: str, values: list[str]) -> tuple[str, str]:
        """A keypoint's name, or as much of it as there is room for beside its values; and what stands between them."""
        metrics, room = self.readout.fontMetrics(), self.readout.width()
        for gap in _GAPS:
            left = room - metrics.horizontalAdvance(gap.join(["●", "", *values]))
            if metrics.horizontalAdvance(name) <= left:
                return name, gap
        cut = metrics.elidedText(name, Qt.TextElideMode.ElideRight, max(left, 0))
        return cut.strip("…") and cut, _GAPS[-1]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._update_readout()
        return super().eventFilter(watched, event)


def _signed(value: float) -> str:
    """Two decimals with a real minus sign or a space of its width, so that the readout stands still."""
    return f"{value:+.2f}".replace("-", "\N{MINUS SIGN}").replace("+", "\N{FIGURE SPACE}")
