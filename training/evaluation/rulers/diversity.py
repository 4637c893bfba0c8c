"""How different the futures of one photo are, and whether the real one is among them (method, section 7).

All on keypoint sequences [..., T, K, 2] in [-1, 1].
"""

import numpy as np

from training.evaluation.rulers.estimate import Estimate, pairs_estimate


def pairwise_distance(sequences: np.ndarray) -> float:
    """APD: mean L2 distance between whole sequences [S, T, K, 2], flattened, over all pairs."""
    flat = sequences.reshape(len(sequences), -1)
    first, second = np.triu_indices(len(flat), 1)
    return float(np.linalg.norm(flat[first] - flat[second], axis=1).mean())


def real_pairwise_distance(k0: np.ndarray, futures: np.ndarray, actions: np.ndarray) -> Estimate:
    """APD of real futures [N, T, K, 2]: over pairs of clips of one class, each aligned at its first frame k0 [N, K, 2].

    One photo has one real future only; clips of the same class, with k0 subtracted, stand in for its others.
    NaN when no class has two clips.
    """
    aligned = (futures - k0[:, None]).reshape(len(futures), -1)
    of_class = [aligned[actions == action] for action in np.unique(actions)]
    return pairs_estimate([np.linalg.norm(rows[:, None] - rows[None], axis=-1) for rows in of_class])


def displacement(predicted: np.ndarray, truth: np.ndarray) -> np.ndarray:
    """ADE [...]: mean distance of predicted keypoints [..., T, K, 2] from the real future's, over T and K."""
    return np.linalg.norm(predicted - truth, axis=-1).mean((-1, -2))


def final_displacement(predicted: np.ndarray, truth: np.ndarray) -> np.ndarray:
    """FDE [...]: the same at the last frame alone."""
    return displacement(predicted[..., -1:, :, :], truth[..., -1:, :, :])
