"""Training a model: which clips, which preset, which settings, what it will cost; then Start.

All facts come from the command line of `training`, asked in a process: this dialog imports none of it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from engine.errors import KpvpError
from engine.models.library import ModelEntry
from kpvp_gui.background.child_question import ChildQuestion
from kpvp_gui.background.remembered import Remembered
from kpvp_gui.dialogs.training_data import DataChoice
from kpvp_gui.dialogs.training_form import SettingsForm
from kpvp_gui.runs.runs import Plan, TrainingRuns
from kpvp_gui.runs.settings import Preset, Schema, merged, to_toml, toml_value
from kpvp_gui.widgets.controls import heading
from training.runs.folder import RunFolder

CHECK_MS = 500
_FIRST_PRESET = "people"
_SIZE = QSize(1120, 680)
_AFRESH = {
    "": "All networks begin with random weights.",
    "model": "Fine-tuning: the networks begin as this model's where their sizes agree. "
    "Discriminators and optimizers start afresh.",
    "run": "Fine-tuning with everything: networks, averages, discriminators and optimizers go on where sizes agree; "
    "steps count from 0.",
}


class TrainingDialog(QDialog):
    """`started` with the RunFolder of the run that Start began."""

    started = Signal(object)

    def __init__(
        self,
        runs: TrainingRuns,
        remembered: Remembered,
        models: tuple[ModelEntry, ...] = (),
        parent: QWidget | None = None,
        describe: Callable[[], dict] | None = None,
    ) -> None:
        """`describe` answers at once what the process would (tests)."""
        super().__init__(parent)
        self._runs, self._remembered, self._models = runs, remembered, models
        self.form: SettingsForm | None = None
        self._duplicate: RunFolder | None = None
        self._layout, self._preset_taken = "", False
        self._suggested = ""  # the name that the data gave the model, until the user gives it another
        self._checked: dict | None = None  # the answer about the settings as they are now
        self._check_failed = ""
        self.setWindowTitle("Train a model")
        self.resize(_SIZE)
        self._description = ChildQuestion(self)
        self._description.answered.connect(self._described)
        self._description.failed.connect(self._not_described)
        self._check = ChildQuestion(self)
        self._check.answered.connect(self._check_answered)
        self._check.failed.connect(self._check_broke)
        self._check_soon = QTimer(self, singleShot=True, interval=CHECK_MS)
        self._check_soon.timeout.connect(self._ask_check)
        self._make_fields()
        self._lay_out()
        self._update()
        if describe is not None:
            self._described(describe())
        else:
            self._description.ask(["-m", "training", "--describe"])

    # Building

    def _make_fields(self) -> None:
        self.data = DataChoice(self._remembered)
        self.data.changed.connect(self._data_changed)
        self.presets = QListWidget()
        self.presets.setProperty("boxed", True)
        self.presets.setAccessibleName("Preset")
        self.presets.setWordWrap(True)
        self.presets.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.presets.currentRowChanged.connect(lambda _: self._preset_chosen())
        self.presets.itemPressed.connect(lambda _: self._take_preset())
        self.summary = QLabel("Asking what can be trained…")
        self.summary.setWordWrap(True)
        self.summary.setProperty("role", "secondary")
        self.summary.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.name = QLineEdit()
        self.name.setToolTip("What the model will be called in the list of models")
        self.name.setAccessibleName("Name of the model")
        self.name.setMaxLength(60)
        self.name.textEdited.connect(lambda _: self._settings_changed())
        self.domain = QLineEdit()
        self.domain.setPlaceholderText("What its pictures show, in a sentence (may stay empty)")
        self.domain.setToolTip("Told in the model's card and beside the list of models")
        self.domain.setAccessibleName("What its pictures show")
        self.domain.setMaxLength(300)
        self.start_from = QComboBox()
        self.start_from.setToolTip("Begin with random weights, or fine-tune what was trained before")
        self.start_from.setAccessibleName("Start from")
        self.start_from.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._fill_start_from()
        self.start_from.currentIndexChanged.connect(lambda _: self._settings_changed())
        self.afresh = QLabel()
        self.afresh.setWordWrap(True)
        self.afresh.setProperty("role", "secondary")
        self.settings_area = QScrollArea()
        self.settings_area.setWidgetResizable(True)
        self.settings_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.estimate = QLabel()
        self.reason = QLabel()
        self.reason.setWordWrap(True)
        self.close_button = QPushButton("Cancel")
        self.close_button.setAutoDefault(False)
        self.close_button.clicked.connect(self.reject)
        self.start_button = QPushButton("&Start training")
        self.start_button.setDefault(True)
        self.start_button.setProperty("primary", True)
        self.start_button.setToolTip("Start training in a process of its own; this window stays free  (Enter)")
        self.start_button.clicked.connect(self.start)

    def _lay_out(self) -> None:
        chosen = QHBoxLayout()
        chosen.setSpacing(16)
        self.presets.setFixedWidth(176)
        self.presets.setFixedHeight(148)
        chosen.addWidget(self.presets)
        beside = QVBoxLayout()
        beside.setSpacing(8)
        beside.addWidget(self.summary, 1)
        chosen.addLayout(beside, 1)
        form = QFormLayout()
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow("&Name", self.name)
        form.addRow("&Pictures", self.domain)
        form.addRow("Start f&rom", self.start_from)
        form.addRow("", self.afresh)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(heading("Preset"))
        right.addLayout(chosen)
        right.addSpacing(8)
        right.addLayout(form)
        right.addSpacing(8)
        right.addWidget(heading("Settings"))
        right.addWidget(self.settings_area, 1)
        parts = QHBoxLayout()
        parts.setSpacing(24)
        parts.addWidget(self.data, 5)
        parts.addLayout(right, 7)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.estimate)
        words.addWidget(self.reason)
        feet = QHBoxLayout()
        feet.setSpacing(8)
        feet.addLayout(words, 1)
        feet.addWidget(self.close_button)
        feet.addWidget(self.start_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addLayout(parts, 1)
        column.addLayout(feet)

    def _fill_start_from(self) -> None:
        box = self.start_from
        box.addItem("Nothing: new networks", ("", ""))
        for model in self._models:
            box.addItem(f"Model: {model.card.title or model.name}", ("model", str(model.path)))
        for run in self._runs.summaries:
            if not run.active:
                box.addItem(f"Run: {run.title} ({run.words.lower()})", ("run", str(run.path)))

    # Filling in

    def duplicate(self, folder: RunFolder) -> None:
        """Begin with the settings of a run, to change some of them."""
        self._duplicate = folder
        if self.form is not None:
            self._add_duplicate()

    def fine_tune(self, path: Path) -> None:
        """Begin with the weights of a model's file or of a run's folder."""
        index = next((i for i in range(self.start_from.count()) if self.start_from.itemData(i)[1] == str(path)), -1)
        if index < 0:
            kind = "run" if path.is_dir() else "model"
            self.start_from.addItem(f"{kind.capitalize()}: {path.stem}", (kind, str(path)))
            index = self.start_from.count() - 1
        self.start_from.setCurrentIndex(index)
        self._choose_preset_of_start()

    def _choose_preset_of_start(self) -> None:
        """A model goes on best with the preset that it came from: its networks have the same sizes."""
        path = self.start_from.currentData()[1]
        entry = next((entry for entry in self._models if str(entry.path) == path), None)
        preset = entry.card.training.get("preset") if entry is not None else None
        known = [known.name for known in self.form.schema.presets] if self.form is not None else []
        if preset in known and not self._preset_taken:
            self._choose_preset(preset)

    def _described(self, told: dict) -> None:
        try:
            schema = Schema.from_json(told)
        except (KeyError, TypeError, AttributeError):
            self._not_described("The settings could not be read.")
            return
        self.form = SettingsForm(schema)
        self.form.changed.connect(self._settings_changed)
        self.settings_area.setWidget(self.form)
        self.data.set_worlds(schema.worlds)
        for preset in schema.presets:
            self._add_preset(preset)
        if self._duplicate is not None:
            self._add_duplicate()
        else:
            self._choose_preset(_FIRST_PRESET)
            self._choose_preset_of_start()

    def _choose_preset(self, name: str) -> None:
        names = [self.presets.item(row).data(Qt.ItemDataRole.UserRole).name for row in range(self.presets.count())]
        if names:
            self.presets.setCurrentRow(names.index(name) if name in names else 0)

    def _data_changed(self) -> None:
        """Data as distributed has a preset of its own, taken until the user takes another."""
        layout = str((self.data.look or {}).get("layout", "")).replace("_", "-")
        if layout and layout != self._layout:
            self._layout = layout
            if not self._preset_taken and self.form is not None and self._duplicate is None:
                known = [preset.name for preset in self.form.schema.presets]
                self._choose_preset(layout if layout in known else _FIRST_PRESET)
                self._choose_preset_of_start()
        self._suggest_name()
        self._settings_changed()

    def _suggest_name(self) -> None:
        if self.name.text().strip() == self._suggested and not self.data.trouble:
            source = self.data.source
            self._suggested = source.capitalize() if self.data.is_world else Path(source).name
            self.name.setText(self._suggested)

    def _not_described(self, complaint: str) -> None:
        self.summary.setText(f"What can be trained could not be asked: {complaint}")
        self._check_failed = complaint
        self._update()

    def _add_preset(self, preset: Preset) -> None:
        item = QListWidgetItem(preset.title)
        item.setData(Qt.ItemDataRole.UserRole, preset)
        item.setToolTip(preset.summary)
        self.presets.addItem(item)

    def _add_duplicate(self) -> None:
        folder = self._duplicate
        try:
            values = tomllib.loads(folder.config_path.read_text(encoding="utf-8"))
        except (OSError, tomllib.TOMLDecodeError):
            self.summary.setText(f"The settings of {folder.path.name} could not be read.")
            return
        title = str(values.get("title") or values.get("name") or folder.path.name)
        about = f"The settings of the run {folder.path.name}, as it was started."
        self._add_preset(Preset(f"as {title}", f"As “{title}”", about, "", values, str(folder.config_path)))
        self.name.setText(title)
        self.domain.setText(str(values.get("domain") or ""))
        self.presets.setCurrentRow(self.presets.count() - 1)
        source = values.get("data", {}).get("source", "")
        if source:
            self.data.set_source(str(source))
        if init := values.get("init"):
            self.fine_tune(Path(init))

    @property
    def preset(self) -> Preset | None:
        item = self.presets.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item is not None else None

    def _take_preset(self) -> None:
        self._preset_taken = True

    def _preset_chosen(self) -> None:
        preset = self.preset
        if preset is None or self.form is None:
            return
        suits = f"For: {preset.suits}" if preset.suits else ""
        self.summary.setText("\n\n".join(filter(None, [preset.summary, suits])))
        if not self.data.source and preset.values.get("data", {}).get("source") in self.data.worlds:
            self.data.path.setPlaceholderText(f"Path of a folder, or “{preset.values['data']['source']}” to try it")
        self.form.set_preset(preset)

    # What is asked for

    @property
    def changes(self) -> dict[str, Any]:
        """What differs from the preset, by path."""
        changes = dict(self.form.changes) if self.form is not None else {}
        if init := self.start_from.currentData()[1]:
            changes["init"] = init
        elif self.preset is not None and self.preset.values.get("init"):
            changes["init"] = ""
        if self.data.is_world and self.data.characters:
            changes["data.characters"] = self.data.characters
        # What a preset says of its own pictures is not true of others.
        own = self.preset is not None and self.data.source == self.preset.values.get("data", {}).get("source")
        if self.domain.text().strip() or not own:
            changes["domain"] = self.domain.text().strip()
        return changes

    @property
    def plan(self) -> Plan:
        """The run that Start begins."""
        changes = self.changes
        init = changes.pop("init", None)
        told = {path: toml_value(value) for path, value in changes.items()}
        if init == "":
            told["init"] = '""'
        return Plan(self.preset.start, self.name.text().strip(), self.data.source, init or "", told)

    @property
    def trouble(self) -> str:
        """Why nothing can be started; "" when it can."""
        if self.form is None or self.preset is None:
            return self._check_failed or "Asking what can be trained…"
        if problem := self.data.trouble:
            return problem
        if not self.name.text().strip():
            return "Give the model a name."
        if wrong := self.form.wrong:
            path, complaint = next(iter(wrong.items()))
            return f"{self.form.schema.setting(path).label}: {complaint}"
        if self.data.looking and not self.data.is_world:
            return "Looking at the clips…"
        if self._checked is None:
            return "" if self._check_failed else "Checking the settings…"
        if not self._checked.get("ok", True):
            return f"{self._checked.get('what', '')} {self._checked.get('remedy', '')}".strip()
        return ""

    def _settings_changed(self) -> None:
        if self.form is not None:
            self.data.set_layout_name(str(self.form.value("data.layout") or "auto"))
        self._checked, self._check_failed = None, ""
        self._check.withdraw()
        self._check_soon.start()
        self._update()

    def _ask_check(self) -> None:
        if self.preset is None or self.form is None or self.form.wrong:
            return
        source = {"data.source": self.data.source} if self.data.source else {}
        name = self.name.text().strip() or "model"
        values = merged(self.preset.values, {**self.changes, **source, "title": name})
        self._check.ask(["-m", "training", "--check"], to_toml(values))

    def _check_answered(self, answer: dict) -> None:
        self._checked = answer
        ok = answer.get("ok", True)
        self.form.mark(*(("", "") if ok else (str(answer.get("key") or ""), str(answer.get("what") or ""))))
        self._checked = answer  # marking a field counts as no change
        self._check_soon.stop()
        self._update()

    def _check_broke(self, complaint: str) -> None:
        self._check_failed = complaint or "The estimate could not be made."
        self._update()

    def _update(self) -> None:
        trouble = self.trouble
        waiting = trouble.endswith("…")
        self.afresh.setText(_AFRESH[self.start_from.currentData()[0]])
        estimate = (self._checked or {}).get("estimate")
        self.estimate.setText(_estimate_words(estimate) if estimate else "")
        self.estimate.setToolTip(_per_stage(estimate) if estimate else "")
        self.estimate.setVisible(bool(estimate))
        self.reason.setText(trouble or ("The time could not be estimated." if self._check_failed else ""))
        self.reason.setProperty("role", "secondary" if waiting or not trouble or not self.data.source else "wrong")
        self.reason.style().polish(self.reason)
        self.reason.setVisible(bool(self.reason.text()))
        self.start_button.setEnabled(not trouble)

    # Ending

    def start(self) -> None:
        """Begin the run and close."""
        if self.trouble:
            return
        try:
            folder = self._runs.start(self.plan)
        except KpvpError as error:
            self.reason.setText(str(error))
            self.reason.setProperty("role", "wrong")
            self.reason.style().polish(self.reason)
            self.reason.show()
            return
        self.started.emit(folder)
        self.accept()

    def done(self, result: int) -> None:
        self._check_soon.stop()
        self._check.withdraw()
        self._description.withdraw()
        self.data.done()
        super().done(result)


def duration(seconds: float) -> str:
    """In words that do not pretend: 40 s, 12 min, 3.5 h, 2 days."""
    if seconds < 90:
        return f"{max(1, round(seconds))} s"
    if seconds < 5400:
        return f"{round(seconds / 60)} min"
    return f"{seconds / 3600:.1f} h" if seconds < 48 * 3600 else f"{seconds / 86400:.1f} days"


def _megabytes(value: float) -> str:
    return f"{value / 1024:.1f} GB" if value >= 1024 else f"{value:.0f} MB"


def _estimate_words(estimate: dict) -> str:
    measured = "" if estimate.get("measured") else ", roughly"
    return " · ".join(
        [
            f"About {duration(estimate['seconds'])}{measured}",
            f"{_megabytes(estimate['memory_mb'])} of memory",
            f"{_megabytes(estimate['disk_mb'])} on disk",
        ]
    )


def _per_stage(estimate: dict) -> str:
    return "\n".join(
        f"{stage['name']}: {stage['steps']} steps, {duration(stage['seconds'])}" for stage in estimate["per_stage"]
    )
