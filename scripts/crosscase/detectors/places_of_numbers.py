"""Where the numbers of a date stand among the words of a run (`date_words`): before or behind a word, and how many."""

from functools import lru_cache

from crosscase.detectors.date_words import DAYS, NUMBERS, Kind, Run, Small
from crosscase.detectors.spoken_numbers import values
from crosscase.languages.vocabulary import Language

LONGEST_DAY = 2  # numbers: dwudziestego pierwszego
_MOST_BETWEEN = 3  # words


def numbers_from(run: Run, place: int, step: int, most: int) -> list[int]:
    """The places of the numbers that follow each other from a place on, the nearest first."""
    found: list[int] = []
    between = 0
    while 0 <= place < len(run) and len(found) < most and between <= (0 if found else _MOST_BETWEEN):
        token = run[place]
        if found and step < 0 and token.kind == Kind.FIGURES:  # of the 04, the eighth
            break
        if token.kind in NUMBERS or (token.kind == Kind.YEAR and step > 0 and not found):
            found.append(place)
            between = 0
            if token.kind != Kind.NUMBER:
                break
        elif found and token.small == Small.AND and is_number(run, place + step):
            between = 0
        elif token.kind == Kind.BETWEEN:
            between += 1
        else:
            break
        place += step
    return found


def is_number(run: Run, place: int) -> bool:
    """Whether the word at a place, if there is one, is a number in words."""
    return 0 <= place < len(run) and run[place].kind == Kind.NUMBER


def lead(run: Run, first: int) -> int:
    """Where a date begins with the small words before its day: the third, o dia três."""
    while first > 0 and run[first - 1].small == Small.DAY:
        first -= 1
    return first


@lru_cache(2**12)
def is_above_days(word: str, language: Language) -> bool:
    """Whether a plain word is a number that is none of a day."""
    tens = (ten for ten, value in values(language).items() if value in range(DAYS.stop, 100) and ten in word)
    return any(True for _ in tens)
