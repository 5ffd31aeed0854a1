"""Dates in words, or in words and figures, near a word about birth: the eighth of December two thousand and ten.

The words of a text are read one by one (`date_words`). A date is

1. a day, a month and perhaps a year, in any order: May twenty ten, δώδεκα Ιουλίου του εβδομήντα οχτώ, marzo duemila,
   il nove; also put right: the seventeenth, no, eighteenth of May,
2. numbers that are a day, a month and a year: siebten elften vierundachtzig, dez do dez de dois mil e dez.

A whole date without a word about birth near it is doubtful, and so is a day without a year near a word about somebody's
age. Anything else is no date of birth.
"""

import re
from collections.abc import Iterator, Sequence

from crosscase.detectors.date_words import (
    DAYS,
    NUMBERS,
    Kind,
    Run,
    Small,
    has_thousand,
    runs,
    without_stops,
)
from crosscase.detectors.dates_of_numbers import (
    COMPOUND,
    EARLIEST,
    day_and_month,
    day_and_year,
    is_whole_date,
    of_numbers,
)
from crosscase.detectors.nearby import stands_near
from crosscase.detectors.places_of_numbers import LONGEST_DAY, is_above_days, lead, numbers_from
from crosscase.detectors.spans import Setting, Span
from crosscase.detectors.spoken_numbers import digits_of, is_hesitation, values
from crosscase.detectors.whose_dates import doubt_of, is_dated, is_of_four
from crosscase.languages.vocabulary import Language, shape

_DOUBT, _PERHAPS = "a date in words", "numbers that may be a date"
_MOST_DAY, _MOST_YEAR = 4, 9  # words
_CLOSE = 40, 25  # characters beside a date without a month: before it, behind it
_ANSWER = re.compile(r"[?:;,.–]\s(?:[^\W\d_]{1,5}['’\s])?\Z")  # before what somebody answers
_ASKED = 35, 0  # characters beside a day and a month in numbers alone
_NEAR_DAY = 50, 20  # beside a day that has a month or a year alone
_SHORT_YEAR = re.compile(r"0\d|3[2-9]|[4-9]\d")


def find(text: str, setting: Setting) -> Iterator[Span]:
    """Dates of birth in words."""
    for language in setting.languages:
        text = without_stops(text, language)
        for run in runs(text, language):
            for first, last, doubt in _dates(text, run, language):
                begin = _article(run, first) if doubt else first
                original = shape(text[run[first].start : _end(run, last)])
                yield Span(run[begin].start, _end(run, last), "BIRTHDATE", original, doubt)


def _dates(text: str, run: Run, language: Language) -> Iterator[tuple[int, int, str]]:
    """The dates of a run: the first word, the last one and the doubt."""
    months = [place for place, token in enumerate(run) if token.kind == Kind.MONTH]
    for month in months:
        if found := _with_month(run, month, language):
            first, last, is_whole = found
            start, end = run[first].start, _end(run, last)
            near = stands_near(text, start, end, [language.near_birth])
            is_within = run[month].shape in language.contact("months_within")  # w marcu dwa, not a day in it
            if not near and is_within and not any(token.kind == Kind.YEAR for token in run):
                continue
            doubt = "" if near else doubt_of(text, start, end, is_whole, _DOUBT, language)
            if doubt is not None:
                yield _put_right(run, first, -1), _put_right(run, last, 1), doubt
        elif (day := _led_day(run, month + 1, language)) and _is_near_birth(text, run, month, day, language):
            yield month, day, _PERHAPS
    if not months and (found_at := of_numbers(run, language)):
        start, end = run[found_at[0]].start, _end(run, found_at[1])
        is_whole = is_whole_date(run, language)
        if stands_near(text, start, end, [language.near_birth, language.near_age], *_CLOSE) or (
            (is_whole or is_of_four(text, run, language)) and not is_dated(text, start, language)
        ):
            yield *found_at, _PERHAPS
    elif not months and (places := _two_of_three(text, run, language)):
        yield *places, _PERHAPS


def _two_of_three(text: str, run: Run, language: Language) -> tuple[int, int] | None:
    """The first and last word of a day and a year near a word about birth, or of a day and a month behind one."""
    is_answer = _ANSWER.search(text, max(0, run[0].start - _ASKED[0]), run[0].start) is not None
    by_month = day_and_month(run, language) if is_answer else None
    for places, near in ((day_and_year(run, language), _NEAR_DAY), (by_month, _ASKED)):
        if places and stands_near(text, run[places[0]].start, run[places[1]].end, [language.near_birth], *near):
            return places
    return None


def _is_near_birth(text: str, run: Run, first: int, last: int, language: Language) -> bool:
    """Whether a word about birth stands beside some words of a run."""
    return stands_near(text, run[first].start, run[last].end, [language.near_birth], *_NEAR_DAY)


