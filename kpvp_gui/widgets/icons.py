"""Line icons from `resources/icons`, drawn in the palette's text colour at any size and pixel ratio.

The colour is looked up when an icon is painted, so a change of theme needs no new icons.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from engine.folders import user_cache

SIZE = QSize(20, 20)


def icon(name: str, on: str = "", role: QPalette.ColorRole = QPalette.ColorRole.Text) -> QIcon:
    """The icon `name`; a checked button shows `on` instead, in the accent colour if it is the same picture."""
    return QIcon(_LineIcon(name, on or name, role))


def paint(painter: QPainter, name: str, rect: QRectF, colour: QColor) -> None:
    """Draw icon `name` into `rect`."""
    _renderer(name, colour.name(QColor.NameFormat.HexRgb), round(colour.alphaF(), 2)).render(painter, rect)


def file_for_style_sheet(name: str, colour: str) -> str:
    """Path of a tinted copy of the icon in the cache folder: style sheets only take files."""
    folder = user_cache() / "icons"
    path = folder / f"{name}-{colour.lstrip('#')}.svg"
    try:
        if not path.exists():
            folder.mkdir(parents=True, exist_ok=True)
            path.write_text(_source(name).replace("currentColor", colour), "utf-8")
    except OSError:
        return ""  # a read-only home: Fusion draws its own arrow
    return path.as_posix()


class _LineIcon(QIconEngine):
    def __init__(self, off: str, on: str, role: QPalette.ColorRole) -> None:
        super().__init__()
        self._off, self._on, self._role = off, on, role

    def clone(self) -> QIconEngine:
        return _LineIcon(self._off, self._on, self._role)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        on = state == QIcon.State.On
        group = QPalette.ColorGroup.Disabled if mode == QIcon.Mode.Disabled else QPalette.ColorGroup.Active
        accented = on and mode != QIcon.Mode.Disabled
        role = QPalette.ColorRole.Highlight if accented else self._role
        colour = QApplication.palette().color(group, role)
        paint(painter, self._on if on else self._off, QRectF(rect), colour)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        pixmap = self.pixmap(size * scale, mode, state)  # `size` is in logical pixels
        pixmap.setDevicePixelRatio(scale)
        return pixmap


@lru_cache(maxsize=64)
def _source(name: str) -> str:
    return (resources.files("resources") / "icons" / f"{name}.svg").read_text("utf-8")


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str, alpha: float) -> QSvgRenderer:
    text = _source(name).replace("currentColor", colour)
    if alpha < 1:
        text = text.replace("<svg ", f'<svg opacity="{alpha}" ', 1)
    return QSvgRenderer(QByteArray(text.encode()))
