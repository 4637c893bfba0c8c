"""The few controls that the panels are made of: icon buttons, segmented rows, headings. They know no Document."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from kpvp_gui.widgets.icons import SIZE

Spin = TypeVar("Spin", bound=QAbstractSpinBox)


def action(
    parent: QWidget, text: str, icon=None, shortcut: str = "", tip: str = "", checkable: bool = False
) -> QAction:
    """An action whose tooltip names its shortcut."""
    result = QAction(text, parent)
    if icon is not None:
        result.setIcon(icon)
    if shortcut:
        result.setShortcut(QKeySequence(shortcut))
    result.setCheckable(checkable)
    name = tip or text.replace("&", "").rstrip(".")
    result.setToolTip(f"{name}  ({result.shortcut().toString(_NATIVE)})" if shortcut else name)
    return result


_NATIVE = QKeySequence.SequenceFormat.NativeText


def labelled_button(act: QAction) -> QToolButton:
    """Icon and text."""
    button = icon_button(act)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return button


def set_wordless(buttons: Iterable[QToolButton], wordless: bool) -> None:
    """Show icons alone (their tooltips have the words), or icons and text again."""
    style = Qt.ToolButtonStyle
    for button in buttons:
        button.setToolButtonStyle(style.ToolButtonIconOnly if wordless else style.ToolButtonTextBesideIcon)


def icon_button(act: QAction, name: str = "") -> QToolButton:
    """A flat button of an action. The mouse leaves the focus where it was, so that Space still plays."""
    button = QToolButton()
    button.setDefaultAction(act)
    button.setIconSize(SIZE)
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAccessibleName(name or act.text().replace("&", ""))
    return button


def indented(box: Spin) -> Spin:
    """The same box, its text as far from the border as that of other fields: the style sheet cannot say it."""
    box.lineEdit().setTextMargins(6, 0, 0, 0)
    return box


def segmented(buttons: Iterable[QToolButton], parent: QWidget | None = None) -> QFrame:
    """Buttons that belong together, in one frame."""
    frame = QFrame(parent)
    frame.setProperty("segmented", True)
    frame.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    row = QHBoxLayout(frame)
    row.setContentsMargins(2, 2, 2, 2)
    row.setSpacing(2)
    for button in buttons:
        row.addWidget(button)
    return frame


def heading(text: str, parent: QWidget | None = None) -> QLabel:
    """The small capitals over a panel."""
    label = QLabel(text.upper(), parent)
    label.setProperty("role", "heading")
    label.setAccessibleName(text)
    return label
