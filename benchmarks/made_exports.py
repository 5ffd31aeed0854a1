"""Large exports of invented words, the same at every run, written piece by piece.

Each function writes a file with the given number of codings. All words, documents and coders are invented.
"""

import csv
import json
import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from tests.reconstruction.writers.maxqda import HEADINGS
from tests.reconstruction.writers.qualcoder_schema import VERSION_17
from tests.reconstruction.writers.taguette_schema import SCHEMA

DOCUMENTS = 500
COLUMNS = ("document", "code", "segment", "coder", "start", "end")
CODERS = ("Coder A", "Coder B", "Coder C", "Coder D")
GROUPS = ("North", "East", "South", "West")
CODES = tuple((f"Theme {number // 10}", f"Code {number}") for number in range(200))
_WHEN = "2026-01-01 12:00:00"
_SYLLABLES = (
    "ba",
    "ke",
    "lo",
    "mi",
    "nu",
    "ra",
    "se",
    "ti",
    "vo",
    "zu",
    "an",
    "el",
    "or",
    "ish",
    "ta",
    "ga",
    "né",
    "šo",
    "ř",
    "ü",
)
_SENTENCES = 4000


class Invented(NamedTuple):
    """One coding: numbers of its document and code from 0, offsets in code points."""

    document: int
    code: int
    words: str
    coder: str
    start: int
    end: int


def _sentences(rng: random.Random) -> list[str]:
    """Sentences of about 40 characters; some hold a comma, quotes or a line break."""

    def word() -> str:
        return "".join(rng.choices(_SYLLABLES, k=rng.randint(1, 4)))

    sentences = []
    for number in range(_SENTENCES):
        joints = (" " if number % 9 else ", ", " " if number % 50 else "\n")
        sentence = " ".join(word() for _ in range(rng.randint(3, 6)))
        sentence = joints[0].join((sentence, word())) + joints[1] + word()
        sentences.append(f'"{sentence}"' if number % 31 == 0 else f"{sentence}.")
    return sentences


def codings(rows: int) -> Iterator[Invented]:
    """Codings of segments of about 80 characters, document by document; hardly two segments are the same."""
    rng = random.Random(1)
    sentences = _sentences(rng)
    for row in range(rows):
        words = f"{rng.choice(sentences)} {sentences[row % _SENTENCES]}"
        start = row * 37 % 50_000
        coder = CODERS[row % len(CODERS)]
        yield Invented(row * DOCUMENTS // rows, row * 7 % len(CODES), words, coder, start, start + len(words))


def document(number: int) -> str:
    """The name of a document."""
    return f"Interview {number + 1:03}.docx"


def _tidy(rows: int) -> Iterator[tuple[str, str, str, str, int, int]]:
    paths = [" > ".join(path) for path in CODES]
    for coding in codings(rows):
        yield document(coding.document), paths[coding.code], *coding[2:]


def tidy_csv(path: Path, rows: int) -> None:
    """A tidy table as CSV."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(_tidy(rows))


def tidy_parquet(path: Path, rows: int) -> None:
    """The same table as Parquet."""
    import pyarrow as pa
    from pyarrow import parquet

    kinds = [pa.int64() if name in ("start", "end") else pa.string() for name in COLUMNS]
    schema = pa.schema(list(zip(COLUMNS, kinds, strict=True)))
    table = _tidy(rows)
    with parquet.ParquetWriter(path, schema) as writer:
        while chunk := list(islice(table, 100_000)):
            columns = zip(*chunk, strict=True)
            arrays = [pa.array(column, kind) for column, kind in zip(columns, kinds, strict=True)]
            writer.write_batch(pa.record_batch(arrays, schema=schema))


def taguette(path: Path, rows: int) -> None:
    """A Taguette database, one tag a highlight."""
    with closing(sqlite3.connect(path)) as database:
        database.executescript(SCHEMA)
        database.execute("INSERT INTO projects VALUES (1, 'Invented', '', ?)", (_WHEN,))
        names = [(number + 1, document(number), _WHEN) for number in range(DOCUMENTS)]
        database.executemany("INSERT INTO documents VALUES (?, ?, '', 'a', ?, 1, 'LEFT_TO_RIGHT', '')", names)
        tags = [(number, " > ".join(path)) for number, path in enumerate(CODES, 1)]
        database.executemany("INSERT INTO tags VALUES (?, 1, ?, '')", tags)
        for number, coding in enumerate(codings(rows), 1):
            within, tag = coding.document + 1, coding.code + 1
            place = (coding.start, coding.end)
            words = f"<p>{coding.words}</p>"
            payload = {"type": "highlight_add", "highlight_id": number, "tags": [tag]}
            database.execute("INSERT INTO highlights VALUES (?, ?, ?, ?, ?)", (number, within, *place, words))
            database.execute("INSERT INTO highlight_tags VALUES (?, ?)", (number, tag))
            log = (number, _WHEN, coding.coder, within, json.dumps(payload))
            database.execute("INSERT INTO commands VALUES (?, ?, ?, 1, ?, ?)", log)
        database.commit()


def qualcoder(path: Path, rows: int) -> None:
    """A QualCoder database; each document is in one case."""
    with closing(sqlite3.connect(path)) as database:
        database.executescript(VERSION_17)
        for number, (theme, code) in enumerate(CODES, 1):
            above = int(theme.removeprefix("Theme ")) + 1
            category = (above, theme, "Coder A", _WHEN)
            database.execute("INSERT OR IGNORE INTO code_cat VALUES (?, ?, ?, ?, '', NULL)", category)
            name = (number, code, above, "Coder A", _WHEN)
            database.execute("INSERT INTO code_name VALUES (?, ?, '', ?, ?, ?, '', NULL)", name)
        for number in range(1, DOCUMENTS + 1):
            name_of = (number, document(number - 1))
            database.execute("INSERT INTO source (id, name) VALUES (?, ?)", name_of)
            database.execute("INSERT INTO cases (caseid, name) VALUES (?, ?)", (number, f"Person {number}"))
            database.execute("INSERT INTO case_text (id, caseid, fid) VALUES (?, ?, ?)", (number, number, number))
            group = (number, "Region", "case", GROUPS[number % len(GROUPS)], number)
            database.execute("INSERT INTO attribute (attrid, name, attr_type, value, id) VALUES (?, ?, ?, ?, ?)", group)
        values = (
            (number, c.code + 1, c.document + 1, c.words, c.start + number, c.end + number, c.coder, _WHEN)
            for number, c in enumerate(codings(rows), 1)
        )
        database.executemany("INSERT INTO code_text VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', NULL, NULL)", values)
        database.commit()


def maxqda(path: Path, rows: int) -> None:
    """MAXQDA's table of coded segments as a workbook, with all its columns."""
    import xlsxwriter

    paths = [" > ".join(path) for path in CODES]
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        sheet = book.add_worksheet("Sheet1")
        sheet.write_row(0, 0, HEADINGS["en"])
        for number, coding in enumerate(codings(rows), 1):
            group = GROUPS[coding.document % len(GROUPS)]
            place = (group, document(coding.document), paths[coding.code], coding.start, coding.start + 1, 0)
            shares = (len(coding.words), 0.25, coding.coder, "01.01.2026 12:00:00")
            sheet.write_row(number, 0, ("●", "", *place, coding.words, *shares))
