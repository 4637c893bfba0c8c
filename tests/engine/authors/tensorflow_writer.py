"""Writes small TensorFlow 1 checkpoints, byte for byte in the layout of TensorFlow's own writer, for tests.

`variables` makes random ones with the names of the authors' graph, at sizes that import in milliseconds.
"""

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np

from engine.authors.sorted_table import checksum

DTYPES = {"float32": 1, "int64": 9}
RESTART_EVERY = 16
K, C, Z, CELLS, CODE = 3, 2, 4, 6, 5
PATCH_WIDTHS = (3, 6, 8, 8, 8, 8)  # of the image discriminator
JUDGE_CELLS = 7  # of the sequence discriminator


@dataclass(frozen=True)
class Sizes:
    """Widths of the authors' graph, by default a toy's. Encoder widths by level, decoder and translator by stage."""

    encoder: tuple[int, int, int, int] = (3, 4, 5, 6)
    decoder: tuple[int, int, int, int] = (5, 4, 3, 2)
    translator: tuple[int, int, int] = (6, 5, 4)
    patches: tuple[int, ...] = PATCH_WIDTHS
    keypoints: int = K
    actions: int = C
    z: int = Z
    cells: int = CELLS
    code: int = CODE
    judge_cells: int = JUDGE_CELLS


TOY = Sizes()
RELEASED = Sizes(
    encoder=(32, 64, 128, 256),
    decoder=(128, 64, 32, 16),
    translator=(256, 128, 64),
    patches=(64, 128, 256, 512, 1024, 2048),
    keypoints=40,
    actions=9,
    z=64,
    cells=1024,
    code=32,
    judge_cells=1024,
)


def write_checkpoint(
    folder: Path, arrays: dict[str, np.ndarray], prefix: str = "model.ckpt-7", block: int = 512
) -> Path:
    """Write PREFIX.index and PREFIX.data-00000-of-00001; `block` is the size in bytes at which a table block ends."""
    folder.mkdir(parents=True, exist_ok=True)
    size, parts, entries = 0, [], [(b"", field(1, 1) + field(3, field(1, 1)))]
    for name in sorted(arrays):
        array = arrays[name]
        raw = array.tobytes()
        shape = b"".join(field(2, field(1, size)) for size in array.shape)
        entry = field(1, DTYPES[str(array.dtype)]) + field(2, shape)
        entry += field(4, size) + field(5, len(raw)) + bytes([6 << 3 | 5]) + checksum(raw).to_bytes(4, "little")
        entries.append((name.encode(), entry))
        parts.append(raw)
        size += len(raw)
    (folder / f"{prefix}.data-00000-of-00001").write_bytes(b"".join(parts))
    (folder / f"{prefix}.index").write_bytes(table(entries, block))
    return folder / prefix


def table(entries: list[tuple[bytes, bytes]], block: int) -> bytes:
    """A sorted table of (key, value)s in order."""
    out, index, part = b"", [], []

    def close() -> None:
        nonlocal out, part
        body = contents(part)
        index.append((part[-1][0], number(len(out)) + number(len(body))))
        out += sealed(body)
        part = []

    for entry in entries:
        part.append(entry)
        if sum(len(key) + len(value) for key, value in part) > block:
            close()
    if part:
        close()
    handles = b""
    for body in (contents([]), contents(index)):
        handles += number(len(out)) + number(len(body))
        out += sealed(body)
    return out + handles.ljust(40, b"\0") + 0xDB4775248B80FB57.to_bytes(8, "little")


def contents(entries: list[tuple[bytes, bytes]]) -> bytes:
    body, restarts, previous = b"", [], b""
    for i, (key, value) in enumerate(entries):
        shared = 0
        if i % RESTART_EVERY == 0:
            restarts.append(len(body))
        else:
            while shared < min(len(key), len(previous)) and key[shared] == previous[shared]:
                shared += 1
        body += number(shared) + number(len(key) - shared) + number(len(value)) + key[shared:] + value
        previous = key
    restarts = restarts or [0]
    return body + b"".join(r.to_bytes(4, "little") for r in (*restarts, len(restarts)))


def sealed(body: bytes) -> bytes:
    return body + b"\0" + checksum(body + b"\0").to_bytes(4, "little")


def number(value: int) -> bytes:
    out = b""
    while value >= 0x80:
        out += bytes([value & 0x7F | 0x80])
        value >>= 7
    return out + bytes([value])


def field(tag: int, value: int | bytes) -> bytes:
    """A protocol buffer's field: a number, or bytes with their length."""
    if isinstance(value, int):
        return number(tag << 3) + number(value)
    return number(tag << 3 | 2) + number(len(value)) + value


