"""Words that have a capital letter though they are no names: months, nationalities, words of the grammar."""

from functools import lru_cache

from crosscase.detectors.spans import Setting
from crosscase.languages.lemmas import lemmas
from crosscase.languages.ordinary_words import Vocabulary
from crosscase.languages.vocabulary import plain

_CAPITAL_MONTHS = frozenset({"de", "el", "en", "tr"})  # languages that write months and days with capital letters
_MOST_KNOWN = 2**14  # remembered words


@lru_cache(_MOST_KNOWN)
def is_excepted(written: str, setting: Setting) -> bool:
    """Whether a word has a capital letter but is no name, such as a month.

    A common first name is one where its language writes the month or the day with a small letter: Julio, o Marco.
    """
    shape = plain(written)
    if shape not in setting.excepted or not Vocabulary.of(setting.languages).is_first_name(written):
        return shape in setting.excepted
    listed = any(shape in lists.ordinary | lists.months | lists.titles for lists in setting.languages)
    return listed and not _is_small(written, setting)


def is_function_word(written: str, setting: Setting) -> bool:
    """Whether a word of the grammar is written within a sentence, and no first name: hans, his, but Hans."""
    is_name = Vocabulary.of(setting.languages).is_first_name(written)
    return plain(written) in setting.function_words and not (is_name and _is_small(written, setting))


def _is_small(written: str, setting: Setting) -> bool:
    """Whether a language of a text writes a word with a small letter, also if it is a month or a day."""
    languages = (language for language in setting.languages if language.code not in _CAPITAL_MONTHS)
    found = (lemmas(language.code)(language.lower(written)) for language in languages)
    return any(lemma is not None and lemma[:1].islower() for lemma in found)
