"""How far something is, painted with everything else."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar


class ProgressBar(QProgressBar):
    """Every new value of Qt's own is painted at once, and with it all of the window that waits to be painted: a clip's
    frames would have the canvas painted once for each batch, however many arrive in a turn of the event loop."""

    def setValue(self, value: int) -> None:
        self.setUpdatesEnabled(False)
        super().setValue(value)
        self.setUpdatesEnabled(True)  # and painted in the next turn

    def setRange(self, minimum: int, maximum: int) -> None:
        self.setUpdatesEnabled(False)
        super().setRange(minimum, maximum)
        self.setUpdatesEnabled(True)
