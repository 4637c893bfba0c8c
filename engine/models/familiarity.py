"""Is this picture like what the model learned from? A calibrated answer in one sentence, with advice on the crop.

Evidence: how well the translator draws the picture from its own keypoints with the mask off, how much of it the mask
calls figure and whether the keypoints lie on that, how sure the detector is, and how usual the keypoints and the
detector's deep features are. A small logistic regression weighs it; its numbers travel in the model card. Without a
calibration nothing is said. Knows a predictor only by what `Examiner` says it can do; imports no torch.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

import numpy as np

from engine.errors import BundleError
from engine.models.card import REMEDY, ModelCard
from engine.pixels import signed

if TYPE_CHECKING:
    from engine.rendering.stream import RenderedBatch

VERSION = 1
COMPONENTS = 16  # directions of the deep features that are kept
LARGEST_SHARE_FIRED = 0.015  # of the pictures calibrated on; <= 5 % is promised for others, which look less usual
# What nobody could calibrate on, photographs above all, lies between a model's own pictures and strangers. It gets the
# benefit of the doubt, as far as so many strangers are still called unfamiliar.
LEAST_SHARE_CALLED_UNFAMILIAR = 0.92
_NEAR = 0.14  # how far a keypoint reaches, in units of half the side

EVIDENCE = (
    "log error near keypoints",
    "log error near keypoints / contrast",
    "log error in the figure",
    "log error of the frame",
    "figure's share of the picture",
    "figure near keypoints",
    "figure at keypoints",
    "keypoints' spread in x",
    "keypoints' spread in y",
    "log peak of the score maps",
    "log lowest peak",
    "width of the score maps",
)
_DRAWN = 7  # of which the translator gives so many


class Detections(NamedTuple):
    """What the detector finds in N crops, and how surely, all float32.

    keypoints [N, K, 2]; of each keypoint's score map, as a probability, its peak [N, K] in 0..1 and its width [N, K]
    (standard deviation in units of half the side); and the mean of the deepest features [N, D].
    """

    keypoints: np.ndarray
    peaks: np.ndarray
    widths: np.ndarray
    deep: np.ndarray


class Examiner(Protocol):
    """What a predictor is asked for here."""

    card: ModelCard
    name: str

    def detections(self, crops: np.ndarray) -> Detections:
        """Of crops uint8 [N, S, S, 3]."""
        ...

    def render_frames(
        self, source: np.ndarray, source_keypoints: np.ndarray, keypoints: np.ndarray
    ) -> Iterator[RenderedBatch]:
        """A source uint8 [S, S, 3] with keypoints [K, 2] as it looks with keypoints [T, K, 2]."""
        ...


@dataclass(frozen=True)
class Familiarity:
    """`score` 0..1, `familiar` from 0.5 on, and `advice` what to do if not.

    Of a model that was never calibrated, score and familiar are None: it does not know.
    """

    score: float | None
    familiar: bool | None
    advice: str


UNKNOWN = Familiarity(None, None, "")
"""What a model says that was never calibrated."""


def assess(predictor: Examiner, crop: np.ndarray) -> Familiarity:
    """How familiar uint8 [S, S, 3] is to a model."""
    if not is_calibrated(predictor.card):
        return UNKNOWN
    return verdict(predictor, features(predictor, crop[None])[0])


def verdict(predictor: Examiner, row: np.ndarray) -> Familiarity:
    """The same by the crop's `features` [F], for a calibrated model."""
    score = float(scores(row[None], predictor.card.familiarity)[0])
    return Familiarity(score, score >= 0.5, "" if score >= 0.5 else advice(predictor))


def is_calibrated(card: ModelCard) -> bool:
    """Whether the model can tell what is familiar to it."""
    return card.familiarity.get("version") == VERSION


def check_calibration(card: ModelCard) -> None:
    """Raise `BundleError` if the card's calibration is none that `assess` can use."""
    if card.familiarity.get("version") != VERSION:
        return
    spec = card.spec
    nothing = np.zeros((1, len(EVIDENCE) + 2 * spec.n_keypoints + spec.detector_encoder[-1]))
    try:
        usable = card.familiarity["n_keypoints"] == spec.n_keypoints and np.isfinite(scores(nothing, card.familiarity))
        if np.shape(usable) == (1,) and usable.all():
            return
    except Exception:  # what incomplete numbers make of NumPy is anything
        pass
    raise BundleError("The model card's familiarity is incomplete.", REMEDY)


