"""The discriminators have the paper's shapes and can be taught to tell real from made-up."""

import pytest
import torch
import torch.nn.functional as F
from torch import nn

from training.losses.discriminators import ImageDiscriminator, SequenceDiscriminator


def test_the_authors_sizes_give_widths_64_to_2048_and_a_patch_of_logits():
    network = ImageDiscriminator(128, width=64, depth=6)
    assert [layer.out_channels for layer in network.features if isinstance(layer, nn.Conv2d)] == [
        64, 128, 256, 512, 1024, 2048,
    ]  # fmt: skip
    assert network(torch.zeros(2, 3, 128, 128)).shape == (2, 1, 2, 2)


def test_by_default_the_depth_follows_the_image_size():
    assert ImageDiscriminator(64, width=8)(torch.zeros(1, 3, 64, 64)).shape == (1, 1, 2, 2)
    assert ImageDiscriminator(128, width=8, depth=3)(torch.zeros(1, 3, 128, 128)).shape == (1, 1, 16, 16)


def test_a_depth_beyond_the_image_is_refused():
    with pytest.raises(ValueError, match="64 px"):
        ImageDiscriminator(64, depth=7)


def test_the_image_discriminator_learns_to_tell_sharp_from_blurred():
    torch.manual_seed(0)
    network = ImageDiscriminator(32, width=8)
    sharp = torch.rand(16, 3, 32, 32) * 2 - 1
    blurred = F.avg_pool2d(sharp, 5, 1, 2)
    _teach(network, sharp, blurred)
    assert network(sharp).mean() > 0 > network(blurred).mean()


def test_the_sequence_discriminator_gives_one_logit_and_learns_to_tell_smooth_from_jittery():
    torch.manual_seed(0)
    network = SequenceDiscriminator(n_keypoints=4, cells=32)
    t = torch.linspace(0, 6, 32)[None, :, None, None]
    smooth = torch.sin(t + torch.rand(16, 1, 4, 2) * 6)
    jittery = smooth + 0.5 * torch.randn_like(smooth)
    _teach(network, smooth, jittery)
    assert network(smooth).shape == (16, 1)
    assert network(smooth).mean() > network(jittery).mean() + 1


def _teach(network, real, fake):
    optimizer = torch.optim.Adam(network.parameters(), 3e-3, (0.5, 0.999))
    for _ in range(60):
        loss = F.softplus(-network(real)).mean() + F.softplus(network(fake)).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
