"""QualCoder: the project's database, `data.qda` in the folder of the project.

1. Codings are the rows of `code_text`, `code_image` and `code_av`. The text is `seltext`; its places
   are code points, the end exclusive; those of audio and video are milliseconds. Those of pictures are areas.
2. Codings of a deleted document or code are left out and counted: QualCoder drops or never shows them.
3. The path of a code is its categories, then the codes above it (`supercid`, since version 16; it takes
   precedence over a category). A code in a category of the same name is that category itself: before it had
   nested codes, QualCoder imported parent codes of other tools in this way.
4. A document's groups are the cases of the coding, see `cases`: QualCoder has no others. Its
   variables are the attributes of the file and of those cases.
5. The marks of the dialog for speakers are not codings: they show who speaks, if `participant_from` names the code
   above them.

Codings are different ones if their numbers differ, as in the tool's report. Sources: QualCoder's `__main__.py` (schema,
repairs), `refi.py`, `report_codes.py` and `speakers.py`, of 2026; a project of version 8 with 753 codings.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from crosscase.messages.errors import unreadable
from crosscase.readers import sqlite_files
from crosscase.readers.cases import Cases, Link, grouped
from crosscase.readers.code_paths import levels_of_speaker, split_levels
from crosscase.readers.days import day_of
from crosscase.readers.look import Likeness, Look
from crosscase.readers.raw import GONE, Export, RawCoding
from crosscase.readers.sqlite_files import number, number_or_none, text, text_or_none

SPEAKERS = "📌 Speaker coding"  # the coder name with which QualCoder marks speakers
TABLES = ("source", "code_cat", "code_name", "code_text", "code_image", "code_av", "cases", "case_text", "attribute")
_CODINGS = {  # ordered by their key, the order of the table, so that SQLite does not sort
    "avid": "SELECT avid, id, cid, NULL, pos0, pos1, owner, '', {date} FROM code_av ORDER BY avid",
    "ctid": "SELECT ctid, fid, cid, seltext, pos0, pos1, owner, '', {date} FROM code_text ORDER BY ctid",
    "imid": "SELECT imid, id, cid, NULL, NULL, NULL, owner, {area}, {date} FROM code_image ORDER BY imid",
}
_AREA = ("x1", "y1", "width", "height", "pdf_page")  # older versions have no pages
_CODES = "SELECT cid, name, catid, supercid FROM code_name"
_CODES_BEFORE_16 = "SELECT cid, name, catid, NULL FROM code_name"
_LINKS = "SELECT fid, caseid, pos0, pos1 FROM case_text ORDER BY id"
_ATTRIBUTES = "SELECT id, name, value FROM attribute WHERE attr_type = ? AND value IS NOT NULL ORDER BY attrid"
Tree = Mapping[int, tuple[str, int | None]]  # name and parent, by number


def recognise(look: Look) -> Likeness:
    """The database has QualCoder's tables."""
    alike = look.has_tables("code_text", "code_image", "code_av", "code_name", "code_cat", "source")
    return Likeness(1.0, "it has the tables of a QualCoder database") if alike else Likeness()


def folded_path(levels: Iterable[str]) -> tuple[str, ...]:
    """The path of a code from its levels, root first; a category and a code of the same name in it are one level."""
    return tuple(name for name, _ in groupby(levels))


