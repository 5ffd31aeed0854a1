"""Whether a number in a text may be one that counts nothing, for the triage: most are none.

The rules of `uncounted_numbers` are patterns of signs, one a word. What a word's sign is depends little on the words
beside it, so that the signs that it may have are remembered for each word of a text. One that may have several has a
sign for that, which the patterns take for each of them. Where no pattern fits then, no rule does.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from crosscase.anonymisation.neighbours import Words
from crosscase.anonymisation.words_of_lists import of_lists
from crosscase.detectors.address_words import BREAK, NUMBER, SMALL, UNIT, WORD, sign_of
from crosscase.detectors.beside_numbers import COMMA, STOP, is_large, sign_between, sign_in_sentence
from crosscase.detectors.contact_words import NAMED, telling_sign
from crosscase.detectors.evidence_needs import needs_of
from crosscase.detectors.spans import Setting
from crosscase.detectors.spoken_numbers import values
from crosscase.detectors.uncounted_numbers import RULES, rules_for
from crosscase.detectors.uncounted_rules import Rule
from crosscase.detectors.words import Word, words_of

_MOST_KNOWN = 200_000  # remembered words
# Signs of words that may have one of these, of large numbers, and of words such as "to" between two houses; a word with
# other ones may be anything. Behind them are those of words with a capital letter.
_ONE, _CAPITAL, _LARGE, _YEAR, _RANGE, _ANY = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004", "\ue005"
_CAPITALS = 0xE100
_ARE_CAPITALS = frozenset({_ANY, *map(chr, range(_CAPITALS, _CAPITALS + 0x80))})
_SEVERAL = {
    _ONE: frozenset({NUMBER, SMALL}),
    _CAPITAL: frozenset({NAMED, WORD}),
    _LARGE: frozenset({NUMBER}),
    _YEAR: frozenset({UNIT}),
    _RANGE: frozenset({BREAK}),
}
_TURN = ":"
_BESIDE = "x"  # a word before and behind another one
_GAPS = (STOP + STOP, STOP + COMMA, COMMA + STOP, COMMA + COMMA)
_GAP = re.compile(f"[{STOP}{COMMA}]{{2,}}")
# The parts of a pattern: what must not be there, which is left out since signs are not certain; signs; all else.
_PARTS = re.compile(
    r"(?P<absent>\(\?<?!(?:[^()]|\([^()]*\))*\))|\[(?P<signs>[^]^][^]]*)\]|(?P<others>\[\^[^]]*\])"
    r"|(?P<rest>\\.|\?<?[=:]|\{[\d,]*\})|(?P<name>\?P<\w+>)|(?P<sign>[\w/])"
)
_REQUIRED = re.compile(
    r"\(\?<?[=!](?:[^()]|\([^()]*\))*\)|(?P<open>\((?:\?:|\?P<\w+>)?)|(?P<choice>\|)|\\.|\{[^}]*\}"
    r"|(?:(?P<close>\))|\[(?P<signs>[^]^][^]]*)\]|(?P<sign>[\w/]))(?P<optional>[?*]|\{0[^}]*\})?"
)
_MOST_ALTERNATIVES = 4  # signs of which hardly a text has none, if they are more


def read_ahead() -> None:
    """Make the patterns of all rules, which are the same in all languages."""
    for rule in RULES:
        _pattern_of(rule)


class UncountedChecks:
    """The checks of one setting; `read` gives the text of some words as detectors read it."""

    def __init__(self, setting: Setting, read: Callable[[Words], str]) -> None:
        self._setting = setting
        self._read = read
        self._ranges = frozenset(of_lists(setting, "house_ranges"))
        self._signs_of = _SignsOfWords(self._look_up)
        self._patterns: dict[frozenset[str], list[_Pattern]] = {}  # by a set that they require, the smallest
        self._of_turns: dict[frozenset[str], list[_Pattern]] = {}  # the same, of passages in which it says who speaks
        self._of_small: dict[frozenset[str], list[_Pattern]] = {}  # the same, of passages in small letters
        for rule in rules_for(setting):
            pattern, needs = _pattern_of(rule), needs_of(rule.holds)
            patterns = self._of_small if needs.is_small else self._of_turns if needs.is_turn else self._patterns
            patterns.setdefault(min(pattern.in_text, key=len, default=frozenset()), []).append(pattern)

    def may_be_in(self, words: Words, text: str) -> bool:
        """Whether a rule may find something in a text of these words."""
        signs = self._signs_in(words, text)
        is_small = not (self._setting.cased and next(filter(str.isalpha, text), "").isupper())
        return (
            self._fits(self._patterns, signs)
            or (is_small and self._fits(self._of_small, signs))
            or (_TURN in text and self._fits(self._of_turns, signs))
        )

    def _fits(self, patterns_by_set: Mapping[frozenset[str], list["_Pattern"]], signs: str) -> bool:
        """Whether one of some patterns is in these signs."""
        known = frozenset(signs)
        for first, patterns in patterns_by_set.items():
            if first and first.isdisjoint(known):
                continue
            for pattern in patterns:
                for required in pattern.in_text:
                    if required.isdisjoint(known):
                        break
                else:
                    if pattern.may_be_in(signs):
                        return True
        return False

    def _signs_in(self, words: Words, text: str) -> str:
        """The signs that the words of a text may have, with one between two words at most."""
        signs_of = self._signs_of.__getitem__
        signs = "".join(map(signs_of, words))
        if "\n" in text.rstrip():
            signs = STOP.join(["".join(map(signs_of, line.split())) for line in text.split("\n")])
        signs = signs.lstrip(STOP + COMMA)
        if any(map(signs.__contains__, _GAPS)):
            signs = _GAP.sub(lambda gap: STOP if STOP in gap[0] else COMMA, signs)
        return signs.removesuffix(COMMA) + STOP if signs.endswith(COMMA) else signs

    def _look_up(self, word: str) -> str:
        """The signs that the words of a text's word may have, and those between them and beside them."""
        if not word:
            return ""
        text = f"{_BESIDE} {self._read([word])} {_BESIDE}"
        words = words_of(text)
        signs = ""
        for last, one in pairwise(words):
            signs += sign_between(text, last.end, one.start) + self._possible(text, one)
        return signs[:-1]  # without that of the word behind it

    def _possible(self, text: str, word: Word) -> str:
        """A sign for those that a word may have."""
        sign = self._sign_of(text, word)
        return _as_capital(sign) if word.capital and sign != _ANY else sign

    def _sign_of(self, text: str, word: Word) -> str:
        """The same, as if it had no capital letter."""
        signs = frozenset(self._all(text, word))
        if word.shape.isdecimal() or is_large(word.shape, self._setting):
            return next((large for large in (_LARGE, _YEAR) if signs == _SEVERAL[large]), _ANY)
        if signs == _SEVERAL[_RANGE] and word.shape in self._ranges:
            return _RANGE
        if len(signs) == 1:
            return next(iter(signs))
        return next((several for several, some in _SEVERAL.items() if signs <= some), _ANY)

    def _all(self, text: str, word: Word) -> Iterator[str]:
        """The signs that a word may have: also as it begins a sentence, or beside a number."""
        setting, written = self._setting, text[word.start : word.end].lower()
        sign = sign_of(written, setting)
        of_addresses = {sign}
        if any(values(language).get(word.shape) == 1 for language in setting.languages):
            of_addresses |= {SMALL, NUMBER}
            yield NUMBER
        if word.shape in setting.indefinites:
            of_addresses.add(NUMBER)
        beginning = word._replace(start=0, end=word.end - word.start)
        for sign in of_addresses:
            yield sign_in_sentence(word.shape, telling_sign(text, word, sign, setting), setting, written)
            if word.capital:
                told = telling_sign(text[word.start :], beginning, sign, setting)
                yield sign_in_sentence(word.shape, told, setting, written)


