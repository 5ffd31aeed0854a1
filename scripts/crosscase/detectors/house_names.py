"""Houses with a name before the name of their street, without a number: Weaver's Cottage, Tenter Lane.

Two or more pieces of capitalised words with commas between them are an address if the last one ends in a word for
streets. In languages where that word stands behind the name; `streets_alone` finds those where it stands before it.
A person decides.
"""

import re
from collections.abc import Iterator
from functools import cache

from crosscase.detectors.accents import any_plain, without_accents
from crosscase.detectors.place_names import NAME, names_of
from crosscase.detectors.spans import Setting, Span
from crosscase.detectors.words import begins_sentence
from crosscase.languages.vocabulary import Language, plain, shape

_DOUBT = "perhaps a house and its street"


def find(text: str, setting: Setting) -> Iterator[Span]:
    """Houses with a name and a street."""
    if not setting.cased or ", " not in text:
        return
    bare = without_accents(text)
    for language in setting.languages:
        for match in _pattern(language).finditer(bare) if language.contact("number_first") else ():
            start = _without_opener(text, match.start(), setting)
            if ", " in text[start : match.end()] and not match[0].isupper():
                yield Span(start, match.end(), "ADDRESS", shape(text[start : match.end()]), _DOUBT)


def _without_opener(text: str, start: int, setting: Setting) -> int:
    """Where a house begins behind a small word that begins the sentence: So Weaver's Cottage."""
    first = re.match(r"[\w'’]+", text[start:])
    is_opener = first and begins_sentence(text, start) and plain(first[0]) in setting.function_words
    return start + first.end() + 1 if first and is_opener else start


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    """Pieces of capitalised words with commas between them, for a text without accents."""
    article = rf"(?:(?i:{any_plain(language.contact('definite_articles'))})\s)?"
    piece = rf"{article}{names_of(language)}"
    streets = any_plain(language.contact("street_after"))
    return re.compile(
        rf"(?<![\w'’]){piece}(?:,\s{piece}){{0,2}},\s{article}(?:{NAME}\s){{1,3}}(?=[A-Z])(?i:{streets})(?!\w)"
    )
