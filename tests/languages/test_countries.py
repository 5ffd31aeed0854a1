"""The names of the countries are those of CLDR, written into a file."""

import pytest

from crosscase.detectors.spans import Setting
from crosscase.languages import country_codes
from crosscase.languages.countries import FILE, countries
from crosscase.languages.vocabulary import SUPPORTED, load


def test_the_file_is_what_the_tool_writes() -> None:
    pytest.importorskip("babel", reason="Babel is not installed")
    from tools import write_countries

    assert FILE.read_text(encoding="utf-8") == write_countries.text()


def test_the_file_of_codes_is_what_the_tool_writes() -> None:
    pytest.importorskip("babel", reason="Babel is not installed")
    from tools import write_country_codes

    assert country_codes.FILE.read_text(encoding="utf-8") == write_country_codes.text()
    assert {"Czechia", "Česko", "Чехія"} <= set(country_codes.names_by_code()["CZ"])


@pytest.mark.parametrize("language", sorted(SUPPORTED))
def test_every_language_has_countries(language: str) -> None:
    assert len(countries(language)) > 120


def test_a_country_that_is_a_name_is_left_out() -> None:
    assert "Norway" in countries("en") and "Georgia" not in countries("en")


@pytest.mark.parametrize(
    ("language", "word"), [("cs", "norsku"), ("pl", "norwegii"), ("el", "γερμανια"), ("no", "danmark")]
)
def test_a_country_is_no_name_in_any_of_its_cases(language: str, word: str) -> None:
    assert word in Setting(("XX",), (load(language),)).excepted
