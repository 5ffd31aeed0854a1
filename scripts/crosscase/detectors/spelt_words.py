"""Words that are said letter by letter (Q-U-I-S-T-E-M), as names are that nobody knows: a person decides.

ASSUME: letters in the order of the alphabet, or one letter again and again, are no name.
"""

from collections.abc import Iterator
from itertools import pairwise

from crosscase.detectors.normalisation import SPELT, may_be_spelt
from crosscase.detectors.spans import Setting, Span
from crosscase.languages.vocabulary import shape

DOUBT = "a word letter by letter"


def find(text: str, _: Setting) -> Iterator[Span]:
    """Spelt words."""
    for match in SPELT.finditer(text) if may_be_spelt(text) else ():
        letters = [letter for letter in match[0] if letter.isalpha()]
        if not {ord(other) - ord(one) for one, other in pairwise(map(str.lower, letters))} <= {0, 1}:
            yield Span(*match.span(), "PERSON", shape("".join(letters)), DOUBT)
