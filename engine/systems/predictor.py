"""A compared system behind the Predictor's own interface, so that nothing else of the program has a case for it.

A clip comes at once instead of frame by frame, in float32. Without keypoints a clip has K = 0 of them, and what needs
some says why there are none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import cv2
import numpy as np
import torch

from engine.clip import Clip
from engine.errors import Cancelled, ClipError
from engine.future import Future
from engine.media.photo import Photo, read_photo
from engine.models.assembly import built
from engine.models.bundle import tensors_id
from engine.models.card import ModelCard
from engine.pixels import from_bytes, to_bytes
from engine.prediction import Cancel, Prediction
from engine.predictor import PhotoSource, Predictor
from engine.rendering.full_size import PicturesOnDemand, pasted, photo_at_size
from engine.rendering.renderer import Pixels
from engine.rendering.stream import RenderedBatch, Rendering, read_only
from engine.runtime import choose_device
from engine.systems.network import SystemNetwork
from engine.systems.table import SYSTEMS


class WholeClip(Rendering):
    """As `Rendering`, of a clip that `make` gives whole. The first batch is a single frame here, too."""

    def __init__(self, make: Callable[[], Pixels], frames: int) -> None:
        self.batch, self.notice, self.cancelled = frames, None, None
        self._make, self._made, self._next = make, None, 0

    def __next__(self) -> RenderedBatch:
        if self.cancelled is not None and self.cancelled():
            raise Cancelled
        if self._made is None:
            self._made = self._make()
        start, stop = self._next, 1 if self._next == 0 else self.batch
        if start >= self.batch:
            raise StopIteration
        self._next = stop
        made = self._made
        return read_only(start, Pixels(made.frames[start:stop], made.synthesized[start:stop], made.mask[start:stop]))


class SystemPredictor(Predictor):
    """A system ready to predict; parameters as of `Predictor`."""

    def __init__(self, card: ModelCard, network: SystemNetwork, model_id: str, device: torch.device, name: str) -> None:
        self.card, self.id, self.name = replace(card, familiarity={}), model_id, name
        self.device, self.precision, self.batch = device, "fp32", network.spec.n_frames
        self._network = network.eval().to(device)

    @classmethod
    def of(cls, card: ModelCard, tensors: dict[str, np.ndarray], device: str, name: str) -> SystemPredictor:
        """The system in a bundle. Raises `BundleError` and `DeviceError`."""
        network = loaded_network(card, tensors)
        return cls(card, network, tensors_id(tensors), choose_device(device), name)

    @property
    def spec(self) -> Any:
        """A `SystemSpec`, which has of a `NetworkSpec` what both kinds of model have."""
        return self._network.spec

    @torch.inference_mode()
    def detect(self, crops: np.ndarray) -> np.ndarray:
        size = self.spec.image_size
        images = from_bytes(crops.reshape(-1, size, size, 3), self.device)
        return self._network.detect(images).float().cpu().numpy().reshape(*crops.shape[:-3], -1, 2)

    @torch.inference_mode()
    def imagine(self, k0: np.ndarray, action: np.ndarray, z: np.ndarray) -> np.ndarray:
        outer = np.broadcast_shapes(k0.shape[:-2], action.shape[:-1], z.shape[:-1])
        rows = (np.broadcast_to(x, (*outer, *x.shape[x.ndim - n :])) for x, n in ((z, 1), (k0, 2), (action, 1)))
        z, k0, action = (x.reshape(int(np.prod(outer)), *x.shape[len(outer) :]) for x in rows)
        keypoints = self._network.imagine(self._floats(z), self._floats(k0), self._floats(action))
        return keypoints.float().cpu().numpy().reshape(*outer, *keypoints.shape[1:])

    def render_frames(
        self, source: np.ndarray, source_keypoints: np.ndarray, keypoints: np.ndarray, cancelled: Cancel = None
    ) -> Rendering:
        """Raises `ClipError`: action and z belong to every frame."""
        raise self._whole_clips_only()

    def retouch(self, future: Future, keypoints: np.ndarray) -> RenderedBatch:
        raise self._whole_clips_only()

    def full_size(
        self,
        clip: Clip,
        photo: PhotoSource,
        size: int | None = None,
        cancelled: Cancel = None,
        whole: bool = True,
    ) -> Sequence[np.ndarray]:
        """As of `Predictor`; frames are enlarged, since nothing of the photo is in them."""
        photo = photo if isinstance(photo, Photo) else read_photo(photo)
        pixels, (x, y, side) = photo_at_size(photo.pixels, clip.crop, size)

        def picture(index: int) -> np.ndarray:
            frame = _enlarged(clip.frames[index], side)
            return next(pasted(pixels, (x, y, side), [frame])) if whole else frame

        return PicturesOnDemand(len(clip), picture)

    def full_size_crop(
        self, clip: Clip, photo: Photo, side: int, order: Iterable[int], cancelled: Cancel = None
    ) -> Iterator[tuple[int, np.ndarray]]:
        for index in order:
            if cancelled is not None and cancelled():
                raise Cancelled
            yield index, _enlarged(clip.frames[index], side)

    def _prediction(self, future: Future, rendering: Rendering | None = None) -> Prediction:
        return super()._prediction(future, rendering or WholeClip(lambda: self._drawn(future), len(future)))

    @torch.inference_mode()
    def _drawn(self, future: Future) -> Pixels:
        photo = from_bytes(future.source[None], self.device)
        inputs = (future.action, future.z, future.source_keypoints, future.keypoints)
        drawn = self._network.draw(photo, *(self._floats(x)[None] for x in inputs))
        return Pixels(
            *(to_bytes(x[0].float()) for x in (drawn.frames, drawn.synthesized)),
            to_bytes(drawn.mask[0].float() * 2 - 1),
        )

    def _whole_clips_only(self) -> ClipError:
        title = SYSTEMS[self.card.system].title
        return ClipError(
            f"{title} draws whole clips only, from a photo, an action and a z.",
            "Make another clip, or choose a model with keypoints.",
        )


def loaded_network(card: ModelCard, tensors: dict[str, np.ndarray]) -> SystemNetwork:
    """The network in a system's bundle, filled, in evaluation mode. Raises `BundleError`."""
    spec = card.system_spec
    kind = SYSTEMS[card.system].network_class()
    network = built({"network": lambda: kind(spec)}, tensors)["network"]
    assert isinstance(network, SystemNetwork)
    return network


def _enlarged(frame: np.ndarray, side: int) -> np.ndarray:
    return cv2.resize(frame, (side, side), interpolation=cv2.INTER_CUBIC)
