"""Widgets put together: in a column, in a row, with lines to drag between them. Knows no Document."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget


def column(*widgets: QWidget, stretched: QWidget | None = None) -> QWidget:
    """One below the other without gaps; `stretched`, if there is one, takes what room is left."""
    whole = QWidget()
    lines = QVBoxLayout(whole)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(0)
    for widget in widgets:
        lines.addWidget(widget, int(widget is stretched))
    return whole


def in_a_row(*widgets: QWidget) -> QWidget:
    """One beside the other without gaps."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    for widget in widgets:
        row.addWidget(widget)
    return whole


def splitter(orientation: Qt.Orientation, *widgets: QWidget) -> QSplitter:
    """With a hairline between them that can be dragged; none can be dragged away."""
    splitter = QSplitter(orientation)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(1)
    for widget in widgets:
        splitter.addWidget(widget)
    return splitter
