"""Words are found with and without their accents, at the same place."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.detectors.accents import any_plain, without_accents


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
def test_a_word_is_found_with_its_accents(word: str, written: str) -> None:
    found = re.match(any_plain([word]), without_accents(written), re.IGNORECASE)
    assert found and found.end() == len(written.removesuffix("ς"))


@given(
    st.lists(st.text("aesbβ. ", min_size=1, max_size=5).map(str.strip).filter(bool), min_size=1), st.text("aesbßæβá. ")
)
def test_words_with_one_beginning_are_found_as_if_each_was_tried(words: list[str], text: str) -> None:
    longest_first = sorted({word.replace(". ", ".") for word in words}, key=lambda word: (-len(word), word))
    read, one_by_one = without_accents(text), "|".join(any_plain([word]) for word in longest_first)
    together, alone = (
        [match.span() for match in re.finditer(pattern, read, re.IGNORECASE)]
        for pattern in (any_plain(words), one_by_one)
    )
    assert together == alone


def test_no_words_are_found_nowhere() -> None:
    assert not re.search(any_plain([]), "a")
