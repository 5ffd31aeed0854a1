"""The signs that the words of a text's word may have in `uncounted_numbers`, whatever stands beside it.

A word that may have several has a sign for that.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise

from crosscase.anonymisation.neighbours import Words
from crosscase.anonymisation.uncounted_patterns import (
    ANY,
    LARGE,
    LARGE_NUMBERS,
    NUMBERS,
    RANGE,
    SEVERAL,
    YEAR,
    as_capital,
)
from crosscase.anonymisation.words_of_lists import of_lists
from crosscase.detectors.address_words import NUMBER, SMALL, sign_of
from crosscase.detectors.beside_numbers import is_large, sign_between, sign_in_sentence
from crosscase.detectors.contact_words import telling_sign
from crosscase.detectors.spans import Setting
from crosscase.detectors.spoken_numbers import values
from crosscase.detectors.words import Word, words_of

COUNTED = NUMBERS | LARGE_NUMBERS
_BESIDE = "x"  # a word before and behind another one


class PossibleSigns:
    """The signs of one setting; `read` gives the text of some words as detectors read it."""

    def __init__(self, setting: Setting, read: Callable[[Words], str]) -> None:
        self._setting = setting
        self._read = read
        self._ranges = frozenset(of_lists(setting, "house_ranges"))

    def of(self, word: str) -> str:
        """The signs that the words of a text's word may have, and those between them and beside them."""
        if not word:
            return ""
        text = f"{_BESIDE} {self._read([word])} {_BESIDE}"
        words = words_of(text)
        signs = ""
        for last, one in pairwise(words):
            signs += sign_between(text, last.end, one.start) + self._possible(text, one)
        return signs[:-1]  # without that of the word behind it

    def _possible(self, text: str, word: Word) -> str:
        """A sign for those that a word may have."""
        sign = self._sign_of(text, word)
        return as_capital(sign) if word.capital and sign != ANY else sign

    def _sign_of(self, text: str, word: Word) -> str:
        """The same, as if it had no capital letter."""
        signs = frozenset(self._all(text, word))
        if word.shape.isdecimal() or is_large(word.shape, self._setting):
            return next((large for large in (LARGE, YEAR) if signs == SEVERAL[large]), ANY)
        if signs == SEVERAL[RANGE] and word.shape in self._ranges:
            return RANGE
        if COUNTED.isdisjoint(signs) and any(word.shape in values(one) for one in self._setting.languages):
            return ANY  # a number that is also another word
        if len(signs) == 1:
            return next(iter(signs))
        return next((several for several, some in SEVERAL.items() if signs <= some), ANY)

    def _all(self, text: str, word: Word) -> Iterator[str]:
        """The signs that a word may have: also as it begins a sentence, or beside a number."""
        setting, written = self._setting, text[word.start : word.end].lower()
        sign = sign_of(written, setting)
        of_addresses = {sign}
        if any(values(language).get(word.shape) == 1 for language in setting.languages):
            of_addresses |= {SMALL, NUMBER}
            yield NUMBER
        if word.shape in setting.indefinites:
            of_addresses.add(NUMBER)
        beginning = word._replace(start=0, end=word.end - word.start)
        for sign in of_addresses:
            yield sign_in_sentence(word.shape, telling_sign(text, word, sign, setting), setting, written)
            if word.capital:
                told = telling_sign(text[word.start :], beginning, sign, setting)
                yield sign_in_sentence(word.shape, told, setting, written)
