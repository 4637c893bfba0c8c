"""Frechet distance between two sets of feature vectors, each seen as a Gaussian.

With any features but I3D's logits this is not FVD and must not be called so: always name the features.
"""

import numpy as np
import scipy.linalg


def frechet_distance(first: np.ndarray, second: np.ndarray) -> float:
    """|m1 - m2|^2 + tr(C1 + C2 - 2 (C1 C2)^(1/2)) of features [N, D] and [M, D]; NaN for a single vector."""
    if min(len(first), len(second)) < 2:
        return float("nan")
    mean_gap = first.mean(0) - second.mean(0)
    c1, c2 = (np.atleast_2d(np.cov(x, rowvar=False)) for x in (first.astype(np.float64), second.astype(np.float64)))
    # tr((C1 C2)^(1/2)) through the symmetric root of C1, which stays real where C1 C2 is singular.
    values, vectors = scipy.linalg.eigh(c1)
    root = vectors * np.sqrt(np.maximum(values, 0)) @ vectors.T
    shared = np.sqrt(np.maximum(scipy.linalg.eigvalsh(root @ c2 @ root), 0)).sum()
    return float(mean_gap @ mean_gap + np.trace(c1) + np.trace(c2) - 2 * shared)