class _SignsOfWords(dict[str, str]):
    """The signs of words of texts, each looked up once."""

    def __init__(self, look_up: Callable[[str], str]) -> None:
        super().__init__()
        self._look_up = look_up

    def __missing__(self, word: str) -> str:
        if len(self) > _MOST_KNOWN:
            self.clear()
        self[word] = signs = self._look_up(word)
        return signs


class _Pattern(NamedTuple):
    """A pattern that takes signs for several for each of them, and sets of which it requires a sign each."""

    pattern: re.Pattern[str]
    in_text: list[frozenset[str]]
    in_sentence: list[frozenset[str]]
    in_match: list[frozenset[str]]

    def may_be_in(self, signs: str) -> bool:
        """Whether a pattern is in the signs of a text that has those that it requires."""
        match = self.pattern.search(signs)
        while match and (self.in_sentence or self.in_match):
            start, end = signs.rfind(STOP, 0, match.start()) + 1, signs.find(STOP, match.end())
            parts = (
                (match[0], self.in_match),
                (signs[start : end if end >= 0 else len(signs)], self.in_sentence),
            )
            if not any(required.isdisjoint(part) for part, sets in parts for required in sets):
                return True
            match = self.pattern.search(signs, match.start() + 1)
        return match is not None


@cache
def _pattern_of(rule: Rule) -> _Pattern:
    pattern, needs = rule.pattern.pattern, needs_of(rule.holds)
    in_sentence = [_any_of(needs.besides)] * bool(needs.besides)
    in_match = [_with_capitals(_LARGE, _YEAR)] * needs.is_large + [_with_capitals(_RANGE)] * needs.is_range
    in_text = [*in_sentence, *in_match, *map(_any_of, sorted(_required(pattern)))]
    in_match += [_ARE_CAPITALS] * needs.has_capital
    return _Pattern(re.compile(_PARTS.sub(_widened, pattern)), in_text, in_sentence, in_match)


def _any_of(signs: str) -> frozenset[str]:
    """Some signs with those that may stand for them."""
    return _with_capitals(*signs, *(several for several, some in _SEVERAL.items() if not some.isdisjoint(signs)))


def _with_capitals(*signs: str) -> frozenset[str]:
    """Signs of words in small letters with those of words with a capital letter, and that of any word."""
    return frozenset([*signs, *map(_as_capital, signs), _ANY])


def _as_capital(sign: str) -> str:
    """The sign of a word with a capital letter."""
    return chr(_CAPITALS + ord(sign) % ord(_ONE))


def _widened(part: re.Match[str]) -> str:
    """A part of a rule's pattern that takes signs for several for each of them."""
    if part["absent"] or part["name"]:
        return "?:" if part["name"] else ""
    if part["rest"]:
        return part[0]
    return "." if part["others"] else f"[{''.join(sorted(_any_of(part['signs'] or part['sign'])))}]"


def _required(pattern: str) -> set[str]:
    """Signs of a pattern of which a text must have one each: neither optional nor in one of several groups."""
    groups: list[set[str] | None] = [set()]  # nothing is required of a choice between parts
    for part in _REQUIRED.finditer(pattern):
        if part["open"]:
            groups.append(set())
        elif part["choice"]:
            groups[-1] = None
        elif part["close"] and (signs := groups.pop()) and not part["optional"] and groups[-1] is not None:
            groups[-1] |= signs
        elif (signs_of_one := part["sign"] or part["signs"]) and not part["optional"] and groups[-1] is not None:
            groups[-1].add(signs_of_one)
    return {signs for signs in groups[0] or () if len(signs) <= _MOST_ALTERNATIVES}
