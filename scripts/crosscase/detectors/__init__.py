"""What finds people in a text: one module a kind of trace, each with the same face.

A detector is called with a text and its `Setting`, and yields spans. A span is certain (it is replaced) or
doubtful (it goes to review): `doubt` then says why.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from crosscase.languages import Language, load


class Span(NamedTuple):
    """A place in a text that may tell who somebody is: characters `start` to `end`, the end exclusive."""

    start: int
    end: int
    kind: str  # PERSON, PHONE, …: stands in the placeholder
    original: str  # by which all its forms have one number
    doubt: str = ""
    instead: str = ""  # words to put there instead of a placeholder


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a text comes from: `regions` are ISO codes of countries, whose numbers are looked for."""

    regions: tuple[str, ...]
    languages: tuple[Language, ...]


def settings_of(regions: Mapping[str, str], languages: Mapping[str, str]) -> dict[str, Setting]:
    """The setting of each country's interviews. `regions` gives its ISO code, `languages` its language, if known."""
    return {
        country: Setting((region,), (load(languages[country]),) if country in languages else ())
        for country, region in regions.items()
    }


Detector = Callable[[str, Setting], Iterator[Span]]


def without_overlap(text: str, spans: Iterable[Span]) -> list[Span]:
    """The spans in order, each character in one of them at the most.

    Where spans overlap, a certain one wins over a doubtful one, then the one that begins first, then the one
    that was found first: detectors are asked in the order of their certainty.
    """
    taken = bytearray(len(text))
    kept = []
    for span in sorted(spans, key=lambda span: (bool(span.doubt), span.start)):
        if not any(taken[span.start : span.end]):
            taken[span.start : span.end] = b"\1" * (span.end - span.start)
            kept.append(span)
    return sorted(kept)
