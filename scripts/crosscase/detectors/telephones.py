"""Telephone numbers that are valid in the text's country, or in international form anywhere."""

import re
from collections.abc import Iterator

from phonenumbers import Leniency, PhoneNumberFormat, PhoneNumberMatcher, format_number

from crosscase.detectors import Setting, Span

_DIGITS = re.compile(r"\d(?:[\s\-‐-―/.()]{0,3}\d){6}")  # the fewest of a number in any of the nine countries


def find(text: str, setting: Setting) -> Iterator[Span]:
    """Telephone numbers; the one number that all notations of a telephone share is the international one."""
    if not _DIGITS.search(text):
        return
    for region in setting.regions:
        for match in PhoneNumberMatcher(text, region, Leniency.VALID):
            length = len(match.raw_string.lstrip("["))  # a bracket around a number is not part of it
            number = format_number(match.number, PhoneNumberFormat.E164)
            yield Span(match.end - length, match.end, "PHONE", number)
