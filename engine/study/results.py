"""What all raters said together: mean ranks, and how often one system is preferred to another.

The rankings of one rater resemble each other, so intervals come from resampled raters where there are two or more, else
from resampled trials.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from scipy.stats import binomtest

from engine.errors import Problem
from engine.study.ratings import Ranking
from engine.study.study import Study

_RESAMPLES = 2000
_MIDDLE = (2.5, 97.5)


@dataclass(frozen=True)
class SystemResult:
    """rank: mean, 1 is best; deviation: the standard deviation of single ranks (n - 1); low, high: 95 % of the mean;
    first: the share of rankings that put it first; n: rankings it is part of."""

    system: str
    n: int
    rank: float
    deviation: float
    low: float
    high: float
    first: float


@dataclass(frozen=True)
class Preference:
    """wins: rankings in which `over` stands before `under`, of n with both; low, high: 95 % of the share, by Wilson;
    p: of so uneven a split or more if neither were preferred, two-sided, as if all rankings were independent."""

    over: str
    under: str
    wins: int
    n: int
    low: float
    high: float
    p: float

    @property
    def share(self) -> float:
        return self.wins / self.n


@dataclass(frozen=True)
class Results:
    systems: tuple[SystemResult, ...]  # the best mean rank first
    preferences: tuple[Preference, ...]  # of every pair with a ranking, the preferred one as `over`
    raters: int
    rankings: int


def results(study: Study, said: Sequence[tuple[str, Ranking]]) -> Results:
    """Sum up rankings (rater, ranking), as `ratings.latest` gives them."""
    owner = {clip.id: clip.system for trial in study.trials for clip in trial.clips}
    orders = [[owner[id] for id in ranking.order] for _, ranking in said]
    raters = [rater for rater, _ in said]
    groups = raters if len(set(raters)) > 1 else [ranking.trial for _, ranking in said]
    ranked = [_system(name, orders, groups) for name in study.systems if any(name in order for order in orders)]
    pairs = [_preference(a, b, orders) for a, b in combinations(study.systems, 2)]
    by_rank = tuple(sorted(ranked, key=lambda result: result.rank))
    return Results(by_rank, tuple(pair for pair in pairs if pair is not None), len(set(raters)), len(said))


def as_csv(study: Study, said: Sequence[tuple[str, Ranking]]) -> str:
    """A line per rater, trial and clip: rater, trial, asked, system, rank, of, seconds."""
    owner = {clip.id: clip.system for trial in study.trials for clip in trial.clips}
    asked = {trial.id: trial.asked for trial in study.trials}
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("rater", "trial", "asked", "system", "rank", "of", "seconds"))
    for rater, ranking in said:
        for position, id in enumerate(ranking.order, 1):
            row = (rater, ranking.trial, asked[ranking.trial], owner[id], position, len(ranking.order))
            writer.writerow((*(_cell(value) for value in row), round(ranking.seconds, 1)))
    return text.getvalue()


def _cell(value: object) -> object:
    """A text that a spreadsheet takes for a text, whatever a rater is called."""
    return f"'{value}" if isinstance(value, str) and value[:1] in "=+-@\t\r" else value


def _system(name: str, orders: list[list[str]], groups: list[str]) -> SystemResult:
    ranks = np.array([order.index(name) + 1 for order in orders if name in order], np.float64)
    of = [group for order, group in zip(orders, groups, strict=True) if name in order]
    low, high = _interval(ranks, of)
    deviation = float(ranks.std(ddof=1)) if len(ranks) > 1 else float("nan")
    return SystemResult(name, len(ranks), float(ranks.mean()), deviation, low, high, float((ranks == 1).mean()))


def _interval(ranks: np.ndarray, groups: list[str]) -> tuple[float, float]:
    names = sorted(set(groups))
    if len(names) < 2:
        return float("nan"), float("nan")
    member = np.array([[group == name for group in groups] for name in names], np.float64)
    sums, counts = member @ ranks, member.sum(1)
    chosen = np.random.default_rng(0).integers(0, len(names), (_RESAMPLES, len(names)))
    low, high = np.percentile(sums[chosen].sum(1) / counts[chosen].sum(1), _MIDDLE)
    return float(low), float(high)


def _preference(a: str, b: str, orders: list[list[str]]) -> Preference | None:
    both = [order for order in orders if a in order and b in order]
    wins = sum(order.index(a) < order.index(b) for order in both)
    if not both:
        return None
    over, under, wins = (a, b, wins) if 2 * wins >= len(both) else (b, a, len(both) - wins)
    test = binomtest(wins, len(both))
    interval = test.proportion_ci(method="wilson")
    return Preference(over, under, wins, len(both), float(interval.low), float(interval.high), float(test.pvalue))


def as_text(study: Study, found: Results, problems: Sequence[Problem] = ()) -> str:
    """The results as lines for a terminal."""
    raters, rankings = (
        f"{n} {word}{'s' * (n != 1)}" for n, word in ((found.raters, "rater"), (found.rankings, "ranking"))
    )
    trials = f"{len(study.trials)} trial{'s' * (len(study.trials) != 1)}"
    lines = [f"{study.title} · {trials} · {raters} · {rankings}"]
    for each in found.systems:
        mean = f"{each.rank:.2f} +- {each.deviation:.2f}"
        interval = f"95 %: {each.low:.2f} to {each.high:.2f}"
        lines.append(f"  {each.system:20} mean rank {mean}   {interval}   first in {each.first:.0%}")
    for pair in found.preferences:
        share = f"{pair.wins} of {pair.n}, 95 %: {pair.low:.0%} to {pair.high:.0%}, p = {pair.p:.2g}"
        lines.append(f"  {pair.over} before {pair.under}: {share}")
    lines += [f"  left out: {problem.file}: {problem.what}" for problem in problems]
    return "\n".join(lines)
