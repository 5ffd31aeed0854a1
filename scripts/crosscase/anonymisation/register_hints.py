"""Rows of the register that probably mean a document which they do not name: what somebody or a spreadsheet changed.

The hints name rows and no document.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from crosscase.anonymisation.document_names import SLASH, without_ending
from crosscase.anonymisation.register import Person
from crosscase.storage.text_form import fold

_LIKE = 80  # of 100: how alike two names are of which one is misspelt
_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?: 00:00:00)?")
_BETWEEN = re.compile(r"\s*(?:[,;&\n]|\band\b|\bund\b)\s*")
_AS_TEXT = "format the column as text, and write the name again"


def find(documents: Sequence[str], export: str, people: Sequence[Person]) -> Iterator[str]:
    """A sentence on each row that probably means one of these documents, which belong to nobody.

    One participant's part of a document is given by its address.
    """
    names = list(map(_plain, documents))
    for person in people:
        for registered in map(_plain, person.documents):
            whys = filter(None, (_why(registered, name, export, person) for name in names))
            if why := min(whys, key=_how_vague, default=""):
                yield f"the register, {person.locator}: {why}"


def _why(registered: str, document: str, export: str, person: Person) -> str:
    if registered == fold(export):
        return "a document is called like the export: are the columns `documents` and `export` exchanged?"
    if registered == document:
        return f"the document is of the export {export}, not of {person.export}" if person.export != export else ""
    if person.export not in ("", export):
        return ""
    return next((said for is_so, said in _CHANGES if is_so(registered, document)), "")


def _plain(name: str) -> str:
    """A name or an address without the endings of files."""
    return fold(SLASH.join(map(without_ending, name.split(SLASH))))


def _is_in_a_list(registered: str, document: str) -> bool:
    """Whether a cell has the document among others. What a slash divides may be an address instead."""
    listed = _BETWEEN.split(registered)
    own_names = {document, document.rpartition(SLASH)[2]}
    if SLASH not in document and document not in listed:
        listed = [name.strip() for part in listed for name in part.split(SLASH)[:-1]]
        return document in listed
    return len(listed) > 1 and not own_names.isdisjoint(listed)


def _is_elsewhere(registered: str, document: str) -> bool:
    """Whether an address ends like the document, and what stands before the slash is another."""
    before, slash, name = registered.rpartition(SLASH)
    return bool(before and slash) and name.strip() == document.rpartition(SLASH)[2].strip()


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

    if SLASH in registered and SLASH in document:  # people in one document are not alike because it is the same
        (before, _, name), (own_before, _, own_name) = registered.rpartition(SLASH), document.rpartition(SLASH)
        return all(_is_misspelt(*pair) for pair in ((before, own_before), (name, own_name)))
    numbers = [re.findall(r"\d+", name) for name in (registered, document)]
    return numbers[0] == numbers[1] and fuzz.ratio(registered, document) >= _LIKE


_CHANGES: tuple[tuple[Callable[[str, str], bool], str], ...] = (
    (_is_in_a_list, "several documents are in one cell: put | between them"),
    (_lost_zeros, f"a name has lost its leading zeros: {_AS_TEXT}"),
    (_became_a_date, f"a name has become a date: {_AS_TEXT}"),
    (_is_misspelt, "a document is nearly called so: correct its name"),
    (_is_elsewhere, "a document of this name is elsewhere: correct what stands before the slash"),
)


def _how_vague(said: str) -> int:
    """The place of a sentence among those on changes; the others are certain."""
    return next((place for place, (_, sentence) in enumerate(_CHANGES, 1) if sentence == said), 0)
