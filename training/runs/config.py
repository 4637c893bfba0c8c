"""All settings of a run, as dataclasses read from TOML presets; unknown keys and impossible values are errors.

`load(preset, overrides)` merges: the defaults here, the preset, then `section.key=value` overrides. What a setting
means and may be is said beside its default, once, for validation, `--describe` and the studio's dialog alike.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields
from itertools import pairwise
from pathlib import Path

from engine.errors import BundleError, TrainingError
from engine.files import content_of
from engine.networks.spec import NetworkSpec, compact
from engine.systems.table import SYSTEMS
from training.runs.compared import ComparedConfig, check_size, steps_by_stage
from training.runs.network_settings import network_of
from training.runs.preset_files import preset_text
from training.runs.settings import SettingError, inherited, setting, settings_of
from training.runs.stage_names import MOTION, keypoints_at
from training.runs.toml_text import from_toml, overridden, to_toml


@dataclass(frozen=True)
class DataConfig:
    """What to learn from: a folder of clips, or a synthetic world's name."""

    source: str = setting("people", "Folder of clips, or the name of a world of drawn clips.", level="basic")
    layout: str = setting(
        "auto",
        "How the folder is laid out; auto recognises it.",
        choices=("auto", "folder", "penn_action", "uva_nemo", "mgif", "sprites"),
    )
    characters: str = setting(
        "", "Folder of rigged characters for the worlds that draw them; empty: the variable KPVP_CHARACTERS names it."
    )
    actions: tuple[str, ...] = setting((), "Keep only these classes, numbered in this order; empty keeps all.")
    clips: int = setting(
        1500, "Clips drawn of a world (a folder gives all of its clips).", "clips", minimum=1, maximum=10_000_000
    )
    size: int = setting(
        128, "Side at which frames are stored; the short side is brought to it.", "px", minimum=8, maximum=1024
    )
    held_out: float = setting(
        0.1, "Share of the clips kept for validation, where the data has no split of its own.", minimum=0.0, maximum=0.9
    )
    longest: int = setting(0, "Frames kept of a clip; 0 keeps all.", "frames", minimum=0, maximum=1_000_000)
    fps: float = setting(
        0.0, "Frame rate that clips are brought to; 0 keeps theirs.", "frames/s", minimum=0.0, maximum=1000.0
    )
    first_seed: int = setting(0, "Number of a world's first clip.", minimum=0, maximum=900_000)
    truth: bool = setting(
        False,
        "Store a world's true motion and places, for keypoints.flow and plate: three times the disk space.",
    )
    workers: int = setting(2, "Processes that draw or decode clips.", minimum=1, maximum=256)
    cache_gb: float = setting(20.0, "Disk space that decoded clips may take.", "GB", minimum=0.01, maximum=100_000.0)


@dataclass(frozen=True)
class AugmentConfig:
    """One random change per pair, the same for both pictures (paper, supplementary)."""

    rotation: float = setting(10.0, "Largest rotation, either way.", "degrees", minimum=0.0, maximum=180.0)
    zoom: float = setting(0.1, "Scale from 1 - zoom to 1 + zoom.", minimum=0.0, maximum=0.9)
    shift: float = setting(0.05, "Largest shift: a random crop.", "of the side", minimum=0.0, maximum=0.5)
    flip: bool = setting(True, "Mirror half of the pairs left to right.")
    colour: float = setting(0.15, "Largest change of gain and offset per channel.", minimum=0.0, maximum=1.0)
    sharpness: float = setting(0.3, "Largest blurring (-) or sharpening (+).", minimum=0.0, maximum=1.0)


