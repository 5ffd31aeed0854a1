"""Patterns for words of a language in which any letter may have its accents or lack them: ulice, Straße, οδος."""

import re
from collections.abc import Iterable

_ACCENTED = {
    "a": "aáàâäåąãª", "c": "cčćç", "d": "dď", "e": "eéèêëěę", "i": "iíìïî", "l": "lł", "n": "nńñň", "o": "oóòôõöøőº",
    "r": "rř", "s": "sšś", "t": "tť", "u": "uúùûůüű", "y": "yý", "z": "zžźż",
    "α": "αά", "ε": "εέ", "η": "ηή", "ι": "ιίϊΐ", "ο": "οό", "υ": "υύϋΰ", "ω": "ωώ", "σ": "σς",
}  # fmt: skip
_SPELT_OUT = {"ss": "(?:ss|ß)", "ae": "(?:ae|æ)"}
_SPACES = r"\s+"
_LETTERS = re.compile("ss|ae|.", re.DOTALL)


def any_of(words: Iterable[str]) -> str:
    """A pattern for one of some plain words, the longest first; it matches nothing if there are none.

    A space in a word matches any space, or none after a point: č.j., č. j.
    """
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(spelt, ordered))})" if ordered else "(?!)"


def spelt(word: str) -> str:
    """A pattern for one plain word."""
    pieces = "".join(_SPELT_OUT.get(letters) or _letter(letters) for letters in _LETTERS.findall(word))
    return pieces.replace(r"\.", r"\.\s*").replace(r"\s*\s+", r"\s*")


def _letter(letter: str) -> str:
    if letter == " ":
        return _SPACES
    return f"[{_ACCENTED[letter]}]" if letter in _ACCENTED else re.escape(letter)