def advice(predictor: Examiner) -> str:
    """What to say to a person whose picture is unfamiliar."""
    known = predictor.card.title or predictor.name
    return (
        f"This picture is unlike what the model {known} learned from, so its future may look wrong: "
        "try a crop in which one whole figure fills most of the square."
    )


def features(predictor: Examiner, crops: np.ndarray) -> np.ndarray:
    """float32 [N, F] of uint8 [N, S, S, 3]: the `EVIDENCE`, then keypoints (2 K), then the detector's deep features."""
    return examined(predictor, crops)[0]


def examined(predictor: Examiner, crops: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The crops' `features`, and how much of each pixel is figure to the model, float32 [N, S, S] in 0..1."""
    rows, figures = [], []
    for crop, keypoints, peaks, widths, deep in zip(crops, *predictor.detections(crops), strict=True):
        batch = next(predictor.render_frames(crop, keypoints, keypoints[None]))
        drawn = _drawing(crop, keypoints, batch.frames[0], batch.synthesized[0], batch.mask[0])
        rows.append(_row(drawn, keypoints, peaks, widths, deep))
        figures.append(1 - batch.mask[0].astype(np.float32) / 255)
    return np.array(rows, np.float32), np.array(figures)


def keypoints_in(row: np.ndarray, n_keypoints: int) -> np.ndarray:
    """The keypoints [n_keypoints, 2] in a row of `features`."""
    return row[len(EVIDENCE) : len(EVIDENCE) + 2 * n_keypoints].reshape(n_keypoints, 2)


def scores(rows: np.ndarray, calibration: dict) -> np.ndarray:
    """float [N] in 0..1 for `features`; 0.5 is the threshold."""
    return 1 / (1 + np.exp(-np.clip(logits(rows, calibration), -60, 60)))


def logits(rows: np.ndarray, calibration: dict) -> np.ndarray:
    """float [N] for `features`, as `scores` before they are squeezed into 0..1; 0 is the threshold."""
    weighed = _weighable(rows, calibration) @ np.array(calibration["weights"])
    return weighed + calibration["bias"] - calibration["threshold"]


def logits_at_a_glance(detections: Detections, calibration: dict) -> np.ndarray:
    """float [N]: what `logits` would be if the translator drew these crops as it draws its own. Costs little."""
    usual = calibration["evidence_mean"][:_DRAWN]
    return logits(np.array([_row(usual, *each) for each in zip(*detections, strict=True)], np.float32), calibration)


def calibrate(features_in: np.ndarray, features_out: np.ndarray, n_keypoints: int) -> dict:
    """Fit the calibration to `features` of pictures of the model's domain [N, F] and of others [M, F].

    Returns JSON-able numbers for `ModelCard.familiarity`. At least 40 pictures of each kind are needed.
    """
    from scipy.optimize import minimize

    if len(features_in) < 40 or len(features_out) < 40:
        raise ValueError("calibration needs at least 40 pictures of each kind")
    # Mahalanobis distances of the pictures that shaped them come out too small: one half shapes, the other weighs.
    calibration = _usual(features_in[::2], n_keypoints)
    inside, outside = _weighable(features_in[1::2], calibration), _weighable(features_out, calibration)
    x = np.concatenate([inside, outside])
    sign = np.concatenate([np.ones(len(inside)), -np.ones(len(outside))])
    share = np.where(sign > 0, 0.5 / len(inside), 0.5 / len(outside))

    def loss(parameters: np.ndarray) -> tuple[float, np.ndarray]:
        weights, bias = parameters[:-1], parameters[-1]
        margin = sign * (x @ weights + bias)
        slope = -sign * share / (1 + np.exp(np.clip(margin, -60, 60)))
        value = (share * np.logaddexp(0, -margin)).sum() + 0.005 * (weights**2).sum()
        return value, np.append(x.T @ slope + 0.01 * weights, slope.sum())

    parameters = minimize(loss, np.zeros(x.shape[1] + 1), jac=True, method="L-BFGS-B").x
    weights, bias = parameters[:-1], float(parameters[-1])
    known, strange = inside @ weights + bias, outside @ weights + bias
    threshold = float(min(np.quantile(known, LARGEST_SHARE_FIRED), np.quantile(strange, LEAST_SHARE_CALLED_UNFAMILIAR)))
    return {
        **calibration,
        "weights": _rounded(weights),
        "bias": bias,
        "threshold": threshold,
        "fired_in": float((known < threshold).mean()),
        "fired_out": float((strange < threshold).mean()),
        "pictures": [len(features_in), len(features_out)],
    }


def _row(drawn: list, keypoints: np.ndarray, peaks: np.ndarray, widths: np.ndarray, deep: np.ndarray) -> np.ndarray:
    """One row of `features`."""
    sure = [np.log(peaks.mean() + 1e-6), np.log(peaks.min() + 1e-6), widths.mean()]
    return np.concatenate([drawn, keypoints.std(0), sure, keypoints.ravel(), deep])


def _drawing(source: np.ndarray, keypoints: np.ndarray, frame: np.ndarray, crude: np.ndarray, mask: np.ndarray) -> list:
    """The first `_DRAWN` of `EVIDENCE`."""
    size = len(source)
    grid = np.linspace(-1, 1, size)
    squared = (grid[None, None, :] - keypoints[:, 0, None, None]) ** 2
    squared = squared + (grid[None, :, None] - keypoints[:, 1, None, None]) ** 2
    near = np.exp(-squared.min(0) / (2 * _NEAR**2))
    image = signed(source)
    error = np.abs(signed(crude) - image).mean(-1)
    figure = 1 - mask / 255
    contrast = np.sqrt((_mean(image**2, near[..., None]) - _mean(image, near[..., None]) ** 2).clip(0).mean())
    error_near = _mean(error, near)
    columns, rows = ((keypoints.clip(-1, 1) + 1) / 2 * (size - 1)).round().astype(int).T
    return [
        np.log(error_near + 1e-3),
        np.log(error_near / (contrast + 0.02) + 1e-3),
        np.log(_mean(error, figure + 1e-3) + 1e-3),
        np.log(np.abs(signed(frame) - image).mean() + 1e-3),
        figure.mean(),
        _mean(near, figure + 1e-3),
        figure[rows, columns].mean(),
    ]


def _mean(values: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """The weighted mean over the picture (the first two axes)."""
    return (values * weights).sum((0, 1)) / weights.sum((0, 1))


def _usual(rows: np.ndarray, n_keypoints: int) -> dict:
    """What pictures of the domain usually look like."""
    first, second = len(EVIDENCE), len(EVIDENCE) + 2 * n_keypoints
    evidence, keypoints, deep = rows[:, :first], rows[:, first:second], rows[:, second:]
    centre = deep.mean(0)
    directions = np.linalg.svd(deep - centre, full_matrices=False)[2][:COMPONENTS]
    covariance = np.cov(keypoints.T) + 1e-3 * np.eye(2 * n_keypoints)
    usual = {
        "version": VERSION,
        "n_keypoints": n_keypoints,
        "evidence_mean": _rounded(evidence.mean(0)),
        "evidence_scale": _rounded(evidence.std(0) + 1e-4),
        "keypoints_mean": _rounded(keypoints.mean(0)),
        "keypoints_precision": _rounded(np.linalg.inv(covariance)),
        "deep_mean": _rounded(centre),
        "deep_directions": _rounded(directions),
        "deep_scale": _rounded(((deep - centre) @ directions.T).std(0) + 1e-4),
    }
    residual = _deep_parts(deep, usual)[1]
    return {**usual, "deep_residual": float(residual.mean() + 1e-6)}


def _weighable(rows: np.ndarray, usual: dict) -> np.ndarray:
    """float64 [N, len(EVIDENCE) + 4]: the evidence in standard deviations, and how unusual each group is as a whole."""
    rows = np.asarray(rows, np.float64)
    first = len(EVIDENCE)
    second = first + 2 * usual["n_keypoints"]
    evidence = (rows[:, :first] - usual["evidence_mean"]) / usual["evidence_scale"]
    evidence = evidence.clip(-6, 6)  # so that no single number decides
    off = rows[:, first:second] - usual["keypoints_mean"]
    pose = np.einsum("ni,ij,nj->n", off, np.array(usual["keypoints_precision"]), off) / off.shape[1]
    along, residual = _deep_parts(rows[:, second:], usual)
    unusual = np.stack([(evidence**2).mean(1), pose, (along**2).mean(1), residual / usual["deep_residual"]], 1)
    return np.concatenate([evidence, np.log(unusual.clip(1e-3, 1e3))], 1)


def _deep_parts(deep: np.ndarray, usual: dict) -> tuple[np.ndarray, np.ndarray]:
    """Deep features along the usual directions, in standard deviations, and the mean square of what is left."""
    off = deep - np.array(usual["deep_mean"])
    directions = np.array(usual["deep_directions"])
    along = off @ directions.T
    return along / np.array(usual["deep_scale"]), ((off - along @ directions) ** 2).mean(1)


def _rounded(values: np.ndarray) -> list:
    """A nested list with six significant digits, as a model card has room for."""
    return np.vectorize(lambda value: float(f"{value:.6g}"), otypes=[float])(values).tolist()
