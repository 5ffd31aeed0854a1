"""Whether a number in figures needs a search for the number of a file, for the triage: most are not near one.

A number with no letter and no other number beside it is that of a file only directly behind a word about files, or
where no more than words that link the two stand between.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from crosscase.anonymisation.neighbours import Words
from crosscase.anonymisation.words_of_lists import WordsOfLists, of_lists
from crosscase.detectors import file_codes, file_numbers, spoken_file_numbers
from crosscase.detectors.code_letters import slashes
from crosscase.detectors.spans import Detector, Setting
from crosscase.detectors.words import WORD, Word, shapes_of, words_of
from crosscase.languages.vocabulary import plain

_SIGNS = ".,;?!…"
_OF_NAME = 4  # words before a number in which a sign such as "no.", or letters in capitals, may stand
_BEFORE_FILE = 12  # words before the number of a file that is one number, of which one is about files
_OF_FILE = 9  # words on each side of a number in which others of the same file stand
_LETTERS_BETWEEN, _ROMAN = 2, re.compile("[ivx]{1,5}")  # letters between the figures of a file
_LETTERS_OF_REGISTER, _MOST_REGISTERS, _SUFFIXES = 4, 3, ("bis", "ter")  # beside the figures of a file
_SIGNS_OF_FILES = "./_–-:"  # behind the letters before the figures of a file
_SPELT, _OF_SPELLING = 3, 10  # letters of a number of a file with few figures, among so many words on each side
_MOST_KNOWN = 2**14  # remembered words


class FiguredFiles:
    """The checks of one setting."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        signs = WordsOfLists(of_lists(setting, "number_signs"))
        self._is_sign = lru_cache(_MOST_KNOWN)(lambda word: any(map(signs.are, shapes_of(word))))
        self._files = WordsOfLists(
            word for language in setting.languages for word in spoken_file_numbers.cue_words(language)
        )
        linking = of_lists(setting, "file_strong", "file_weak", "file_links", "number_signs", "number_words")
        links = frozenset(plain(word) for phrase in linking for word in WORD.findall(phrase))
        self._links = lru_cache(_MOST_KNOWN)(lambda word: links.issuperset(shapes_of(word)))
        self._joins = frozenset(word for phrase in of_lists(setting, "file_joins") for word in phrase.split())
        self._parts = tuple({WORD.findall(part)[0] for part in of_lists(setting, "number_words")})
        self._letters = frozenset(of_lists(setting, "letters")).union(*map(slashes, setting.languages))
        self._is_letter = lru_cache(_MOST_KNOWN)(lambda word: any(map(self._may_be_letter, words_of(word))))
        self._is_about_files = lru_cache(_MOST_KNOWN)(lambda word: any(map(self.may_be_about, shapes_of(word))))

    def may_be_about(self, shape: str) -> bool:
        """Whether a plain word may be about files."""
        return self._files.are(shape) or any(part in shape for part in self._parts)

    def _may_be_letter(self, word: Word) -> bool:
        """Whether a word is a letter or a sign of the number of a file, as the detector of numbers in words counts."""
        is_read = word.capital and spoken_file_numbers.is_read_by_letters(word.shape.upper())
        return is_read or word.shape in self._letters

    def has_sign(self, words: Words, number: int) -> bool:
        """Whether a word such as "no." stands before a number."""
        return any(map(self._is_sign, words[max(0, number - _OF_NAME) : number]))

    def asked(self, words: Words, number: int, near: Words) -> Iterator[Detector]:
        """The detectors of numbers of files that may find a number, by the words around it, some of them `near` it."""
        if self._may_have_file(words, number, near):
            yield file_numbers.find
        if any(word.isupper() and len(word) > 1 for word in words[max(0, number - _OF_NAME) : number]):
            yield file_codes.find
        spelling = words[max(0, number - _OF_SPELLING) : number + _OF_SPELLING]
        if sum(map(self._is_letter, spelling)) >= _SPELT and any(map(self._is_about_files, near)):
            yield spoken_file_numbers.find

    def _may_have_file(self, words: Words, number: int, near: Words) -> bool:
        """Whether a number may be that of a file by the words before it, or by others that may belong to it."""
        if self._follows_file(words, number):
            return True
        start, end = max(0, number - _OF_FILE), number + _OF_FILE
        is_joined = self._are_joined(reversed(words[start:number])) or self._are_joined(words[number + 1 : end])
        is_joined = is_joined or (words[number][1:2].isdecimal() and self._may_be_letters(words, number))
        return is_joined and (any(map(self._is_about_files, near)) or self.has_sign(words, number))

    def _are_joined(self, words: Iterable[str]) -> bool:
        """Whether other figures follow that may be of the same number: letters and small words alone stand between."""
        for word in words:
            if word[:1].isdecimal():
                return True
            is_word = word.isalpha() and word.islower() and len(word) > _LETTERS_BETWEEN and not _ROMAN.fullmatch(word)
            if (is_word or not word) and plain(word) not in self._joins:
                return False
        return False

    def _follows_file(self, words: Words, number: int) -> bool:
        """Whether only words that link the two stand between one about files and a number: case is number 52."""
        for word in reversed(words[max(0, number - _BEFORE_FILE) : number]):
            if self._is_about_files(word):
                return True
            if not self._links(word):
                return False
        return False

    def _may_be_letters(self, words: Words, number: int) -> bool:
        """Whether words beside a number may belong to the number of a file: Hr 52, az 52, Az. 52, 52 bis."""
        if words[number + 1].strip(_SIGNS) in _SUFFIXES:
            return True
        for word in reversed(words[max(0, number - _MOST_REGISTERS) : number]):
            is_short = len(word) <= _LETTERS_BETWEEN
            is_register = word[0].isupper() and len(word) <= _LETTERS_OF_REGISTER
            if is_register or word[-1] in _SIGNS_OF_FILES or (is_short and not self._is_small(word)):
                return True
            if not is_short:
                break
        return False

    def _is_small(self, word: str) -> bool:
        return plain(word) in self._setting.function_words
