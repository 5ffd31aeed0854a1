"""What stands beside a date of birth and belongs to it: in the autumn of 2016, 3 October; in 1958, on a Tuesday, 4 May.

From a date that was found this goes back as long as words are parts of a date, or small words that may stand between
them: a day of the week, a season, the end of a month, a month, a year; also to the name of a day before a comma, and to
another day before small words or one that puts right: from the 8th to the 9th, the 24th, no, the 25th. From a date
without a year it goes on to one, also behind other words: the 23rd of March, I'm from 2008. Where several people speak,
the year may be asked for and said in other turns: Which year? – 2001.

ASSUME: what stands beside a date of birth in this way is about the same day. The day of the week does not tell more of
somebody than a whole date does; it waits with a date that waits anyway.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from operator import attrgetter

from crosscase.detectors.date_words import begins_number, corrections, is_thousand, joins, may_be_in_date
from crosscase.detectors.spans import Setting, Span, Taken
from crosscase.detectors.spoken_numbers import is_hesitation, values
from crosscase.detectors.words import WORD, Word, words_from, words_of
from crosscase.languages.vocabulary import Language, shape

_DOUBT = "beside a date of birth, and perhaps a part of it"
_MOST = 8  # words on one side
_MOST_BEHIND = 10  # words behind a date without a year among which one may be
_BETWEEN_DAYS = re.compile(r"[\s,;.…–—-]{1,6}|['’]")
_DAY_FIGURES = re.compile(r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|ste|de|e|os?|a|ησ)?")
_MOST_TO_DAY, _LONGEST_TO_DAY = 3, 4  # words between two days, and letters of a small one
_SENTENCE = re.compile(r"[.!?\n]\s|\w:\s|\s[–—]\s")
_BETWEEN = re.compile(r"[\s,;–—-]{1,3}|['’]")
_YEAR, _HAS_YEAR = re.compile(r"(?:18|19|20)\d\d"), re.compile(r"\d{4}|['’]\d\d")
_COMMA = re.compile(r",\s")
_DAY_ENDINGS = ("tag", "dag", "dagen")
_MOST_OF_NAME = 5  # words of the name of a day
_MOST_OF_DAY = 2  # numbers of a day in words
_LEADS = 2  # small words before what tells: in the
_TURN = re.compile(r"(?:(?<!\w)[^\W\d_]+:|\s[–—]|\n)\s?")
_PIECE = re.compile(rf"(?:{_TURN.pattern}|[.!?;]\s)(?:[^\W\d_]{{1,6}},\s)?")  # B: yes, ninety-nine
_SENTENCE_ENDS = re.compile(r"\s*(?:[.!?…]|$)")
_TO_YEAR = 90  # characters behind a date in which its year is asked for and said
_OF_YEAR = 6  # words of an answer that is a year
_DAYS, _CENTURY = 31, 100
_MOST_TO_SHORT_YEAR = 4  # words between a date and a year of two digits
_ENDS = re.compile(r"\s*(?:[.!?…,]|$)")


def find(text: str, setting: Setting, found: Sequence[Span]) -> Iterator[Span]:
    """The dates of birth among some spans with what stands beside them, and the years that are asked for."""
    births = [span for span in found if span.kind == "BIRTHDATE"]
    certain, doubtful = (
        Taken((span.start, span.end) for span in found if births and bool(span.doubt) is doubt)
        for doubt in (False, True)
    )
    for span in births:
        for language in setting.languages:
            for start, end in _beside(text, span, language):
                others = [*certain.overlapping(start, span.start), *certain.overlapping(span.end, end)]
                cut = doubtful.overlapping(start, span.start)[:1] if not span.doubt else []
                if span.doubt or not (others or (cut and cut[0][0] < start)):
                    yield Span(start, end, "BIRTHDATE", shape(text[start:end]), span.doubt and _DOUBT)
            yield from _answers(text, span, language)
            yield from _year_behind(text, span, language, setting)


def _beside(text: str, span: Span, language: Language) -> Iterator[tuple[int, int]]:
    """The place of a date with the parts of it on both sides, if there are any."""
    words = words_of(text)
    first = bisect_right(words, span.start, key=attrgetter("end"))
    last = bisect_left(words, span.end, key=attrgetter("start")) - 1
    start = _reached(text, words, _other_day(text, words, first, language), -1, span, language)
    start = _named_day(text, words, start, language)
    if start < first:
        start = _with_leads(text, words, start, language)
    elif span.doubt:  # what is replaced without a question takes no word with it that tells nothing
        start = _with_of(words, first, language)
    end = last if _HAS_YEAR.search(text, span.start, span.end) else _reached(text, words, last, 1, span, language)
    if start < first or end > last:
        yield min(span.start, words[start].start), max(span.end, words[end].end)


def _other_day(text: str, words: Sequence[Word], first: int, language: Language) -> int:
    """Where another day stands before small words and a date that begins with a day alike; else that date."""
    is_day = first < len(words) and _DAY_FIGURES.fullmatch(words[first].shape)
    between = 0
    for other in range(first - 1, max(-1, first - 2 - _MOST_TO_DAY), -1):
        word = words[other].shape
        if not _BETWEEN_DAYS.fullmatch(text, words[other].end, words[other + 1].start):
            break
        if between and (_DAY_FIGURES.fullmatch(word) if is_day else _is_day_in_words(word, language)):
            return other
        if len(word) > _LONGEST_TO_DAY and word not in _between_days(language):
            break
        between += word not in language.contact("definite_articles")
    return first


def _with_of(words: Sequence[Word], first: int, language: Language) -> int:
    """Where a date begins with the small word that says whose it is: she is of the 3rd of May, è del 3 maggio."""
    months = language.months.union(language.contact("months_within"))
    is_month = first > 0 and words[first].shape in months  # in March 2017, on the 8th
    is_said = is_month or (first > 1 and words[first - 2].shape in language.predicates)
    return first - 1 if is_said and words[first - 1].shape in _small(language) else first


def _is_day_in_words(word: str, language: Language) -> bool:
    """Whether a plain word is a number in words as those of days are, and not also an article."""
    return begins_number(word, language) and word not in values(language) and word not in language.indefinites


@cache
def _between_days(language: Language) -> frozenset[str]:
    """Small words between two days: to the, no."""
    return _small(language) | joins(language) | corrections(language) | language.openers


def _year_behind(text: str, span: Span, language: Language, setting: Setting) -> Iterator[Span]:
    """The year behind a date without one and other words of the sentence: I'm the 23rd of March, from 2008."""
    if _has_year(text, span, language):
        return
    end = _SENTENCE.search(text, span.end)
    year: list[Word] = []
    between: list[str] = []
    for word in words_from(text, span.end, _MOST_BEHIND):
        if end and word.start > end.start():
            break
        if _YEAR.fullmatch(word.shape) or begins_number(word.shape, language):
            year.append(word)
        elif year and word.shape not in joins(language):
            break
        elif not year:
            between.append(word.shape)
    is_year = any(_YEAR.fullmatch(word.shape) or _tells_year(word.shape, language) for word in year)
    if is_year or _is_short_year(text, year, between, language, setting):
        start, stop = year[0].start, year[-1].end
        yield Span(start, stop, "BIRTHDATE", shape(text[start:stop]), _DOUBT)


