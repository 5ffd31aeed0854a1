"""RQDA: the project file, `.rqda`.

1. Codings are the rows of `coding` and, if it exists, of `coding2`, the table for a second coding.
   Offsets are characters, the end exclusive, kept as real numbers.
2. Rows with a `status` other than 1 are deleted: codings, codes, categories, documents, cases, links and
   attributes alike. Attributes of versions before 0.1.8 have no status.
3. RQDA has no tree of codes. The path of a code is its category and its name. A code in several
   categories is one code, so its path is its name alone, as for a code in no category.
4. A document's groups are its file categories. Its variables are its attributes and those of the cases
   of the coding, see `cases`.

Names may repeat: `distinguished_by` has the document's number, the table and the date. Sources:
RQDA's `ProjectFun.R` (schema, versions), `getCodings.R`, `CodeCatButton.R`, `Attributes.R` and
`deletion.R`; a real project with 121 codings.
"""

import sqlite3
from collections.abc import Iterator

from crosscase.readers import sqlite_files
from crosscase.readers.cases import Cases, Link, grouped
from crosscase.readers.code_paths import split_levels
from crosscase.readers.days import day_of
from crosscase.readers.look import Likeness, Look
from crosscase.readers.raw import GONE, Export, RawCoding
from crosscase.readers.sqlite_files import number, text, text_or_none

TABLES = ("source", "freecode", "coding", "codecat", "treecode", "cases", "caselinkage")
_CODINGS = ("coding", "coding2")
_PASSAGE = ("rowid", "cid", "fid", "seltext", "selfirst", "selend", "owner", "date")


def recognise(look: Look) -> Likeness:
    """The database has RQDA's tables."""
    alike = look.has_tables("freecode", "codecat", "treecode", "coding", "source", "caselinkage")
    return Likeness(1.0, "it has the tables of an RQDA project") if alike else Likeness()


def read(export: Export) -> Iterator[RawCoding]:
    """Yield the codings of a project, those of the second table last."""
    notes = export.notes
    with sqlite_files.opened(export.path, "an RQDA project", export.limits, *TABLES) as database:
        notes.tool = _version(database)
        documents = _names(database, "source", "id")
        groups = _members(database, "treefile", "fid", _names(database, "filecat", "catid"))
        separator = export.settings.separator
        paths = {code: split_levels(path, separator) for code, path in code_paths(database).items()}
        cases = _cases(database)
        notes.documents.update(documents.values())
        notes.code_paths.update(paths.values())
        notes.variables.update(cases.variable_names())
        for table in _CODINGS:
            if deleted := _deleted(database, table):
                notes.passed_over["deleted coding"] += deleted
            for row, code, document, words, first, last, owner, date in _alive(database, table, *_PASSAGE):
                if document not in documents or code not in paths:
                    notes.passed_over[GONE] += 1
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
                    distinguished_by=f"{table}, document {document}, {text_or_none(date) or 'no date'}",
                    document_groups=tuple(groups.get(document, ())),
                    variables=cases.variables(document, holding),
                    document_id=str(document),
                    cases=tuple(cases.names[case] for case in holding),
                    day=day_of(date),
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
    """The rows of a table that are not deleted; none if the table does not exist."""
    existing = sqlite_files.columns(database, table)
    if not existing:
        return iter(())
    alive = "WHERE status = 1" if "status" in existing else ""
    # The names of tables and columns are those of this module.
    return database.execute(f"SELECT {', '.join(columns)} FROM {table} {alive} ORDER BY rowid")  # noqa: S608


def _names(database: sqlite3.Connection, table: str, key: str) -> dict[int, str]:
    return {number(identifier): text(name) for identifier, name in _alive(database, table, key, "name")}


def _members(database: sqlite3.Connection, table: str, key: str, names: dict[int, str]) -> dict[int, list[str]]:
    """The categories of each code or document, each once."""
    pairs = {(number(member), number(category)): None for member, category in _alive(database, table, key, "catid")}
    return grouped((member, names[category]) for member, category in pairs if category in names)


def code_paths(database: sqlite3.Connection) -> dict[int, tuple[str, ...]]:
    """The path of each code by its number, in the order of the numbers of rows."""
    categories = _members(database, "treecode", "cid", _names(database, "codecat", "catid"))
    paths = {}
    for code, name in _names(database, "freecode", "id").items():
        above = categories.get(code, [])
        # ASSUME: a code that is in several categories counts as one code, not as one in each.
        paths[code] = (*above, name) if len(above) == 1 else (name,)
    return paths


def memos(database: sqlite3.Connection) -> dict[int, object]:
    """The memo of each code by its number, as the database has it."""
    return {number(code): memo for code, memo in _alive(database, "freecode", "id", "memo")}


def _cases(database: sqlite3.Connection) -> Cases:
    def attributes(table: str, key: str) -> Iterator[tuple[int, tuple[str, str]]]:
        for identifier, name, value in _alive(database, table, key, "variable", "value"):
            if value not in (None, "NA"):  # RQDA itself cleans its tables in this way
                yield number(identifier), (text(name), text(value))

    rows = _alive(database, "caselinkage", "fid", "caseid", "selfirst", "selend")
    links = ((number(file), Link(number(case), number(first), number(last))) for file, case, first, last in rows)
    return Cases(
        names=_names(database, "cases", "id"),
        links=grouped(links),
        of_documents=grouped(attributes("fileAttr", "fileID")),
        of_cases=grouped(attributes("caseAttr", "caseID")),
    )