def _led_day(run: Run, place: int, language: Language) -> int | None:
    """The last word of a day behind a month that small words lead: a febbraio, il ventotto."""
    day = numbers_from(run, place, 1, LONGEST_DAY)
    spoken = [values(language).get(run[at].shape, DAYS.stop) for at in day]
    return day[-1] if day and day[0] > place and int(digits_of(spoken) or 0) in DAYS else None


def _end(run: Run, last: int) -> int:
    """Where a date ends, with the word for year behind it."""
    behind = run[last + 1 : last + 2]
    return behind[0].end if behind and behind[0].small == Small.YEAR else run[last].end


def _article(run: Run, first: int) -> int:
    """The article before a date, else its first word."""
    return first - 1 if first and run[first - 1].small == Small.ARTICLE else first


def _put_right(run: Run, place: int, step: int) -> int:
    """Where a date ends on one side with another day or year that is put right or joined: the third, no, fourth."""
    other, joins = place + step, False
    while 0 <= other < len(run) and run[other].kind in (Kind.BETWEEN, Kind.CORRECTION):
        joins = joins or run[other].kind == Kind.CORRECTION or (step < 0 and run[other].small == Small.AND)
        other += step
    if not joins or not 0 <= other < len(run) or run[other].kind not in (*NUMBERS, Kind.YEAR):
        return place
    numbers = numbers_from(run, other, step, _MOST_YEAR if step > 0 else _MOST_DAY)
    return numbers[-1] if numbers else place  # a year in figures is none before a day


def _with_month(run: Run, month: int, language: Language) -> tuple[int, int, bool] | None:
    """The first and last word of a date with a month, and whether it is whole: day, month and year."""
    day = numbers_from(run, month - 1, -1, _MOST_DAY)
    behind = numbers_from(run, month + 1, 1, _MOST_YEAR)
    if day:
        first, has_year = lead(run, day[-1]), bool(behind) and _is_year(run, behind, language)
        within = range(first, (behind[-1] if has_year else month) + 1)
        is_plain = not any(run[n].kind == Kind.BETWEEN and is_hesitation(run[n].shape) for n in within)
        if not has_year and (before := _year_before(run, first - 1)) and _is_past(run, before, language):
            return _year_word(run, before[-1]), within[-1], is_plain
        is_large = any(
            is_above_days(run[place].shape, language) or has_thousand(run[place].shape, language) for place in day[1:]
        )
        is_before = not has_year and (len(day) > LONGEST_DAY or is_large)  # of which the first ones are the year
        return first, within[-1], (has_year or is_before) and is_plain
    if not behind:
        return None
    last, is_whole = behind[-1], len(behind) > 1 and all(run[place].kind == Kind.NUMBER for place in behind)
    if more := numbers_from(run, last + 1, 1, _MOST_YEAR):
        is_year = [_is_year(run, places, language) for places in (behind, more)]
        last = more[-1] if any(is_year) else last
        is_whole = is_whole or any(is_year)
    is_ordinal = run[behind[0]].kind == Kind.FIGURES or run[behind[0]].shape not in values(language)
    return (month, last, is_whole) if is_whole or is_ordinal or last != behind[-1] else None


def _year_word(run: Run, first: int) -> int:
    """The word for year before one, else its first word: roku 1949, druhého dubna."""
    return first - 1 if first and run[first - 1].small == Small.YEAR else first


def _year_before(run: Run, place: int) -> list[int]:
    """The places of what may be a year before a day, the nearest first: 1949, on the second; of 04, the eighth."""
    while 0 <= place < len(run) and run[place].kind == Kind.BETWEEN:
        place -= 1
    token = run[place] if place >= 0 else None
    if token and token.kind == Kind.FIGURES:
        is_led = place > 0 and run[place - 1].kind == Kind.BETWEEN
        return [place] if is_led and _SHORT_YEAR.fullmatch(token.shape) else []
    return [place] if token and token.kind == Kind.YEAR else numbers_from(run, place, -1, _MOST_YEAR)


def _is_past(run: Run, before: Sequence[int], language: Language) -> bool:
    """Whether numbers before a day, the nearest first, are a year and no day: thirty-eight, on the first of January."""
    if len(before) > 1 or run[before[0]].kind != Kind.NUMBER:
        return _is_year(run, before[::-1], language)
    return is_above_days(run[before[0]].shape, language)


def _is_year(run: Run, places: Sequence[int], language: Language) -> bool:
    """Whether numbers are a year: figures, a word of one, or a number that is large enough."""
    tokens = [run[place] for place in places]
    written = " ".join(token.shape for token in tokens)
    if tokens[0].kind != Kind.NUMBER:
        return tokens[0].kind == Kind.YEAR or tokens[0].shape.isdecimal()
    if len(tokens) > 1 or len(written) >= COMPOUND or any(shape(year).strip() in written for year in language.years):
        return True
    number = values(language).get(written, 0)
    return number >= EARLIEST
