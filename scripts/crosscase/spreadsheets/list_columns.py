"""Which column of a list each of its headings means.

A heading is a column's own name, whatever its capitals, accents and the signs between its words, or another word for a
column that is missing otherwise. Where several headings may mean a missing column, none is taken: a person must say.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from crosscase.languages.headings import heading_form
from crosscase.storage.text_form import fold

Words = Mapping[str, Sequence[str]]  # other headings of a column


def named(header: Sequence[str], known: Collection[str], words: Words) -> list[str]:
    """The header with the names of the known columns in the place of headings that mean them."""
    names = {fold(name): name for name in known}
    taken = taken_for(header, known, words)
    return [names.get(fold(heading), taken.get(heading, heading)) for heading in header]


def taken_for(header: Sequence[str], known: Collection[str], words: Words) -> dict[str, str]:
    """The headings that are another word for a column which is missing, with the column."""
    return {meant[0]: column for column, meant in _candidates(header, known, words) if len(meant) == 1}


def in_doubt(header: Sequence[str], known: Collection[str], words: Words) -> dict[str, list[str]]:
    """The headings of each missing column that several of them may mean."""
    return {column: meant for column, meant in _candidates(header, known, words) if len(meant) > 1}


def _candidates(header: Sequence[str], known: Collection[str], words: Words) -> Iterator[tuple[str, list[str]]]:
    """The headings that may mean each missing column; its own name goes before another word for it."""
    written, own = set(map(fold, header)), {heading_form(name): name for name in known}
    missing = [column for column in known if fold(column) not in written]
    others = [(heading, heading_form(heading)) for heading in header if fold(heading) not in map(fold, known)]
    for column in missing:
        forms = set(map(heading_form, words.get(column, ())))
        of_name = [heading for heading, form in others if form and own.get(form) == column]
        yield column, of_name or [heading for heading, form in others if form in forms and form not in own]
