"""The letters of the numbers of files, beside figures that are said: vier null null neun strich e, p l dash three."""

from functools import cache

from crosscase.detectors.spans import Setting
from crosscase.detectors.spoken_numbers import values
from crosscase.detectors.words import Word
from crosscase.languages.ordinary_words import Vocabulary
from crosscase.languages.vocabulary import Language


def is_letter(shape: str, language: Language) -> bool:
    """Whether a plain word is a letter or the name of one."""
    return len(shape) == 1 or shape in language.contact("letters")


def is_letter_behind(word: Word, last: Word, language: Language) -> bool:
    """Whether a letter stands behind a number or a word for a sign: vier null null neun strich e, seven four x."""
    if word.end - word.start != 1 or not word.shape.isalpha():
        return False
    is_number = last.shape in values(language) or last.shape.isdecimal()
    return last.shape in slashes(language) or (is_number and not _is_word(word.shape, language))


def _is_word(letter: str, language: Language) -> bool:
    """Whether a letter is also a word of the grammar: a, e, v."""
    small = (language.prepositions, language.particles, language.articles, language.conjunctions, language.determiners)
    listed = (*language.contact("number_joins"), *language.contact("file_links"), *language.contact("file_joins"))
    return letter in listed or any(letter in words for words in small)


def may_be_letters(written: str, shape: str, setting: Setting) -> bool:
    """Whether a short word may be letters of a code: a letter, the name of one, or what is in no vocabulary."""
    if any(shape in language.contact("letters") for language in setting.languages):
        return True
    is_word = shape in setting.grammar or any(_is_word(shape, language) for language in setting.languages)
    return not is_word and (
        len(shape) == 1 or not Vocabulary.of(setting.languages).is_ordinary_in_small_letters(written.lower())
    )


@cache
def slashes(language: Language) -> frozenset[str]:
    """Words for a slash, a hyphen and a point, also the parts of those of several words."""
    listed = [word for name in ("slashes", "spoken_hyphens", "spoken_dot") for word in language.contact(name)]
    return frozenset(word for phrase in listed for word in phrase.split())
