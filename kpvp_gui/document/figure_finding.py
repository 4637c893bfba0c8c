"""Who is in the photo: the figures that the model finds, and other models that know them if it does not.

Asked of the engine by signals; an answer about an earlier photo or model is dropped. Changes no inputs itself: for a
photo just opened it says which crop is best. Knows no widget, no thread and no network.
"""

from __future__ import annotations

import itertools
from collections import OrderedDict
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from engine.media.photo import Photo
from engine.models.familiarity import is_calibrated
from engine.models.figures import FoundFigure
from engine.models.library import ModelEntry
from kpvp_gui.document.inputs import FigureSearch, Inputs

_REMEMBERED = 8  # photos, each as one model sees it

Figures = tuple[FoundFigure, ...]
Elsewhere = tuple[tuple[ModelEntry, FoundFigure], ...]


class FigureFinding(QObject):
    """`figures` are those that the model of the inputs finds in their photo, the most familiar first, `elsewhere` what
    other models find familiar in it; both empty while unknown."""

    requested = Signal(object)  # FigureSearch
    changed = Signal()
    crop_found = Signal(object, object)  # Inputs asked about, Crop
    judged = Signal(object, object)  # Inputs, Familiarity
    failed = Signal(object)  # exception

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.figures: Figures = ()
        self.elsewhere: Elsewhere = ()
        self._asked: FigureSearch | None = None
        self._choosing: Photo | None = None  # whose crop nobody has chosen yet
        self._models: tuple[ModelEntry, ...] = ()
        self._numbers = itertools.count(1)
        self._remembered: OrderedDict[tuple[int, Path], tuple[Photo, Figures]] = OrderedDict()

    @property
    def searching(self) -> bool:
        """Whether it is not known yet what the model finds."""
        return self._asked is not None and not self._asked.others

    def choose_crop_of(self, photo: Photo) -> None:
        """This photo comes next, and its best crop is wanted."""
        self._choosing = photo

    def look_at(self, inputs: Inputs, models: Iterable[ModelEntry]) -> None:
        """Photo or model changed; `models` are all there are."""
        self._models = tuple(models)
        self._asked, self.figures, self.elsewhere = None, (), ()
        if inputs.photo is not None and inputs.model is not None:
            known = self._remembered.get((id(inputs.photo), inputs.model.path))
            if known is None or self._choosing is inputs.photo:
                self._ask(inputs)
            else:
                self.figures = known[1]
                self._judge(inputs)
        self.changed.emit()

    def _judge(self, inputs: Inputs) -> None:
        """Say how familiar each crop is."""
        for found in self.figures:
            self.judged.emit(inputs.with_crop(found.crop), found.familiarity)

    def _ask(self, inputs: Inputs, others: tuple[ModelEntry, ...] = ()) -> None:
        self._asked = FigureSearch(f"search-{next(self._numbers)}", inputs, others)
        self.requested.emit(self._asked)

    # Answers

    def figures_arrive(self, search: FigureSearch, figures: Figures) -> None:
        if search is not self._asked:
            return
        photo, model = search.inputs.photo, search.inputs.model
        assert photo is not None and model is not None  # as of every search
        self._asked, self.figures = None, tuple(found for found in figures if found.box is not None)
        self._remembered[id(photo), model.path] = photo, self.figures
        while len(self._remembered) > _REMEMBERED:
            self._remembered.popitem(last=False)
        if self._choosing is photo:
            self._choosing = None
            self.crop_found.emit(search.inputs, figures[0].crop)
        self.judged.emit(search.inputs.with_crop(figures[0].crop), figures[0].familiarity)
        self._judge(search.inputs)
        others = tuple(m for m in self._models if m.path != model.path and is_calibrated(m.card))
        if figures[0].familiarity.familiar is False and others:
            self._ask(search.inputs, others)
        self.changed.emit()

    def others_arrive(self, search: FigureSearch, known: Elsewhere) -> None:
        if search is self._asked:
            self._asked, self.elsewhere = None, known
            self.changed.emit()

    def fails(self, name: str, error: Exception) -> None:
        if self._asked is not None and self._asked.id == name:
            self.failed.emit(error)
            self.ends(name)

    def ends(self, name: str) -> None:
        """A search was given up."""
        if self._asked is not None and self._asked.id == name:
            self._asked = self._choosing = None
            self.changed.emit()