@dataclass(frozen=True)
class OptimizerConfig:
    """How both trained steps go downhill."""

    rate: float = setting(1e-3, "Learning rate.", minimum=1e-8, maximum=1.0)
    schedule: str = setting(
        "cosine",
        "How the rate falls: a cosine down to rate_floor, or the paper's times 0.95 every 20,000 steps.",
        choices=("cosine", "paper"),
    )
    rate_floor: float = setting(0.02, "Learning rate at the end of the cosine.", "of rate", minimum=0.0, maximum=1.0)
    betas: tuple[float, float] = setting((0.5, 0.99), "Adam's two decays.", minimum=0.0, maximum=0.99999)
    weight_decay: float = setting(1e-4, "AdamW's weight decay; 0 is Adam.", minimum=0.0, maximum=1.0)
    warmup: int = setting(
        100, "Steps of linear warm-up at the start of each stage.", "steps", minimum=0, maximum=1_000_000
    )
    discriminator_rate: float = setting(0.5, "Learning rate of the adversary.", "of rate", minimum=0.0, maximum=100.0)
    ema: float = setting(
        0.995, "Decay of the averaged weights that are used in the end.", minimum=0.0, maximum=0.999999
    )
    clip_norm: float = setting(5.0, "Largest gradient norm.", minimum=1e-6, maximum=1e9)


@dataclass(frozen=True)
class KeypointsConfig(OptimizerConfig):
    """Step 1, detector and translator. `sizes` and `steps` are the resolution schedule: the networks start at the
    first size and grow to the next one when its steps are done."""

    sizes: tuple[int, ...] = setting(
        (64, 128),
        "Picture sizes, each twice the one before; the last is the model's.",
        "px",
        minimum=8,
        maximum=1024,
        level="basic",
    )
    steps: tuple[int, ...] = setting(
        (4000, 4000), "How long, at each size.", "steps", minimum=0, maximum=100_000_000, level="basic"
    )
    batch: int = setting(
        16, "Pairs of frames per step (and per process).", "pairs", minimum=1, maximum=4096, level="basic"
    )
    gap: tuple[int, int] = setting(
        (3, 29), "Least and most frames between the two pictures of a pair.", "frames", minimum=1, maximum=100_000
    )
    detector_rate: float = setting(
        1.0,
        "Learning rate of the detector; 0 keeps it as it is, and its motion generator valid.",
        "of rate",
        minimum=0.0,
        maximum=10.0,
    )
    grown_rate: float = setting(
        0.6, "Learning rate at the sizes after the first.", "of rate", minimum=0.0, maximum=10.0
    )
    motion_weight: float = setting(
        4.0, "How much more changing pixels count; 0 is the paper's.", minimum=0.0, maximum=1000.0
    )
    hard_weight: float = setting(
        0.0, "How much more badly drawn pixels count; 0 is the paper's.", minimum=0.0, maximum=1000.0
    )
    perceptual: float = setting(
        1.0, "Weight of the perceptual loss; 0 leaves it out.", minimum=0.0, maximum=1000.0, level="basic"
    )
    perceptual_features: str = setting(
        "auto",
        "Whose features it compares; auto takes VGG19 where its weights are.",
        choices=("auto", "vgg19", "efficientnet-lite0"),
    )
    perceptual_scales: int = setting(2, "Picture scales it compares at.", minimum=1, maximum=5)
    reconstruction: float = setting(1.0, "Weight of the mean absolute error.", minimum=0.0, maximum=1000.0)
    equivariance: float = setting(
        0.1,
        "Weight of the loss by which keypoints follow a warped picture; 0 leaves it out.",
        minimum=0.0,
        maximum=1000.0,
    )
    equivariance_share: float = setting(0.5, "Share of the batch that is warped for it.", minimum=0.01, maximum=1.0)
    separation: float = setting(0.3, "Weight of the loss that keeps keypoints apart.", minimum=0.0, maximum=1000.0)
    separation_width: float = setting(0.06, "How near is too near.", "half sides", minimum=1e-3, maximum=2.0)
    on_object: float = setting(
        0.1, "Weight of the loss that draws keypoints onto the learned mask.", minimum=0.0, maximum=1000.0
    )
    on_object_from: int = setting(400, "First step of that loss.", "steps", minimum=0, maximum=100_000_000)
    moved: float = setting(
        0.2, "Moving translator: weight of the error of its moved pixels alone.", minimum=0.0, maximum=1000.0
    )
    drawn: float = setting(
        0.05,
        "Moving translator: weight against drawing where the figure is: it blurs.",
        minimum=0.0,
        maximum=1000.0,
    )
    crisp: float = setting(
        0.02, "Moving translator: weight against undecided covers, and against large ones.", minimum=0.0, maximum=1000.0
    )
    silhouettes: float = setting(
        0.0,
        "Moving translator: weight of the silhouettes that a world's renderer knows; 0: cover learned without labels.",
        minimum=0.0,
        maximum=1000.0,
    )
    coverage: float = setting(
        0.0, "Moving translator: weight by which keypoints go to all parts of the figure.", minimum=0.0, maximum=1000.0
    )
    optical_flow: float = setting(
        0.0, "Moving translator: weight of the motion seen between neighbouring frames.", minimum=0.0, maximum=1000.0
    )
    followed: float = setting(
        0.0, "Moving translator: weight by which keypoints go along with that motion.", minimum=0.0, maximum=1000.0
    )
    flow: float = setting(
        0.0, "Moving translator: weight of the figure's true motion, see data.truth.", minimum=0.0, maximum=1000.0
    )
    known_every: int = setting(2, "One step of so many learns from what a renderer knows.", minimum=2, maximum=1000)
    plate: float = setting(
        0.0, "Moving translator: weight of the true place behind the figure.", minimum=0.0, maximum=1000.0
    )
    gan: float = setting(
        0.0,
        "Weight of the image adversary; 0 leaves it out, the paper has 1.",
        minimum=0.0,
        maximum=1000.0,
        level="basic",
    )
    gan_from: int = setting(0, "First step of the adversary.", "steps", minimum=0, maximum=100_000_000)
    discriminator_width: int = setting(32, "Channels of its first convolution.", minimum=1, maximum=1024)
    discriminator_widest: int = setting(256, "Channels of its widest convolution.", minimum=1, maximum=4096)


