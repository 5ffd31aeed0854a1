"""Addresses in small letters, as automatic transcripts write them: karl tremmler straße hundertsieben.

Nothing but its words shows an address there. `address_words` says of each word what it may be, as one sign. A rule is a
pattern of these signs, with an example beside it. It finds a street and the number of its house, or what shows that a
number is one of a house; what stands beside them and belongs to them is found by `surroundings`. A person decides.

ASSUME: a small number before an ordinary word counts it (meier drei kinder), unless a word for streets is before it.
"""

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from crosscase.detectors.address_words import (
    AND,
    BREAK,
    CORNER,
    LETTER,
    NUMBER,
    ORDINAL,
    OTHER,
    PART,
    SIGN,
    SMALL,
    WORD,
    signs_of,
)
from crosscase.detectors.spans import Setting, Span
from crosscase.detectors.spoken_numbers import values
from crosscase.detectors.street_patterns import patterns_of
from crosscase.detectors.street_places import somebody_lives
from crosscase.detectors.words import Word, begins_sentence, value_of, words_of
from crosscase.languages.vocabulary import plain, shape

DOUBT = "perhaps an address in small letters"
_FEWEST = 2  # words
_COUNTS, _LARGE = 13, 100  # a smaller number in one word may count what is behind it; one that hardly counts anything
_FIRST = re.compile(r"[^\W\d_]")
_MOST_CAPITALS, _WORDS_TO_CAPITAL = 2, 6
_FURTHER = re.compile(r"[\s,;.:–—/-]{1,3}")  # between two words of one address
_NUMBERS = frozenset({NUMBER, ORDINAL, CORNER})  # of which every address has one
_NAMES = frozenset("TZRQUtr")
_SHOWN = frozenset("TRZwrzQtUPSK")  # of which every address has one

# Several signs in one, as classes of regular expressions.
_BEFORE, _BEHIND = "[TZ]", "[RZ]"  # words for streets that mean nothing else: via, ulice; road, straße
_WEAKLY_BEFORE, _WEAKLY_BEHIND, _WEAK = "[wz]", "[rz]", "[wzr]"  # that are also other words: place, way
_ENDS = "[RZrz]"
_OWN = "[QtU]"  # by which a street is known: it ends in a word for streets, perhaps does, or is in no vocabulary
_NAME = "[WUtQ]"  # a word of the name of a street
_IN_NAME = "[WUtQRrZz]"
_FURTHER_WORD = "[WUtQuN]"  # behind a number that may count it

_JOINS = f"[{BREAK}{AND}]{{0,3}}"
# A house has a bounded count of numbers: of a table of them each would be tried as a beginning with each end.
_ONE_HOUSE = f"{NUMBER}{{1,8}}(?:{AND}{NUMBER}{{1,8}}){{0,3}}{LETTER}?"  # a hundred and two b
_HOUSE = f"{_ONE_HOUSE}(?:{BREAK}{{1,2}}{_ONE_HOUSE})?"  # six no sixty-six
# The number of a house behind a street, with a word such as "number", or what is spelt, before it: w r e n number one.
_NUMBER = f"(?:{LETTER}[{LETTER}{NUMBER}{SMALL}{WORD}]{{1,14}}(?={SIGN}))?[{SIGN}{BREAK}]{{0,2}}(?P<house>{_HOUSE})"
_NUMBERED = f"[{NUMBER}{LETTER}]{{1,8}}"  # of a floor or a flat
_LED = f"{_BEFORE}{BREAK}?(?:{_JOINS}(?:[{SMALL}{PART}{ORDINAL}u]|{_IN_NAME})){{1,5}}"  # via della merla
_ENDED = f"[WUtQrz]{{1,3}}{_BEHIND}"  # orchard road
_KNOWN = f"[WUt]{{0,2}}(?:{SMALL}{{1,2}}{_OWN}|{_OWN}){_IN_NAME}{{0,3}}"  # kerkebuurt
_AND_OWN = f"[{WORD}{PART}{ORDINAL}{SMALL}u]{{0,4}}{_OWN}{{1,2}}"
_STREET = (
    f"(?:{_LED}|{_WEAKLY_BEFORE}{BREAK}?{_AND_OWN}[WUtQ]{{0,2}}|{_ENDED}"
    f"|(?<={SMALL}){WORD}{{1,2}}{_OWN}{_IN_NAME}{{0,2}}|{_KNOWN})"
)
_STREET_BEHIND = (  # a number
    f"(?:{_BEFORE}[{SMALL}{WORD}{PART}{ORDINAL}u]{{0,4}}{_NAME}{{1,3}}|{_WEAKLY_BEFORE}{_AND_OWN}"
    f"|[WUt]{{1,3}}{_ENDS}{{1,2}}|[{WORD}{SMALL}]{{0,3}}{_OWN}{{1,3}}{_ENDS}{{0,2}})"
)
_END = f"(?P<house>{_HOUSE})(?!{_FURTHER_WORD})"
_IS_NAMED = re.compile("[TZRQ]|[Ut][rz]|[wz]J*[UtQ]")  # streets behind which no number counts
_OF_CORNER = f"[{SMALL}{OTHER}]{{0,2}}[TZwz]?{SMALL}{{0,2}}{_NAME}{{1,2}}{_ENDS}?"


