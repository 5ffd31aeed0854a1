"""Patterns for words of a language in which any letter may have its accents or lack them: ulice, Straße, οδος."""

import re
from collections.abc import Iterable
from typing import Any

_ACCENTED = {
    "a": "aáàâäåąãª", "c": "cčćç", "d": "dď", "e": "eéèêëěę", "i": "iíìïî", "l": "lł", "n": "nńñň", "o": "oóòôõöøőº",
    "r": "rř", "s": "sšś", "t": "tť", "u": "uúùûůüű", "y": "yý", "z": "zžźż",
    "α": "αά", "ε": "εέ", "η": "ηή", "ι": "ιίϊΐ", "ο": "οό", "υ": "υύϋΰ", "ω": "ωώ", "σ": "σς",
}  # fmt: skip
_SPELT_OUT = {"ss": "(?:ss|ß)", "ae": "(?:ae|æ)"}
_END = ""  # of a word
_SPACES = r"\s+"
_BARE = {ord(letter): bare for bare, letters in _ACCENTED.items() for letter in letters}
_LETTERS = re.compile("ss|ae|.", re.DOTALL)


def any_of(words: Iterable[str]) -> str:
    """A pattern for one of some plain words, the longest first; it matches nothing if there are none.

    A space in a word matches any space, or none after a point: č.j., č. j.
    """
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(spelt, ordered))})" if ordered else "(?!)"


def any_of_many(words: Iterable[str]) -> str:
    """A pattern for one of hundreds of plain words in a text without accents: by their common beginnings.

    It is compiled many times as fast as one in which each letter may have its accents.
    """
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for letters in _LETTERS.findall(word):
            node = node.setdefault(letters, {})
        node[_END] = {}
    return _branches(tree) or "(?!)"


def _branches(node: dict[str, Any]) -> str:
    """A pattern for what follows a common beginning; the longer words are tried first."""
    followed = [
        (_SPELT_OUT.get(letters) or (_SPACES if letters == " " else re.escape(letters))) + _branches(behind)
        for letters, behind in sorted(node.items())
        if letters != _END
    ]
    if len(followed) == 1 and _END not in node:
        return followed[0]
    return f"(?:{'|'.join(followed)})" + ("?" if _END in node else "") if followed else ""


def spelt(word: str) -> str:
    """A pattern for one plain word."""
    pieces = "".join(_SPELT_OUT.get(letters) or _letter(letters) for letters in _LETTERS.findall(word))
    return pieces.replace(r"\.", r"\.\s*").replace(r"\s*\s+", r"\s*")


def _letter(letter: str) -> str:
    if letter == " ":
        return _SPACES
    return f"[{_ACCENTED[letter]}]" if letter in _ACCENTED else re.escape(letter)


def without_accents(text: str) -> str:
    """A text in small letters without accents, each letter in its place."""
    small = text.lower()
    if len(small) != len(text):  # a letter that becomes two
        small = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    return small.translate(_BARE)
