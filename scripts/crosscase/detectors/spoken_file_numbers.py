"""Numbers of cases and files in words: case four four one seven stroke nineteen, Aktenzeichen vier F zweihundertzwölf.

Behind a word such as "case", and few others, follow numbers in words, letters, also spelt (B wie Berta, bé, βήτα), and
words for a slash; they may also stand before it. A person decides.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from operator import attrgetter, itemgetter

from crosscase.detectors.accents import any_plain, without_accents
from crosscase.detectors.code_letters import is_letter, is_letter_behind, may_be_letters, slashes
from crosscase.detectors.date_words import begins_number, corrections, is_large, is_thousand
from crosscase.detectors.needed_words import NeededWords
from crosscase.detectors.spans import Setting, Span
from crosscase.detectors.spoken_numbers import digits_of, is_hesitation, times, values
from crosscase.detectors.words import WORD, Word, begins_sentence, shapes_of, words_of
from crosscase.languages.vocabulary import Language, plain, shape

_DOUBT = "numbers in words beside a word about files"
_MOST_BETWEEN = 8  # words between the word and the number
_MOST_SINCE = 11  # the same if the number begins the next sentence
_DIRECT = 30  # characters before a number in which a word such as "client number" stands
FEWEST_DIGITS, FEWEST_NUMBERS = 3, 4
FEWEST_PAIRS = 3  # numbers of two figures each, which no number combines: quarantaquattro ottantadue novantuno
_SPELT = 3  # letters and signs of a number with few digits
_COMPOUND = 14  # letters of a number in one word that is large
OF_COURT = 2  # letters of the name of a court's register
_MOST_LETTERS_BEFORE, _MOST_OF_CODE = 3, 4  # words, and letters of each
_MOST_LETTERS = 4  # of a word in capitals that is read letter by letter, or of a register
_BREAK = re.compile(r"[\s,;:…–—/().+-]{0,8}")
_NEXT = re.compile(r"\s(\w+)")
_SENTENCE = re.compile(r"[.!?]\s")


class Kind:
    """What a word may be in the number of a file."""

    NUMBER, LETTER, SIGN, FILLER = range(4)


def find(text: str, setting: Setting) -> Iterator[Span]:
    """Numbers of files in words."""
    words = words_of(text)
    for language in setting.languages:
        if _needed(language).may_be_in(text) and any(_says_number(shape, language) for shape in shapes_of(text)):
            bare = without_accents(text)
            cues = [cue.span() for cue in cues_of(language).finditer(bare)]
            numbers = [] if cues else [cue.span() for cue in _of_numbers(language).finditer(bare)]
            for run in _runs(text, _outside(words, cues), language) if cues or numbers else ():
                is_number = _is_number(run, language) or _is_direct(text, run, language)
                is_number = is_number and any(_says_number(word.shape, language) for word in run)
                if is_number and _is_beside(text, run, words, cues or (numbers if _is_code(run, language) else ())):
                    start, end = _led(words, run, text, setting), run[-1].end
                    yield Span(start, end, "FILE", shape(text[start:end]), _DOUBT)


def _is_code(run: Sequence[Word], language: Language) -> bool:
    """Whether letters stand between numbers, so that a word such as "number" is enough: seven b forty-one nought."""
    are_letters = [is_letter(word.shape, language) and word.shape not in values(language) for word in run]
    return any(are_letters[1:-1]) and not are_letters[0]


def _outside(words: Sequence[Word], cues: Sequence[tuple[int, int]]) -> list[Word]:
    """The words outside of those about files: πρωτοκόλλου is no number, though it begins like one."""
    within: set[int] = set()
    for start, end in cues:
        first = bisect_right(words, start, key=attrgetter("end"))
        within.update(range(first, bisect_left(words, end, key=attrgetter("start"))))
    return [word for number, word in enumerate(words) if number not in within]


@lru_cache(2**14)
def _says_number(shape: str, language: Language) -> bool:
    """Whether a plain word is a number in words, or a word for a slash."""
    said = (values(language), times(language), slashes(language))
    return any(shape in words for words in said) or begins_number(shape, language)


def _runs(text: str, words: Sequence[Word], language: Language) -> Iterator[list[Word]]:
    """The words that may be one number, from the first number or letter to the last."""
    run: list[Word] = []
    for place, word in enumerate(words):
        if not run and not word.capital and len(word.shape) > 1 and kind_of(word.shape, language) is None:
            continue  # nearly every word
        kind = _kind(text, word, language)
        if kind is None and not run and not is_letter(word.shape, language):
            continue
        joins = _is_of_court, is_letter_behind
        if kind is None and run and any(belongs(word, run[-1], language) for belongs in joins):
            kind = Kind.LETTER
        is_spelt = (bool(run) or is_letter(word.shape, language)) and _spells(words, place, language)
        if run and not is_spelt and (kind is None or not _BREAK.fullmatch(text, run[-1].end, word.start)):
            yield _trimmed(text, run, language)
            run = []
        if is_spelt or (kind is not None and (run or kind in (Kind.NUMBER, Kind.LETTER))):
            run.append(word)
    if run:
        yield _trimmed(text, run, language)


def _is_of_court(word: Word, last: Word, language: Language) -> bool:
    """Whether a word is the short name of a register behind a number: dvaadvacet Co, sto pět."""
    return word.capital and word.end - word.start == OF_COURT and last.shape in values(language)


def _led(words: Sequence[Word], run: Sequence[Word], text: str, setting: Setting) -> int:
    """Where a number begins with the letters before it: p l dash three oh eight, pgb nul nul zes."""
    start = end = run[0].start
    first = bisect_left(words, start, key=attrgetter("start"))
    for word in reversed(words[max(0, first - _MOST_LETTERS_BEFORE) : first]):
        is_sign = any(word.shape in slashes(language) for language in setting.languages)
        is_short = word.end - word.start <= _MOST_OF_CODE and text[word.start - 1 : word.start] not in ("'", "’")
        is_letters = (
            is_short and text[word.start].islower() and may_be_letters(text[word.start : word.end], word.shape, setting)
        )
        if text[word.end : end] != " " or not (is_sign or is_letters):
            break
        end = word.start
        start = start if is_sign else end
    return start


def _spells(words: Sequence[Word], place: int, language: Language) -> bool:
    """Whether a word belongs to what says how a letter before it is spelt: B wie Berta, A as in Anna."""
    one_word, two_words = _spellings(language)
    return any(
        _says_letter(words, last, length, language)
        for length, listed in ((1, one_word), (2, two_words))
        for last in range(place - 1, place + length + 1)
        if length <= last < len(words) - 1
        and " ".join(word.shape for word in words[last + 1 - length : last + 1]) in listed
    )


@cache
def _spellings(language: Language) -> tuple[frozenset[str], frozenset[str]]:
    """The words between a letter and a word that begins with it: those alone, and those of two words."""
    listed = language.contact("spelling")
    two_words = frozenset(words for words in listed if " " in words)
    return frozenset(listed) - two_words, two_words


def _says_letter(words: Sequence[Word], last: int, length: int, language: Language) -> bool:
    """Whether a letter stands before the words that end at a place, and a word that says which it is behind them."""
    letter, word = words[last - length], words[last + 1]
    return is_letter(letter.shape, language) and (word.capital or word.shape[0] == letter.shape[0])


def _trimmed(text: str, run: list[Word], language: Language) -> list[Word]:
    """A run without the words at its end that are no number, no letter and do not say how one is spelt."""
    spellings = {phrase.split()[-1] for phrase in language.contact("spelling")}
    while (
        len(run) > 1
        and run[-2].shape not in spellings
        and _kind(text, run[-1], language) in (None, 2, 3)
        and not is_letter_behind(run[-1], run[-2], language)
    ):
        run = run[:-1]
    return run


def _kind(text: str, word: Word, language: Language) -> int | None:
    """What a word may be in the number of a file."""
    is_number, kind = _kind_of_shape(word.shape, language)
    if word.capital and not is_number and is_read_by_letters(text[word.start : word.end]):
        return Kind.LETTER
    return kind


@lru_cache(2**14)
def _kind_of_shape(shape: str, language: Language) -> tuple[bool, int | None]:
    """Whether a plain word is a number, and what it may be in the number of a file if it is in small letters."""
    if shape in values(language) or shape.isdecimal() or shape in times(language):
        return True, Kind.NUMBER
    if shape in language.contact("letters"):
        return False, Kind.LETTER
    if shape in slashes(language):
        return False, Kind.SIGN
    if begins_number(shape, language) or is_thousand(shape, language):
        return False, Kind.NUMBER
    is_filler = is_hesitation(shape) or shape in corrections(language) or shape in _fillers(language)
    return False, Kind.FILLER if is_filler or shape in _joins(language) else None


def kind_of(shape: str, language: Language) -> int | None:
    """What a plain word in small letters may be in the number of a file; None if nothing."""
    return _kind_of_shape(shape, language)[1]


def is_read_by_letters(written: str) -> bool:
    """Whether a word is a capital letter, a few, or the letters of a register: B, FC, Nsm."""
    return len(written) <= _MOST_LETTERS and (written.isupper() or not re.search("[aeiouyαειου]", plain(written)))


def is_long_number(shape: str, language: Language) -> bool:
    """Whether a plain word is a number that is long enough for that of a file: zwölfhundertsiebenundneunzig."""
    return is_large(shape, language) or (len(shape) >= _COMPOUND and begins_number(shape, language))


def _is_number(run: Sequence[Word], language: Language) -> bool:
    """Whether the words of a run are the number of a file."""
    number_of = values(language)
    numbers = [word for word in run if word.shape in number_of or word.shape.isdecimal()]
    others = [word.shape for word in run if word not in numbers]
    is_long = any(is_long_number(word, language) for word in others)
    if any(is_thousand(word, language) for word in others):
        is_long = is_long or len(numbers) > 1  # mille e quarantadue del diciannove
    signs = sum(
        word.shape in slashes(language) or (word.capital and is_read_by_letters(word.shape.upper())) for word in run
    )
    signs += sum(word.shape in language.contact("letters") and word not in numbers for word in run)
    digits = digits_of([number_of.get(word.shape, word.shape) for word in numbers])
    repeated = sum(times(language).get(word.shape, 1) - 1 for word in run)
    is_dictated = len(numbers) + repeated >= FEWEST_NUMBERS or digits.startswith("0")
    is_dictated = is_dictated or (len(numbers) >= FEWEST_PAIRS and len(digits) >= 2 * FEWEST_PAIRS)
    fewest = FEWEST_DIGITS - (signs >= _SPELT)  # J Z, A as in Anna, slash, twenty-two
    return is_long or (len(digits) + repeated >= fewest and (signs > 0 or is_dictated))


def _is_direct(text: str, run: Sequence[Word], language: Language) -> bool:
    """Whether a number directly follows a word such as "client number": klantnummer vierhonderdzeventien."""
    numbers = [values(language)[word.shape] for word in run if word.shape in values(language)]
    before = without_accents(text[max(0, run[0].start - _DIRECT) : run[0].start])
    is_counted = _is_amount(text, run[-1].end, language)
    return len(digits_of(numbers)) >= FEWEST_DIGITS and not is_counted and _direct(language).search(before) is not None


@cache
def _direct(language: Language) -> re.Pattern[str]:
    """A word for the number of a file that a number follows at once, for a text without accents."""
    signs = (*language.contact("file_strong"), *language.contact("number_signs"))
    return re.compile(
        rf"(?<!\w){any_plain(signs)}\w{{0,3}},?\s(?:{any_plain(language.contact('file_links'))}\s)?$", re.IGNORECASE
    )


def _is_amount(text: str, end: int, language: Language) -> bool:
    """Whether a unit follows a number."""
    following = _NEXT.match(text, end)
    return following is not None and plain(following[1]).startswith(tuple(language.contact("units")) or ("\0",))


@cache
def _fillers(language: Language) -> frozenset[str]:
    """Words of a small break between the parts of a number: and then."""
    return frozenset(word for phrase in language.contact("number_fillers") for word in phrase.split())


def _is_beside(text: str, run: Sequence[Word], words: Sequence[Word], cues: Sequence[tuple[int, int]]) -> bool:
    """Whether a word about files stands few words before a number or behind it, in the same sentence."""
    start, end = run[0].start, run[-1].end
    before, behind = bisect_right(cues, start, key=itemgetter(1)), bisect_left(cues, end, key=itemgetter(0))
    most = _MOST_SINCE if begins_sentence(text, start) else _MOST_BETWEEN
    if before and _is_close(words, cues[before - 1][1], start, most):
        return True
    first = cues[behind][0] if behind < len(cues) else None
    return first is not None and _is_close(words, end, first) and not _SENTENCE.search(text[end:first])


def _is_close(words: Sequence[Word], start: int, end: int, most: int = _MOST_BETWEEN) -> bool:
    """Whether few words begin between two places."""
    first, last = (bisect_left(words, place, key=attrgetter("start")) for place in (start, end))
    return last - first <= most


@cache
def cues_of(language: Language) -> re.Pattern[str]:
    """The words about files, for a text without accents."""
    return re.compile(rf"(?<!\w){any_plain(_cues(language))}(?:(?<=\w)\w{{0,2}})?(?!\w)", re.IGNORECASE)


def _cues(language: Language) -> list[str]:
    return [word for name in ("file_strong", "file_weak", "file_spoken") for word in language.contact(name)]


@cache
def _needed(language: Language) -> NeededWords:
    """The words about files and for a number of something."""
    return NeededWords([*_cues(language), *language.contact("number_words")], goes_on=True)


@cache
def _of_numbers(language: Language) -> re.Pattern[str]:
    """The words for a number of something, for a text without accents."""
    return re.compile(rf"(?<!\w){any_plain(language.contact('number_words'))}\w{{0,4}}(?!\w)", re.IGNORECASE)


@cache
def cue_words(language: Language) -> frozenset[str]:
    """Beginnings of plain words of which one stands in every word about files: the longest of each."""
    return frozenset(max(WORD.findall(shape(cue)), key=len) for cue in _cues(language))


@cache
def _joins(language: Language) -> frozenset[str]:
    """Words between the parts of a number: and, of the year."""
    return frozenset(language.contact("number_joins")).union(language.contact("file_joins"))
