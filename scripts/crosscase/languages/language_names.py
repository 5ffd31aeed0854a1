"""The names of languages in each language of tables and pages.

`language_names.toml` has those of the languages with word lists. `tools/write_language_names.py` writes it from
Unicode's CLDR.
"""

import tomllib
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("language_names.toml")


def name_of(code: str, language: str) -> str:
    """The name of a language, by its ISO 639 code, in another one; the quoted code if it has no word lists."""
    return _by_language()[language].get(code, repr(code))


@cache
def _by_language() -> dict[str, dict[str, str]]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))