class _Check(Enum):
    """When signs are those of an address."""

    ALWAYS = "always"
    NAMED = "where a word is one of a street"
    LARGE = "where the number is large, has a word such as number before it, or somebody lives there"
    LIVED = "where the number is large, or somebody lives there"
    NUMBER_FIRST = "where the number does not count what is behind it"
    NOT_COUNTED = "where the number does not count what follows the address"


class Rule(NamedTuple):
    """A pattern of signs, when it is an address, and an example with its language."""

    language: str
    example: str
    pattern: re.Pattern[str]
    check: _Check = _Check.ALWAYS


def _rule(language: str, example: str, pattern: str, check: _Check = _Check.ALWAYS) -> Rule:
    return Rule(language, example, re.compile(pattern), check)


RULES = (
    # a street, then the number of a house
    _rule("it", "via della merla sette", f"(?P<street>{_STREET}){_NUMBER}(?![uN])", _Check.NOT_COUNTED),
    # a word for streets that is also another word, ordinary words, and a number
    _rule("en", "view of the mill eighty", f"{_WEAK}{BREAK}?[{WORD}{SMALL}]{{0,3}}{SIGN}?{_END}", _Check.LARGE),
    # a number, perhaps with a flat, then the street
    _rule(
        "en",
        "one one nine gorsey bank",
        f"{_NUMBER}(?:{PART}(?:{_NUMBERED})?){{0,4}}[{SIGN}{SMALL}{BREAK}]{{0,3}}(?P<behind>{_STREET_BEHIND})",
        _Check.NUMBER_FIRST,
    ),
    # a block or a flat with its number, then the street
    _rule(
        "de",
        "eingang zwei ottilienring",
        f"[{PART}{SIGN}]{_NUMBERED}(?:[{PART}{SIGN}{ORDINAL}{LETTER}{WORD}][{NUMBER}{ORDINAL}{LETTER}]{{0,8}}){{0,4}}"
        f"{SMALL}{{0,3}}(?P<behind>{_STREET_BEHIND}|[wz]{SMALL}{{1,2}}{WORD}{{1,2}})",
        _Check.NUMBER_FIRST,
    ),
    # a name, then parts of an address with their numbers
    _rule(
        "en",
        "orrendale court staircase two",
        f"(?:{_STREET}|{_NAME}{{1,3}}{_WEAKLY_BEHIND}|[TZwz][{SMALL}WUtQ]{{1,4}}){BREAK}?[{PART}{SIGN}]{_NUMBERED}",
    ),
    # a name, the number of a house and that of a flat
    _rule(
        "nl",
        "kruidentuin elf kamer twee",
        f"[WUt]{{1,3}}(?P<house>{_HOUSE})(?:{SMALL}{_HOUSE})?{BREAK}?{PART}{_NUMBERED}",
    ),
    # a flat with its number, then the house
    _rule(
        "en",
        "room nine the larches",
        f"{PART}{_NUMBERED}(?:{SMALL}{{1,3}}|{WORD}{SMALL}{{1,2}}|{PART})(?:{_NAME}{SMALL}{{1,2}})?{_NAME}{{1,2}}",
    ),
    # parts of an address in a row
    _rule("de", "block drei tür fünf", f"{PART}{_NUMBERED}(?:{SMALL}{{0,2}}{PART}{_NUMBERED}){{1,4}}"),
    # a corner of two streets, of which one is no ordinary word
    _rule(
        "it",
        "angolo tra via pettinelli e largo sgorghetta",
        f"{CORNER}{_OF_CORNER}[{AND}{SMALL}]{{0,2}}{_OF_CORNER}",
        _Check.NAMED,
    ),
    _rule(
        "pl",
        "róg mostkowej i zbożowej ta kamienica numer jeden",
        f"{CORNER}{_OF_CORNER}[{AND}{SMALL}]{{0,2}}{_OF_CORNER}[{SMALL}{WORD}]{{0,2}}{SIGN}?{_HOUSE}",
    ),
    # two words for a number, or one behind ordinary words where somebody lives, or with a number that counts nothing
    _rule("cs", "číslo popisné osmnáct", f"{SIGN}{{2,4}}{_HOUSE}"),
    _rule(
        "nl", "woont in de kuiper nummer negen", f"{SMALL}{{1,2}}{WORD}{{1,3}}{SIGN}(?P<house>{_HOUSE})", _Check.LIVED
    ),
    # an ordinal number behind a small word, with a street before it or behind it
    _rule("pl", "szczyrzyckiej pod dwunastym", f"{_OWN}{SMALL}{{1,2}}{ORDINAL}(?!{_FURTHER_WORD})"),
    _rule("pl", "pod trzydziestym przy ulicy rzecznej", f"{ORDINAL}{WORD}?{SMALL}{{1,2}}{_BEFORE}[WUt]{{1,2}}"),
)


