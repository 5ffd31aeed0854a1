"""Telephone numbers that are said aloud, in nine languages. All of it is invented."""

import pytest

from tests.builders.marked_examples import each, found_of_kind, missed
from tests.builders.spoken_examples import PHONES

NO_PHONES = {
    "GB": [
        "she counted one two three four five six seven eight nine ten",
        "they were two, four, six, seven and nine years old",
        "it cost nine hundred and ninety-nine pounds",
        "between nineteen eighty-seven and nineteen ninety-six",
        "seven or eight of them, nine at most",
        "ten nine eight seven six five four three two one and off",
    ],
    "DE": [
        "eins zwei drei vier fünf sechs sieben acht",
        "es waren drei, vier, sieben oder neun Kinder",
        "neunhundertneunundneunzig Euro",
        "neunzehnhundertsiebenundachtzig",
        "sieben Jahre, sechs Monate und neun Tage",
    ],
    "NL": [
        "een twee drie vier vijf zes zeven acht",
        "zes of zeven kinderen, negen hooguit",
        "negenhonderd negenennegentig euro",
        "tussen negentien zevenentachtig en negentien zesennegentig",
    ],
    "NO": [
        "en to tre fire fem seks sju åtte",
        "seks eller sju barn, høyst ni",
        "ni hundre og nittini kroner",
        "fra nitten åttisju til nitten nittiseks",
    ],
    "IT": [
        "uno due tre quattro cinque sei sette otto",
        "sette o otto bambini, nove al massimo",
        "novecentonovantanove euro",
        "due, quattro, sei e sette anni",
    ],
    "PT": [
        "um dois três quatro cinco seis sete oito",
        "sete ou oito crianças, nove no máximo",
        "novecentos e noventa e nove euros",
        "entre os sete e os nove anos",
    ],
    "PL": [
        "jeden dwa trzy cztery pięć sześć siedem osiem",
        "siedem albo osiem osób, najwyżej dziewięć",
        "dziewięćset dziewięćdziesiąt dziewięć złotych",
        "między siedem a dziewięć lat",
    ],
    "CZ": [
        "jedna dva tři čtyři pět šest sedm osm",
        "sedm nebo osm dětí, nejvýš devět",
        "devět set devadesát devět korun",
        "mezi šesti a devíti lety",
    ],
    "GR": [
        "ένα δύο τρία τέσσερα πέντε έξι εφτά οχτώ",
        "εφτά ή οχτώ παιδιά, το πολύ εννιά",
        "εννιακόσια ενενήντα εννιά ευρώ",
        "δύο, τέσσερα, έξι και εφτά χρονών",
    ],
}


@pytest.mark.parametrize(("region", "example"), each(PHONES))
def test_a_number_that_is_said_goes(region: str, example: str) -> None:
    assert missed(region, example) == ""
    assert found_of_kind("PHONE", region, example)


@pytest.mark.parametrize(("region", "example"), each(NO_PHONES))
def test_what_is_counted_stays(region: str, example: str) -> None:
    assert not found_of_kind("PHONE", region, example)
