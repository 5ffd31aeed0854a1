"""What the number of a house needs besides a pattern of signs, where what is said around it tells it: see
`uncounted_houses`.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from crosscase.detectors.beside_numbers import LIVES, Sentences
from crosscase.detectors.date_words import begins_number
from crosscase.detectors.said_addresses import is_in_small_letters
from crosscase.detectors.spoken_numbers import digits_of, values
from crosscase.detectors.uncounted_evidence import has_capital, is_house, is_small_house
from crosscase.detectors.words import Word, begins_sentence
from crosscase.languages.ordinary_words import Vocabulary

_OF_FILES = "number_words", "file_weak"  # words of which one is in that before the number of a file
_TURN = re.compile(r"\w:\s\Z")
_PARTS = "flat", "flat_behind"
_QUOTES = "\"'“”„«»‘’"
_OF_HUNDRED, _TEN, _SHORT = 3, 10, 3  # digits; one above a digit; letters of an abbreviation


def _words_in(sentences: Sentences, match: re.Match[str], group: str) -> Sequence[Word]:
    """The words of a part of a match."""
    start, end = match.span(group)
    return sentences.words[bisect_left(sentences.places, start) : bisect_left(sentences.places, end)]


def is_spelling(sentences: Sentences, match: re.Match[str]) -> bool:
    """Whether a remark between commas ends with a letter, its name, or something quoted: with two s, przez „ó"."""
    words = _words_in(sentences, match, "aside")
    if not words or any(word.shape.isdecimal() for word in words):
        return False
    last, text = words[-1], sentences.text
    names = {name for language in sentences.setting.languages for name in language.contact("letters")}
    is_named = last.shape in names or last.shape.removesuffix("s") in names
    return len(last.shape) == 1 or is_named or text[last.end : last.end + 1] in tuple(_QUOTES)


def is_before_floor(sentences: Sentences, match: re.Match[str]) -> bool:
    """Whether the part of a house behind a number is a floor, a flat or a way in, and no side."""
    languages, (street, *others) = sentences.setting.languages, sentences.of(match)
    parts = {word.rstrip(".") for one in languages for name in _PARTS for word in one.contact(name)}
    adjectives = {word for one in languages for word in one.contact("flat_adjectives")}
    part = _words_in(sentences, match, "part")
    first = part[0].shape
    if len(part) == 1:
        return False  # nothing says which floor
    if first not in parts and not (first in adjectives or any(begins_number(first, one) for one in languages)):
        return False  # not the second floor, but any other word before a floor
    if any(first in values(one) for one in languages) and not _TURN.search(sentences.text, 0, street.start):
        return False  # drie hoog, but twelve, two rooms
    is_named = any(word.capital for word in others) or (street.capital and not _may_be_room(sentences, street))
    is_named = is_named or is_in_small_letters(sentences.text, sentences.setting)
    return is_named and not parts.isdisjoint(word.shape for word in part) and is_house(sentences, match)


def _may_be_room(sentences: Sentences, word: Word) -> bool:
    """Whether a word begins a sentence, but no answer, and is an ordinary one: Sala 107, pierwsze piętro."""
    text, written = sentences.text, sentences.text[word.start : word.end]
    if not begins_sentence(text, word.start) or _TURN.search(text, 0, word.start):
        return False
    return Vocabulary.of(sentences.setting.languages).is_ordinary(written)


def is_in_named_place(sentences: Sentences, match: re.Match[str]) -> bool:
    """Whether a capitalised name stands before a part of a house or a hamlet, with its number."""
    parts = _words_in(sentences, match, "part")
    houses = {
        house for one in sentences.setting.languages for name in ("houses", *_PARTS) for house in one.contact(name)
    }
    signs = match["part"]
    is_named = has_capital(sentences, match) or _is_led(sentences, match)
    return is_named and (LIVES not in signs or parts[0].shape in houses)


def _is_led(sentences: Sentences, match: re.Match[str]) -> bool:
    """Whether the small word before a name has a capital letter within a sentence, as in German streets: Am Gleis."""
    place = bisect_left(sentences.places, match.start("own"))
    word = sentences.words[max(0, place - 1)]
    is_small = word.shape in sentences.setting.function_words
    return word.capital and is_small and not begins_sentence(sentences.text, word.start)


def is_answer_of_name(sentences: Sentences, match: re.Match[str]) -> bool:
    """Whether an answer of another person is a number and a capitalised name."""
    first, *_, last = sentences.of(match)
    return last.capital and _TURN.search(sentences.text, 0, first.start) is not None


def is_no_amount(sentences: Sentences, match: re.Match[str]) -> bool:
    """Whether a number above a hundred is no round one, in small letters, nor that of a file: an amount mostly is."""
    named, languages = sentences.of(match)[0].shape, sentences.setting.languages
    if any(word in named for one in languages for name in _OF_FILES for word in one.contact(name)):
        return False
    digits = digits_of(sentences.numbers_of(match))
    is_exact = len(digits) == _OF_HUNDRED and digits[-1] != "0"
    return is_exact and is_small_house(sentences, match)


def is_of_digits(sentences: Sentences, match: re.Match[str]) -> bool:
    """Whether digits with a zero among them are said one by one, which count nothing."""
    numbers = sentences.numbers_of(match)
    return len(numbers) == _OF_HUNDRED and 0 in numbers and all(int(number) < _TEN for number in numbers)


def is_written_out(sentences: Sentences, match: re.Match[str]) -> bool:
    """Whether two words for the number of a house are no abbreviations: číslo popisné, but not č. p."""
    return all(len(word.shape) > _SHORT for word in sentences.of(match) if word.shape.isalpha())


def is_hundred(sentences: Sentences, match: re.Match[str]) -> bool:
    """Whether two numbers that a small word joins are one: a hundred and eight."""
    is_one = len(digits_of(sentences.numbers_of(match))) == _OF_HUNDRED
    return is_one and is_small_house(sentences, match)