def variables(
    seed: int = 0, training: bool = False, sizes: Sizes = TOY
) -> tuple[dict[str, np.ndarray], dict[str, np.ndarray]]:
    """(stage 1, stage 2) of the authors' graph, random, with some of an optimizer's slots and counters.

    `training`: with the two discriminators and the whole of the VAE's encoder, whose linear layer is there anyway.
    """
    rng = np.random.default_rng(seed)
    stage1: dict[str, np.ndarray] = {"global_step": np.asarray(7, np.int64)}
    stage2: dict[str, np.ndarray] = {"global_step": np.asarray(9, np.int64), "beta1_power": np.asarray(0.5, np.float32)}

    def some(*shape: int) -> np.ndarray:
        return (rng.standard_normal(shape) / 4).astype(np.float32)

    def block(scope: str, number: str, size: int, inputs: int, outputs: int) -> None:
        convolution(f"{scope}/conv_{number}", size, inputs, outputs)
        for name in ("beta", "gamma", "moving_mean"):
            stage1[f"{scope}/b_norm_{number}/{name}"] = some(outputs)
        stage1[f"{scope}/b_norm_{number}/moving_variance"] = 1 + some(outputs) ** 2
        stage1[f"{scope}/b_norm_{number}/beta/Adam"] = some(outputs)

    def convolution(name: str, size: int, inputs: int, outputs: int) -> None:
        stage1[f"{name}/conv2d/kernel"], stage1[f"{name}/conv2d/bias"] = (
            some(size, size, inputs, outputs),
            some(outputs),
        )

    def lstm(scope: str, inputs: int, cells: int) -> None:
        for layer, seen in enumerate((inputs, cells)):
            cell = f"{scope}/multi_rnn_cell/cell_{layer}/basic_lstm_cell"
            stage2[f"{cell}/kernel"], stage2[f"{cell}/bias"] = some(seen + cells, 4 * cells), some(4 * cells)

    widths = [width for width in sizes.encoder for _ in range(2)]
    for scope in ("pose_encoder/encoder", "image_encoder/encoder"):
        for i, width in enumerate(widths):
            block(scope, f"{i + 1}", 7 if i == 0 else 3, 3 if i == 0 else widths[i - 1], width)
    skips, inputs = dict(zip((3, 5, 7), sizes.encoder[2::-1], strict=True)), sizes.encoder[-1]
    for i, width in enumerate([width for width in sizes.decoder for _ in range(2)][:7], start=1):
        block("pose_encoder", f"{i}_0", 3, inputs + skips.get(i, 0), width)
        block("pose_encoder", f"{i}_1", 3, width, width)
        inputs = width
    convolution("pose_encoder/conv_0", 1, sizes.decoder[-1], sizes.keypoints)
    inputs = sizes.encoder[2] + 2 * sizes.keypoints
    for i, width in enumerate([width for width in sizes.translator for _ in range(2)][:5], start=1):
        block("translator", f"{i}_0", 3, inputs, width)
        block("translator", f"{i}_1", 3, width, width)
        inputs = width
    convolution("translator/conv_6_0", 3, sizes.translator[-1], 3)
    convolution("translator/conv_6_1", 3, sizes.translator[-1], 1)
    coordinates, cells = 2 * sizes.keypoints, sizes.cells
    stage2["vae_decoder/fully_connected/weights"] = some(sizes.z + coordinates + sizes.actions, sizes.code)
    stage2["vae_decoder/fully_connected/biases"] = some(sizes.code)
    stage2["vae_decoder/fully_connected/W"], stage2["vae_decoder/fully_connected/b"] = (
        some(cells, coordinates),
        some(coordinates),
    )
    lstm("vae_decoder", sizes.code, cells)
    stage2["vae_encoder/fully_connected/weights"] = some(cells + coordinates + sizes.actions, 2 * sizes.z)
    if training:
        stage2["vae_encoder/fully_connected/biases"] = some(2 * sizes.z)
        lstm("vae_encoder/rnn", coordinates, cells)
        lstm("seq_discr/rnn", coordinates, sizes.judge_cells)
        stage2["seq_discr/fully_connected/weights"] = some(sizes.judge_cells, 1)
        stage2["seq_discr/fully_connected/biases"] = some(1)
        for level, (inputs, width) in enumerate(pairwise((3, *sizes.patches))):
            convolution(f"img_discr/conv_{level}", 4, inputs, width)
        stage1["img_discr/D_logit/conv2d/kernel"] = some(3, 3, sizes.patches[-1], 1)
    return stage1, stage2
