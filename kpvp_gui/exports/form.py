"""How a clip is written, as the fields of a form: those that the chosen format has a use for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QSpinBox,
    QWidget,
)

from engine.export import COLOURS
from engine.formats.arranged import Cut
from engine.formats.table import DITHERS, FORMATS, Format
from engine.overlay import OVERLAYS
from kpvp_gui.dialogs.export_size import ExportSize
from kpvp_gui.document.clip_record import ClipRecord
from kpvp_gui.exports.choice import PLAYBACK, SCALES, ExportChoice
from kpvp_gui.shown import capitalized, shown
from kpvp_gui.translation import marked, tr

_AT_MODELS_SIZE = marked("This is drawn at the model's size only")
_BESIDE = {"": marked("Nothing"), "photo": marked("The photo"), "parts": marked("Synthesized, mask and keypoints")}
_DITHERS = {"ordered": marked("Ordered dither"), "diffused": marked("Diffused dither"), "none": marked("No dither")}


class ExportForm(QWidget):
    """`choice` is what its fields say. Rows of the caller may be put among them: `rows` is the layout."""

    changed = Signal()
    format_changed = Signal()

    def __init__(self, record: ClipRecord, choice: ExportChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._record = record
        self.cut: Cut | None = choice.cut
        self._make_fields(choice)
        self.rows = rows = QFormLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setHorizontalSpacing(16)
        rows.setVerticalSpacing(8)
        rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._overlay_row = _row(*self.overlays.values(), spacing=16)
        self._palette_row = _row(self.colours, self.dither)
        for label, field in (
            (tr("Fo&rmat"), self.format),
            (tr("Si&ze"), self.picture_size),
            (tr("En&large"), self.scale),
            (tr("&Beside it"), self.beside),
            (tr("Frames per &second"), self.fps),
            (tr("&Playback"), self.playback),
            (tr("&Colours"), self._palette_row),
            (tr("Overlays"), self._overlay_row),
        ):
            rows.addRow(label, field)
        self.format.currentIndexChanged.connect(self._format_changed)
        self.picture_size.changed.connect(self._size_changed)
        for box in (self.scale, self.beside, self.playback, self.dither):
            box.currentIndexChanged.connect(self.changed)
        for number in (self.fps, self.colours):
            number.valueChanged.connect(self.changed)
        for overlay in self.overlays.values():
            overlay.toggled.connect(self.changed)
        self._format_changed()

    def _make_fields(self, choice: ExportChoice) -> None:
        self.format = _box({kind: kind.name for kind in FORMATS}, choice.kind, tr("Format"))
        self.picture_size = ExportSize(self._record, choice.size)
        height, width = self._record.source.shape[:2]
        sizes = {scale: f"{scale}×   {width * scale} × {height * scale} px" for scale in SCALES}
        self.scale = _box(sizes, choice.scale, tr("How often the picture is enlarged"))
        self.beside = _box(_BESIDE, choice.beside, tr("What stands beside every frame"))
        own = float(self._record.fps)
        self.fps = QDoubleSpinBox()
        self.fps.setRange(1, 120)
        self.fps.setDecimals(2)
        self.fps.lineEdit().setTextMargins(6, 0, 0, 0)
        self.fps.setStepType(QDoubleSpinBox.StepType.AdaptiveDecimalStepType)
        self.fps.setValue(own * choice.speed)
        _describe(self.fps, tr("The clip was made for {own:g} frames per second: more is faster", own=own))
        self.playback = _box(PLAYBACK, choice.mode, tr("How the file plays"))
        self.colours = QSpinBox()
        self.colours.setRange(*COLOURS)
        self.colours.setValue(choice.colours)
        self.colours.setStepType(QSpinBox.StepType.AdaptiveDecimalStepType)
        self.colours.lineEdit().setTextMargins(6, 0, 0, 0)
        _describe(self.colours, tr("Colours of the file's palette: fewer make it smaller"))
        self.dither = _box({name: _DITHERS[name] for name in DITHERS}, choice.dither, tr("How colours are mixed"))
        self.overlays = {name: QCheckBox(f"&{capitalized(name)}") for name in OVERLAYS}
        for name, box in self.overlays.items():
            box.setChecked(name in choice.overlays and not self._record.lacking(name))
            _describe(box, tr("Draw over the frames: {name}", name=shown(name)))

    # What it says

    @property
    def kind(self) -> Format:
        return FORMATS[self.format.currentIndex()]

    @property
    def choice(self) -> ExportChoice:
        return ExportChoice(
            self.kind,
            self.picture_size.text,
            self.scale.currentData(),
            round(self.fps.value() / float(self._record.fps), 4),
            self.playback.currentData(),
            tuple(name for name, box in self.overlays.items() if box.isChecked()),
            self.beside.currentData(),
            self.cut,
            self.colours.value(),
            self.dither.currentData(),
        )

    def set_choice(self, choice: ExportChoice) -> None:
        """Say this; `changed` once."""
        self.blockSignals(True)
        self.format.setCurrentIndex(FORMATS.index(choice.kind))
        self.picture_size.set_text(choice.size)
        for box, value in (
            (self.scale, choice.scale),
            (self.beside, choice.beside),
            (self.playback, choice.mode),
            (self.dither, choice.dither),
        ):
            box.setCurrentIndex(box.findData(value))
        self.fps.setValue(float(self._record.fps) * choice.speed)
        self.colours.setValue(choice.colours)
        for name, overlay in self.overlays.items():
            overlay.setChecked(name in choice.overlays)
        self.cut = choice.cut
        self.blockSignals(False)
        self.format_changed.emit()
        self.changed.emit()

    def set_cut(self, cut: Cut | None) -> None:
        """Keep this part of every picture, or all of it."""
        self.cut = cut
        self.changed.emit()

    # Which fields are of use

    def _format_changed(self) -> None:
        kind = self.kind
        for field, used in (
            (self.fps, kind.timed),
            (self.playback, kind.looped),
            (self._palette_row, kind.palette),
            (self._overlay_row, kind.sized),
            (self.beside, kind.sized),
        ):
            self.rows.setRowVisible(field, used)
        self.format_changed.emit()
        self.picture_size.set_kind(kind)

    def _size_changed(self) -> None:
        """Overlays, whole multiples and what stands beside are for the model's size."""
        photos = self.picture_size.is_photos
        self.rows.setRowVisible(self.scale, self.kind.sized and not photos)
        self.beside.setEnabled(not photos)
        _describe(self.beside, tr(_AT_MODELS_SIZE) if photos else tr("What stands beside every frame"))
        for name, box in self.overlays.items():
            why = tr(_AT_MODELS_SIZE) if photos else self._record.lacking(name)
            box.setEnabled(not why)
            _describe(box, why or tr("Draw over the frames: {name}", name=shown(name)))
        self.changed.emit()


def _box(names: dict, chosen: object, tip: str) -> QComboBox:
    """A box of {value: name}, at `chosen` or else at the first."""
    box = QComboBox()
    for value, name in names.items():
        box.addItem(tr(name), value)
    box.setCurrentIndex(max(0, list(names).index(chosen) if chosen in names else 0))
    _describe(box, tip)
    return box


def _row(*widgets: QWidget, spacing: int = 8) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(spacing)
    for widget in widgets:
        line.addWidget(widget)
    line.addStretch(1)
    return row


def _describe(widget: QWidget, tip: str) -> None:
    widget.setToolTip(tip)
    widget.setAccessibleName(tip)
