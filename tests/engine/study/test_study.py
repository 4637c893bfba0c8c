"""A study holds what it was made of, keeps every ranking, and sums them up as by hand."""

import csv
import io
import json
import os
import tracemalloc

import numpy as np
import pytest
from PIL import Image

from engine.errors import StudyError
from engine.formats import frame_sheet
from engine.study import ratings, results
from engine.study.clip_folders import read_trials
from engine.study.page import write_page
from engine.study.study import NewTrial, make_study, open_study
from tests.engine.study.conftest import SYSTEMS, moving_square


def ids(trial, *systems):
    """The clips of a trial in the order of these systems."""
    return [next(clip.id for clip in trial.clips if clip.system == name) for name in systems]


def test_a_sheet_gives_its_frames_back_nearly_as_they_were():
    frames = moving_square(1, (200, 30, 90), n=11)
    back = frame_sheet.from_sheet(frame_sheet.to_sheet(frames), 11)
    assert back.shape == frames.shape
    assert np.abs(back.astype(int) - frames).mean() < 3
    with pytest.raises(ValueError):
        frame_sheet.from_sheet(frame_sheet.to_sheet(frames), 40)


def test_a_study_reopens_with_its_clips_and_photos(study):
    again = open_study(study.folder)
    assert again == study and again.systems == SYSTEMS and len(again.trials) == 3
    clip = again.trials[1].clips[0]
    assert again.frames(clip).shape == (12, 32, 32, 3)
    with Image.open(io.BytesIO(again.photo(again.trials[0]))) as photo:
        assert photo.size == (32, 32)


def test_the_names_of_clips_say_nothing_of_their_systems(study):
    assert len({clip.id for trial in study.trials for clip in trial.clips}) == 9
    names = " ".join(path.name for path in (study.folder / "clips").iterdir())
    assert not any(system in names for system in SYSTEMS)


def test_the_page_does_not_say_which_clip_is_whose(study, tmp_path):
    text = write_page(study, tmp_path / "page.html").read_text("utf-8")
    assert "Action 2" in text and all(clip.id in text for clip in study.trials[0].clips)
    assert not any(f'"{system}"' in text for system in SYSTEMS)
    assert "http" not in text.replace("http-equiv", "")


def test_a_title_from_a_stranger_ends_no_script(tmp_path):
    clips = {"a": moving_square(1, (9, 9, 9)), "b": moving_square(2, (9, 9, 9))}
    made = make_study(tmp_path / "s", [NewTrial(clips["a"][0], "</script><b>", clips)], "</script><script>alert(1)")
    assert write_page(made, tmp_path / "p.html").read_text("utf-8").count("</script>") == 1


def test_a_study_needs_two_to_five_clips_and_an_empty_folder(study):
    clips = {name: moving_square(1, (9, 9, 9)) for name in "abcdef"}
    for some in (dict(list(clips.items())[:1]), clips):
        with pytest.raises(StudyError, match="2 to 5"):
            make_study(study.folder.with_name("other"), [NewTrial(clips["a"][0], "x", some)])
    two = {name: clips[name] for name in "ab"}
    with pytest.raises(StudyError, match="already"):
        make_study(study.folder, [NewTrial(clips["a"][0], "x", two)])


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": "kpvp-study"}', "\x00"])
def test_what_is_no_study_is_said_to_be_none(tmp_path, text):
    (tmp_path / "study.json").write_text(text)
    with pytest.raises(StudyError):
        open_study(tmp_path)


def test_names_that_lead_out_of_the_folder_are_refused(study):
    path = study.folder / "study.json"
    path.write_text(path.read_text().replace("trial-001", "../../secret"))
    with pytest.raises(StudyError):
        open_study(study.folder)


def test_every_ranking_is_on_disk_as_soon_as_it_is_made_and_a_rater_goes_on_later(study):
    sitting = ratings.begin(study, "Ann")
    ratings.rank(study, sitting, study.trials[0], ids(study.trials[0], "ours", "still", "blurred"), 4.5)
    (kept,), problems = ratings.read_all(study)
    assert kept == sitting and not problems
    again = ratings.begin(study, "Ann")
    assert again.sitting == sitting.sitting and set(again.rankings) == {"trial-001"}
    assert ratings.begin(study, "Bob").sitting != sitting.sitting


