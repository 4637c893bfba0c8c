"""A loaded model on a device: detect keypoints, imagine their future, render frames.

`begin` does everything but the rendering and hands out a `Prediction`; `predict`, `stream`, the command line and the
studio all go through it, so that they share one schedule and give the same clip.
"""

import os
import secrets
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Any

import numpy as np
import torch

from engine.clip import Clip
from engine.errors import Cancelled, ClipError, DeviceError, LatentError
from engine.future import Future
from engine.inputs import LARGEST_SEED, Action, action_weights, given_latent, latent
from engine.media.photo import Crop, Photo, crop_pixels, default_crop, read_photo
from engine.models import familiarity, figures
from engine.models.assembly import Networks, assemble, finite
from engine.models.bundle import load_bundle, tensors_id
from engine.models.card import ModelCard
from engine.models.familiarity import Detections, Familiarity, assess
from engine.models.library import DEFAULT_MODEL, find_model
from engine.networks.keypoints import soft_argmax
from engine.networks.spec import NetworkSpec
from engine.networks.translators import TRANSLATORS
from engine.pixels import from_bytes
from engine.prediction import Cancel, Prediction
from engine.rendering import winograd
from engine.rendering.full_size import PicturesOnDemand, pasted, photo_at_size
from engine.rendering.kept_photo import KeptPhoto
from engine.rendering.renderer import Prepared
from engine.rendering.seen_once import fused, share_trunk
from engine.rendering.stream import RenderedBatch, Rendering, at_once, frames_at_a_time, read_only
from engine.rendering.workers import worker_count
from engine.runtime import Precision, choose_device, choose_precision, fold
from engine.systems.table import SYSTEMS

PhotoSource = str | os.PathLike | bytes | np.ndarray | Photo
CropBox = tuple[int, int, int]


def load_model(
    name_or_path: str | os.PathLike = DEFAULT_MODEL,
    device: str = "auto",
    precision: str = "auto",
    batch: int | None = None,
    patient: bool = True,
) -> "Predictor":
    """Load a bundled or user's model by name, or a bundle by path.

    `device`: auto, cpu, cuda or mps; `precision`: auto, fp32, bf16 or fp16; `batch`: frames rendered at a time, by
    default what suits the device, and then fewer where memory runs out; a given one is kept to.

    `patient`: on a CPU, the first clip of a process waits until what is compiled for it is there, for half a second, or
    some seconds the first time on a machine; otherwise clips are made by plain means until then. A clip's `schedule`
    says which. Raises `ModelNotFoundError`, `BundleError` or `DeviceError`.
    """
    entry = find_model(name_or_path)
    card, tensors = load_bundle(entry.path)
    if card.system in SYSTEMS:
        return SYSTEMS[card.system].predictor_class().of(card, tensors, device, entry.name)
    networks = assemble(card.spec, tensors)
    familiarity.check_calibration(card)
    chosen = choose_device(device)
    settled = choose_precision(chosen, precision, TRANSLATORS[card.spec.translator].renderer_class().wide(card.spec))
    return Predictor(card, networks, tensors_id(tensors), chosen, settled, entry.name, batch, patient)


