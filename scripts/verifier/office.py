"""All tables in one Word document and in workbooks: the same rows, notes and numbers as in the other formats.

The page of each table is compared with the counts elsewhere. What Word and Excel show is compared with the pages.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import zip_longest
from xml.etree import ElementTree

from verifier import analysis_tables, excel_shape, word_shape
from verifier.analysis_material import FOLDER as OF_ANALYSIS
from verifier.excel_shape import EXCEL, SPACE
from verifier.package import MOST_PACKED, Package
from verifier.pages import html_rows, plain
from verifier.tables import FOLDER, NUMBERS
from verifier.word_shape import WORD

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MOST = 100 * 2**20  # bytes of a file in them
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
Grid = list[list[str]]


@dataclass(frozen=True)
class Table:
    """A table: the path of its files without their ending, its title, its head and rows, and what stands below it."""

    name: str
    caption: str
    rows: Grid
    notes: list[str]


def office(package: Package) -> Iterator[str]:
    """Every row, title and note of the document and of the workbooks."""
    tables = list(tables_of(package))
    yield from word(package, tables)
    yield from excel(package, tables)
    yield from workbooks(package, tables)


def tables_of(package: Package) -> Iterator[Table]:
    """What both have, in order: the marks of each domain, the numbers behind them, the sample, the analysis."""
    domains = package.study["domains"]
    names = [f"{FOLDER}{domain['id']}" for domain in domains]
    names += [f"{name}{NUMBERS}" for name in names]
    names += [f"{FOLDER}{name}" for name in ("sample", *([package.sample_by] if package.study["sample"] else []))]
    yield from (
        _of_page(package, name)
        for name in [*names, *(f"{OF_ANALYSIS}{name}" for name in analysis_tables.names(package))]
    )


def _of_page(package: Package, name: str) -> Table:
    page = package.text(f"{name}.html")
    caption = re.search(r'<caption id="caption">(.*?)</caption>', page, re.DOTALL)
    notes = re.findall(r"<p>(.*?)</p>", page.partition('id="notes">')[2], re.DOTALL)
    rows = [[plain(text) for _, text in row] for row in html_rows(page)]
    return Table(name, unescape(caption[1]) if caption else "", rows, [unescape(note) for note in notes])


def word(package: Package, tables: Sequence[Table]) -> Iterator[str]:
    """The document has the titles, rows and notes of the tables in their order, and nothing else."""
    parts = _parts(package, WORD)
    if wrong := [*word_shape.check(package, parts)]:
        yield from wrong
        return
    expected = [part for number, table in enumerate(tables, 1) for part in _in_word(package, table, number)]
    body = parts["word/document.xml"].find(f"{_W}body")
    found: list[str | Grid] = []
    for child in [] if body is None else body:
        if child.tag == f"{_W}tbl":
            found.append(_grid(child))
        elif sentence := plain(_text(child)):
            found.append(sentence)
    whole = _joined(found, package.words("continued"), package.words("similarity_of_groups"))
    for one, other in zip_longest(whole, expected):
        if one != other:
            texts = [part[:60] for part in (one, other) if isinstance(part, str)]
            yield f"{WORD}: {repr(texts[0]) if texts else 'a table'} is not that of the other formats"
            return


def _joined(parts: Sequence[str | Grid], continued: str, triangle: str) -> Iterator[str | Grid]:
    """What a document has, in order: the panels of a table that is divided, each under its title, as one table.

    Of the table with the title `triangle`, a panel begins with the row of its first column.
    """
    caption, place = "", 0
    while place < len(parts):
        part, place = parts[place], place + 1
        if isinstance(part, str):
            caption = part
            yield part
            continue
        while parts[place : place + 1] == [f"{caption} {continued}"]:
            more = next(iter(parts[place + 1 : place + 2]), "")
            lacking = len(part) - len(more)
            if caption == triangle and lacking > 0 and not isinstance(more, str):
                more = [*more[:1], *([row[0], *[""] * (len(more[0]) - 1)] for row in part[1 : 1 + lacking]), *more[1:]]
            if isinstance(more, str) or [row[:1] for row in part] != [row[:1] for row in more]:
                break
            part = [[*row, *further[1:]] for row, further in zip(part, more, strict=True)]
            place += 2
        yield _trimmed(part)


def _in_word(package: Package, table: Table, number: int) -> Iterator[str | Grid]:
    """What the document has of a table, in order."""
    yield from (f"{package.words('table')} {number}", plain(table.caption), _trimmed(table.rows))
    lead = f"{package.words('note_lead')} "
    for note in filter(None, (package.study["synthetic_note"], *table.notes)):
        yield plain(f"{lead}{note}")
        lead = ""


def _grid(table: ElementTree.Element) -> Grid:
    return [[plain(_text(cell)) for cell in row.findall(f"{_W}tc")] for row in table.findall(f"{_W}tr")]


def _text(element: ElementTree.Element) -> str:
    """The words of a paragraph or cell; a new line counts as a space."""
    return "".join(
        part.text or "" if part.tag == f"{_W}t" else " " for part in element.iter() if part.tag in (f"{_W}t", f"{_W}br")
    )


def excel(package: Package, tables: Sequence[Table]) -> Iterator[str]:
    """The workbook has the titles, rows and notes of the tables in their order, the list of all cells, and no more."""
    domains = [domain["id"] for domain in package.study["domains"]]
    yield from _workbook(package, EXCEL, dict(enumerate(tables, 1)), domains)


def workbooks(package: Package, tables: Sequence[Table]) -> Iterator[str]:
    """The workbook of each table has that table with its number; of a domain also the numbers, and its cells."""
    numbered = dict(enumerate(tables, 1))
    domains = [domain["id"] for domain in package.study["domains"]]
    for place, domain in enumerate(domains, 1):
        own = {number: numbered[number] for number in (place, len(domains) + place)}
        yield from _workbook(package, f"{FOLDER}{domain}.xlsx", own, [domain])
    for number, table in numbered.items():
        if number > 2 * len(domains):
            yield from _workbook(package, f"{table.name}.xlsx", {number: table}, [])


def _workbook(package: Package, name: str, tables: Mapping[int, Table], domains: Sequence[str]) -> Iterator[str]:
    """A workbook has these tables under these numbers and, if there are any, the cells of the domains."""
    parts = _parts(package, name)
    shown = list(tables.values())
    lengths = [2 + len(table.rows) for table in shown]
    form = excel_shape.Form(name, [table.caption for table in shown], lengths, has_list=bool(domains))
    if wrong := [*excel_shape.check(package, parts, form)]:
        yield from wrong
        return
    strings = [item.findtext(f"{SPACE}t", "") for item in parts["xl/sharedStrings.xml"]]
    sheets = [parts[f"xl/worksheets/sheet{number}.xml"] for number in range(1, len(tables) + 1)]
    decimal = package.words("decimal")
    for (number, table), sheet in zip(tables.items(), sheets, strict=True):
        rows = _trimmed([[plain(text.replace("\n", " ")) for text in row] for row in _values(sheet, strings)])
        expected = [[f"{package.words('table')} {number}"], [plain(table.caption)], *_trimmed(table.rows)]
        notes = [[plain(note)] for note in filter(None, (package.study["synthetic_note"], *table.notes))]
        if not _are_same(rows, [*expected, [], *notes] if notes else expected, decimal):
            yield f"{name}: the table {table.caption!r} is not that of the other formats"
    if domains:
        listed = _values(parts[f"xl/worksheets/sheet{len(tables) + 1}.xml"], strings)
        if not _are_same(_trimmed(listed), _trimmed(list(_cells(package, domains))), "."):
            yield f"{name}: its list of cells is not that of the CSV files"


def _cells(package: Package, domains: Sequence[str]) -> Iterator[list[str]]:
    """The list of the cells of domains: the rows of the tidy CSV files with the share of participants, its interval."""
    worth = {(row["code"], row["group"]): row for row in package.rows(f"{OF_ANALYSIS}cells.csv")}
    ends = ("low", "high")
    for number, domain in enumerate(domains):
        head, *rows = package.table(f"{FOLDER}{domain}_tidy.csv")
        if number == 0:
            yield [*head, package.words("share"), *(f"{package.words('interval_95')} {end}" for end in ends)]
        raised, asked, code = map(head.index, ("participants", "interviewed", "code"))
        for row in rows:
            known = row[raised] and int(row[asked])
            share = str(round(int(row[raised]) / int(row[asked]), 4)) if known else ""
            interval = [worth[row[code], row[code + 2]][end] for end in ends]
            yield [*row, share, *(str(round(float(end), 4)) if end else "" for end in interval)]


def _values(sheet: ElementTree.Element, strings: Sequence[str]) -> Grid:
    """The cells of a sheet as text, empty ones between them included."""
    rows: Grid = []
    for row in sheet.iter(f"{SPACE}row"):
        rows += [[] for _ in range(int(row.get("r", "1")) - 1 - len(rows))]
        found: list[str] = []
        for cell in row.findall(f"{SPACE}c"):
            value = cell.findtext(f"{SPACE}v", "")
            found += [""] * (_column(cell.get("r", "")) - len(found))
            found.append(strings[int(value)] if cell.get("t") == "s" else value)
        rows.append(found)
    return rows


def _column(address: str) -> int:
    number = 0
    for letter in re.sub(r"\d", "", address):
        number = 26 * number + ord(letter) - 64
    return number - 1


def _trimmed(rows: Grid) -> Grid:
    """The rows without empty cells at their ends."""
    return [row[: max((place for place, text in enumerate(row, 1) if text), default=0)] for row in rows]


def _are_same(found: Grid, expected: Grid, decimal: str) -> bool:
    """Whether all cells say the same; a number may be written in another way."""
    return len(found) == len(expected) and all(
        len(one) == len(other) and all(_is_same(*pair, decimal) for pair in zip(one, other, strict=True))
        for one, other in zip(found, expected, strict=True)
    )


def _is_same(found: str, expected: str, decimal: str) -> bool:
    number = expected.replace(decimal, ".")
    if found != expected and _NUMBER.fullmatch(number) and _NUMBER.fullmatch(found):
        return float(found) == float(number)
    return found == expected


def _parts(package: Package, name: str) -> dict[str, ElementTree.Element]:
    """The XML files of a document, by path. Raises ValueError if one is dangerous to read."""
    found = {}
    try:
        with zipfile.ZipFile(io.BytesIO(package.read(name))) as archive:
            for info in archive.infolist():
                if info.file_size > min(_MOST, 2**20 + MOST_PACKED * info.compress_size):
                    raise ValueError(f"{name}: a file in it is compressed more than any table can be")
                data = archive.read(info)
                if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
                    raise ValueError(f"{name}: a file in it declares a type of document")
                found[info.filename] = ElementTree.fromstring(data)  # noqa: S314 (without a declaration, see above)
    except (zipfile.BadZipFile, ElementTree.ParseError, KeyError, RuntimeError):
        raise ValueError(f"{name} is damaged") from None
    return found
