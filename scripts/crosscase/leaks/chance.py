"""How often an identifier occurs by chance where nobody wrote it, and how long it must be to prove a leak.

A place is a byte at which an identifier may begin. At random bytes a given letter, small or capital, occurs with a
probability of 2 in 256, so that a given identifier of n letters is expected `places * (2 / 256) ** n` times. Signs that
must be beside a name are left out of this, so the true numbers are smaller.
"""

LETTER = 2 / 256  # probability of a letter in random bytes, in either case
EXPECTED = 1e-6  # false alarms of a build, at most
_CONTENTS = 100  # ASSUME: no build has more contents with bytes that are not text
_ENCODINGS = 2  # a byte may begin an identifier in UTF-8, or in UTF-16
SHORTEST = 6  # letters, also in few bytes


def expected(places: int, identifiers: int, letters: int) -> float:
    """The expected number of some identifiers of so many letters in random bytes."""
    return places * _ENCODINGS * identifiers * LETTER**letters


def shortest_proof(places: int, identifiers: int) -> int:
    """The fewest letters of an identifier that proves a leak in so many bytes that are not text."""
    allowed = EXPECTED / _CONTENTS
    letters = SHORTEST
    while expected(places, identifiers, letters) > allowed:
        letters += 1
    return letters