class Predictor:
    """A model ready to predict. Takes `networks` over: they are folded and moved to the device.

    Detector and motion generator always run in float32, so keypoints do not depend on `precision`; frames do.
    Use one predictor from one thread at a time.
    """

    def __init__(
        self,
        card: ModelCard,
        networks: Networks,
        model_id: str,
        device: torch.device,
        precision: Precision,
        name: str | None = None,
        batch: int | None = None,
        patient: bool = True,
    ) -> None:
        if batch is not None and batch < 1:
            raise DeviceError(f"{batch} frames cannot be rendered at a time.", "Give 1 or more.")
        self.card = card
        self.id = model_id
        self.name = name or card.name
        self.device = device
        self.precision = precision
        self._batch_is_given = batch is not None
        self._patient = patient
        share_trunk(networks.detector, getattr(networks.translator, "source", None))
        self._detector = fold(networks.detector).to(device)
        fused(self._detector)
        self._motion = networks.motion.eval().to(device)
        renderer = TRANSLATORS[networks.spec.translator].renderer_class()
        self._renderer = renderer(networks.translator, device, precision)
        if self._renderer.compiles:
            winograd.begin()
        self.batch = batch or frames_at_a_time(device, self._renderer.frame_bytes)
        self._kept = KeptPhoto(self._renderer)

    @property
    def spec(self) -> NetworkSpec:
        return self._detector.spec

    @property
    def actions(self) -> tuple[str, ...]:
        """The names of the actions, in the order of the action vector."""
        return self.card.actions

    @property
    def fps(self) -> Fraction:
        return self.card.fps

    def describe(self) -> str:
        """Device and precision for a status line, as "CPU fp32"."""
        return f"{str(self.device).upper()} {self.precision}"

    # The three steps

    @torch.inference_mode()
    def detect(self, crops: np.ndarray) -> np.ndarray:
        """Keypoints float32 [..., K, 2] of crops uint8 [..., H, W, 3] (H = W = the model's image size)."""
        size = self.spec.image_size
        if crops.dtype != np.uint8 or crops.shape[-3:] != (size, size, 3):
            raise ValueError(f"crops are {crops.dtype} {crops.shape}, not uint8 [..., {size}, {size}, 3]")
        images = from_bytes(crops.reshape(-1, size, size, 3), self.device)
        keypoints = self._detector(images.contiguous(memory_format=torch.channels_last))
        return finite(self.name, keypoints).reshape(*crops.shape[:-3], -1, 2)

    @torch.inference_mode()
    def imagine(self, k0: np.ndarray, action: np.ndarray, z: np.ndarray) -> np.ndarray:
        """Future keypoints float32 [..., T, K, 2] from k0 [..., K, 2], action [..., C] and z [..., Z]."""
        outer = np.broadcast_shapes(k0.shape[:-2], action.shape[:-1], z.shape[:-1])
        keypoints = self._motion.decode(self._rows(z, outer, 1), self._rows(k0, outer, 2), self._rows(action, outer, 1))
        return finite(self.name, keypoints).reshape(*outer, *keypoints.shape[1:])

    def render_frames(
        self, source: np.ndarray, source_keypoints: np.ndarray, keypoints: np.ndarray, cancelled: Cancel = None
    ) -> Rendering:
        """Frames of any number of target keypoints, streamed as `RenderedBatch`es.

        source uint8 [S, S, 3], source_keypoints [K, 2], keypoints [T, K, 2]. Raises `Cancelled` between two batches.
        """
        return Rendering(
            self._renderer,
            lambda: self._kept.prepared(source, source_keypoints),
            self._floats(keypoints),
            self.batch,
            cancelled,
            fixed=self._batch_is_given,
            patient=self._patient,
        )

    @torch.inference_mode()
    def retouch(self, future: Future, keypoints: np.ndarray) -> RenderedBatch:
        """The frames of `keypoints` [N, K, 2] from `future`'s source in one go, as when one is dragged by hand: what
        depends on the source alone is kept until there is another source."""
        with at_once(self._renderer, self._patient):
            prepared = self._kept.prepared(future.source, future.source_keypoints)
            return read_only(0, self._renderer.render(prepared, self._floats(keypoints)))

    # Photo, action and z to a clip

    def begin(
        self,
        photo: PhotoSource,
        action: Action,
        seed: int | None = None,
        z: np.ndarray | None = None,
        crop: CropBox | None = None,
        cancelled: Cancel = None,
    ) -> Prediction:
        """Crop, detect and imagine; the `Prediction` that comes back renders when iterated.

        photo: a path, the bytes of a file, uint8 [H, W, 3], or a `Photo`.
        action: a name, an index, {name: weight} or a vector [C].
        seed, z: a seed, or z float32 [Z]; with neither, a fresh seed, which the clip remembers.
        crop: (x, y, size) in photo pixels; None is the middle square.

        Raises `PhotoError`, `ActionError`, `LatentError`.
        """
        weights = action_weights(action, self.actions)
        if z is not None and seed is not None:
            raise LatentError("Both a seed and z were given.", "Give one of them.")
        if z is None:
            seed = secrets.randbelow(LARGEST_SEED + 1) if seed is None else seed
            z = latent(seed, self.spec.z_size)
        else:
            z = given_latent(z, self.spec.z_size)
        photo = photo if isinstance(photo, Photo) else read_photo(photo)
        if cancelled is not None and cancelled():
            raise Cancelled
        box = default_crop(photo.width, photo.height) if crop is None else Crop(*map(int, crop))
        source = crop_pixels(photo.pixels, box, self.spec.image_size)
        source_keypoints = self.detect(source)
        keypoints = self.imagine(source_keypoints, weights, z)
        return self._prediction(
            Future(
                source=source,
                source_keypoints=source_keypoints,
                keypoints=keypoints,
                action=weights,
                action_names=self.actions,
                z=z,
                seed=seed,
                photo_name=photo.name,
                crop=box,
            )
        )

    def predict(
        self,
        photo: PhotoSource,
        action: Action,
        seed: int | None = None,
        z: np.ndarray | None = None,
        crop: CropBox | None = None,
        cancelled: Cancel = None,
    ) -> Clip:
        """A finished clip; parameters and errors as `begin`. Raises `Cancelled` when `cancelled()` says so."""
        return self.begin(photo, action, seed, z, crop, cancelled).clip(cancelled)

    def stream(
        self,
        photo: PhotoSource,
        action: Action,
        seed: int | None = None,
        z: np.ndarray | None = None,
        crop: CropBox | None = None,
        cancelled: Cancel = None,
    ) -> Iterator[tuple[int, np.ndarray]]:
        """(index, frame uint8 [H, W, 3]) as they are rendered, the frames of `predict`; parameters as `begin`."""
        for batch in self.begin(photo, action, seed, z, crop, cancelled).batches(cancelled):
            yield from enumerate(batch.frames, batch.start)

    def render(self, clip: Future, keypoints: np.ndarray, cancelled: Cancel = None) -> Clip:
        """`clip` with other keypoints [T', K, 2]: same source and inputs, nothing detected again, no frame needed.

        Raises `ClipError` if the clip is another model's or the keypoints do not fit.
        """
        return self.redraw(clip, keypoints).clip(cancelled)

    def redraw(self, future: Future, keypoints: np.ndarray) -> Prediction:
        """What `render` iterates: `future` with other keypoints, ready to be rendered. Raises what `render` raises."""
        if future.model_id != self.id:
            raise ClipError(f"This clip was made by another model ({future.model_name}).", "Load that model first.")
        edited = np.array(keypoints, np.float32)
        if edited.ndim != 3 or edited.shape[1:] != future.source_keypoints.shape or not len(edited):
            wanted = f"[T, {len(future.source_keypoints)}, 2]"
            raise ClipError(f"The keypoints have shape {list(edited.shape)}, not {wanted}.", "Edit the clip's own.")
        if not np.isfinite(edited).all():
            raise ClipError("A keypoint is not a finite number.", "Use coordinates from -1 to 1.")
        return self._prediction(Future.of(future, keypoints=edited))

    # At the photo's own size

    def full_size(
        self,
        clip: Clip,
        photo: PhotoSource,
        size: int | None = None,
        cancelled: Cancel = None,
        whole: bool = True,
    ) -> Sequence[np.ndarray]:
        """The clip's frames, uint8 [H, W, 3], in its whole photo at that one's own size, each made when looked at.

        photo: the one that the clip was made from; size: the longer side in pixels instead of the photo's own.
        whole: False leaves out what is around the crop. Raises `ClipError` if the clip is another model's or the photo
        another, `Cancelled` between two batches.
        """
        photo = photo if isinstance(photo, Photo) else read_photo(photo)
        pixels, (x, y, side) = photo_at_size(photo.pixels, clip.crop, size)
        prepared = self._prepared(clip)
        moved = self._renderer.at_size(prepared, pixels[y : y + side, x : x + side])
        batches = self._in_crop(clip, prepared, moved, self._parts(range(len(clip))), cancelled)
        frames = [(batch, i) for batch in batches for i in range(len(batch))]

        def picture(index: int) -> np.ndarray:
            batch, i = frames[index]
            return next(pasted(pixels, (x, y, side), [batch[i]])) if whole else batch[i]

        return PicturesOnDemand(len(clip), picture)

    def full_size_crop(
        self, clip: Clip, photo: Photo, side: int, order: Sequence[int], cancelled: Cancel = None
    ) -> Iterator[tuple[int, np.ndarray]]:
        """(index, uint8 [side, side, 3]) of the frames in `order`, the first as soon as possible: the crop of
        `engine.media.photo.scaled_photo`, in which they leave no seam.

        Raises what `full_size` raises, `Cancelled` between two frames.
        """
        _, crop = photo_at_size(photo.pixels, clip.crop, None)
        order, prepared = list(order), self._prepared(clip)
        moved = self._kept.at_size(prepared, photo.pixels, Crop(*crop), side)
        parts = [order[:1], *self._parts(order[1:])]
        for part, batch in zip(parts, self._in_crop(clip, prepared, moved, parts, cancelled), strict=True):
            for index, frame in zip(part, batch, strict=True):
                yield index, frame
                if cancelled is not None and cancelled():
                    raise Cancelled

    def _in_crop(
        self, clip: Clip, prepared: Prepared, moved: Any, parts: Iterable[Sequence[int]], cancelled: Cancel
    ) -> Iterator[Sequence[np.ndarray]]:
        """The frames of each part, in what the renderer's `at_size` made of a crop."""
        for part in parts:
            if cancelled is not None and cancelled():
                raise Cancelled
            with at_once(self._renderer, self._patient):
                batch = self._renderer.full_size(prepared, self._floats(clip.keypoints[list(part)]), moved)
            yield batch

    def _prepared(self, clip: Clip) -> Prepared:
        """What this model makes of a clip's source. Raises `ClipError` for another's clip."""
        if clip.model_id != self.id:
            raise ClipError(f"This clip was made by another model ({clip.model_name}).", "Load that model first.")
        with at_once(self._renderer, self._patient):
            return self._kept.prepared(clip.source, clip.source_keypoints)

    def _parts(self, order: Sequence[int]) -> list[Sequence[int]]:
        return [order[start : start + self.batch] for start in range(0, len(order), self.batch)]

    # How sure is it?

    def familiarity(self, crop: np.ndarray) -> Familiarity:
        """Whether a crop uint8 [S, S, 3] is like what the model learned from; score None if it was not calibrated."""
        return assess(self, crop)

    def find_figures(self, photo: PhotoSource, count: int = 1, cancelled: Cancel = None) -> list[figures.FoundFigure]:
        """The crops of a photo that show a figure as the model knows them, and how familiar each is: up to `count`
        figures, each once, the most familiar first.

        Where nothing familiar is found, the middle square comes first, and then what may be figures all the same; where
        the model was never calibrated, it is alone. Raises `PhotoError`, and `Cancelled` when `cancelled()` says so.
        """
        photo = photo if isinstance(photo, Photo) else read_photo(photo)
        return figures.find_figures(self, self.spec.image_size, photo, count, cancelled)

    @torch.inference_mode()
    def detections(self, crops: np.ndarray) -> Detections:
        """Keypoints of uint8 [N, S, S, 3] and how the detector came to them."""
        deepest = []
        hook = self._detector.encoder.register_forward_hook(lambda _module, _inputs, levels: deepest.append(levels[-1]))
        try:
            images = from_bytes(crops, self.device).contiguous(memory_format=torch.channels_last)
            maps = self._detector.maps(images).float()
        finally:
            hook.remove()
        keypoints = soft_argmax(maps, self.spec.softargmax, self.spec.softargmax_scale)
        weights = (maps.flatten(2) * self.spec.softargmax_scale).softmax(-1)
        grid = torch.linspace(-1, 1, maps.shape[-1], device=maps.device)
        points = torch.cartesian_prod(grid, grid).flip(-1)  # row by row, as (x, y)
        variance = weights @ points.square().sum(-1) - (weights @ points).square().sum(-1)
        results = keypoints, weights.amax(-1), variance.clamp(min=0).sqrt(), deepest[0].mean((2, 3))
        return Detections(*(finite(self.name, value) for value in results))

    def _prediction(self, future: Future, rendering: Rendering | None = None) -> Prediction:
        """`future`, ready to be rendered by this model as it is now."""
        for value in vars(future).values():
            if isinstance(value, np.ndarray):
                value.flags.writeable = False
        return Prediction.of(
            future,
            action_names=self.actions,
            fps=self.fps,
            model_id=self.id,
            model_name=self.name,
            schedule=self._schedule(),
            rendering=rendering or self.render_frames(future.source, future.source_keypoints, future.keypoints),
        )

    def _schedule(self) -> dict:
        """What, beside the inputs, decides the bits of a clip."""
        return {
            "device": str(self.device),
            "precision": self.precision,
            "threads": torch.get_num_threads(),
            "workers": worker_count(self.device),
            "batch": self.batch,
            "torch": torch.__version__,
        }

    def _floats(self, array: np.ndarray) -> torch.Tensor:
        return torch.tensor(np.asarray(array), dtype=torch.float32, device=self.device)

    def _rows(self, array: np.ndarray, outer: tuple[int, ...], inner: int) -> torch.Tensor:
        """`array` broadcast to `outer` leading axes, which become one."""
        trailing = array.shape[array.ndim - inner :]
        return self._floats(np.broadcast_to(array, (*outer, *trailing)).reshape(-1, *trailing))
