"""Telephone numbers in words, or in words and figures: oh seven seven double four, nine one two.

Numbers in words that follow each other are read as digits, also with small breaks between them ("um", "and then"). They
are a telephone number if they are long enough, less so near a word such as "phone" or "ring".

ASSUME: numbers that rise or fall by one are counted, and those that only rise or only fall are ages, unless such a word
is near; pairs that begin with nineteen or twenty are years;
before a unit (years, euros) they are an amount.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from crosscase.detectors.nearby import stands_near
from crosscase.detectors.spans import Setting, Span
from crosscase.detectors.spoken_numbers import digits_of, is_hesitation, times, values
from crosscase.detectors.words import Word, words_of
from crosscase.languages.vocabulary import Language, plain

_DOUBT = "numbers in words that may be a telephone number"
FEWEST_DICTATED = 5  # digits of four numbers or more
FEWEST, _SHORT, _PAIRS, _LONG, _MOST = 6, 7, 8, 9, 17  # digits
_HUNDRED = 100
_FEWEST_NUMBERS = 3  # with a repeated one: double seven, triple nine, two
_RISING = 4  # numbers in a row that are counted rather than dialled
_MOST_REPEATED = 6  # times that one digit stands in a number
_SINGLE = 5  # single digits in a number that is dialled
_FEWEST_REPEATED = 3  # digits of a part of a number that is said again
REPEATED = 4  # digits that a word such as "triple" adds to the next number, at most
MOST_FILLERS = 3  # words between two numbers
_LONGEST_FIGURES = 5
# A few words between signs: 774, you know, 58.
_ASIDE = re.compile(r"(?:\s*[,;…–—-]+\s*(?:[^\W\d_]+\s){0,2}[^\W\d_]+){1,2}\s*[,;…–—-]+\s*")
_NEXT = re.compile(r"\s+(\w+)")
SIGNS_OF_ASIDES = tuple(",;…–—-")
# Also a change of speaker: – six two one? – Yes, and …
_BREAK = re.compile(r"[\s,;.:?!…–—/()+\"„“”«»'’-]{0,8}(?:\w:\s)?")
_FILLERS = ("number_fillers", "number_joins", "number_asides", "slashes", "spoken_hyphens", "corrections")
_OF_YEAR = 4  # figures
_CLOSE = 25  # characters before digits in which a word says that a number ends in them
_CENTURIES = (19, 20)


class _Run:
    """Numbers that follow each other: the words that say them, and their values; figures are strings."""

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Begin again."""
        self.numbers: list[int | str] = []
        self.start = self.end = -1
        self.fillers = 0
        self.repeat = 1
        self.is_said = False  # small words stand between its numbers
        self.is_aside = False  # words that are said in passing stand before the next one

    def repeats(self, word: Word, number_of_times: int) -> None:
        """Take a word such as "double"."""
        self.start = word.start if self.start < 0 else self.start
        self.repeat = number_of_times

    def may_repeat(self) -> bool:
        """Whether the last number may say how often the next one stands: five times the seven."""
        return bool(self.numbers) and self.numbers[-1] in range(2, _MOST_REPEATED + 1)

    def repeat_next(self) -> None:
        """Take the last number as that of the next ones."""
        number = self.numbers.pop()
        self.repeat = number if isinstance(number, int) else 1

    def take(self, word: Word, number: int | str) -> None:
        """Take a number."""
        self.start = word.start if self.start < 0 else self.start
        self.numbers += [number] * self.repeat
        self.is_said = self.is_said or ((self.fillers > 0 or self.is_aside) and len(self.numbers) > 1)
        self.end, self.fillers, self.repeat, self.is_aside = word.end, 0, 1, False


def find(text: str, setting: Setting) -> Iterator[Span]:
    """Telephone numbers in words."""
    for language in setting.languages:
        said = ""
        for start, end, numbers, is_said in _runs(text, words_of(text), language) if values(language) else ():
            doubt = _doubt(text, start, end, numbers, language)
            digits = digits_of(numbers)
            is_again = len(numbers) > 1 and len(digits) >= _FEWEST_REPEATED and digits in said
            if doubt is None and (is_again or (is_said and _are_figures_said(numbers))):
                doubt = _DOUBT
            if doubt is not None:
                said = f"{said} {digits}"
                yield Span(start, end, "PHONE", digits, doubt)