def read(export: Export) -> Iterator[RawCoding]:
    """Yield the codings of a project: audio and video, then text, then pictures."""
    notes = export.notes
    with sqlite_files.opened(export.path, "a QualCoder database", export.limits, *TABLES) as database:
        notes.tool = _version(database)
        separator = export.settings.separator
        paths = {code: split_levels(path, separator) for code, path in code_paths(database, export.path).items()}
        documents = {number(key): text(name) for key, name in database.execute("SELECT id, name FROM source")}
        cases = _cases(database)
        notes.documents.update(documents.values())
        notes.code_paths.update(paths.values())
        notes.variables.update(cases.variable_names())
        area = _area(database)
        dates = {kind: _date(database, query) for kind, query in _CODINGS.items()}
        queries = {kind: query.format(area=area, date=dates[kind]) for kind, query in _CODINGS.items()}
        rows = ((kind, *row) for kind, query in queries.items() for row in database.execute(query))
        for kind, key, document, code, words, start, end, owner, place, date in rows:
            if document not in documents or code not in paths:
                notes.passed_over[GONE] += 1
                continue
            if owner == SPEAKERS and not levels_of_speaker(export.settings, paths[code]):
                notes.passed_over["mark of a speaker"] += 1
                continue
            passage = (number_or_none(start), number_or_none(end))
            holding = cases.holding(document, *passage) if kind == "ctid" else cases.holding(document)
            names = tuple(cases.names[case] for case in holding)
            yield RawCoding(
                locator=f"{kind}:{number(key)}",
                document=documents[document],
                code_path=paths[code],
                text=text_or_none(words),
                start=passage[0],
                end=passage[1],
                coder=text_or_none(owner) or None,
                distinguished_by=f"{kind}:{number(key)}",
                document_groups=names,
                variables=cases.variables(document, holding),
                document_id=str(document),
                cases=names,
                place=text(place),
                day=day_of(date),
            )


def _date(database: sqlite3.Connection, query: str) -> str:
    """The expression in SQL for the date of a coding, if the table of a query has one."""
    table = query.partition(" FROM ")[2].split()[0]
    return "date" if "date" in sqlite_files.columns(database, table) else "NULL"


def _area(database: sqlite3.Connection) -> str:
    """The expression in SQL for the area of a picture or page, as far as the version has it."""
    known = sqlite_files.columns(database, "code_image")
    return " || ' ' || ".join(f"coalesce({name}, '')" for name in _AREA if name in known) or "''"


def _version(database: sqlite3.Connection) -> str:
    if "about" not in sqlite_files.columns(database, "project"):
        return "QualCoder"
    about = database.execute("SELECT about FROM project").fetchone()
    return text(about[0]) if about and about[0] else "QualCoder"


def code_paths(database: sqlite3.Connection, path: str) -> dict[int, tuple[str, ...]]:
    """The path of each code by its number. `path` is that of the file, for messages."""
    nested = "supercid" in sqlite_files.columns(database, "code_name")
    categories: dict[int, tuple[str, int | None]] = {}
    for key, name, above in database.execute("SELECT catid, name, supercatid FROM code_cat"):
        categories[number(key)] = (text(name), number_or_none(above))
    codes: dict[int, tuple[str, int | None]] = {}
    within: dict[int, int | None] = {}
    for key, name, category, above in database.execute(_CODES if nested else _CODES_BEFORE_16):
        codes[number(key)] = (text(name), number_or_none(above))
        within[number(key)] = number_or_none(category)

    def levels(code: int) -> Iterator[str]:
        """Names from a code up to the root."""
        chain = _upwards(code, codes, path)
        yield from (codes[key][0] for key in chain)
        above = [categories[key][0] for key in _upwards(within[chain[-1]], categories, path)]
        yield from above[1:] if above[:1] == [codes[chain[-1]][0]] else above

    return {code: tuple(reversed(list(levels(code)))) for code in codes}


def _upwards(key: int | None, tree: Tree, path: str) -> list[int]:
    """The numbers from one to the root, without deleted parents."""
    found: dict[int, None] = {}
    while key is not None and key in tree:
        if key in found:
            remedy = "Open it in a newer QualCoder, which repairs such circles."
            raise unreadable(path, "its codes or categories are nested in a circle", remedy)
        found[key] = None
        key = tree[key][1]
    return list(found)


def _cases(database: sqlite3.Connection) -> Cases:
    def attributes(kind: str) -> Iterator[tuple[int, tuple[str, str]]]:
        for key, name, value in database.execute(_ATTRIBUTES, (kind,)):
            yield number(key), (text(name), text(value))

    links = (
        (number(document), Link(number(case), number_or_none(start), number_or_none(end)))
        for document, case, start, end in database.execute(_LINKS)
    )
    return Cases(
        names={number(key): text(name) for key, name in database.execute("SELECT caseid, name FROM cases")},
        links=grouped(links),
        of_documents=grouped(attributes("file")),
        of_cases=grouped(attributes("case")),
    )
