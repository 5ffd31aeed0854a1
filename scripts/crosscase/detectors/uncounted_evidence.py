"""What a number needs besides a pattern of signs to be that of a house, a file or a birth, and no amount.

`uncounted_numbers` says what these numbers are.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from crosscase.detectors.address_words import CORNER, LETTER, NUMBER, PART
from crosscase.detectors.beside_numbers import COUNTS, LIVES, STOP, Sentences
from crosscase.detectors.contact_words import NAMED
from crosscase.detectors.evidence_needs import needs
from crosscase.detectors.said_addresses import is_in_small_letters
from crosscase.detectors.spoken_numbers import digits_of
from crosscase.detectors.words import Word, value_of

OF_PLACES = LIVES + CORNER + PART  # say where something is
_FEWEST_OF_FILE, _FEWEST_OF_LONG = 3, 5  # digits
_MOST_OF_HOUSE, _MOST_OF_RANGE = 1000, 10
_SHORTEST_OF_NAME = 4  # letters
FEWEST_LETTERS = 3  # of a name that is spelt
_PLURAL = "s"
_WITH_LETTER = re.compile(r"\d+[^\W\d_]")
_YEAR = re.compile(r"(?:19|20)\d\d")


@needs(LIVES, is_large=True)
def lives(sentences: Sentences, match: re.Match[str]) -> bool:
    """Whether the sentence is about living somewhere, and the number is too large to count something in passing."""
    return LIVES in sentences.sentence_of(match) and _is_large(sentences.numbers_of(match))


def _is_large(numbers: Sequence[int | str]) -> bool:
    return any(value_of(number) >= COUNTS for number in numbers)


def lives_at(sentences: Sentences, match: re.Match[str]) -> bool:
    """Whether the sentence is about living somewhere or a corner, before a number of any size."""
    return not {LIVES, CORNER}.isdisjoint(sentences.sentence_of(match))


@needs(has_capital=True, is_within=True)
def has_capital(sentences: Sentences, match: re.Match[str]) -> bool:
    """Whether a word has a capital letter within a sentence, where nouns have none, or is no ordinary one."""
    setting, begins = sentences.setting, match.string[: match.start()][-1:] in ("", STOP)
    capital = any(word.capital and not _is_abbreviation(sentences, word) for word in sentences.of(match)[begins:])
    return capital and (NAMED in match[0] or not setting.articles)


def _is_abbreviation(sentences: Sentences, word: Word) -> bool:
    return sentences.text[word.start : word.end].isupper()


@needs(LIVES + CORNER, has_capital=True, is_within=True)
def is_named(sentences: Sentences, match: re.Match[str]) -> bool:
    """Whether somebody lives there, and a word has a capital letter."""
    is_small = all(value_of(number) < _MOST_OF_HOUSE for number in sentences.numbers_of(match))
    return is_small and has_capital(sentences, match) and lives_at(sentences, match)


@needs(OF_PLACES)
def is_placed(sentences: Sentences, match: re.Match[str]) -> bool:
    """Whether the sentence says where something is: on the left, at the corner, lives; but not "the third" alone."""
    start = sentences.signs.rfind(STOP, 0, match.start()) + 1
    end = start + len(sentences.sentence_of(match))
    languages = sentences.setting.languages
    adjectives = {word for language in languages for word in language.contact("flat_adjectives")}
    words = range(bisect_left(sentences.places, start), bisect_left(sentences.places, end))
    return any(
        sentences.signs[sentences.places[n]] in OF_PLACES and sentences.words[n].shape not in adjectives for n in words
    )


@needs(is_range=True)
def is_range(sentences: Sentences, match: re.Match[str]) -> bool:
    """Whether a word such as "to" stands between two numbers that may be of neighbouring houses."""
    *_, last = numbers = [value_of(number) for number in sentences.numbers_of(match)]
    words = sentences.of(match)
    ranges = {word for language in sentences.setting.languages for word in language.contact("house_ranges")}
    return words[-2].shape in ranges and len(numbers) > 1 and 0 < last - numbers[0] <= _MOST_OF_RANGE


@needs(is_large=True)
def is_of_house(sentences: Sentences, match: re.Match[str]) -> bool:
    """Whether a number is too large to count something in passing before a floor or a flat."""
    return _is_large(sentences.numbers_of(match))


def is_the_house(sentences: Sentences, match: re.Match[str]) -> bool:
    """Whether an article, and no preposition, stands between a number and a house: twenty-three, the house with."""
    place = bisect_left(sentences.places, match.end("own"))
    articles = {article for one in sentences.setting.languages for article in one.contact("definite_articles")}
    return sentences.words[place].shape in articles | sentences.setting.determiners | sentences.setting.articles


@needs(LETTER, FEWEST_LETTERS)
def is_spelt(sentences: Sentences, match: re.Match[str]) -> bool:
    """Whether letters are said in the sentence."""
    return sentences.sentence_of(match).count(LETTER) >= FEWEST_LETTERS


@needs(is_large=True)
def is_put_right(sentences: Sentences, match: re.Match[str]) -> bool:
    """Whether one of several numbers of which one puts the other right is large, and none is a year."""
    numbers = sentences.numbers_of(match)
    return _is_large(numbers) and not _YEAR.match(digits_of(numbers))


def is_file(sentences: Sentences, match: re.Match[str]) -> bool:
    """Whether numbers have as many digits as that of a file."""
    return len(digits_of(sentences.numbers_of(match))) >= _FEWEST_OF_FILE


def is_long_file(sentences: Sentences, match: re.Match[str]) -> bool:
    """Whether numbers in words have so many digits as hardly a count has."""
    return len(digits_of(sentences.numbers_of(match))) >= _FEWEST_OF_LONG


def are_two(sentences: Sentences, match: re.Match[str]) -> bool:
    """Whether at least two digits are among the parts of a number that several slashes separate."""
    return len(digits_of(sentences.numbers_of(match))) > 1


@needs(LETTER)
def is_code(sentences: Sentences, match: re.Match[str]) -> bool:
    """Whether letters and several numbers are the number of a file."""
    return LETTER in match[0] and match[0].count(NUMBER) > 1 and is_file(sentences, match)


@needs(is_genitive=True)
def is_genitive(sentences: Sentences, match: re.Match[str]) -> bool:
    """Whether a genitive stands behind an article of another case, where the word for a street is left out."""
    words = sentences.of(match)
    before = sentences.words[bisect_left(sentences.places, match.start("own")) - 1]
    return any(
        before.shape in language.contact("street_articles")
        and words[0].shape.endswith(tuple(language.contact("street_genitives")))
        for language in sentences.setting.languages
        if language.contact("street_genitives")
    )


@needs(is_large=True, is_small=True)
def is_bare_genitive(sentences: Sentences, match: re.Match[str]) -> bool:
    """Whether a genitive without an article stands before figures, in small letters."""
    (word, *_), languages = sentences.of(match), sentences.setting.languages
    endings = tuple(ending for language in languages for ending in language.contact("street_genitives"))
    return word.shape.endswith(endings) and _has_figures(sentences, match) and _is_small(sentences)


@needs(is_large=True, is_small=True)
def is_small_house(sentences: Sentences, match: re.Match[str]) -> bool:
    """Whether a number that is large stands in small letters, which tell no name."""
    return is_of_house(sentences, match) and is_house(sentences, match) and _is_small(sentences)


@needs(is_large=True, is_small=True)
def is_small_name(sentences: Sentences, match: re.Match[str]) -> bool:
    """The same behind two words, neither as short as a pronoun nor of the grammar: alte furt, but not nam zasiłek."""
    setting = sentences.setting
    others = setting.grammar | setting.verbs | setting.predicates
    are_long = all(len(one.shape) >= _SHORTEST_OF_NAME and one.shape not in others for one in sentences.of(match)[:2])
    return are_long and is_small_house(sentences, match)


@needs(is_small=True)
def is_small_street(sentences: Sentences, match: re.Match[str]) -> bool:
    """Whether a number, perhaps a small one, stands in small letters behind a word for streets."""
    return is_house(sentences, match) and _is_small(sentences)


@needs(is_large=True, is_small=True)
def is_small_place(sentences: Sentences, match: re.Match[str]) -> bool:
    """The same behind a preposition, which an article is not: la febbre trentanove."""
    setting = sentences.setting
    before = sentences.words[bisect_left(sentences.places, match.start("own")) - 1].shape
    articles = {article for language in setting.languages for article in language.contact("definite_articles")}
    articles |= setting.articles | setting.determiners | setting.indefinites
    return before not in articles and is_small_house(sentences, match)


@needs(LIVES + CORNER, is_small=True)
def is_small_home(sentences: Sentences, match: re.Match[str]) -> bool:
    """Whether figures stand in small letters in a sentence about living somewhere."""
    return lives_at(sentences, match) and _has_figures(sentences, match) and is_small_street(sentences, match)


@needs(is_small=True)
def is_slashed(sentences: Sentences, match: re.Match[str]) -> bool:
    """Whether a slash stands between two numbers in figures, in small letters, and they are no part of a date."""
    *_, one, other = sentences.of(match)
    is_pair = sentences.text[one.end : other.start] == "/" and one.shape.isdecimal()
    return is_pair and not _YEAR.match(other.shape) and is_small_street(sentences, match)


@needs(has_capital=True)
def is_answer(sentences: Sentences, match: re.Match[str]) -> bool:
    """Whether an answer of a name and a number begins with a capital letter."""
    return sentences.of(match)[0].capital


def _is_small(sentences: Sentences) -> bool:
    return is_in_small_letters(sentences.text, sentences.setting)


@needs(is_large=True)
def ends_as_street(sentences: Sentences, match: re.Match[str]) -> bool:
    """Whether a large number stands before a word in the singular, which it cannot count."""
    return _is_large(sentences.numbers_of(match)) and not sentences.of(match)[-2].shape.endswith(_PLURAL)


def is_house(sentences: Sentences, match: re.Match[str]) -> bool:
    """Whether figures are no part of something else, such as a number plate."""
    words = [word.shape for word in sentences.of(match)]
    return all(word.isdecimal() or word.isalpha() or _WITH_LETTER.fullmatch(word) for word in words)


@needs(PART, is_large=True)
def are_parts(sentences: Sentences, match: re.Match[str]) -> bool:
    """Whether a word is a part of a house that is nothing else, and a number is large or in figures."""
    return PART in match[0] and _has_figures(sentences, match)


@needs(is_large=True, has_capital=True)
def is_titled(sentences: Sentences, match: re.Match[str]) -> bool:
    """Whether a word has a capital letter within a sentence, before a number that is large or in figures.

    In a language whose nouns have none.
    """
    first = sentences.of(match)[0]
    is_title = not sentences.setting.articles and first.capital and not _is_abbreviation(sentences, first)
    return is_title and _has_figures(sentences, match)


def _has_figures(sentences: Sentences, match: re.Match[str]) -> bool:
    """Whether a number is in figures, or large."""
    return any(word.shape.isdecimal() for word in sentences.of(match)) or _is_large(sentences.numbers_of(match))


def always(_: Sentences, __: re.Match[str]) -> bool:
    """Whether a pattern suffices."""
    return True
