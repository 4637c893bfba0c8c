"""The renderer's way to double a picture by TensorFlow 1's rule is the networks' own, in every precision."""

import numpy as np
import pytest
import torch

from engine.networks.layers import upsample
from engine.rendering.upsampling import upsample_tf1


@pytest.mark.parametrize("shape", [(2, 8, 5, 7), (1, 3, 2, 2), (3, 1, 4, 1), (1, 4, 1, 1)])
@pytest.mark.parametrize(("dtype", "tolerance"), [(torch.float32, 1e-6), (torch.bfloat16, 0.02)])
def test_it_agrees_with_the_networks(shape, dtype, tolerance):
    x = torch.randn(shape, generator=torch.Generator().manual_seed(0)).to(dtype)
    for given in (x, x.contiguous(memory_format=torch.channels_last)):
        y = upsample_tf1(given)
        assert y.dtype == dtype and y.is_contiguous(memory_format=torch.channels_last)
        torch.testing.assert_close(y.float(), upsample(x.float(), "tf1"), atol=tolerance, rtol=0)


def test_samples_stay_at_even_places_with_their_means_between():
    row = upsample_tf1(torch.tensor([[[[0.0, 2.0, 6.0]]]]))[0, 0]
    np.testing.assert_array_equal(row.numpy(), [[0, 1, 2, 4, 6, 6]] * 2)
