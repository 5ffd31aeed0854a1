"""Writes the files of a new study; none that exists is overwritten."""

import os
import shlex
import shutil
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

from crosscase.codebooks import adoption
from crosscase.codebooks.codebook_edits import DECIDE
from crosscase.messages.errors import Problem, UsageError
from crosscase.starting.found import FoundExport
from crosscase.starting.study_text import CODEBOOK, REGISTER
from crosscase.storage import files
from crosscase.storage.schemas import CodebookEntry
from crosscase.study.facts import CONFIG

_IGNORED = (
    "# Personal data and what is built from it stay out of version control.\ndata/\nresults/\nlogs/\n.snakemake/\n"
)
_README = """\
# {title}

1. Fill in `data/raw/participants.xlsx`: one row for each participant, with name, group and consent.
   Decide what stands in the column `decide` of `config/codebook.csv`, then empty it.
2. `crosscase check` says what each export contains and what is missing.
3. `crosscase build` makes every table and figure. Open `results/report/index.html`.

`data/` holds personal data: keep it out of version control, and share it with nobody.
"""
_REMEDY = "Name a new folder; `crosscase add` adds exports to a study."
_OWN = (CONFIG, CODEBOOK, REGISTER, ".gitignore", "README.md")


def stop_on_wrong_order(folder: Path, exports: Sequence[str]) -> None:
    """Raise UsageError if what is given first has files, and what is given last is a folder without any, or none."""
    last = Path(exports[-1]).expanduser()
    is_new = not any(last.iterdir()) if last.is_dir() else not (last.exists() or last.suffix)
    if is_new and folder.is_dir() and any(folder.iterdir()):
        there = "nothing is in it" if last.is_dir() else "it does not exist"
        what = f"{there}, but {folder}, which would be the new study, has files"
        remedy = (
            f"Name the folder of the new study first: `{shlex.join(['crosscase', 'new', str(last), str(folder)])}`."
        )
        raise UsageError(Problem(str(last), "", what, remedy))


def stop_on_existing(folder: Path, exports: Iterable[FoundExport]) -> None:
    """Raise UsageError for each file that is there already; an export that lies in its place is none."""
    if folder.exists() and not folder.is_dir():
        raise UsageError(
            Problem(str(folder), "", "it is a file", "Name the folder of the new study before the exports.")
        )
    if (folder / CONFIG).exists():
        what = "a study exists already in this folder, and nothing is overwritten"
        raise UsageError(Problem(str(folder / CONFIG), "", what, _REMEDY))
    there = [name for name in _OWN if (folder / name).exists()]
    there += [e.settings.file for e in exports if not _is_in_place(e, folder) and (folder / e.settings.file).exists()]
    if there:
        what = "the file exists already, and nothing is overwritten"
        raise UsageError(Problem(str(folder / name), "", what, _REMEDY) for name in there)


def write(
    folder: Path,
    title: str,
    text: str,
    entries: Sequence[CodebookEntry],
    decide: Mapping[str, str],
    register: bytes,
    exports: Collection[FoundExport],
) -> None:
    """Copy the exports and write the files; study.yaml comes last, so that an interrupted start is no study.

    Raises UsageError if one is there by now: a person may have been asked meanwhile.
    """
    stop_on_existing(folder, exports)
    for export in exports:
        if not _is_in_place(export, folder):
            copy(export.source, folder / export.settings.file)
    with files.replacing(folder / REGISTER, mode=0o600) as stream:
        stream.write(register)
    columns, rows = adoption.table(entries)
    decided = ([*row, decide.get(entry.code, "")] for row, entry in zip(rows, entries, strict=True))
    files.write_csv(folder / CODEBOOK, (*columns, DECIDE), decided)
    files.write_text(folder / ".gitignore", _IGNORED)
    files.write_text(folder / "README.md", _README.format(title=title))
    files.write_text(folder / CONFIG, text)


def _is_in_place(export: FoundExport, folder: Path) -> bool:
    return os.path.realpath(export.source) == os.path.realpath(folder / export.settings.file)


def copy(source: str, target: Path) -> None:
    """Copy an export, readable by its owner alone."""
    with open(source, "rb") as stream, files.replacing(target, mode=0o600) as written:
        shutil.copyfileobj(stream, written)