def test_a_ranking_that_cannot_be_written_is_reported_and_not_counted(study, monkeypatch):
    sitting = ratings.begin(study, "Ann")

    def refuse(path):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(ratings, "atomic_write", refuse)
    with pytest.raises(StudyError, match="No space"):
        ratings.rank(study, sitting, study.trials[0], ids(study.trials[0], *SYSTEMS))
    assert not sitting.rankings


def answer(study, rater, sitting, orders, at=100.0):
    rankings = [
        {"trial": trial.id, "order": ids(trial, *order), "at": at, "seconds": 3.0}
        for trial, order in zip(study.trials, orders, strict=False)
    ]
    head = {"format": "kpvp-ratings", "version": 1, "study": study.id, "rater": rater, "sitting": sitting}
    return {**head, "rankings": rankings}


def test_a_file_sent_back_twice_counts_once_and_an_older_one_takes_nothing_away(study, tmp_path):
    path = tmp_path / "back.json"
    whole = answer(study, "Eva / ../x", "ab" * 8, [SYSTEMS] * 3)
    for content in (whole, whole, answer(study, "Eva / ../x", "ab" * 8, [SYSTEMS[::-1]], at=50.0)):
        path.write_text(json.dumps(content))
        ratings.add(study, path)
    (kept,), _ = ratings.read_all(study)
    assert len(kept.rankings) == 3
    assert list(kept.rankings["trial-001"].order) == ids(study.trials[0], *SYSTEMS)
    assert len(list((study.folder / "ratings").iterdir())) == 1


@pytest.mark.parametrize("spoil", ["study", "order", "trial", "format", "sitting"])
def test_rankings_that_do_not_fit_are_refused(study, tmp_path, spoil):
    content = answer(study, "Eva", "ab" * 8, [SYSTEMS])
    if spoil in ("order", "trial"):
        content["rankings"][0][spoil] = {"order": ["x", "y", "z"], "trial": "trial-9"}[spoil]
    else:
        content[spoil] = "../x"
    path = tmp_path / "back.json"
    path.write_text(json.dumps(content))
    with pytest.raises(StudyError):
        ratings.add(study, path)
    assert not list((study.folder / "ratings").iterdir())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are of POSIX")
def test_nothing_waits_for_a_pipe(study, tmp_path):
    os.mkfifo(tmp_path / "back.json")
    with pytest.raises(StudyError, match="no file"):
        ratings.add(study, tmp_path / "back.json")
    os.mkfifo(study.folder / "ratings" / "ann.json")
    assert [problem.file for problem in ratings.read_all(study)[1]] == ["ann.json"]
    (study.folder / "study.json").unlink()
    os.mkfifo(study.folder / "study.json")
    with pytest.raises(StudyError):
        open_study(study.folder)


def test_a_damaged_file_among_the_ratings_is_named_and_the_others_count(study):
    sitting = ratings.begin(study, "Ann")
    ratings.rank(study, sitting, study.trials[0], ids(study.trials[0], *SYSTEMS))
    (study.folder / "ratings" / "broken.json").write_text("{")
    found, problems = ratings.read_all(study)
    assert len(found) == 1 and [problem.file for problem in problems] == ["broken.json"]


def said_of(study, *orders):
    """Rankings by rater, of the trials in order."""
    found = []
    for number, of_rater in enumerate(orders):
        for trial, order in zip(study.trials, of_rater, strict=False):
            found.append((f"rater {number}", ratings.Ranking(trial.id, tuple(ids(trial, *order)), 1.0)))
    return found


