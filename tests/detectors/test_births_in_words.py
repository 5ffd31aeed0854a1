"""Dates of birth in words, in nine languages. All of it is invented."""

import pytest

from tests.builders.marked_examples import each, found_of_kind, missed
from tests.builders.spoken_examples import BIRTHS


@pytest.mark.parametrize(("region", "example"), each(BIRTHS))
def test_a_date_of_birth_in_words_goes(region: str, example: str) -> None:
    assert missed(region, example) == ""
    assert found_of_kind("BIRTHDATE", region, example)
