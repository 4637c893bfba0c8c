"""Everything a run is told, as dataclasses read from TOML presets; unknown keys are errors.

`load(preset, overrides)` merges: the defaults here, the preset, then `section.key=value` overrides.
"""

from __future__ import annotations

import tomllib
from dataclasses import asdict, dataclass, field, fields
from importlib import resources
from pathlib import Path

import tomli_w

from engine.errors import TrainingError
from engine.networks.spec import NetworkSpec, compact


@dataclass(frozen=True)
class DataConfig:
    """What to learn from. `source` is a world's name; `clips` of it, drawn at `size` px, are cached once."""

    source: str = "people"
    clips: int = 1500
    size: int = 128
    first_seed: int = 0
    workers: int = 2


@dataclass(frozen=True)
class AugmentConfig:
    """One random change per pair, the same for both pictures (paper, supplementary)."""

    rotation: float = 10.0  # degrees either way
    zoom: float = 0.1  # scale from 1 - zoom to 1 + zoom
    shift: float = 0.05  # of the side
    flip: bool = True
    colour: float = 0.15  # gain and offset per channel


@dataclass(frozen=True)
class KeypointsConfig:
    """Step 1, detector and translator. `sizes` and `steps` are the resolution schedule: the networks start at the
    first size and grow to the next one when its steps are done."""

    sizes: tuple[int, ...] = (64, 128)
    steps: tuple[int, ...] = (4000, 4000)
    batch: int = 16
    gap: tuple[int, int] = (3, 29)  # frames between the two pictures of a pair
    rate: float = 1e-3
    grown_rate: float = 0.6  # of `rate`, at the sizes after the first
    rate_floor: float = 0.02  # of `rate`, at the end of the cosine
    betas: tuple[float, float] = (0.5, 0.99)
    warmup: int = 100
    motion_weight: float = 4.0
    perceptual: float = 1.0
    perceptual_features: str = "auto"
    perceptual_scales: int = 2
    reconstruction: float = 1.0
    equivariance: float = 0.1
    separation: float = 0.3
    separation_width: float = 0.06
    on_object: float = 0.1
    on_object_from: int = 400
    gan: float = 0.0
    gan_from: int = 0
    ema: float = 0.995
    clip_norm: float = 5.0


@dataclass(frozen=True)
class MotionConfig:
    """Step 3, the motion generator on pseudo labels."""

    steps: int = 4000
    batch: int = 32
    rate: float = 1e-3
    rate_floor: float = 0.02
    betas: tuple[float, float] = (0.5, 0.99)
    warmup: int = 100
    l1: float = 1000.0
    kl: float = 1.0
    velocity: float = 0.0  # weight of the L1 between frame-to-frame displacements, times `l1`
    gan: float = 1.0
    rotation: float = 15.0  # degrees
    scale: tuple[float, float] = (0.7, 1.2)
    flip: bool = True
    discriminator_cells: int = 256
    ema: float = 0.995
    clip_norm: float = 5.0


@dataclass(frozen=True)
class LoopConfig:
    """How the loop reports and saves, in steps; `precision` is accelerate's: no, bf16 or fp16."""

    precision: str = "no"
    log_every: int = 20
    checkpoint_every: int = 200
    preview_every: int = 200


@dataclass(frozen=True)
class RunConfig:
    """A whole run. `network` holds changes to the base set of sizes ("compact" or "authors")."""

    name: str = "people"
    title: str = "People"
    domain: str = ""
    seed: int = 0
    base: str = "compact"
    network: dict = field(default_factory=dict)
    data: DataConfig = field(default_factory=DataConfig)
    augment: AugmentConfig = field(default_factory=AugmentConfig)
    keypoints: KeypointsConfig = field(default_factory=KeypointsConfig)
    motion: MotionConfig = field(default_factory=MotionConfig)
    loop: LoopConfig = field(default_factory=LoopConfig)

    def spec(self, n_actions: int) -> NetworkSpec:
        """The networks at the final size, for data with `n_actions` classes."""
        values = NetworkSpec().to_json() if self.base == "authors" else compact().to_json()
        values |= {"image_size": self.keypoints.sizes[-1]} | self.network | {"n_actions": n_actions}
        return NetworkSpec.from_json(values)

    def to_toml(self) -> str:
        return tomli_w.dumps(_plain(asdict(self)))


_SECTIONS = {"data": DataConfig, "augment": AugmentConfig, "keypoints": KeypointsConfig} | {
    "motion": MotionConfig,
    "loop": LoopConfig,
}


def presets() -> list[str]:
    """Names of the presets that come with the program."""
    return sorted(
        p.name[:-5] for p in resources.files("training").joinpath("presets").iterdir() if p.name.endswith(".toml")
    )


def load(preset: str, overrides: list[str] | tuple[str, ...] = ()) -> RunConfig:
    """A preset's name or the path of a TOML file, with `section.key=value` overrides (values in TOML syntax).

    Raises TrainingError for an unknown preset, unreadable TOML, unknown keys and values of a wrong type.
    """
    path = Path(preset)
    if path.suffix == ".toml":
        if not path.is_file():
            raise TrainingError(f"There is no file {preset}.", "Give the path of a TOML preset or one of the names.")
        text = path.read_text(encoding="utf-8")
    else:
        if preset not in presets():
            raise TrainingError(f"There is no preset {preset!r}.", f"Choose one of: {', '.join(presets())}.")
        text = resources.files("training").joinpath("presets", f"{preset}.toml").read_text(encoding="utf-8")
    return parse(text, overrides)


def parse(text: str, overrides: list[str] | tuple[str, ...] = ()) -> RunConfig:
    """As `load`, from TOML text."""
    values = _toml(text)
    for override in overrides:
        key, equals, value = override.partition("=")
        path = key.strip().split(".")
        if not equals or not all(path) or len(path) > 2:
            raise TrainingError(
                f"{override!r} is not an override.", "Write section.key=value, as in loop.log_every=10."
            )
        try:
            new = tomllib.loads(f"value = {value}")["value"]
        except tomllib.TOMLDecodeError:
            new = value.strip()
        table = values if len(path) == 1 else values.setdefault(path[0], {})
        if not isinstance(table, dict):
            raise TrainingError(f"{path[0]} is not a section.", "Write section.key=value.")
        table[path[-1]] = new
    return _build(RunConfig, values, "")


def _toml(text: str) -> dict:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise TrainingError(f"The settings are not valid TOML ({error}).", "Mend the file at that place.") from None


def _build(cls, values: dict, where: str):
    known = {f.name: f for f in fields(cls)}
    unknown = sorted(set(values) - set(known))
    if unknown:
        raise TrainingError(
            f"Unknown setting {where}{unknown[0]}.",
            f"Known ones {f'in [{where[:-1]}] ' if where else ''}are: {', '.join(known)}.",
        )
    built = {}
    defaults = cls()
    for name, value in values.items():
        if not where and name in _SECTIONS:
            built[name] = _build(_SECTIONS[name], value, f"{name}.")
        else:
            built[name] = _typed(value, getattr(defaults, name), f"{where}{name}")
    return cls(**built)


def _typed(value, like, name: str):
    if isinstance(like, tuple) and isinstance(value, list):
        if like and all(isinstance(item, (int, float)) and not isinstance(item, bool) for item in value):
            return tuple(type(like[0])(item) for item in value)
    elif isinstance(like, float) and type(value) is int:
        return float(value)
    elif type(value) is type(like):
        return value
    raise TrainingError(f"{name} = {value!r} does not fit.", f"Give a value like {like!r}.")


def _plain(value):
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return list(value) if isinstance(value, tuple) else value
