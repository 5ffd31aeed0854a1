"""A codebook that is revised: its codes are renamed and merged, in its file. All of it is invented."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from crosscase.codebooks import codebook_edits, revisions
from crosscase.coding import codebook
from crosscase.storage.schemas import CodebookEntry
from crosscase.study.facts import Domain

DOMAINS = [Domain("barriers", "Barriers", ["Hindernisse"]), Domain("helps", "Helps")]
HEADER = "domain,code,label,definition,parent,order,codable,aliases,notes"
ROWS = """\
barriers,staff,Staff,Those who work there.,,1,yes,,mine
barriers,time,Lack of time,Hours.,staff,2,yes,Zeit,
barriers,other_1,Other,,staff,3,yes,,yours
barriers,money,Money,"Pay, of any kind.",,4,yes,Geld,
barriers,other_2,Other,,money,5,yes,,
barriers,heading,Heading,,,6,no,,
barriers,below,Below it,,heading,7,yes,Unten,
helps,trust,Trust,,,1,yes,,
helps,other_3,Other,,,2,yes,,
"""


def entries_of(path: Path) -> list[CodebookEntry]:
    return codebook.read(str(path), DOMAINS)


def write(folder: Path) -> Path:
    """The codebook, in a folder."""
    file = folder / "codebook.csv"
    file.write_text(f"{HEADER}\n{ROWS}", encoding="utf-8")
    return file


def rows_of(path: Path) -> dict[str, dict[str, str]]:
    return {row["code"]: row for row in csv.DictReader(io.StringIO(path.read_text(encoding="utf-8")))}


def renamed(path: Path, name: str, label: str) -> list[CodebookEntry]:
    entries = entries_of(path)
    revision = revisions.rename(entries, DOMAINS, revisions.find(entries, name).code, label)
    codebook_edits.write(str(path), codebook_edits.content(str(path), revision.entries, DOMAINS))
    return entries_of(path)


def merged(path: Path, names: Sequence[str], into: str) -> list[CodebookEntry]:
    entries = entries_of(path)
    codes = [revisions.find(entries, name).code for name in names]
    revision = revisions.merge(entries, DOMAINS, codes, into)
    codebook_edits.write(str(path), codebook_edits.content(str(path), revision.entries, DOMAINS, into))
    return entries_of(path)
