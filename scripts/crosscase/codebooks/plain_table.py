"""A table that a team keeps by hand, or a paper prints: codes with what they mean, and what they lie below.

1. The name of a code is in a column such as `Code`, `Theme` or `Category`; where there is one such as `Name`, `Code` is
   a number or a short form, which becomes an alias.
2. What a code lies below is in a column of parents, or in one or several columns of levels (`Theme`, `Subtheme`,
   `Code`), in any order. In these an empty cell has the value above it, as in a table whose cells were merged, and a
   row without a code describes its theme. In a column of parents an empty cell means a root.
3. What a code means is in a column such as `Definition`.
4. Where there is one column of names alone, numbers such as `1.2.1` or indented names show the levels.

ASSUME: a table that also has a column of documents or participants, or repeats codes with other words, holds coded
passages, no codebook.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from crosscase.codebooks import plain_columns, plain_numbers, plain_parents, plain_passages, plain_rows
from crosscase.codebooks.listed import ListedCode, Source
from crosscase.codebooks.plain_rows import Row
from crosscase.coding.codebook import LONGEST_LABEL
from crosscase.languages import column_words
from crosscase.messages.errors import unreadable
from crosscase.messages.wording import agree, counted, joined
from crosscase.readers.look import Likeness, Look
from crosscase.spreadsheets import spreadsheet
from crosscase.storage.text_form import fold

_CONFIDENCE = 0.3  # below that of any tool's table
_PASSAGES = (*column_words.DOCUMENT, *column_words.INTERVIEW, *column_words.FILE, *column_words.PARTICIPANT)
_SHOWN, _MOST = 5, 20


def recognise(look: Look) -> Likeness:
    """A table with names of codes and what they mean or lie below, and without documents."""
    header = sorted(look.headings)
    columns = plain_columns.of_header(header)
    is_told = columns.meaning or columns.meanings or columns.parent or len(columns.levels) > 1
    of_passages = look.has_headings(_PASSAGES) or plain_passages.have_speech(header)
    if columns.levels and is_told and not of_passages:
        return Likeness(_CONFIDENCE, "it has columns of codes and of what they mean or lie below")
    return Likeness()


def read(source: Source) -> Iterator[ListedCode]:
    """Yield the codes in the order of the rows. Raises ReadError if the table seems to hold coded passages."""
    sheet = spreadsheet.read(source.path, limits=source.limits)
    records = list(sheet.records)
    columns = plain_columns.of_table(sheet.header, records)
    found = plain_rows.of_table(columns, records, source, spreadsheet.may_be_workbook(source.path))
    rows = plain_numbers.levelled(found.codes, source.limits.code_levels)
    placed = plain_parents.place(rows, source.limits.code_levels)
    if why := plain_passages.reason(columns, sheet.header, rows, placed.paths):
        raise unreadable(source.path, f"it seems to hold coded passages: {why}", plain_passages.REMEDY)
    source.remarks.extend(placed.remarks())
    if found.left_out:
        count, places = counted(len(found.left_out), "row"), joined(found.left_out, _SHOWN)
        source.remarks.append(f"{count} below the codes left out, as a total or note: {places}.")
    if found.continued:
        count, places = counted(len(found.continued), "row"), joined(found.continued, _SHOWN)
        source.remarks.append(
            f"{count} without a code added to the definition above: {places}. Check that none is a passage."
        )
    if unread := columns.unread(sheet.header):
        source.remarks.append(
            f"Nothing reads {agree(len(unread), 'this column', 'these columns')}: {joined(unread, _MOST)}."
        )
    aliases = _aliases(rows)
    for row, path in zip(rows, placed.paths, strict=True):
        codable = None if row.is_code else False
        also = tuple(name for name in row.also if fold(name) in aliases)
        yield ListedCode(path, row.meaning, codable, row.place, also=also)


def _aliases(rows: Sequence[Row]) -> set[str]:
    """The other names, folded, that mean one code."""
    names = {fold(name) for row in rows for name in row.path}
    others = Counter(name for row in rows for name in set(map(fold, row.also)))
    return {name for name, count in others.items() if count == 1 and name not in names and len(name) <= LONGEST_LABEL}
