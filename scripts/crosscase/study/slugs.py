"""Ids made of names: small letters, digits and "_", each once."""

import re
import unicodedata
from collections.abc import Iterable

_LONGEST = 60
# Letters that Unicode does not decompose into a plain letter and a mark.
_LETTERS = str.maketrans({"æ": "ae", "đ": "d", "ð": "d", "ı": "i", "ł": "l", "ø": "o", "œ": "oe", "þ": "th"})
_APOSTROPHES = str.maketrans("", "", "'’ʼ`´")


def slug(name: str) -> str:
    """A name in plain letters, cut between words; empty if it has no Latin letter."""
    plain = name.casefold().translate(_LETTERS).translate(_APOSTROPHES)
    words = "_".join(re.findall("[a-z0-9]+", "".join(map(_plain, unicodedata.normalize("NFKD", plain)))))
    if len(words) > _LONGEST:
        words = words[:_LONGEST].rpartition("_")[0] or words[:_LONGEST]
    return words if re.search("[a-z]", words) else ""


def _plain(character: str) -> str:
    if character.isascii():
        return character
    return "" if character.isalnum() or unicodedata.combining(character) else " "


class Ids:
    """Makes ids that are not in use yet."""

    def __init__(self, kind: str, taken: Iterable[str] = ()) -> None:
        self.numbered: list[str] = []  # ids made of a number only
        self._kind = kind
        self._taken = set(taken)

    def make(self, name: str, above: str = "") -> str:
        """An id for a name: its slug, or with the slug of the level above it, or with a number."""
        own = slug(name)
        for candidate in filter(None, (own, own and above and f"{above}_{own}")):
            if self._take(candidate):
                return candidate
        number = 2 if own else 1
        while not self._take(numbered := f"{own or self._kind}_{number}"):
            number += 1
        if not own:
            self.numbered.append(numbered)
        return numbered

    def _take(self, candidate: str) -> bool:
        free = candidate not in self._taken
        self._taken.add(candidate)
        return free
