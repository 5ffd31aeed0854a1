"""A text without the first word of any phrase has none of the phrases."""

import pytest

from crosscase.detectors.needed_words import NeededEndings, NeededWords


@pytest.mark.parametrize(
    ("text", "goes_on", "may_be"),
    [
        ("The case is closed.", False, True),
        ("CASE 12", False, True),
        ("The cases are closed.", False, False),
        ("The cases are closed.", True, True),
        ("a nutcase", True, False),
        ("Číslo jednací", True, True),
        ("c. j. 12", True, True),
        ("carried", True, False),  # "c. j." has two words, of which the first must be whole
        ("no. # 12", False, True),
        ("nothing of it", True, False),
    ],
)
def test_a_text_may_have_a_phrase_if_it_has_its_first_word(text: str, goes_on: bool, may_be: bool) -> None:
    needed = NeededWords(["case", "cislo jednaci", "c. j.", "#"], goes_on)
    assert needed.may_be_in(text) is may_be


def test_no_phrases_are_in_no_text() -> None:
    assert not NeededWords([]).may_be_in("anything") and not NeededEndings([]).may_be_in("anything")


def test_a_text_may_have_a_word_with_an_ending() -> None:
    needed = NeededEndings(["strasse", "str."])
    assert needed.may_be_in("in der Tulpenstraße") and needed.may_be_in("Tulpenstr. 7")
    assert not needed.may_be_in("Straßen und Wege")