def _runs(text: str, words: Iterable[Word], language: Language) -> Iterator[tuple[int, int, list[int | str], bool]]:
    """The runs of numbers: start, end, values, and whether small words stand between them."""
    number_of, repeated, fillers = values(language), times(language), _fillers(language)
    plus, small = language.contact("plus"), language.particles | language.articles | language.determiners
    as_often = frozenset(language.contact("as_often"))
    run = _Run()
    end = 0
    for word in words:
        number = _number(word, number_of)
        says = number is not None or word.shape in repeated
        if not says and run.numbers and _is_aside(text, run.end, word):
            end, run.is_aside = word.end, True
            continue
        if run.start >= 0 and not _BREAK.fullmatch(text, end, word.start):
            yield run.start, run.end, run.numbers, run.is_said
            run.clear()
        end = word.end
        if number is not None:
            run.take(word, number)
        elif word.shape in repeated or (word.shape in plus and not run.numbers):
            run.repeats(word, repeated.get(word.shape, 1))
        elif word.shape in as_often and run.may_repeat():
            run.repeat_next()
        elif (
            (run.numbers or run.repeat > 1)
            and (word.shape in fillers or is_hesitation(word.shape) or (run.repeat > 1 and word.shape in small))
            and run.fillers < MOST_FILLERS
        ):
            run.fillers += 1
        elif run.start >= 0:
            yield run.start, run.end, run.numbers, run.is_said
            run.clear()
    yield run.start, run.end, run.numbers, run.is_said


def _is_aside(text: str, end: int, word: Word) -> bool:
    """Whether a word is said in passing behind a number, between signs."""
    aside = _ASIDE.match(text, end)
    return aside is not None and word.start < aside.end() and not any(map(str.isdecimal, text[end : aside.end()]))


@cache
def telling(language: Language) -> frozenset[str]:
    """The numbers in words of which every telephone number has one.

    ASSUME: nobody has a telephone number of ones alone; words for one are in every text.
    """
    return frozenset(word for word, value in values(language).items() if value != 1)


def ones(language: Language) -> frozenset[str]:
    """Words for one, which are articles in most languages."""
    return frozenset(word for word, value in values(language).items() if value == 1)


@cache
def words_within(language: Language) -> frozenset[str]:
    """The plain words that may stand in a telephone number in words."""
    return _between(language).union(values(language), times(language))


def may_be_one(numbers: int, digits: int, are_last: bool = False) -> bool:
    """Whether so many numbers with so many digits may be a telephone number, or its last ones."""
    if are_last and numbers >= _FEWEST_NUMBERS:
        return True
    is_dictated = numbers >= _RISING and digits >= FEWEST_DICTATED - 1
    return is_dictated or (numbers >= _FEWEST_NUMBERS and digits >= FEWEST_DICTATED)


def digits_said(words: Sequence[str], setting: Setting) -> int | None:
    """How many digits plain words say at most; 0 if they may stand between numbers, None if they do not."""
    digits = sum(_digits_said(word, setting) for word in words)
    if digits or all(
        len(word) == 1 or is_hesitation(word) or any(word in _between(language) for language in setting.languages)
        for word in words
    ):
        return digits
    return None


def _digits_said(word: str, setting: Setting) -> int:
    if word.isdecimal():
        return len(word)
    numbers = [values(language)[word] for language in setting.languages if word in values(language)]
    repeats = any(word in times(language) for language in setting.languages)
    return max([REPEATED * repeats, *(len(str(number)) for number in numbers)])


def _number(word: Word, number_of: Mapping[str, int]) -> int | str | None:
    if word.shape.isdecimal():
        return word.shape if len(word.shape) <= _LONGEST_FIGURES else None
    return number_of.get(word.shape)


