"""The names of languages are those of CLDR, written into a file, and in English those of the word lists."""

import pytest

from crosscase.languages.language_names import FILE, name_of
from crosscase.languages.vocabulary import SUPPORTED, load


def test_the_file_is_what_the_tool_writes() -> None:
    pytest.importorskip("babel", reason="Babel is not installed")
    from tools import write_language_names

    assert FILE.read_text(encoding="utf-8") == write_language_names.text()


@pytest.mark.parametrize("code", sorted(SUPPORTED))
def test_a_name_in_english_is_that_of_the_word_list(code: str) -> None:
    assert name_of(code, "en") == load(code).name


def test_a_name_is_in_the_language_of_the_reader() -> None:
    assert (name_of("no", "de"), name_of("cs", "pl"), name_of("xx", "de")) == ("Norwegisch", "czeski", "'xx'")
