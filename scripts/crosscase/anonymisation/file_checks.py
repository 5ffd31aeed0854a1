"""Whether a few numbers, in words or figures, may be the number of a file, for the triage: most stand alone.

Fewer than four numbers are one only together with letters or words for a slash, behind a word such as "client number",
or if the first is a nought; a large number in one word is looked at anyway.
"""

from collections.abc import Callable
from enum import Enum
from functools import lru_cache

from crosscase.anonymisation.neighbours import Words
from crosscase.anonymisation.words_of_lists import of_lists
from crosscase.detectors import spoken_file_numbers
from crosscase.detectors.spans import Setting
from crosscase.detectors.spoken_file_numbers import Kind
from crosscase.detectors.spoken_numbers import values
from crosscase.detectors.words import WORD
from crosscase.languages.vocabulary import plain

_MOST_KNOWN = 200_000  # remembered words
_OF_SPELLING = 3  # words before the last one, which may say how the first of them, a letter, is spelt
_DIRECT = ("file_strong", "number_signs")  # behind which a number alone may be that of a file
_ENDING = 3  # letters behind such a word
_NAMED = 4  # words before a number of which one is for such numbers


class _Part(Enum):
    """What a word of a text may be in the number of a file."""

    NONE = 0
    FILLER = 1
    FIGURES = 2
    NUMBER = 3  # in words
    NOUGHT = 4
    REGISTER = 5  # of a court, behind a number
    SIGN = 6  # or a letter


_TELLING = (_Part.SIGN, _Part.REGISTER, _Part.NOUGHT)


class FileChecks:
    """The checks of one setting; `shapes` gives a word's plain words."""

    def __init__(self, setting: Setting, shapes: Callable[[str], tuple[str, ...]]) -> None:
        self._setting = setting
        self._shapes = shapes
        self._part_of = lru_cache(_MOST_KNOWN)(self._look_up)
        self._before = {word for sign in of_lists(setting, *_DIRECT) for word in WORD.findall(sign)[-1:]}
        self._may_name = lru_cache(_MOST_KNOWN)(self._look_up_name)

    def may_be_one(self, words: Words, first: int, last: int) -> bool:
        """Whether the few numbers between two words may be the number of a file."""
        parts = [self._part_of(word) for word in words[first + 1 : last]]
        if any(part in _TELLING for part in parts):
            return True
        if _Part.NUMBER in parts and any(map(self._may_name, words[max(0, first - _NAMED) : first + 1])):
            return True
        return self._goes_on(words, last, 1) or self._goes_on(words, first, -1)

    def _goes_on(self, words: Words, place: int, step: int) -> bool:
        """Whether a letter, a sign or another number stands beside numbers, perhaps behind small words."""
        while (part := self._part_of(words[place])) is _Part.FILLER:
            place += step
        is_nothing = part is _Part.NONE or (part is _Part.REGISTER and step < 0)
        if not is_nothing or step > 0 or place <= 0:
            return not is_nothing
        last = words[place]
        return any(
            self._part_of(letter) is _Part.SIGN and (last != last.lower() or plain(last).startswith(plain(letter[0])))
            for letter in words[max(0, place - _OF_SPELLING) : place]
        )

    def _look_up_name(self, word: str) -> bool:
        """Whether a number directly behind a word of a text may be that of a file: klantnummer vierhonderd."""
        return any(shape[: len(shape) - n] in self._before for shape in self._shapes(word) for n in range(_ENDING + 1))

    def _look_up(self, word: str) -> _Part:
        """What a word of a text may be."""
        shapes, languages = self._shapes(word), self._setting.languages
        capitals = [part for part in WORD.findall(word) if part[0].isupper()]
        if any(map(spoken_file_numbers.is_read_by_letters, capitals)):
            return _Part.SIGN
        if any(len(part) == spoken_file_numbers.OF_COURT for part in capitals):
            return _Part.REGISTER
        if len(shapes) == 1 and shapes[0].isdecimal():
            return _Part.FIGURES
        if any(values(language).get(shape) == 0 for language in languages for shape in shapes):
            return _Part.NOUGHT
        kinds = {spoken_file_numbers.kind_of(shape, language) for language in languages for shape in shapes}
        if Kind.LETTER in kinds or Kind.SIGN in kinds:
            return _Part.SIGN
        if Kind.NUMBER in kinds:
            return _Part.NUMBER
        is_letter = any(len(shape) == 1 for shape in shapes)  # l'ha, a hundred
        return _Part.FILLER if Kind.FILLER in kinds or is_letter else _Part.NONE
