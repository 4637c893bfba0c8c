"""The question mark beside a heading: what its words mean, in plain ones."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from kpvp_gui.dialogs.help_pages import GLOSSARY, HelpPages
from kpvp_gui.translation import tr
from kpvp_gui.widgets.controls import heading
from kpvp_gui.widgets.icons import SIZE, icon

MAKING, CLIP, MEASURED, TRAINING = 1, 2, 3, 4  # sections of docs/glossary.md


def question_mark(section: int) -> QToolButton:
    """Opens the glossary at a section, over the window or dialog that the button is in."""
    button = QToolButton()
    button.setIcon(icon("question"))
    button.setIconSize(SIZE * 0.7)
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setToolTip(tr("What these words mean"))
    button.setAccessibleName(button.toolTip())
    button.clicked.connect(lambda: _open(button.window(), section))
    return button


def explained(text: str, section: int) -> QWidget:
    """A heading with its question mark."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    row.addWidget(heading(text))
    row.addWidget(question_mark(section))
    row.addStretch(1)
    return whole


def _open(window: QWidget, section: int) -> None:
    """A child of `window`, so that it can be read while a dialog waits."""
    pages = next((child for child in window.children() if isinstance(child, HelpPages)), None) or HelpPages(window)
    pages.show()
    pages.raise_()
    pages.open_page(GLOSSARY, section)
