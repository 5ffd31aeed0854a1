"""Letters and figures that may be the number of a file, without a word that says so: BES-20-5513, K 417 902 583.

A person decides. Figures with a slash alone, and one letter with few figures, need a sign such as "no." before them, or
a word about files near them.

ASSUME: a date, a range of years and a school year (2019/20) are no code, and a code has at least three figures.
"""

import re
from collections.abc import Iterator
from functools import cache

from crosscase.detectors.accents import any_plain
from crosscase.detectors.nearby import digits_in, plain_signs, stands_near
from crosscase.detectors.spans import Setting, Span
from crosscase.detectors.whose_dates import is_dated
from crosscase.languages.vocabulary import Language, plain

_DOUBT = "letters and figures, perhaps the number of a file"
_FIGURES = 3  # of a code
_FEWEST = 2  # of a text with a code: RK-77/a
_LONG = 4  # figures of a code that begins with one letter
_PAIR = 2  # groups of figures behind a letter that may be a word: (a) 20 300, but no word in A 60 31 77
_MANY = 5  # figures of a code in small letters
_NEAR = 60, 50  # characters beside figures that are searched for a word about files
_LONGEST_SIGN = 12
_LEAD = re.compile(r"[^\W\d_]+\s")
_LAST_WORD = re.compile(r"(\w+\.?[ºo°]?)\s$")
_YEAR = re.compile(r"(?:19|20)\d\d|\d{1,3}")
_YEAR_BEFORE_WORD = re.compile(r"(?:19|20)\d\d\s(?P<word>[^\W\d_])")
_PLAIN_CODE = re.compile(
    r"(?<![\w@./-])(?=(?:[^\W\d_]{1,4}\s)?[\w./-]*\d)(?:[^\W\d_]{1,4}\s)?(?:[^\W_]+[./-]{1,2}){0,3}[^\W_]*\d[^\W_]*"
    r"(?:[./-]{1,2}[^\W_]+){0,3}(?:\s[^\W\d_](?!\w))?(?![\w@])"
)
# A senate, the letters of a register, number and year: 4 F 212/18, S 12 AS 481/19, III Nsm 904/17, Km 1832/14,
# 26 P a Nc 904/2017.
_OF_COURT = re.compile(
    r"(?<![\w./-])(?:(?:[LSB]\s)?(?:[IVX]{1,5}|\d{1,3})\s"
    r"(?:a\s)?[A-ZČŠŽŁŚĆ][a-zA-Z]{0,4}(?:\s(?:a\s)?[A-Z][a-z]{0,3}){0,2}"
    r"|(?P<register>[A-Z][a-z]{1,2}))\s(?P<number>\d{1,5}[/.]\d{2,4})(?!\d|[./]\d)"
)
# Letters with figures, then more figures: A119 284; letters before a number and its year: R.G. 18/21.
_JOINED = re.compile(r"(?<![\w@./-])[^\W\d_]{1,3}\d{3,}(?:\s\d{2,}){1,3}(?![\w@/]|[.,]\d)")
_OF_YEAR_BEHIND = re.compile(
    r"(?<![\w./-])(?:(?:[A-ZΑ-Ω]\.\s?){2,4}|[A-ZΑ-Ω]{2,5}\s)\d{2,6}/(?:\d{2}|\d{4})(?!\d|[./]\d)"
)
# Letters behind a number and its year: 418/20 ME.
_BEFORE_LETTERS = re.compile(r"(?<![\w@./-])(?P<number>\d{3,6}[/-]\d{2,4})\s[A-ZΑ-Ω]{2,3}(?![\w@/])")
# Letters and figures that are said one after the other: it begins with LX and then it's 4471.
_SAID = re.compile(r"(?<![\w@./-])[A-ZΑ-Ω]{2,4},?\s(?:[^\W\d_][\w'’]*\s){1,3}\d{3,8}(?![\w@/]|[.,]\d)")
# Capital letters, then figures in groups: K 417 902 583, T-55 018, TK#55029-1, P 0 9 3 1 - 4 4.
_IN_GROUPS = re.compile(
    r"(?<![\w@./-])(?P<letters>[^\W\d_]{1,6})(?P<join>[\s#-]|\s-\s)(?P<figures>\d+(?:(?:\s-\s|[\s-])\d+){0,8})"
    r"(?:\s[A-ZΑ-Ω](?=\s*(?:[,.;:!?)]|$)|\s[a-z]))?(?![\w@/]|[.,]\d)"
)
# In every code a figure stands beside a letter, beside a sign that joins it, or behind capital letters.
_MAY_BE_CODE = re.compile(
    r"\d(?:(?<=[^\W\d_]\d)|(?<=[./-]\d)|(?=[^\W\d_])|(?=[./-]{1,2}[^\W_])|(?=\s[^\W\d_](?!\w))"
    r"|(?<=[^\W\d_a-z][\s#-]\d)|(?<=\s-\s\d))|(?<!\w)[A-ZΑ-Ω]{2,4},?\s(?:[^\W\d_][\w'’]*\s){1,3}\d"
)
_NO_CODE = re.compile(
    r"(?:19|20)\d\d[-/.](?:\d\d|(?:19|20)\d\d)|(?:[012]?\d|3[01])[./-]\d{1,2}(?:[./-](?:\d{2}|\d{4}))?"
    r"|\d{4}[./-]\d\d[./-]\d\d|\d{1,3}(?:[. ]\d{3})+|\d+[.:]\d+|\d{1,4}\s?[-–]\s?\d{1,4}|\d{1,4}(?:-?[a-zà-žα-ώ]{1,8})?"
)