def test_mean_ranks_and_preferences_are_those_worked_out_by_hand(study):
    first = ("ours", "blurred", "still")
    second = ("blurred", "ours", "still")
    found = results.results(study, said_of(study, (first, first, first), (first, second, second)))
    ours, blurred, still = found.systems
    assert (ours.system, blurred.system, still.system) == SYSTEMS
    assert ours.rank == pytest.approx(8 / 6) and ours.first == pytest.approx(4 / 6)
    assert ours.deviation == pytest.approx(np.std([1, 1, 1, 1, 2, 2], ddof=1))
    assert (ours.low, ours.high) == pytest.approx((1.0, 5 / 3))  # of each rater alone
    assert (still.rank, still.deviation, still.low, still.high) == (3, 0, 3, 3)
    pairs = {(pair.over, pair.under): pair for pair in found.preferences}
    pair = pairs["ours", "blurred"]
    assert (pair.wins, pair.n) == (4, 6)
    # Wilson: (p + z2/2n +- z sqrt(p q / n + z2 / 4 n2)) / (1 + z2/n), z = 1.96
    z2, p, n = 1.959964**2, 4 / 6, 6
    middle, reach = p + z2 / (2 * n), np.sqrt(z2) * np.sqrt(p * (1 - p) / n + z2 / (4 * n * n))
    assert (pair.low, pair.high) == pytest.approx(
        ((middle - reach) / (1 + z2 / n), (middle + reach) / (1 + z2 / n)), abs=1e-4
    )
    assert pair.p == pytest.approx(2 * (15 + 6 + 1) / 64)
    assert pairs["ours", "still"].p == pytest.approx(2 / 64)


def test_the_last_word_of_a_rater_counts(study):
    old = ratings.Ratings(study.id, "Ann", "a" * 8, {"trial-001": ratings.Ranking("trial-001", ("x",), 1.0)})
    new = ratings.Ratings(study.id, "Ann", "b" * 8, {"trial-001": ratings.Ranking("trial-001", ("y",), 2.0)})
    assert [ranking.order for _, ranking in ratings.latest([new, old])] == [("y",)]


def test_the_table_has_a_line_per_rank_and_no_formulas(study):
    said = [("=1+1", ranking) for _, ranking in said_of(study, (SYSTEMS, SYSTEMS))]
    rows = list(csv.DictReader(io.StringIO(results.as_csv(study, said))))
    assert len(rows) == 6 and rows[0]["rater"] == "'=1+1"
    assert [(row["system"], row["rank"], row["of"]) for row in rows[:3]] == list(
        zip(SYSTEMS, "123", "333", strict=True)
    )


def test_nothing_said_is_no_result(study):
    found = results.results(study, [])
    assert not found.systems and not found.preferences and found.rankings == 0
    assert "0 rankings" in results.as_text(study, found)


def test_trials_come_from_folders_of_clips_that_all_systems_have(tmp_path):
    for system, step in (("ours", 2), ("theirs", 1)):
        (tmp_path / system).mkdir()
        for name in ("squats-01", "squats-02", f"only-{system}"):
            frames = [Image.fromarray(frame) for frame in moving_square(step, (250, 10, 10))]
            frames[0].save(tmp_path / system / f"{name}.gif", save_all=True, append_images=frames[1:], duration=40)
    (tmp_path / "inputs").mkdir()
    Image.new("RGB", (80, 60), (1, 2, 3)).save(tmp_path / "inputs" / "squats-02.png")
    trials = read_trials(tmp_path)
    assert [trial.asked for trial in trials] == ["Squats", "Squats"]
    assert set(trials[0].clips) == {"ours", "theirs"} and trials[0].clips["ours"].shape == (12, 32, 32, 3)
    assert trials[1].photo[0, 0].tolist() == [1, 2, 3] and trials[1].photo.shape == (60, 60, 3)
    assert len(read_trials(tmp_path, most=1)) == 1
    with pytest.raises(StudyError, match="no clips"):
        read_trials(tmp_path / "inputs")


def test_large_frames_are_made_small_one_by_one(tmp_path):
    frames = [Image.fromarray(np.full((2000, 2000), 9 * i, np.uint8)) for i in range(24)]
    for system in ("a", "b"):
        (tmp_path / system).mkdir()
        frames[0].save(tmp_path / system / "squats-1.gif", save_all=True, append_images=frames[1:])
    tracemalloc.start()
    (trial,) = read_trials(tmp_path)
    assert trial.clips["a"].shape == (24, 256, 256, 3)
    assert tracemalloc.get_traced_memory()[1] < 150e6  # all of them at once would be 288 MB
    tracemalloc.stop()


@pytest.mark.parametrize("seed", [-1, 10**30])
def test_any_seed_draws_trials(tmp_path, seed):
    for system in ("a", "b"):
        (tmp_path / system).mkdir()
        for number in range(3):
            Image.new("RGB", (16, 16)).save(tmp_path / system / f"squats-{number}.gif")
    assert len(read_trials(tmp_path, 2, seed)) == 2
