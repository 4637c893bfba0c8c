"""Under the canvas: what moves the playhead."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QAction, QActionGroup, QFontMetrics
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSlider, QWidget

from kpvp_gui.document.playback import LOOP_MODES, SPEEDS, Playback
from kpvp_gui.widgets.controls import action, icon_button, segmented
from kpvp_gui.widgets.icons import icon
from kpvp_gui.widgets.theme import tabular_font

_LOOP_TIPS = {"loop": "Loop", "pingpong": "Back and forth", "once": "Play once"}


class Transport(QWidget):
    """First, previous, play, next, last; a slider; loop mode, speed and the readout."""

    def __init__(self, playback: Playback, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._playback = playback
        # The window's keyPressEvent carries out the keys named here: shortcuts would take the arrows from lists.
        self.play_action = self._button("Play", icon("play", on="pause"), "Space", playback.toggle)
        self._buttons = [
            self._button("First frame", icon("first"), "Home", lambda: playback.scrub(0)),
            self._button("Previous frame", icon("previous"), "Left", lambda: playback.step(-1)),
            self.play_action,
            self._button("Next frame", icon("next"), "Right", lambda: playback.step(1)),
            self._button("Last frame", icon("last"), "End", lambda: playback.scrub(playback.n_frames - 1)),
        ]
        self.loop_actions = self._loop_group()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName("Playhead")
        self.slider.setToolTip("Playhead  (Left, Right, Home, End)")
        self.slider.valueChanged.connect(playback.scrub)
        self.speed = QComboBox()
        self.speed.setAccessibleName("Playback speed")
        self.speed.setToolTip("Playback speed")
        self.speed.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for speed in SPEEDS:
            self.speed.addItem(f"{speed:g}×", speed)
        self.speed.setCurrentIndex(SPEEDS.index(playback.speed))
        self.speed.currentIndexChanged.connect(lambda i: playback.set_speed(SPEEDS[i]))
        self.readout = QLabel()
        self.readout.setFont(tabular_font())
        self.readout.setMinimumWidth(QFontMetrics(tabular_font()).horizontalAdvance("00:00 / 000"))
        self.readout.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.readout.setToolTip("Second : frame / frames")
        self._lay_out()
        playback.playhead_changed.connect(self._update)
        playback.clip_changed.connect(self._update)
        playback.playing_changed.connect(self._playing_changed)
        playback.loop_mode_changed.connect(self._mark_loop_mode)
        playback.speed_changed.connect(self._mark_speed)
        self._update()

    def _button(self, text: str, picture, key: str, do) -> QAction:
        act = QAction(picture, text, self)
        act.setToolTip(f"{text}  ({key})")
        act.triggered.connect(lambda _=False: do())
        return act

    def _loop_group(self) -> dict[str, QAction]:
        group = QActionGroup(self)
        actions = {}
        for mode in LOOP_MODES:
            act = actions[mode] = action(self, _LOOP_TIPS[mode], icon(mode), checkable=True)
            act.setChecked(mode == self._playback.loop_mode)
            act.triggered.connect(lambda _=False, mode=mode: self._playback.set_loop_mode(mode))
            group.addAction(act)
        return actions

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(2)
        for act in self._buttons:
            row.addWidget(icon_button(act))
        row.addSpacing(8)
        row.addWidget(self.slider, 1)
        row.addSpacing(8)
        row.addWidget(self.readout)
        row.addSpacing(12)
        row.addWidget(segmented(icon_button(act) for act in self.loop_actions.values()))
        row.addSpacing(6)
        row.addWidget(self.speed)

    def _update(self, *_: object) -> None:
        playhead, n_frames = self._playback.playhead, self._playback.n_frames
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, max(0, n_frames - 1))
            self.slider.setValue(playhead)
        self.slider.setEnabled(n_frames > 0)
        for act in self._buttons:
            act.setEnabled(n_frames > 0)
        self.readout.setText(timecode(playhead, n_frames, self._playback.fps) if n_frames else "–")

    def _playing_changed(self, playing: bool) -> None:
        self.play_action.setIcon(icon("pause" if playing else "play"))
        text = "Pause" if playing else "Play"
        self.play_action.setText(text)
        self.play_action.setToolTip(f"{text}  (Space)")

    def _mark_loop_mode(self) -> None:
        self.loop_actions[self._playback.loop_mode].setChecked(True)

    def _mark_speed(self) -> None:
        with QSignalBlocker(self.speed):
            self.speed.setCurrentIndex(SPEEDS.index(self._playback.speed))


def timecode(index: int, n_frames: int, fps: float) -> str:
    """ "00:14 / 32": whole seconds, the frame within the second counted from one, and the number of frames."""
    rate = max(1, round(fps))
    seconds, frame = divmod(index, rate)
    return f"{seconds:02d}:{frame + 1:02d} / {n_frames}"
