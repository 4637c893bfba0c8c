"""The page for raters, in a real browser from `file://`: it plays, is ranked, and what it saves counts."""

import json

import pytest

from engine.study import ratings
from engine.study.page import write_page
from tests.browser import PROGRAM, Browser

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="no Chromium here (Debian: apt install chromium)")


def test_a_rater_ranks_by_mouse_and_keys_and_the_saved_file_counts(study, tmp_path):
    page = write_page(study, tmp_path / "A study & its page.html")
    downloads = tmp_path / "downloads"
    downloads.mkdir()
    with Browser(tmp_path / "profile") as browser:
        browser.downloads_to(downloads)
        browser.open(page)
        assert browser.value("document.title") == "Squares"
        browser.value("document.querySelector('#rater').value = 'Zoë'")
        browser.click("#begin")
        browser.wait("!document.querySelector('#ranking').hidden")
        cards = "[...document.querySelectorAll('.card')].map(card => card.dataset.clip)"
        shown = browser.value(cards)
        trial = next(each for each in study.trials if set(shown) == {clip.id for clip in each.clips})
        assert browser.value("document.querySelector('#asked').textContent") == trial.asked

        # It plays: the same canvas shows other pixels after a while, but where nothing moves.
        moving = next(clip.id for clip in trial.clips if clip.system == "ours")
        seen = f"document.querySelector('[data-clip=\"{moving}\"] canvas').toDataURL()"
        browser.wait("document.querySelector('.card canvas').width === 32")
        before = browser.value(seen)
        browser.wait(f"{seen} !== {json.dumps(before)}")

        # The first card is dragged over the last one.
        x, y = browser.middle(".card:first-child")
        end, _ = browser.middle(".card:last-child")
        browser.mouse("Pressed", x, y)
        for step in range(1, 11):
            browser.mouse("Moved", x + (end - x) * step / 10, y)
        browser.mouse("Released", end, y)
        assert browser.value(cards) == [*shown[1:], shown[0]]

        # It has the focus and goes back by keys; a digit goes straight to a rank.
        browser.key("ArrowLeft")
        assert browser.value(cards) == [shown[1], shown[0], shown[2]]
        browser.key("1")
        assert browser.value(cards) == shown
        browser.key("3")
        first = browser.value(cards)

        # What was said is there after the page was closed and opened again.
        browser.key("Enter")
        browser.wait("document.querySelector('#count').textContent === '2 of 3'")
        browser.open(page)
        browser.click("#begin")
        assert browser.value("document.querySelector('#count').textContent") == "2 of 3"
        for _ in range(2):
            browser.click("#next")
        browser.wait("!document.querySelector('#end').hidden")
        browser.click("#save")
        text = json.loads(browser.value("document.querySelector('#result').value"))
        browser.wait("true")
        for _ in range(100):
            files = [path for path in downloads.iterdir() if path.suffix == ".json"]
            if files:
                break
            browser.wait("new Promise(done => setTimeout(() => done(true), 100))")
    (saved,) = files
    assert saved.name == "rankings-Zoë.json" and json.loads(saved.read_text("utf-8")) == text
    ratings.add(study, saved)
    (sitting,), problems = ratings.read_all(study)
    assert not problems and sitting.rater == "Zoë" and len(sitting.rankings) == 3
    assert list(sitting.rankings[trial.id].order) == first
