"""The patterns of `uncounted_numbers` on the signs that the words of a text may have, for `uncounted_checks`.

A word that may have several signs has a sign for that, which these patterns take for each of them. What must not be
there is left out of them, since the signs are not certain.
"""

import re
from functools import cache
from typing import NamedTuple

from crosscase.anonymisation.sign_contexts import Context, contexts_of
from crosscase.detectors.address_words import BREAK, LETTER, NUMBER, ORDINAL, SMALL, UNIT, WORD
from crosscase.detectors.beside_numbers import STOP
from crosscase.detectors.contact_words import NAMED
from crosscase.detectors.evidence_needs import Needs, needs_of
from crosscase.detectors.uncounted_rules import Rule

# Signs of words that may have one of these, of large numbers, and of words such as "to" between two houses; a word with
# other ones may be anything. Behind them are those of words with a capital letter.
ONE, CAPITAL, LARGE, YEAR, RANGE, ANY, UM = (chr(0xE000 + number) for number in range(7))
_CAPITALS = 0xE100
_ARE_CAPITALS = frozenset({ANY, *map(chr, range(_CAPITALS, _CAPITALS + 0x80))})
SEVERAL = {
    ONE: frozenset({NUMBER, SMALL}),
    CAPITAL: frozenset({NAMED, WORD}),
    LARGE: frozenset({NUMBER}),
    YEAR: frozenset({UNIT}),
    RANGE: frozenset({BREAK}),
    UM: frozenset({NUMBER, SMALL, BREAK}),  # a one in Portuguese, and a sound
}
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


class Pattern(NamedTuple):
    """A pattern that takes signs for several for each of them, sets of which it requires a sign each, and contexts.

    Each match has a number in one of the contexts; one that needs a large number has it in one of those `of_large`.
    """

    pattern: re.Pattern[str]
    in_text: list[frozenset[str]]
    in_sentence: list[frozenset[str]]
    in_match: list[frozenset[str]]
    needs: Needs
    contexts: list[Context]
    of_large: list[Context]

    def may_be_in(self, signs: str) -> bool:
        """Whether a pattern is in the signs of a text that has those that it requires."""
        match = self.pattern.search(signs)
        while match and (self.in_sentence or self.in_match):
            start, end = signs.rfind(STOP, 0, match.start()) + 1, signs.find(STOP, match.end())
            parts = (
                (match[0], self.in_match),
                (signs[start : end if end >= 0 else len(signs)], self.in_sentence),
            )
            is_lacking = self.needs.is_within and start == match.start() and _ARE_CAPITALS.isdisjoint(match[0][1:])
            if not (is_lacking or any(required.isdisjoint(part) for part, sets in parts for required in sets)):
                return True
            match = self.pattern.search(signs, match.start() + 1)
        return match is not None


@cache
def pattern_of(rule: Rule) -> Pattern:
    """The pattern of a rule."""
    pattern, needs = rule.pattern.pattern, needs_of(rule.holds)
    in_sentence = [any_of(needs.besides)] * bool(needs.besides)
    in_match = [LARGE_NUMBERS] * needs.is_large + [_with_capitals(RANGE)] * needs.is_range
    in_text = [*in_sentence, *in_match, *map(any_of, sorted(_required(pattern)))]
    in_match += [_ARE_CAPITALS] * needs.has_capital
    widened = _PARTS.sub(_widened, pattern)
    of_large = contexts_of(widened, LARGE_NUMBERS, is_anywhere=True) if needs.is_large else []
    contexts = contexts_of(widened, NUMBERS)
    return Pattern(re.compile(widened), in_text, in_sentence, in_match, needs, contexts, of_large)


def any_of(signs: str) -> frozenset[str]:
    """Some signs with those that may stand for them."""
    return _with_capitals(*signs, *(several for several, some in SEVERAL.items() if not some.isdisjoint(signs)))


def _with_capitals(*signs: str) -> frozenset[str]:
    """Signs of words in small letters with those of words with a capital letter, and that of any word."""
    return frozenset([*signs, *map(as_capital, signs), ANY])


def as_capital(sign: str) -> str:
    """The sign of a word with a capital letter."""
    return chr(_CAPITALS + ord(sign) % ord(ONE))


def _widened(part: re.Match[str]) -> str:
    """A part of a rule's pattern that takes signs for several for each of them."""
    if part["absent"] or part["name"]:
        return "?:" if part["name"] else ""
    if part["rest"]:
        return part[0]
    return "." if part["others"] else f"[{''.join(sorted(any_of(part['signs'] or part['sign'])))}]"


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


NUMBERS, LETTERS = any_of(NUMBER + ORDINAL), any_of(LETTER)
LARGE_NUMBERS = _with_capitals(LARGE, YEAR)
