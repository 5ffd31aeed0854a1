"""Words that no dictionary has, made of words that it has."""

import pytest

from crosscase.detectors import suspicion
from crosscase.detectors.spans import Setting
from crosscase.languages.ordinary_words import Vocabulary
from crosscase.languages.vocabulary import load


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("cs", "Nesouhlasila Nemluvila Přeposílám Koordinátorka Předejte"),
        ("pl", "Niezapisany Najstarsza"),
        ("no", "Ansvarsgruppa Barnehagestyreren Flyktningteamet"),
    ],
)
def test_a_prefix_a_suffix_or_a_second_noun_makes_a_word(language: str, words: str) -> None:
    vocabulary = Vocabulary.of((load(language),))
    assert [word for word in words.split() if not vocabulary.is_made_of_words(word)] == []


@pytest.mark.parametrize(
    ("language", "name"), [("cs", "Kučerka"), ("cs", "Zvěřinová"), ("pl", "Zawadzka"), ("no", "Haugland")]
)
def test_invented_names_are_not_made_of_words(language: str, name: str) -> None:
    assert not Vocabulary.of((load(language),)).is_made_of_words(name)


def test_within_a_sentence_such_a_word_waits_all_the_same() -> None:
    setting = Setting(("NO",), (load("no"),))
    begun, within = ("Ansvarsgruppa kom.", "Så kom Ansvarsgruppa til oss.")
    assert not list(suspicion.find(begun, setting, (), lambda _: False))
    assert [within[span.start : span.end] for span in suspicion.find(within, setting, (), lambda _: False)] == [
        "Ansvarsgruppa"
    ]
