"""What every compared system can do: frames from a photo, an action and a z. Most have no keypoints: K = 0."""

from __future__ import annotations

from dataclasses import dataclass

from torch import Tensor, nn

from engine.systems.spec import SystemSpec


@dataclass(frozen=True)
class Drawn:
    """N whole clips: frames and synthesized [N, T, 3, S, S] around [-1, 1]; mask [N, T, 1, S, S], 1 = photo kept."""

    frames: Tensor
    synthesized: Tensor
    mask: Tensor


class SystemNetwork(nn.Module):
    """One compared system at work, to subclass."""

    spec: SystemSpec

    def __init__(self, spec: SystemSpec) -> None:
        super().__init__()
        self.spec = spec

    @staticmethod
    def z_size(n_frames: int) -> int:
        """How many random numbers a future of `n_frames` is chosen by."""
        raise NotImplementedError

    def detect(self, images: Tensor) -> Tensor:
        """Keypoints [N, K, 2] of pictures [N, 3, S, S] in [-1, 1]: none, unless a system has some."""
        return images.new_zeros(len(images), self.spec.n_keypoints, 2)

    def imagine(self, z: Tensor, k0: Tensor, action: Tensor) -> Tensor:
        """Keypoints [N, T, K, 2] of the future, from z [N, Z], k0 [N, K, 2] and action [N, C]."""
        return k0[:, None].expand(-1, self.spec.n_frames, -1, -1)

    def draw(self, photo: Tensor, action: Tensor, z: Tensor, k0: Tensor, keypoints: Tensor) -> Drawn:
        """The futures of photos [N, 3, S, S] in [-1, 1]; keypoints [N, T, K, 2] as `imagine` gave them, or edited."""
        raise NotImplementedError

    def future(self, photo: Tensor, action: Tensor, z: Tensor) -> Drawn:
        """The whole way from a photo to its clip."""
        k0 = self.detect(photo)
        return self.draw(photo, action, z, k0, self.imagine(z, k0, action))


def whole(frames: Tensor) -> Drawn:
    """Of a system without a mask: all of a frame is drawn, nothing is kept of the photo."""
    return Drawn(frames, frames, frames.new_zeros(*frames.shape[:2], 1, *frames.shape[3:]))
