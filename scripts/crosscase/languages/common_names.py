"""Names that are common where a language is spoken, and in the countries from which many families came.

`names/` holds them, one file a language and one for elsewhere, in the plain shape in which words are compared.
`tools/write_common_names.py` writes these files from the lists of Faker.
"""

import tomllib
from functools import cache
from pathlib import Path

NAMES = Path(__file__).parent / "names"
ELSEWHERE = "elsewhere"


@cache
def common_first_names(language: str) -> frozenset[str]:
    """Common first names in the countries of a language, in plain shape."""
    return _read(language, "first")


@cache
def common_names(language: str) -> frozenset[str]:
    """Common first and family names in the countries of a language, and longer ones from elsewhere, in plain shape."""
    return common_first_names(language) | _read(language, "family") | _read(ELSEWHERE, "all")


@cache
def first_names_anywhere() -> frozenset[str]:
    """Common first names of every language, in plain shape."""
    return frozenset().union(*map(common_first_names, _languages()))


@cache
def names_anywhere() -> frozenset[str]:
    """Common names of every language, in plain shape: for texts in a language without a list."""
    lists = (listed for file in (*_languages(), ELSEWHERE) for listed in _lists(file).values())
    return frozenset().union(*map(str.split, lists))


def read_ahead() -> None:
    """Read all lists of names."""
    names_anywhere()


def _languages() -> list[str]:
    return [path.stem for path in NAMES.glob("*.toml") if path.stem != ELSEWHERE]


@cache
def _read(file: str, kind: str) -> frozenset[str]:
    return frozenset(_lists(file)[kind].split())


@cache
def _lists(file: str) -> dict[str, str]:
    return tomllib.loads((NAMES / f"{file}.toml").read_text(encoding="utf-8"))
