"""The sizes of a compared system's network, as they travel in a model card. Torch-free."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields

from engine.errors import BundleError

_LARGEST = {"image_size": 512, "n_actions": 4096, "n_keypoints": 256, "z_size": 4096, "n_frames": 1024, "width": 512}


@dataclass(frozen=True)
class SystemSpec:
    """image_size: side of pictures in and out, in px. n_keypoints: 0 but for systems that predict joints.

    z_size: how many random numbers choose a future; n_frames: future frames; width: channels of the finest layers.
    """

    image_size: int
    n_actions: int
    z_size: int
    n_frames: int
    width: int
    n_keypoints: int = 0

    def __post_init__(self) -> None:
        for name, most in _LARGEST.items():
            value = getattr(self, name)
            if type(value) is not int or not (0 if name == "n_keypoints" else 1) <= value <= most:
                raise _unusable(f"{name} = {value!r} is no whole number up to {most}")
        if self.image_size < 16 or self.image_size & (self.image_size - 1):
            raise _unusable(f"image_size = {self.image_size} is no power of two from 16 on")

    def to_json(self) -> dict[str, int]:
        return asdict(self)

    @classmethod
    def from_json(cls, values: dict) -> SystemSpec:
        """The inverse of `to_json`. Raises BundleError for other keys and absurd sizes."""
        names = {each.name for each in fields(cls)}
        if set(values) != names:
            raise _unusable(f"its entries are not {', '.join(sorted(names))}")
        return cls(**values)


def _unusable(complaint: str) -> BundleError:
    return BundleError(
        f"The network description is not usable: {complaint}.", "Use a bundle written by this program, unchanged."
    )
