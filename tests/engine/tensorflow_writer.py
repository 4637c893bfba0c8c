"""Writes small TensorFlow 1 checkpoints, byte for byte in the layout of TensorFlow's own writer, for tests.

`variables` makes random ones with the names of the authors' graph, at sizes that import in milliseconds.
"""

from pathlib import Path

import numpy as np

from engine.sorted_table import checksum

DTYPES = {"float32": 1, "int64": 9}
RESTART_EVERY = 16
K, C, Z, CELLS, CODE = 3, 2, 4, 6, 5


def write_checkpoint(
    folder: Path, arrays: dict[str, np.ndarray], prefix: str = "model.ckpt-7", block: int = 512
) -> Path:
    """Write PREFIX.index and PREFIX.data-00000-of-00001; `block` is the size in bytes at which a table block ends."""
    folder.mkdir(parents=True, exist_ok=True)
    data, entries = b"", [(b"", field(1, 1) + field(3, field(1, 1)))]
    for name in sorted(arrays):
        array = arrays[name]
        raw = array.tobytes()
        shape = b"".join(field(2, field(1, size)) for size in array.shape)
        entry = field(1, DTYPES[str(array.dtype)]) + field(2, shape)
        entry += field(4, len(data)) + field(5, len(raw)) + bytes([6 << 3 | 5]) + checksum(raw).to_bytes(4, "little")
        entries.append((name.encode(), entry))
        data += raw
    (folder / f"{prefix}.data-00000-of-00001").write_bytes(data)
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


def variables(seed: int = 0) -> tuple[dict[str, np.ndarray], dict[str, np.ndarray]]:
    """(stage 1, stage 2) of the authors' graph at toy widths, with an optimizer's slots and counters."""
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

    widths = (3, 3, 4, 4, 5, 5, 6, 6)
    for scope in ("pose_encoder/encoder", "image_encoder/encoder"):
        for i, width in enumerate(widths):
            block(scope, f"{i + 1}", 7 if i == 0 else 3, 3 if i == 0 else widths[i - 1], width)
    skips, inputs = {3: 5, 5: 4, 7: 3}, 6
    for i, width in enumerate((5, 5, 4, 4, 3, 3, 2), start=1):
        block("pose_encoder", f"{i}_0", 3, inputs + skips.get(i, 0), width)
        block("pose_encoder", f"{i}_1", 3, width, width)
        inputs = width
    convolution("pose_encoder/conv_0", 1, 2, K)
    inputs = 5 + 2 * K
    for i, width in enumerate((6, 6, 5, 5, 4), start=1):
        block("translator", f"{i}_0", 3, inputs, width)
        block("translator", f"{i}_1", 3, width, width)
        inputs = width
    convolution("translator/conv_6_0", 3, 4, 3)
    convolution("translator/conv_6_1", 3, 4, 1)
    stage2["vae_decoder/fully_connected/weights"] = some(Z + 2 * K + C, CODE)
    stage2["vae_decoder/fully_connected/biases"] = some(CODE)
    stage2["vae_decoder/fully_connected/W"], stage2["vae_decoder/fully_connected/b"] = some(CELLS, 2 * K), some(2 * K)
    for layer, seen in enumerate((CODE, CELLS)):
        cell = f"vae_decoder/multi_rnn_cell/cell_{layer}/basic_lstm_cell"
        stage2[f"{cell}/kernel"], stage2[f"{cell}/bias"] = some(seen + CELLS, 4 * CELLS), some(4 * CELLS)
    stage2["vae_encoder/fully_connected/weights"] = some(CELLS + 2 * K + C, 2 * Z)
    return stage1, stage2
