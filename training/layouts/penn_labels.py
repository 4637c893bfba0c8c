"""Penn Action's labels, read by SciPy in a process of its own: a damaged .mat file can crash its reader.

`python -P -m training.layouts.penn_labels` reads paths (a JSON list) from stdin and writes an answer per line.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from training.runs import process as training_process

_PATIENCE, _EACH = 20.0, 0.2  # seconds for the process to start, and for each file
_LARGEST = 16 * 2**20  # bytes of a label
_MEMORY = 4 * 2**30  # bytes of addresses, most of which libraries only reserve


class PennLabel(NamedTuple):
    """What a label says: the class as it is written there, the train flag (1 or -1), the number of frames."""

    action: str
    train: int
    frames: int


def labels(paths: Sequence[Path]) -> Iterator[PennLabel | str]:
    """For each file, in order, its label, or a sentence of why there is none."""
    waiting = list(paths)
    while waiting:
        answers = _answers(waiting)
        yield from answers
        if len(answers) < len(waiting):
            yield "It is no label that can be read."  # the reader crashed on it, or hung
        waiting = waiting[len(answers) + 1 :]


def read_label(path: Path) -> PennLabel:
    """The label in a .mat file, read in this process. Raises whatever a damaged file makes of the reader."""
    from scipy.io import loadmat

    if not path.is_file() or path.stat().st_size > _LARGEST:
        raise ValueError("it is no file of a label's size")
    values = loadmat(path, squeeze_me=True, variable_names=("action", "train", "nframes"))
    return PennLabel(str(values["action"])[:200], int(values.get("train", 1)), int(values.get("nframes", 0)))


def _answers(paths: Sequence[Path]) -> list[PennLabel | str]:
    """The answers of one process, as far as it got."""
    with tempfile.TemporaryFile() as asked, tempfile.TemporaryFile() as said:
        asked.write(json.dumps([str(path) for path in paths]).encode())
        asked.seek(0)
        environment = training_process.environment() | {"OPENBLAS_NUM_THREADS": "1"}
        process = subprocess.Popen(
            training_process.python("-m", "training.layouts.penn_labels"),
            stdin=asked,
            stdout=said,
            stderr=subprocess.DEVNULL,
            env=environment,
        )
        try:
            with suppress(subprocess.TimeoutExpired):
                process.wait(_PATIENCE + _EACH * len(paths))
        finally:
            process.kill()
            process.wait()
        said.seek(0)
        lines = [line for line in said.read().split(b"\n")[:-1] if line.startswith((b"[", b'"'))]
    answers = (json.loads(line) for line in lines[: len(paths)])
    return [answer if isinstance(answer, str) else PennLabel(*answer) for answer in answers]


def _main() -> None:
    with suppress(ImportError, ValueError, OSError):  # not on Windows
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    for path in json.loads(sys.stdin.buffer.read()):
        try:
            answer: PennLabel | str = read_label(Path(path))
        except Exception as error:  # SciPy raises a dozen kinds for damaged .mat files
            answer = f"It is no label that can be read ({str(error)[:100]})."
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    _main()
