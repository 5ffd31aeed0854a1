"""The ISO 3166 code of each country by its names in the supported languages.

`tools/write_country_codes.py` writes `country_codes.toml` from Unicode's CLDR.
"""

import re
import tomllib
from functools import cache
from pathlib import Path

from crosscase.languages.vocabulary import plain

FILE = Path(__file__).with_name("country_codes.toml")


def is_country(name: str) -> bool:
    """Whether a name is that of a country in one of the languages, whatever its case."""
    return plain(name) in _names()


@cache
def _names() -> frozenset[str]:
    return frozenset(plain(name) for names in names_by_code().values() for name in names)


@cache
def names_by_code() -> dict[str, tuple[str, ...]]:
    """The names of each country by its code."""
    found = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {code: tuple(re.split(r" \| |\n", names.strip())) for code, names in found.items()}
