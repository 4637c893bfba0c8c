"""What a run starts from: random weights, a model, or an earlier run."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QComboBox, QWidget

from engine.errors import KpvpError
from engine.foreign_data import parsed_toml
from engine.models.library import ModelEntry
from kpvp_gui.runs.state_words import state_words
from kpvp_gui.translation import marked, tr
from training.runs.folder import RunFolder
from training.runs.summary import RunSummary

NOTHING, MODEL, RUN = "", "model", "run"
_MEANS = {
    NOTHING: marked("All networks begin with random weights."),
    MODEL: marked(
        "Fine-tuning: the networks begin as this model's where their sizes agree. "
        "Discriminators and optimizers start afresh."
    ),
    RUN: marked(
        "Fine-tuning with everything: networks, averages, discriminators and optimizers go on where sizes agree; "
        "steps count from 0."
    ),
}


class StartFrom(QComboBox):
    """Every item's data is (NOTHING, MODEL or RUN; its path)."""

    def __init__(self, models: Sequence[ModelEntry], runs: Sequence[RunSummary], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setToolTip(tr("Begin with random weights, or fine-tune what was trained before"))
        self.setAccessibleName(tr("Start from"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._models = models
        self._suggested = 0
        self.addItem(tr("Nothing: new networks"), (NOTHING, ""))
        for model in models:
            self.addItem(tr("Model: {title}", title=tr(model.card.title) or model.name), (MODEL, str(model.path)))
        for run in runs:
            if not run.active:
                self.addItem(
                    tr("Run: {title} ({state})", title=run.title, state=state_words(run).lower()), (RUN, str(run.path))
                )

    @property
    def path(self) -> str:
        """The model's file or the run's folder; "" for nothing."""
        return self.currentData()[1]

    @property
    def meaning(self) -> str:
        """What starts afresh, in words."""
        return _MEANS[self.currentData()[0]]

    @property
    def preset(self) -> str:
        """The preset that it came from, "" if it does not say or is only suggested. Settings edited by hand came from
        one all the same."""
        kind, path = self.currentData()
        if self.currentIndex() == self._suggested:
            return ""
        if kind == RUN:
            return str(_table(RunFolder(Path(path)).config_path).get("preset") or "")
        entry = self._entry
        training: dict[str, Any] = entry.card.training if entry is not None else {}
        return str(_parsed(str(training.get("settings", ""))).get("preset") or training.get("preset") or "")

    @property
    def moves_pixels(self) -> bool:
        """Whether it is a model whose translator moves the photo's pixels."""
        return self._entry is not None and self._entry.card.moves

    @property
    def _entry(self) -> ModelEntry | None:
        return next((entry for entry in self._models if str(entry.path) == self.path), None)

    def suggest(self, name: str) -> None:
        """Start from the model of that name, or from nothing, as long as nobody has chosen otherwise."""
        if self.currentIndex() == self._suggested:
            path = next((entry.path for entry in self._models if entry.name == name), None)
            self._suggested = self._index(str(path)) if path else 0
            self.setCurrentIndex(self._suggested)

    def choose(self, path: Path) -> None:
        """Start from a model's file or a run's folder, listed or not."""
        index = self._index(str(path))
        if index < 0:
            kind = RUN if path.is_dir() else MODEL
            named = tr("Run: {title}", title=path.stem) if kind == RUN else tr("Model: {title}", title=path.stem)
            self.addItem(named, (kind, str(path)))
            index = self.count() - 1
        self._suggested = -1
        self.setCurrentIndex(index)

    def _index(self, path: str) -> int:
        return next((i for i in range(self.count()) if self.itemData(i)[1] == path), -1)


def settings_of_run(folder: RunFolder) -> dict[str, Any] | None:
    """What the file of a run's settings says, where a run could be started with it; None where it could not."""
    from training.runs import config

    try:
        config.load(str(folder.config_path))
    except KpvpError:
        return None
    return _table(folder.config_path)


def _table(path: Path) -> dict[str, Any]:
    try:
        return _parsed(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return {}


def _parsed(text: str) -> dict[str, Any]:
    """Settings as TOML; nothing of what is none."""
    try:
        return parsed_toml(text)
    except ValueError:
        return {}
