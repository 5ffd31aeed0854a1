"""Invented projects of tools that keep a database, and changes to such a file."""

import sqlite3
from contextlib import closing
from pathlib import Path

from crosscase.study.facts import ExportSettings
from tests.reconstruction.project import Coding, Document, Project

QUALCODER, REPORT = ExportSettings("", "qualcoder_database"), ExportSettings("", "qualcoder_csv")
RQDA, REQUAL = ExportSettings("", "rqda"), ExportSettings("", "requal_csv")
TEXT = "Anna says yes. Ben says no."
ROME = Document("a.txt", TEXT, group="Rome", variables={"Country": "Italia", "Role": "teacher"})
PORTO = Document("b.txt", "Carla nods.", group="Porto", variables={"Country": "Portugal"})
STUDY = Project(
    "a study",
    (ROME, PORTO),
    (
        Coding("a.txt", ("Barriers", "Money", "Rent"), "JN", 0, 14),
        Coding("a.txt", ("Barriers", "Time"), "ŠK", 15, 27),
        Coding("b.txt", ("Hope",), "JN", 0, 5),
    ),
)
FLAT = Project(
    "a study",
    STUDY.documents,
    tuple(Coding(c.document, c.code_path[-2:], c.coder, c.start, c.end) for c in STUDY.codings),
)


def change(path: Path, *statements: str) -> Path:
    """Change a database by hand."""
    with closing(sqlite3.connect(path)) as database, database:
        for statement in statements:
            database.execute(statement)
    return path
