"""Words are found with and without their accents, at the same place."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.detectors.accents import any_of, any_plain, without_accents


@given(st.text())
def test_a_text_without_accents_keeps_every_place_and_its_case(text: str) -> None:
    plain = without_accents(text)
    assert len(plain) == len(text)
    assert all(one == other or one.isalpha() for one, other in zip(text, plain, strict=True))
    assert all(one.isupper() == other.isupper() for one, other in zip(text, plain, strict=True) if one.isalpha())


@pytest.mark.parametrize(
    ("word", "written"),
    [
        ("cislo", "ČÍSLO"),
        ("strasse", "Straße"),
        ("υποθεση", "υπόθεσης"),
        ("numero", "número"),
        ("c. j.", "č.j."),
        ("naeringsnummer", "næringsnummer"),
        ("spor", "spør"),
    ],
)
def test_both_ways_find_the_same(word: str, written: str) -> None:
    one = re.search(any_of([word]), written, re.IGNORECASE)
    other = re.search(any_plain([word]), without_accents(written), re.IGNORECASE)
    assert one and other and one.span() == other.span()


@given(
    st.lists(st.text("aesbβ. ", min_size=1, max_size=5).map(str.strip).filter(bool), min_size=1), st.text("aesbßæβá. ")
)
def test_words_with_one_beginning_are_found_as_if_each_was_tried(words: list[str], text: str) -> None:
    longest_first = sorted({word.replace(". ", ".") for word in words}, key=lambda word: (-len(word), word))
    for any_word, read in ((any_of, text), (any_plain, without_accents(text))):
        one_by_one = "|".join(any_word([word]) for word in longest_first)
        found = (
            [match.span() for match in re.finditer(pattern, read, re.IGNORECASE)]
            for pattern in (any_word(words), one_by_one)
        )
        assert next(found) == next(found)


def test_no_words_are_found_nowhere() -> None:
    assert not re.search(any_plain([]), "a")
