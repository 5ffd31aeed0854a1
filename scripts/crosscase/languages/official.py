"""The official languages of the countries of the world: what people most likely speak where a study states none.

`official_languages.toml` has them by ISO 3166 code, the language of most people first.
`tools/write_official_languages.py` writes it from Unicode's CLDR.
"""

import tomllib
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("official_languages.toml")


def official_languages(country: str) -> tuple[str, ...]:
    """The ISO 639 codes of the official languages of a country, none if the country is not known."""
    return tuple(_by_country().get(country, "").split())


@cache
def _by_country() -> dict[str, str]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))
