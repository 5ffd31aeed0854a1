"""Feasts with a year, which may be dates of birth. All of it is invented."""

import pytest

from tests.builders.marked_examples import each, found_of_kind, missed

FEASTS = {
    "GB": ["she came on {Boxing Day 2011}", "born on {Bonfire Night nineteen eighty-five}"],
    "DE": ["Meine Große kam {Heiligabend 2011}.", "geboren am {Rosenmontag neunzehnhundertachtzig}"],
    "CZ": ["narodila se na {Velikonoční pondělí 1968}"],
    "GR": ["ήρθε {παραμονή Χριστουγέννων του 2011}"],
    "IT": ["nato {San Giuseppe del duemiladieci}", "Ho partorito il giorno dell'{Epifania del 2013}."],
    "NL": ["De jongste kwam op {tweede kerstdag 2014}.", "geboren op {pakjesavond tweeduizend zes}"],
    "NO": ["født {sankthansaften 2003}", "{første nyttårsdag 2011}, det er hun"],
    "PL": ["Urodził się w {Wigilię 1970 roku}."],
    "PT": ["nasceu na {véspera de São João de 1990}", "nasci no {Santo António de oitenta e oito}"],
}
LEFT = {"GB": ["the Easter 2011 report", "on Boxing Day we rested"], "DE": ["Weihnachten 2011 war ich hier"]}


@pytest.mark.parametrize(("region", "example"), each(FEASTS))
def test_a_feast_with_a_year_goes_or_waits(region: str, example: str) -> None:
    assert missed(region, example) == ""
    assert found_of_kind("BIRTHDATE", region, example)


@pytest.mark.parametrize(("region", "text"), each(LEFT))
def test_a_feast_of_several_days_or_without_a_year_stays(region: str, text: str) -> None:
    assert not found_of_kind("BIRTHDATE", region, text)