@dataclass(frozen=True)
class MotionConfig(OptimizerConfig):
    """Step 3, the motion generator on pseudo labels."""

    steps: int = setting(
        4000, "How long the motion generator is trained.", "steps", minimum=0, maximum=100_000_000, level="basic"
    )
    batch: int = setting(32, "Sequences per step (and per process).", "sequences", minimum=1, maximum=4096)
    weight_decay: float = inherited(OptimizerConfig, "weight_decay", default=1e-5)
    discriminator_rate: float = inherited(OptimizerConfig, "discriminator_rate", default=0.25)
    l1: float = setting(1000.0, "Weight of the mean absolute error of keypoints.", minimum=0.0, maximum=1e6)
    kl: float = setting(
        0.1,
        "Weight of the KL term; the paper has 1. A lower one keeps futures different.",
        minimum=0.0,
        maximum=1000.0,
    )
    velocity: float = setting(
        0.0, "Weight of the error of frame-to-frame displacements.", "times l1", minimum=0.0, maximum=1000.0
    )
    gan: float = setting(1.0, "Weight of the sequence adversary; 0 leaves it out.", minimum=0.0, maximum=1000.0)
    rotation: float = setting(
        15.0, "Largest rotation of a sequence, either way.", "degrees", minimum=0.0, maximum=180.0
    )
    scale: tuple[float, float] = setting(
        (0.7, 1.2), "Least and greatest scale of a sequence.", minimum=0.01, maximum=10.0
    )
    flip: bool = setting(True, "Mirror half of the sequences left to right.")
    shift: float = setting(0.15, "Largest shift of a whole sequence.", "half sides", minimum=0.0, maximum=1.0)
    k0_noise: float = setting(
        0.02, "Noise on the first keypoints: clips are not recognised by them.", "half sides", minimum=0.0, maximum=1.0
    )
    other_poses: float = setting(
        0.0, "Share of sequences that begin in the pose of another clip, whatever its action.", minimum=0.0, maximum=1.0
    )
    fit_prior: bool = setting(
        True,
        "At the end, let z's usual values follow first pose and action (the paper: no); not needed with prior_layers.",
    )
    discriminator_cells: int = setting(256, "LSTM cells of the adversary; the paper has 1024.", minimum=1, maximum=4096)