def _is_short_year(
    text: str, year: Sequence[Word], between: Sequence[str], language: Language, setting: Setting
) -> bool:
    """Whether numbers in words are a year of two digits behind a date, and no age: in the war, forty-one."""
    is_near = len(between) <= _MOST_TO_SHORT_YEAR and setting.verbs.union(setting.predicates).isdisjoint(between)
    if not year or not is_near or any(word.shape[0].isdecimal() for word in year):
        return False
    spoken = [values(language).get(word.shape, 0) for word in year if word.shape not in joins(language)]
    behind = words_from(text, year[-1].end, 1)
    is_ended = not behind or behind[0].shape in setting.grammar or _ENDS.match(text, year[-1].end) is not None
    is_ended = is_ended or len(between) <= 1 or behind[0].shape.startswith(tuple(language.born_words))
    if behind and behind[0].shape.startswith(tuple(language.contact("units")) or "\0"):
        return False
    is_large = sum(spoken) > _DAYS or (0 in spoken and any(begins_number(w.shape, language) for w in year))
    return is_ended and is_large and sum(spoken) < _CENTURY


def _has_year(text: str, span: Span, language: Language) -> bool:
    """Whether a date has a year: in figures, or more numbers than a day has."""
    within = [word.shape for word in words_of(text) if span.start <= word.start < span.end]
    numbers = sum(begins_number(word, language) for word in within)
    most = _MOST_OF_DAY + language.months.isdisjoint(within)  # the month is a number, too
    return _HAS_YEAR.search(text, span.start, span.end) is not None or numbers > most


def _tells_year(word: str, language: Language) -> bool:
    """Whether a plain word is in years in words: nineteen, duemila, mil."""
    return is_thousand(word, language) or word.startswith(_years_in_words(language))


