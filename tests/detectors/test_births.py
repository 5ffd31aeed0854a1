"""Dates that may be of somebody's birth, also without a word that says so. All of it is invented."""

import pytest

from tests.builders.marked_examples import each, found_of_kind, missed

WAITING = {
    "GB": [
        "{19.11.72}, and nobody may work out my age.",
        "Her papers say {January 20th, 1951}.",
        "He turned eighteen on {6 February} and left.",
    ],
    "DE": ["die Mittlere ist vom {12.4.08}", "Im Stammbuch steht {15. Nov. 1958}.", "Volljährig wurde er am {3. Mai}."],
    "CZ": ["Dvojčata, {30. března 2016}, byla malá.", "Na lístku má {20. I. 1951}.", "Osmnáct jí bylo {6. února}."],
    "GR": ["Τα δίδυμα, {30 Μαρτίου 2016}, ήταν μικρά.", "Έκλεισε τα δεκαοχτώ στις {6 Φεβρουαρίου}."],
    "IT": ["Allora, {2 febbraio '68}, e sono la quinta.", "Compie gli anni il {21 giugno}."],
    "NL": ["Op de kaart staat {19/9/'88}.", "Hij is van {30 juli 2019}.", "Op {3 mei} wordt hij achttien."],
    "NO": ["En gutt på ti, {21.4.2012}.", "Han fylte atten den {30. august}.", "Klienten, født {290288}, kom ikke."],
    "PL": [
        "W odpisie: {15-11-1958}.",
        "urodzona dnia {20 stycznia roku pańskiego 1951}",
        "Kończy pięć lat {6 lutego}.",
    ],
    "PT": ["O bebé é de {12-5-2021}.", "sou de {outubro de 1977, dia 24}", "Completa os dezoito em {28 de agosto}."],
}
LEFT = {
    "GB": ["the Act of 4 May 1998", "version 2, edition of 3.4.2012", "open on 6 February, 24/7", "in May 2011"],
    "DE": ["das Gesetz vom 3. Mai 2011", "am 6. Februar war Sitzung", "Raum 40.12.2011"],
    "CZ": ["zákon ze dne 14. března 2006", "v březnu 2016"],
    "IT": ["la legge del 4 maggio 1983", "nel maggio 2011"],
    "PL": ["Ustawa weszła w życie 1 stycznia 2012 roku", "w maju 2011"],
}


@pytest.mark.parametrize(("region", "example"), each(WAITING))
def test_a_whole_date_and_a_day_near_an_age_go_or_wait(region: str, example: str) -> None:
    assert missed(region, example) == ""
    assert found_of_kind("BIRTHDATE", region, example)


@pytest.mark.parametrize(("region", "text"), each(LEFT))
def test_a_date_of_a_law_and_half_a_date_stay(region: str, text: str) -> None:
    assert not found_of_kind("BIRTHDATE", region, text)
