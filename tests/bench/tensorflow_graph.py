"""The paper's networks once more, as a graph of TensorFlow's: what the authors' own program computes for a clip.

Written from the paper, and from what `engine.authors` knows of the released checkpoints; the weights are a bundle's,
constants of the graph, so that TensorFlow folds and fuses whatever it can. Graph and session are those of its first
version, as the authors' are. Nobody needs TensorFlow but this.
"""

from __future__ import annotations

import importlib
import os
from typing import Any

import numpy as np

from engine.networks.spec import NetworkSpec
from engine.pixels import signed

AUTHORS: dict[str, Any] = {
    "translator": "drawing",
    "trunk": "none",
    "source_keypoints": True,
    "background_mask": True,
    "softargmax": "marginal",
    "softargmax_scale": 1.0,
    "carried_stages": 0,
    "gaussian_stages": 1,
    "motion_clock": 0,
    "motion_waves": 0,
    "prior_layers": 0,
    "motion_residual": False,
    "padding": "tf_same",
    "upsampling": "tf1",
    "rectified_linear": True,
}
"""The switches by which our networks are the authors' graph; sizes may vary."""


def unlike_the_authors(spec: NetworkSpec) -> list[str]:
    """The switches of `spec` that their graph does not have."""
    other = [name for name, value in AUTHORS.items() if getattr(spec, name) != value]
    return other + (["detector_size"] if spec.detector_size != spec.image_size else [])


