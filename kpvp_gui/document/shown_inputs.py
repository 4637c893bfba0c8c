"""The parts of what goes into the next clip, by short names, with something to show where there is nothing yet."""

from __future__ import annotations

import numpy as np

from engine.media.photo import Crop, Photo
from engine.models.library import ModelEntry
from kpvp_gui.document.clips import ClipList
from kpvp_gui.document.inputs import Inputs


class ShownInputs:
    """To inherit. `inputs` is what the next clip is made of."""

    inputs: Inputs
    clips: ClipList

    def other_photos(self) -> set[Photo]:
        """Those of the clips there are, but for the one that is open."""
        return {record.inputs.photo for record in self.clips if record.inputs.photo is not None} - {self.photo}

    @property
    def photo(self) -> Photo | None:
        return self.inputs.photo

    @property
    def crop(self) -> Crop | None:
        return self.inputs.crop

    @property
    def model_entry(self) -> ModelEntry | None:
        return self.inputs.model

    @property
    def action_weights(self) -> np.ndarray:
        """float32 [C]; empty without a model."""
        return self.inputs.action if self.inputs.action is not None else np.zeros(0, np.float32)

    @property
    def actions(self) -> tuple[str, ...]:
        return self.inputs.model.card.actions if self.inputs.model else ()

    @property
    def seed(self) -> int | None:
        """None when z was set by hand."""
        return self.inputs.seed

    @property
    def z(self) -> np.ndarray:
        """float32 [Z]; empty without a model."""
        return self.inputs.z if self.inputs.z is not None else np.zeros(0, np.float32)
