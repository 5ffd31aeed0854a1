"""Replacement of identifying words in a text by typed placeholders such as `[PERSON_482913]`.

1. Every detector finds spans: e-mail addresses, links, listed names, telephone numbers.
2. Where spans overlap, the one that begins first wins, then the detector named first.
3. The spans are replaced, and the text is searched again until nothing more is found, so that
   redacting twice changes nothing more. Placeholders are never searched.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from phonenumbers import Leniency, PhoneNumberFormat, PhoneNumberMatcher, format_number

from crosscase import spreadsheets
from crosscase.errors import Problem, stop_on
from crosscase.name_forms import LANGUAGES
from crosscase.name_search import Identifier, NameSearch
from crosscase.normal import nfc
from crosscase.pseudonyms import Pseudonyms
from crosscase.register import Person

NO_LANGUAGES: Mapping[str, str] = {}
KINDS = ("person", "place", "organisation")
_PLACEHOLDER = re.compile(r"\[[A-Z]+_\d+\]")
_EMAIL = re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")
_LINK = re.compile(r"(?:https?://|www\.)[^\s<>\[\]\"'»“”]*[^\s<>\[\]\"'»“”.,;:!?)]", re.IGNORECASE)
_FEWEST_DIGITS = 7  # of a telephone number in any of the nine countries


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int
    kind: str
    original: str  # by which all its forms have one number


def read_identifiers(path: str, languages: Sequence[str] = ()) -> list[Identifier]:
    """Read the list of further names: columns `type` (person, place, organisation) and `value`.

    `languages` are those of the study: nothing says in which of them a name of the list is declined.
    """
    sheet = spreadsheets.read_list(path)
    kind, value = sheet.require("type"), sheet.require("value")
    stop_on(
        Problem(path, record.locator, "its type or value is missing or not legal", f"Types: {', '.join(KINDS)}.")
        for record in sheet.records
        if record.fields[kind] not in KINDS or not record.fields[value].strip()
    )
    listed = [(record.fields[kind].upper(), nfc(record.fields[value].strip())) for record in sheet.records]
    return [Identifier(kind, name, name, tuple(languages)) for kind, name in listed]


def identifiers_of(people: Iterable[Person], languages: Mapping[str, str] = NO_LANGUAGES) -> list[Identifier]:
    """The names of a register: the whole name, also family name first, and each of its capitalised parts.

    `languages` gives the language of each country, in which its people's names are declined.

    ASSUME: a part that two people share, such as a first name, is nobody's: it gets a number of
    its own rather than that of one of them.
    """
    owners: dict[str, set[str]] = {}
    spoken: dict[str, set[str]] = {}
    for person in people:
        name = nfc(person.name)
        words = [word for word in re.split(r"[\s,]+", name) if word]
        parts = [part for part in words if len(part) > 1 and part[0].isupper() and not part.endswith(".")]
        for form in (name, " ".join([*words[-1:], *words[:-1]]), *parts):
            owners.setdefault(form, set()).add(person.participant)
            spoken.setdefault(form, set()).update([languages[person.country]] if person.country in languages else [])
    return [
        Identifier("PERSON", form, min(whose) if len(whose) == 1 else form, tuple(sorted(spoken[form])))
        for form, whose in owners.items()
    ]


def languages_of(regions: Mapping[str, str]) -> dict[str, str]:
    """The language of each country, as far as its names can be declined. `regions` gives the ISO codes."""
    return {country: LANGUAGES[iso] for country, iso in regions.items() if iso in LANGUAGES}


class Redactor:
    """Replaces identifying words, the same one by the same placeholder in the whole study."""

    def __init__(self, identifiers: Iterable[Identifier], pseudonyms: Pseudonyms) -> None:
        self._pseudonyms = pseudonyms
        self._names = NameSearch(identifiers)

    def redact(self, text: str, regions: Iterable[str]) -> str:
        """The text without identifying words.

        `regions` are the ISO codes of the countries whose national telephone numbers are looked
        for; numbers in international form are found anyway.
        """
        regions = tuple(regions)
        text = nfc(text)
        while spans := list(self._spans(text, regions)):
            pieces, position = [], 0
            for span in spans:
                words = text[span.start : span.end]
                replacement = self._pseudonyms.placeholder(span.kind, span.original, words)
                pieces += [text[position : span.start], replacement]
                position = span.end
            text = "".join([*pieces, text[position:]])
        return text

    def _spans(self, text: str, regions: tuple[str, ...]) -> Iterator[_Span]:
        """Spans to replace, in order and without overlap."""
        reached = 0
        protected = [match.span() for match in _PLACEHOLDER.finditer(text)]
        for span in sorted(self._found(text, regions), key=lambda span: span.start):
            clear = all(span.end <= start or end <= span.start for start, end in protected)
            if clear and span.start >= reached:
                yield span
                reached = span.end

    def _found(self, text: str, regions: tuple[str, ...]) -> Iterator[_Span]:
        for kind, pattern in (("EMAIL", _EMAIL), ("LINK", _LINK)):
            for match in pattern.finditer(text):
                yield _Span(*match.span(), kind, match[0])
        for found in self._names.find(text):
            yield _Span(found.start, found.end, found.name.kind, found.name.owner)
        if sum(map(str.isdigit, text)) >= _FEWEST_DIGITS:
            for region in regions:
                yield from _telephones(text, region)


def _telephones(text: str, region: str) -> Iterator[_Span]:
    for match in PhoneNumberMatcher(text, region, Leniency.VALID):
        length = len(match.raw_string.lstrip("["))  # a bracket around a number is not part of it
        yield _Span(match.end - length, match.end, "PHONE", format_number(match.number, PhoneNumberFormat.E164))
