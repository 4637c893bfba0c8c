"""What to do about a photo that the model does not know: the verdict in a sentence, and a button for each way out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from engine.models.library import ModelEntry
from kpvp_gui.document.document import Document
from kpvp_gui.shown import shown
from kpvp_gui.translation import tr
from kpvp_gui.views.samples import sample_paths
from kpvp_gui.views.wrapping_row import WrappingRow
from kpvp_gui.widgets.banner import Banner

_MOST_FIGURES, _MOST_MODELS = 4, 2
_NARROWEST = 240  # px of the sentence
_REST_MS = 150  # from one look whether the crop is still held to the next


class Way(NamedTuple):
    """A button."""

    text: str
    tip: str
    take: Callable[[], object]


class WaysOut(Banner):
    """Shown while the crop is unfamiliar, and once per model that cannot tell. `train_wanted`: a model of one's own.

    It stands above the pictures and takes room from them, so nothing of them is covered. While a crop is dragged
    nothing moves: the room is kept until there is another verdict, which waits for the mouse to let go.
    """

    train_wanted = Signal()

    def __init__(
        self, document: Document, held: Callable[[], bool] = lambda: False, parent: QWidget | None = None
    ) -> None:
        """held: whether the crop is being dragged."""
        super().__init__("info", parent)
        self._document, self._held = document, held
        self._silent: set[str] = set()  # models that have said already that they do not know
        self._buttons: list[QPushButton] = []
        self._later = QTimer(self, singleShot=True, interval=_REST_MS)
        self._later.timeout.connect(self._changed)
        self._text.setMinimumWidth(_NARROWEST)
        self._row = WrappingRow()
        self._row.setSpacing(8)
        self._row.setContentsMargins(0, 2, 0, 4)
        self._column.addLayout(self._row)
        document.familiarity_changed.connect(self._changed)
        document.finding.changed.connect(self._changed)
        document.models_changed.connect(self._changed)

    @property
    def ways(self) -> list[str]:
        """What the buttons say."""
        return [button.text() for button in self._buttons]

    def _changed(self) -> None:
        verdict, model = self._document.familiarity, self._document.model_entry
        if verdict is None and model is not None:
            self._keep_room(self._keeps_room or not self.isHidden())
            self.hide()
            return
        if self._held():
            self._later.start()
            return
        self._keep_room(False)  # it goes with a banner that is dismissed
        if verdict is None or verdict.familiar or model is None:
            self.hide()
        elif verdict.familiar is False:
            text = tr(
                "This picture is unlike what the model {title} learned from, so its future may look wrong: try a crop "
                "in which one whole figure fills most of the square.",
                title=_title(model),
            )
            self._say(text, [*self._other_crops(), *self._other_models(), self._sample(), self._training()])
        elif model.name not in self._silent:
            self._silent.add(model.name)
            text = tr(
                "The model {title} cannot say whether it knows photos like this one: it was never calibrated.",
                title=_title(model),
            )
            self._say(text, [self._sample(), self._training()])

    @property
    def _keeps_room(self) -> bool:
        return self.sizePolicy().retainSizeWhenHidden()

    def _keep_room(self, kept: bool) -> None:
        if kept != self._keeps_room:
            policy = self.sizePolicy()
            policy.setRetainSizeWhenHidden(kept)
            self.setSizePolicy(policy)

    def _say(self, text: str, ways: list[Way]) -> None:
        while self._buttons:
            button = self._buttons.pop()
            self._row.removeWidget(button)
            button.hide()  # it may be the one that was clicked: it goes when that is over
            button.deleteLater()
        for way in ways:
            button = QPushButton(way.text)
            button.setToolTip(way.tip)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, take=way.take: take())
            self._row.addWidget(button)
            self._buttons.append(button)
        self.say(text)

    def _other_crops(self) -> Iterator[Way]:
        document = self._document
        figures = document.finding.figures[:_MOST_FIGURES]
        for number, crop in enumerate((found.crop for found in figures), 1):
            if crop != document.crop:
                text = tr("Crop around the figure") if len(figures) == 1 else tr("Figure {number}", number=number)
                yield Way(text, tr("Crop around the figure that was found"), lambda crop=crop: document.set_crop(*crop))

    def _other_models(self) -> Iterator[Way]:
        document, chosen = self._document, self._document.model_entry
        for model, found in document.finding.elsewhere[:_MOST_MODELS]:
            take = lambda name=model.name, crop=found.crop: document.set_model(name, crop)  # noqa: E731
            yield Way(
                tr("Use {title}", title=_title(model)), tr("This model finds something familiar in the photo"), take
            )
        known = {model.path for model, _ in document.finding.elsewhere}
        for model in document.models:
            imported = "imported_from" in model.card.training
            if imported and chosen is not None and model.path != chosen.path and model.path not in known:
                tip = tr("The paper's own weights learned from real photographs, but cannot say what they know")
                yield Way(tr("Use {title}", title=_title(model)), tip, lambda name=model.name: document.set_model(name))
                return

    def _sample(self) -> Way:
        """The sample that begins the action that is chosen, or the first."""
        paths = sample_paths(self._document.model_entry)
        action = next(iter(self._document.inputs.active_actions()), "")
        path = next((path for path in paths if path.stem == action), paths[0])
        name = shown(path.stem.replace("-", " "))
        return Way(
            tr("Try a sample"),
            tr("See “{name}” done well", name=name),
            lambda: self._document.open_photo(path, action=path.stem),
        )

    def _training(self) -> Way:
        return Way(tr("Train on my own clips…"), tr("Teach a model what your photos show"), self.train_wanted.emit)


def _title(model: ModelEntry) -> str:
    return tr(model.card.title) or model.name
