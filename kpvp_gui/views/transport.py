"""Under the canvas: what moves the playhead. The keys are in `actions`, which the menu shows, too."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QKeyCombination, QSignalBlocker, Qt
from PySide6.QtGui import QAction, QActionGroup, QFontMetrics, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kpvp_gui.document.playback import BIG_STEP, LOOP_MODES, SPEEDS, Playback
from kpvp_gui.translation import marked, tr
from kpvp_gui.widgets.controls import action, icon_button, segmented, set_tip
from kpvp_gui.widgets.icons import icon
from kpvp_gui.widgets.narrowing import NarrowingRow
from kpvp_gui.widgets.scrubber import Scrubber
from kpvp_gui.widgets.theme import tabular_font

_LOOP_TEXTS = {"loop": marked("&Loop"), "pingpong": marked("Bac&k and forth"), "once": marked("Play &once")}
_HERE, _WINDOW = Qt.ShortcutContext.WidgetShortcut, Qt.ShortcutContext.WindowShortcut


class Transport(QWidget):
    """First, previous, play, next, last; a slider; loop mode, speed and the readout."""

    def __init__(self, playback: Playback, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._playback = playback
        # As shortcuts of the window the keys of `_HERE` would take the arrows from lists; see `take_key`.
        self.play_action = self._action(marked("Play"), "play", "Space", playback.toggle, _HERE)
        self.play_action.setObjectName("play-or-pause")
        self.play_action.setStatusTip(tr("Play or pause"))
        first = self._action(marked("&First frame"), "first", "Home", lambda: playback.scrub(playback.first), _HERE)
        previous = self._action(marked("P&revious frame"), "previous", "Left", lambda: playback.step(-1), _HERE)
        following = self._action(marked("&Next frame"), "next", "Right", lambda: playback.step(1), _HERE)
        last = self._action(marked("L&ast frame"), "last", "End", lambda: playback.scrub(playback.last), _HERE)
        back = self._action(marked("Fi&ve frames back"), "", "Shift+Left", lambda: playback.step(-BIG_STEP), _HERE)
        on = self._action(marked("F&ive frames on"), "", "Shift+Right", lambda: playback.step(BIG_STEP), _HERE)
        backwards = self._action(marked("Play backwar&ds, faster each time"), "", "J", lambda: playback.shuttle(True))
        pause = self._action(marked("Pa&use here"), "", "K", playback.pause)
        forwards = self._action(marked("Play for&wards, faster each time"), "", "L", lambda: playback.shuttle(False))
        begin = self._action(marked("Range &begins here"), "", "I", playback.begin_range)
        end = self._action(marked("Range &ends here"), "", "O", playback.end_range)
        self.clear_action = self._action(marked("Play the w&hole clip"), "", "Alt+X", playback.clear_range)
        self._buttons = [first, previous, self.play_action, following, last]
        self.loop_actions = self._loop_group()
        self.actions_in_groups = [
            [self.play_action, backwards, pause, forwards],
            [previous, following, back, on, first, last],
            [begin, end, self.clear_action],
            list(self.loop_actions.values()),
        ]
        self.slider = Scrubber()
        self.slider.setAccessibleName(tr("Playhead"))
        self.slider.setToolTip(tr("Click or drag to go to a frame  (Left, Right, Home, End)"))
        self.slider.valueChanged.connect(playback.scrub)
        self.speed = QComboBox()
        self.speed.setAccessibleName(tr("Playback speed"))
        self.speed.setToolTip(tr("Playback speed"))
        self.speed.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for speed in SPEEDS:
            self.speed.addItem(f"{speed:g}×", speed)
        self.speed.setCurrentIndex(SPEEDS.index(playback.speed))
        self.speed.currentIndexChanged.connect(lambda i: playback.set_speed(SPEEDS[i]))
        self.readout = QLabel()
        self.readout.setFont(tabular_font())
        self.readout.setMinimumWidth(QFontMetrics(tabular_font()).horizontalAdvance("00 / 00 · 0.00 s"))
        self.readout.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.readout.setToolTip(tr("Frame / frames · seconds after the photo"))
        self._lay_out()
        playback.playhead_changed.connect(self._update)
        playback.clip_changed.connect(self._update)
        playback.playing_changed.connect(self._playing_changed)
        playback.loop_mode_changed.connect(self._mark_loop_mode)
        playback.speed_changed.connect(self._mark_speed)
        playback.range_changed.connect(self._mark_range)
        self._update()
        self._mark_range()

    def _action(self, text: str, picture: str, key: str, do: Callable[[], object], where=_WINDOW) -> QAction:
        act = action(self, text, icon(picture) if picture else None, key)
        act.setShortcutContext(where)
        act.triggered.connect(lambda _=False: do())
        return act

    def _loop_group(self) -> dict[str, QAction]:
        group = QActionGroup(self)
        actions = {}
        for mode in LOOP_MODES:
            act = actions[mode] = action(self, _LOOP_TEXTS[mode], icon(mode), checkable=True)
            act.setChecked(mode == self._playback.loop_mode)
            act.triggered.connect(lambda _=False, mode=mode: self._playback.set_loop_mode(mode))
            group.addAction(act)
        return actions

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(2)
        buttons = [icon_button(act) for act in self._buttons]
        for button in buttons:
            row.addWidget(button)
        row.addSpacing(8)
        row.addWidget(self.slider, 1)
        row.addSpacing(8)
        row.addWidget(self.readout)
        row.addSpacing(12)
        row.addWidget(segmented(icon_button(act) for act in self.loop_actions.values()))
        row.addSpacing(6)
        row.addWidget(self.speed)

        def set_narrow(narrow: bool) -> None:
            for button in (buttons[0], buttons[-1]):
                button.setHidden(narrow)

        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(NarrowingRow(row, set_narrow))

    def take_key(self, event: QKeyEvent) -> bool:
        """Carry out one of the keys that are no shortcuts, which the focused widget had no use for."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        pressed = QKeySequence(QKeyCombination(plain, Qt.Key(event.key())))
        for act in (act for group in self.actions_in_groups for act in group):
            if act.shortcutContext() == _HERE and act.isEnabled() and act.shortcut() == pressed:
                act.trigger()
                return True
        return False

    def _update(self, *_: object) -> None:
        playhead, n_frames = self._playback.playhead, self._playback.n_frames
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, max(0, n_frames - 1))
            self.slider.setValue(playhead)
        self.slider.setEnabled(n_frames > 0)
        for act in (act for group in self.actions_in_groups[:3] for act in group):
            act.setEnabled(n_frames > 0)
        self.clear_action.setEnabled(self._playback.range is not None)
        self.readout.setText(timecode(playhead, n_frames, self._playback.fps) if n_frames else "–")

    def _playing_changed(self, playing: bool) -> None:
        self.play_action.setIcon(icon("pause" if playing else "play"))
        text = tr("Pause") if playing else tr("Play")
        self.play_action.setText(text)
        set_tip(self.play_action, text)

    def _mark_loop_mode(self) -> None:
        self.loop_actions[self._playback.loop_mode].setChecked(True)

    def _mark_range(self) -> None:
        self.slider.set_range(self._playback.range)
        self.clear_action.setEnabled(self._playback.range is not None)

    def _mark_speed(self) -> None:
        with QSignalBlocker(self.speed):
            self.speed.setCurrentIndex(SPEEDS.index(self._playback.speed))


def timecode(index: int, n_frames: int, fps: float) -> str:
    """ "29 / 32 · 1.16 s": the frame counted from one, the number of frames, and the time after the photo."""
    return f"{index + 1} / {n_frames} · {(index + 1) / fps:.2f} s"
