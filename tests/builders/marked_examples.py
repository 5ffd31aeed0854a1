"""Sentences in which braces mark what must not stay: `at {12 High Street} now`."""

import re
from collections.abc import Iterator, Mapping, Sequence

from crosscase.detectors.spans import Setting, Span
from crosscase.languages.official import official_languages
from crosscase.languages.vocabulary import load
from tests.builders.detections import REDACTOR

_MARK = re.compile(r"\{([^}]*)\}")


def each(examples: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    """The examples with the ISO code of the country whose language they are in."""
    return [(region, example) for region, sentences in examples.items() for example in sentences]


def setting_of(region: str) -> Setting:
    """A country and its language."""
    return Setting((region,), (load(official_languages(region)[0]),))


def missed(region: str, example: str) -> str:
    """What is neither replaced nor queued of the marked words."""
    text = _MARK.sub(r"\1", example)
    found = REDACTOR.find(text, setting_of(region))
    left = "".join(letter for place, letter in _marked(example) if not any(s.start <= place < s.end for s in found))
    return re.sub(r"[\W_]", "", left)


def found_of_kind(kind: str, region: str, text: str) -> list[Span]:
    """The finds of one kind."""
    return [span for span in REDACTOR.find(_MARK.sub(r"\1", text), setting_of(region)) if span.kind == kind]


def _marked(example: str) -> Iterator[tuple[int, str]]:
    """The letters that are marked, with their places in the text without braces."""
    for number, match in enumerate(_MARK.finditer(example)):
        start = match.start() - 2 * number
        yield from enumerate(match[1], start)
