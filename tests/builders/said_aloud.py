"""What a redactor without any list leaves of words that are said in an interview of one of some languages."""

import re

from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.anonymisation.redaction import Redactor
from crosscase.detectors.listed import ListedNames
from crosscase.detectors.spans import Setting, Span
from crosscase.languages.vocabulary import load

REGIONS = {"cs": "CZ", "de": "DE", "el": "GR", "en": "GB", "it": "IT", "nl": "NL", "no": "NO", "pl": "PL", "pt": "PT"}
REGIONS |= {"es": "ES"}  # with basic support
_REDACTOR = Redactor(ListedNames([], {}), Pseudonyms(bytes(32)))


def setting_of(language: str) -> Setting:
    """The setting of an interview in a language."""
    return Setting((REGIONS[language],), (load(language),))


def spans_of(language: str, text: str) -> list[Span]:
    """What is replaced or waits in a text."""
    return _REDACTOR.find(text, setting_of(language))


def missed(language: str, marked: str) -> str:
    """The letters and digits in the brackets of a text that are neither replaced nor wait."""
    text = ""
    places: list[int] = []
    for part in re.split(r"(?=\[)|(?<=\])", marked):
        words = part.strip("[]") if part.startswith("[") else part
        places += range(len(text), len(text) + len(words)) if part.startswith("[") else ()
        text += words
    found = {place for span in spans_of(language, text) for place in range(span.start, span.end)}
    return "".join(text[place] for place in places if text[place].isalnum() and place not in found)
