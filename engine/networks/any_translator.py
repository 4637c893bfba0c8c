"""What every variant of the image translator can do, for those who do not mind which one they have."""

from __future__ import annotations

from typing import Any

from torch import Tensor, nn

from engine.networks.spec import NetworkSpec


class AnyTranslator(nn.Module):
    """A picture, its keypoints and target keypoints -> the target picture; `spec.translator` names the variant."""

    spec: NetworkSpec

    def prepare(self, image: Tensor, source_keypoints: Tensor) -> Any:
        """The parts that do not depend on the target; image [N, 3, S, S] in [-1, 1], source_keypoints [N, K, 2]."""
        raise NotImplementedError

    def compose(self, prepared: Any, target_keypoints: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """(frame, crude, mask) for target_keypoints [N, K, 2]; one prepared source serves any number of targets.

        frame and crude [N, 3, S, S] are unclipped around [-1, 1]; mask [N, 1, S, S] in [0, 1], 1 = background kept.
        """
        raise NotImplementedError

    def forward(
        self, image: Tensor, source_keypoints: Tensor, target_keypoints: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """`prepare` and `compose` in one: pairs of [N, ...] sources and targets, as in training."""
        return self.compose(self.prepare(image, source_keypoints), target_keypoints)
