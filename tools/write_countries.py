"""Write the names of the countries in each language, `scripts/crosscase/languages/countries.toml`.

    PYTHONPATH=scripts python tools/write_countries.py

The names are those of Unicode's CLDR, which Babel carries. Names of several words are left out. Babel is needed only
here.
"""

from babel import Locale, __version__

from crosscase.languages.countries import FILE
from crosscase.languages.vocabulary import SUPPORTED

_COUNTRY_CODE = 2  # letters; longer codes are parts of the world
_LONGEST = 96  # characters of a line


def text() -> str:
    """The text of the file: by ISO 639 code the countries' names of one word."""
    lines = [f"# Written by tools/write_countries.py from CLDR, in Babel {__version__}; licence Unicode-3.0.\n"]
    for language in sorted(SUPPORTED):
        territories = Locale(language).territories.items()
        names = {name for code, name in territories if len(code) == _COUNTRY_CODE and name.isalpha()}
        lines.append(f'{language} = """\n{_wrapped(sorted(names))}"""\n')
    return "".join(lines)


def _wrapped(words: list[str]) -> str:
    """Words in lines that are not too long."""
    lines = [""]
    for word in words:
        if len(lines[-1]) + len(word) >= _LONGEST:
            lines.append("")
        lines[-1] += f" {word}" if lines[-1] else word
    return "".join(f"{line}\n" for line in lines)


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
