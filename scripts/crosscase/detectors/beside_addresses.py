"""What is said beside an address and belongs to it: Whinchat, all one word, Whinchat Lane 15, that's W-H-I-N.

Before an address stand its name, which somebody says and explains first, or the estate in which its street is: quinta
do Salgueiral, estrada da Ponte. Behind it stand words before a name that is said letter by letter. A person decides.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from operator import attrgetter

from crosscase.detectors.accents import any_plain, without_accents
from crosscase.detectors.spans import Setting, Span
from crosscase.detectors.spelt_words import DOUBT as SPELT
from crosscase.detectors.words import WORD
from crosscase.languages.vocabulary import Language, plain, shape

_DOUBT = "beside an address, and perhaps a part of it"
_BEFORE = 60  # characters
_TO_LETTERS = re.compile(r"[,.;–—]?\s(?:[–—]\s)?(?:[^\W\d_]+(?:,?\s|['’])){0,5}")
_SAID_FIRST = re.compile(r"(?<![^\W_])(?P<name>[^\W\d_]{4,}),\s(?:[^\W\d_]+\s){0,3}[^\W\d_]+,\s\Z")
_NAME = r"(?:[^\W\d_]+['’]?\s){1,4}"


def find(text: str, setting: Setting, found: Sequence[Span]) -> Iterator[Span]:
    """What stands beside the addresses among some spans."""
    ordered = sorted(found, key=attrgetter("start"))
    for one, other in pairwise(ordered):
        if one.kind == "ADDRESS" and other.doubt == SPELT and _TO_LETTERS.fullmatch(text, one.end, other.start):
            yield _span(text, one.end, other.end)
    for span in ordered:
        if span.kind == "ADDRESS" and (start := _start(text, span, setting)) is not None:
            yield _span(text, start, span.start)


def _span(text: str, start: int, end: int) -> Span:
    return Span(start, end, "ADDRESS", shape(text[start:end]), _DOUBT)


def _start(text: str, span: Span, setting: Setting) -> int | None:
    """Where what is said before an address begins; None if nothing is."""
    begin = max(0, span.start - _BEFORE)
    said = _SAID_FIRST.search(text, begin, span.start)
    if said and any(plain(word).startswith(plain(said["name"])) for word in WORD.findall(text[span.start : span.end])):
        return said.start()
    bare = without_accents(text)
    for language in setting.languages:
        estate = _estate(language).search(bare, begin, span.start)
        if estate and _is_name(WORD.findall(text[estate.start("name") : estate.end()]), setting):
            return estate.start()
    return None


def _is_name(words: Sequence[str], setting: Setting) -> bool:
    """Whether words may be the name of an estate: none of the grammar but those that join names, and not at its end."""
    *others, last = map(plain, words)
    small = setting.grammar | setting.joining
    return last not in small and all(word in setting.joining or word not in small for word in others)


@cache
def _estate(language: Language) -> re.Pattern[str]:
    """A word for an estate with its name, at the end of a text."""
    estates = any_plain([*language.contact("homes"), *language.contact("hamlets"), *language.contact("sites")])
    return re.compile(rf"(?<!\w){estates}\w{{0,3}}\s(?P<name>{_NAME})\Z", re.IGNORECASE)
