"""Who is baked: age, sex, build, skin, hair and clothes of one human, all from a seed and a number."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from training.worlds.humans import assets, garments
from training.worlds.humans.assets import Assets, picture
from training.worlds.humans.body import Bodies, HumanBody
from training.worlds.humans.worn import Piece, fitted, skin, taken_apart

_FRINGE = "short03"  # over one eye: rarer than the others
_SUITED = 0.4  # of all: clothes of the package; the others wear what is cut from the tights
_SKIRTED = 0.25
_BARE_CHEST, _BAREFOOT, _HAT, _BALD = 0.12, 0.07, 0.04, 0.14
_FEATURES = (
    "head-", "chin-", "nose-", "mouth-", "cheek-", "eye-", "ear-", "eyebrows-", "forehead-", "neck-scale",
    "torso-scale", "torso-muscle", "torso-vshape", "stomach-tone", "hip-scale", "lowerleg-fat", "lowerleg-muscle",
    "upperleg-fat", "upperleg-muscle", "upperarm-fat", "upperarm-muscle", "lowerarm-fat", "lowerarm-muscle",
    "buttocks-volume",
)  # fmt: skip
_LARGE_DETAILS = ("head-", "forehead-", "neck-", "torso-", "hip-", "eye-trans", "eye-push", "ear-trans")
_HAIR_COLOURS = np.array([
    (0.07, 0.06, 0.06), (0.13, 0.09, 0.07), (0.22, 0.14, 0.09), (0.33, 0.21, 0.12), (0.42, 0.24, 0.13),
    (0.56, 0.43, 0.26), (0.70, 0.58, 0.38), (0.55, 0.54, 0.53), (0.78, 0.77, 0.75),
])  # fmt: skip
_SKIN_SIDE, _SUIT_SIDE, _SHOE_SIDE, _HAIR_SIDE, _SMALL_SIDE = 512, 512, 128, 256, 64


@dataclass(frozen=True)
class Identity:
    """sex "male" or "female"; age "young", "middleage" or "old"; tone "african", "asian" or "caucasian"; years: of the
    body, 0 (newborn) to 1 (old)."""

    sex: str
    age: str
    tone: str
    years: float


def human(rng: np.random.Generator, bodies: Bodies, package: Assets) -> tuple[HumanBody, list[Piece]]:
    """A dressed human."""
    who = _identity(rng)
    body = bodies.body(*_shape(rng, who, bodies.model.local_change_labels))
    clothes, hidden = _clothes(rng, bodies, body, package, who)
    paint = picture(package.skins(who.sex, who.age, who.tone)[0], _SKIN_SIDE)
    paint[..., :3] = (paint[..., :3] * _complexion(rng, who)).clip(0, 255).astype(np.uint8)
    return body, [skin(bodies, body, hidden, paint), *_face(rng, bodies, body, package, who), *clothes]


def _identity(rng: np.random.Generator) -> Identity:
    kind = rng.choice(["child", "young", "middleage", "old"], p=[0.08, 0.5, 0.27, 0.15])
    years = {"child": (0.3, 0.45), "young": (0.52, 0.7), "middleage": (0.7, 0.84), "old": (0.86, 1.0)}[kind]
    return Identity(
        sex=str(rng.choice(["male", "female"])),
        age="young" if kind == "child" else str(kind),
        tone=str(rng.choice(["african", "asian", "caucasian"], p=[0.25, 0.3, 0.45])),
        years=float(rng.uniform(*years)),
    )


def _shape(rng, who: Identity, labels) -> tuple[dict[str, float], dict[str, float]]:
    """The library's phenotypes and local changes; both sides of a face or a body change alike."""
    wide = lambda spread: float(np.clip(rng.normal(0.5, spread), 0.08, 0.92))  # noqa: E731
    shape = {
        "gender": 0.0 if who.sex == "male" else 1.0, "age": who.years, "muscle": wide(0.17), "weight": wide(0.18),
        "height": wide(0.17), "proportions": wide(0.2),
    }  # fmt: skip
    features = sorted({label.removeprefix("l-").removeprefix("r-") for label in labels})
    details = {}
    for feature in features:
        if not feature.startswith(_FEATURES):
            continue
        amount = float(np.clip(rng.normal(0, 0.12 if feature.startswith(_LARGE_DETAILS) else 0.3), -0.7, 0.7))
        for label in (feature, f"l-{feature}", f"r-{feature}"):
            if label in labels:
                details[label] = amount
    return shape, details


def _complexion(rng, who: Identity) -> np.ndarray:
    """What the photographed skin is multiplied by [3]: there are few of them."""
    light = {"african": rng.uniform(0.85, 1.5), "asian": rng.uniform(0.78, 1.02), "caucasian": rng.uniform(0.8, 1.06)}
    return light[who.tone] * (1 + rng.normal(0, 0.02, 3))


