"""Training a model: which clips, which preset, which settings, what it will cost; then Start.

Presets, settings and their check are `training.runs`'s, which is imported in jobs: nothing here waits for it. Only
the clips are looked at by a process.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
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
from kpvp_gui.background.jobs import Job
from kpvp_gui.background.remembered import Remembered
from kpvp_gui.dialogs.training_check import Obstacle, SettingsCheck
from kpvp_gui.dialogs.training_data import DataChoice
from kpvp_gui.dialogs.training_form import SettingsForm
from kpvp_gui.dialogs.training_start import StartFrom, settings_of_run
from kpvp_gui.plain_words import TRAINING, explained
from kpvp_gui.runs.cost_words import estimate_words, stages_words
from kpvp_gui.runs.runs import Plan, TrainingRuns
from kpvp_gui.translation import tr
from kpvp_gui.widgets import arrangement, screen_fit
from kpvp_gui.widgets.controls import heading
from training.runs.folder import RunFolder
from training.runs.toml_text import merged, to_toml, value_text

if TYPE_CHECKING:
    from training.runs.schema import Preset, Schema

_FIRST_PRESET = "people"
_OWN_CLIPS_PRESET = "photographs"
_SIZE = QSize(1120, 680)


class TrainingDialog(QDialog):
    """`started` with the RunFolder of the run that Start began."""

    started = Signal(object)

    def __init__(
        self,
        runs: TrainingRuns,
        remembered: Remembered,
        models: tuple[ModelEntry, ...] = (),
        parent: QWidget | None = None,
        schema: Schema | None = None,
    ) -> None:
        """`schema`: what there is to choose from; without it, what comes with the program is read in a job."""
        super().__init__(parent)
        self._runs, self._remembered, self._models = runs, remembered, models
        self.form: SettingsForm | None = None
        self._duplicate: RunFolder | None = None
        self._layout, self._preset_taken = "", False
        self._suggested = ""  # the name that the data gave the model, until the user gives it another
        self._checked: dict[str, Any] | None = None  # the answer about the settings as they are now
        self._unchecked = ""  # why there will be none, if there will be none
        self.setWindowTitle(tr("Train a model"))
        self.resize(_SIZE)
        screen_fit.fit(self)
        self.check = SettingsCheck(self._settings_text, self)
        self.check.answered.connect(self._check_answered)
        self.check.failed.connect(self._check_failed)
        self._make_fields()
        self._lay_out()
        self._update()
        if schema is not None:
            self._offer(schema)
        else:
            reading = Job(_read_schema).start()
            reading.finished.connect(self._offer)
            reading.failed.connect(self._nothing_to_offer)

    # Building

    def _make_fields(self) -> None:
        self.data = DataChoice(self._remembered)
        self.data.changed.connect(self._data_changed)
        self.presets = QListWidget()
        self.presets.setProperty("boxed", True)
        self.presets.setAccessibleName(tr("Preset"))
        self.presets.setWordWrap(True)
        self.presets.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.presets.currentRowChanged.connect(lambda _: self._preset_chosen())
        self.presets.itemPressed.connect(lambda _: self._take_preset())
        self.summary = QLabel(tr("Reading what can be trained…"))
        self.summary.setWordWrap(True)
        self.summary.setProperty("role", "secondary")
        self.summary.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.name = QLineEdit()
        self.name.setToolTip(tr("What the model will be called in the list of models"))
        self.name.setAccessibleName(tr("Name of the model"))
        self.name.setMaxLength(60)
        self.name.textEdited.connect(lambda _: self._settings_changed())
        self.domain = QLineEdit()
        self.domain.setPlaceholderText(tr("What its pictures show, in a sentence (may stay empty)"))
        self.domain.setToolTip(tr("Said in the model's card and beside the list of models"))
        self.domain.setAccessibleName(tr("What its pictures show"))
        self.domain.setMaxLength(300)
        self.start_from = StartFrom(self._models, self._runs.summaries)
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
        self.close_button = QPushButton(tr("Cancel"))
        self.close_button.setAutoDefault(False)
        self.close_button.clicked.connect(self.reject)
        self.start_button = QPushButton(tr("&Start training"))
        self.start_button.setDefault(True)
        self.start_button.setProperty("primary", True)
        self.start_button.setToolTip(tr("Start training in a process of its own; this window stays free  (Enter)"))
        self.start_button.clicked.connect(self.start)

    def _lay_out(self) -> None:
        chosen = QHBoxLayout()
        chosen.setSpacing(16)
        self.presets.setFixedWidth(176)
        self.presets.setFixedHeight(148)
        chosen.addWidget(self.presets)
        chosen.addWidget(self.summary, 1)
        form = QFormLayout()
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(tr("&Name"), self.name)
        form.addRow(tr("&Pictures"), self.domain)
        form.addRow(tr("Start f&rom"), self.start_from)
        form.addRow("", self.afresh)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(heading(tr("Preset")))
        right.addLayout(chosen)
        right.addSpacing(8)
        right.addLayout(form)
        right.addSpacing(8)
        right.addWidget(explained(tr("Settings"), TRAINING))
        right.addWidget(self.settings_area, 1)
        parts = QHBoxLayout()
        parts.setSpacing(24)
        parts.addWidget(self.data, 5)
        parts.addLayout(right, 7)
        bottom = QHBoxLayout()
        bottom.setSpacing(8)
        bottom.addWidget(arrangement.column(self.estimate, self.reason), 1)
        bottom.addWidget(self.close_button)
        bottom.addWidget(self.start_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addLayout(parts, 1)
        column.addLayout(bottom)

    # Filling in

    def duplicate(self, folder: RunFolder) -> None:
        """Begin with the settings of a run, to change some of them."""
        self._duplicate = folder
        if self.form is not None:
            self._add_duplicate()

    def fine_tune(self, path: Path) -> None:
        """Begin with the weights of a model's file or of a run's folder."""
        self.start_from.choose(path)
        self._choose_preset_of_start()

    def _choose_preset_of_start(self) -> None:
        """A model goes on best with the preset that it came from, one that moves pixels on real clips with theirs."""
        known = [known.name for known in self.form.schema.presets] if self.form is not None else []
        preset = self.start_from.preset
        if preset and self.start_from.moves_pixels and self.data.source and not self.data.is_world:
            preset = _OWN_CLIPS_PRESET
        if preset in known and not self._preset_taken:
            self._choose_preset(preset)

    def _offer(self, schema: Schema) -> None:
        self.form = SettingsForm(schema)
        self.form.changed.connect(self._settings_changed)
        self.settings_area.setWidget(self.form)
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
                self._choose_preset(next((n for n in (layout, _OWN_CLIPS_PRESET) if n in known), _FIRST_PRESET))
                self._choose_preset_of_start()
        self._suggest_name()
        self._settings_changed()

    def _suggest_name(self) -> None:
        if self.name.text().strip() == self._suggested and not self.data.trouble:
            source = self.data.source
            self._suggested = source.capitalize() if self.data.is_world else Path(source).name
            self.name.setText(self._suggested)

    def _nothing_to_offer(self, error: Exception) -> None:
        self.summary.setText(tr("What can be trained could not be read: {error}", error=error))
        self._unchecked = str(error) or type(error).__name__
        self._update()

    def _add_preset(self, preset: Preset) -> None:
        item = QListWidgetItem(tr(preset.title))
        item.setData(Qt.ItemDataRole.UserRole, preset)
        item.setToolTip(tr(preset.summary))
        self.presets.addItem(item)

    def _add_duplicate(self) -> None:
        from training.runs.schema import Preset  # there since the first presets were read

        folder = self._duplicate
        assert folder is not None
        values = settings_of_run(folder)
        if values is None:
            self.summary.setText(tr("The settings of {name} could not be read.", name=folder.path.name))
            return
        title = str(values.get("title") or values.get("name") or folder.path.name)
        about = tr("The settings of the run {name}, as it was started.", name=folder.path.name)
        name = tr("As “{title}”", title=title)
        self._add_preset(Preset(f"as {title}", name, about, "", values, str(folder.config_path)))
        self.name.setText(title)
        self.domain.setText(str(values.get("domain") or ""))
        self.presets.setCurrentRow(self.presets.count() - 1)
        if source := values.get("data", {}).get("source", ""):
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
        suits = tr("For: {suits}", suits=tr(preset.suits)) if preset.suits else ""
        self.summary.setText("\n\n".join(filter(None, [tr(preset.summary), suits])))
        self.start_from.suggest(str(preset.values.get("init") or ""))
        if not self.data.source and preset.source in self.data.worlds:
            self.data.path.setPlaceholderText(tr("Path of a folder, or “{source}” to try it", source=preset.source))
        self.form.set_preset(preset)

    # What is asked for

    @property
    def changes(self) -> dict[str, Any]:
        """What differs from the preset, by name."""
        changes = dict(self.form.changes) if self.form is not None else {}
        if init := self.start_from.path:
            changes["init"] = init
        elif self.preset is not None and self.preset.values.get("init"):
            changes["init"] = ""
        if self.data.is_world and self.data.characters:
            changes["data.characters"] = self.data.characters
        # What a preset says of its own pictures is not true of others.
        own = self.preset is not None and self.data.source == self.preset.source
        if self.domain.text().strip() or not own:
            changes["domain"] = self.domain.text().strip()
        return changes

    @property
    def plan(self) -> Plan:
        """The run that Start begins, once there is no obstacle."""
        assert self.preset is not None
        changes = self.changes
        init = changes.pop("init", None)
        texts = {name: value_text(value) for name, value in changes.items()}
        if init == "":  # `--init` cannot say that
            texts["init"] = value_text("")
        return Plan(self.preset.start, self.name.text().strip(), self.data.source, init or "", texts)

    @property
    def obstacle(self) -> Obstacle | None:
        """Why nothing can be started; None when it can."""
        if self.form is None or self.preset is None:
            return Obstacle(self._unchecked, True) if self._unchecked else Obstacle(tr("Reading what can be trained…"))
        if problem := self.data.trouble:
            return Obstacle(problem, wrong=bool(self.data.source))
        if not self.name.text().strip():
            return Obstacle(tr("Give the model a name."), wrong=True)
        if complaint := self.form.complaint:
            return Obstacle(complaint, wrong=True)
        if self.data.looking:
            return Obstacle(tr("Looking at the clips…"))
        if self._checked is None:
            return None if self._unchecked else Obstacle(tr("Checking the settings…"))
        if not self._checked["ok"]:
            return Obstacle(f"{self._checked['what']} {self._checked['remedy']}".strip(), wrong=True)
        return None

    def _settings_changed(self) -> None:
        if self.form is not None:
            self.data.set_layout_name(str(self.form.value("data.layout") or "auto"))
            self._checked, self._unchecked = None, ""
            self.check.changed()
        self._update()

    def _settings_text(self) -> str | None:
        """The settings as TOML, if they can be checked."""
        if self.preset is None or self.form is None or self.form.wrong:
            return None
        source = {"data.source": self.data.source} if self.data.source else {}
        name = self.name.text().strip() or "model"
        return to_toml(merged(self.preset.values, {**self.changes, **source, "title": name}))

    def _check_answered(self, answer: dict[str, Any]) -> None:
        assert self.form is not None  # its settings were checked
        self.form.mark(*(("", "") if answer["ok"] else (answer["key"], answer["what"])))
        self._checked = answer
        self._update()

    def _check_failed(self) -> None:
        self._unchecked = tr("The time could not be estimated.")
        self._update()

    def _update(self) -> None:
        obstacle = self.obstacle
        self.afresh.setText(tr(self.start_from.meaning))
        estimate = (self._checked or {}).get("estimate")
        self.estimate.setText(estimate_words(estimate) if estimate else "")
        self.estimate.setToolTip(stages_words(estimate) if estimate else "")
        self.estimate.setVisible(bool(estimate))
        self._say(obstacle.words if obstacle else self._unchecked, wrong=obstacle is not None and obstacle.wrong)
        self.start_button.setEnabled(obstacle is None)

    def _say(self, words: str, wrong: bool) -> None:
        self.reason.setText(words)
        self.reason.setProperty("role", "wrong" if wrong else "secondary")
        self.reason.style().polish(self.reason)
        self.reason.setVisible(bool(words))

    # Ending

    def start(self) -> None:
        """Begin the run and close."""
        if self.obstacle is not None:
            return
        try:
            folder = self._runs.start(self.plan)
        except KpvpError as error:
            self._say(str(error), wrong=True)
            return
        self.started.emit(folder)
        self.accept()

    def done(self, result: int) -> None:
        self.check.withdraw()
        self.data.done()
        super().done(result)


def _read_schema() -> Schema:
    from training.runs.schema import schema

    return schema()
