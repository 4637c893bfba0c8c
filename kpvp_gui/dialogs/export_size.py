"""The size of an exported clip: the model's, the crop's or photo's own, or in pixels; or why there is no choice."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from engine.formats.table import SIZES, Format
from engine.media.photo import with_longer_side
from kpvp_gui.document.clip_record import ClipRecord
from kpvp_gui.document.full_size import can_have
from kpvp_gui.translation import marked, tr

_TIP = marked("The crop as the model made it, or the crop or the whole photo with the photo's own pixels")
_USUAL = 1024  # px


class ExportSize(QWidget):
    """A choice as the command line's --size has it, which `text` gives and takes: model, crop, native, or pixels."""

    changed = Signal()

    def __init__(self, record: ClipRecord, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._record = record
        self._kind: Format | None = None
        photo = record.inputs.photo
        assert photo is not None  # the clip was made of one
        self._photo_size = photo.width, photo.height
        height, width = record.source.shape[:2]
        self.choice = QComboBox()
        self.choice.addItem(tr("Model   {width} × {height} px", width=width, height=height), "model")
        side = record.crop[2] if record.crop is not None else width
        self.choice.addItem(tr("Crop   {side} × {side} px", side=side), "crop")
        self.choice.addItem(tr("Photo   {width} × {height} px", width=photo.width, height=photo.height), "native")
        self.choice.addItem(tr("Photo, its longer side"), "pixels")
        self.choice.setCurrentIndex(max(0, self.choice.findData("pixels" if text.isdecimal() else text)))
        self.pixels = QSpinBox()
        self.pixels.setRange(*SIZES)
        self.pixels.setSuffix(tr(" px"))
        self.pixels.setValue(int(text) if text.isdecimal() else _USUAL)
        self.pixels.setToolTip(tr("Longer side of the picture"))
        self.pixels.setAccessibleName(tr("Longer side of the picture"))
        self.reason = QLabel()
        self.reason.setProperty("role", "secondary")
        self.reason.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.choice, 1)
        row.addWidget(self.pixels)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.reason)
        self.setFocusProxy(self.choice)
        self.choice.currentIndexChanged.connect(self._changed)
        self.pixels.valueChanged.connect(self.changed)

    def set_text(self, text: str) -> None:
        """Choose what `text` says."""
        if text.isdecimal():
            self.pixels.setValue(int(text))
        self.choice.setCurrentIndex(max(0, self.choice.findData("pixels" if text.isdecimal() else text)))

    def set_kind(self, kind: Format) -> None:
        """Offer what this format has a use for."""
        self._kind = kind
        self._changed()

    @property
    def is_photos(self) -> bool:
        """Whether the photo's own pixels are exported."""
        return not self._why_none() and self.choice.currentData() != "model"

    @property
    def longer_side(self) -> int | None:
        """Pixels of the exported photo's longer side; None: as it is."""
        return self.pixels.value() if self.choice.currentData() == "pixels" else None

    @property
    def whole(self) -> bool:
        """Whether the whole photo is exported, and not the crop alone."""
        return self.choice.currentData() != "crop"

    def written(self, scale: int) -> tuple[int, int]:
        """Width and height of the exported pictures; `scale`: how often the model's size is enlarged."""
        if self.is_photos and not self.whole:
            return self._record.crop[2], self._record.crop[2]
        if self.is_photos:
            return with_longer_side(*self._photo_size, self.longer_side)
        height, width = self._record.source.shape[:2]
        return width * scale, height * scale

    @property
    def text(self) -> str:
        """What is chosen, also where it cannot be had now."""
        chosen = self.choice.currentData()
        return str(self.pixels.value()) if chosen == "pixels" else chosen

    def _why_none(self) -> str:
        if self._kind is None or not self._kind.sized:
            return tr("This format holds no pictures of another size.")
        return "" if can_have(self._record) else tr("This model draws, and at its own size only.")

    def _changed(self) -> None:
        reason = self._why_none()
        self.choice.setEnabled(not reason)
        self.choice.setToolTip(reason or tr(_TIP))
        self.choice.setAccessibleName(reason or tr("Size of the picture"))
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))
        self.pixels.setVisible(self.is_photos and self.choice.currentData() == "pixels")
        self.changed.emit()