@dataclass(frozen=True)
class LoopConfig:
    """How the loop computes, reports and saves."""

    precision: str = setting("no", "Mixed precision: no is float32.", choices=("no", "bf16", "fp16"))
    log_every: int = setting(20, "Steps between two reports of losses.", "steps", minimum=1, maximum=1_000_000)
    checkpoint_every: int = setting(200, "Steps between two checkpoints.", "steps", minimum=1, maximum=1_000_000)
    preview_every: int = setting(200, "Steps between two previews.", "steps", minimum=1, maximum=1_000_000)
    validate_every: int = setting(
        200,
        "Steps between two measurements on held-out clips, by which the best checkpoint is chosen; 0: never.",
        "steps",
        minimum=0,
        maximum=1_000_000,
    )


@dataclass(frozen=True)
class RunConfig:
    """A whole run. `network` holds changes to the base set of sizes ("compact" or "authors")."""

    name: str = setting("people", "The model's name: that of its file.", level="basic")
    title: str = setting("People", "What the model is called in lists.", level="basic")
    domain: str = setting("", "What pictures it is for, in one sentence; left empty, its data says it.", level="basic")
    seed: int = setting(0, "Seed of everything random.", minimum=0, maximum=2**31 - 1)
    system: str = setting(
        "kpvp",
        "What is trained: kpvp, the model with keypoints, or a system that it is compared with.",
        choices=("kpvp", *SYSTEMS),
    )
    base: str = setting(
        "compact", "Network sizes that [network] changes: ours, or the paper's.", choices=("compact", "authors")
    )
    preset: str = setting("", "The preset that these settings came from.")
    init: str = setting("", "Model or run to start from; empty starts afresh.", level="basic")
    install: bool = setting(True, "Copy the finished model into the model list.")
    network: dict = field(default_factory=dict)
    data: DataConfig = field(default_factory=DataConfig)
    augment: AugmentConfig = field(default_factory=AugmentConfig)
    keypoints: KeypointsConfig = field(default_factory=KeypointsConfig)
    motion: MotionConfig = field(default_factory=MotionConfig)
    compared: ComparedConfig = field(default_factory=ComparedConfig)
    loop: LoopConfig = field(default_factory=LoopConfig)

    def spec(self, n_actions: int) -> NetworkSpec:
        """The networks at the final size, for data with `n_actions` classes."""
        values = NetworkSpec().to_json() if self.base == "authors" else compact().to_json()
        values |= {"image_size": self.keypoints.sizes[-1]} | self.network | {"n_actions": n_actions}
        return NetworkSpec.from_json(values)

    @property
    def stages(self) -> dict[str, int]:
        """Steps by name of the stages that are trained, in order."""
        if self.system in SYSTEMS:
            return steps_by_stage(self.system, self.compared.steps or sum(self.keypoints.steps) + self.motion.steps)
        steps = zip(self.keypoints.sizes, self.keypoints.steps, strict=True)
        return {keypoints_at(size): count for size, count in steps} | {MOTION: self.motion.steps}

    def to_toml(self) -> str:
        return to_toml(asdict(self))


SECTIONS = {"data": DataConfig, "augment": AugmentConfig, "keypoints": KeypointsConfig} | {
    "motion": MotionConfig,
    "compared": ComparedConfig,
    "loop": LoopConfig,
}


