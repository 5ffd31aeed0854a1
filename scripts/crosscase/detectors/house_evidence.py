"""What the number of a house needs besides a pattern of signs, where what is said around it tells it: see
`uncounted_houses`.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from crosscase.detectors.address_words import CORNER, LETTER, UNKNOWN
from crosscase.detectors.beside_numbers import LIVES, STOP, Sentences
from crosscase.detectors.date_words import begins_number
from crosscase.detectors.evidence_needs import needs
from crosscase.detectors.said_addresses import is_in_small_letters
from crosscase.detectors.spoken_numbers import digits_of, values
from crosscase.detectors.uncounted_evidence import (
    ends_as_street,
    has_capital,
    is_house,
    is_small_house,
    is_small_street,
)
from crosscase.detectors.words import Word, begins_sentence, words_of
from crosscase.languages.ordinary_words import Vocabulary
from crosscase.languages.vocabulary import is_role

_OF_FILES = "number_words", "file_weak"  # words of which one is in that before the number of a file
_TURN = re.compile(r"\w:\s\Z")
_OF_STREETS = frozenset("TZRQtwz") | {LIVES, CORNER}
_PARTS = "flat", "flat_behind"
_ABOUT_LIVING = "residence", "standing"
_ASKED = "?", ";"  # in Greek
_TO_VERB = 7  # words between one that says that something is somewhere and a house
_MOST_OF_RANGE = 10
_QUOTES = "\"'“”„«»‘’"
_OF_HUNDRED, _TEN, _SHORT = 3, 10, 3  # digits; one above a digit; letters of an abbreviation


def _words_in(sentences: Sentences, match: re.Match[str], group: str) -> Sequence[Word]:
    """The words of a part of a match."""
    start, end = match.span(group)
    return sentences.words[bisect_left(sentences.places, start) : bisect_left(sentences.places, end)]


@needs(LETTER)
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


@needs(is_small=True)
def is_before_flat(sentences: Sentences, match: re.Match[str]) -> bool:
    """Whether a flat with its number stands behind a number, in small letters."""
    flats = {word.rstrip(".") for word in _listed(sentences, "flat")}
    return _words_in(sentences, match, "part")[0].shape in flats and is_in_small_letters(
        sentences.text, sentences.setting
    )


@needs(is_small=True)
def is_led_number(sentences: Sentences, match: re.Match[str]) -> bool:
    """Whether the small word before a number is one that leads numbers of houses, in small letters: al sette."""
    leads = {lead.split()[-1].strip("'") for lead in _listed(sentences, "street_number_leads")}
    return _words_in(sentences, match, "lead")[0].shape in leads and is_small_street(sentences, match)


def _may_be_room(sentences: Sentences, word: Word) -> bool:
    """Whether a word begins a sentence, but no answer, and is an ordinary one: Sala 107, pierwsze piętro."""
    text, written = sentences.text, sentences.text[word.start : word.end]
    if not begins_sentence(text, word.start) or _TURN.search(text, 0, word.start):
        return False
    return Vocabulary.of(sentences.setting.languages).is_ordinary(written)


@needs(has_capital=True)
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


@needs(has_capital=True, is_turn=True)
def is_answer_of_name(sentences: Sentences, match: re.Match[str]) -> bool:
    """Whether an answer of another person is a number and a capitalised name."""
    first, *_, last = sentences.of(match)
    return last.capital and _TURN.search(sentences.text, 0, first.start) is not None


@needs(is_large=True, is_small=True)
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


@needs(is_large=True, is_small=True)
def is_hundred(sentences: Sentences, match: re.Match[str]) -> bool:
    """Whether two numbers that a small word joins are one: a hundred and eight."""
    is_one = len(digits_of(sentences.numbers_of(match))) == _OF_HUNDRED
    return is_one and is_small_house(sentences, match)


def _is_said_where(sentences: Sentences, match: re.Match[str], most: int = _TO_VERB) -> bool:
    """Whether one of the last words before a match, in its sentence, says that something is or lives somewhere."""
    setting, first = sentences.setting, bisect_left(sentences.places, match.start("own"))
    standing = tuple(word for one in setting.languages for word in one.contact("standing"))
    begin = sentences.signs.rfind(STOP, 0, match.start("own")) + 1
    return any(
        sentences.places[place] >= begin
        and (
            sentences.signs[sentences.places[place]] == LIVES
            or sentences.words[place].shape in setting.predicates
            or (standing and sentences.words[place].shape.startswith(standing))
        )
        for place in range(max(0, first - most), first)
    )


@needs(is_small=True)
def is_by_landmark(sentences: Sentences, match: re.Match[str]) -> bool:
    """Whether something is said to be by a certain thing, before a number that counts nothing, in small letters.

    ASSUME: what has no article in a language that has one is rather a kind of thing: in groep acht.
    """
    before = sentences.words[bisect_left(sentences.places, match.start("own")) - 1].shape
    articles = _listed(sentences, "definite_articles")
    articles = articles or set(sentences.setting.prepositions)
    is_certain = before in articles | _listed(sentences, "contractions") | _listed(sentences, "nearby")
    is_certain = is_certain and not any(_is_somebody(sentences, word) for word in sentences.of(match))  # an age
    behind = bisect_left(sentences.places, match.end())
    are_times = behind < len(sentences.words) and sentences.words[behind].shape in _listed(sentences, "as_often")
    is_house_there = is_certain and not are_times and is_small_street(sentences, match)
    return is_house_there and _is_said_where(sentences, match)


def _is_somebody(sentences: Sentences, word: Word) -> bool:
    """Whether a word is a role: the brother thirty-nine."""
    return any(is_role(word.shape, language) for language in sentences.setting.languages)


@needs(is_small=True)
def is_unknown_street(sentences: Sentences, match: re.Match[str]) -> bool:
    """Whether a preposition stands before a word in no vocabulary and a number that is no round one above a hundred."""
    setting, first = sentences.setting, bisect_left(sentences.places, match.start("own"))
    words = [word.shape for word in sentences.words[max(0, first - 2) : first]]
    listed = {name: _listed(sentences, name) for name in ("definite_articles", "contractions", "nearby")}
    while len(words) > 1 and words[-1] in listed["definite_articles"] - setting.prepositions:
        words.pop()
    is_behind = words[-1] in setting.prepositions | listed["contractions"] | listed["nearby"]
    digits = digits_of(sentences.numbers_of(match))
    is_round = len(digits) >= _OF_HUNDRED and digits[-1] == "0"
    return is_behind and not is_round and is_small_street(sentences, match)


def _listed(sentences: Sentences, name: str) -> set[str]:
    """The words of a list of all languages."""
    return {word for language in sentences.setting.languages for word in language.contact(name)}


@needs(is_small=True)
def is_room_of_place(sentences: Sentences, match: re.Match[str]) -> bool:
    """Whether something is said to be in a room of a place, in small letters."""
    return is_small_street(sentences, match) and _is_said_where(sentences, match)


def is_lived_in(sentences: Sentences, match: re.Match[str]) -> bool:
    """Whether the words directly before a hut with its number say that it is one, or that somebody lives there."""
    is_hut = UNKNOWN in match["own"] or sentences.of(match)[0].shape in _listed(sentences, "blocks")
    return is_hut and is_house(sentences, match) and _is_said_where(sentences, match, most=2)


@needs(is_large=True)
def is_range_before(sentences: Sentences, match: re.Match[str]) -> bool:
    """Whether a word such as "to" stands between the numbers of neighbouring houses, before a street."""
    words = [word.shape for word in sentences.of(match)]
    ranges = _listed(sentences, "house_ranges")
    to = next((place for place, word in enumerate(words) if word in ranges), 0)
    numbers = sentences.numbers_of(match)
    first, last = (digits_of(some) for some in (numbers[:to], numbers[to:]))
    if not (first and last):
        return False
    return 0 < int(last) - int(first) <= _MOST_OF_RANGE and ends_as_street(sentences, match)


def is_number_of_house(sentences: Sentences, match: re.Match[str]) -> bool:
    """Whether a word for a number has one for a house in it: Hausnummer."""
    named = sentences.of(match)[0].shape
    return any(house in named for one in sentences.setting.languages for house in one.contact("houses"))


def is_house_alone(sentences: Sentences, match: re.Match[str]) -> bool:
    """Whether the word before a number means a house."""
    named = sentences.of(match)[0].shape
    is_one = any(named in one.contact("houses") for one in sentences.setting.languages)
    return is_one and is_house(sentences, match)


@needs(is_turn=True)
def is_asked_number(sentences: Sentences, match: re.Match[str]) -> bool:
    """Whether somebody asks for a number behind a name, a word for a street or one for living somewhere."""
    is_turn = _TURN.search(sentences.text, 0, _words_in(sentences, match, "number")[0].start)
    is_of_street = bool(match["street"]) or not _OF_STREETS.isdisjoint(sentences.signs[: match.start()])
    return is_turn is not None and is_of_street


@needs(is_turn=True, has_capital=True)
def is_asked_where(sentences: Sentences, match: re.Match[str]) -> bool:
    """Whether somebody asks where something is, and the answer begins with a capital letter.

    Figures may also answer a question about living somewhere.
    """
    first, setting = sentences.of(match)[0], sentences.setting
    if not first.capital or _TURN.search(sentences.text, 0, first.start) is None:
        return False
    asked = sentences.text[: first.start]
    question = asked[: max(asked.rfind(sign) for sign in _ASKED) + 1]
    said = {word.shape for word in words_of(question[_beginning(question[:-1]) :])}
    if not said.isdisjoint(word for one in setting.languages for word in one.contact("where")):
        return True
    living = tuple(word for one in setting.languages for name in _ABOUT_LIVING for word in one.contact(name))
    has_figures = any(word.shape.isdecimal() for word in sentences.of(match))
    return has_figures and any(word.startswith(living) for word in said)


def _beginning(question: str) -> int:
    """Where the last sentence of a text begins."""
    return max(question.rfind(sign) for sign in (*_ASKED, ".", "!", ":")) + 1
