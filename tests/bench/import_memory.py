"""How long an import of the authors' checkpoints takes and how much memory, beside the size of the files.

`python -m tests.bench.import_memory STAGE1 STAGE2 [--json]`; without paths, of checkpoints of random weights at the
released sizes with everything that is imported: encoder and discriminators too. The import runs in a process of its
own. Linux only.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.engine.authors import tensorflow_writer as writer

ROOT = Path(__file__).parents[2]
_CHILD = """
import json, sys, time
from pathlib import Path
from engine.authors.importing import import_authors
def peak():  # of this program alone: getrusage would count the process that started it too
    return int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]) / 2**10
before, started = peak(), time.perf_counter()
result = import_authors(*sys.argv[1:])
print(json.dumps({"seconds": time.perf_counter() - started, "peak_mb": peak() - before, "parts": result.parts}))
"""


def measure(stage1: Path, stage2: Path) -> dict:
    """{"seconds", "peak_mb": growth of the process by the import, "files_mb", "ratio", "parts"}"""
    sizes = [file.stat().st_size for stage in (stage1, stage2) for file in _files(stage)]
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-c", _CHILD, str(stage1), str(stage2), str(Path(folder, "model.safetensors"))]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stderr)
    figures = json.loads(done.stdout)
    files_mb = sum(sizes) / 2**20
    return {**figures, "files_mb": files_mb, "ratio": figures["peak_mb"] / files_mb}


def _files(stage: Path) -> list[Path]:
    if stage.is_dir():
        return [file for file in stage.iterdir() if file.is_file()]
    return [stage] if stage.is_file() else list(stage.parent.glob(f"{stage.name}.*"))


def _released(folder: Path) -> tuple[Path, Path]:
    stages = writer.variables(training=True, sizes=writer.RELEASED)
    paths = [writer.write_checkpoint(folder / name, arrays) for name, arrays in zip("ab", stages, strict=True)]
    return paths[0].parent, paths[1].parent


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stages", nargs="*", type=Path)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        stages = arguments.stages or _released(Path(folder))
        figures = measure(*stages)
    if arguments.json:
        print(json.dumps(figures))
        return
    print(f"import of {figures['files_mb']:.0f} MB   {figures['seconds']:8.2f} s")
    print(f"memory                {figures['peak_mb']:8.0f} MB, {figures['ratio']:.2f} times the files")


if __name__ == "__main__":
    main()
