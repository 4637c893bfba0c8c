"""A compared system on the held-out clips of a world: the scores that need frames alone, and a report.

Keypoints, masks and clips redrawn from keypoints are a model's own, so their scores are left out; what is left is
measured by the very functions, clips and seeds that measure a model.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import torch

from engine.errors import TrainingError
from engine.inputs import LARGEST_SEED, latent
from engine.models.bundle import load_bundle
from engine.models.library import find_model
from engine.pixels import from_bytes, to_bytes
from engine.systems.predictor import network_of
from engine.systems.table import SYSTEMS
from training.evaluation.held_out import fitting_clips, held_out_clips
from training.evaluation.judge import as_judged, verdicts
from training.evaluation.judge_cache import judge_of_world
from training.evaluation.report import write_report
from training.evaluation.scores import Imagined, conditioning_scores, picture_distances
from training.evaluation.subject import Rendered
from training.worlds import registry

_COMPARED = 150  # training clips that stand beside the held-out ones in Frechet distances, as for a model
_CLIPS_AT_ONCE = 4


def is_system(model: str | Path) -> bool:
    """Whether a model's name or path is that of a compared system. Raises `KpvpError` if there is none."""
    return find_model(model).card.system in SYSTEMS


def evaluate_system(
    model: str | Path,
    data: str = "people",
    clips: int = 90,
    seed: int = 0,
    out: str | Path | None = None,
    progress: Callable[[str], None] = lambda line: None,
    characters: str | None = None,
) -> dict[str, Any]:
    """As `evaluate`, of a compared system. Returns scores by the keys of `evaluate --json`. Raises `KpvpError`."""
    if clips < 1:
        raise TrainingError(f"{clips} clips cannot be measured.", "Ask for at least one; 90 are ten of each action.")
    seed %= LARGEST_SEED + 1
    subject = SystemSubject(find_model(model).path)
    world = registry.open_world(data, characters)
    size, steps = subject.spec.image_size, subject.spec.n_frames
    held_out = held_out_clips(world, clips, seed, size, progress)
    seen = fitting_clips(world, _COMPARED, size, progress)
    z = latent(seed, clips, subject.spec.z_size)
    photos = held_out.frames[:, 0]
    rendered = subject.futures(photos, subject.vectors(world.actions, held_out.actions), z)
    progress("futures imagined")
    futures = [clip.frames for clip in rendered]
    scores: dict[str, Any] = {"clips": clips}
    if len(subject.card.actions) > 1:
        judge, _ = judge_of_world(world, size, min(steps, held_out.frames.shape[1] - 1), progress)
        scores |= conditioning_scores(judge, futures, held_out, seen, world.actions)
        other = np.random.RandomState(seed).randint(1, len(world.actions), clips)
        asked = (held_out.actions + other) % len(world.actions)
        others = subject.futures(photos, subject.vectors(world.actions, asked), z)
        named, _ = verdicts(judge, np.stack([as_judged(clip.frames) for clip in others]))
        scores["judge_accuracy_other_action"] = float((named == asked).mean())
        progress("futures judged")
    for key, distance in picture_distances(futures, held_out, seen).items():
        scores[key] = {**scores.get(key, {}), **distance}
    scores = _rounded(scores)
    if out is not None:
        folder = Path(out)
        folder.mkdir(parents=True, exist_ok=True)
        facts = {"model": subject.card.name, "system": subject.card.system, "world": world.name}
        facts |= {"world_version": world.version, "seed": seed, "frames": steps, "image_size": size}
        none = np.zeros((clips, steps, 0, 2), np.float32)
        imagined = Imagined(none[:, 0], none, none[:, None], none, rendered)
        write_report(folder, scores, facts, world.actions, held_out, imagined, None)
        progress(f"report written to {folder}")
    return scores


class SystemSubject:
    """A system under measurement, in float32, with batched calls on arrays."""

    def __init__(self, path: str | Path) -> None:
        """The system in a bundle. Raises `BundleError`."""
        self.card, tensors = load_bundle(path)
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self.network = network_of(self.card, tensors).to(self.device)
        self.spec = self.network.spec

    def vectors(self, names: tuple[str, ...], actions: np.ndarray) -> np.ndarray:
        """Action vectors float32 [N, C] of class numbers in a world that calls them `names`. Raises `TrainingError`."""
        known = self.card.actions
        if len(known) == 1:
            return np.ones((len(actions), 1), np.float32)
        missing = [name for name in names if name not in known]
        if missing:
            raise TrainingError(
                f"{self.card.name} does not know the action {missing[0]!r} of these clips.",
                "Evaluate it on data with the actions it was trained on.",
            )
        return np.eye(len(known), dtype=np.float32)[[known.index(names[action]) for action in actions]]

    @torch.inference_mode()
    def futures(self, photos: np.ndarray, actions: np.ndarray, z: np.ndarray) -> list[Rendered]:
        """One clip each of photos uint8 [N, S, S, 3], actions [N, C] and z [N, Z]."""
        made = []
        for start in range(0, len(photos), _CLIPS_AT_ONCE):
            part = slice(start, start + _CLIPS_AT_ONCE)
            vectors = (torch.from_numpy(x[part]).to(self.device) for x in (actions, z))
            drawn = self.network.future(from_bytes(photos[part], self.device), *vectors)
            for frames, crude, mask in zip(drawn.frames, drawn.synthesized, drawn.mask, strict=True):
                made.append(Rendered(to_bytes(frames), to_bytes(crude), mask[:, 0].cpu().numpy()))
        return made


def _rounded(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _rounded(item) for key, item in value.items()}
    return round(value, 4) if isinstance(value, float) else value
