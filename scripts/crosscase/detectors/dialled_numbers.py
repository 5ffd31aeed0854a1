"""Whether numbers that follow each other are a telephone number: for sure, perhaps, or not.

Three numbers or more are one if they have enough digits; near a word such as "phone" fewer are enough. A zero among
them, hundreds that are not round, and single digits show that a number is dictated.

ASSUME: numbers that rise or fall by one are counted, and those that only rise or only fall are ages, unless such a word
is near, or nothing at all stands between them; pairs that begin with nineteen or twenty are years; before a unit
(years, euros) they are an amount.
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from crosscase.detectors.nearby import stands_near
from crosscase.detectors.spoken_numbers import digits_of, parts_of
from crosscase.detectors.words import value_of
from crosscase.languages.vocabulary import Language, plain

DOUBT = "numbers in words that may be a telephone number"
FEWEST_NUMBERS = 3  # with a repeated one: double seven, triple nine, two
RISING = 4  # numbers in a row that are counted rather than dialled
FEWEST_DICTATED = 5  # digits of four numbers or more
FEWEST, _SHORT, _PAIRS, _LONG, _MOST = 6, 7, 8, 9, 17  # digits
_TEN, _HUNDRED, _THOUSAND = 10, 100, 1000
_SINGLE = 5  # single digits in a number that is dialled
_NEXT = re.compile(r"\s+(\w+)")
_OF_YEAR = 4  # figures
_OF_SERVICE, _BEGIN_SERVICES = 3, ("1", "99")  # digits of the number of a public service, and the first of them
_DECIMAL = re.compile(r"\d[.,]\d")
_GROUPS = re.compile(r"\d{1,5}(?:,? \d{1,4})+")
_CLOSE = 25  # characters before digits in which a word says that a number ends in them
_CENTURIES = (19, 20)


def doubt_of(text: str, start: int, end: int, numbers: Sequence[int | str], language: Language) -> str | None:
    """Whether numbers are a telephone number: "" if so, the doubt if perhaps, None if not."""
    spoken = [number for number in numbers if isinstance(number, int)]
    digits = digits_of(numbers)
    if spoken == [1] and len(numbers) > 1:
        return None  # an article behind figures: 40.93871, ένα
    if not spoken and (_are_single_figures(numbers) or _are_listed(text, start, end, numbers, language)):
        return DOUBT
    if len(numbers) == len(digits) >= FEWEST_NUMBERS and stands_near(text, start, end, [_last(language)], _CLOSE, 0):
        return DOUBT
    is_short = _is_short(text[start:end], digits, numbers) and not _is_amount(text, end, language)
    if is_short and stands_near(text, start, end, [_dials(language)], _CLOSE, 0):
        return DOUBT
    if _MOST < len(digits) <= 2 * _MOST and len(numbers) >= _PAIRS and digits.startswith("0"):
        return DOUBT  # two numbers
    if _are_three(text[start:end], spoken, numbers) and not _is_amount(text, end, language):
        return DOUBT
    if (_are_hundreds(numbers) or _have_zero(spoken, numbers)) and not _is_amount(text, end, language):
        return DOUBT
    if not spoken or len(numbers) < FEWEST_NUMBERS or not FEWEST <= len(digits) <= _MOST:
        is_one = _is_dictated(spoken, numbers, digits) or _begin_with_zero(text, start, end, numbers, language)
        return DOUBT if is_one and not _is_amount(text, end, language) else None
    steps = {value_of(other) - value_of(one) for one, other in pairwise(numbers)}
    if _are_counted(numbers) or _is_years(digits):
        return None
    if _is_amount(text, end, language):
        return DOUBT if len(digits) >= _LONG and _is_dictated(spoken, numbers, digits) else None
    only_rises = len(numbers) >= RISING and (min(steps) > 0 or max(steps) < 0)
    only_rises = only_rises and max(map(value_of, numbers)) < _THOUSAND
    if stands_near(text, start, end, [_near(language)]):
        return "" if len(digits) >= _SHORT and not only_rises else DOUBT
    if only_rises:
        return DOUBT if _are_pairs(text[start:end], numbers) else None
    single = sum(number < 10 for number in spoken)
    if any(str(number).startswith(tuple(map(str, _CENTURIES))) and len(str(number)) == 4 for number in numbers):
        return None
    if len(digits) >= _LONG and (single >= _SINGLE or digits.startswith("0")):
        return ""
    if len(digits) >= _PAIRS or (len(digits) >= _SHORT and single == len(numbers)):
        return DOUBT
    return DOUBT if _is_dictated(spoken, numbers, digits) else None


def _are_counted(numbers: Sequence[int | str]) -> bool:
    """Whether numbers rise or fall by one."""
    steps = {value_of(other) - value_of(one) for one, other in pairwise(numbers)}
    return steps <= {1} or steps <= {-1}


def _is_short(words: str, digits: str, numbers: Sequence[int | str]) -> bool:
    """Whether single digits may be dialled within a house, and are no number of a public service: 112, 999, 911."""
    if len(words.replace("-", " ").split()) != len(numbers):
        return False  # three, six or eight
    is_public = len(digits) == _OF_SERVICE and (digits.startswith(_BEGIN_SERVICES) or digits.endswith("11"))
    return len(numbers) == len(digits) >= FEWEST_NUMBERS and not is_public and not _are_counted(numbers)


def _begin_with_zero(text: str, start: int, end: int, numbers: Sequence[int | str], language: Language) -> bool:
    """Whether numbers in words begin with a zero near a word such as "phone", and do not count from it."""
    is_one = bool(numbers) and numbers[0] == 0 and len(numbers) >= RISING and not _are_counted(numbers)
    return is_one and len(digits_of(numbers)) <= _MOST and stands_near(text, start, end, [_near(language)])


def _are_listed(text: str, start: int, end: int, numbers: Sequence[int | str], language: Language) -> bool:
    """Whether figures in short groups with commas are a telephone number: 351, 600, 29, 18.

    They do not rise, hardly one is round, and the first is as long as a code; three groups need a word such
    as "phone" near them.
    """
    written = text[start:end]
    if not _GROUPS.fullmatch(written) or len(digits_of(numbers)) < _PAIRS or "," not in written:
        return False
    steps = [value_of(other) - value_of(one) for one, other in pairwise(numbers)]
    uneven = sum(bool(value_of(number) % _TEN) or str(number).startswith("0") for number in numbers)
    if min(steps) >= 0 or uneven < FEWEST_NUMBERS - 1 or _is_amount(text, end, language):
        return False
    is_long = len(numbers) > FEWEST_NUMBERS and (str(numbers[0]).startswith("0") or len(str(numbers[0])) > 2)
    return is_long or stands_near(text, start, end, [_near(language)])


def _are_hundreds(numbers: Sequence[int | str]) -> bool:
    """Whether two numbers are dictated in hundreds, which are not round: three hundred eighteen, four hundred two."""
    parts = parts_of(numbers)
    return len(parts) == 2 and all(
        isinstance(part, int) and _HUNDRED < part < _THOUSAND and part % _HUNDRED for part in parts
    )


def _have_zero(spoken: Sequence[int], numbers: Sequence[int | str]) -> bool:
    """Whether a zero is said between figures, or before others: 49 zero 222."""
    digits = digits_of(numbers)
    has_figures = len(numbers) > len(spoken)
    return 0 in spoken and has_figures and len(numbers) >= FEWEST_NUMBERS and FEWEST_DICTATED <= len(digits) <= _MOST


def _are_pairs(words: str, numbers: Sequence[int | str]) -> bool:
    """Whether four numbers of two digits, not all round, stand beside each other: twenty sixteen sixty-two ninety."""
    is_beside = len(words.split()) <= len(numbers) and "," not in words
    are_pairs = all(_TEN <= value_of(number) < _HUNDRED for number in numbers)
    return is_beside and are_pairs and any(value_of(number) % _TEN for number in numbers)


def _are_single_figures(numbers: Sequence[int | str]) -> bool:
    """Whether figures are written one by one, as somebody dictates them: 6 0 4, 4 4 9, 8 2 0."""
    return len(numbers) >= _SHORT and sum(len(str(number)) == 1 for number in numbers) >= FEWEST


def are_figures_said(text: str, start: int, end: int, numbers: Sequence[int | str], language: Language) -> bool:
    """Whether figures with small words between them are a telephone number: 06 and then 51, 83, no 38, 20, 64."""
    steps = {value_of(other) - value_of(one) for one, other in pairwise(numbers)}
    is_mixed = min(steps) < 0 < max(steps) or stands_near(text, start, end, [_near(language)])
    is_first = str(numbers[0]).startswith("0")  # a code before it may be long: 0171, er, 39
    short = numbers[1:] if is_first else numbers
    is_figures = all(isinstance(number, str) for number in numbers) and not any(map(_may_be_year, map(str, short)))
    if any(len(str(number)) == _OF_YEAR for number in short) and _DECIMAL.search(text, start, end):
        return False  # p = 0.0321 and 0.0456
    return is_figures and is_mixed and len(digits_of(numbers)) >= _PAIRS


def _may_be_year(figures: str) -> bool:
    """Whether figures may be a year, a round amount, or are longer than a part of a telephone number."""
    is_year = figures.startswith(tuple(map(str, _CENTURIES))) or figures.endswith("0")
    return len(figures) > _OF_YEAR or (len(figures) == _OF_YEAR and is_year)


def _is_dictated(spoken: Sequence[int], numbers: Sequence[int | str], digits: str) -> bool:
    """Whether numbers are dictated, such as those of a file: at least four that neither rise nor fall."""
    steps = {value_of(other) - value_of(one) for one, other in pairwise(numbers)}
    fewest = FEWEST_DICTATED - (digits.startswith("0") and len(digits) == len(numbers))  # nought one seven eight
    if not spoken or not fewest <= len(digits) <= _MOST or len(numbers) < RISING or _is_years(digits):
        return False
    return min(steps) <= 0 <= max(steps) and len(set(numbers)) > 1


def _are_three(words: str, spoken: Sequence[int], numbers: Sequence[int | str]) -> bool:
    """Whether three numbers are dictated in pairs, which neither rise nor fall: fifty-five, twenty-one, eight."""
    if not len(spoken) == len(numbers) == FEWEST_NUMBERS or words.count(",") != FEWEST_NUMBERS - 1:
        return False
    one, two, three = spoken
    return (two - one) * (three - two) < 0 and max(spoken) < _HUNDRED and sum(number > 9 for number in spoken) > 1


def _is_years(digits: str) -> bool:
    """Whether digits are years in a row: nineteen eighty-seven, nineteen ninety-six."""
    years = [digits[place : place + 4] for place in range(0, len(digits), 4)]
    return len(digits) % 4 == 0 and all(int(year[:2]) in _CENTURIES for year in years)


def _is_amount(text: str, end: int, language: Language) -> bool:
    following = _NEXT.match(text, end)
    behind = plain(following[1]) if following else ""
    return behind.startswith(tuple(language.contact("units")) or ("\0",))


@cache
def _near(language: Language) -> re.Pattern[str]:
    """Beginnings of words about telephones."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, language.contact('phone')))})")


@cache
def _last(language: Language) -> re.Pattern[str]:
    """Words before the last digits of a number: it ends in."""
    return _any_beginning(language.contact("number_ends"))


@cache
def _dials(language: Language) -> re.Pattern[str]:
    """Beginnings of words before a number that is dialled within a house: you press."""
    return _any_beginning(language.contact("dials"))


def _any_beginning(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words)) or '(?!)'})")
