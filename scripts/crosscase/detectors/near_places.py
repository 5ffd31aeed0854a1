"""Names that wait before a place near which they are: Hollybush Farm, near Eastwold. What is between waits, too."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from operator import attrgetter

from crosscase.detectors.accents import any_plain, without_accents
from crosscase.detectors.spans import Setting, Span
from crosscase.languages.vocabulary import Language, shape

_PLACES = "PLACE", "PERSON"  # a place in no list waits as a name
_DOUBT = "a name near a place"


def find(text: str, setting: Setting, found: Sequence[Span]) -> Iterator[Span]:
    """The names among some spans, each with the words between it and its place."""
    for span, place in pairwise(sorted(found, key=attrgetter("start"))):
        is_name = span.kind == "PERSON" and span.doubt and place.kind in _PLACES
        between = without_accents(text[span.end : place.start]) if is_name else ""
        if between and any(_nearby(language).fullmatch(between) for language in setting.languages):
            yield Span(span.start, place.start, "ADDRESS", shape(text[span.start : place.start]), _DOUBT)


@cache
def _nearby(language: Language) -> re.Pattern[str]:
    return re.compile(rf",\s{any_plain(language.contact('nearby'))}\s", re.IGNORECASE)
