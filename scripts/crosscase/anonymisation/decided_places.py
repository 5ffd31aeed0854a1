"""Where a decision holds that is about one place alone.

A row of the queue has the place as `shown_places` shows it. Who adds a row by hand writes some words in which the
decided ones stand, once; the same words at another place are another place.
"""

import re
from bisect import bisect_right
from operator import attrgetter

from crosscase.anonymisation.decided_words import DecidedWords, Run
from crosscase.anonymisation.pseudonyms import WITHOUT_NUMBER
from crosscase.anonymisation.shown_places import place_of, unnumbered
from crosscase.anonymisation.words_without_blanks import is_found_by_letters
from crosscase.detectors.spans import Span
from crosscase.detectors.words import words_of
from crosscase.storage.text_form import nfc

_WITHDRAWN = re.compile("|".join(map(re.escape, WITHOUT_NUMBER)))


def stands_at(place: str, text: str, run: Run, decided: DecidedWords) -> bool:
    """Whether words of a text stand at a place: as it is shown, or where all its words are around them."""
    place = unnumbered(nfc(place))
    if place == unnumbered(place_of(text, Span(run.start, run.end, "", ""))):
        return True
    pieces = map(str.strip, _WITHDRAWN.split(place))  # where somebody who withdrew was named
    found = [(piece, one) for piece in pieces for one in decided.find(piece) if one.words == run.words]
    if len(found) != 1:
        return False
    ((piece, one),) = found
    beside, around = words_of(piece), words_of(text)
    start = run.start - one.start
    if start >= 0 and is_found_by_letters(piece) and text.startswith(piece, start):
        return True  # a script without blanks has no words that can be compared
    first = bisect_right(around, run.start, key=attrgetter("start"))
    first -= bisect_right(beside, one.start, key=attrgetter("start"))
    shapes = [word.shape for word in beside]
    return first >= 0 and [word.shape for word in around[first : first + len(shapes)]] == shapes