class AuthorsGraph:
    """The graph of `spec` with a bundle's tensors, in a session of `threads` threads.

    together: frames that the translator makes at a time; all of a clip's by default, as the authors' program does.
    """

    def __init__(
        self, spec: NetworkSpec, tensors: dict[str, np.ndarray], threads: int = 1, together: int | None = None
    ) -> None:
        """Raises ImportError where TensorFlow is not installed, ValueError for networks that are not the authors'."""
        other = unlike_the_authors(spec)
        if other:
            raise ValueError(f"the authors' graph has another {', '.join(other)}")
        os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")  # tells how it was built
        self._tf = importlib.import_module("tensorflow")
        self._tf.get_logger().setLevel("ERROR")  # says that its first version's operations are old
        self._v1 = self._tf.compat.v1
        self._spec, self._tensors = spec, tensors
        size = spec.image_size
        with self._tf.Graph().as_default() as graph:
            self._image = self._v1.placeholder("float32", [1, size, size, 3])
            self._z = self._v1.placeholder("float32", [1, spec.z_size])
            self._action = self._v1.placeholder("float32", [1, spec.n_actions])
            k0 = self._detected(self._image)
            future = self._imagined(k0)
            self._made = k0[0], future, *self._translated(k0, future, together or spec.n_frames)
        config = self._v1.ConfigProto(intra_op_parallelism_threads=threads, inter_op_parallelism_threads=threads)
        self._session = self._v1.Session(graph=graph, config=config)

    def run(self, photo: np.ndarray, action: np.ndarray, z: np.ndarray) -> tuple[np.ndarray, ...]:
        """Of photo uint8 [S, S, 3], action float32 [C] and z [Z]: its keypoints float32 [K, 2], those of the future
        [T, K, 2], frames and crude [T, S, S, 3] around [-1, 1] and mask [T, S, S, 1] in [0, 1]."""
        image = signed(photo[None]).astype(np.float32)
        return tuple(self._session.run(self._made, {self._image: image, self._z: z[None], self._action: action[None]}))

    # The networks. Tensors are [N, H, W, C].

    def _detected(self, image: Any) -> Any:
        spec = self._spec
        features = self._encoded(image, "detector.encoder", len(spec.detector_encoder))[::-1]
        x = features[0]
        for i, depth in enumerate(spec.detector_depths):
            if i:
                x = self._tf.concat([self._enlarged(x), features[i]], 3)
            for j in range(depth):
                x = self._block(x, f"detector.decoder.{i}.{j}")
        maps = self._convolved(x, "detector.head")
        grid = self._tf.linspace(-1.0, 1.0, maps.shape[1])[:, None]
        # Means over rows say where along x, means over columns where along y.
        along = (self._tf.nn.softmax(self._tf.reduce_mean(maps, axis), 1) for axis in (1, 2))
        return self._tf.stack([self._tf.reduce_sum(share * grid, 1) for share in along], 2)

    def _imagined(self, k0: Any) -> Any:
        """The code goes into the first step of two layers of LSTM, zeros into the others."""
        tf, spec = self._tf, self._spec
        seen = tf.concat([self._z, tf.reshape(k0, [1, -1]), self._action], 1)
        code = tf.nn.relu(self._linear(seen, "motion.code"))
        states, answers = [(tf.zeros([1, spec.lstm_cells]),) * 2] * 2, []
        layers = [self._gates(layer) for layer in range(2)]
        for step in range(spec.n_frames):
            x = tf.zeros_like(code) if step else code
            for layer, (kernel, bias) in enumerate(layers):
                hidden, cell = states[layer]
                # The bundle's gates are i, f, g, o, with their forget bias of 1 in the bias.
                i, f, g, o = tf.split(tf.matmul(tf.concat([x, hidden], 1), kernel) + bias, 4, 1)
                cell = tf.sigmoid(f) * cell + tf.sigmoid(i) * tf.tanh(g)
                x = tf.sigmoid(o) * tf.tanh(cell)
                states[layer] = x, cell
            answers.append(x)
        moved = tf.tanh(self._linear(tf.concat(answers, 0), "motion.coordinates"))
        return tf.reshape(moved, [spec.n_frames, spec.n_keypoints, 2])

    def _gates(self, layer: int) -> tuple[Any, np.ndarray]:
        """A layer's one kernel, for what it sees and its state side by side, and its bias."""
        seen, state = (self._weight(f"motion.lstm.weight_{kind}_l{layer}") for kind in ("ih", "hh"))
        bias = self._weight(f"motion.lstm.bias_ih_l{layer}") + self._weight(f"motion.lstm.bias_hh_l{layer}")
        return self._tf.constant(np.concatenate([seen, state], 1).T), bias

    def _translated(self, k0: Any, future: Any, together: int) -> tuple[Any, Any, Any]:
        """(frames, crude, mask); the picture is encoded once."""
        tf, spec = self._tf, self._spec
        features = self._encoded(self._image, "translator.encoder", len(spec.image_encoder))[-1]
        known = tf.concat([features, self._maps(k0)], 3)
        parts = [
            self._drawn(known, future[start : min(start + together, spec.n_frames)])
            for start in range(0, spec.n_frames, together)
        ]
        frames, crude, mask = (tf.concat(each, 0) for each in zip(*parts, strict=True))
        return frames, crude, mask

    def _drawn(self, known: Any, keypoints: Any) -> tuple[Any, Any, Any]:
        tf = self._tf
        x = tf.concat([tf.tile(known, [keypoints.shape[0], 1, 1, 1]), self._maps(keypoints)], 3)
        for i, depth in enumerate(self._spec.translator_depths):
            x = self._enlarged(x) if i else x
            for j in range(depth):
                x = self._block(x, f"translator.stages.{i}.{j}")
        crude = self._convolved(x, "translator.crude")
        mask = tf.sigmoid(self._convolved(x, "translator.mask"))
        return mask * self._image + (1 - mask) * crude, crude, mask

    def _maps(self, keypoints: Any) -> Any:
        """Gaussian maps [N, g, g, K] of keypoints [N, K, 2]."""
        grid = self._tf.linspace(-1.0, 1.0, self._spec.grid)
        x, y = keypoints[:, None, None, :, 0], keypoints[:, None, None, :, 1]
        apart = (grid[None, None, :, None] - x) ** 2 + (grid[None, :, None, None] - y) ** 2
        return self._tf.exp(-apart * self._spec.gaussian_inv_std**2)

    def _encoded(self, x: Any, name: str, levels: int) -> list[Any]:
        features = []
        for level in range(levels):
            x = self._block(x, f"{name}.levels.{level}.0", 2 if level else 1)
            x = self._block(x, f"{name}.levels.{level}.1")
            features.append(x)
        return features

    # Their layers

    def _block(self, x: Any, name: str, stride: int = 1) -> Any:
        x = self._convolved(x, f"{name}.conv", stride)
        parts = (self._weight(f"{name}.norm.{part}") for part in ("weight", "bias", "running_mean", "running_var"))
        return self._tf.nn.relu(self._v1.nn.fused_batch_norm(x, *parts, epsilon=1e-5, is_training=False)[0])

    def _convolved(self, x: Any, name: str, stride: int = 1) -> Any:
        y = self._tf.nn.conv2d(x, self._weight(f"{name}.weight").transpose(2, 3, 1, 0), stride, "SAME")
        return self._tf.nn.bias_add(y, self._weight(f"{name}.bias"))

    def _enlarged(self, x: Any) -> Any:
        height, width = x.shape[1:3]
        return self._v1.image.resize_bilinear(x, [2 * height, 2 * width], half_pixel_centers=False)

    def _linear(self, x: Any, name: str) -> Any:
        return self._tf.matmul(x, self._weight(f"{name}.weight").T) + self._weight(f"{name}.bias")

    def _weight(self, name: str) -> np.ndarray:
        return self._tensors[name].astype(np.float32, copy=False)
