"""What is always there where some evidence about a number is: the triage asks nothing else where it lacks."""

from typing import NamedTuple

from crosscase.detectors.address_words import CORNER, LETTER, PART
from crosscase.detectors.beside_numbers import LIVES
from crosscase.detectors.house_evidence import (
    is_answer_of_name,
    is_asked_number,
    is_asked_where,
    is_before_flat,
    is_by_landmark,
    is_hundred,
    is_in_named_place,
    is_led_number,
    is_no_amount,
    is_range_before,
    is_room_of_place,
    is_spelling,
    is_unknown_street,
)
from crosscase.detectors.uncounted_evidence import (
    FEWEST_LETTERS,
    OF_PLACES,
    are_parts,
    ends_as_street,
    has_capital,
    is_answer,
    is_bare_genitive,
    is_code,
    is_genitive,
    is_named,
    is_of_house,
    is_placed,
    is_put_right,
    is_range,
    is_slashed,
    is_small_home,
    is_small_house,
    is_small_name,
    is_small_place,
    is_small_street,
    is_spelt,
    is_titled,
    lives,
)


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


_NEEDS: dict[object, Needs] = {
    lives: Needs(LIVES, is_large=True),
    is_placed: Needs(OF_PLACES),
    is_named: Needs(LIVES + CORNER, has_capital=True, is_within=True),
    is_spelt: Needs(LETTER, FEWEST_LETTERS),
    is_code: Needs(LETTER),
    has_capital: Needs(has_capital=True, is_within=True),
    is_titled: Needs(is_large=True, has_capital=True),
    are_parts: Needs(PART, is_large=True),
    ends_as_street: Needs(is_large=True),
    is_genitive: Needs(is_genitive=True),
    is_bare_genitive: Needs(is_large=True, is_small=True),
    is_small_name: Needs(is_large=True, is_small=True),
    is_small_house: Needs(is_large=True, is_small=True),
    is_small_place: Needs(is_large=True, is_small=True),
    is_small_street: Needs(is_small=True),
    is_small_home: Needs(LIVES + CORNER, is_small=True),
    is_slashed: Needs(is_small=True),
    is_before_flat: Needs(is_small=True),
    is_led_number: Needs(is_small=True),
    is_answer: Needs(has_capital=True),
    is_no_amount: Needs(is_large=True, is_small=True),
    is_answer_of_name: Needs(has_capital=True, is_turn=True),
    is_in_named_place: Needs(has_capital=True),
    is_hundred: Needs(is_large=True, is_small=True),
    is_spelling: Needs(LETTER),
    is_by_landmark: Needs(is_small=True),
    is_unknown_street: Needs(is_small=True),
    is_room_of_place: Needs(is_small=True),
    is_range_before: Needs(is_large=True),
    is_asked_number: Needs(is_turn=True),
    is_asked_where: Needs(is_turn=True, has_capital=True),
    is_of_house: Needs(is_large=True),
    is_put_right: Needs(is_large=True),
    is_range: Needs(is_range=True),
}


def needs_of(evidence: object) -> Needs:
    """What is always there where some evidence is, as far as the signs of words tell it."""
    return _NEEDS.get(evidence, Needs())
