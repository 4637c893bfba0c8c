"""Reading rigged characters: what a file holds arrives whole, and what cannot be used is said in a sentence."""

import io

import cv2
import numpy as np
import pytest
from PIL import Image

from engine.errors import TrainingError
from tests.training.worlds.rigs.tiny_rig import COLOUR, document, packed, write
from training.worlds.rigs import gltf


def changed(path, change, **options):
    """Write a .glb after `change(document)`."""
    made, blob = document(**options)
    change(made)
    path.write_bytes(packed(made, blob))
    return path


@pytest.fixture
def file(tmp_path):
    return tmp_path / "column.glb"


def test_mesh_bones_colours_and_clips_arrive(file):
    rig = gltf.read(write(file))
    assert rig.name == "column"
    assert [rig.bone_names[p] if p >= 0 else "" for p in rig.parents] == ["", "Armature", "Lower", "Armature"]
    assert rig.vertices.shape == (12, 3) and rig.triangles.shape == (20, 3)
    assert rig.material_names == ("Skin",)
    linear = ((rig.base_colours[0] + 0.055) / 1.055) ** 2.4
    assert np.allclose(linear, COLOUR, atol=1e-4)
    assert list(rig.clips) == ["Armature|Bend"] and rig.clips["Armature|Bend"].duration == 1
    assert np.allclose(rig.weights.sum(1), 1)


def test_normals_are_made_where_a_file_has_none_and_point_outwards(file):
    rig = gltf.read(write(file))
    outwards = rig.vertices * [1, 0, 1]
    for normals in (rig.normals, rig.smooth_normals):
        assert np.allclose(np.linalg.norm(normals, axis=1), 1, atol=1e-5)
        assert ((normals * outwards).sum(1) > 0).all()


def test_a_gltf_file_with_its_buffer_inside_is_the_same_character(tmp_path):
    text, binary = gltf.read(write(tmp_path / "a.gltf")), gltf.read(write(tmp_path / "a.glb"))
    assert np.array_equal(text.vertices, binary.vertices) and np.array_equal(text.weights, binary.weights)


def test_an_armature_a_hundred_times_too_large_changes_nothing(tmp_path):
    plain, large = (gltf.read(write(tmp_path / f"{scale}.glb", scale=scale)) for scale in (1, 100))
    transforms = [rig.transforms(rig.clips["Armature|Bend"].local(np.array([0.3]))) for rig in (plain, large)]
    assert np.allclose(plain.skin(transforms[0])[0], large.skin(transforms[1])[0], atol=1e-4)


def test_a_part_hung_on_a_bone_without_weights_follows_it(file):
    def hang(made):
        made["nodes"].append({"name": "Hat", "mesh": 1, "translation": [0, 1, 0]})
        made["nodes"][2]["children"] = [4]
        part = dict(made["meshes"][0]["primitives"][0])
        part["attributes"] = {"POSITION": part["attributes"]["POSITION"]}
        made["meshes"].append({"primitives": [part]})

    rig = gltf.read(changed(file, hang))
    assert len(rig.vertices) == 24
    bent = rig.skin(rig.transforms(rig.clips["Armature|Bend"].local(np.array([0.5]))))[0][0]
    # The upper bone lies along -x now, from (0, 1): the hat's foot is one further along it.
    assert np.allclose(bent[:4].mean(0), [-1, 1, 0], atol=1e-5)


def test_two_meshes_bound_differently_to_one_bone_both_follow_it(file):
    def twice(made):
        made["nodes"].append({"name": "Second", "mesh": 0, "skin": 1})
        made["nodes"][0]["children"].append(4)
        made["skins"].append({"joints": [1, 2]})  # no bind matrices: bound where the bones' own axes are

    rig = gltf.read(changed(file, twice))
    assert any(name.endswith("(again)") for name in rig.bone_names)
    rest = rig.skin(rig.rest_transforms[None])[0][0]
    plain = gltf.read(write(file))
    assert np.allclose(rest[:12], plain.vertices, atol=1e-6)
    assert np.allclose(rest[20:] - plain.vertices[8:], [0, 1, 0], atol=1e-6)


def test_a_texture_multiplies_the_colour_where_it_lies(file):
    picture = np.zeros((4, 4, 3), np.uint8)
    picture[:, :2] = (0, 255, 0)
    rig = gltf.read(write(file, texture=cv2.imencode(".png", picture)[1].tobytes()))
    height, width = rig.textures.shape[1:3]
    u, v = rig.uv[0]
    assert rig.textures[0, int(v * height), int(u * width)].tolist() == [0, 255, 0]
    assert rig.textures[0, int(v * height), int((u + 0.5) * width)].tolist() == [0, 0, 0]


