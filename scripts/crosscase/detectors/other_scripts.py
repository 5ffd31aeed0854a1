"""Words in a script without capital letters within a text of another script: Arabic, Hebrew, Georgian, Thai, Chinese.

A name cannot be told from another word there, so every such word is doubtful. Words that follow each other are one
row. A listed name in such a script is replaced before, `listed`.

ASSUME: a text without a language, most of whose letters are in such a script, is written in it: it is no name.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from crosscase.detectors.spans import Setting, Span
from crosscase.languages.vocabulary import shape

_DOUBT = "letters of a script without capitals, perhaps a name"
_FIRST = 0x590  # scripts before this have capital letters
_LAST = 0x3FFFF  # no letters stand behind it
_GEORGIAN = range(0x10D0, 0x1100)  # its capital letters stand in headings alone
_MARK = 0xA000  # stands for a placeholder, `anonymisation.redaction`
_MOST_WORDS = 4  # of a name in a text without a language
_BEYOND = re.compile(  # where all these letters are: a pattern of what is elsewhere is made in a tenth of the time
    "[^\0-\u058f\u1e00-\u20ff\u2150-\u2bff\ua000\U0001f000-\U0001ffff\U00040000-\U0010ffff]"
)
_MARKS = r"\u0300-\u036f\u0590-\u109f\u135d-\u135f\u17b4-\u17d3\u200c\u200d"  # vowels and joiners within words


def is_without_capitals(letter: str) -> bool:
    """Whether a letter is of a script without capital letters."""
    code = ord(letter)
    return code >= _FIRST and (code in _GEORGIAN or unicodedata.category(letter) == "Lo")


def has_letters(text: str) -> bool:
    """Whether a text has a letter of such a script."""
    return _BEYOND.search(text) is not None and _patterns().letter.search(text) is not None


class _Patterns(NamedTuple):
    """What finds a letter of these scripts, and words of them that follow each other."""

    letter: re.Pattern[str]
    run: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    """Made when the first text needs them: most studies have no such text, and each step would make them anew."""
    letters = _ranges()
    return _Patterns(
        re.compile(f"[{letters}]"),
        re.compile(rf"[{letters}](?:[^\W\d_A-Za-z]|[{_MARKS}]|[ '’׳״·・-](?=[{letters}]))*"),
    )


def _ranges() -> str:
    """The letters of these scripts as ranges for a pattern."""
    codes = {code for code in range(_FIRST, _LAST + 1) if code != _MARK and is_without_capitals(chr(code))}
    starts, ends = (sorted(code for code in codes if code + step not in codes) for step in (-1, 1))
    return "".join(f"{chr(start)}-{chr(end)}" for start, end in zip(starts, ends, strict=True))


def find(text: str, setting: Setting) -> Iterator[Span]:
    """Words in such scripts."""
    if not has_letters(text):
        return
    if not setting.languages:
        letters = sum(map(str.isalpha, text))
        if len(text.split()) > _MOST_WORDS and 2 * len(_patterns().letter.findall(text)) > letters:
            return
    for run in _patterns().run.finditer(text):
        yield Span(*run.span(), "PERSON", shape(run[0]), _DOUBT)
