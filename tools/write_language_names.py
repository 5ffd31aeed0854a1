"""Write the names of languages in each language of tables and pages, `scripts/crosscase/languages/language_names.toml`.

    PYTHONPATH=scripts python tools/write_language_names.py

The names are those of Unicode's CLDR, which Babel carries: of all languages with word lists. Babel is needed only here.
"""

from babel import Locale, __version__

from crosscase.labels import labels
from crosscase.languages.language_names import FILE
from crosscase.languages.vocabulary import SUPPORTED

_LOCALES = {"no": "nb", "pt": "pt_PT"}  # of languages that CLDR calls otherwise


def text() -> str:
    """The text of the file: for each language of tables and pages the names of languages in it, by ISO 639 code."""
    lines = [f"# Written by tools/write_language_names.py from CLDR, in Babel {__version__}; licence Unicode-3.0."]
    for language in labels.languages():
        names = Locale.parse(_LOCALES.get(language, language)).languages
        lines += ["", f"[{language}]", *(f'{code} = "{names[code]}"' for code in sorted(SUPPORTED))]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
