"""Coats for the animals of `creatures`: what each material is, and in which colours and patterns such animals come."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from training.worlds.rigs.coats import Coat, Covering
from training.worlds.rigs.creatures import DINOSAURS
from training.worlds.rigs.rig import Rig

_ROLES = {
    "Main": "main", "Main_Light": "light", "Main_Dark": "dark", "Muzzle": "nose", "Hooves": "hoof", "Hair": "hair",
    "Horns": "horn", "Nose": "nose", "Eyes": "eye", "Eye_Black": "eye", "Eyes_Black": "eye", "Eye_Dark": "eye",
    "Eyes_Pupil": "eye", "Eye_White": "white", "Eyes_White": "white", "Eye_Lighter": "light", "Grey": "sock",
    "Black": "nose",
}  # fmt: skip
_OWN_ROLES = {
    "Husky": {"Material": "main", "Material.001": "light", "Material.006": "nose", "Material.003": "white",
              "Material.002": "eye"},
    "Stag": {"Material": "main", "Material.003": "light", "Material.010": "dark", "Material.001": "horn",
             "Material.011": "eye"},
    "Bull": {"Main_Light": "light"},
    "Apatosaurus": {"Material": "light", "Brown": "main"},
    "Parasaurolophus": {"LightYellow": "light", "Green": "main", "LightGreen": "horn", "Red": "crest"},
    "Stegosaurus": {"LightBrown": "light", "DarkBrown": "main", "Brown": "crest"},
    "Trex": {"LightYellow": "horn", "LightGreen": "light", "Green": "main", "Black": "hoof", "Red": "mouth"},
    "Triceratops": {"LightBrown": "light", "Purple": "main", "Brown": "horn"},
    "Velociraptor": {"LightBrown": "light", "Brown": "main", "Black": "hoof"},
}  # fmt: skip

# Coats as they occur: main colour, light parts, hair or socks. sRGB.
_HORSES = (
    ((0.42, 0.24, 0.13), (0.85, 0.80, 0.72), (0.10, 0.08, 0.07)),  # bay
    ((0.55, 0.30, 0.15), (0.90, 0.85, 0.78), (0.52, 0.28, 0.14)),  # chestnut
    ((0.14, 0.12, 0.12), (0.75, 0.72, 0.70), (0.08, 0.07, 0.07)),  # black
    ((0.80, 0.78, 0.75), (0.92, 0.90, 0.88), (0.88, 0.86, 0.83)),  # white
    ((0.52, 0.52, 0.54), (0.80, 0.80, 0.80), (0.25, 0.25, 0.27)),  # grey
    ((0.80, 0.62, 0.36), (0.93, 0.88, 0.78), (0.93, 0.89, 0.80)),  # palomino
    ((0.66, 0.50, 0.33), (0.85, 0.78, 0.68), (0.14, 0.11, 0.09)),  # dun
)
_CATTLE = (
    ((0.15, 0.13, 0.12), (0.90, 0.88, 0.85), (0.12, 0.1, 0.1)),
    ((0.50, 0.26, 0.14), (0.92, 0.88, 0.82), (0.4, 0.2, 0.1)),
    ((0.82, 0.72, 0.58), (0.94, 0.90, 0.84), (0.6, 0.5, 0.4)),
    ((0.60, 0.45, 0.30), (0.90, 0.85, 0.78), (0.3, 0.22, 0.15)),
    ((0.88, 0.86, 0.83), (0.95, 0.94, 0.92), (0.5, 0.48, 0.46)),
)
_DEER = (
    ((0.56, 0.37, 0.22), (0.86, 0.80, 0.70), (0.30, 0.20, 0.13)),
    ((0.65, 0.44, 0.26), (0.92, 0.87, 0.78), (0.36, 0.24, 0.15)),
    ((0.42, 0.32, 0.24), (0.76, 0.70, 0.62), (0.22, 0.17, 0.13)),
    ((0.58, 0.47, 0.34), (0.84, 0.78, 0.68), (0.28, 0.22, 0.17)),
)
_DOGS = (
    ((0.28, 0.28, 0.30), (0.88, 0.87, 0.85), (0.13, 0.13, 0.14)),
    ((0.70, 0.45, 0.22), (0.92, 0.88, 0.80), (0.25, 0.16, 0.1)),
    ((0.16, 0.14, 0.14), (0.66, 0.44, 0.26), (0.1, 0.09, 0.09)),
    ((0.50, 0.36, 0.25), (0.85, 0.78, 0.68), (0.2, 0.15, 0.11)),
    ((0.86, 0.82, 0.75), (0.95, 0.93, 0.90), (0.5, 0.45, 0.4)),
    ((0.55, 0.54, 0.52), (0.86, 0.85, 0.82), (0.25, 0.24, 0.24)),
)
_FOXES = (
    ((0.76, 0.38, 0.14), (0.92, 0.89, 0.84), (0.13, 0.11, 0.10)),
    ((0.64, 0.33, 0.16), (0.86, 0.82, 0.76), (0.17, 0.13, 0.11)),
    ((0.27, 0.27, 0.30), (0.60, 0.60, 0.62), (0.12, 0.12, 0.13)),
    ((0.88, 0.88, 0.88), (0.96, 0.96, 0.96), (0.6, 0.6, 0.62)),
)
_ALPACAS = (
    ((0.86, 0.80, 0.70), (0.94, 0.91, 0.86), (0.55, 0.47, 0.38)),
    ((0.50, 0.34, 0.22), (0.70, 0.56, 0.42), (0.20, 0.14, 0.10)),
    ((0.22, 0.18, 0.16), (0.40, 0.34, 0.30), (0.10, 0.09, 0.08)),
    ((0.70, 0.50, 0.32), (0.88, 0.78, 0.64), (0.35, 0.25, 0.18)),
)
_SCALES = (
    ((0.36, 0.42, 0.26), (0.72, 0.68, 0.48), (0.22, 0.26, 0.18)),
    ((0.45, 0.36, 0.25), (0.76, 0.66, 0.48), (0.28, 0.2, 0.14)),
    ((0.34, 0.38, 0.42), (0.70, 0.70, 0.66), (0.18, 0.2, 0.24)),
    ((0.52, 0.32, 0.22), (0.80, 0.68, 0.5), (0.3, 0.15, 0.1)),
    ((0.22, 0.36, 0.34), (0.66, 0.72, 0.6), (0.12, 0.2, 0.2)),
    ((0.62, 0.54, 0.36), (0.84, 0.78, 0.6), (0.36, 0.3, 0.2)),
)
_PALETTES = {
    "Horse": _HORSES, "Horse_White": _HORSES, "Donkey": _HORSES[2:5] + _HORSES[6:], "Bull": _CATTLE, "Cow": _CATTLE,
    "Deer": _DEER, "Stag": _DEER, "Fox": _FOXES, "Wolf": _DOGS, "Husky": _DOGS, "ShibaInu": _DOGS, "Alpaca": _ALPACAS,
}  # fmt: skip


def covering(rng: np.random.Generator, rig: Rig) -> Covering:
    """What one of `creatures.SPECIES` wears in a clip."""
    scaly = rig.name in DINOSAURS
    palette = _SCALES if scaly else _PALETTES[rig.name]
    main, light, dark = (_varied(rng, np.array(c)) for c in palette[rng.integers(len(palette))])
    base = Coat(main, fur=rng.uniform(0.03, 0.09), mottle=rng.uniform(0.03, 0.1), gloss=rng.uniform(0, 0.12))
    body = _patterned(rng, base, light, dark, rig.name, scaly)
    roles = {
        "main": body,
        "light": replace(base, colour=light),
        "dark": replace(base, colour=0.5 * main + 0.5 * dark),
        "hair": Coat(dark, fur=0.16, mottle=0.05),
        "sock": replace(base, colour=dark),
        "hoof": Coat(_varied(rng, np.array([0.2, 0.17, 0.15])), gloss=0.2),
        "horn": Coat(_varied(rng, np.array(((0.78, 0.72, 0.58), (0.3, 0.24, 0.18))[rng.integers(2)])), mottle=0.12,
                     gloss=0.15),
        "nose": Coat(np.array(((0.1, 0.09, 0.09), (0.55, 0.38, 0.35))[int(rng.random() < 0.25)]), gloss=0.3),
        "eye": Coat(np.array([0.05, 0.04, 0.04]), gloss=0.9),
        "white": Coat(np.array([0.8, 0.8, 0.78]), gloss=0.5),
        "mouth": Coat(np.array([0.55, 0.2, 0.2])),
        "crest": replace(base, colour=_varied(rng, 0.4 * main + 0.6 * (dark if rng.random() < 0.5 else light))),
    }  # fmt: skip
    own = _OWN_ROLES.get(rig.name, {})
    coats = [roles[own.get(name) or _ROLES[name]] for name in rig.material_names]
    return Covering(coats, float(rng.choice([0.0, rng.uniform(0.2, 0.8)])), rng.uniform(0, 32, 3).astype(np.float32))


def _varied(rng, colour: np.ndarray) -> np.ndarray:
    return np.clip(colour * rng.uniform(0.85, 1.15) * (1 + rng.normal(0, 0.035, 3)), 0.03, 0.97)


def _patterned(rng, base: Coat, light: np.ndarray, dark: np.ndarray, name: str, scaly: bool) -> Coat:
    """The trunk's coat: plain, or with patches, spots, dapples or stripes; often with a pale belly or dark legs."""
    coat = base
    if rng.random() < (0.5 if scaly else 0.35):
        coat = replace(coat, belly=light, under=rng.uniform(0.4, 0.9))
    if not scaly and rng.random() < 0.3:
        coat = replace(coat, points=dark, points_below=rng.uniform(0.1, 0.26))
    kinds = {"plain": 4.0, "patches": 1.2, "spots": 0.6, "stripes": 0.0}
    if name in ("Cow", "Bull"):
        kinds |= {"patches": 5.0}
    elif name.startswith("Horse"):
        kinds |= {"patches": 2.0, "dapples": 1.5, "stripes": 1.0}
    elif name in ("Deer", "Stag"):
        kinds |= {"spots": 2.0, "patches": 0.2}
    elif scaly:
        kinds |= {"stripes": 3.0, "spots": 2.5, "plain": 2.0}
    chance = np.array(list(kinds.values()))
    kind = list(kinds)[rng.choice(len(kinds), p=chance / chance.sum())]
    second = light if rng.random() < 0.6 else dark
    if kind == "patches":
        return replace(coat, second=light, blobs=rng.uniform(3.5, 7), blotch=1.0, threshold=rng.uniform(-0.15, 0.25),
                       edge=0.05)  # fmt: skip
    if kind == "spots":
        return replace(coat, second=second, blobs=rng.uniform(16, 26), blotch=1.0, threshold=rng.uniform(0.25, 0.42),
                       edge=0.07)  # fmt: skip
    if kind == "dapples":
        return replace(coat, second=0.5 * coat.colour + 0.5 * light, blobs=rng.uniform(13, 20), blotch=1.0,
                       threshold=rng.uniform(0.1, 0.3), edge=0.3)  # fmt: skip
    if kind == "stripes":
        return replace(coat, second=dark if rng.random() < 0.75 else light, stripes=(0.0, 1.5, rng.uniform(5, 10)),
                       wave=1.0, bend=rng.uniform(0.25, 0.7), blobs=9.0, blotch=0.5, threshold=rng.uniform(0.25, 0.6),
                       phase=rng.uniform(0, 6), edge=0.15)  # fmt: skip
    return coat
