"""Mistakes of a person in a hurry: what they do to the files of a small study, and what `crosscase check` says then.

The check runs in this process, without Snakemake. All names are invented.
"""

import datetime
import io
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import xlsxwriter

from crosscase.messages.errors import StudyError
from crosscase.starting import readiness
from crosscase.study import study_folder
from tests.builders import steps_in_process
from tests.builders.small_study import CODINGS, small_study_here
from tests.builders.small_study import REGISTER as ROWS

STUDY, CODEBOOK, REGISTER = "config/study.yaml", "config/codebook.csv", "data/raw/participants.csv"
EXPORT, BOOK = "data/raw/exports/ie.csv", "data/raw/participants.xlsx"
DESCRIBED = "    columns:\n      document: Interview\n      code: Code\n      text: Text\n"
TEXTS = {text for codings in CODINGS.values() for _, _, text in codings}
DOCUMENTS = {document for codings in CODINGS.values() for document, _, _ in codings}
NAMES = {word for _, name, *_ in ROWS[1:] for word in name.split()}
CONFIDENTIAL = TEXTS | DOCUMENTS | NAMES
Change = Callable[[], object]
Cell = str | int | float | datetime.date | None


def has(path: str, old: str, new: str) -> Change:
    """Replace the first place of a text in a file."""

    def change() -> None:
        text = Path(path).read_text(encoding="utf-8")
        assert old in text, f"{path} does not have {old!r}"
        Path(path).write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def everywhere(path: str, old: str, new: str) -> Change:
    return lambda: Path(path).write_text(Path(path).read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def lies_at(path: str, new: str) -> Change:
    return lambda: Path(path).rename(new)


def holds(path: str, content: bytes) -> Change:
    return lambda: Path(path).write_bytes(content)


def both(*changes: Change) -> Change:
    return lambda: [change() for change in changes]


def workbook(rows: Sequence[Sequence[Cell]], merged: str = "") -> bytes:
    """A workbook as a person fills it in; `merged` are cells of one value."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "default_date_format": "d mmm"})
    sheet = book.add_worksheet("People")
    for number, row in enumerate(rows):
        for place, value in enumerate(row):
            if value is not None:
                sheet.write(number, place, value)
    if merged:
        sheet.merge_range(merged, "Merged")
    book.close()
    return stream.getvalue()


def register(rows: Sequence[Sequence[Cell]], merged: str = "") -> Change:
    """The register is a workbook."""
    return both(holds(BOOK, workbook(rows, merged)), has(STUDY, REGISTER, BOOK))


def with_cell(row: int, column: str, value: Cell) -> list[list[Cell]]:
    rows: list[list[Cell]] = [list(line) for line in ROWS]
    rows[row][ROWS[0].index(column)] = value
    return rows


def archive(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, "invented")
    return stream.getvalue()


@dataclass(frozen=True)
class Mistake:
    """What a person did, and what is said."""

    change: Change
    said: str


def said_by_check() -> list[str]:
    """What `crosscase check` says on the study of the working directory, without Snakemake."""
    try:
        study_folder.enter(None)
        study = study_folder.study_here()
        if missing := readiness.examine(study).missing:
            return [str(problem) for problem in missing]
        problems = steps_in_process.problems_of_check()
    except StudyError as error:
        return [str(problem) for problem in error.problems]
    return problems or Path("results/preflight/exports.txt").read_text(encoding="utf-8").splitlines()


def said_after(mistake: Mistake) -> list[str]:
    """What is said after a mistake. No text, document or name of a participant is among it."""
    with small_study_here():
        mistake.change()
        said = said_by_check()
    lines = "\n".join(said).casefold()
    assert not [word for word in CONFIDENTIAL if word.casefold() in lines]
    return said


def stop_unless_said(mistake: Mistake) -> None:
    """Fail unless the sentence that names the fix is among what is said."""
    said = said_after(mistake)
    assert any(mistake.said in sentence for sentence in said), said
