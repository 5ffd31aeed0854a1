"""The words that are frequent in a language: at least 25 in a million.

A listed name that is also an ordinary word is mostly the word if it is one of these, and mostly the name if not.
`frequent/` holds them in plain shape. `tools/write_frequent_words.py` writes these files from the lists of wordfreq.
"""

from functools import cache
from pathlib import Path

FREQUENT = Path(__file__).parent / "frequent"


@cache
def frequent_words(language: str) -> frozenset[str]:
    """The frequent words of a language, in plain shape."""
    return frozenset((FREQUENT / f"{language}.txt").read_text(encoding="utf-8").split())
