"""The lists of public names."""

import pytest

from crosscase.languages.common_names import common_first_names, first_names_anywhere
from crosscase.languages.public_names import IN_CAPITALS, IN_OWN_TEXTS, PUBLIC, abbreviations, beginning, public_names
from crosscase.languages.vocabulary import SUPPORTED, plain

FILES = sorted(PUBLIC.glob("*.txt"))


def lines(file_name: str) -> list[str]:
    text = (PUBLIC / file_name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


@pytest.mark.parametrize("name", [file.name for file in FILES])
def test_each_list_is_of_a_language_sorted_and_without_repeated_names(name: str) -> None:
    assert name.removesuffix(".txt") in SUPPORTED | {"anywhere", IN_CAPITALS, IN_OWN_TEXTS}
    assert lines(name) == sorted(set(lines(name))) and all(line.strip() == line for line in lines(name))


@pytest.mark.parametrize("language", sorted(SUPPORTED))
def test_no_name_is_a_common_first_name_or_is_matched_by_few_letters(language: str) -> None:
    listed = [name for names in public_names(language).values() for name in names]
    assert listed and not [name for name in listed if len(name) == 1 and name[0] in common_first_names(language)]
    assert not [name for name in listed if len(name) == 1 and name[0].endswith("*") and len(name[0]) < 5]


def test_abbreviations_are_written_in_capitals_and_are_no_common_names() -> None:
    assert [one for one in abbreviations() if not one.isupper() or not one.isalpha() or len(one) < 4] == []
    assert [one for one in abbreviations() if plain(one) in first_names_anywhere()] == []


def test_a_name_is_found_by_the_beginning_of_its_first_word() -> None:
    assert ("home", "office") in public_names("en")[beginning("home")]
    assert ("urad*", "prace") in public_names("cs")[beginning("urad")]
