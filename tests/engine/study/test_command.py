"""`kpvp study`: made, handed out, taken in and summed up without a window."""

import json

from main import main
from tests.engine.study.conftest import SYSTEMS
from tests.engine.study.test_study import answer


def test_rankings_taken_in_by_the_command_come_out_as_results(study, tmp_path, capsys):
    back = tmp_path / "back.json"
    back.write_text(json.dumps(answer(study, "Ann", "ab" * 8, [SYSTEMS] * 3)))
    page, table = tmp_path / "page.html", tmp_path / "ranks.csv"
    command = ["study", str(study.folder), "--add", str(back), "--page", str(page), "--csv", str(table), "--json"]
    assert main(command) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["raters"] == 1 and data["rankings"] == 3
    assert [each["rank"] for each in data["systems"]] == [1, 2, 3]
    assert data["preferences"][0]["share"] == 1
    assert page.stat().st_size > 10_000 and len(table.read_text().splitlines()) == 10


def test_no_study_is_a_message_and_status_2(tmp_path, capsys):
    assert main(["study", str(tmp_path)]) == 2
    assert "no study" in capsys.readouterr().err
