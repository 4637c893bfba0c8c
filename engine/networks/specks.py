"""Finished frames without specks: bits of figure where nothing of the photo's figure was carried to.

A network that is unsure of an arm covers the place where a hand should be, although its pixels are elsewhere: what is
seen there is a scrap of the photo's place that floats beside the person.
"""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import torch
from torch.nn import functional as F

from engine.networks.moving_fields import Fields
from engine.networks.source_layers import Layers, certain
from engine.networks.warping import sampled

_CALLED = 2.0  # logits by which a frame's network may at most call the photo's place the figure
_THERE = 0.25  # of a cell covered, from which on it is the figure's
_SPECK = 0.04  # of the figure: less, and apart from the rest, is a speck
_GONE = 12.0  # logits that no cover withstands


def without_specks(layers: Layers, fields: Fields) -> Fields:
    """The fields of N frames of a photo with `Layers` [1, ...], for finished frames: not while they are learned."""
    more = fields.cover.clamp(max=_CALLED)
    small = F.adaptive_avg_pool2d(layers.cover, more.shape[-1]).expand(len(more), -1, -1, -1)
    covers = certain(sampled(small, fields.positions) + more).sigmoid()[:, 0]
    specks = np.stack([_specks(cover) for cover in covers.detach().cpu().numpy()])
    return replace(fields, cover=more - _GONE * torch.from_numpy(specks).to(more)[:, None])


def _specks(cover: np.ndarray) -> np.ndarray:
    """Which cells of a cover [cells, cells] are small pieces apart from the figure, with their rims."""
    there = (cover > _THERE).astype(np.uint8)
    count, pieces, stats, _ = cv2.connectedComponentsWithStats(there)
    areas = stats[:, cv2.CC_STAT_AREA]
    small = np.flatnonzero(areas < _SPECK * areas[1:].sum())
    specks = np.isin(pieces, small[small > 0])
    if count < 3 or not specks.any():
        return np.zeros(cover.shape, bool)
    grown = cv2.dilate(specks.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    return grown & (specks | (there == 0))
