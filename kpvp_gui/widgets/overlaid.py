"""Banners over what they are about, so that nothing below moves when one comes or goes. Knows no Document."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

_MARGIN, _GAP, _WIDEST = 16, 8, 760  # px


class Overlaid(QWidget):
    """Lies over the top of `below`, as wide as that allows and as high as what is shown in it."""

    def __init__(self, below: QWidget) -> None:
        super().__init__(below)
        self._below = below
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_GAP)
        below.installEventFilter(self)
        self._settle()

    def add(self, banner: QWidget, first: bool = False) -> None:
        """Show `banner` here whenever it is not hidden, below the others or `first`."""
        self._column.insertWidget(0 if first else -1, banner)
        banner.installEventFilter(self)
        self._settle()

    def event(self, event: QEvent) -> bool:
        result = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._settle()
        return result

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        come_or_gone = (QEvent.Type.ShowToParent, QEvent.Type.HideToParent)
        if event.type() in (come_or_gone if watched is not self._below else (QEvent.Type.Resize,)):
            self._settle()
        return super().eventFilter(watched, event)

    def _settle(self) -> None:
        shown = any(not banner.isHidden() for banner in self.findChildren(QWidget, options=_DIRECT))
        self.setVisible(shown)
        if not shown:
            return
        room = self._below.rect()
        width = min(room.width() - 2 * _MARGIN, _WIDEST)
        height = max(self._column.heightForWidth(width), self._column.minimumSize().height())
        self.setGeometry(QRect((room.width() - width) // 2, _GAP, width, height))
        self.raise_()


_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
