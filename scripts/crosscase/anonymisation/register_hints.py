"""Rows of the register that probably mean a document which they do not name: what somebody or a spreadsheet changed.

The hints name rows and no document.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from crosscase.anonymisation.document_names import without_ending
from crosscase.anonymisation.register import Person
from crosscase.storage.text_form import fold

_LIKE = 80  # of 100: how alike two names are of which one is misspelt
_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?: 00:00:00)?")
_BETWEEN = re.compile(r"\s*(?:[,;/&\n]|\band\b|\bund\b)\s*")
_AS_TEXT = "format the column as text, and write the name again"


def find(documents: Sequence[str], export: str, people: Sequence[Person]) -> Iterator[str]:
    """A sentence on each row that probably means one of these documents, which belong to nobody."""
    for person in people:
        for registered in person.documents:
            for document in documents:
                if why := _why(fold(without_ending(registered)), fold(without_ending(document)), export, person):
                    yield f"the register, {person.locator}: {why}"
                    break


def _why(registered: str, document: str, export: str, person: Person) -> str:
    if registered == fold(export):
        return "a document is called like the export: are the columns `documents` and `export` exchanged?"
    if registered == document:
        return f"the document is of the export {export}, not of {person.export}" if person.export != export else ""
    if person.export not in ("", export):
        return ""
    return next((said for is_so, said in _CHANGES if is_so(registered, document)), "")


def _is_in_a_list(registered: str, document: str) -> bool:
    return document in _BETWEEN.split(registered)


def _lost_zeros(registered: str, document: str) -> bool:
    return _without_zeros(registered) == _without_zeros(document)


def _without_zeros(name: str) -> str:
    return re.sub(r"(?<!\d)0+(?=\d)", "", name)


def _became_a_date(registered: str, document: str) -> bool:
    """Whether the numbers of a short name are those of the date that a spreadsheet has made of it."""
    date, numbers = _DATE.fullmatch(registered), sorted(map(int, re.findall(r"\d{1,4}", document)))
    if not date or not numbers:
        return False
    year, month, day = map(int, date.groups())
    return numbers in [sorted(part) for part in _parts_of_dates(year % 100, month, day)]


def _parts_of_dates(year: int, month: int, day: int) -> Iterator[tuple[int, ...]]:
    """The numbers of a date that may be those of a name: all of them, some, or one beside the name of a month."""
    yield from ((year, month, day), (month, day), (year, month), (month,), (day,), (year,))


def _is_misspelt(registered: str, document: str) -> bool:
    """Whether names differ in a few letters, not in a number."""
    from rapidfuzz import fuzz

    numbers = [re.findall(r"\d+", name) for name in (registered, document)]
    return numbers[0] == numbers[1] and fuzz.ratio(registered, document) >= _LIKE


_CHANGES: tuple[tuple[Callable[[str, str], bool], str], ...] = (
    (_is_in_a_list, "several documents are in one cell: put | between them"),
    (_lost_zeros, f"a name has lost its leading zeros: {_AS_TEXT}"),
    (_became_a_date, f"a name has become a date: {_AS_TEXT}"),
    (_is_misspelt, "a document is nearly called so: correct its name"),
)