def test_a_small_file_with_a_huge_texture_leaves_the_plain_colour(file, monkeypatch):
    monkeypatch.setattr(gltf, "_MOST_PIXELS", 63)
    monkeypatch.setattr(cv2, "imdecode", lambda *_: pytest.fail("decoded"))
    huge = io.BytesIO()
    Image.new("1", (8, 8)).save(huge, "PNG")
    assert (gltf.read(write(file, texture=huge.getvalue())).textures == 255).all()


def test_a_texture_that_cannot_be_read_leaves_the_plain_colour(file):
    rig = gltf.read(write(file, texture=b"no picture"))
    assert rig.textures.shape == (1, 1, 1, 3) and (rig.textures == 255).all()


def test_integers_that_stand_for_fractions_are_read_as_such(file):
    made, blob = document()
    made["accessors"][2] |= {"componentType": 5121, "normalized": True}
    made["bufferViews"][2]["byteLength"] = 48
    start = made["bufferViews"][2]["byteOffset"]
    quarters = np.repeat([[255, 0, 0, 0], [128, 127, 0, 0], [0, 255, 0, 0]], 4, axis=0).astype(np.uint8).tobytes()
    file.write_bytes(packed(made, blob[:start] + quarters + blob[start + 48 :]))
    weights = gltf.read(file).weights
    assert np.allclose(weights[4, :2], [128 / 255, 127 / 255], atol=1e-4) and np.allclose(weights[0, 0], 1)


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (lambda d: d["nodes"][3].pop("skin"), "has no skinned mesh"),
        (lambda d: d.update(extensionsRequired=["KHR_draco_mesh_compression"]), "compressed by Draco"),
        (lambda d: d["meshes"][0]["primitives"][0].update(extensions={"KHR_draco_mesh_compression": {}}), "by Draco"),
        (lambda d: d.update(extensionsRequired=["VENDOR_new"]), "needs the extension VENDOR_new"),
        (lambda d: d["accessors"][0].update(count=10**6), "is damaged"),
        (lambda d: d["accessors"][4].update(sparse={}), "sparse"),
        (lambda d: d["bufferViews"][0].update(byteLength=10**9), "is damaged"),
        (lambda d: d["skins"][0].update(joints=[1]), "is damaged"),
        (lambda d: d["nodes"][2].update(children=[0]), "has no|is damaged"),
        (lambda d: d["nodes"][2].update(children=[99]), "is damaged"),
        (lambda d: d.update(meshes="none"), "is no glTF file"),
        (lambda d: d["meshes"][0]["primitives"][0].update(mode=1), "has no triangles"),
        (lambda d: d["buffers"][0].update(uri="../elsewhere.bin"), "outside its folder"),
        (lambda d: d["buffers"][0].update(uri="gone.bin"), "gone.bin, which is missing"),
        (lambda d: d.update(nodes=d["nodes"] + [{}] * 2000), "bones"),
    ],
)
def test_what_cannot_be_used_is_named_with_a_remedy(file, change, what):
    with pytest.raises(TrainingError, match=what) as caught:
        gltf.read(changed(file, change))
    assert "column.glb" in caught.value.what and caught.value.remedy


@pytest.mark.parametrize("data", [b"", b"glTF", b"glTF\1\0\0\0" + b"\0" * 40, b"{", b"[]", b"\xff" * 50])
def test_other_files_are_told_apart(file, data):
    file.write_bytes(data)
    with pytest.raises(TrainingError, match=r"column.glb is"):
        gltf.read(file)


def test_a_file_cut_off_anywhere_is_an_error_and_never_a_crash(file):
    whole = write(file).read_bytes()
    for length in range(0, len(whole) - 4, 37):
        file.write_bytes(whole[:length])
        with pytest.raises(TrainingError):
            gltf.read(file)


def test_a_damaged_file_is_an_error_or_a_character_and_never_a_crash(file):
    whole = bytearray(write(file).read_bytes())
    rng = np.random.default_rng(0)
    for _ in range(300):
        broken = whole.copy()
        for at in rng.integers(20, len(whole), 3):
            broken[at] = rng.integers(256)
        file.write_bytes(broken)
        try:
            rig = gltf.read(file)
        except TrainingError:
            continue
        assert rig.triangles.max() < len(rig.vertices) and rig.joints.max() < len(rig.bone_names)


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(TrainingError, match="cannot be read"):
        gltf.read(tmp_path / "nobody.glb")


def test_a_file_of_many_triangles_is_refused(file, monkeypatch):
    monkeypatch.setattr(gltf, "_MOST_TRIANGLES", 10)
    with pytest.raises(TrainingError, match="has 20 triangles"):
        gltf.read(write(file))


def test_strips_and_fans_become_triangles():
    order = np.arange(5)
    assert gltf._triangles(order, 5).tolist() == [[0, 1, 2], [2, 1, 3], [2, 3, 4]]
    assert gltf._triangles(order, 6).tolist() == [[0, 1, 2], [0, 2, 3], [0, 3, 4]]
