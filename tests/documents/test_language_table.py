"""The table of languages in config/README.md is that of the word lists."""

import re

import pytest

from crosscase.languages.official import FILE, official_languages
from crosscase.languages.vocabulary import BASIC, SUPPORTED, load
from tests.builders.projects import ROOT

DOCUMENT = ROOT / "config/README.md"
BEGIN, END = "<!-- languages: made by tests/documents/test_language_table.py -->", "<!-- /languages -->"


def table() -> str:
    """The languages with word lists, full support first, and the countries whose language each is by default."""
    countries: dict[str, list[str]] = {}
    for line in FILE.read_text(encoding="utf-8").splitlines()[1:]:
        country = line.partition(" ")[0]
        countries.setdefault(official_languages(country)[0], []).append(country)
    rows = sorted((load(code).support == BASIC, load(code).name, code) for code in SUPPORTED)
    lines = ["| code | language | support | default for |", "| --- | --- | --- | --- |"]
    for _, name, code in rows:
        lines.append(f"| `{code}` | {name} | {load(code).support} | {' '.join(countries[code])} |")
    return "\n".join([BEGIN, *lines, END])


def test_the_table_is_that_of_the_lists(request: pytest.FixtureRequest) -> None:
    block = re.compile(f"{re.escape(BEGIN)}.*?{re.escape(END)}", re.DOTALL)
    if request.config.getoption("--rewrite-expected"):
        text = DOCUMENT.read_text(encoding="utf-8")
        DOCUMENT.write_text(block.sub(lambda _: table(), text), encoding="utf-8")
    assert block.findall(DOCUMENT.read_text(encoding="utf-8")) == [table()]
