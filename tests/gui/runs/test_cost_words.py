"""What a run costs, in words."""

from kpvp_gui.runs.cost_words import duration


def test_durations_are_told_in_words_that_do_not_pretend():
    told = {3: "3 s", 60: "60 s", 100: "2 min", 3600: "60 min", 9000: "2.5 h", 400_000: "4.6 days"}
    assert {seconds: duration(seconds) for seconds in told} == told
