"""A sample of `make fuzz`, the same every time, and the files that once escaped."""

from pathlib import Path

import pytest

from tests.fuzz.cases import CORPUS, outcome_of, run
from tests.fuzz.readers import readers

pytest.importorskip("resource")  # memory is limited where the system can
READERS = readers()
CASES = {"label (.mat)": 1, "video": 3}


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_damaged_files_give_a_result_or_a_sentence(reader):
    read, _, escapes = run(reader, 500_000_000, CASES.get(reader.name, 25))
    assert not escapes, "\n".join(f"case {escape.number}: {escape.how}" for escape in escapes)
    assert read >= reader.together


@pytest.mark.parametrize("case", sorted(CORPUS.iterdir()) if CORPUS.is_dir() else [], ids=lambda case: case.name)
def test_a_file_that_once_escaped_is_refused_with_a_sentence(case: Path, tmp_path):
    reader = next(reader for reader in READERS if reader.name.split()[0].strip(":") == case.name.rpartition("-")[0])
    files = []
    for kept in sorted(case.iterdir()):
        files.append(tmp_path / kept.name)
        files[-1].write_bytes(kept.read_bytes())
    assert outcome_of(reader, files) in ("read", "refused")
