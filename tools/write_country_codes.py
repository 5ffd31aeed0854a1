"""Write the names of each country in all languages, `scripts/crosscase/languages/country_codes.toml`.

    PYTHONPATH=scripts python tools/write_country_codes.py

The names are those of Unicode's CLDR, which Babel carries. Babel is needed only here.
"""

from babel import Locale, __version__

from crosscase.languages.country_codes import FILE
from crosscase.languages.vocabulary import SUPPORTED

_COUNTRY_CODE = 2  # letters; longer codes are parts of the world
_NO_COUNTRIES = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
_BETWEEN = " | "
_LONGEST = 110  # characters of a line


def text() -> str:
    """The text of the file: by ISO 3166 code the names of a country, each once."""
    names: dict[str, set[str]] = {}
    for language in sorted(SUPPORTED):
        for code, name in Locale(language).territories.items():
            if len(code) == _COUNTRY_CODE and code.isalpha() and code not in _NO_COUNTRIES:
                names.setdefault(code, set()).add(name)
    lines = [f"# Written by tools/write_country_codes.py from CLDR, in Babel {__version__}; licence Unicode-3.0.\n"]
    return "".join([*lines, *(f'{code} = """\n{_wrapped(sorted(names[code]))}"""\n' for code in sorted(names))])


def _wrapped(names: list[str]) -> str:
    """Names in lines that are not too long."""
    lines = [""]
    for name in names:
        if lines[-1] and len(lines[-1]) + len(name) >= _LONGEST:
            lines.append("")
        lines[-1] += f"{_BETWEEN}{name}" if lines[-1] else name
    return "".join(f"{line}\n" for line in lines)


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
