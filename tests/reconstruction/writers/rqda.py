"""Write a project as an RQDA project, as `ProjectFun.R` of RQDA creates it.

1. A code path is a category and a code; a path of one level is a code without a category.
2. A document's group is a file category; its variables are file attributes.
3. The schema is that of version 0.2.2, or that of 0.1.5: no second table of codings, no status of attributes.

Raises ValueError for a code path of more than two levels, which RQDA has not.
"""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Literal

from tests.reconstruction.project import CodePath, Project

DATE = "Fri Aug 05 11:16:43 2016"
Version = Literal["0.1.5", "0.2.2"]

SCHEMA = """
CREATE TABLE source (name text, id integer, file text, memo text, owner text, date text, dateM text, status integer);
CREATE TABLE freecode (name text, memo text, owner text, date text, dateM text, id integer, status integer);
CREATE TABLE treecode (cid integer, catid integer, date text, dateM text, memo text, status integer);
CREATE TABLE treefile (fid integer, catid integer, date text, dateM text, memo text, status integer);
CREATE TABLE filecat (name text, fid integer, catid integer, owner text, date text, dateM text, memo text,
    status integer);
CREATE TABLE codecat (name text, cid integer, catid integer, owner text, date text, dateM text, memo text,
    status integer);
CREATE TABLE coding (cid integer, fid integer, seltext text, selfirst real, selend real, status integer, owner text,
    date text, memo text);
CREATE TABLE project (databaseversion text, date text, dateM text, memo text, about text);
CREATE TABLE cases (name text, memo text, owner text, date text, dateM text, id integer, status integer);
CREATE TABLE caselinkage (caseid integer, fid integer, selfirst real, selend real, status integer, owner text,
    date text, memo text);
CREATE TABLE attributes (name text, status integer, date text, dateM text, owner text, memo text);
CREATE TABLE caseAttr (variable text, value text, caseID integer, date text, dateM text, owner text);
CREATE TABLE fileAttr (variable text, value text, fileID integer, date text, dateM text, owner text);
CREATE TABLE journal (name text, journal text, date text, dateM text, owner text, status integer);
"""
SINCE_0_2_2 = """
ALTER TABLE freecode ADD COLUMN color text;
ALTER TABLE treecode ADD COLUMN owner text;
ALTER TABLE treefile ADD COLUMN owner text;
ALTER TABLE attributes ADD COLUMN class text;
ALTER TABLE caseAttr ADD COLUMN status integer;
ALTER TABLE fileAttr ADD COLUMN status integer;
ALTER TABLE project ADD COLUMN imageDir text;
CREATE TABLE coding2 (cid integer, fid integer, seltext text, selfirst real, selend real, status integer, owner text,
    date text, memo text);
CREATE TABLE annotation (fid integer, position integer, annotation text, owner text, date text, dateM text,
    status integer);
CREATE TABLE image (name text, id integer, date text, dateM text, owner text, status integer);
CREATE TABLE imageCoding (cid integer, iid integer, x1 integer, y1 integer, x2 integer, y2 integer, memo text,
    date text, dateM text, owner text, status integer);
"""


def write(project: Project, path: Path, version: Version = "0.2.2") -> None:
    """Write the project, replacing the file if there is one."""
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as database, database:
        database.executescript(SCHEMA if version == "0.1.5" else SCHEMA + SINCE_0_2_2)
        database.execute("INSERT INTO project (databaseversion, date) VALUES (?, ?)", (version, DATE))
        sources = _write_sources(database, project, version)
        codes = _write_codes(database, project)
        insert = "INSERT INTO coding VALUES (?, ?, ?, ?, ?, 1, ?, ?, NULL)"
        for c in project.codings:
            row = (codes[c.code_path], sources[c.document], project.text_of(c), c.start, c.end, c.coder, DATE)
            database.execute(insert, row)


def _write_sources(database: sqlite3.Connection, project: Project, version: Version) -> dict[str, int]:
    sources: dict[str, int] = {}
    groups: dict[str, int] = {}
    for number, document in enumerate(project.documents, start=1):
        sources[document.name] = number
        row = (document.name, number, document.text, DATE)
        database.execute("INSERT INTO source VALUES (?, ?, ?, NULL, 'default', ?, NULL, 1)", row)
        for name, value in document.variables.items():
            insert = "INSERT INTO fileAttr (variable, value, fileID, date, owner) VALUES (?, ?, ?, ?, 'default')"
            database.execute(insert, (name, value, number, DATE))
        if document.group:
            if document.group not in groups:
                groups[document.group] = len(groups) + 1
                insert = "INSERT INTO filecat (name, catid, owner, status) VALUES (?, ?, 'default', 1)"
                database.execute(insert, (document.group, groups[document.group]))
            insert = "INSERT INTO treefile (fid, catid, date, status) VALUES (?, ?, ?, 1)"
            database.execute(insert, (number, groups[document.group], DATE))
    if version != "0.1.5":
        database.execute("UPDATE fileAttr SET status = 1")
    return sources


def _write_codes(database: sqlite3.Connection, project: Project) -> dict[CodePath, int]:
    codes: dict[CodePath, int] = {}
    groups: dict[CodePath, int] = {}
    for number, path in enumerate(project.code_paths(), start=1):
        if len(path) > 2:
            raise ValueError(f"{path}: RQDA has one level of categories")
        codes[path] = number
        insert = "INSERT INTO freecode (name, owner, date, id, status) VALUES (?, 'default', ?, ?, 1)"
        database.execute(insert, (path[-1], DATE, number))
        for above in (path[:-1],) if len(path) == 2 else ():
            if above not in groups:
                groups[above] = len(groups) + 1
                insert = "INSERT INTO codecat (name, catid, owner, status) VALUES (?, ?, 'default', 1)"
                database.execute(insert, (above[0], groups[above]))
            insert = "INSERT INTO treecode (cid, catid, date, status) VALUES (?, ?, ?, 1)"
            database.execute(insert, (number, groups[above], DATE))
    return codes
