"""Numbers of cases, files, clients and policies, beside a word that says so: Aktenzeichen 12 F 345/20.

1. Behind a word such as "case number" there may be a few words before the number: I think it was 884512.
2. Behind a word such as "case" the number follows at once or after "no.", and must look like one of a file: 4471/19.
   A person decides on a short plain one, if nothing is counted (dossier 1407, case 773 was, but not case 250 people),
   and where words such as "is", or a short rare one, are between them: my ref is 30 91 77, his file, that was the 7731,
   sprawa lok 7731.
3. Behind any number of something (patient number, číslo oznámení) a person decides, unless it has letters and figures.
4. Before a word such as "case number", or "under that number", a person decides: XII ZB 904/17, Aktenzeichen vom
   Gericht.
5. A person decides on figures that look like a number of a file in the same text.

A number consists of figures, with letters and signs between them. Short plain figures need the word directly before.

ASSUME: a plain year, or figures before a unit (14 months), are not the number of a file.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from crosscase.detectors.accents import any_plain, without_accents
from crosscase.detectors.long_numbers import counts_nothing
from crosscase.detectors.nearby import digits_in, plain_signs
from crosscase.detectors.needed_words import NeededWords
from crosscase.detectors.ordinary_use import is_frequent
from crosscase.detectors.spans import Setting, Span
from crosscase.detectors.words import WORD, shapes_of
from crosscase.languages.vocabulary import Language, plain

_FEWEST = 2  # digits
_LONG = 5  # digits of a plain number at some distance, or behind a weak word without a sign
_SHORTEST = 3  # digits of a plain number
_UNCOUNTED = 4  # digits of a plain number that hardly counts what is behind it
_MOST_LINKS = 4  # words behind the first that links a word and a number: die Akte, das war dann wohl die 7731
_MOST_PARTS = 7  # of a number behind its first figures; a list of numbers is longer
_SIGN = r"(?:\s?(?://|[./:_–-])\s?|\s)"
_BEFORE_FIGURES = r"(?=(?:[\s./:_-]{1,2}[^\W\d_]{1,2})?[\s./:_-]{1,2}\w*\d)"
_SMALL = rf"(?:[^\W\d_]{{1,2}}|[ivx]{{1,5}}|[^\W\d_]{{1,6}}(?=[./_-])){_BEFORE_FIGURES}"  # ii-4471, iv rc 447
_REGISTER = rf"(?-i:[A-ZČŠŽŁŚ][a-zà-ž]{{1,3}}){_BEFORE_FIGURES}"  # III Nsm 904
_LETTERS = rf"(?:{_REGISTER}|(?-i:[^\W\d_a-zà-ÿα-ωά-ώа-ӿ]){{1,6}}|{_SMALL}|(?<=[./_-])[^\W\d_]{{1,6}})"
# Perhaps a register that is said without capital letters: lok 7731, lok. 7731.
_SHORT_WORD = r"(?-i:[a-zà-ÿα-ωά-ώа-ӿ]){3,4}(?:\s(?=\d)|\.\s(?=\d+(?![\w/.-])))"
_FIGURES = r"[^\W_]*\d[^\W_]*"
_NO_SENTENCE = r"(?!\.\s+[^\W\d_]{1,6}\s+[^\W\d_]{2,}(?![./_-]?\d))"  # 4471/20. I know
_PART = rf"{_NO_SENTENCE}{_SIGN}(?:{_FIGURES}|{_LETTERS})"
_HYPHENED = r"[^\W\d_]+(?:-[^\W\d_]+)*\.?(?!\d)"  # a word, also speel-o-theek
_BETWEEN = rf"(?P<between>(?:[^\w\n!?;]+{_HYPHENED}){{0,6}}?[^\w\n!?;]{{1,4}})"
_YEAR = re.compile(r"(?:19|20)\d\d")
_NEXT = re.compile(r"\W{1,2}(\w+)")
_ENDS = re.compile(r"\s*(?:[,.;:!?)–—]|\Z)")
_GOES_ON = re.compile(
    r"""["'’”“«»]?\s+[("'‘“„«]?[^\W\d_]|["'’”“«»]\W"""
)  # a sentence behind a number, no sign of a unit
_SIGN_DIGITS = 4  # of a number with signs behind any word for "number"
_SIGNS_BETWEEN = rf"(?P<between>(?:[^\w\n!?;,]+{_HYPHENED}){{0,4}}?[^\w\n!?;]{{1,3}})"
_SHORT_DOUBT = "figures behind a word about files"
_SIGNED_DOUBT = "figures with a sign behind a word about files"  # tessera n. 17
_NUMBER_DOUBT = "figures behind a word for a number"
_ALIKE_DOUBT = "figures like those of a file in the same text"
_NOUN, _LONGEST_NOUN = re.compile(r"(?<!\w)[^\W\d_]{4,}\s\Z"), 30
_LETTERED = re.compile(r"[A-ZΑ-Ω]{2,6}\s\d")
_FIGURE = re.compile("[0-9]")
_OF_NO_HOUSE = re.compile(r"(?!(?:19|20)\d\d)\d{4}-")  # 8001-5, but a range of years is no file
_ADDRESSED = re.compile(r"\d{1,4}(?:\s?[/-]\s?\d{1,3})?\s?[a-zA-Z]?")  # like the number of a house


class _Patterns(NamedTuple):
    """The patterns of one language, and the words that may stand before a number."""

    strong: re.Pattern[str]
    weak: re.Pattern[str]
    signed: re.Pattern[str]
    before: re.Pattern[str]
    # A text that one of these matches has a word about files, a sign such as "no.", or a word with such a part.
    needed: tuple[NeededWords, NeededWords]
    number_words: tuple[str, ...]
    links: frozenset[str]
    units: tuple[str, ...]
    of_year: re.Pattern[str]  # at the end of a number


@cache
def _patterns(language: Language) -> _Patterns | None:
    """The patterns of a language that has words for files."""
    strong, weak = language.contact("file_strong"), language.contact("file_weak")
    if not strong:
        return None
    signs = any_plain(language.contact("number_signs"))
    linking = any_plain(language.contact("file_links"))
    number = _number(language)
    links = {plain(word) for name in ("number_signs", "file_links") for word in language.contact(name)}
    return _Patterns(
        re.compile(rf"(?<!\w){any_plain(strong)}(?:(?<=\w)\w{{0,4}})?{_BETWEEN}(?P<number>{number})", re.IGNORECASE),
        re.compile(
            rf"(?<!\w){any_plain(weak)}(?:(?<=\w)\w{{0,2}})?(?P<between>(?:(?<=[.\s])|[,:]?\s+(?P<link>{linking}(?:,?\s+{linking}){{0,{_MOST_LINKS}}})\s+|:?\s+(?P<short>{_SHORT_WORD})?)(?P<sign>{signs}\s*)?)(?P<number>{number})",
            re.IGNORECASE,
        ),
        re.compile(
            rf"(?<!\w)(?:[^\W\d_]*{any_plain(language.contact('number_words'))}\w{{0,4}}|{signs}){_SIGNS_BETWEEN}(?P<number>{number})",
            re.IGNORECASE,
        ),
        re.compile(
            rf"(?<![\w/.-])(?P<between>)(?P<number>{number}),?\s(?:[^\W\d_]{{1,4}}\s){{0,2}}"
            rf"(?:{any_plain([*strong, *_long(weak)])}|[^\W\d_]{{1,6}}\s{any_plain(language.contact('number_words'))})",
            re.IGNORECASE,
        ),
        (NeededWords([*strong, *weak], goes_on=True), NeededWords(language.contact("number_signs"))),
        tuple(WORD.findall(word)[0] for word in language.contact("number_words")),
        frozenset(word.rstrip(".") for word in links),
        tuple(language.contact("units")),
        re.compile(rf"{_of_year(language)}\Z", re.IGNORECASE),
    )


def _of_year(language: Language) -> str:
    """The pattern of the year that is said behind a number: F 310 of 2018."""
    return rf"\s{any_plain(language.contact('file_joins'))}\s(?:(?:19|20)\d\d|\d\d(?=\s*(?:[,.;:!?)]|\Z)))"


def _number(language: Language) -> str:
    """The pattern of figures, with letters and signs between them, and the year behind them."""
    parts = rf"(?:(?:{_LETTERS}{_SIGN}){{0,3}}{_FIGURES}(?:{_PART}){{0,{_MOST_PARTS}}}(?:\s(?:bis|ter))?"
    return rf"{parts}(?:{_of_year(language)})?)(?!\w)"


def find(text: str, setting: Setting) -> Iterator[Span]:
    """Numbers of files."""
    if digits_in(text) < _FEWEST:
        return
    plain_text = plain_signs(text)
    text = without_accents(plain_text)
    found: list[tuple[int, int]] = []
    for language in setting.languages:
        patterns = _patterns(language)
        if patterns and _may_be_one(plain_text, patterns):
            for pattern in (patterns.strong, patterns.weak, patterns.before, patterns.signed):
                for match in pattern.finditer(text):
                    start, end = _begins(match, patterns, setting), match.end("number")
                    doubt = None if start is None else _doubt(plain_text, match, start, patterns, setting)
                    if doubt == "" and not setting.cased and pattern is not patterns.strong:
                        doubt = _NUMBER_DOUBT  # a letter may be a word
                    if start is not None and doubt is not None:
                        start = match.start("sign") if doubt == _SIGNED_DOUBT else start
                        found.append((start, end))
                        yield Span(start, end, "FILE", re.sub(r"[\W_]", "", text[start:end]).upper(), doubt)
    yield from _alike(text, found)


def _may_be_one(text: str, patterns: _Patterns) -> bool:
    """Whether a text may have a word beside which the number of a file stands; False is certain."""
    if any(words.may_be_in(text) for words in patterns.needed):
        return True
    return any(part in word for word in shapes_of(text) for part in patterns.number_words)


def _alike(text: str, found: Sequence[tuple[int, int]]) -> Iterator[Span]:
    """Numbers of the form of those that were found: ours is 50 81 66, and the other family was 50 81 99."""
    for form in sorted({_FIGURE.sub("0", text[start:end]) for start, end in found}):
        if form.count("0") >= _LONG:
            pattern = re.compile(rf"(?<![\w./-]){re.escape(form).replace('0', '[0-9]')}(?![\w/-]|[.,][0-9])")
            for match in pattern.finditer(text):
                if match.span() not in found:
                    yield Span(*match.span(), "FILE", re.sub(r"[\W_]", "", match[0]).upper(), _ALIKE_DOUBT)


def _doubt(written: str, match: re.Match[str], start: int, patterns: _Patterns, setting: Setting) -> str | None:
    """Whether figures are the number of a file: "" if so, the doubt if perhaps, None if not.

    `written` is the text with its accents.
    """
    text = match.string
    number = text[start : match.end("number")]
    digits = sum(map(str.isdecimal, number))
    if digits < _FEWEST or _is_amount(text, match, patterns):
        return None
    if match.re is patterns.signed:
        doubt = _doubt_of_signed(number, digits, patterns)
        return _doubt_of_short(match, number, setting) if doubt is None else doubt
    if match.re is patterns.before:
        return _NUMBER_DOUBT if _looks_like_file(number, False) and not number.isdecimal() else None
    if match.re is patterns.weak and (match["link"] or match["short"]):
        number = match["number"] if match["short"] else number
        is_told = digits >= _LONG or _looks_like_file(number, False)
        is_told = is_told or (digits == _UNCOUNTED and _stands_alone(written, number, match.end(), setting))
        return _NUMBER_DOUBT if is_told else None
    if _is_number(text, match, start, patterns, setting):
        return ""
    if match.re is patterns.weak and patterns.of_year.search(number):
        return _NUMBER_DOUBT  # case 7 of 2019
    is_short = number.isdecimal() and digits >= _SHORTEST and not _YEAR.fullmatch(number)
    if match.re is patterns.weak and match["sign"] and number.isdecimal():
        return _SIGNED_DOUBT if _ENDS.match(text, match.end()) else None
    is_lettered = digits >= _SIGN_DIGITS and _LETTERED.match(number)  # OP 60 21
    is_close = not re.search(r"\w", text[match.start("between") : start])
    if not is_close or match.re is not patterns.weak:
        return None
    is_whole = (is_short or is_lettered) and _ENDS.match(text, match.end())
    return _SHORT_DOUBT if is_whole or (is_short and _stands_alone(written, number, match.end(), setting)) else None


def _stands_alone(written: str, number: str, end: int, setting: Setting) -> bool:
    """Whether a short plain number that is no year and not round counts nothing: case 773 was, but not case 773 people.

    Four figures without a sign between them hardly count what is behind them: file 7731 disappeared.
    """
    if not number.isdecimal() or _YEAR.fullmatch(number) or len(number.rstrip("0")) < _SHORTEST:
        return False
    if _ENDS.match(written, end):
        return True
    return _GOES_ON.match(written, end) is not None and (
        len(number) >= _UNCOUNTED or counts_nothing(written, end, setting)
    )


def _doubt_of_signed(number: str, digits: int, patterns: _Patterns) -> str | None:
    """Whether figures behind any word for "number" are the number of a file."""
    if patterns.of_year.search(number):
        return _NUMBER_DOUBT
    if any(map(str.islower, number)):  # 450 in 2019
        return _NUMBER_DOUBT if re.search(r"\d/", number) and digits > _SIGN_DIGITS else None
    if any(map(str.isalpha, number)) and digits >= _SIGN_DIGITS and not _ADDRESSED.fullmatch(number):
        return ""
    if number.isdecimal() and digits == _SIGN_DIGITS and not _YEAR.fullmatch(number):
        return _NUMBER_DOUBT
    if _ADDRESSED.fullmatch(number) and not (digits > _SIGN_DIGITS and ("/" in number or _OF_NO_HOUSE.match(number))):
        return None
    return _NUMBER_DOUBT if digits > _SIGN_DIGITS or (digits == _SIGN_DIGITS and not number.isdecimal()) else None


def _doubt_of_short(match: re.Match[str], number: str, setting: Setting) -> str | None:
    """Whether three figures directly behind a sign such as "no." and a noun tell who somebody is: volunteer no. 418."""
    noun = _NOUN.search(match.string, max(0, match.start() - _LONGEST_NOUN), match.start())
    is_direct = not re.search(r"\w", match["between"]) and _ENDS.match(match.string, match.end())
    is_noun = noun and plain(noun[0].strip()) not in setting.function_words
    is_short = number.isdecimal() and len(number) == _SHORTEST == len(number.rstrip("0"))
    return _SHORT_DOUBT if is_direct and is_noun and is_short else None


def _long(words: list[str]) -> list[str]:
    """The words that are no short form, which may stand in any text."""
    return [word for word in words if len(word.rstrip(".")) > _SHORTEST]


def _begins(match: re.Match[str], patterns: _Patterns, setting: Setting) -> int | None:
    """Where a number begins, without small words before it: "is 20345", "Nr. 1183"."""
    start = match.start("number")
    if match.re is patterns.weak and match["short"]:
        return match.start("short") if _may_be_register(match["short"], match["number"], setting) else None
    for word in re.finditer(r"\w+", match["number"]):
        is_word = word[0][1:].islower() or word[0].islower()
        if (
            not is_word
            or any(map(str.isdecimal, word[0]))
            or not (plain(word[0]) in patterns.links or plain(word[0]) in setting.function_words)
        ):
            return start + word.start()
    return None


def _may_be_register(short: str, figures: str, setting: Setting) -> bool:
    """Whether a short word before figures may belong to the number of a file: it is rare."""
    word = short.rstrip().rstrip(".")
    is_long = sum(map(str.isdecimal, figures)) >= _SIGN_DIGITS
    return is_long and plain(word) not in setting.function_words and not is_frequent(word, setting)


def _is_number(text: str, match: re.Match[str], start: int, patterns: _Patterns, setting: Setting) -> bool:
    """Whether figures are the number of a file, or a year, an amount or a count."""
    number = text[start : match.end("number")]
    digits = sum(map(str.isdecimal, number))
    if match.re is patterns.weak:
        return _looks_like_file(number, bool(match["sign"]))
    if not number.isdecimal():
        return digits >= _SHORTEST or any(map(str.isalpha, number))
    words = [plain(word) for word in re.findall(r"[^\W\d_]+", text[match.start("between") : start])]
    close = all(word in patterns.links for word in words)
    if _YEAR.fullmatch(number):
        return close and not any(word in setting.prepositions for word in words)
    return digits >= _LONG or (close and digits >= _SHORTEST)


def _looks_like_file(number: str, has_sign: bool) -> bool:
    """Whether figures behind a word such as "case" have the form of a file's number."""
    digits = sum(map(str.isdecimal, number))
    if number.isdecimal():
        return not _YEAR.fullmatch(number) and digits >= (_SHORTEST if has_sign else _LONG)
    joined = re.search(r"\d\s?[/-]\s?\d|[^\W\d_][/.-]?\d", number)
    if re.fullmatch(r"\d+(?:\s\d+)+", number):
        return digits >= _LONG  # client 20 117
    return digits >= _SHORTEST and joined is not None


def _is_amount(text: str, match: re.Match[str], patterns: _Patterns) -> bool:
    behind = _NEXT.match(text, match.end("number"))
    return bool(behind and patterns.units and plain(behind[1]).startswith(patterns.units))
