"""E-mail addresses that are said aloud, in nine languages. All of it is invented."""

import pytest

from crosscase.detectors import spoken_emails
from crosscase.detectors.spans import Setting
from crosscase.languages.vocabulary import load
from tests.builders.marked_examples import each, found_of_kind, missed
from tests.builders.spoken_examples import EMAILS

NO_EMAILS = {
    "GB": [
        "look at the red dot on the map",
        "at that point we joined the dots",
        "we met at the dot com boom",
        "at home she plays connect dot to dot",
    ],
    "DE": [
        "auf den Punkt gebracht",
        "at home, das ist der Punkt de facto",
        "das ist ein Klammeraffe im Zoo",
        "Punkt eins und Punkt zwei",
    ],
    "NL": [
        "dat is een punt",
        "op dat punt com je niet verder",
        "een apenstaartje is een teken",
        "wij waren at random gekozen, punt",
    ],
    "NO": [
        "det er et viktig punktum",
        "han skriver krøllalfa hele tiden",
        "en prikk på kartet",
        "sette punktum for saken",
    ],
    "IT": [
        "a un certo punto mi sono fermata",
        "la chiocciola è nel giardino",
        "punto per punto",
        "in chiocciola e punto",
    ],
    "PT": ["a certo ponto parei", "cinco arrobas de batatas", "ponto por ponto", "no ponto de encontro"],
    "PL": ["małpa w zoo jest śmieszna", "to jest kropka nad i", "kropka i koniec", "nasza małpa skacze, kropka"],
    "CZ": ["dali jsme si zavináč k pivu", "a tím je to tečka", "tečka za tím", "zavináč je ryba, tečka"],
    "GR": ["το παπάκι κολυμπάει στη λίμνη", "έβαλε τελεία και παύλα", "πήγε με το παπάκι, τελεία", "τελεία και τέλος"],
}


@pytest.mark.plain_cases(27)
@pytest.mark.parametrize(("region", "example"), each(EMAILS))
def test_an_address_that_is_said_goes(region: str, example: str) -> None:
    assert missed(region, example) == ""
    assert found_of_kind("EMAIL", region, example)


@pytest.mark.parametrize(("region", "example"), each(NO_EMAILS))
def test_a_point_and_a_snail_stay(region: str, example: str) -> None:
    assert not found_of_kind("EMAIL", region, example)


WITH_REMARKS = {
    "GB": ["the work one, {duty team at, erm, ostermere dot gov dot uk}, yes"],
    "DE": ["dann {mama von drei, zusammengeschrieben, klammeraffe quastmail punkt de} buchstabiert"],
    "CZ": ["správně je to {k pomlčka quist zavináč, ehm, schránka24 tečka net}."],
    "GR": ["στο {κάπα παύλα κουφάλης ατ, εεε, γραμματοκιβώτιο24 τελεία νετ}."],
    "NO": ["{Trollmor syttifire, i ett ord, krøllalfa epostkassa dått com}, den"],
    "PL": ["powinno być {k kreska quira małpa, yyy, skrzynka24 kropka net}."],
}


@pytest.mark.parametrize(("region", "example"), each(WITH_REMARKS))
def test_an_address_with_pauses_and_remarks_goes(region: str, example: str) -> None:
    assert missed(region, example) == ""
    assert found_of_kind("EMAIL", region, example)


@pytest.mark.parametrize(
    ("text", "begin"),
    [("You can get me at jo dot feld at gmail dot com.", "jo dot"), ("Reach us at info at house dot org.", "info at")],
)
def test_a_preposition_like_the_word_for_the_sign_is_not_in_the_address(text: str, begin: str) -> None:
    (span,) = spoken_emails.find(text, Setting((), (load("en"),)))
    assert text[span.start :].startswith(begin) and text[span.end :] == "."
