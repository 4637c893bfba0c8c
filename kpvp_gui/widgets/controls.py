"""The few controls that the panels are made of: icon buttons, segmented rows, headings. They know no Document."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from kpvp_gui.translation import tr
from kpvp_gui.widgets.icons import SIZE

_MNEMONIC = re.compile(r"\(&.\)|&")

Spin = TypeVar("Spin", bound=QAbstractSpinBox)


def action(
    parent: QWidget, text: str, icon=None, shortcut: str = "", tip: str = "", checkable: bool = False
) -> QAction:
    """An action whose tooltip names its shortcut.

    text: as it stands in the sources, marked: it names the action, too (`command_id`), in every language alike.
    """
    result = QAction(tr(text), parent)
    result.setObjectName(command_id(text))
    if icon is not None:
        result.setIcon(icon)
    if shortcut:
        result.setShortcut(QKeySequence(shortcut))
    result.setCheckable(checkable)
    set_tip(result, tip or plain(tr(text)).rstrip("."))
    return result


def plain(text: str) -> str:
    """A command's text without its mnemonic: "Open photo" of "&Open photo", as "打开照片" of "打开照片(&O)"."""
    return _MNEMONIC.sub("", text)


def command_id(name: str) -> str:
    """ "next-frame" for "&Next frame" and for "Play > Next frame": what a command is called in settings."""
    words = name.rpartition("> ")[2].replace("&", "").lower()
    return "-".join("".join(c if c.isalnum() else " " for c in words).split())


def set_tip(act: QAction, words: str) -> None:
    """What the tooltip of an action says, and its key."""
    act.setProperty("words", words)
    say_key(act)


def say_key(act: QAction) -> None:
    """Its key has become another: its tooltip says so."""
    act.setToolTip(_with_key(act.property("words") or plain(act.text()), act))


def follow_key(widget: QWidget | QAction, words: str, act: QAction) -> None:
    """Have the tooltip of `widget` say `words` and the key of `act`, whatever that becomes."""
    act.changed.connect(lambda: widget.setToolTip(_with_key(words, act)))
    widget.setToolTip(_with_key(words, act))


def _with_key(words: str, act: QAction) -> str:
    key = act.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{words}  ({key})" if key else words


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
    button.setAccessibleName(name or plain(act.text()))
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