@cache
def _years_in_words(language: Language) -> tuple[str, ...]:
    """The beginnings of years in words."""
    return tuple(word for word in map(shape, language.years) if word.strip()) or ("\0",)


def _named_day(text: str, words: Sequence[Word], place: int, language: Language) -> int:
    """Where the name of a day begins before a comma and a date: the day of the surrender, 8 May 1945."""
    if not place or not _COMMA.fullmatch(text, words[place - 1].end, words[place].start):
        return place
    for other in range(place - 1, max(-1, place - 1 - _MOST_OF_NAME), -1):
        word = words[other].shape
        if word.startswith(_beginnings("named_days", language)) or word.endswith(_DAY_ENDINGS):
            return other
        if other and text[words[other - 1].end : words[other].start] != " ":
            break
    return place


def _reached(text: str, words: Sequence[Word], place: int, step: int, span: Span, language: Language) -> int:
    """The last part of a date in a direction."""
    reached = place
    weekdays, parts = _beginnings("weekdays", language), _beginnings("date_parts", language)
    before = (weekdays + parts + language.feast_words if span.doubt else parts) if step < 0 else ("\0",)
    for other in range(place + step, place + (_MOST + 1) * step, step):
        one, last = sorted((other, other - step))
        if one < 0 or last >= len(words) or not _BETWEEN.fullmatch(text, words[one].end, words[last].start):
            break
        word = words[other].shape
        if word.startswith(before) or (step < 0 and word in language.months) or _YEAR.fullmatch(word):
            reached = other
        elif not (
            word.startswith(weekdays + parts)
            or word in _small(language)
            or (step < 0 and may_be_in_date(word, language))
        ):
            break
    return reached


def _with_leads(text: str, words: Sequence[Word], place: int, language: Language) -> int:
    """Where parts of a date begin, with the small words before them."""
    for _ in range(_LEADS):
        is_small = place > 0 and words[place - 1].shape in _small(language)
        if not is_small or not _BETWEEN.fullmatch(text, words[place - 1].end, words[place].start):
            break
        place -= 1
    return place


def _answers(text: str, span: Span, language: Language) -> Iterator[Span]:
    """The year in one of the next turns or the last ones, if it is asked for or a sentence by itself."""
    begin, stop = max(0, span.start - _TO_YEAR), span.end + _TO_YEAR
    is_open = _TURN.search(text, begin, stop) is not None and not _has_year(text, span, language)
    for piece in _PIECE.finditer(text, begin, stop):
        asked = set(WORD.findall(shape(text[begin : piece.start()])))
        is_asked = not asked.isdisjoint(_years(language))
        if (is_asked or is_open) and not span.start <= piece.end() < span.end:
            end = _end_of_year(text, piece.end(), language)
            if end and (is_asked or _SENTENCE_ENDS.match(text, end)):
                yield Span(piece.end(), end, "BIRTHDATE", shape(text[piece.end() : end]), _DOUBT)
        begin = piece.end() if _TURN.match(piece[0]) else begin


def _end_of_year(text: str, start: int, language: Language) -> int | None:
    """Where the year ends with which a turn begins; None if it says something else."""
    words = words_of(text)
    first = bisect_left(words, start, key=attrgetter("start"))
    end, is_year, numbers = None, False, 0
    for word in words[first : first + _OF_YEAR]:
        if end and _SENTENCE.search(text, end, word.start):
            break
        if word.shape[0].isdecimal():
            is_year = word.shape.isdecimal() and len(word.shape) in (2, 4)
        elif begins_number(word.shape, language):
            numbers += 1
            is_year = numbers > 1 or values(language).get(word.shape, _DAYS + 1) > _DAYS
        elif not (may_be_in_date(word.shape, language) or word.shape in _small(language) or is_hesitation(word.shape)):
            break
        else:
            continue
        end = word.end
    return end if end and is_year and _ENDS.match(text, end) else None


@cache
def _beginnings(name: str, language: Language) -> tuple[str, ...]:
    """The beginnings of words in a list."""
    return tuple(language.contact(name))


@cache
def _years(language: Language) -> frozenset[str]:
    return frozenset([*language.contact("date_years"), *language.contact("year_classes")])


@cache
def _small(language: Language) -> frozenset[str]:
    """Small words between the parts of a date and before them."""
    listed = (language.contact(name) for name in ("contractions", "definite_articles", "date_of", "corner_leads"))
    phrases = [word for words in listed for phrase in words for word in phrase.split()]
    return language.prepositions.union(phrases, language.indefinites) - joins(language)
