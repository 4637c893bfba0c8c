"""Every size and switch of the paper's networks in one value that travels inside a bundle's model card.

Torch-free, so that a model card can be read and checked before torch is imported. The defaults are the authors'
released configuration (paper section 3, supplementary table of layers); `compact()` is the set our bundled models use.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from engine.errors import BundleError
from engine.networks.translators import TRANSLATORS

CLIP_FRAMES = 33  # of a training clip: the first frame, and the future ones that a model imagines


def _size(default: Any, help: str, minimum: float | None = None, maximum: float | None = None, **more: Any) -> Any:
    """A field that says what it means and may be (of a list: what each item may be), for those that ask: checks,
    a run's settings, the training dialog. more: unit, choices, level ("basic" for what a first run needs)."""
    if minimum is not None:
        more |= {"minimum": minimum, "maximum": maximum}
    return field(default=default, metadata={"help": help, **more})


@dataclass(frozen=True)
class NetworkSpec:
    """Sizes and switches of detector, translator and motion generator."""

    image_size: int = _size(128, "Side of the square picture in and out.", 1, 1024, unit="px")
    n_actions: int = _size(9, "Classes of action.", 1, 4096)
    n_keypoints: int = _size(40, "Keypoints the detector finds.", 1, 256, level="basic")
    translator: str = _size(
        "drawing",
        "; ".join(f"{name}: {variant.help}" for name, variant in TRANSLATORS.items()) + ".",
        choices=tuple(TRANSLATORS),
        level="basic",
    )
    # Frozen; what it finds joins the detector's decoder and a moving translator's look at the photo.
    trunk: str = _size(
        "none",
        "Eyes that have seen photographs, for detector and moving translator: early stages of an ImageNet classifier.",
        choices=("none", "efficientnet-lite0"),
    )
    source_keypoints: bool = _size(True, "Show the translator the source's keypoints too: off is Base, on is Base + k.")
    background_mask: bool = _size(True, "Predict a mask that keeps the background: + bg.")
    # The paper has two 1-D softmaxes. A single one over the map starts learning where the moving object is small.
    softargmax: str = _size(
        "marginal",
        "joint: one softmax over the map; marginal: the paper's, one per axis.",
        choices=("joint", "marginal"),
    )
    softargmax_scale: float = _size(1.0, "Factor on the scores before the softmax.", 0.001, 1000)
    carried_stages: int = _size(
        0, "Translator stages that see source features carried along by the keypoints; 0 is the paper's.", 0, 8
    )
    # Gaussian maps are exp(-(d * gaussian_inv_std)^2), d in units of half the side.
    gaussian_inv_std: float = _size(
        14.3, "Inverse width of the keypoints' Gaussians.", 0.001, 1000, unit="per half side"
    )
    gaussian_stages: int = _size(1, "Translator stages that see the Gaussians; the paper: the first.", 1, 8)
    z_size: int = _size(64, "Size of the latent.", 1, 4096)
    n_frames: int = _size(CLIP_FRAMES - 1, "Future frames.", 1, 1024, unit="frames")
    # The picture is area-averaged down to it by a power of two.
    detector_size: int = _size(128, "Side at which the detector looks.", 1, 1024, unit="px")
    detector_encoder: tuple[int, ...] = _size(
        (32, 64, 128, 256), "Channels of the detector at strides 1, 2, 4, ...", 1, 4096
    )
    detector_decoder: tuple[int, ...] = _size((128, 64, 32, 16), "Channels of its decoder, coarsest first.", 1, 4096)
    detector_depths: tuple[int, ...] = _size((4, 4, 4, 2), "Convolutions per stage of that decoder.", 1, 16)
    # Its last stride sets the grid on which the Gaussian maps are drawn.
    image_encoder: tuple[int, ...] = _size(
        (32, 64, 128), "Channels of the image encoder at strides 1, 2, 4, ...", 1, 4096
    )
    # Each stage doubles the grid of the one before.
    translator_widths: tuple[int, ...] = _size(
        (256, 128, 64), "Channels of the translator's stages, coarsest first.", 1, 4096
    )
    translator_depths: tuple[int, ...] = _size((4, 4, 2), "Convolutions per stage of the translator.", 1, 16)
    lstm_cells: int = _size(1024, "LSTM cells of the motion generator, where it has any.", 1, 4096)
    motion_code: int = _size(32, "Size of the code that starts its decoder.", 1, 4096)
    # 0: the LSTM sees the code once, then zeros; else the code and these waves at every step: it learns times sooner.
    motion_clock: int = _size(0, "Waves of time its decoder sees; 0 is the paper's.", 0, 64)
    # Where there are any (n_frames at most), lstm_cells, motion_code and motion_clock mean nothing.
    motion_waves: int = _size(
        0, "Cosines that make up a keypoint's course, by a dense motion generator; 0 is the paper's LSTM.", 0, 1024
    )
    motion_width: int = _size(512, "Units of its layers.", 1, 8192)
    prior_layers: int = _size(
        0, "Layers that learn which z belong to a first pose and an action; 0 is the paper's.", 0, 64
    )
    # A prior that saw few clips is narrower than the futures are.
    prior_spread: float = _size(
        1.0, "How far z is spread before these layers: above 1, futures differ more; 1 is the paper's.", 0.0, 10.0
    )
    motion_residual: bool = _size(False, "Predict displacements from the first keypoints instead of places.")
    # tf_same: 0 before and 1 after at stride 2.
    padding: str = _size("symmetric", "Padding at stride 2.", choices=("symmetric", "tf_same"))
    # tf1: out[2i] = x[i], out[2i + 1] their mean.
    upsampling: str = _size("half_pixel", "Rule of the bilinear upsampling.", choices=("half_pixel", "tf1"))
    rectified_linear: bool = _size(False, "Rectify the motion generator's linear layers, as the authors' code does.")

    def __post_init__(self) -> None:
        for each in fields(self):
            _require_within(each.name, getattr(self, each.name), each.metadata)
        for name in ("detector_encoder", "detector_decoder", "image_encoder", "translator_widths"):
            _require(0 < len(getattr(self, name)) <= 8, f"{name} has {len(getattr(self, name))} entries")
        for widths, depths in (("detector_decoder", "detector_depths"), ("translator_widths", "translator_depths")):
            same = len(getattr(self, widths)) == len(getattr(self, depths))
            _require(same, f"{depths} does not fit {widths}")
        _require(not self.prior_layers or self.z_size > 1, "a prior needs a z of two numbers or more")
        _require(self.gaussian_stages <= len(self.translator_widths), f"gaussian_stages = {self.gaussian_stages}")
        carried = min(len(self.image_encoder), len(self.translator_widths)) if self.source_keypoints else 0
        _require(self.carried_stages <= carried, f"carried_stages = {self.carried_stages}")
        if self.translator == "moving":
            _require(len(self.translator_widths) >= 3, "a moving translator needs three stages")
            _require(self.source_keypoints and self.background_mask, "a moving translator needs k and bg")
        shrink = self.image_size // self.detector_size
        _require(shrink * self.detector_size == self.image_size, "detector_size does not divide image_size")
        _require(len(self.detector_decoder) <= len(self.detector_encoder), "the detector's decoder outgrows its input")
        trunk = self.detector_size % 2 ** (len(self.detector_encoder) - 1)
        _require(trunk == 0, "detector_size is not divisible by the trunk's stride")
        _require(
            self.grid * 2 ** (len(self.image_encoder) - 1) == self.image_size,
            "image_size is not divisible by the stride",
        )
        _require(
            self.grid * 2 ** (len(self.translator_widths) - 1) == self.image_size,
            "the translator's stages do not end at image_size",
        )

    @property
    def grid(self) -> int:
        """Side of the grid on which the first translator stage and its Gaussian maps live."""
        return self.image_size // 2 ** (len(self.image_encoder) - 1)

    @property
    def sides(self) -> tuple[int, ...]:
        """Sides of the translator's levels, coarsest first: from `grid` to the picture's own."""
        return tuple(self.grid * 2**i for i in range(len(self.image_encoder)))

    @property
    def detector_map(self) -> int:
        """Side of the maps from which keypoints are read."""
        return self.detector_size // 2 ** (len(self.detector_encoder) - len(self.detector_decoder))

    def to_json(self) -> dict:
        """A plain dict of numbers, strings and lists."""
        return {key: list(value) if isinstance(value, tuple) else value for key, value in asdict(self).items()}

    @classmethod
    def from_json(cls, values: dict) -> NetworkSpec:
        """The inverse of `to_json`. Raises BundleError for unknown keys, wrong types and absurd sizes."""
        defaults = {each.name: each.default for each in fields(cls)}
        _require(isinstance(values, dict), "it is not a table")
        unknown = sorted(set(values) - set(defaults))
        _require(not unknown, f"it has unknown entries: {', '.join(unknown)}")
        return cls(**{name: _as(value, defaults[name], name) for name, value in values.items()})


