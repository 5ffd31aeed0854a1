"""Signs at the edges of a word that are no letters: quotation marks, dashes, points, bullets, raised figures.

A tool that reads a text in a wrong encoding shows letters as such signs, too: `Ren‚` is *René*. What a word is without
them tells which they are.
"""

import unicodedata
from functools import lru_cache

_OF_WORDS = frozenset({"Lu", "Ll", "Lt", "Lo", "Mn", "Mc", "Nd"})  # Unicode's categories: letters, accents, figures
_OPENING, _CLOSING = "Ps", "Pe"  # ‚ and „ do not stand behind a word, nor ] before one; quotation marks do both


def core_of(word: str) -> str:
    """A word without the signs at its edges, also without small raised letters and figures."""
    first = next((place for place, sign in enumerate(word) if not _may_be_outside(sign)), len(word))
    last = next((place for place in range(len(word), first, -1) if not _may_be_outside(word[place - 1])), first)
    return word[first:last]


def are_punctuation(word: str, core: str) -> bool:
    """Whether all signs around the core of a word are such punctuation as is usual on their side."""
    before, _, behind = word.partition(core)
    return _have_kind(before, _CLOSING) and _have_kind(behind, _OPENING)


def _have_kind(signs: str, unusual: str) -> bool:
    kinds = {unicodedata.category(sign) for sign in signs}
    return unusual not in kinds and all(kind.startswith("P") for kind in kinds)


@lru_cache(2**12)
def _may_be_outside(sign: str) -> bool:
    is_raised = unicodedata.decomposition(sign).startswith("<super>")
    return is_raised or unicodedata.category(sign) not in _OF_WORDS
