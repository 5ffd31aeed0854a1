"""Patterns for words of a language in which any letter may have its accents or lack them: ulice, Straße, οδος.

`any_of` goes over a text as it is. `any_plain` is made ten times as fast, and goes over a text `without_accents`.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

_ACCENTED = {
    "a": "aáàâäåąãªă", "c": "cčćç", "d": "dďđ", "e": "eéèêëěę", "g": "gğ", "i": "iíìïîı", "l": "lł", "n": "nńñň",
    "o": "oóòôõöøőº",    "r": "rř", "s": "sšśşș", "t": "tťţț", "u": "uúùûůüű", "y": "yý", "z": "zžźż",
    "α": "αά", "ε": "εέ", "η": "ηή", "ι": "ιίϊΐ", "ο": "οό", "υ": "υύϋΰ", "ω": "ωώ", "σ": "σς",
    "г": "гґ", "и": "ий", "і": "ії",
}  # fmt: skip
_SPELT_OUT = {"ss": "(?:ss|ß)", "ae": "(?:ae|æ)"}
_ALIKE = {written: (letters[0], f"[{_ACCENTED[letters[0]]}]") for letters, written in _SPELT_OUT.items()}
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


def any_of(words: Iterable[str]) -> str:
    """A pattern for one of some plain words, the longest first; it matches nothing if there are none.

    A space in a word matches any space, or none after a point: č.j., č. j.
    """
    return _any(words, accented=True)


def any_plain(words: Iterable[str]) -> str:
    """The same pattern for a text without accents."""
    return _any(words, accented=False)


def _any(words: Iterable[str], accented: bool) -> str:
    ordered = sorted({word.replace(". ", ".") for word in words}, key=lambda word: (-len(word), word))
    return f"(?:{_one_of([_pieces(word, accented) for word in ordered])})" if ordered else "(?!)"


def _pieces(word: str, accented: bool) -> list[str]:
    """The patterns of a plain word's letters."""
    return [_SPELT_OUT.get(letter) or _letter(letter, accented) for letter in _LETTERS.findall(word)]


def _one_of(words: Sequence[Sequence[str]]) -> str:
    """A pattern for one of some words; a beginning that several share is tried once, which is several times as fast."""
    by_first: dict[str, list[Sequence[str]]] = {}
    for first, *rest in filter(None, words):
        by_first.setdefault(first, []).append(rest)
    if any(spelt_out in by_first and by_first.keys() & firsts for spelt_out, firsts in _ALIKE.items()):
        return "|".join(map("".join, words))  # in their order: one place may fit two beginnings
    patterns = [
        first + (_one_of(rests) if len(rests) == 1 else f"(?:{_one_of(rests)})") for first, rests in by_first.items()
    ]
    return "|".join([*patterns, ""] if [] in words else patterns)


def _letter(letter: str, accented: bool) -> str:
    if letter == " ":
        return _SPACES
    if letter == ".":
        return r"\.\s*"
    return f"[{_ACCENTED[letter]}]" if accented and letter in _ACCENTED else re.escape(letter)