def _doubt(text: str, start: int, end: int, numbers: Sequence[int | str], language: Language) -> str | None:
    """Whether numbers are a telephone number: "" if so, the doubt if perhaps, None if not."""
    spoken = [number for number in numbers if isinstance(number, int)]
    digits = digits_of(numbers)
    if spoken == [1] and len(numbers) > 1:
        return None  # an article behind figures: 40.93871, ένα
    if not spoken and _are_single_figures(numbers):
        return _DOUBT
    if len(numbers) == len(digits) >= _FEWEST_NUMBERS and stands_near(text, start, end, [_last(language)], _CLOSE, 0):
        return _DOUBT
    if _MOST < len(digits) <= 2 * _MOST and len(numbers) >= _PAIRS and digits.startswith("0"):
        return _DOUBT  # two numbers
    if _are_three(text[start:end], spoken, numbers) and not _is_amount(text, end, language):
        return _DOUBT
    if not spoken or len(numbers) < _FEWEST_NUMBERS or not FEWEST <= len(digits) <= _MOST:
        return _DOUBT if _is_dictated(spoken, numbers, digits) and not _is_amount(text, end, language) else None
    steps = {int(other) - int(one) for one, other in pairwise(numbers)}
    if steps <= {1} or steps <= {-1} or _is_years(digits):
        return None
    if _is_amount(text, end, language):
        return _DOUBT if len(digits) >= _LONG and _is_dictated(spoken, numbers, digits) else None
    only_rises = len(numbers) >= _RISING and (min(steps) > 0 or max(steps) < 0)
    if stands_near(text, start, end, [_near(language)]):
        return "" if len(digits) >= _SHORT and not only_rises else _DOUBT
    if only_rises:
        return None
    single = sum(number < 10 for number in spoken)
    if any(str(number).startswith(tuple(map(str, _CENTURIES))) and len(str(number)) == 4 for number in numbers):
        return None
    if len(digits) >= _LONG and (single >= _SINGLE or digits.startswith("0")):
        return ""
    if len(digits) >= _PAIRS or (len(digits) >= _SHORT and single == len(numbers)):
        return _DOUBT
    return _DOUBT if _is_dictated(spoken, numbers, digits) else None


def _are_single_figures(numbers: Sequence[int | str]) -> bool:
    """Whether figures are written one by one, as somebody dictates them: 6 0 4, 4 4 9, 8 2 0."""
    return len(numbers) >= _SHORT and sum(len(str(number)) == 1 for number in numbers) >= FEWEST


def _are_figures_said(numbers: Sequence[int | str]) -> bool:
    """Whether figures with small words between them are a telephone number: 06 and then 51, 83, no 38, 20, 64."""
    steps = {int(other) - int(one) for one, other in pairwise(numbers)}
    is_mixed = bool(steps) and min(steps) < 0 < max(steps)
    is_first = str(numbers[0]).startswith("0")  # a code before it may be long: 0171, er, 39
    short = numbers[1:] if is_first else numbers
    is_figures = all(isinstance(number, str) for number in numbers) and all(len(str(part)) < _OF_YEAR for part in short)
    return is_figures and is_mixed and len(digits_of(numbers)) >= _PAIRS


def _is_dictated(spoken: Sequence[int], numbers: Sequence[int | str], digits: str) -> bool:
    """Whether numbers are dictated, such as those of a file: at least four that neither rise nor fall."""
    steps = {int(other) - int(one) for one, other in pairwise(numbers)}
    fewest = FEWEST_DICTATED - (digits.startswith("0") and len(digits) == len(numbers))  # nought one seven eight
    if not spoken or not fewest <= len(digits) <= _MOST or len(numbers) < _RISING or _is_years(digits):
        return False
    return min(steps) <= 0 <= max(steps) and len(set(numbers)) > 1


def _are_three(words: str, spoken: Sequence[int], numbers: Sequence[int | str]) -> bool:
    """Whether three numbers are dictated in pairs, which neither rise nor fall: fifty-five, twenty-one, eight."""
    if not len(spoken) == len(numbers) == _FEWEST_NUMBERS or words.count(",") != _FEWEST_NUMBERS - 1:
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
def _fillers(language: Language) -> frozenset[str]:
    """Words of a small break, and those that join numbers."""
    listed = [word for name in _FILLERS for word in language.contact(name)]
    return frozenset(word for phrase in listed for word in phrase.split())


@cache
def _between(language: Language) -> frozenset[str]:
    """Words that may stand in a number without being one."""
    return _fillers(language).union(language.contact("plus"))


@cache
def _last(language: Language) -> re.Pattern[str]:
    """Words before the last digits of a number: it ends in."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, language.contact('number_ends'))) or '(?!)'})")
