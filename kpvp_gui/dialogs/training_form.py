"""The settings of a run as a form: basic ones in sight, expert ones folded away by section, checked while typed.

A field shows the preset's value until it is changed; emptied, it goes back to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from kpvp_gui.translation import marked, tr
from kpvp_gui.widgets.elided_label import ElidedLabel
from kpvp_gui.widgets.icons import icon
from training.runs.settings import BASIC, Setting, Unfit

if TYPE_CHECKING:
    from training.runs.schema import Preset, Schema

# Shown elsewhere in the dialog, or not for typing.
_ELSEWHERE = ("name", "title", "domain", "preset", "init", "data.source")
_SECTIONS = {
    "keypoints": marked("Step 1: detector and translator"),
    "motion": marked("Step 3: motion generator"),
    "network": marked("Networks"),
    "data": marked("Clips"),
    "augment": marked("Augmentation"),
    "loop": marked("Reports and checkpoints"),
    "": marked("The run"),
}
_LABEL_WIDTH, _FIELD_WIDTH = 136, 132


class SettingsForm(QWidget):
    """`changes` are the values that differ from the preset's; `wrong` the fields that cannot be taken as they are."""

    changed = Signal()

    def __init__(self, schema: Schema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.schema = schema
        self.preset = schema.presets[0]
        self.changes: dict[str, Any] = {}
        self.rows: dict[str, _Row] = {}
        self._marked: tuple[str, str] = ("", "")  # what the check says about a field
        self._folds: dict[str, tuple[QToolButton, QWidget]] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(4)
        settings = [setting for setting in schema.settings if setting.name not in _ELSEWHERE]
        basic = [setting for setting in settings if setting.level == BASIC]
        for section in dict.fromkeys(setting.section for setting in sorted(basic, key=_order)):
            column.addSpacing(4)
            column.addWidget(_subheading(tr(_SECTIONS.get(section, section.capitalize()))))
            column.addWidget(self._grid([setting for setting in basic if setting.section == section]))
        column.addSpacing(8)
        expert: dict[str, list[Setting]] = {}
        for setting in settings:
            if setting.level != BASIC:
                expert.setdefault(setting.section, []).append(setting)
        self._expert = expert
        for section in dict.fromkeys(s.section for s in sorted(settings, key=_order) if s.section in expert):
            column.addWidget(self._fold(section))
        column.addStretch(1)

    @property
    def wrong(self) -> dict[str, str]:
        """Name of a setting -> what is the matter."""
        return {name: row.complaint for name, row in self.rows.items() if row.complaint}

    @property
    def complaint(self) -> str:
        """The first of `wrong` with the setting's name before it; "" if nothing is."""
        return next((f"{tr(self.rows[name].setting.label)}: {what}" for name, what in self.wrong.items()), "")

    def value(self, name: str) -> Any:
        """What a setting is now."""
        setting = self.schema.setting(name)
        return self.changes.get(name, self.preset.value(setting) if setting else None)

    def set_preset(self, preset: Preset) -> None:
        """Show another preset's values where nothing was typed."""
        self.preset = preset
        for row in self.rows.values():
            row.show_value(self.value(row.setting.name))
        self.changed.emit()

    def mark(self, marked: str, complaint: str) -> None:
        """Show what the check says about a field ("" and "": nothing)."""
        before, self._marked = self._marked[0], (marked, complaint)
        for name in (before, marked):
            if name in self.rows:
                self.rows[name].show_complaint(complaint if name == marked else self.rows[name].complaint)
        setting = self.schema.setting(marked)
        if setting is not None and setting.level != BASIC and complaint:
            self.unfold(setting.section)

    def unfold(self, section: str) -> None:
        """Show the expert settings of a section."""
        if section in self._folds:
            self._folds[section][0].setChecked(True)

    def _fold(self, section: str) -> QWidget:
        button = QToolButton()
        button.setProperty("text-button", True)
        button.setText(tr("{section}, expert settings", section=tr(_SECTIONS.get(section, section.capitalize()))))
        button.setIcon(icon("right", "down"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setCheckable(True)
        content = QWidget()
        content.hide()
        self._folds[section] = (button, content)
        button.toggled.connect(lambda shown: self._show_section(section, shown))
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(button)
        column.addWidget(content)
        return whole

    def _show_section(self, section: str, shown: bool) -> None:
        content = self._folds[section][1]
        if shown and content.layout() is None:  # built when first looked at: there are many
            column = QVBoxLayout(content)
            column.setContentsMargins(8, 4, 0, 8)
            column.addWidget(self._grid(self._expert[section]))
            if self._marked[0] in self.rows:
                self.rows[self._marked[0]].show_complaint(self._marked[1])
        content.setVisible(shown)

    def _grid(self, settings: list[Setting]) -> QWidget:
        whole = QWidget()
        grid = QGridLayout(whole)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(2, 1)
        grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        grid.setColumnMinimumWidth(1, _FIELD_WIDTH)
        for number, setting in enumerate(settings):
            row = self.rows[setting.name] = _Row(setting, self)
            row.show_value(self.value(setting.name))
            row.put_into(grid, number)
        return whole

    def take(self, setting: Setting, value: Any) -> None:
        """A field says `value`; None: as the preset."""
        own = self.preset.value(setting)
        if value is None or _same(value, own):
            self.changes.pop(setting.name, None)
        else:
            self.changes[setting.name] = value
        self.changed.emit()


class _Row:
    """Label, field, and beside it the unit or what is wrong."""

    def __init__(self, setting: Setting, form: SettingsForm) -> None:
        self.setting, self._form = setting, form
        self.complaint = ""
        self.label = QLabel(tr(setting.label))
        self.note = ElidedLabel()  # the tooltip has all of it
        self.field = self._make_field()
        self.label.setBuddy(self.field)
        default = setting.text(setting.default)
        unit = f" {tr(setting.unit)}" if setting.unit else ""
        about = f"{tr(setting.help)}\n{setting.name}" + (
            tr(", by default {default}{unit}", default=default, unit=unit) if default else ""
        )
        for widget in (self.label, self.field, self.note):
            widget.setToolTip(about)
        self.field.setAccessibleName(tr(setting.label))
        self.field.setAccessibleDescription(tr(setting.help))
        self.say("")

    def _make_field(self) -> QWidget:
        setting = self.setting
        if setting.type == "bool":
            field = QCheckBox()
            field.toggled.connect(lambda on: self._form.take(setting, on))
        elif setting.type == "choice":
            field = QComboBox()
            field.addItems(list(setting.choices))
            field.textActivated.connect(lambda text: self._form.take(setting, text))
        else:
            field = QLineEdit()
            field.textEdited.connect(self._typed)
            field.editingFinished.connect(self._left)
        field.setMinimumWidth(_FIELD_WIDTH)
        field.setMaximumWidth(_FIELD_WIDTH)
        return field

    def put_into(self, grid: QGridLayout, row: int) -> None:
        grid.addWidget(self.label, row, 0)
        if self.setting.type in ("str", "strs"):
            self.field.setMaximumWidth(1 << 20)
            grid.addWidget(self.field, row, 1, 1, 2)
        else:
            grid.addWidget(self.field, row, 1)
            grid.addWidget(self.note, row, 2)

    def show_value(self, value: Any) -> None:
        if isinstance(self.field, QCheckBox):
            self.field.blockSignals(True)
            self.field.setChecked(bool(value))
            self.field.blockSignals(False)
        elif isinstance(self.field, QComboBox):
            self.field.setCurrentIndex(max(0, self.field.findText(self.setting.text(value))))
        elif isinstance(self.field, QLineEdit) and (not self.complaint or not self.field.hasFocus()):
            self.field.setText(self.setting.text(value))
            self.say("")

    def _typed(self, text: str) -> None:
        if not text.strip() and self.setting.type != "str":
            self.say("")
            self._form.take(self.setting, None)
            return
        try:
            value = self.setting.parse(text)
        except Unfit as unfit:
            self.say(tr(unfit.sentence, **_in_words(unfit.values)))
            self._form.changed.emit()
        else:
            self.say("")
            self._form.take(self.setting, value)

    def _left(self) -> None:
        if not self.complaint and isinstance(self.field, QLineEdit):
            self.field.setText(self.setting.text(self._form.value(self.setting.name)))

    def say(self, complaint: str) -> None:
        """What is wrong with what was typed; "" when nothing is: then its unit and help are shown."""
        self.complaint = complaint
        self.show_complaint(complaint)

    def show_complaint(self, complaint: str) -> None:
        """Show a complaint, which may be about how the value goes with others, and so does not make it wrong."""
        setting = self.setting
        self.note.setWordWrap(bool(complaint))  # which has to be read whole
        self.note.setText(complaint or " · ".join(filter(None, [tr(setting.unit), tr(setting.help)])))
        self.note.setProperty("role", "wrong" if complaint else "secondary")
        self.note.style().polish(self.note)
        self.field.setProperty("wrong", bool(complaint))
        self.field.style().polish(self.field)


def _in_words(values: dict[str, Any]) -> dict[str, Any]:
    return {name: tr(value) if name == "unit" else value for name, value in values.items()}


def _order(setting: Setting) -> int:
    names = list(_SECTIONS)
    return names.index(setting.section) if setting.section in names else len(names)


def _subheading(text: str) -> QLabel:
    label = QLabel(text)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    return label


def _same(a: Any, b: Any) -> bool:
    if isinstance(a, (list, tuple)) and isinstance(b, (list, tuple)):
        return list(a) == list(b)
    return a == b and isinstance(a, bool) == isinstance(b, bool)
