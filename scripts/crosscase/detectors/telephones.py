"""Telephone numbers, with extensions, that are valid in the text's country or have the international form."""

import re
from collections.abc import Iterator
from functools import cache

from phonenumbers import Leniency, PhoneNumberFormat, PhoneNumberMatcher, format_number

from crosscase.detectors.accents import any_plain, without_accents
from crosscase.detectors.nearby import digits_in, plain_signs
from crosscase.detectors.spans import Setting, Span
from crosscase.languages.vocabulary import Language

_FEWEST = 7  # digits of a number in the nine countries
_DIGITS = re.compile(rf"\d(?:[\s\-‐-―/.()·]{{0,3}}\d){{{_FEWEST - 1}}}")
_SIGNS = str.maketrans("·", "-")
_TRUNK = re.compile(r"(?<=\d)(?: \(0\)|\(0\) |\(0\))(?=\d)")  # a zero that is not dialled from abroad
_INTERNATIONAL = re.compile(r"\+\d{1,3}(?:[\s./-]{0,2}\d){5,12}(?!\d)")
_DOUBT = "an international telephone number that is none of any country"


def find(text: str, setting: Setting) -> Iterator[Span]:
    """Telephone numbers; all notations of a number share its international form."""
    if digits_in(text) < _FEWEST:
        return
    text = plain_signs(text).translate(_SIGNS)
    text = _TRUNK.sub(lambda trunk: " " * len(trunk[0]), text)
    if not _DIGITS.search(text):
        return
    for region in setting.regions:
        for match in PhoneNumberMatcher(text, region, Leniency.VALID):
            length = len(match.raw_string.lstrip("["))  # a bracket around a number is not part of it
            number = format_number(match.number, PhoneNumberFormat.E164)
            ends = (_extension(language).match(without_accents(text), match.end) for language in setting.languages)
            end = max((extension.end() for extension in ends if extension), default=match.end)
            yield Span(match.end - length, end, "PHONE", number)
    for incomplete in _INTERNATIONAL.finditer(text):
        yield Span(*incomplete.span(), "PHONE", re.sub(r"\D", "", incomplete[0]), _DOUBT)


@cache
def _extension(language: Language) -> re.Pattern[str]:
    """The extension behind a number, for a text without accents: ext. 12, Durchwahl 12, x12."""
    words = any_plain(["x", "ext", "ext.", *language.contact("extensions")])
    return re.compile(rf",?\s?\(?{words}\s?:?\s?-?\d{{1,5}}(?!\w)", re.IGNORECASE)
