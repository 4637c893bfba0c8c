"""Fits what is worn to a body, and leaves out what nobody sees. Axes and lengths are those of `body`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from training.worlds.humans.assets import Proxy
from training.worlds.humans.body import SKIN, Bodies, HumanBody


@dataclass(frozen=True, eq=False)
class Piece:
    """A piece of a dressed human, with one material.

    vertices f64 [V, 3]; weights f64 [V, N] by bone; triangles int [F, 3]; uv f64 [F, 3, 2], v down as in glTF;
    picture uint8 [H, W, 4] RGBA; colour: sRGB in 0..1 that multiplies it; cut: parts of the picture are transparent.
    """

    name: str
    vertices: np.ndarray
    weights: np.ndarray
    triangles: np.ndarray
    uv: np.ndarray
    picture: np.ndarray
    colour: tuple[float, float, float] = (1.0, 1.0, 1.0)
    cut: bool = False


def skin(bodies: Bodies, body: HumanBody, hidden: np.ndarray, picture: np.ndarray) -> Piece:
    """The skin without what is hidden, bool [B] by vertex."""
    seen = ~hidden[bodies.triangles].all(1)
    return Piece("Skin", body.vertices, body.bone_weights, bodies.triangles[seen], _down(bodies.uv[seen]), picture)


def fitted(base: np.ndarray, body: HumanBody, proxy: Proxy, name: str, picture: np.ndarray, cut: bool = True) -> Piece:
    """Something worn, on a body: each of its vertices is the weighted sum of three of the body's, and an offset that
    turns with them and grows with the body. base f64 [B, 3]: the vertices of the body that it was made for."""
    grown = body.height / np.ptp(base[:SKIN, 1])
    turned = _frames(body.vertices, proxy.references) @ _frames(base, proxy.references).transpose(0, 2, 1)
    single = (proxy.references[:, 0] == proxy.references[:, 1]) | (proxy.references[:, 1] == proxy.references[:, 2])
    turned[single] = np.eye(3)
    carried = (body.vertices[proxy.references] * proxy.weights[..., None]).sum(1)
    vertices = carried + np.einsum("vij,vj->vi", turned, proxy.offsets * grown)
    share = np.abs(proxy.weights) / np.abs(proxy.weights).sum(1, keepdims=True)
    weights = (body.bone_weights[proxy.references] * share[..., None]).sum(1)
    return Piece(name, vertices, weights, proxy.triangles, _down(proxy.uv), picture, cut=cut)


def taken_apart(piece: Piece, bone_names: Sequence[str]) -> list[Piece]:
    """A suit taken apart into what is worn above, below and on the feet, where its mesh hangs together no further."""
    n = len(piece.vertices)
    _, position = np.unique(piece.vertices.round(5), axis=0, return_inverse=True)
    corners = position.reshape(-1)[piece.triangles]
    edges = np.concatenate([corners[:, [0, 1]], corners[:, [1, 2]]])
    _, label = connected_components(coo_matrix((np.ones(len(edges)), edges.T), shape=(n, n)), directed=False)
    of = label[corners[:, 0]]
    share = {kind: piece.weights[:, columns].sum(1) for kind, columns in _columns(bone_names).items()}
    kinds = np.empty(len(piece.triangles), object)
    for number in np.unique(of):
        mine = of == number
        used = np.unique(piece.triangles[mine])
        legs, feet, arms = (share[kind][used] for kind in ("legs", "feet", "above"))
        if feet.mean() > 0.5:
            kinds[mine] = "Shoes"
        elif legs.max() > 0.9 and arms.max() > 0.9:
            kinds[mine] = "Suit"
        else:
            kinds[mine] = "Bottom" if legs.mean() + feet.mean() > 0.4 else "Top"
    return [
        replace(piece, name=kind, triangles=piece.triangles[kinds == kind], uv=piece.uv[kinds == kind])
        for kind in sorted(set(kinds))
    ]


def _columns(bone_names: Sequence[str]) -> dict[str, list[int]]:
    starts = {"legs": ("UpperLeg", "LowerLeg"), "feet": ("Foot",), "above": ("Chest", "Shoulder", "UpperArm")}
    return {kind: [b for b, bone in enumerate(bone_names) if bone.startswith(names)] for kind, names in starts.items()}


def _frames(points: np.ndarray, references: np.ndarray) -> np.ndarray:
    """A frame [V, 3, 3] on each triangle of three points."""
    a, b, c = (points[references[:, k]] for k in range(3))
    x = b - a
    x = x / (np.linalg.norm(x, axis=1, keepdims=True) + 1e-9)
    z = np.cross(x, c - a)
    z = z / (np.linalg.norm(z, axis=1, keepdims=True) + 1e-9)
    return np.stack([x, np.cross(z, x), z], axis=2)


def _down(uv: np.ndarray) -> np.ndarray:
    return uv * [1, -1] + [0, 1]
