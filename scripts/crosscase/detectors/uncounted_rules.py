"""What a rule of `uncounted_numbers` is, and the patterns that several rules have."""

import re
from collections.abc import Callable
from typing import NamedTuple

from crosscase.detectors.address_words import AND, BREAK, LETTER, LIKE, NAME, NUMBER, ORDINAL, PART, UNIT
from crosscase.detectors.beside_numbers import ADJECTIVE, COMMA, FREQUENT, LIVES, SLASH, STOP, VERB, Sentences

NOUN = "[WUtQAVrzwRZl]"  # a word by which a street may be known
BETWEEN_TWO = f"[JXWfl{VERB}E{BREAK}{COMMA}]"  # what may stand between two numbers of which one puts the other right
FEW = f"[{BREAK}{AND}{COMMA}]{{0,2}}"  # between the parts of one number
ENDED = f"(?=[{STOP}{COMMA}{LIVES}{FREQUENT}{VERB}JXCE{BREAK}]|N{UNIT}|$)"  # what no number counts
STREET = f"[{NAME}{LIKE}{ADJECTIVE}]"  # perhaps one, as its ending tells
ORDINARY = f"[{NOUN[1:-1]}{FREQUENT}]"  # the same, or a short and frequent word within a name
OF_STREETS = "[TZwzRr]"  # a word for streets
OF_HOUSE = f"[{PART}{ORDINAL}]"  # a floor or a flat behind the number of a house
CODE = f"[{NUMBER}{LETTER}]"
# The parts of one number. More of them are a list of numbers: a pattern without an end goes through all of them again
# from each of them.
CODES = f"{CODE}(?:{FEW}{CODE}){{0,15}}"
ALONE = f"(?![{AND}{BREAK}JE{COMMA}]{{1,2}}N){ENDED}"  # three or four
ENDS = f"(?![{AND}{BREAK}{COMMA}]{{1,2}}N)(?=[{STOP}{COMMA}{AND}{BREAK}]|$)"  # a clause
SLASHED = f"[,{BREAK}]{{0,3}}{SLASH}[,{BREAK}{SLASH}]{{0,3}}{CODES}"  # a slash and what follows
HOUSE = f"N(?:C?N){{0,7}}{LETTER}?"


class Rule(NamedTuple):
    """An example with its language, the kind of what is found, the pattern, and what it requires besides."""

    language: str
    example: str
    kind: str
    pattern: re.Pattern[str]
    holds: Callable[[Sentences, re.Match[str]], bool]
    in_figures: bool = False  # whether its numbers may be in figures
    of_list: str = ""  # a list that a language must have


def rule_of(
    language: str,
    example: str,
    kind: str,
    pattern: str,
    holds: Callable[..., bool],
    in_figures: bool = False,
    of_list: str = "",
) -> Rule:
    """A rule, from its pattern."""
    return Rule(language, example, kind, re.compile(pattern), holds, in_figures, of_list)
