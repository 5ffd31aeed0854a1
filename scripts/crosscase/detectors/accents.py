"""Patterns for words of a language in which any letter may have its accents or lack them: ulice, Straße, οδος.

They have plain letters alone and go over a text `without_accents`, in which every character keeps its place. To make
patterns with sets of accented letters takes ten times as long, and every step makes them anew.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

_SPELT_OUT = {"ss": "(?:ss|ß)", "ae": "(?:ae|æ)"}
_ALIKE = {written: letters[0] for letters, written in _SPELT_OUT.items()}
_SPACES = r"\s+"
_LETTERS = re.compile("ss|ae|.", re.DOTALL)
_WITHOUT_MARK = str.maketrans("łŁøØđĐªºςı", "lLoOdDaoσi")  # letters that Unicode does not take apart


class _Plain(dict[int, int]):
    """The letter without its accents by the number of each character; learnt as characters come."""

    def __missing__(self, character: int) -> int:
        parts = unicodedata.normalize("NFD", chr(character))
        is_accented = chr(character).isalpha() and len(parts) > 1 and all(map(unicodedata.combining, parts[1:]))
        return self.setdefault(character, ord(parts[0]) if is_accented else character)


_PLAIN = _Plain(_WITHOUT_MARK)


@lru_cache(4)
def without_accents(text: str) -> str:
    """A text whose letters have no accents; every character keeps its place and its case."""
    return text if text.isascii() else text.translate(_PLAIN)


def any_plain(words: Iterable[str]) -> str:
    """A pattern for one of some plain words, the longest first; it matches nothing if there are none.

    A space in a word matches any space, or none after a point: č.j., č. j.
    """
    ordered = sorted({word.replace(". ", ".") for word in words}, key=lambda word: (-len(word), word))
    return f"(?:{_one_of(list(map(_pieces, ordered)))})" if ordered else "(?!)"


def _pieces(word: str) -> list[str]:
    """The patterns of a plain word's letters."""
    return [_SPELT_OUT.get(letter) or _letter(letter) for letter in _LETTERS.findall(word)]


def _one_of(words: Sequence[Sequence[str]]) -> str:
    """A pattern for one of some words; a beginning that several share is tried once, which is several times as fast."""
    by_first: dict[str, list[Sequence[str]]] = {}
    for first, *rest in filter(None, words):
        by_first.setdefault(first, []).append(rest)
    if any(spelt_out in by_first and first in by_first for spelt_out, first in _ALIKE.items()):
        return "|".join(map("".join, words))  # in their order: one place may fit two beginnings
    patterns = [
        first + (_one_of(rests) if len(rests) == 1 else f"(?:{_one_of(rests)})") for first, rests in by_first.items()
    ]
    return "|".join([*patterns, ""] if [] in words else patterns)


def _letter(letter: str) -> str:
    if letter == " ":
        return _SPACES
    if letter == ".":
        return r"\.\s*"
    return re.escape(letter)
