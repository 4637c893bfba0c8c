"""Sentences are their English text, and what they were made of goes with them."""

import json
import pickle

import pytest

from engine import sentences
from engine.errors import PhotoError
from engine.media.photo import read_photo
from engine.sentences import Sentence, sentence


def test_a_sentence_is_its_text():
    said = sentence("{name} is empty.", name="a {b}.png")
    assert said == "a {b}.png is empty." and said.template == "{name} is empty." and f"{said}" == said


def test_an_error_keeps_what_its_sentences_were_made_of(tmp_path):
    (tmp_path / "nothing.png").touch()
    with pytest.raises(PhotoError) as raised:
        read_photo(tmp_path / "nothing.png")
    error = pickle.loads(pickle.dumps(raised.value))
    assert error.what == "nothing.png is empty." and isinstance(error.what, Sentence)
    assert error.what.template == "{name} is empty."


def test_what_a_terminal_would_obey_is_cleaned_all_the_same():
    error = PhotoError(sentence("{name} is empty.", name="a\x1b[2J"))
    assert "\x1b" not in error.what


def test_another_process_gets_the_parts():
    whole = sentence("{count} left out. {advice}", count=3, advice=sentence("Go on."))
    back = sentences.from_data(json.loads(json.dumps(sentences.as_data(whole))))
    assert back == "3 left out. Go on." and isinstance(back, Sentence) and isinstance(back.values["advice"], Sentence)


@pytest.mark.parametrize(
    "data", [None, 3, "plain", {}, {"template": "{a}", "values": {}}, {"template": "{a.b}", "values": {"a": 1}}, []]
)
def test_what_is_no_sentence_becomes_a_text(data):
    assert isinstance(sentences.from_data(data), str)
