"""Real clips, without any truth but themselves: what a model makes of pictures unlike those it was trained on.

Every clip is redrawn from its first frame by its own keypoints, so that motion plays no part; and its first frame is
given to the motion generator. A pose network, where one is given, says whether joints are where they are in the real
frames, and whether imagined frames still show a person.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from engine.errors import TrainingError
from engine.inputs import latent
from training.evaluation.reconstruction import Redrawn, mean_of_all, redrawn
from training.evaluation.rulers.pose import PoseNetwork, Poses
from training.evaluation.subject import Rendered, Subject

_FOUND = 0.5  # person score from which a pose network has found somebody
_ASKED = 2  # actions that each first frame is imagined in


@dataclass(frozen=True)
class RealClip:
    """A clip and what became of it: frames uint8 [1 + T, S, S, 3], redrawn from the first of them by their keypoints
    [1 + T, K, 2], and imagined clips by action."""

    name: str
    frames: np.ndarray
    keypoints: np.ndarray
    redrawn: Redrawn
    imagined: dict[str, Rendered]


def read_clips(folder: Path, size: int) -> dict[str, np.ndarray]:
    """uint8 [T, size, size, 3] by name: each folder of pictures is a clip, in the order of their names, its middle
    square. Raises TrainingError if there is none."""
    clips = {}
    for inner in sorted(path for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else ():
        pictures = [cv2.imread(str(path)) for path in sorted(inner.iterdir())]
        frames = [_square(picture, size) for picture in pictures if picture is not None]
        if len(frames) > 1:
            clips[inner.name] = np.stack(frames)
    if not clips:
        raise TrainingError(
            f"{folder} holds no clips.", "Give a folder whose folders each hold the pictures of one clip."
        )
    return clips


def follow(subject: Subject, clips: dict[str, np.ndarray], seed: int = 0) -> list[RealClip]:
    """Redraw every clip, and imagine the first frame of each in up to two actions."""
    z = latent(seed, subject.spec.z_size)[None]
    actions = [name for name in ("squats", "jumping_jacks") if name in subject.card.actions]
    actions = (actions or list(subject.card.actions))[:_ASKED]
    followed = []
    for name, frames in clips.items():
        keypoints = subject.detect(frames)
        imagined = {}
        for action in actions:
            vector = subject.one_hot(np.array([subject.card.actions.index(action)]))
            future = subject.imagine(z, keypoints[:1], vector)[0]
            imagined[action] = subject.translate(frames[0], keypoints[0], future)
        followed.append(RealClip(name, frames, keypoints, redrawn(subject, frames, keypoints), imagined))
    return followed


def real_scores(clips: list[RealClip], pose: PoseNetwork | None = None) -> dict[str, float]:
    """The scores of `kpvp evaluate` on real clips; those by a pose network only if there is one."""
    scores = {
        "psnr_moving": mean_of_all([clip.redrawn.psnr for clip in clips]),
        "psnr_copy_moving": mean_of_all([clip.redrawn.psnr_copy for clip in clips]),
        "sharpness_moving": mean_of_all([sharpness(clip) for clip in clips]),
    }
    return scores | (pose_scores(clips, pose) if pose is not None else {})


def pose_scores(clips: list[RealClip], pose: Callable[[np.ndarray], Poses]) -> dict[str, float]:
    """Of clips in whose first frame the network finds somebody.

    joint_error_pct: mean distance of joints in redrawn from those in real frames; joints_moved_pct: how far the real
    ones are from those of the first frame; both in % of the side, over frames in which it finds somebody. person_kept:
    the share of imagined frames in which it still does.
    """
    error, moved, kept = [], [], []
    for clip in clips:
        real = pose(clip.frames)
        if real.person[0] < _FOUND:
            continue
        found = real.person[1:] >= _FOUND
        drawn = pose(clip.redrawn.rendered.frames)
        error.append(_apart(drawn.joints, real.joints[1:])[found])
        moved.append(_apart(real.joints[:1], real.joints[1:])[found])
        kept += [(pose(rendered.frames).person >= _FOUND).astype(float) for rendered in clip.imagined.values()]
    return {
        "joint_error_pct": 100 * mean_of_all(error),
        "joints_moved_pct": 100 * mean_of_all(moved),
        "person_kept": mean_of_all(kept),
    }


def sharpness(clip: RealClip) -> np.ndarray:
    """Mean absolute Laplacian of the redrawn frames where the clip moves, over that of the real ones, [T']."""
    ratios = []
    for drawn, real, region in zip(clip.redrawn.rendered.frames, clip.frames[1:], clip.redrawn.region, strict=True):
        if region.any():
            ratios.append(_detail(drawn)[region].mean() / max(_detail(real)[region].mean(), 1e-3))
    return np.array(ratios)


def _detail(frame: np.ndarray) -> np.ndarray:
    return np.abs(cv2.Laplacian(cv2.cvtColor(frame, cv2.COLOR_RGB2GRAY).astype(np.float32), cv2.CV_32F))


def _apart(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    return np.linalg.norm(a - b, axis=-1).mean(-1)


def _square(picture: np.ndarray, size: int) -> np.ndarray:
    height, width = picture.shape[:2]
    side = min(height, width)
    top, left = (height - side) // 2, (width - side) // 2
    middle = picture[top : top + side, left : left + side]
    return cv2.cvtColor(cv2.resize(middle, (size, size), interpolation=cv2.INTER_AREA), cv2.COLOR_BGR2RGB)
