"""Registration plates of vehicles, in the form of the text's country: current and older series, also of motorcycles.

Unique forms (AB12 CDE, AA-00-AA) are plates anywhere. Other forms need a word near them, and so does a plate in lower
case or with other signs between its groups.
"""

import re
from collections.abc import Iterator
from functools import cache

from crosscase.detectors.nearby import plain_signs, stands_near
from crosscase.detectors.spans import Setting, Span
from crosscase.languages.ordinary_words import Vocabulary

_SIGN = "(?: ?[-.·:] ?| )"  # between two groups of a plate
_GREEK = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧABEZHIKMNOPTYX"
_ITALIAN = "[A-HJ-NPR-TV-Z]{2}"
_DUTCH = [  # the groups of its fourteen series; A are letters, 9 digits
    "AA 99 99", "99 99 AA", "99 AA 99", "AA 99 AA", "AA AA 99", "99 AA AA", "99 AAA 9", "9 AAA 99", "AA 999 A",
    "A 999 AA", "AAA 99 A", "A 99 AAA", "9 AA 999", "999 AA 9", "AAA 99 9", "A 99 99", "AA 99 9",
]  # fmt: skip
_PORTUGUESE = ["AA 99 99", "99 99 AA", "99 AA 99", "AA 99 AA"]
_NO_LETTERS = "(?!(?:MPH|BST|GMT|NHS|PMQ|KMH)(?![A-Z]))"  # numbers with a unit


def _series(groups: list[str], between: str) -> str:
    """A pattern for some series."""
    written = ("|".join(groups)).replace(" ", between)
    return re.sub("A+|9+", lambda run: ("[A-Z]" if run[0][0] == "A" else r"\d") + f"{{{len(run[0])}}}", written)


_DISTRICT = "[A-ZÄÖÜ]{1,3}"
_FORMS: dict[str, tuple[str, str]] = {  # forms of plates anywhere, and near a word
    "CZ": (
        r"\d[A-Z][A-Z0-9][ -]?\d{4}|E[LV] ?\d{3} ?[A-Z]{2}",
        r"\d[A-Z][A-Z0-9]?_?\d{2}_?\d{2}|[A-Z]{2,3}_?\d{2}_?\d{2}|[A-Z]{2}_?\d{3}_?[A-Z]{2}|(?-i:[A-Z0-9]{5,8})",
    ),
    "DE": (
        rf"{_DISTRICT}[-·][A-Z]{{1,2}}[ -]?\d{{1,4}}[EH]?",
        rf"{_DISTRICT}_[A-Z]{{1,2}}_?\d{{1,4}} ?[EH]?|{_DISTRICT}_0[67]\d{{1,4}}|Y_?\d{{3}} ?\d{{3}}"
        r"|\d{3}_[A-Z]{3}|(?=[A-ZÄÖÜ]{3})[A-ZÄÖÜ]{3,5}\d{1,4}[EH]?",
    ),
    "GR": (
        rf"(?=[Α-Ω])[{_GREEK}]{{3}}-(?!19\d\d|20[0-3]\d)[1-9]\d{{3}}",
        rf"[{_GREEK}]{{2,3}}_?\d{{3,4}}|[{_GREEK}]_?\d{{5}}",
    ),
    "GB": (
        r"[A-Z]{2}\d{2} ?[A-Z]{3}|[A-HJ-NPR-TV-Y]\d{3} [A-Z]{3}",
        rf"[A-Z]{{2}}_?\d{{2}}_?{_NO_LETTERS}[A-Z]{{3}}|[A-Z]\d{{1,3}}_?[A-Z]{{3}}|[A-Z]{{3}}_?\d{{1,3}}[A-Z]"
        rf"|(?-i:{_NO_LETTERS}[A-Z]{{3}}_?\d{{1,4}}|\d{{1,4}}_?{_NO_LETTERS}[A-Z]{{3}})",
    ),
    "IT": (
        rf"{_ITALIAN}[ -]?\d{{3}}[ -]?{_ITALIAN}",
        rf"{_ITALIAN}_?\d{{3}}_?{_ITALIAN}|(?:[A-Z]{{2}}|ROMA)_?(?:\d{{5,6}}|[A-Z0-9]\d{{5}}|\d{{5}}[A-Z])"
        r"|(?-i:X[A-Z0-9] ?[A-Z0-9]{4})|(?-i:[A-Z]{2} ?\d{2} ?\d{3})",
    ),
    "NL": (_series(_DUTCH[:12], "-"), _series(_DUTCH, "_?")),
    "NO": ("(?!)", r"[A-Z]{2}_?[1-9]\d ?\d{3}|[A-Z]{2}_?[1-9]\d ?\d{2}"),
    "PL": (
        "(?!)",
        r"[A-Z]{2,3}_?(?=[A-Z0-9]*\d)[A-Z0-9]{3,5}|[A-Z]\d_[A-Z0-9]{3,5}|[A-Z]{2}_?\d{2}_?\d{2}|[A-Z]{3}_\d{3}_?[A-Z]",
    ),
    "PT": (rf"{_series(_PORTUGUESE, '-')}|[A-Z]{{2}} \d{{2}} [A-Z]{{2}}", _series(_PORTUGUESE, "_?")),
}


@cache
def _patterns(region: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The patterns of a country's forms, compiled when the first text of the country is searched."""
    certain, near_word = (rf"(?<![\w-])(?:{form.replace('_', _SIGN)})(?![\w-])" for form in _FORMS[region])
    return re.compile(certain), re.compile(near_word, re.IGNORECASE)


def read_ahead() -> None:
    """Make the patterns of all countries: most studies compare several."""
    for region in _FORMS:
        _patterns(region)


def find(text: str, setting: Setting) -> Iterator[Span]:
    """Plates. A form that is not unique counts only near a word, since it may be any code."""
    text = plain_signs(text)
    near = [language.near_plate for language in setting.languages]
    for region in setting.regions:
        if region in _FORMS:
            certain, near_word = _patterns(region)
            for form in (certain, near_word):
                for match in form.finditer(text):
                    if _is_mixed(match[0]) and (form is certain or _is_near_word(text, match, near, setting)):
                        yield Span(*match.span(), "PLATE", re.sub(r"\W", "", match[0]).upper())


def _is_mixed(words: str) -> bool:
    return any(map(str.isdigit, words)) and any(map(str.isalpha, words))


def _is_near_word(text: str, match: re.Match[str], near: list[re.Pattern[str]], setting: Setting) -> bool:
    """Whether a word near a form says that it is a plate, and the form is not ordinary words: "in 2019", "A12 and"."""
    if not (match[0].isupper() or match[0].islower() or match[0].upper().startswith("ROMA")):
        return False
    groups = match[0].split()
    if len(groups) > 1 and not match[0].isupper() and all(group.isalpha() or group.isdecimal() for group in groups):
        words = [group for group in groups if group.isalpha() and len(group) > 1]
        if not words or any(map(Vocabulary.of(setting.languages).is_ordinary, words)):
            return False
    return stands_near(text, *match.span(), near)
