"""What a word for what a study compares means: its English word, its plural, and whether a heading is such a word."""

import re

from crosscase.languages.vocabulary import plain
from crosscase.messages.wording import plural_of
from crosscase.storage.text_form import fold
from crosscase.study import group_words
from crosscase.study.group_words import WORDS

COUNTRY = group_words.COUNTRY
BETWEEN = "/"  # the word for one and that for many, as the user gives them
_LETTERS_OF_STEM = 4
_ENDING = 3  # letters that singular and plural of a word may differ in


def one_and_many(by: str) -> tuple[str, str, bool]:
    """The words for one and for many of what is compared, and whether the second is a guess.

    Any English word for countries is that of a study of countries. The plural of an English word is regular.
    """
    one, between, many = (part.strip() for part in by.partition(BETWEEN))
    if not between and one and plain(one) in map(plain, ("country", "countries", "nation", "nations")):
        return COUNTRY, plural_of(COUNTRY), False
    is_english = not one or canonical(one) == fold(one)
    return one, many or (plural_of(one) if one else ""), not many and not is_english


def canonical(word: str) -> str:
    """The English word for what is compared, in singular; a word that no list has is itself."""
    wanted = _form(word)
    return next((english for english in WORDS if wanted in _forms(english)), word)


def means(heading: str, by: str) -> bool:
    """Whether a heading is the word for what is compared, in one of many languages, in singular or plural."""
    if not by or not heading.strip():
        return False
    form, english = _form(heading), canonical(by)
    return form in _forms(english) if english in WORDS else _is_form_of(form, _form(by))


def _forms(english: str) -> set[str]:
    return {_form(word) for word in (english, *WORDS[english])}


def _form(word: str) -> str:
    return plain(" ".join(re.split(r"[\W_]+", word))).strip()


def _is_form_of(one: str, other: str) -> bool:
    """Whether two words are equal but for the ending of a plural."""
    shared = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    longest = max(len(one), len(other))
    return one == other or (shared >= _LETTERS_OF_STEM and longest - shared <= _ENDING and one != "" != other)
