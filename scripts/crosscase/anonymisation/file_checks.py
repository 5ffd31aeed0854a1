"""Whether a few numbers, in words or figures, may be the number of a file, for the triage: most stand alone.

Fewer than four numbers are one only together with letters or words for a slash, behind a word such as "client number",
or if the first is a nought; a large number in one word is looked at anyway.
"""

from collections.abc import Callable
from enum import Enum
from functools import lru_cache

from crosscase.anonymisation.neighbours import Neighbours, Words
from crosscase.detectors import spoken_file_numbers
from crosscase.detectors.spans import Setting
from crosscase.detectors.spoken_file_numbers import Kind
from crosscase.detectors.spoken_numbers import values
from crosscase.languages.vocabulary import plain

_MOST_KNOWN = 200_000  # remembered words
_OF_SPELLING = 3  # words before the last one, which may say how the first of them, a letter, is spelt
_NAMED = 10  # words before a number of which one is for such numbers


class _Part(Enum):
    """What a word of a text may be in the number of a file."""

    NONE = 0
    FILLER = 1
    FIGURES = 2
    NUMBER = 3  # in words
    NOUGHT = 4
    SIGN = 5  # or a letter


class FileChecks:
    """The checks of one setting; `shapes` gives a word's plain words."""

    def __init__(self, setting: Setting, neighbours: Neighbours, shapes: Callable[[str], tuple[str, ...]]) -> None:
        self._setting = setting
        self._neighbours = neighbours
        self._shapes = shapes
        self._part_of = lru_cache(_MOST_KNOWN)(self._look_up)

    def may_be_one(self, words: Words, first: int, last: int) -> bool:
        """Whether the few numbers between two words may be the number of a file."""
        parts = [self._part_of(word) for word in words[first + 1 : last]]
        if _Part.SIGN in parts or _Part.NOUGHT in parts:
            return True
        is_named = not self._neighbours.about_files.isdisjoint(words[max(0, first - _NAMED) : first + 1])
        if is_named and _Part.NUMBER in parts:
            return True
        return self._goes_on(words, last, 1) or self._goes_on(words, first, -1)

    def _goes_on(self, words: Words, place: int, step: int) -> bool:
        """Whether a letter, a sign or another number stands beside numbers, perhaps behind small words."""
        while (part := self._part_of(words[place])) is _Part.FILLER:
            place += step
        if part is not _Part.NONE or step > 0 or place <= 0:
            return part is not _Part.NONE
        last = words[place]
        letters = self._neighbours.single.intersection(words[max(0, place - _OF_SPELLING) : place])
        return any(last != last.lower() or plain(last).startswith(self._shapes(letter)) for letter in letters)

    def _look_up(self, word: str) -> _Part:
        """What a word of a text may be."""
        shapes, languages = self._shapes(word), self._setting.languages
        if word != word.lower() and any(len(shape) <= spoken_file_numbers.MOST_LETTERS for shape in shapes):
            return _Part.SIGN
        if len(shapes) == 1 and shapes[0].isdecimal():
            return _Part.FIGURES
        if any(values(language).get(shape) == 0 for language in languages for shape in shapes):
            return _Part.NOUGHT
        kinds = {spoken_file_numbers.kind_in_number(shape, language) for language in languages for shape in shapes}
        if Kind.LETTER in kinds or Kind.SIGN in kinds:
            return _Part.SIGN
        if Kind.NUMBER in kinds:
            return _Part.NUMBER
        return _Part.FILLER if Kind.FILLER in kinds else _Part.NONE