def compact(**changes) -> NetworkSpec:
    """The bundled models' sizes at 128 px: the detector looks at 64 px, the translator starts from a 16 x 16 grid."""
    values: dict[str, Any] = {
        "n_keypoints": 20,
        "detector_size": 64,
        "detector_encoder": (16, 32, 64, 128),
        "detector_decoder": (64, 48, 32),
        "detector_depths": (3, 3, 2),
        "softargmax": "joint",
        "softargmax_scale": 10.0,
        "image_encoder": (12, 24, 48, 96),
        "translator_widths": (96, 64, 32, 16),
        "translator_depths": (3, 3, 2, 2),
        "gaussian_inv_std": 10.0,
        "gaussian_stages": 2,
        "carried_stages": 3,
        "lstm_cells": 256,
        "motion_code": 128,
        "motion_clock": 8,
        "motion_waves": 20,
        "prior_layers": 6,
        "motion_residual": True,
    }
    return NetworkSpec(**(values | changes))


def _as(value, like, name: str):
    """`value` with the type of the default `like`; bool is not accepted where a number is meant."""
    if isinstance(like, tuple):
        _require(
            isinstance(value, (list, tuple)) and all(type(n) is int for n in value), f"{name} is not a list of integers"
        )
        return tuple(value)
    if isinstance(like, float) and type(value) is int and abs(value) < 2**63:
        value = float(value)
    _require(type(value) is type(like), f"{name} = {value!r} is not of type {type(like).__name__}")
    return value


def _require_within(name: str, value: Any, allowed: Mapping) -> None:
    """That a value, or every item of a list, is in the range or among the choices of its field."""
    low, high, choices = allowed.get("minimum"), allowed.get("maximum"), allowed.get("choices")
    if choices:
        _require(value in choices, f"{name} = {value!r} is not one of {', '.join(choices)}")
    if low is not None:
        items = value if isinstance(value, tuple) else (value,)
        _require(all(low <= item <= high for item in items), f"{name} = {value!r} is not within {low} to {high}")


def _require(holds: bool, complaint: str) -> None:
    if not holds:
        raise BundleError(
            f"The network description is not usable: {complaint}.", "Use a bundle written by this program, unchanged."
        )
