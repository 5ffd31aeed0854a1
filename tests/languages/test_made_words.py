"""Words that no dictionary has, made of words that it has."""

import pytest

from crosscase.detectors import suspicion
from crosscase.detectors.spans import Setting, Taken
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
    assert not list(suspicion.find(begun, setting, Taken(()), lambda _: False))
    assert [within[span.start : span.end] for span in suspicion.find(within, setting, Taken(()), lambda _: False)] == [
        "Ansvarsgruppa"
    ]


GERMAN = Setting(("DE",), (load("de"),))


@pytest.mark.parametrize("noun", ["Abschluss", "Fragebögen", "Aula", "Praktikum", "Baum", "Häuser"])
def test_a_german_noun_is_known_by_its_other_forms(noun: str) -> None:
    """Abschluß has Abschlüsse: only the last vowel that can changes, and not the first one, too."""
    assert Vocabulary.of(GERMAN.languages).is_ordinary(noun)


@pytest.mark.parametrize(
    "text",
    [
        "Er fährt einen Bollerwumm dahin.",
        "Da war kein kleiner Bollerwumm da.",
        "Wir waren auf dem Bollerwumm.",
        "Es gab drei Bollerwumm im Keller.",
        "Wir haben mit Elternbriefen begonnen.",
        "Sie hat Krankenkassenkarten verteilt.",
    ],
)
def test_a_german_noun_is_known_by_what_stands_before_it_or_by_its_length(text: str) -> None:
    assert not list(suspicion.find(text, GERMAN, Taken(()), lambda _: False))


@pytest.mark.parametrize(
    "text",
    ["Der Thode kam.", "Wir waren bei Kaltwasser.", "Mein Thilo kam.", "Die Bölling sagt es."]
    + [f"Wir waren bei {name}." for name in ("Sturmhimmel", "Butterkuchen", "Schönwetter")],
)
def test_a_german_name_waits_also_behind_an_article(text: str) -> None:
    assert list(suspicion.find(text, GERMAN, Taken(()), lambda _: False))


@pytest.mark.parametrize(
    ("word", "is_ordinary"),
    [("Plätzchen", True), ("Stückchen", True)]
    + [(word, False) for word in ("Fritzchen", "Karlchen", "Heinzchen", "Ottchen", "Paulchen", "Emilchen")],
)
def test_a_diminutive_of_a_first_name_is_no_ordinary_word(word: str, is_ordinary: bool) -> None:
    assert Vocabulary.of((load("de"),)).is_ordinary(word) == is_ordinary


def test_german_compounds_of_everyday_life_and_trades_of_women_are_no_names() -> None:
    vocabulary = Vocabulary.of((load("de"),))
    compounds = "Telefonliste Vätertreff Jugendclub Elterncafé Antragszeit Fallakte Gleichstellungsbeauftragte"
    assert [word for word in compounds.split() if not vocabulary.is_plain_compound(word)] == []
    assert [word for word in ("Supervisorin", "Supervisorinnen", "Kamera") if not vocabulary.is_ordinary(word)] == []


@pytest.mark.parametrize("name", ["Konstantin", "Christin", "Severin", "Katrin", "Hildebrandt", "Jasmin"])
def test_german_names_that_end_like_them_stay_names(name: str) -> None:
    vocabulary = Vocabulary.of((load("de"),))
    assert not vocabulary.is_plain_compound(name)
    assert vocabulary.is_name(name) or not vocabulary.is_ordinary(name)