def load(preset: str, overrides: list[str] | tuple[str, ...] = ()) -> RunConfig:
    """A preset's name or the path of a TOML file, with `section.key=value` overrides (values in TOML syntax).

    Raises TrainingError for an unknown preset or unreadable TOML, SettingError (which is one) for unknown keys and
    values that do not fit.
    """
    path = Path(preset)
    if path.suffix != ".toml":
        return parse(preset_text(preset), [f'preset="{preset}"', *overrides])
    try:
        text = content_of(path, 2**20).decode()
    except (OSError, UnicodeDecodeError):
        raise TrainingError(
            f"There is no file {preset} that can be read.", "Give the path of a TOML preset or one of the names."
        ) from None
    return parse(text, overrides)


def parse(text: str, overrides: list[str] | tuple[str, ...] = ()) -> RunConfig:
    """As `load`, from TOML text."""
    values = from_toml(text)
    for override in overrides:
        values = overridden(values, override)
    values.pop("about", None)  # a preset's own description, see `training.runs.schema`
    return _agreed(_build(RunConfig, values, ""))


def _build(cls, values: dict, where: str):
    names = [f.name for f in fields(cls)]
    unknown = sorted(set(values) - set(names))
    if unknown:
        raise SettingError(
            f"Unknown setting {where}{unknown[0]}.",
            f"Known ones {f'in [{where[:-1]}] ' if where else ''}are: {', '.join(names)}.",
            f"{where}{unknown[0]}",
        )
    known, built = settings_of(cls, where.rstrip(".")), {}
    for name, value in values.items():
        if name in known:
            built[name] = known[name].checked(value)
        elif not isinstance(value, dict):
            raise SettingError(f"{name} = {value!r} is not a section.", f"Write [{name}] with settings below it.", name)
        else:
            built[name] = network_of(value) if name == "network" else _build(SECTIONS[name], value, f"{name}.")
    return cls(**built)


def _agreed(config: RunConfig) -> RunConfig:
    """`config`, after checking what no setting can be asked alone. Raises SettingError."""
    sizes, steps = config.keypoints.sizes, config.keypoints.steps
    if not sizes or any(after != 2 * before for before, after in pairwise(sizes)):
        raise SettingError(
            f"keypoints.sizes = {list(sizes)} does not fit.",
            "Give one size, or several of which each is twice the one before.",
            "keypoints.sizes",
        )
    if len(steps) != len(sizes):
        raise SettingError(
            f"keypoints.steps = {list(steps)} does not fit keypoints.sizes = {list(sizes)}.",
            f"Give {len(sizes)} numbers of steps, one per size.",
            "keypoints.steps",
        )
    if len(sizes) > 1 and config.network.get("trunk", "none") != "none":
        raise SettingError(
            "A trunk sees nothing of use in small pictures.",
            "Give one size to keypoints.sizes and keypoints.steps, and --init a run that began without a trunk.",
            "network.trunk",
        )
    check_size(config.compared.size)
    if config.data.size < sizes[-1]:
        raise SettingError(
            f"data.size = {config.data.size} is less than the last of keypoints.sizes = {list(sizes)}.",
            f"Store frames at {sizes[-1]} px or more.",
            "data.size",
        )
    for name, (low, high) in {"keypoints.gap": config.keypoints.gap, "motion.scale": config.motion.scale}.items():
        if low > high:
            raise SettingError(f"{name} = {[low, high]} does not fit.", "Give the smaller number first.", name)
    if not config.name or any(letter in '/\\:*?"<>|' for letter in config.name) or config.name.startswith("."):
        raise SettingError(
            f"name = {config.name!r} cannot name a file.", "Give letters, digits, spaces, - and _ only.", "name"
        )
    try:
        config.spec(max(len(config.data.actions), 1))
    except BundleError as error:
        raise SettingError(error.what, "Change the sizes in [network], or keypoints.sizes.", "network") from None
    return config
