"""Step 2: the detector's keypoints of every frame of every clip become the motion generator's data (section 3.2)."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

from engine.errors import TrainingError
from engine.files import atomic_write
from engine.networks.detector import Detector
from engine.pixels import signed
from training.store.frame_store import FrameStore

BATCH = 64


@torch.no_grad()
def pseudo_labels(detector: Detector, store: FrameStore, device: torch.device, progress=None) -> np.ndarray:
    """Keypoints float32 [N frames, K, 2] of a whole store, in its order. progress(done, total) per batch."""
    size, found = detector.spec.image_size, []
    total = len(store.frames)
    for first in range(0, total, BATCH):
        frames = torch.from_numpy(np.array(store.frames[first : first + BATCH])).to(device)
        x = signed(frames.permute(0, 3, 1, 2))
        if store.size != size:
            x = F.interpolate(x, size=(size, size), mode="bilinear", antialias=True)
        found.append(detector(x.contiguous(memory_format=torch.channels_last)).cpu().numpy())
        if progress:
            progress(min(first + BATCH, total), total)
    return np.concatenate(found).astype(np.float32)


def save_labels(path: Path, keypoints: np.ndarray, store: FrameStore) -> None:
    """Write keypoints [N, K, 2] with the clips' starts and labels as one .npz."""
    with atomic_write(path) as temporary, open(temporary, "wb") as file:
        np.savez(file, keypoints=keypoints, starts=store.starts, labels=store.labels)


def load_labels(path: Path) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """(keypoints, starts, labels) as `save_labels` wrote them. Raises TrainingError for anything else."""
    try:
        with np.load(path, allow_pickle=False) as file:
            keypoints, starts, labels = file["keypoints"], file["starts"], file["labels"]
        ordered = starts.ndim == 1 and starts[0] == 0 and starts[-1] == len(keypoints) and (np.diff(starts) > 0).all()
        shaped = keypoints.shape[2:] == (2,) and labels.shape == (len(starts) - 1,)
        if ordered and shaped and labels.dtype.kind in "iu" and np.isfinite(keypoints).all():
            return keypoints, starts, labels
    except Exception:  # zip, zlib and NumPy raise a dozen kinds for a damaged file
        pass
    raise TrainingError(f"The pseudo labels in {path.name} are damaged.", "Delete that file; they are found again.")
