"""Draws for the choice of suppressed counts: keyed, so that nobody without the study's key can repeat them.

A draw depends on the key, the variable, the category and the group alone. ASSUME: it must not depend on the
participants. Otherwise each change of the register would hide other counts, and two versions of a table
together would show nearly all of them.
"""

import hmac

DRAWN = 2**32  # draws are below it


def draw(seed: str, *names: str) -> int:
    """A number below DRAWN for a cell with these names. `seed` is a secret made with the study's key.

    Raises ValueError if there is no seed: the suppression could be played back.
    """
    if not seed:
        raise ValueError("the draws need a secret seed")
    digest = hmac.new(seed.encode(), "\0".join(names).encode(), "sha256").digest()
    return int.from_bytes(digest[:4]) % DRAWN
