"""The names of the countries of the world, in each language: words with a capital letter that identify nobody.

`countries.toml` has those of one word. `tools/write_countries.py` writes it from Unicode's CLDR.
"""

import tomllib
from functools import cache
from pathlib import Path

from crosscase.languages.common_names import names_anywhere
from crosscase.languages.vocabulary import plain

_DIMINUTIVES = {"kuba"}  # of Jakub
FILE = Path(__file__).with_name("countries.toml")


@cache
def countries(language: str) -> tuple[str, ...]:
    """The names of the countries in a language, without those that are also people's names: Georgia, Chad."""
    people = names_anywhere() | _DIMINUTIVES
    return tuple(name for name in _by_language()[language].split() if plain(name) not in people)


@cache
def _by_language() -> dict[str, str]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))
