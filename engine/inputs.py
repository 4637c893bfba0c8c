"""What a person asks for, checked: action weights and the latent. Torch-free, so a window can check before it waits."""

import difflib
from collections.abc import Mapping, Sequence

import numpy as np

from engine.errors import ActionError, LatentError

LARGEST_SEED = 2**32 - 1
LARGEST_WEIGHT = 100.0

Action = str | int | Mapping[str, float] | Sequence[float] | np.ndarray


def action_weights(action: Action, names: Sequence[str]) -> np.ndarray:
    """Weights float32 [C] of the model's actions `names` [C].

    `action`: a name or an index (weight 1), {name: weight}, or a vector [C]. Names may be written with spaces or
    hyphens and in any case. Raises `ActionError`, naming the nearest action and all of them.
    """
    weights = np.zeros(len(names), np.float32)
    if isinstance(action, str):
        weights[_index(action, names)] = 1
    elif isinstance(action, Mapping):
        for name, weight in action.items():
            weights[_index(name, names)] = _number(weight)
    elif isinstance(action, int | np.integer) and not isinstance(action, bool):
        if not 0 <= action < len(names):
            raise ActionError(f"There is no action number {action}.", f"Choose 0 to {len(names) - 1}.")
        weights[action] = 1
    else:
        try:
            vector = np.asarray(action, np.float32)
        except (TypeError, ValueError, OverflowError) as error:
            raise ActionError(f"{action!r} is not an action.", _all(names)) from error
        if vector.shape != weights.shape:
            shape = f"{list(vector.shape)}"
            raise ActionError(f"The action vector has shape {shape}, not [{len(names)}].", _all(names))
        weights = vector.copy()
    if not np.isfinite(weights).all() or np.abs(weights).max() > LARGEST_WEIGHT:
        raise ActionError("An action weight is not a number of sensible size.", "Use weights from 0 to 1.")
    if not weights.any():
        raise ActionError("Every action weight is zero.", "Give at least one action a weight.")
    return weights


def parse_action(text: str) -> str | dict[str, float]:
    """The command line's spelling: `NAME`, or `NAME=WEIGHT,NAME=WEIGHT`. Raises `ActionError`."""
    if "=" not in text:
        return text
    weights = {}
    for part in text.split(","):
        name, equals, weight = part.partition("=")
        if not equals or not name.strip() or name.strip() in weights:
            raise ActionError(f"{part!r} is not NAME=WEIGHT.", "Write for example squats=0.7,golf_swing=0.3.")
        weights[name.strip()] = _number(weight)
    return weights


def latent(seed: int, *shape: int) -> np.ndarray:
    """z float32 [*shape] ~ N(0, I) of a seed, the same on every machine; one clip's has the shape [Z].

    Raises `LatentError` for a seed outside 0 .. 2^32 - 1.
    """
    if isinstance(seed, bool) or not isinstance(seed, int | np.integer) or not 0 <= seed <= LARGEST_SEED:
        raise LatentError(f"{seed!r} is not a seed.", f"Choose a whole number from 0 to {LARGEST_SEED}.")
    return np.random.RandomState(int(seed)).standard_normal(shape).astype(np.float32)


def nearby_latents(z: np.ndarray, count: int, step: float, seed: int) -> np.ndarray:
    """`count` latents float32 [count, Z] around `z` [Z], of whose length a part `step` of N(0, I) is mixed in.

    They stay distributed as `latent` draws them if z is. The same seed gives the same ones.
    """
    mixed = np.asarray(z, np.float32) + step * latent(seed, count, len(z))
    return (mixed / np.float32(np.hypot(1, step))).astype(np.float32)


def latent_between(latents: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """z float32 [Z] among `latents` float32 [N, Z], of which `weights` [N] have their shares of one whole.

    It is as long as those it lies between: the straight line between two draws of N(0, I) passes where hardly any lie.
    """
    latents, weights = np.asarray(latents, np.float32), np.asarray(weights, np.float32)
    if weights.max() == 1:
        return latents[int(weights.argmax())].copy()
    mixed = weights @ latents
    length = float(np.linalg.norm(mixed))
    wanted = float(weights @ np.linalg.norm(latents, axis=1))
    return (mixed * np.float32(wanted / length if length > 1e-6 else 1)).astype(np.float32)


def given_latent(z: np.ndarray, size: int) -> np.ndarray:
    """`z` as float32 [size]. Raises `LatentError` for another shape or values that are not finite."""
    try:
        vector = np.array(z, np.float32)
    except (TypeError, ValueError, OverflowError) as error:
        raise LatentError("z is not a vector of numbers.", f"Give {size} numbers.") from error
    if vector.shape != (size,) or not np.isfinite(vector).all():
        raise LatentError(f"z has shape {list(vector.shape)} or is not finite.", f"Give {size} finite numbers.")
    return vector


def _index(name: str, names: Sequence[str]) -> int:
    plain = [_plain(known) for known in names]
    if isinstance(name, str) and _plain(name) in plain:
        return plain.index(_plain(name))
    near = difflib.get_close_matches(_plain(str(name)), plain, 1)
    guess = f"Did you mean {names[plain.index(near[0])]}? " if near else ""
    raise ActionError(f"This model has no action {name!r}.", guess + _all(names))


def _plain(name: str) -> str:
    return name.strip().lower().replace(" ", "_").replace("-", "_")


def _all(names: Sequence[str]) -> str:
    return f"Choose one of {', '.join(names)}."


def _number(value: float | str) -> float:
    try:
        return float(value)
    except (TypeError, ValueError, OverflowError) as error:
        raise ActionError(f"{value!r} is not a weight.", "Use weights from 0 to 1.") from error
