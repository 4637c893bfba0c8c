"""How the body around each keypoint moves: first-order motion from the keypoints near it.

First-order motion (Siarohin et al., First Order Motion Model, 2019) without heads that predict Jacobians: K keypoints
of two pictures say themselves how the part that each belongs to turned and stretched.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

_REACH = 0.22  # half sides within which keypoints begin as neighbours
_RIDGE = 0.01  # half sides squared: what neighbours must spread over before they may stretch a part
_OWN = 1.0  # logarithm of how much more a keypoint counts for its own part than a neighbour at the same place
_TINY = 1e-12
_STIFF = 1e-4  # half sides squared: keypoints nearer to each other than this do not turn a part


class PartMotion(nn.Module):
    """Affine maps from the target to the source, one per keypoint, by a weighted fit of the keypoints around it.

    Which keypoints move together is learned (`ties`: logarithms of weights, beside their distances in both pictures).
    Where neighbours lie on a line, as on a limb, they say nothing about the direction across: the fit is a ridge
    regression towards the rotation that fits best (Procrustes), so that it stretches along and turns across.
    """

    def __init__(self, n_keypoints: int) -> None:
        super().__init__()
        self.ties = nn.Parameter(_OWN * torch.eye(n_keypoints))
        self.log_reach = nn.Parameter(torch.tensor(_REACH).log())
        self.log_ridge = nn.Parameter(torch.full((n_keypoints,), _RIDGE).log())

    def forward(self, source: Tensor, target: Tensor) -> tuple[Tensor, Tensor]:
        """source, target [N, K, 2], float32 positions -> (matrix [N, K, 2, 2], offset [N, K, 2]).

        Part k has the place p of the target from the source's place matrix_k @ p + offset_k.
        """
        apart = _squared(source) + _squared(target)
        weights = (self.ties - apart / (2 * (2 * self.log_reach).exp())).softmax(-1)  # [N, K, K]
        from_middle, to_middle = weights @ target, weights @ source
        a = target[:, None] - from_middle[:, :, None]  # [N, K, K, 2]
        b = source[:, None] - to_middle[:, :, None]
        weighted = (a * weights[..., None]).transpose(2, 3)
        spread, crossed = weighted @ a, (weighted @ b).transpose(2, 3)  # sums of w a a' and w b a'
        cos = crossed[..., 0, 0] + crossed[..., 1, 1] + _STIFF
        sin = crossed[..., 1, 0] - crossed[..., 0, 1]
        length = (cos.square() + sin.square() + _TINY).sqrt()
        cos, sin = cos / length, sin / length
        turn = torch.stack([torch.stack([cos, -sin], -1), torch.stack([sin, cos], -1)], -2)
        ridge = self.log_ridge.exp()[:, None, None]
        matrix = (crossed + ridge * turn) @ _inverse(spread + ridge * torch.eye(2).to(spread))
        return matrix, to_middle - (matrix @ from_middle[..., None])[..., 0]


def _squared(points: Tensor) -> Tensor:
    """Squared distances [N, K, K]."""
    return (points[:, :, None] - points[:, None]).square().sum(-1)


def _inverse(m: Tensor) -> Tensor:
    """Of matrices [..., 2, 2] that are positive definite by their ridge."""
    (a, b), (c, d) = m[..., 0, :].unbind(-1), m[..., 1, :].unbind(-1)
    adjugate = torch.stack([torch.stack([d, -b], -1), torch.stack([-c, a], -1)], -2)
    return adjugate / (a * d - b * c)[..., None, None]
