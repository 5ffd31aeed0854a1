"""What is always there where some evidence about a number is: the triage asks nothing else where it lacks.

The function that looks for the evidence says it, in its decorator `needs`.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from crosscase.detectors.beside_numbers import Sentences

Evidence = Callable[[Sentences, re.Match[str]], bool]


class Needs(NamedTuple):
    """Signs of which its sentence has so many, a large number, a capital letter, one that does not begin a sentence,
    "to" between numbers, small letters, a sign of who speaks, a genitive behind an article."""

    besides: str = ""
    fewest: int = 1
    is_large: bool = False
    has_capital: bool = False
    is_within: bool = False
    is_range: bool = False
    is_small: bool = False
    is_turn: bool = False
    is_genitive: bool = False


_NEEDS: dict[object, Needs] = {}


def needs(
    besides: str = "",
    fewest: int = 1,
    *,
    is_large: bool = False,
    has_capital: bool = False,
    is_within: bool = False,
    is_range: bool = False,
    is_small: bool = False,
    is_turn: bool = False,
    is_genitive: bool = False,
) -> Callable[[Evidence], Evidence]:
    """Say of a function what is always there where it finds its evidence: see `Needs`."""
    wanted = Needs(besides, fewest, is_large, has_capital, is_within, is_range, is_small, is_turn, is_genitive)

    def noted(evidence: Evidence) -> Evidence:
        _NEEDS[evidence] = wanted
        return evidence

    return noted


def needs_of(evidence: object) -> Needs:
    """What is always there where some evidence is, as far as the signs of words tell it."""
    return _NEEDS.get(evidence, Needs())
