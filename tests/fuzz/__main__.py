"""`make fuzz`, or `python -m tests.fuzz [CASES [SEED [READER]]]`: that many cases over all readers, 20,000 by default.

Files that escape are kept in `tests/fuzz/corpus/`, whose files the test suite reads again.
"""

import sys
import tempfile
import time
from pathlib import Path

from tests.fuzz.cases import CORPUS, files_of, run
from tests.fuzz.readers import readers


def main(wanted: int, seed: int, only: str) -> int:
    """Run the cases of the readers whose names hold `only`; the exit status."""
    chosen = [reader for reader in readers() if only in reader.name]
    weights = sum(reader.weight for reader in chosen)
    total = escaped = 0
    for reader in chosen:
        began = time.monotonic()
        count = -int(-wanted * reader.weight // weights // reader.together)
        read, refused, escapes = run(reader, seed * 1_000_000, count)
        total, escaped = total + read, escaped + len(escapes)
        seconds = time.monotonic() - began
        print(f"{reader.name:28} {read:6} inputs, {refused:6} refused, {len(escapes):3} escaped, {seconds:5.0f} s")
        for escape in escapes:
            print(f"  case {escape.number}: {escape.how}", flush=True)
            with tempfile.TemporaryDirectory() as folder:
                samples = reader.samples(Path(folder))
                case = CORPUS / f"{reader.name.split()[0].strip(':')}-{escape.number}"
                case.mkdir(parents=True, exist_ok=True)
                files_of(reader, samples, escape.number, case)
        sys.stdout.flush()
    print(f"{total} inputs, {escaped} escaped")
    return 1 if escaped else 0


if __name__ == "__main__":
    wanted, seed, only, *_ = [*sys.argv[1:], *("20000", "0", "")[len(sys.argv) - 1 :]]
    sys.exit(main(int(wanted), int(seed), only))
