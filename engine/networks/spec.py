"""Every size and switch of the paper's networks in one value that travels inside a bundle's model card.

Torch-free, so that a model card can be read and checked before torch is imported. The defaults are the authors'
released configuration (paper section 3, supplementary table of layers); `compact()` is the set our bundled models use.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields

from engine.errors import BundleError

_LARGEST = {
    "image_size": 1024,
    "detector_size": 1024,
    "n_keypoints": 256,
    "n_actions": 4096,
    "z_size": 4096,
    "n_frames": 1024,
    "lstm_cells": 4096,
    "motion_code": 4096,
    "motion_width": 8192,
}
_LARGEST_WIDTH = 4096


@dataclass(frozen=True)
class NetworkSpec:
    """Sizes of detector, translator and motion generator.

    image_size         side of the square picture in and out, pixels
    detector_size      side at which the detector looks at it (the picture is area-averaged down by a power of two)
    detector_encoder   channels at strides 1, 2, 4, ... of the detector's trunk
    detector_decoder   channels of its decoder, coarsest stage first
    detector_depths    convolutions per decoder stage
    softargmax         "marginal" (the paper: two 1-D softmaxes) or "joint" (one softmax over the whole map)
    softargmax_scale   logits are multiplied by this before the softmax
    image_encoder      channels of the translator's image encoder at strides 1, 2, 4, ...; its last stride sets the
                       grid on which the Gaussian maps are drawn
    translator_widths  channels of the translator's stages, coarsest first; each doubles the grid of the one before
    translator_depths  convolutions per translator stage
    gaussian_inv_std   inverse width of the Gaussian maps: exp(-(d * gaussian_inv_std)^2), d in units of half the side
    gaussian_stages    how many stages see the Gaussian maps (the paper: only the first)
    carried_stages     how many stages, coarsest first, also see the source's features of their size, carried along by
                       the motion of the keypoints (not in the paper: 0)
    translator         "drawing" (the paper: all of the foreground is drawn) or "moving" (the photo's own pixels are moved,
                       what they lack is drawn; `networks.moving_translator`)
    source_keypoints   whether the translator sees the source's keypoints too ("Base + k")
    background_mask    whether it predicts a mask that keeps the background ("+ bg")
    lstm_cells         cells of each of the motion generator's two LSTM layers
    motion_code        size of the vector that starts the decoder's LSTM
    motion_clock       0: the decoder's LSTM sees the code once, then zeros (the paper); else it sees the code and this
                       many waves of time at every step, which learns when things happen far sooner
    motion_waves       0: the motion generator is recurrent, as in the paper; else dense, and each coordinate's course
                       is the sum of this many cosines (n_frames at most); lstm_cells, motion_code and motion_clock
                       then mean nothing
    motion_width       units of the dense motion generator's layers
    prior_layers       coupling layers that bend N(0, 1) to the z that belong to k_0 and the action (the paper: 0)
    prior_spread       z is multiplied by this before the prior bends it: a prior that saw few clips is narrower than
                       the futures are (the paper: 1)
    motion_residual    whether the decoder predicts displacements from k_0 rather than tanh coordinates
    padding            "symmetric", or "tf_same" (0 before and 1 after at stride 2)
    upsampling         "half_pixel", or "tf1" (out[2i] = x[i], out[2i + 1] their mean)
    rectified_linear   whether the motion generator's input layer, mu and sigma pass a ReLU, as in the authors' code
    """

    image_size: int = 128
    n_keypoints: int = 40
    n_actions: int = 9
    z_size: int = 64
    n_frames: int = 32
    detector_size: int = 128
    detector_encoder: tuple[int, ...] = (32, 64, 128, 256)
    detector_decoder: tuple[int, ...] = (128, 64, 32, 16)
    detector_depths: tuple[int, ...] = (4, 4, 4, 2)
    softargmax: str = "marginal"
    softargmax_scale: float = 1.0
    image_encoder: tuple[int, ...] = (32, 64, 128)
    translator_widths: tuple[int, ...] = (256, 128, 64)
    translator_depths: tuple[int, ...] = (4, 4, 2)
    gaussian_inv_std: float = 14.3
    gaussian_stages: int = 1
    carried_stages: int = 0
    translator: str = "drawing"
    source_keypoints: bool = True
    background_mask: bool = True
    lstm_cells: int = 1024
    motion_code: int = 32
    motion_clock: int = 0
    motion_waves: int = 0
    motion_width: int = 512
    prior_layers: int = 0
    prior_spread: float = 1.0
    motion_residual: bool = False
    padding: str = "symmetric"
    upsampling: str = "half_pixel"
    rectified_linear: bool = False

    def __post_init__(self) -> None:
        for name, largest in _LARGEST.items():
            _require(0 < getattr(self, name) <= largest, f"{name} = {getattr(self, name)} is not within 1 to {largest}")
        for name in ("detector_encoder", "detector_decoder", "image_encoder", "translator_widths"):
            widths = getattr(self, name)
            _require(0 < len(widths) <= 8, f"{name} has {len(widths)} entries")
            _require(all(0 < width <= _LARGEST_WIDTH for width in widths), f"{name} = {widths} has an impossible width")
        for widths, depths in (("detector_decoder", "detector_depths"), ("translator_widths", "translator_depths")):
            same = len(getattr(self, widths)) == len(getattr(self, depths))
            _require(same and all(0 < n <= 16 for n in getattr(self, depths)), f"{depths} does not fit {widths}")
        _require(0 <= self.motion_clock <= 64, f"motion_clock = {self.motion_clock}")
        _require(0 <= self.motion_waves <= _LARGEST["n_frames"], f"motion_waves = {self.motion_waves}")
        _require(0 <= self.prior_layers <= 64, f"prior_layers = {self.prior_layers}")
        _require(not self.prior_layers or self.z_size > 1, "a prior needs a z of two numbers or more")
        _require(0 <= self.prior_spread <= 10, f"prior_spread = {self.prior_spread}")
        _require(self.softargmax in ("marginal", "joint"), f"softargmax = {self.softargmax!r}")
        _require(self.padding in ("symmetric", "tf_same"), f"padding = {self.padding!r}")
        _require(self.upsampling in ("half_pixel", "tf1"), f"upsampling = {self.upsampling!r}")
        _require(0 < self.softargmax_scale <= 1000, f"softargmax_scale = {self.softargmax_scale}")
        _require(0 < self.gaussian_inv_std <= 1000, f"gaussian_inv_std = {self.gaussian_inv_std}")
        _require(1 <= self.gaussian_stages <= len(self.translator_widths), f"gaussian_stages = {self.gaussian_stages}")
        carried = min(len(self.image_encoder), len(self.translator_widths)) if self.source_keypoints else 0
        _require(0 <= self.carried_stages <= carried, f"carried_stages = {self.carried_stages}")
        _require(self.translator in ("drawing", "moving"), f"translator = {self.translator!r}")
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
        defaults = {field.name: getattr(cls, field.name) for field in fields(cls)}
        _require(isinstance(values, dict), "it is not a table")
        unknown = sorted(set(values) - set(defaults))
        _require(not unknown, f"it has unknown entries: {', '.join(unknown)}")
        return cls(**{name: _as(value, defaults[name], name) for name, value in values.items()})


def compact(**changes) -> NetworkSpec:
    """The bundled models' sizes at 128 px: the detector looks at 64 px, the translator starts from a 16 x 16 grid."""
    values = {
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
    if isinstance(like, float) and type(value) is int:
        value = float(value)
    _require(type(value) is type(like), f"{name} = {value!r} is not of type {type(like).__name__}")
    return value


def _require(holds: bool, complaint: str) -> None:
    if not holds:
        raise BundleError(
            f"The network description is not usable: {complaint}.", "Use a bundle written by this program, unchanged."
        )
