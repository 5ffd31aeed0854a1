"""Dates of birth in words, in nine languages. All of it is invented."""

import pytest

from tests.builders.marked_examples import each, found_of_kind, missed
from tests.builders.spoken_examples import BIRTHS

WAITING = {
    "GB": [
        "{Twenty-second of the seventh, seventy-nine}, that's me.",
        "a cake for {October the tenth}",
        "it was 1958, sorry, {May fifth nineteen sixty}",
    ],
    "DE": [
        "geboren {zwoter siebter zweitausendacht}",
        "kam am {19. März fünfundneunzig} zur Welt",
        "{Siebter Elfter Neunundsiebzig}, bitte.",
        "am {siebzehnten, nee, achtzehnten August zwanzig-zwanzig}",
    ],
    "CZ": [
        "přišel na svět {30. dubna devadesát tři}",
        "{jedenáctého ledna 1980}, a vychovala jsem šest",
        "té je devět, {pětadvacátého třetí patnáct}",
    ],
    "GR": ["{Εφτά ενδεκάτου του εβδομήντα εννιά}, ορίστε", "κλείνει τα τέσσερα {δύο Φλεβάρη}"],
    "IT": ["è di {marzo duemilacinque, il nove}", "nati il {trenta e il trentuno ottobre del novantuno}"],
    "NL": ["dat was {de zesde van de elfde tweeduizend dertien}", "geboren {negentien drieënnegentig, op twee juni}"],
    "NO": [
        "født {første i første, to tusen og fire}",
        "han sa {femte i femte totusenogfjorten}",
        "det var {niende november tjuesju... nei, totusenogsju}",
    ],
    "PL": ["{dwudziestego piątego trzeciego piętnastego roku}", "latka skończy {drugiego lutego}"],
    "PT": [
        "nasceu no {dia quatro do três de dois mil e um}",
        "{onze do seis de noventa e três}, criou os irmãos",
        "fez agora, {dia dez de fevereiro}, teve bolo",
    ],
}
LEFT = {
    "GB": ["two of the three at seventy", "first, second and third", "the third of May", "one third of twenty"],
    "DE": ["erst der zweite, dann der dritte", "zwei drei vier", "am dritten Mai war Sitzung"],
    "PT": ["dois de três", "um do seis"],
}


@pytest.mark.plain_cases(24)
@pytest.mark.parametrize(("region", "example"), each(BIRTHS))
def test_a_date_of_birth_in_words_goes(region: str, example: str) -> None:
    assert missed(region, example) == ""
    assert found_of_kind("BIRTHDATE", region, example)


@pytest.mark.parametrize(("region", "example"), each(WAITING))
def test_a_whole_date_in_words_waits_without_a_word_about_birth(region: str, example: str) -> None:
    assert missed(region, example) == ""
    assert found_of_kind("BIRTHDATE", region, example)


@pytest.mark.parametrize(("region", "text"), each(LEFT))
def test_numbers_that_are_no_date_stay(region: str, text: str) -> None:
    assert not found_of_kind("BIRTHDATE", region, text)
