"""Streets that only a word about living somewhere shows, and the number of a house alone: a person decides.

1. Capitalised words before a number: μένει Ερμού 15.
2. A word in small letters between a preposition and a number, if it ends like many streets (bydlí na lipové 14) or is
   a word for a square (flyttet til torget 7).
3. A number behind a word such as "number", with no street beside it: he lives at number nine.
"""

from crosscase.detectors.accents import without_accents
from crosscase.detectors.house_numbers import HouseNumber
from crosscase.detectors.spans import Setting
from crosscase.detectors.street_patterns import StreetPatterns
from crosscase.detectors.street_places import (
    DOUBT,
    RESIDENCE,
    ends_address,
    somebody_lives,
    streets_before,
    streets_of_capitals,
    whole_street,
)
from crosscase.languages.ordinary_words import Vocabulary
from crosscase.languages.vocabulary import plain, shape

_SHORTEST = 4  # letters of a street in small letters


def find(
    text: str, begin: int, number: HouseNumber, patterns: StreetPatterns, setting: Setting
) -> tuple[int, int, str] | None:
    """The place of a street and its number, or of the number alone, and the doubt; None if nobody lives there.

    `begin` is where the number, or the sign before it, begins.
    """
    end = number.end
    if not ends_address(text, end, patterns, setting):
        return None
    if found := _of_capitals(text, begin, end, patterns, setting):
        return found
    if not patterns.residence.search(without_accents(text), max(0, begin - RESIDENCE), begin):
        return None
    for street in streets_before(text, patterns.small, begin):
        word = plain(street.names[-1])
        is_street = word in patterns.words or word.endswith(patterns.perhaps)
        if is_street and len(word) >= _SHORTEST and street.word in setting.joining:
            return text.index(street.names[-1], street.start), end, DOUBT
    sign = text[begin : number.start].strip(" ,:.")
    return (text.index(sign, begin), end, DOUBT) if sign.replace(" ", "").isalpha() else None


def _of_capitals(
    text: str, begin: int, end: int, patterns: StreetPatterns, setting: Setting
) -> tuple[int, int, str] | None:
    """Capitalised words before a number and near a word about living somewhere."""
    if not ends_address(text, end, patterns, setting):
        return None
    for street in streets_of_capitals(text, begin, patterns, setting):
        vocabulary = Vocabulary.of(setting.languages)
        lead = shape(text[max(0, street.start - RESIDENCE) : street.start]).split()
        excepted = any(plain(name) in setting.no_names for name in street.names)
        nouns = setting.articles and all(map(vocabulary.is_ordinary, street.names))
        led = " ".join(lead[-1:]) in patterns.leads or " ".join(lead[-2:]) in patterns.leads
        if excepted or (nouns and not led):
            continue
        if somebody_lives(text, street.start, end, patterns):
            return whole_street(text, street.start, 1, patterns, setting), end, DOUBT
    return None
