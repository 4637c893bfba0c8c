"""A network for K keypoints from the weights of one for fewer: the old keypoints stay, the new ones are found anew.

Knows the layers whose shapes depend on K: the detector's head, and what of the translator sees Gaussian maps.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from engine.networks.detector import Detector
from engine.networks.translator import Translator

_APART = 0.5  # of a filter's own deviation: how far a new keypoint's filter begins from the one it is a copy of


@torch.no_grad()
def with_more_keypoints(state: dict[str, Tensor], module: nn.Module) -> dict[str, Tensor]:
    """`state` in the shapes of `module`; unchanged where the number of keypoints is not what they differ by.

    A new keypoint begins near an old one, so on the object, by a noisy copy of its filter (torch's generator). The
    translator does not listen to it yet: pictures come out as before, and gradients call it to where it is missed.
    """
    if isinstance(module, Detector):
        return _head(state, module)
    return _maps(state, module) if isinstance(module, Translator) else state


def _head(state: dict[str, Tensor], detector: Detector) -> dict[str, Tensor]:
    weight, bias, wanted = state["head.weight"], state["head.bias"], detector.spec.n_keypoints
    before = len(weight)
    if before >= wanted or weight.shape[1:] != detector.head.weight.shape[1:]:
        return state
    copied = torch.arange(wanted - before) % before
    apart = _APART * weight[copied].flatten(1).std(1)[:, None, None, None]
    new = weight[copied] + apart * torch.randn(weight[copied].shape).to(weight)
    return state | {"head.weight": torch.cat([weight, new]), "head.bias": torch.cat([bias, bias[copied]])}


def _maps(state: dict[str, Tensor], translator: Translator) -> dict[str, Tensor]:
    spec, changed = translator.spec, {}
    sets = 2 if spec.source_keypoints else 1
    for i in range(spec.gaussian_stages):
        name = f"stages.{i}.0.conv.weight"
        weight = state.get(name)
        first = spec.image_encoder[-1] if i == 0 else spec.translator_widths[i - 1]
        carried = spec.image_encoder[-1 - i] if i < spec.carried_stages else 0
        if weight is None or len(weight) != spec.translator_widths[i]:
            return state
        before = (weight.shape[1] - first - carried) // sets
        if not 0 < before < spec.n_keypoints or first + sets * before + carried != weight.shape[1]:
            return state
        unheard = weight.new_zeros(len(weight), spec.n_keypoints - before, *weight.shape[2:])
        pieces = weight.split([first, *[before] * sets, carried], 1)
        maps = [torch.cat([piece, unheard], 1) for piece in pieces[1:-1]]
        changed[name] = torch.cat([pieces[0], *maps, pieces[-1]], 1)
    return state | changed
