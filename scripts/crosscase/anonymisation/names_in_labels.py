"""Names in labels that are ordinary words, too, and that the words beside them show: Headteacher Rose, Will Smith.

A label has no sentence around it, and its capitals prove little (Title Case). What shows a name, though:

1. A role or a title directly before a first name, which ends the label, or before a word in small letters: Nurse Joy.
   In "Teacher Mark Schemes" another capital follows.
2. A short form of a name before a common family name: Will Smith. With a first name that is none (Mark Young)
   `words_in_names` has seen it.
3. A genitive behind a short form: Mo's idea. Behind a common name `words_in_names` has seen it.
4. A verb such as "said" beside a short form: what Jo said.

Short forms are those of `short_names` of the languages: most are ordinary words, or in no list of common names.
"""

import re
from collections.abc import Iterator, Sequence

from crosscase.detectors.spans import Setting, Span
from crosscase.detectors.words import Word, words_of
from crosscase.detectors.words_in_names import DOUBT
from crosscase.languages.ordinary_words import Vocabulary
from crosscase.languages.vocabulary import is_role

_BESIDE = re.compile(r"\.?[ \u00a0]+|[-‐‑]")
_GENITIVE = re.compile(r"['’][sS](?!\w)")


def find(text: str, setting: Setting) -> Iterator[Span]:
    """The names in a label, each alone or with the family name behind it."""
    words = words_of(text)
    for place, word in enumerate(words):
        if not _is_written_as_name(text, word):
            continue
        behind = words[place + 1] if _follows(text, words, place) else None
        is_short = word.shape in setting.short_names
        if is_short and behind and _is_family_name(text, behind, setting) and _ends(text, words, place + 1):
            yield _span(text, word, behind)
            continue
        is_shown = is_short and (_GENITIVE.match(text, word.end) or _is_beside_speech(words, place, setting))
        is_name = is_short or _is_first_name(text, word, setting)
        if is_shown or (is_name and _is_behind_person(text, words, place, setting)):
            yield _span(text, word, word)


def _is_written_as_name(text: str, word: Word) -> bool:
    written = text[word.start : word.end]
    return written[0].isupper() and written[1:].islower()


def _follows(text: str, words: Sequence[Word], place: int) -> bool:
    """Whether the next word stands directly behind this one."""
    if place + 1 >= len(words):
        return False
    return _BESIDE.fullmatch(text, words[place].end, words[place + 1].start) is not None


def _ends(text: str, words: Sequence[Word], place: int) -> bool:
    """Whether a name may end with this word: at the end, before a sign, or before a word in small letters."""
    return not (_follows(text, words, place) and words[place + 1].capital)


def _is_first_name(text: str, word: Word, setting: Setting) -> bool:
    return Vocabulary.of(setting.languages).is_first_name(text[word.start : word.end])


def _is_family_name(text: str, word: Word, setting: Setting) -> bool:
    return _is_written_as_name(text, word) and Vocabulary.of(setting.languages).is_name(text[word.start : word.end])


def _is_behind_person(text: str, words: Sequence[Word], place: int, setting: Setting) -> bool:
    """Whether a role or a title stands directly before a name that may end here."""
    if not place or not _follows(text, words, place - 1) or not _ends(text, words, place):
        return False
    role = words[place - 1].shape
    return role in setting.titles or any(is_role(role, language) for language in setting.languages)


def _is_beside_speech(words: Sequence[Word], place: int, setting: Setting) -> bool:
    beside = [words[other].shape for other in (place - 1, place + 1) if 0 <= other < len(words)]
    return not setting.speaking.isdisjoint(beside)


def _span(text: str, first: Word, last: Word) -> Span:
    return Span(first.start, last.end, "PERSON", text[first.start : last.end].lower(), DOUBT)
