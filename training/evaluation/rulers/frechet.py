"""Frechet distance between two sets of feature vectors, each seen as a Gaussian.

With any features but I3D's logits this is not FVD and must not be called so: always name the features.
"""

import numpy as np


def frechet_distance(first: np.ndarray, second: np.ndarray) -> float:
    """|m1 - m2|^2 + tr(C1 + C2 - 2 (C1 C2)^(1/2)) of features [N, D] and [M, D]; NaN for a single vector."""
    if min(len(first), len(second)) < 2:
        return float("nan")
    a, b = (_root(features.astype(np.float64)) for features in (first, second))
    mean_gap = first.mean(0, dtype=np.float64) - second.mean(0, dtype=np.float64)
    # C1 = A' A and C2 = B' B, so that the eigenvalues of C1 C2 are the squared singular values of A B'. Nothing
    # becomes complex where C1 C2 is singular, as it is with fewer vectors than numbers in each.
    shared = np.linalg.svd(a @ b.T, compute_uv=False).sum()
    return float(mean_gap @ mean_gap + (a**2).sum() + (b**2).sum() - 2 * shared)


def _root(features: np.ndarray) -> np.ndarray:
    """A matrix A of at most D rows with A' A the covariance of features [N, D]."""
    centred = (features - features.mean(0)) / np.sqrt(len(features) - 1)
    return centred if len(centred) <= centred.shape[1] else np.linalg.qr(centred)[1]
