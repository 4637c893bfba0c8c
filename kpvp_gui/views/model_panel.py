"""Which model makes the clips, and what it says about itself."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QLabel, QSizePolicy, QVBoxLayout, QWidget

from kpvp_gui.document.document import Document
from kpvp_gui.translation import tr
from kpvp_gui.widgets.controls import heading


class ModelPanel(QWidget):
    """A list of models and the chosen one's domain in its card's words."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.choice = QComboBox()
        self.choice.setAccessibleName(tr("Model"))
        self.choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # A long title is cut off in the box, or it would widen the panel and cut the domain off.
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.activated.connect(lambda i: document.set_model(self.choice.itemData(i)))
        self._domain = QLabel()
        self._domain.setProperty("role", "secondary")
        self._domain.setWordWrap(True)
        label = heading(tr("Model"))
        label.setBuddy(self.choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label)
        column.addWidget(self.choice)
        column.addWidget(self._domain)
        document.models_changed.connect(self._fill)
        document.model_changed.connect(self._update)
        self._fill()

    def _fill(self) -> None:
        with QSignalBlocker(self.choice):
            self.choice.clear()
            for model in self._document.models:
                self.choice.addItem(tr(model.card.title) or model.name, model.name)
                self.choice.setItemData(self.choice.count() - 1, model.name, Qt.ItemDataRole.ToolTipRole)
        self.choice.setEnabled(bool(self._document.models))
        self._update()

    def _update(self) -> None:
        model = self._document.model_entry
        if model is None:
            self._domain.setText(tr("No model is installed.") if not self._document.models else "")
            self._domain.setVisible(bool(self._domain.text()))
            return
        with QSignalBlocker(self.choice):
            self.choice.setCurrentIndex(self.choice.findData(model.name))
        domain = tr(model.card.domain)
        self._domain.setText(_first_words(domain))
        self._domain.setVisible(bool(domain))
        self._domain.setToolTip(domain)
        title = tr(model.card.title) or model.name
        self.choice.setToolTip(
            tr("{title} ({name}): {domain}  (Alt+M opens the Model menu)", title=title, name=model.name, domain=domain)
        )


def _first_words(text: str, most: int = 100) -> str:
    """As many whole words as fit four lines of the panel."""
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0].rstrip(",;:") + "…"
