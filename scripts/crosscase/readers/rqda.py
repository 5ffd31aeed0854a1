"""RQDA: the project file, `.rqda`.

1. Codings are the rows of `coding` and, where there is one, of `coding2`, the table for a second coding.
   Offsets are characters, the end exclusive, kept as real numbers.
2. What has another `status` than 1 is deleted: codings, codes, categories, documents, cases, links and
   attributes alike. Attributes of versions before 0.1.8 have no status.
3. RQDA has no tree of codes. The path of a code is its category and its name; a code in several
   categories, which is one code, is given by its name alone, as is one in none.
4. A document's groups are its file categories. Its variables are its attributes and those of the cases
   that hold the coding, `cases`.

Names may repeat: `told_apart_by` holds the document's number and the table beside the date. Sources:
RQDA's `ProjectFun.R` (schema, versions), `getCodings.R`, `CodeCatButton.R`, `Attributes.R` and
`deletion.R`; a real project with 121 codings.
"""

import sqlite3
from collections.abc import Iterator

from crosscase.readers import sqlite_files
from crosscase.readers.cases import Cases, Link, grouped
from crosscase.readers.look import Likeness, Look
from crosscase.readers.raw import GONE, Export, RawCoding
from crosscase.readers.sqlite_files import number, text, text_or_none

_TABLES = ("source", "freecode", "coding", "codecat", "treecode", "cases", "caselinkage")
_CODINGS = ("coding", "coding2")
_PASSAGE = ("rowid", "cid", "fid", "seltext", "selfirst", "selend", "owner", "date")


def recognise(look: Look) -> Likeness:
    """The database has RQDA's tables."""
    alike = look.has_tables("freecode", "codecat", "treecode", "coding", "source", "caselinkage")
    return Likeness(1.0, "it has the tables of an RQDA project") if alike else Likeness()


def read(export: Export) -> Iterator[RawCoding]:
    """Yield the codings of a project, those of the second table last."""
    seen = export.seen
    with sqlite_files.opened(export.path, "an RQDA project", export.limits, *_TABLES) as database:
        seen.tool = _version(database)
        documents = _names(database, "source", "id")
        groups = _members(database, "treefile", "fid", _names(database, "filecat", "catid"))
        paths = _code_paths(database)
        cases = _cases(database)
        seen.documents.update(documents.values())
        seen.code_paths.update(paths.values())
        seen.variables.update(cases.variable_names())
        for table in _CODINGS:
            if deleted := _deleted(database, table):
                seen.passed_over["deleted coding"] += deleted
            for row, code, document, words, first, last, owner, date in _alive(database, table, *_PASSAGE):
                if document not in documents or code not in paths:
                    seen.passed_over[GONE] += 1
                    continue
                start, end = number(first), number(last)
                holding = cases.holding(document, start, end)
                yield RawCoding(
                    locator=f"{table} {row}",
                    document=documents[document],
                    code_path=paths[code],
                    text=text_or_none(words),
                    start=start,
                    end=end,
                    coder=text_or_none(owner) or None,
                    told_apart_by=f"{table}, document {document}, {text_or_none(date) or 'no date'}",
                    document_groups=tuple(groups.get(document, ())),
                    variables=cases.variables(document, holding),
                )


def _version(database: sqlite3.Connection) -> str:
    if "databaseversion" not in sqlite_files.columns(database, "project"):
        return "RQDA"
    version = database.execute("SELECT databaseversion FROM project").fetchone()
    return f"RQDA {text(version[0])}" if version and version[0] else "RQDA"


def _deleted(database: sqlite3.Connection, table: str) -> int:
    if "status" not in sqlite_files.columns(database, table):
        return 0
    # The names of tables are those of this module.
    return int(database.execute(f"SELECT count(*) FROM {table} WHERE status IS NOT 1").fetchone()[0])  # noqa: S608


def _alive(database: sqlite3.Connection, table: str, *columns: str) -> Iterator[tuple[object, ...]]:
    """The rows of a table that are not deleted; none where there is no such table."""
    there = sqlite_files.columns(database, table)
    if not there:
        return iter(())
    alive = "WHERE status = 1" if "status" in there else ""
    # The names of tables and columns are those of this module.
    return database.execute(f"SELECT {', '.join(columns)} FROM {table} {alive} ORDER BY rowid")  # noqa: S608


def _names(database: sqlite3.Connection, table: str, key: str) -> dict[int, str]:
    return {number(identifier): text(name) for identifier, name in _alive(database, table, key, "name")}


def _members(database: sqlite3.Connection, table: str, key: str, names: dict[int, str]) -> dict[int, list[str]]:
    """The categories of each code or document, each once."""
    pairs = {(number(member), number(category)): None for member, category in _alive(database, table, key, "catid")}
    return grouped((member, names[category]) for member, category in pairs if category in names)


def _code_paths(database: sqlite3.Connection) -> dict[int, tuple[str, ...]]:
    categories = _members(database, "treecode", "cid", _names(database, "codecat", "catid"))
    paths = {}
    for code, name in _names(database, "freecode", "id").items():
        above = categories.get(code, [])
        # ASSUME: a code that is in several categories counts as one code, not as one in each.
        paths[code] = (*above, name) if len(above) == 1 else (name,)
    return paths


def _cases(database: sqlite3.Connection) -> Cases:
    def attributes(table: str, key: str) -> Iterator[tuple[int, tuple[str, str]]]:
        for identifier, name, value in _alive(database, table, key, "variable", "value"):
            if value not in (None, "NA"):  # so RQDA itself cleans its tables
                yield number(identifier), (text(name), text(value))

    rows = _alive(database, "caselinkage", "fid", "caseid", "selfirst", "selend")
    links = ((number(file), Link(number(case), number(first), number(last))) for file, case, first, last in rows)
    return Cases(
        names=_names(database, "cases", "id"),
        links=grouped(links),
        of_documents=grouped(attributes("fileAttr", "fileID")),
        of_cases=grouped(attributes("caseAttr", "caseID")),
    )