def _face(rng, bodies: Bodies, body: HumanBody, package: Assets, who: Identity) -> list[Piece]:
    """Eyes, brows, lashes and hair."""
    colour = _HAIR_COLOURS[_hair_colour(rng, who)] * rng.uniform(0.85, 1.15)
    eyes = package.proxy(assets.EYES)
    dark = [path for path in eyes.pictures if "brown" in path.name]
    chosen = eyes.pictures if who.tone == "caucasian" else dark
    pieces = [fitted(bodies.base, body, eyes, "Eyes", picture(chosen[rng.integers(len(chosen))], _SMALL_SIDE))]
    for name, proxy in (("Eyebrows", str(rng.choice(assets.BROWS))), ("Eyelashes", assets.LASHES)):
        worn = package.proxy(proxy)
        tint = _dyed(picture(worn.pictures[0], 2 * _SMALL_SIDE), colour * 0.8, even=True)
        pieces.append(fitted(bodies.base, body, worn, name, tint))
    hat = rng.random() < _HAT
    if hat:
        worn = package.proxy(str(rng.choice(assets.HATS)))
        pieces.append(fitted(bodies.base, body, worn, "Hat", picture(worn.pictures[0], _HAIR_SIDE)))
    if rng.random() >= (_BALD if who.sex == "male" else 0.02):
        styles = ("short02", "short03") if hat else assets.HAIR[who.sex]
        style = str(rng.choice(styles))
        if style == _FRINGE and rng.random() < 0.6:
            style = styles[0]
        if style == "afro01" and who.tone != "african":
            style = styles[0]
        worn = package.proxy(style)
        pieces.append(fitted(bodies.base, body, worn, "Hair", _dyed(picture(worn.pictures[0], _HAIR_SIDE), colour)))
    return pieces


def _hair_colour(rng, who: Identity) -> int:
    if who.age == "old" and rng.random() < 0.75:
        return int(rng.integers(7, 9))
    if who.tone != "caucasian":
        return int(rng.choice([0, 1, 2], p=[0.6, 0.3, 0.1]))
    return int(rng.integers(0, 8 if who.age == "middleage" else 7))


def _dyed(paint: np.ndarray, colour: np.ndarray, even: bool = False) -> np.ndarray:
    """A picture [H, W, 4] in another colour: as light and dark as it was, or `even`ly coloured."""
    grey = cv2.cvtColor(np.ascontiguousarray(paint[..., :3]), cv2.COLOR_RGB2GRAY).astype(np.float32)
    opaque = paint[..., 3] > 100
    usual = grey[opaque].mean() if opaque.any() else 1.0
    share = np.ones_like(grey) if even else (grey / max(usual, 1)).clip(0.3, 2.2) ** 0.8
    dyed = (share[..., None] * colour * 255).clip(0, 255)
    dyed[paint[..., 3] < 20] = colour * 255  # what shows through at the edges of small pictures
    return np.concatenate([dyed.astype(np.uint8), paint[..., 3:]], axis=2)


def _clothes(rng, bodies: Bodies, body: HumanBody, package: Assets, who: Identity) -> tuple[list[Piece], np.ndarray]:
    """What is worn below the head, and the skin that it hides, bool [B]."""
    hidden = np.zeros(len(body.vertices), bool)
    pieces: list[Piece] = []
    if rng.random() < _SUITED:
        choice = assets.SUITS["male"] + (assets.SUITS["female"] if who.sex == "female" else ())
        worn = package.proxy(str(rng.choice(choice)))
        pieces += taken_apart(
            fitted(bodies.base, body, worn, "Suit", picture(worn.pictures[0], _SUIT_SIDE)), bodies.bone_names
        )
        hidden[: len(worn.hides)] |= worn.hides
    else:
        skirted = who.sex == "female" and rng.random() < _SKIRTED
        legs, under, off = (garments.skirt if skirted else garments.bottom)(rng, bodies, body)
        pieces.append(legs)
        hidden |= under
        if who.sex == "female" or rng.random() >= _BARE_CHEST:
            shirt, under = garments.top(rng, bodies, body, who.sex, off)
            pieces.append(shirt)
            hidden |= under
    if not any(piece.name == "Shoes" for piece in pieces) and rng.random() >= _BAREFOOT:
        worn = package.proxy(str(rng.choice(assets.SHOES)))
        pieces.append(fitted(bodies.base, body, worn, "Shoes", picture(worn.pictures[0], _SHOE_SIDE)))
        hidden[: len(worn.hides)] |= worn.hides
    return pieces, hidden
