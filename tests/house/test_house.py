"""The house keeps its promises: sizes, imports, one definition per fact, one name per thing."""

import re

import pytest

from tests.house import facts, imports, names, paths, sizes, words
from tests.house.sources import everything


def test_no_folder_is_crowded():
    assert {folder: n for folder, n in sizes.files_per_folder().items() if n > sizes.MOST_FILES} == {}


def test_no_file_is_long():
    assert {file: n for file, n in sizes.lines_per_file().items() if n > sizes.MOST_LINES} == {}


def test_no_files_import_each_other():
    assert imports.circles() == []


def test_no_room_knows_what_it_must_not():
    assert imports.forbidden() == []


@pytest.mark.parametrize("fact", facts.FACTS)
def test_each_fact_is_defined_once(fact):
    assert len(facts.definitions()[fact]) == 1, facts.definitions()[fact]


def test_no_logic_hangs_on_displayed_text():
    assert facts.steered_by_text() == []


def test_no_two_classes_share_a_name():
    assert names.classes_twice() == {}


def test_functions_that_share_a_name_are_called_with_their_modules():
    assert names.functions_twice() == {}


def test_everything_public_is_used():
    assert names.unused() == []


def test_sections_and_parameters_are_written_in_one_style():
    ruler = re.compile(r"^ *# -{2,} |^ *# .* -{2,}$|^ +-{6,}$", re.MULTILINE)
    assert [source.path for source in everything() if ruler.search(source.text)] == []


def test_files_that_documents_name_are_there():
    assert paths.missing() == []


def test_avoided_words_are_avoided():
    assert len(words.checked_words()) > 10 and words.offences() == []
