"""Numbers in the names that an export gives to codes and groups: a person decides on each.

Such a name is short, so no word beside a number says what it is: a full date may be one of birth, and six figures or
more the number of a file or a telephone. A range of years is none.
"""

import re
from collections.abc import Iterator

from crosscase.detectors import births
from crosscase.detectors.nearby import digits_in, plain_signs
from crosscase.detectors.spans import Setting, Span
from crosscase.languages.vocabulary import shape

_DATE, _LONG = "a date in a name, perhaps of birth", "figures in a name, perhaps the number of a file"
_FEWEST = 3  # digits
_NUMBERS = re.compile(r"\d+")
_FIGURES = re.compile(r"(?<!\d)\d(?:\s?[/.-]?\s?\d){5,}(?!\d)")
_YEARS = re.compile(r"(?:19|20)\d\d\s?[/-]?\s?(?:(?:19|20)\d\d|\d\d)")


def find(text: str, setting: Setting) -> Iterator[Span]:
    """Doubtful numbers of a name."""
    text = plain_signs(text)
    if digits_in(text) < _FEWEST:
        return
    for language in setting.languages:
        for date in births.dates(text, language):
            if len(_NUMBERS.findall(date[0])) > 1:
                yield Span(*date.span(), "BIRTHDATE", shape(date[0]), _DATE)
    for figures in _FIGURES.finditer(text):
        if not _YEARS.fullmatch(figures[0]):
            yield Span(*figures.span(), "FILE", "".join(_NUMBERS.findall(figures[0])), _LONG)
