"""Detection of a text's Windows code page from its letters; no result if two fit equally well.

The same bytes are letters in each code page, so successful decoding is no evidence. The language is: it uses few
letters beyond ASCII, and their share hardly changes from text to text.

1. Each language reads the bytes by its code page. It fits if (nearly) all letters beyond ASCII are its own;
   Greek only if they do not share words with Latin letters.
2. Of the languages that fit, the one is chosen whose usual share of such letters is nearest to the text's (as a
   ratio).
3. Languages whose code pages give the same text do not compete. If a second language is nearly as near and gives
   another text, there is no result.

The shares are rough: they must distinguish Czech (one letter in seven) from Italian (one in a hundred), for which
the same byte is č in one code page and è in the other.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

_FITS = 0.98  # share of a language's own letters among those beyond ASCII
_CLEARLY = 2.0  # factor by which the second language must be farther away
_FEWEST = 1e-4


@dataclass(frozen=True, slots=True)
class _Language:
    name: str
    code_page: str
    letters: frozenset[str]
    share: float  # of letters beyond ASCII among all letters


def _language(name: str, code_page: str, letters: str, share: float) -> _Language:
    return _Language(name, code_page, frozenset(letters + letters.upper()), share)


_GREEK_PAGE = "cp1253"
_MIXED = re.compile(r"[a-zA-Z][^\W\d_a-zA-Z]|[^\W\d_a-zA-Z][a-zA-Z]")
_GREEK = "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ"
_LANGUAGES = (
    _language("Czech", "cp1250", "áčďéěíňóřšťúůýž", 0.14),
    _language("Polish", "cp1250", "ąćęłńóśźż", 0.08),
    _language("German", "cp1252", "äöüßé", 0.02),
    _language("Italian", "cp1252", "àèéìòù", 0.012),
    _language("Dutch", "cp1252", "éëïöüèê", 0.004),
    _language("Norwegian", "cp1252", "æøåéòôü", 0.025),
    _language("Portuguese", "cp1252", "áàâãçéêíóôõúü", 0.04),
    _language("Spanish", "cp1252", "áéíñóúü", 0.025),
    _language("French", "cp1252", "àâæçéèêëîïôœùûüÿ", 0.035),
    _language("Greek", _GREEK_PAGE, _GREEK, 0.95),
)


def guess(sample: bytes) -> tuple[str, str] | None:
    """The code page of a text and the reason, or None if none or more than one fits."""
    readings = {page: sample.decode(page, "replace") for page in {language.code_page for language in _LANGUAGES}}
    if len(set(readings.values())) == 1 and "\ufffd" not in readings["cp1252"]:
        return "cp1252", "no letter depends on the code page"
    letters = {page: Counter(text) for page, text in readings.items()}  # counted once, whatever the languages
    fitting = []
    for language in _LANGUAGES:
        text = readings[language.code_page]
        distance = _distance(text, letters[language.code_page], language)
        if distance is not None and "\ufffd" not in text:
            fitting.append((distance, language, text))
    if not fitting:
        return None
    fitting.sort(key=lambda fit: fit[0])
    nearest, language, text = fitting[0]
    others = [distance for distance, _, other in fitting if other != text]
    if others and others[0] < nearest + math.log(_CLEARLY):
        return None
    return language.code_page, f"its letters are those of {language.name} in {language.code_page}"


def _distance(text: str, times: Mapping[str, int], language: _Language) -> float | None:
    """The distance between the text's share of letters beyond ASCII and the language's, as the logarithm of a ratio."""
    letters = sum(count for letter, count in times.items() if letter.isalpha())
    beyond = {letter: count for letter, count in times.items() if letter.isalpha() and not letter.isascii()}
    number = sum(beyond.values())
    if not number or sum(count for letter, count in beyond.items() if letter in language.letters) < _FITS * number:
        return None
    if language.code_page == _GREEK_PAGE and len(_MIXED.findall(text)) > (1 - _FITS) * number:
        return None
    return abs(math.log(max(number / letters, _FEWEST) / language.share))
