"""Letters and figures that may be the number of a file. All of it is invented."""

import pytest

from tests.builders.marked_examples import each, found_of_kind, missed

CODES = {
    "GB": [
        "order number {F 310 of 2018}, they said",
        "in Quistem as client {1180264}, so",
        "it is {TK#55029-1}, I say",
        "the file was {2014 I}, they said",
    ],
    "DE": ["ich bin {K 417 902 583}, mit Karte", "mit {T-55 018} ins Bad", "der Junge heißt nur Klient {20 117}."],
    "CZ": ["běží pod {067 EX 1832/14}, ta značka", "smlouva číslo {411/2020/sas} tam je"],
    "GR": ["βούλευμα, αριθμός {305 του 2017}, που"],
    "IT": ["il numero {C 087}, in coda", "passaporto, sì, {YB 0 3 3 7 1 4 9}, ce l'ha"],
    "NL": ["twee dossiers, {G-5518} en {G-5581}, dus", "de inschrijving, {woco-88-20431}, dat nummer"],
    "NO": ["på kortet står {K-0093}, og", "en søknad, {ST-000 714 882}, som"],
    "PL": ["prowadzi to jako {Km 1832/14}, ta sygnatura", "umowa nr {411/us/2020} gdzieś"],
    "PT": ["com a Ref. {118 440 927} na mão"],
}
LEFT = {
    "GB": [
        "I 250 times said so",
        "A 2019 report",
        "open 24/7 since 2019/20",
        "the Act 44/98 of May",
        "Between 2010 and 2014 I was at home.",
    ],
    "DE": ["die A 96 entlang", "Gesetz 359/1999 sagt"],
    "CZ": ["V 2019 jsme byli", "v roce 2019/2020"],
}


@pytest.mark.parametrize(("region", "example"), each(CODES))
def test_a_code_of_letters_and_figures_goes_or_waits(region: str, example: str) -> None:
    assert missed(region, example) == ""
    assert found_of_kind("FILE", region, example)


@pytest.mark.parametrize(("region", "text"), each(LEFT))
def test_letters_and_figures_of_something_else_stay(region: str, text: str) -> None:
    assert not found_of_kind("FILE", region, text)
