"""The strip under the clip while its motion is edited: how far a bend reaches, what to do with the selection, commands.

It draws the Document's state and sends edits; the same commands are in the menu Motion.
"""

from __future__ import annotations

import json
from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QInputDialog,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)
from superqt import QFlowLayout

from kpvp_gui.background.remembered import Remembered
from kpvp_gui.dialogs import open_trajectories
from kpvp_gui.document.document import Document
from kpvp_gui.document.motion_editing import LARGEST_DISTANCE
from kpvp_gui.editing.reach_slider import ReachSlider
from kpvp_gui.editing.speed_curve import SpeedPopup
from kpvp_gui.translation import marked, tr
from kpvp_gui.widgets.controls import action, icon_button, segmented
from kpvp_gui.widgets.icons import icon
from kpvp_gui.widgets.question import ask

_WHOLE = 32  # frames, for a slider before there is a clip
_LONGEST_TRAIL = 64
_MARGIN, _SPACING = 16, 8  # px


class EditStrip(QWidget):
    """Shown while `document.editing` is active. `action_groups` are for the menu."""

    def __init__(self, document: Document, remembered: Remembered, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._editing, self._marks = document, document.editing, document.marks
        self._remembered = remembered
        document.set_trail_frames(remembered.trail_frames)
        self._marks.from_text(remembered.keypoint_marks)
        self.edit_action = action(
            self,
            marked("&Edit motion"),
            icon("bend"),
            "E",
            tr("Bend the motion: drag keypoints, or their curves"),
            checkable=True,
        )
        self.edit_action.setIconText(tr("Edit"))
        self._edit_tip = self.edit_action.toolTip()
        self._make_commands()
        self.reach = ReachSlider(
            tr("Reach"), tr("How many frames before and after follow a bend"), 0, _WHOLE,
            round(self._editing.reach.frames), self._frames_in_words,
        )  # fmt: skip
        self.neighbours = ReachSlider(
            tr("Neighbours"), tr("How far around keypoints that move alike follow a bend"), 0, 10, 0, _distance_in_words
        )
        self._speed = SpeedPopup(self)
        self._lay_out()
        self._connect()
        self.setVisible(self._editing.active)

    def action_groups(self) -> list[list[QAction]]:
        """Edit motion; commands of the selection; commands of the motion; where trajectories come from."""
        pick = [self.pin_action, self.hide_action, self.solo_action, self.show_action, self.name_action]
        return [[self.edit_action], pick, list(self.commands.values()), [self.reset_action, self.import_action]]

    def _make_commands(self) -> None:
        def command(text: str, picture: str, tip: str, do: Callable[[], object], shortcut: str = "") -> QAction:
            act = action(self, text, icon(picture), shortcut, tip)
            act.triggered.connect(lambda _=False: do())
            return act

        editing, chosen = self._editing, lambda: self._document.selection
        whole = tr("of the selection, or of all")
        self.pin_action = action(
            self, marked("&Pin"), icon("pin"), "P", tr("Pin: the selection stays put"), checkable=True
        )
        self.pin_action.triggered.connect(lambda on: self._marks.pin(chosen(), on))
        self.hide_action = command(marked("&Hide"), "hide", tr("Hide the selection"), self._hide, "H")
        self.solo_action = action(
            self, marked("S&olo"), icon("solo"), "Shift+I", tr("Show the selection alone"), checkable=True
        )
        self.solo_action.triggered.connect(lambda on: self._marks.solo(chosen() if on else ()))
        self.show_action = command(
            marked("Show &all"), "keypoints", tr("Show all keypoints"), self._marks.show_all, "Shift+H"
        )
        self.name_action = command(marked("&Name..."), "tag", tr("Name the keypoint, or the group"), self.ask_name, "N")
        self.commands = {
            "smooth": command(
                marked("S&mooth motion"), "even", tr("Smooth the motion {whole}", whole=whole),
                lambda: editing.smooth(chosen()),
            ),
            "speed": command(marked("&Speed..."), "speed", tr("Change the speed {whole}", whole=whole), self.ask_speed),
            "reverse": command(
                marked("&Reverse"), "reverse", tr("Reverse the motion {whole}", whole=whole),
                lambda: editing.reverse(chosen()),
            ),
            "mirror": command(
                marked("M&irror"), "mirror", tr("Mirror the motion: what the right did, the left does"),
                lambda: editing.mirror(chosen()),
            ),
            "hold": command(
                marked("Ho&ld"), "hold", tr("Hold the pose at the playhead for as many frames as the reach"),
                lambda: editing.hold(chosen()),
            ),
            "loop": command(
                marked("Loo&p"), "loop", tr("Loop: the last frames, as many as the reach, lead back to the first"),
                lambda: editing.loop(chosen()),
            ),
        }  # fmt: skip
        self.reset_action = command(
            marked("Reset &to original"),
            "reuse",
            tr("Reset the selection, or all, to the original"),
            lambda: editing.reset(chosen()),
        )
        self.reset_action.setIconText(tr("Reset"))
        self.import_action = command(
            marked("Import tra&jectories..."),
            "open",
            tr("Trajectories from a .csv or .json, as File > Export clip writes them"),
            lambda: open_trajectories.choose(self._document, self._remembered, self),
        )

    def _lay_out(self) -> None:
        row = QFlowLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setHorizontalSpacing(_SPACING)
        row.setVerticalSpacing(4)
        self._parts: list[QWidget] = [self.reach, self.neighbours]
        self._groups_menu = QMenu(self)
        self._groups_menu.aboutToShow.connect(self._list_groups)
        name = icon_button(self.name_action)
        name.setMenu(self._groups_menu)
        name.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        pick = [icon_button(act) for act in (self.pin_action, self.hide_action, self.solo_action)]
        self._speed_button = icon_button(self.commands["speed"])
        moves = [self._speed_button if n == "speed" else icon_button(act) for n, act in self.commands.items()]
        for buttons in ([*pick, name], moves, [icon_button(self.reset_action), self._look_button()]):
            group = segmented(buttons)
            group.setProperty("tight", True)
            self._parts.append(group)
        for part in self._parts:
            row.addWidget(part)
        self._set_wordless(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 0, _MARGIN, 8)
        column.addLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def _set_wordless(self, wordless: bool) -> None:
        for slider in (self.reach, self.neighbours):
            slider.set_wordless(wordless)
            slider.setFixedSize(slider.minimumSizeHint().width(), 34)

    def resizeEvent(self, event) -> None:
        """Where the row would not fit by a little, sliders do without their names; by more, there are two rows."""
        super().resizeEvent(event)
        self._set_wordless(False)
        needed = sum(part.minimumSizeHint().width() for part in self._parts) + (len(self._parts) - 1) * _SPACING
        self._set_wordless(needed > self.width() - 2 * _MARGIN)

    def _look_button(self) -> QToolButton:
        """How long trails are."""
        self.trails = ReachSlider(
            tr("Trails"), tr("How many frames trails go back"), 2, _LONGEST_TRAIL, self._document.trail_frames, _count
        )
        self.trails.setContentsMargins(12, 8, 12, 8)
        self.trails.setFixedWidth(260)
        self.trails.changed.connect(self._document.set_trail_frames)
        holder = QMenu(self)
        entry = QWidgetAction(holder)
        entry.setDefaultWidget(self.trails)
        holder.addAction(entry)
        look = action(self, marked("Length of trails"), icon("tune"), "", tr("Length of trails"))
        button = icon_button(look)
        button.setMenu(holder)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _connect(self) -> None:
        document, editing = self._document, self._editing
        self.edit_action.toggled.connect(editing.set_active)
        editing.active_changed.connect(self._active_changed)
        editing.reach_changed.connect(self._reach_changed)
        self.reach.changed.connect(lambda frames: editing.set_reach(frames=float(frames)))
        self.neighbours.changed.connect(lambda n: editing.set_reach(distance=n / 10 * LARGEST_DISTANCE))
        self._speed.applied.connect(lambda speeds: editing.retime(document.selection, speeds))
        self._reach_changed()
        document.selection_changed.connect(self._update)
        document.clips.current_changed.connect(self._update)
        document.clips.keypoints_changed.connect(self._update)
        self._marks.changed.connect(self._update)
        self._marks.changed.connect(self._remember)
        document.overlays_changed.connect(self._remember)
        self._update()

    def grey(self, why: str) -> None:
        """Do without, since the clip has no keypoints, which `why` says; "" where it has."""
        self.edit_action.setEnabled(not why)
        self.edit_action.setToolTip(why or self._edit_tip)
        if why and self.edit_action.isChecked():
            self.edit_action.setChecked(False)

    # The Document changed

    def _active_changed(self, active: bool) -> None:
        self.edit_action.setChecked(active)
        if active:
            self._document.set_overlays(self._document.overlays | {"keypoints"})
        self.setVisible(active)

    def _reach_changed(self) -> None:
        self.reach.set_value(round(self._editing.reach.frames))
        self.neighbours.set_value(round(self._editing.reach.distance / LARGEST_DISTANCE * 10))

    def _update(self, *_: object) -> None:
        record, chosen = self._document.clips.current, self._document.selection
        if record is not None:
            self.reach.set_most(record.n_frames)
        for act in (self.pin_action, self.hide_action, self.name_action):
            act.setEnabled(bool(chosen))
        self.name_action.setEnabled(bool(chosen or self._marks.groups))
        self.solo_action.setEnabled(bool(chosen or self._marks.alone))
        self.show_action.setEnabled(bool(self._marks.hidden or self._marks.alone))
        self.pin_action.setChecked(bool(chosen) and chosen <= self._marks.pinned)
        self.solo_action.setChecked(bool(self._marks.alone))
        for act in (*self.commands.values(), self.import_action):
            act.setEnabled(record is not None)
        self.reset_action.setEnabled(record is not None and record.edited and not record.driver)

    def _remember(self) -> None:
        """Names and groups, and the length of trails, for the next start."""
        kept = json.dumps(self._marks.to_json(), ensure_ascii=False)
        if kept != self._remembered.keypoint_marks:
            self._remembered.keypoint_marks = kept
        if self._document.trail_frames != self._remembered.trail_frames:
            self._remembered.trail_frames = self._document.trail_frames

    def _frames_in_words(self, frames: int) -> str:
        record = self._document.clips.current
        if frames >= (record.n_frames if record is not None else _WHOLE):
            return "all"
        return f"±{frames}" if frames else "this"

    # What is asked

    def _hide(self) -> None:
        chosen = self._document.selection
        self._document.select_keypoints(())
        self._marks.hide(chosen)

    def ask_name(self) -> None:
        """One keypoint gets a name, several become a group."""
        chosen = sorted(self._document.selection)
        if not chosen:
            return
        one = len(chosen) == 1
        known = self._marks.name(chosen[0]) if one else ""
        dialog = QInputDialog(self)
        dialog.setWindowTitle(tr("Name the keypoint") if one else tr("Name the group"))
        dialog.setLabelText(
            tr("Keypoint {keypoint} is", keypoint=chosen[0]) if one else tr("These %n keypoints are", "", len(chosen))
        )
        dialog.setTextValue(known if chosen[0] in self._marks.named else "")
        dialog.setTextEchoMode(QLineEdit.EchoMode.Normal)

        def take(name: str) -> None:
            if one:
                self._marks.set_name(chosen[0], name)
            elif name.strip():
                self._marks.set_group(name.strip(), chosen)

        dialog.textValueSelected.connect(take)
        ask(dialog)

    def ask_speed(self) -> None:
        """The curve over its button, or in the middle of the clip while the strip is hidden."""
        self._speed.adjustSize()
        button, around = self._speed_button, self.window()
        if button.isVisible():
            corner = button.mapToGlobal(QPointF(0, 0)).toPoint() - QPoint(0, self._speed.height() + 4)
        else:
            corner = around.mapToGlobal(around.rect().center()) - self._speed.rect().center()
        self._speed.move(corner)
        self._speed.show()
        self._speed.curve.setFocus()

    def _list_groups(self) -> None:
        menu, marks = self._groups_menu, self._marks
        menu.clear()
        name = menu.addAction(tr("Name the selection..."), self.ask_name)
        name.setEnabled(bool(self._document.selection))
        if groups := marks.groups:
            menu.addSeparator()
            for text, members in groups.items():
                menu.addAction(text, lambda members=members: self._document.select_keypoints(members))
            menu.addSeparator()
            forget = menu.addMenu(tr("Forget a group"))
            for text in groups:
                forget.addAction(text, lambda text=text: marks.set_group(text, ()))


def _distance_in_words(tenths: int) -> str:
    return f"{tenths * 10} %" if tenths else "off"


def _count(frames: int) -> str:
    return str(frames)
