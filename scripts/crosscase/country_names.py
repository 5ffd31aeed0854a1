"""The names by which exports may call a country: its code, its name, its ISO code, the study's further spellings."""

from collections.abc import Iterable

from crosscase.normal import fold
from crosscase.study import Country


def spellings(countries: Iterable[Country]) -> dict[str, str]:
    """The code of a country by each folded spelling. What the study calls a country goes before an ISO code."""
    countries = list(countries)
    named = {fold(name): c.code for c in countries for name in (c.code, c.name, *c.also)}
    return {fold(c.iso): c.code for c in countries} | named
