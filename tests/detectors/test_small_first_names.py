"""Common first names in small letters wait for a person. Everybody is invented, but for first names as such."""

import pytest

from crosscase.detectors import small_first_names
from crosscase.detectors.spans import Setting
from crosscase.languages.vocabulary import load


def waiting(text: str, language: str) -> list[str]:
    setting = Setting((), (load(language),))
    return [text[span.start : span.end] for span in small_first_names.find(text, setting)]


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("de", "Dann haben wir anna und marek gefragt, im mai war das.", ["anna", "marek"]),
        ("en", "So maureen hathersage said there is no time, and kayleigh rose.", ["maureen hathersage", "kayleigh"]),
        ("pl", "Wtedy hubert nie wiedział, że to marka i jan.", ["hubert", "jan"]),
        ("it", "Poi donatella ha visto la rosa, la viola e il mare.", ["donatella"]),
        ("el", "Και μετά η ευανθία έφυγε με την άννα.", ["ευανθία", "άννα"]),
        ("de", "Und sabine meinte, der mark war dabei, und dirk auch.", ["sabine", "dirk"]),
        ("es", "Luego laura dijo que lucia no estaba, y rosa tampoco.", ["lucia"]),
        ("no", "Så kom ragnhild og de så en bjørn i hagen.", ["ragnhild"]),
    ],
)
def test_a_first_name_in_small_letters_waits_and_a_word_does_not(language: str, text: str, names: list[str]) -> None:
    """It was published where the rest of a text has capitals."""
    assert waiting(text, language) == names


def test_without_a_language_there_are_no_such_names() -> None:
    assert not [*small_first_names.find("so maureen came", Setting((), ()))]
