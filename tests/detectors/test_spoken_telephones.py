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


@pytest.mark.plain_cases(27)
@pytest.mark.parametrize(("region", "example"), each(PHONES))
def test_a_number_that_is_said_goes(region: str, example: str) -> None:
    assert missed(region, example) == ""
    assert found_of_kind("PHONE", region, example)


@pytest.mark.parametrize(("region", "example"), each(NO_PHONES))
def test_what_is_counted_stays(region: str, example: str) -> None:
    assert not found_of_kind("PHONE", region, example)


PUT_RIGHT = {
    "GB": ["ring {oh seven seven, four nine, no, four eight, three one two} later"],
    "DE": ["unter {sechs sechs neun sechs neun, Apparat vier null eins} abends"],
    "GR": ["{εικοσιδύο τριάντα ένα, μηδέν δύο, τέσσερα, εξακόσια εξήντα δύο}, νομίζω"],
    "IT": ["un numero, {tre tre uno, cinque cinque... no, cinque sei, due nove quattro zero otto}, che"],
    "NL": ["een briefje met {06 en dan 51, 83, nee 38, 20, 64} erop"],
    "NO": ["på hånda: {ni åtte to, fem... nei, seks, en, null tre fire}."],
    "PL": ["dzwoń na {732, czterysta, a potem osiemset trzydzieści sześć}."],
}


@pytest.mark.parametrize(("region", "example"), each(PUT_RIGHT))
def test_a_number_that_is_put_right_or_said_in_parts_goes_or_waits(region: str, example: str) -> None:
    assert missed(region, example) == ""
    assert found_of_kind("PHONE", region, example)


@pytest.mark.parametrize("text", ["12, 15, no, 18 and 20 of them", "10 and 20, 30 and 40", "2019, 2020 and 2021"])
def test_figures_that_rise_are_counted(text: str) -> None:
    assert not found_of_kind("PHONE", "GB", text)
