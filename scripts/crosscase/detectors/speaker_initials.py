"""Initials without points that say who speaks: two to four capital letters before a colon where a turn begins, `MH: `.

Anywhere else two capitals may be anything, and so may small letters in a text with usual capitals. ASSUME: a turn
begins where a sentence does, perhaps behind a number or the time in a recording (`[00:12] MH:`).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from crosscase.detectors.name_search import Identifier
from crosscase.detectors.words import begins_sentence
from crosscase.languages.vocabulary import plain

_MOST = 4  # letters
_COLON = re.compile(r":(?![\d/])")
_MARK = re.compile(rf"(?<![\w.'’-])[^\W\d_](?:\.?[^\W\d_]){{1,{_MOST - 1}}}\.?(?=[ \u00a0]?\Z)")
_COUNTED = re.compile(r"[\[(#<]*\d[\d:.,-]*[\])#>]*[\s–-]*\Z")
_LOOK_BACK, _LONGEST_COUNT = 12, 20  # characters


class Mark(NamedTuple):
    """A place with initials, and these in plain letters."""

    start: int
    end: int
    letters: str


def letters_of(name: Identifier) -> str:
    """The plain letters of a listed name in initials, as a mark has them; empty if it can be none."""
    letters = "".join(name.form.split())
    return plain(letters) if name.initials and letters.isupper() and 1 < len(letters) <= _MOST else ""


def find(text: str, cased: bool = True) -> Iterator[Mark]:
    """The marks in a text, whoever they may be of; in one that is not `cased` also in small letters."""
    for colon in _COLON.finditer(text):
        if cased and text[colon.start() - 1 : colon.start()].islower():  # as nearly all are
            continue
        start = max(0, colon.start() - _LOOK_BACK)
        mark = _MARK.search(text[start : colon.start()])
        if mark and (mark[0].isupper() or not cased) and _begins_turn(text, start + mark.start()):
            yield Mark(start + mark.start(), start + mark.end(), plain(mark[0].replace(".", "")))


def _begins_turn(text: str, start: int) -> bool:
    if begins_sentence(text, start):
        return True
    from_here = max(0, start - _LONGEST_COUNT)
    counted = _COUNTED.search(text, from_here, start)
    return counted is not None and begins_sentence(text, counted.start())
