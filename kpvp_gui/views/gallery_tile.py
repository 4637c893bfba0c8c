"""How one future looks as a tile: its picture, star, menu button, action and seed. Knows a ClipRecord, no Document."""

from __future__ import annotations

from collections import OrderedDict

import numpy as np
from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kpvp_gui.document.clip_record import ClipRecord
from kpvp_gui.views.gallery_model import RECORD
from kpvp_gui.widgets import icons, pictures
from kpvp_gui.widgets.theme import tabular_font, text_font

_PADDING = 4  # px around a tile's content
_TEXT = 36  # px for the two lines under the picture
_BUTTON = 22
_CACHED = 48  # scaled pictures kept: what a large panel shows at once


AnyIndex = QModelIndex | QPersistentModelIndex  # what Qt may hand to a view or delegate


class TileDelegate(QStyledItemDelegate):
    """Paints tiles; a click on the star or on the menu button is a signal, not a click on the picture."""

    star_clicked = Signal(QModelIndex)
    menu_clicked = Signal(QModelIndex, QPointF)  # where, in the viewport

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self.tile_size = QSize(108, 108 + _TEXT)
        self.playing: tuple[ClipRecord, int] | None = None  # the hovered clip and the frame it shows
        self.shown: ClipRecord | None = None  # the clip on the canvas
        self.several = False  # whether more than one tile is chosen
        self.mouse = QPointF(-1, -1)
        self._fonts = (text_font(12), tabular_font(11))
        self._scaled: OrderedDict[tuple, QPixmap] = OrderedDict()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return self.tile_size

    def set_width(self, width: int) -> None:
        """Tiles of this width, their pictures square."""
        self.tile_size = QSize(width, width + _TEXT)

    @staticmethod
    def picture_rect(tile: QRect) -> QRect:
        side = tile.width() - 2 * _PADDING
        return QRect(tile.left() + _PADDING, tile.top() + _PADDING, side, side)

    @classmethod
    def star_rect(cls, tile: QRect) -> QRect:
        picture = cls.picture_rect(tile)
        return QRect(picture.right() - _BUTTON - 3, picture.top() + 4, _BUTTON, _BUTTON)

    @classmethod
    def menu_rect(cls, tile: QRect) -> QRect:
        picture = cls.picture_rect(tile)
        return QRect(picture.right() - _BUTTON - 3, picture.bottom() - _BUTTON - 3, _BUTTON, _BUTTON)

    # Painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        record: ClipRecord = index.data(RECORD)
        palette, tile = option.palette, option.rect
        picture = QRectF(self.picture_rect(tile))
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(picture, 6, 6)
        painter.setClipPath(shape)
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(picture.topLeft(), self.picture(record, picture.width(), ratio))
        if not record.finished and record.frames is not None:
            done = record.ready / record.n_frames
            bar = QRectF(picture.left(), picture.bottom() - 3, picture.width() * done, 3)
            painter.fillRect(bar, palette.color(QPalette.ColorRole.Highlight))
        painter.setClipping(False)
        self._paint_edge(painter, option, record, picture, hovered)
        if hovered or record.starred:
            name = "star-filled" if record.starred else "star"
            self._paint_button(painter, name, self.star_rect(tile), QColor("#ffcf4a") if record.starred else None)
        if hovered:
            self._paint_button(painter, "more", self.menu_rect(tile), None)
        self._paint_text(painter, palette, record, tile)
        painter.restore()

    def _paint_edge(
        self, painter: QPainter, option: QStyleOptionViewItem, record: ClipRecord, picture: QRectF, hovered: bool
    ) -> None:
        palette = option.palette
        if self.several and option.state & QStyle.StateFlag.State_Selected:
            tint = QColor(palette.color(QPalette.ColorRole.Highlight))
            tint.setAlpha(90)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tint)
            painter.drawRoundedRect(picture, 6, 6)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        if record is self.shown:
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), 2))
            painter.drawRoundedRect(picture.adjusted(-2, -2, 2, 2), 8, 8)
        else:
            edge = QColor(palette.color(QPalette.ColorRole.Text))
            edge.setAlpha(90 if hovered else 36)
            painter.setPen(QPen(edge, 1))
            painter.drawRoundedRect(picture.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Text), 1, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    def _paint_button(self, painter: QPainter, name: str, rect: QRect, colour: QColor | None) -> None:
        under = QRectF(rect).contains(self.mouse)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(18, 19, 23, 230 if under else 165))
        painter.drawEllipse(QRectF(rect))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        icons.paint(painter, name, QRectF(rect).adjusted(4, 4, -4, -4), colour or QColor("#ffffff"))

    def _paint_text(self, painter: QPainter, palette: QPalette, record: ClipRecord, tile: QRect) -> None:
        picture = self.picture_rect(tile)
        first = QRect(picture.left(), picture.bottom() + 4, picture.width(), 16)
        second = first.translated(0, 15)
        lines = (
            (record.title, first, QPalette.ColorRole.Text),
            (
                f"{record.action_label} · {record.seed_label}" if record.name else record.seed_label,
                second,
                QPalette.ColorRole.PlaceholderText,
            ),
        )
        for (text, rect, role), font in zip(lines, self._fonts, strict=True):
            painter.setFont(font)
            painter.setPen(palette.color(role))
            cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
            painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, cut)

    def picture(self, record: ClipRecord, side: float, ratio: float) -> QPixmap:
        """The frame that stands for a clip, at the screen's resolution. Pictures at rest are kept for a while."""
        pixels = round(side * ratio)
        if self.playing is not None and self.playing[0] is record and record.is_ready(self.playing[1]):
            return _scaled(record.frames[self.playing[1]], pixels, ratio)
        middle = record.n_frames // 2
        if record.is_ready(middle):
            key, array = (record.id, record.revision, pixels, "frame"), record.frames[middle]
        elif record.thumbnail is not None:
            key, array = (record.id, record.revision, pixels, "thumbnail"), record.thumbnail
        else:  # still arriving
            nearest = record.nearest_ready(middle)
            return _scaled(record.source if nearest is None else record.frames[nearest], pixels, ratio)
        if key in self._scaled:
            self._scaled.move_to_end(key)
        else:
            self._scaled[key] = _scaled(array, pixels, ratio)
            while len(self._scaled) > _CACHED:
                self._scaled.popitem(last=False)
        return self._scaled[key]

    # Clicks on the buttons

    def editorEvent(self, event: QEvent, model, option: QStyleOptionViewItem, index: AnyIndex) -> bool:
        types = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick)
        if (
            not isinstance(event, QMouseEvent)
            or event.type() not in types
            or event.button() != Qt.MouseButton.LeftButton
        ):
            return False
        position = event.position().toPoint()
        if self.star_rect(option.rect).contains(position):
            if event.type() == QEvent.Type.MouseButtonRelease:
                self.star_clicked.emit(index)
            return True
        if self.menu_rect(option.rect).contains(position):
            if event.type() == QEvent.Type.MouseButtonRelease:
                self.menu_clicked.emit(index, QPointF(self.menu_rect(option.rect).bottomLeft()))
            return True
        return False


def _scaled(array: np.ndarray, pixels: int, ratio: float) -> QPixmap:
    image = pictures.image(array).scaled(
        pixels, pixels, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    pixmap = QPixmap.fromImage(image)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
