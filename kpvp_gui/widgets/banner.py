"""What happened and what to do, in two sentences that can be dismissed. Knows no Document."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from kpvp_gui.translation import tr
from kpvp_gui.widgets.icons import icon


class Banner(QFrame):
    """Hidden until `say`, and again when the user dismisses it."""

    def __init__(self, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("banner", True)
        sign = QLabel()
        sign.setPixmap(
            icon(icon_name, role=QPalette.ColorRole.Highlight).pixmap(QSize(18, 18), self.devicePixelRatio())
        )
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setMinimumWidth(360)  # or the layout reserves the height of one word a line
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = QToolButton()
        close.setIcon(icon("close", role=QPalette.ColorRole.PlaceholderText))
        close.setIconSize(QSize(14, 14))
        close.setAutoRaise(True)
        close.setToolTip(tr("Dismiss  (Esc)"))
        close.setAccessibleName(tr("Dismiss this message"))
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(8)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout()  # for what a subclass puts below
        self._column.addWidget(self._text)
        row.addLayout(self._column, 1)
        self._choices = QHBoxLayout()
        row.addLayout(self._choices)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def text(self) -> str:
        """What is shown; empty when nothing is."""
        return self._text.text() if not self.isHidden() else ""

    def offer(self, what: str, choices: Mapping[str, Callable[[], object]]) -> None:
        """Say it, with a button for each choice; a click does that and hides the banner."""
        self.say(what)
        for name, do in choices.items():
            button = QPushButton(name)
            button.clicked.connect(lambda _=False, do=do: (self.hide(), do()))
            self._choices.addWidget(button)

    def say(self, what: str, remedy: str = "") -> None:
        """Say it, without the choices of what was said before."""
        while (item := self._choices.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._text.setText(f"{what} {remedy}".strip())
        self.setAccessibleName(self._text.text())
        self.show()
