"""Write the official languages of each country, `scripts/crosscase/languages/official_languages.toml`.

    PYTHONPATH=scripts python tools/write_official_languages.py

The languages are those of Unicode's CLDR, which Babel carries: official ones and those that are so in fact, the
language of most people first. Languages of a region alone are left out. Babel is needed only here.
"""

from babel import __version__
from babel.core import get_global
from babel.languages import get_official_languages

from crosscase.languages.official import FILE

_ALSO_CALLED = {"nb": "no", "nn": "no"}  # the written forms of Norwegian
_COUNTRY_CODE = 2  # letters; longer codes are parts of the world


def text() -> str:
    """The text of the file: by ISO 3166 code the ISO 639 codes of the languages."""
    lines = [
        f"# Written by tools/write_official_languages.py from CLDR, in Babel {__version__}; licence Unicode-3.0.\n"
    ]
    for country in sorted(get_global("territory_languages")):
        languages = list(dict.fromkeys(map(_plain, get_official_languages(country, de_facto=True))))
        if languages and len(country) == _COUNTRY_CODE and country.isalpha():
            lines.append(f'{country} = "{" ".join(languages)}"\n')
    return "".join(lines)


def _plain(language: str) -> str:
    """A language without its script: sr_Latn is sr."""
    code = language.partition("_")[0]
    return _ALSO_CALLED.get(code, code)


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
