"""Intervals: known spreads are found, clips count and not frames, and the same figures give the same interval."""

import numpy as np
import pytest
import scipy.linalg

from training.evaluation.rulers.diversity import final_displacement, real_pairwise_distance
from training.evaluation.rulers.estimate import distance_estimate, mean_estimate, pairs_estimate
from training.evaluation.rulers.frechet import frechet_distance


def test_a_means_interval_is_two_standard_errors_wide_either_way():
    values = np.random.default_rng(0).normal(5, 2, 400)
    estimate = mean_estimate(list(values))
    error = values.std() / np.sqrt(400)
    assert estimate == pytest.approx(values.mean())
    assert (estimate.low, estimate.high) == pytest.approx(
        (values.mean() - 1.96 * error, values.mean() + 1.96 * error), abs=0.03
    )
    assert estimate.clips == 400


def test_nine_in_ten_intervals_and_more_hold_the_truth():
    rng = np.random.default_rng(1)
    drawn = [mean_estimate(list(rng.normal(0, 1, 40))) for _ in range(200)]
    assert np.mean([each.low <= 0 <= each.high for each in drawn]) > 0.9


def test_frames_that_repeat_each_other_make_a_figure_no_surer():
    values = np.random.default_rng(2).normal(0, 1, 30)
    once, repeated = mean_estimate(list(values)), mean_estimate([np.full(50, value) for value in values])
    assert repeated.high - repeated.low == pytest.approx(once.high - once.low)


def test_clips_weigh_by_the_values_they_have_and_empty_ones_do_not_count():
    estimate = mean_estimate([np.array([1.0, 1.0, 1.0]), np.array([5.0]), np.empty(0)])
    assert estimate == pytest.approx(2.0) and estimate.clips == 2
    assert estimate.low == 1 and estimate.high == 5


def test_one_clip_has_no_interval_and_none_no_figure():
    assert np.isnan(mean_estimate([np.array([3.0])]).low)
    assert np.isnan(mean_estimate([]))


def test_pairs_are_of_different_clips_even_when_one_is_drawn_twice():
    apart = np.full((6, 6), 2.0) - 2 * np.eye(6)
    estimate = pairs_estimate([apart])
    assert (estimate, estimate.low, estimate.high) == pytest.approx((2, 2, 2))


def test_diversity_of_real_futures_has_an_interval_around_it():
    rng = np.random.default_rng(0)
    diversity = real_pairwise_distance(np.zeros((20, 3, 2)), rng.normal(0, 1, (20, 4, 3, 2)), np.arange(20) % 2)
    assert diversity.low < diversity < diversity.high


def test_the_last_frames_displacement_is_the_last_frames():
    predicted = np.zeros((4, 3, 2))
    predicted[-1, :, 0] = 0.5
    assert final_displacement(predicted, np.zeros((4, 3, 2))) == pytest.approx(0.5)


@pytest.mark.parametrize(("n", "m"), [(12, 15), (300, 400), (12, 400)])
def test_frechet_distance_is_that_of_scipys_matrix_root(n, m):
    rng = np.random.default_rng(0)
    first = rng.normal(0, 1, (n, 24)) @ rng.normal(0, 0.3, (24, 24))
    second = rng.normal(0.2, 1, (m, 24)) @ rng.normal(0, 0.3, (24, 24))
    gap, c1, c2 = first.mean(0) - second.mean(0), np.cov(first.T), np.cov(second.T)
    root = scipy.linalg.sqrtm(c1 @ c2)
    expected = gap @ gap + np.trace(c1) + np.trace(c2) - 2 * np.trace(root.real)
    assert frechet_distance(first, second) == pytest.approx(expected, rel=1e-3)


def test_a_distances_interval_lies_around_it_and_shrinks_with_more_clips():
    rng = np.random.default_rng(0)

    def estimate(clips: int):
        first, second = rng.normal(0, 1, (clips, 5, 8)), rng.normal(0.5, 1, (clips, 5, 8))
        return distance_estimate(frechet_distance, first, second)

    few, many = estimate(12), estimate(200)
    assert few.low < few < few.high and many.low < many < many.high
    assert many.high - many.low < 0.5 * (few.high - few.low)
