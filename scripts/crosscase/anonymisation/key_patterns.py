"""Keys that somebody wrote down instead of drawing them: they repeat themselves, count, or are text.

Of random keys fewer than one in 10^11 is refused. What a digest has made from a word looks random: nothing tells it.
"""

from collections.abc import Sequence

_FEWEST_BYTES = 16  # that differ, of 32
_STEPS = (1, 2, 4, 8)  # bytes of the numbers in which a key may count
_FEW = 1 / 3  # of the differences between neighbours: as many different ones, in random bytes nearly all


def is_pattern(key: bytes) -> bool:
    """Whether a key repeats itself, also backwards, counts up or down, is text, or has few different bytes."""
    digits = key.hex()
    figures = [int(digit, 16) for digit in digits]
    return (
        len(set(key)) < _FEWEST_BYTES
        or _repeats(digits)
        or any(_counts(key, step, 256) for step in _STEPS)
        or _counts(figures, 1, 16)
        or _is_text(key)
    )


def _repeats(digits: str) -> bool:
    """Whether the second half is the first one, or goes on as a shorter piece does; also if it is read backwards."""
    half = len(digits) // 2
    pieces = (digits[length:] == digits[:-length] for length in range(1, half + 1))
    by_bytes = [digits[at : at + 2] for at in range(0, len(digits), 2)]
    return any(pieces) or digits == digits[::-1] or by_bytes == by_bytes[::-1]


def _counts(values: Sequence[int], step: int, size: int) -> bool:
    """Whether the differences between values that are so many places apart are mostly the same few."""
    differences = [(other - one) % size for one, other in zip(values, values[step:], strict=False)]
    return len(set(differences)) < _FEW * min(len(differences), size)


def _is_text(key: bytes) -> bool:
    """Whether bytes are signs that somebody can type, perhaps two bytes each, or filled up with zeros."""
    try:
        written = key.replace(b"\0", b"").decode("utf-8")
    except UnicodeDecodeError:
        return False
    return all(sign.isprintable() or sign.isspace() for sign in written)
