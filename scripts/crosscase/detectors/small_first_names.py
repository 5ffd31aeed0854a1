"""Common first names in small letters, as hurried typing has them: then annegret bolz said no.

A person decides. What follows such a name and is in no vocabulary belongs to it, as a surname may.
"""

from collections.abc import Iterator

from crosscase.detectors.first_names import is_first_name, is_ordinary_in_small_letters, may_be_name
from crosscase.detectors.spans import Setting, Span
from crosscase.detectors.suspicion import COMMON_NAME
from crosscase.detectors.words import words_of
from crosscase.languages.vocabulary import plain


def find(text: str, setting: Setting) -> Iterator[Span]:
    """First names in small letters, with the word behind each that may be a surname."""
    words = words_of(text)
    for place, word in enumerate(words):
        if not word.capital and is_first_name(text[word.start : word.end], setting):
            behind = words[place + 1 : place + 2]
            has_surname = behind and text[word.end : behind[0].start] == " "
            surname = text[behind[0].start : behind[0].end] if has_surname else ""
            has_surname = may_be_name(surname, setting) and not is_ordinary_in_small_letters(surname, setting)
            end = behind[0].end if has_surname else word.end
            yield Span(word.start, end, "PERSON", plain(text[word.start : end]), COMMON_NAME)
