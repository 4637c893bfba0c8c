"""The empty canvas: an invitation, and the sample photos as pictures to click."""

from __future__ import annotations

import math
from importlib import resources
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from engine.files import as_file_name
from engine.folders import user_cache
from engine.models import starts
from engine.models.library import DEFAULT_MODEL, ModelEntry
from kpvp_gui.shown import shown
from kpvp_gui.translation import tr

_TILE, _SMALL_TILE = 96, 72  # px
_LOW = 400  # px of height below which tiles are small
_MOST = 10


def sample_paths(model: ModelEntry | None) -> list[Path]:
    """The sample photos for a model: those of the world it was trained on, its own start pictures, or the default's.

    Each is named after the action that it begins.
    """
    folder = Path(str(resources.files("resources") / "samples"))
    own = folder / str(model.card.world.get("name", "")) if model is not None else folder
    if model is not None and (own == folder or not own.is_dir()) and (own_starts := _start_pictures(model)):
        return own_starts
    chosen = own if own != folder and own.is_dir() else folder / DEFAULT_MODEL
    return sorted(chosen.glob("*.png"))[:_MOST]


def _start_pictures(model: ModelEntry) -> list[Path]:
    """The start pictures in a model's card, as files that can be opened; none if there is nowhere to put them."""
    folder = user_cache() / "starts" / f"{model.path.stem}-{as_file_name(model.card.created or 'undated')}"
    paths = []
    try:
        for action, jpeg in starts.of_card(model.card):
            path = folder / f"{as_file_name(action)}.jpg"
            if path in paths:
                continue
            if not path.is_file() or path.read_bytes() != jpeg:
                folder.mkdir(parents=True, exist_ok=True)
                path.write_bytes(jpeg)
            paths.append(path)
    except OSError:
        return []
    return sorted(paths)


class Samples(QWidget):
    """`chosen` with the path of a sample; `open_wanted` for the file dialog."""

    chosen = Signal(object)
    open_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.paths: list[Path] = []  # the samples on show
        title = QLabel(tr("Drop a photo, paste, or try a sample"))
        title.setProperty("role", "title")
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        hint = QLabel(tr("It becomes a 32-frame clip of the action you choose."))
        hint.setProperty("role", "secondary")
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        button = QPushButton(tr("&Open a photo..."))
        button.setToolTip(tr("Open a picture or video"))
        button.clicked.connect(self.open_wanted)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.setContentsMargins(24, 28, 24, 28)  # within the dashed frame
        column.addStretch(2)
        column.addWidget(title)
        column.addWidget(hint)
        column.addSpacing(16)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        column.addLayout(self._rows)
        column.addSpacing(16)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def show_samples(self, paths: list[Path]) -> None:
        """Show these pictures, in one row or two."""
        if paths == self.paths:
            return
        self.paths = paths
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        half = len(paths) if len(paths) <= _MOST // 2 + 1 else math.ceil(len(paths) / 2)
        for part in filter(None, (paths[:half], paths[half:])):
            self._rows.addWidget(self._row(part))

    def _row(self, paths: list[Path]) -> QWidget:
        widget = QWidget()
        row = QHBoxLayout(widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addStretch(1)
        for path in paths:
            tile = _Tile(path)
            tile.clicked.connect(lambda _=False, path=path: self.chosen.emit(path))
            row.addWidget(tile)
        row.addStretch(1)
        return widget

    def minimumSizeHint(self) -> QSize:
        """With small tiles."""
        rows = self._rows.count()
        tiles = self.findChildren(_Tile)
        lower = rows * (tiles[0].height() - _SMALL_TILE) if tiles else 0
        narrower = math.ceil(len(tiles) / max(1, rows)) * (tiles[0].width() - _SMALL_TILE) if tiles else 0
        return super().minimumSizeHint() - QSize(narrower, lower)

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        side = _SMALL_TILE if min(self.width() * 0.7, self.height()) < _LOW else _TILE
        for tile in self.findChildren(_Tile):
            tile.setFixedSize(side, side)

    def paintEvent(self, event) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(16.5, 16.5, -16.5, -16.5)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid), 1.5, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(frame, 12, 12)


class _Tile(QAbstractButton):
    """One sample as a picture with round corners."""

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage(str(path))
        name = shown(path.stem.replace("-", " "))
        self.setToolTip(tr("Try the sample “{name}”", name=name))
        self.setAccessibleName(tr("Sample {name}", name=name))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(_TILE, _TILE)

    def sizeHint(self) -> QSize:
        return QSize(_TILE, _TILE)

    def paintEvent(self, event) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        rect = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        shape = QPainterPath()
        shape.addRoundedRect(rect, 8, 8)
        painter.setClipPath(shape)
        painter.drawImage(rect, self._image)
        painter.setClipping(False)
        if self.hasFocus() or self.underMouse():
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2))
        else:
            painter.setPen(QPen(QColor(0, 0, 0, 40), 1))
        painter.drawPath(shape)

    def enterEvent(self, event) -> None:
        self.update()

    def leaveEvent(self, event) -> None:
        self.update()