def find(text: str, setting: Setting) -> Iterator[Span]:
    """Codes, each with the year that is said behind it: 3 XII 118 aus 21."""
    text = plain_signs(text)
    if digits_in(text) < _FEWEST or not _MAY_BE_CODE.search(text):
        return
    for code in _codes(text, setting):
        year = _of_year(setting).match(text, code.end)
        yield _span(code.start, text[code.start : year.end()]) if year else code


def _codes(text: str, setting: Setting) -> Iterator[Span]:
    """Codes."""
    for court in _OF_COURT.finditer(text):
        is_code = not _NO_CODE.fullmatch(court["number"]) and _is_near(text, *court.span(), setting)
        if not court["register"] or is_code:
            yield _span(court.start(), court[0])
    for pattern in (_JOINED, _OF_YEAR_BEHIND):
        for code in pattern.finditer(text):
            if code[0][0].isupper():
                yield _span(code.start(), code[0])
    for code in _BEFORE_LETTERS.finditer(text):
        if not _NO_CODE.fullmatch(code["number"]):
            yield _span(code.start(), code[0])
    for code in _SAID.finditer(text):
        if _is_near(text, *code.span(), setting):
            yield _span(code.start(), code[0])
    for groups in _IN_GROUPS.finditer(text):
        if _are_code(groups, text, setting):
            yield _span(groups.start(), groups[0])
    for code in _PLAIN_CODE.finditer(text):
        start, words = code.start(), code[0]
        lead = _LEAD.match(words)
        if lead and not lead[0].isupper():
            start, words, lead = start + lead.end(), words[lead.end() :], None
        if not (lead and _YEAR.fullmatch(words[lead.end() :])) and _is_code(words, text, start, setting):
            yield _span(start, words)


def _span(start: int, words: str) -> Span:
    return Span(start, start + len(words), "FILE", re.sub(r"[\W_]", "", words).upper(), _DOUBT)


def _are_code(groups: re.Match[str], text: str, setting: Setting) -> bool:
    """Whether capital letters and figures behind them are a code, and not a word before a number."""
    letters, figures = groups["letters"], groups["figures"]
    digits = sum(map(str.isdecimal, figures))
    if not letters.isupper() or digits < _FIGURES:
        return False
    is_signed = len(letters) == 1 and groups["join"] == " " and _is_signed(text, groups.start(), setting)  # no. B 217
    if is_signed or (_YEAR.fullmatch(figures) and figures[0] != "0"):
        return is_signed
    is_word = plain(letters) in setting.function_words | setting.prepositions | setting.particles
    if groups["join"] in ("-", "#"):
        return digits > _LONG or figures.startswith("0") or _is_near(text, *groups.span(), setting)
    number = len(re.findall(r"\d+", figures))
    return figures.startswith("0") or (number > 1 and digits > _LONG and (number > _PAIR or not is_word))


def _is_code(words: str, text: str, start: int, setting: Setting) -> bool:
    """Whether letters and figures with signs between them are a code."""
    letters = sum(map(str.isalpha, words))
    figures = sum(map(str.isdecimal, words)) + ("/" in words and letters > 0)
    has_sign = letters > 0 or "/" in words or "-" in words
    is_small = words.islower() and (len(re.findall(r"[/-]", words)) < 2 or figures < _MANY)
    if not has_sign or figures < _FIGURES or _NO_CODE.fullmatch(words) or is_small:
        return False
    of_year = _YEAR_BEFORE_WORD.fullmatch(words)
    if of_year and plain(of_year["word"]) in setting.function_words:  # in 2014 I was
        return _is_near(text, start, start + len(words), setting)
    weak = letters == 0 if "-" not in words else letters == 1 and words[0].isalpha() and figures <= _LONG
    if not weak or "//" in words:
        return True
    is_law = any(is_dated(text, start, language) for language in setting.languages)
    return _is_signed(text, start, setting) or (not is_law and _is_near(text, start, start + len(words), setting))


def _is_signed(text: str, start: int, setting: Setting) -> bool:
    """Whether a sign such as "no.", or a word with one in it, stands directly before a place."""
    signs = tuple(sign for language in setting.languages for sign in language.contact("number_signs"))
    signed = _LAST_WORD.findall(text[max(0, start - _LONGEST_SIGN) : start])
    return any(plain(sign) in signs or (len(sign) > _LONG and plain(sign).endswith(signs)) for sign in signed)


def _is_near(text: str, start: int, end: int, setting: Setting) -> bool:
    """Whether a word about files stands near a place."""
    return stands_near(text, start, end, map(_cues, setting.languages), *_NEAR)


@cache
def _of_year(setting: Setting) -> re.Pattern[str]:
    """The year behind the number of a file: aus 19."""
    joins = any_plain(join for language in setting.languages for join in language.contact("file_joins"))
    return re.compile(rf"\s{joins}\s\d{{2,4}}(?!\w)")


@cache
def _cues(language: Language) -> re.Pattern[str]:
    """Words about files, for a text in plain shape."""
    listed = [*language.contact("file_strong"), *language.contact("file_weak"), *language.contact("number_words")]
    return re.compile(rf"(?<!\w){any_plain(word for word in listed if len(word.rstrip('.')) > _FIGURES)}")