def find(text: str, setting: Setting) -> Iterator[Span]:
    """Addresses in small letters."""
    if is_in_small_letters(text, setting):
        yield from find_anywhere(text, setting)


def find_anywhere(text: str, setting: Setting) -> Iterator[Span]:
    """Addresses as they are in small letters, however the passage is written."""
    yield from find_by(RULES, text, setting)


def find_by(rules: Sequence[Rule], text: str, setting: Setting) -> Iterator[Span]:
    """Addresses by some rules."""
    for words in _passages(text):
        signs = signs_of([text[word.start : word.end].lower() for word in words], setting)
        for rule in rules if not _NUMBERS.isdisjoint(signs) else ():
            for match in rule.pattern.finditer(signs):
                if _is_address(match, rule.check, words, text, setting):
                    first, last = _led(words, match.start(), setting), _last(match, words, setting)
                    start, end = words[first].start, words[last].end
                    yield Span(start, end, "ADDRESS", shape(text[start:end]), DOUBT)


def may_show_one(word: str, setting: Setting) -> bool:
    """Whether one of the words of a text's word, in small letters, shows an address beside a number."""
    return not _SHOWN.isdisjoint(signs_of([word[one.start : one.end] for one in words_of(word)], setting))


def is_in_small_letters(text: str, setting: Setting) -> bool:
    """Whether a passage begins in small letters and has few capital ones within a sentence."""
    if not setting.cased:
        return True
    first = _FIRST.search(text)
    if first is None or not first[0].islower():
        return False
    words = words_of(text)
    capitals = [word for word in words if word.capital and word.end - word.start > 1]
    within = sum(not begins_sentence(text, word.start) for word in capitals)
    return within <= _MOST_CAPITALS and within * _WORDS_TO_CAPITAL <= len(words)


def _passages(text: str) -> Iterator[list[Word]]:
    """The words between signs that stand in no address."""
    passage: list[Word] = []
    for word in words_of(text):
        if passage and not _FURTHER.fullmatch(text, passage[-1].end, word.start):
            if len(passage) >= _FEWEST:
                yield passage
            passage = []
        passage.append(word)
    if len(passage) >= _FEWEST:
        yield passage


def _is_address(match: re.Match[str], check: _Check, words: list[Word], text: str, setting: Setting) -> bool:
    """Whether signs are those of an address, and its number counts nothing."""
    if check == _Check.ALWAYS:
        return True
    if check == _Check.NAMED:
        return not _NAMES.isdisjoint(match[0])
    numbers = [
        _value(words[place].shape, setting)
        for place in range(match.start(), match.end())
        if match.string[place] == NUMBER
    ]
    is_small = len(numbers) == 1 and numbers[0] < _COUNTS
    if check == _Check.LARGE:
        return not is_small or SIGN in match[0] or _lives(match, words, text, setting)
    if check == _Check.LIVED:
        return sum(numbers) >= _LARGE or _lives(match, words, text, setting)
    if check == _Check.NUMBER_FIRST:
        is_named = any(sign in match["behind"] for sign in "TZRQwzrt")
        return is_named or not is_small or any(language.contact("number_first") for language in setting.languages)
    following = match.string[match.end() : match.end() + 1]
    return not is_small or _IS_NAMED.search(match["street"]) is not None or following not in tuple("WUtQu")


def _lives(match: re.Match[str], words: list[Word], text: str, setting: Setting) -> bool:
    """Whether a word about living somewhere is near the words of a match."""
    start, end = words[match.start()].start, words[match.end() - 1].end
    return any(somebody_lives(text, start, end, patterns_of(language)) for language in setting.languages)


def _value(word: str, setting: Setting) -> int:
    """The value of a number in words or figures."""
    if word.isdecimal():
        return value_of(word)
    found = (values(language)[word] for language in setting.languages if word in values(language))
    return next(found, _COUNTS)


def _last(match: re.Match[str], words: list[Word], setting: Setting) -> int:
    """The last word of an address. A letter that is a word and goes on is none of it: 12 u babci.

    ASSUME: "a" is rather the letter of a house.
    """
    last = match.end() - 1
    letter = plain(words[last].shape)
    goes_on = match[0].endswith("L") and match.end() < len(words)
    return last - 1 if goes_on and letter != "a" and letter in setting.function_words else last


def _led(words: list[Word], first: int, setting: Setting) -> int:
    """The first word of an address with the small words that belong to its street: am, na, in der."""
    leads = {lead for language in setting.languages for lead in language.contact("street_leads")}
    for some in (2, 1):
        before = words[max(0, first - some) : first]
        if len(before) == some and " ".join(plain(word.shape) for word in before) in leads:
            return first - some
    return first
