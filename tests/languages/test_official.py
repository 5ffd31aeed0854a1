"""The official languages of countries are those of CLDR, written into a file."""

import pytest

from crosscase.languages.official import FILE, official_languages


def test_the_file_is_what_the_tool_writes() -> None:
    pytest.importorskip("babel", reason="Babel is not installed")
    from tools import write_official_languages

    assert FILE.read_text(encoding="utf-8") == write_official_languages.text()


def test_countries_have_their_languages_in_order() -> None:
    assert official_languages("BE") == ("nl", "fr", "de")
    assert official_languages("NO") == ("no",)
    assert official_languages("XX") == ()
