"""Which headings of the lists that a team keeps by hand were taken for which columns, and what is not read.

A heading may be another word for a column; a person must see what was made of it.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from crosscase.anonymisation import gazetteer, guide
from crosscase.codebooks.codebook_edits import DECIDE
from crosscase.coding import codebook
from crosscase.messages.errors import StudyError
from crosscase.messages.wording import agree, counted, cut, joined
from crosscase.spreadsheets import list_columns, spreadsheet
from crosscase.starting.register_workbook import ABOUT
from crosscase.storage.text_form import fold
from crosscase.study import list_headings
from crosscase.study.facts import FURTHER_REGISTER_COLUMNS, REGISTER_COLUMNS, Study
from crosscase.study.list_headings import Headings

_MOST = 20  # columns that a line lists


def lines(study: Study) -> Iterator[str]:
    """Which headings were taken for which columns, and which columns and sheets are not read."""
    by, further = study.compare.one, [variable.id for variable in study.sample]
    register_columns = (*REGISTER_COLUMNS, by, *FURTHER_REGISTER_COLUMNS, *further)
    for key, path, known, words in (
        ("codebook", study.codebook, (*codebook.COLUMNS, DECIDE), list_headings.CODEBOOK),
        ("register", study.register, register_columns, list_headings.of_register(by, further)),
        ("identifiers", study.identifiers or "", (*gazetteer.COLUMNS, by), list_headings.of_identifiers(by)),
        ("guide", study.guide or "", (*guide.COLUMNS, by), list_headings.of_guide(by)),
    ):
        try:
            table = spreadsheet.read_whole(path, study.sheets.get(key)) if Path(path).is_file() else None
        except StudyError:
            continue
        if table:
            yield from _columns(path, table.header, known, words)
        others = sum(not look.is_first and look.name != ABOUT for look in table.source.sheets()) if table else 0
        if others:
            yield f"{path}: the first sheet is read; {counted(others, 'other sheet is', 'other sheets are')} not"


def _columns(path: str, header: Sequence[str], known: Sequence[str], words: Headings) -> Iterator[str]:
    """The headings taken for others, and those that nothing reads, unless the row may be no headings at all."""
    taken = list_columns.taken_for(header, known, words)
    for heading, column in taken.items():
        yield f"{path}: the column “{heading}” is read as `{column}`"
    unread = [heading for heading in header if heading and fold(heading) not in map(fold, (*known, *taken))]
    if unread and len(unread) < len(list(filter(None, header))):
        columns = agree(len(unread), "the column {} is", "the columns {} are")
        yield f"{path}: {columns.format(joined([f'“{cut(heading)}”' for heading in unread], _MOST))} not read"
