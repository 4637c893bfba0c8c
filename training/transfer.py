"""What was learned, carried over into networks of another shape: larger pictures, more keypoints, other actions.

Only what agrees in name and shape is copied, or where it is known how the shapes differ. The detector always looks at
`detector_size`, so it carries over whole from size to size.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from engine.networks.any_translator import AnyTranslator
from engine.networks.detector import Detector
from engine.networks.layers import ConvBlock
from engine.networks.motion import MotionGenerator
from engine.networks.translator import Translator

_APART = 0.5  # of a filter's own deviation: how far a new keypoint's filter begins from the one it is a copy of


def copy_matching(state: dict[str, Tensor], module: nn.Module) -> list[str]:
    """Copy into `module` what agrees in name and shape, or differs by fewer keypoints or by lacking a trunk.

    Returns the names of the module's tensors that found nothing.
    """
    own, state = module.state_dict(), with_more_keypoints(state, module)
    if getattr(getattr(module, "spec", None), "trunk", "none") != "none":
        state = with_further_columns(state, module)
    fitting = {name: value for name, value in state.items() if name in own and own[name].shape == value.shape}
    module.load_state_dict(own | fitting)
    return sorted(name for name, value in own.items() if name not in fitting and value.is_floating_point())


def copy_action_layers(
    source: MotionGenerator, target: MotionGenerator, known: tuple[str, ...], actions: tuple[str, ...]
) -> list[str]:
    """Copy the motion generator's layers that see the action, as `copy_columns` does; the names of those copied."""
    before, after = source.spec, target.spec
    if (before.z_size, before.n_keypoints) != (after.z_size, after.n_keypoints) or not actions:
        return []
    theirs, mine = dict(source.named_parameters()), dict(target.named_parameters())
    layers = ["code.weight", *(f"prior.couplings.{number}.0.weight" for number in range(after.prior_layers))]
    return [name for name in layers if name in theirs and copy_columns(theirs[name], mine[name], known, actions)]


@torch.no_grad()
def copy_columns(source: Tensor, target: Tensor, known: tuple[str, ...], actions: tuple[str, ...]) -> bool:
    """Copy weights [outputs, other inputs and actions]: the other inputs' columns, and those of the actions both know.

    Returns False, with nothing copied, where there are other inputs or outputs than before.
    """
    shared = target.shape[1] - len(actions)
    if source.shape[1] - len(known) != shared or len(source) != len(target):
        return False
    target[:, :shared] = source[:, :shared]
    for number, action in enumerate(actions):
        if action in known:
            target[:, shared + number] = source[:, shared + known.index(action)]
    return True


def copy_moments(optimizer: torch.optim.Optimizer, state: dict) -> bool:
    """Give `optimizer` the moments of `state` while it keeps its own rate; returns whether they fit."""
    mine = optimizer.state_dict()["param_groups"]
    theirs = state["param_groups"]
    if [len(group["params"]) for group in mine] != [len(group["params"]) for group in theirs]:
        return False
    parameters = [parameter for group in optimizer.param_groups for parameter in group["params"]]
    for number, moments in state["state"].items():
        if "exp_avg" in moments and moments["exp_avg"].shape != parameters[number].shape:
            return False  # a network with fewer keypoints
    optimizer.load_state_dict({"state": state["state"], "param_groups": mine})
    return True


def copy_translator(source: AnyTranslator, target: AnyTranslator) -> list[str]:
    """As `copy_matching`, or for pictures of another size as `grow_translator`; what found nothing, in words."""
    if source.spec.translator != target.spec.translator:
        return ["every layer, of another kind"]
    if source.spec.image_size != target.spec.image_size:
        grow_translator(source, target)
        return ["finest stage and heads"]
    return copy_matching(source.state_dict(), target)


def grow_translator(small: nn.Module, large: nn.Module) -> None:
    """Copy into `large` what a translator of the same kind for other pictures knows.

    Of a drawing translator, every block whose place, counted from the coarse end, and shape agree. It serves as well to
    start a smaller one from a larger one.
    """
    if not (isinstance(small, Translator) and isinstance(large, Translator)):
        _grow_by_name(small, large)
        return
    for mine, theirs in zip(large.encoder.levels[::-1], small.encoder.levels[::-1], strict=False):
        _copy_blocks(theirs, mine)
    for mine, theirs in zip(large.stages, small.stages, strict=False):
        _copy_blocks(theirs, mine)


def with_further_columns(state: dict[str, Tensor], module: nn.Module) -> dict[str, Tensor]:
    """`state` with zeros where a convolution of `module` sees further channels behind those it knows."""
    wider = {}
    for name, own in module.state_dict().items():
        value = state.get(name)
        if value is None or value.ndim != 4 or value.shape[1] >= own.shape[1]:
            continue
        if (value.shape[0], *value.shape[2:]) == (own.shape[0], *own.shape[2:]):
            unheard = value.new_zeros(len(value), own.shape[1] - value.shape[1], *value.shape[2:])
            wider[name] = torch.cat([value, unheard], 1)
    return state | wider


def _grow_by_name(small: nn.Module, large: nn.Module) -> None:
    """A moving translator's levels are named by their side. Where one now also sees a finer one, which knows nothing
    yet, those last columns begin as zeros: the pictures are the same as before."""
    theirs, mine = small.state_dict(), large.state_dict()
    for name in theirs.keys() & mine.keys():
        value, own = theirs[name], mine[name]
        if value.shape == own.shape:
            own.copy_(value)
        elif value.ndim == 4 and value.shape[0] == own.shape[0] and value.shape[2:] == own.shape[2:]:
            columns = min(value.shape[1], own.shape[1])
            own.zero_()
            own[:, :columns] = value[:, :columns]


def _copy_blocks(source: nn.Module, target: nn.Module) -> None:
    for theirs, mine in zip(source.children(), target.children(), strict=False):
        assert isinstance(theirs, ConvBlock) and isinstance(mine, ConvBlock)
        if theirs.conv.weight.shape == mine.conv.weight.shape:
            mine.load_state_dict(theirs.state_dict())


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
