"""The learned prior: couplings that can be undone, and that learn where z lie under a condition."""

import pytest
import torch

from engine.networks.latent_flow import LatentFlow


def shaken(z_size: int, layers: int = 5) -> LatentFlow:
    """A flow whose every layer does something; a new one only reorders."""
    torch.manual_seed(0)
    flow = LatentFlow(z_size, 2, layers)
    for parameter in flow.parameters():
        torch.nn.init.normal_(parameter, std=0.1)
    return flow


@pytest.mark.parametrize("z_size", [2, 5, 8])
def test_minus_the_logarithm_of_the_density_is_that_of_the_changed_variables(z_size):
    flow, condition = shaken(z_size), torch.randn(1, 2)
    z = torch.randn(1, z_size)
    latent = flow(z, condition)
    jacobian = torch.autograd.functional.jacobian(lambda x: flow(x, condition)[0], z)[:, 0]
    expected = z.square().sum() / 2 + torch.linalg.slogdet(jacobian).logabsdet
    assert flow.surprise(latent, condition)[0].item() == pytest.approx(expected.item(), abs=1e-4)
    assert abs(jacobian.det().abs().item() - 1) > 1e-3  # the layers do stretch


def test_an_untrained_flow_leaves_the_standard_normal_as_it_is():
    flow, z = LatentFlow(6, 3, 4), torch.randn(10, 6)
    latent = flow(z, torch.zeros(10, 3))
    assert torch.equal(latent.sort(1).values, z.sort(1).values)


def test_it_learns_a_bend_whose_sense_the_condition_says():
    torch.manual_seed(0)
    flow = LatentFlow(2, 1, 6)
    optimizer = torch.optim.Adam(flow.parameters(), 3e-3)
    for _ in range(300):
        sense = torch.where(torch.rand(256, 1) < 0.5, -1.0, 1.0)
        across = torch.randn(256, 1)
        latent = torch.cat([across, sense * across.square() + 0.1 * torch.randn(256, 1)], 1)
        loss = flow.surprise(latent, sense).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    with torch.no_grad():
        for sense in (-1.0, 1.0):
            across, along = flow(torch.randn(1000, 2), torch.full((1000, 1), sense)).T
            off = (along - sense * across.square())[across.abs() < 2]
            assert off.abs().median() < 0.2  # a Gaussian of the same mean and covariance is 0.9 off
            assert across.std().item() == pytest.approx(1, abs=0.15)
