"""Parts of the names of people in the list of further names, which results must not contain: a first name, a surname.

Whole names of the register are searched for in all their parts. Of a name in that list a part may be left in passages
where it is an ordinary word, or a common name in small letters. So the leak search gets

1. as a listed name a part of which a word is in no vocabulary: it is replaced wherever it stands;
2. as a part (`PART`) any other that is no ordinary word of the study's languages: it counts with a capital letter.
   With one it is replaced in passages, or waits.
"""

from collections.abc import Iterator

from crosscase.detectors.listed import ListedNames
from crosscase.detectors.listed_parts import is_distinct
from crosscase.detectors.words import WORD
from crosscase.languages.ordinary_words import Vocabulary
from crosscase.languages.vocabulary import load

PART = "PART"  # type of a part of somebody's name that is a common name
_PERSON = "PERSON"
_ENGLISH = "en"  # the language of the results
_SHORTEST = 3  # letters of a word of a name


def find(names: ListedNames) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """The parts, each with its type and with the languages that decline it."""
    codes = dict.fromkeys([_ENGLISH, *(code for name in names.identifiers for code in name.languages)])
    vocabulary = Vocabulary.of(tuple(map(load, codes)))
    for name in names.identifiers:
        if not name.part or name.kind != _PERSON:
            continue
        if is_distinct(name, vocabulary):
            yield _PERSON, name.form, name.languages
        elif any(
            len(word) >= _SHORTEST and not vocabulary.is_ordinary_in_small_letters(word.lower())
            for word in WORD.findall(name.form)
        ):
            yield PART, name.form, name.languages
