"""Light as a photographed scene gives it: from everywhere, as spherical harmonics, and from one sun; and how a camera
turns it into colours.

Linear light, exposed: a white surface that meets irradiance 1 looks light grey. Axes as in `skeleton`.
Ramamoorthi and Hanrahan, An Efficient Representation for Irradiance Environment Maps (SIGGRAPH 2001).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from training.worlds.capsules.shading import Light

_KNEE = 3.0  # in linear light, what is shown as white
# The harmonics' own constants and, squared into them, how much of each order a matt surface gathers, over pi.
_GATHERED = np.array([
    0.282095**2, *[0.488603**2 * 2 / 3] * 3, 1.092548**2 / 4, 1.092548**2 / 4, 0.315392**2 / 4, 1.092548**2 / 4,
    0.546274**2 / 4,
])  # fmt: skip


@dataclass(frozen=True)
class Illumination:
    """harmonics f32 [9, 3]: irradiance over pi as `seen` evaluates it; sun f64 [3]: towards it; sunlight f64 [3]: its
    irradiance over pi, square to it."""

    harmonics: np.ndarray
    sun: np.ndarray
    sunlight: np.ndarray

    def met(self, normals: np.ndarray) -> np.ndarray:
        """What surfaces with normals [..., 3] meet of the surrounding light [..., 3], without the sun."""
        return np.maximum(basis(normals) @ self.harmonics, 0)

    @property
    def sunny(self) -> float:
        """The sun's share of what the ground meets, 0..1."""
        direct = float(self.sunlight.mean() * max(self.sun[1], 0))
        return direct / max(direct + float(self.met(np.array([0.0, 1.0, 0.0])).mean()), 1e-6)

    @property
    def lamp(self) -> Light:
        """About the same, for what is shaded as `shading` does."""
        up, down = self.met(np.array([0.0, 1.0, 0.3])), self.met(np.array([0.0, -1.0, 0.3]))
        sky, ground = developed(up), developed(down)
        key = np.maximum(developed(up + self.sunlight) - sky, 0.05)
        return Light(direction=self.sun, key=key, sky=sky, ground=ground, rim=0.05)


def basis(d: np.ndarray) -> np.ndarray:
    """The nine harmonics, without their constants, in directions [..., 3]: [..., 9]."""
    x, y, z = d[..., 0], d[..., 1], d[..., 2]
    return np.stack([np.ones_like(x), y, z, x, x * y, y * z, 3 * z * z - 1, x * z, x * x - y * y], axis=-1)


def gathered(radiance: np.ndarray, directions: np.ndarray, solid: np.ndarray) -> np.ndarray:
    """The harmonics f32 [9, 3] of light f [N, 3] that comes from unit directions [N, 3], of `solid` steradians [N]."""
    return (basis(directions).T @ (radiance * solid[:, None]) * _GATHERED[:, None]).astype(np.float32)


def lamplight(lamp: Light) -> Illumination:
    """The light of a painted scene: its key as the sun, sky and ground around."""
    sky, ground, key = (np.asarray(c) ** 2.2 for c in (lamp.sky, lamp.ground, lamp.key))
    harmonics = np.zeros((9, 3), np.float32)
    harmonics[0], harmonics[1] = (sky + ground) / 2, (sky - ground) / 2
    return Illumination(harmonics * 0.8, lamp.direction, key * 1.1)


def developed(light: np.ndarray) -> np.ndarray:
    """Exposed linear light as sRGB in 0..1, highlights rolled off."""
    light = np.maximum(light, 0)
    rolled = light * (1 + light / _KNEE**2) / (1 + light)
    return (np.clip(rolled * 1.35, 0, 1) ** (1 / 2.2)).astype(np.float32)
