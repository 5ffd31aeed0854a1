"""Read the reconstruction's exports back without the package's readers, as plainly as can be.

It knows the nine files and nothing else; it is what the tests hold the writers to.
"""

import csv
import io
import json
import re
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

NS = {"q": "urn:QDA-XML:project:1.0"}


@dataclass(frozen=True)
class Read:
    """One coding as read: ``place`` is the export's word for the country, "" where it has none.

    ``locator`` says where it stands, in the words of the pipeline; ``span`` is its place in the document
    as the export has it.
    """

    document: str
    code: str
    text: str
    coder: str = ""
    place: str = ""
    locator: str = ""
    span: tuple[int, int] | None = None


def read(path: Path) -> list[Read]:
    """Read one of the nine exports, in the file's order."""
    return list(READERS[path.name](path))


def _sheet(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Give the rows below the header of the first sheet, with their numbers, each by heading."""
    spreadsheet = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    with zipfile.ZipFile(path) as archive:
        strings = ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
        sheet = ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    shared = ["".join(part.text or "" for part in item.iter(f"{spreadsheet}t")) for item in strings]
    headings: dict[str, str] = {}
    for row in sheet.iter(f"{spreadsheet}row"):
        cells = {}
        for cell in row.iter(f"{spreadsheet}c"):
            value = cell.findtext(f"{spreadsheet}v", "")
            column = re.sub(r"\d", "", cell.attrib["r"])
            cells[column] = shared[int(value)] if cell.get("t") == "s" else value
        if headings:
            yield int(row.attrib["r"]), {heading: cells.get(column, "") for column, heading in headings.items()}
        headings = headings or cells


def _table(path: Path, columns: tuple[str, ...], separator: str) -> Iterator[Read]:
    """Take the columns start, end, document, code, text, coder and place from an Excel sheet."""
    for number, row in _sheet(path):
        start, end, document, code, text, coder, place = (row[column] for column in columns)
        span = int(start), int(end)
        yield Read(document, code.split(separator)[-1], text, coder, place, f"sheet 1, row {number}", span)


def _german(path: Path) -> Iterator[Read]:
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = csv.DictReader(io.StringIO(content[3:].decode(), newline=""), delimiter=";")
    for number, row in enumerate(rows, start=2):
        code = row["Kode"].split(" >> ", 1)[1]
        yield Read(row["Interview"], code, row["Textstelle"], row["Kodiert von"], row["Land"], f"row {number}")


def _english(path: Path) -> Iterator[Read]:
    for number, row in _sheet(path):
        text = row["Quotation Content"].replace("_x000D_", "")
        for ordinal, line in enumerate(row["Codes"].replace("_x000D_", "").splitlines(), start=1):
            locator = f"sheet 1, row {number}, quotation {row['ID']}, code {ordinal}"
            yield Read(row["Document"], line.split(": ", 1)[1], text, row["Created by"], locator=locator)


def _portuguese(path: Path) -> Iterator[Read]:
    for number, row in _sheet(path):
        codes = [heading for heading in row if heading.endswith(" Applied")]
        for ordinal, heading in enumerate(codes, start=1):
            if row[heading] == "True":
                code = heading.removesuffix(" Applied").split("\\")[-1]
                found = (row["Media Title"], code, row["Excerpt Copy"], row["Excerpt Creator"], row["País"])
                start, end = map(int, row["Excerpt Range"].split("-"))
                yield Read(*found, f"sheet 1, row {number}, code {ordinal}", (start, end))


def _greek(path: Path) -> Iterator[Read]:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        for document, code, text, coder, place, locator, whole, start, end in database.execute(
            "SELECT s.name, n.name, t.seltext, t.owner, c.name, 'ctid:' || t.ctid, s.fulltext, t.pos0, t.pos1"
            " FROM code_text t"
            " JOIN source s ON s.id = t.fid JOIN code_name n ON n.cid = t.cid"
            " JOIN case_text l ON l.fid = s.id JOIN cases c ON c.caseid = l.caseid ORDER BY t.ctid"
        ):
            assert whole[start:end] == text
            yield Read(document, code, text, coder, place, locator, (start, end))


def _norwegian(path: Path) -> Iterator[Read]:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        for document, code, text, coder, place, locator, whole, start, end in database.execute(
            "SELECT s.name, n.name, t.seltext, t.owner, g.name, 'coding ' || t.rowid, s.file, t.selfirst, t.selend"
            " FROM coding t"
            " JOIN source s ON s.id = t.fid JOIN freecode n ON n.id = t.cid"
            " JOIN treefile l ON l.fid = s.id JOIN filecat g ON g.catid = l.catid ORDER BY t.rowid"
        ):
            span = int(start), int(end)
            assert whole[slice(*span)] == text
            yield Read(document, code, text, coder, place, locator, span)


def _italian(path: Path) -> Iterator[Read]:
    with zipfile.ZipFile(path) as archive:
        files = {name.split("/")[-1]: archive.read(name) for name in archive.namelist()}
    inner = next(name for name in files if name.endswith(".qde"))
    root = ElementTree.fromstring(files[inner])
    named = {element.get("guid"): element.get("name", "") for element in root.iter()}
    places = {
        reference.get("targetGUID"): group.get("name", "")
        for group in root.findall("q:Sets/q:Set", NS)
        for reference in group.findall("q:MemberSource", NS)
    } | {
        reference.get("targetGUID"): case.findtext("q:VariableValue/q:TextValue", "", NS)
        for case in root.findall("q:Cases/q:Case", NS)
        for reference in case.findall("q:SourceRef", NS)
    }
    for source in root.findall("q:Sources/q:TextSource", NS):
        content = files[source.attrib["plainTextPath"].removeprefix("internal://")]
        for span in source.findall("q:PlainTextSelection", NS):
            start, end = int(span.attrib["startPosition"]), int(span.attrib["endPosition"])
            for coding in span.findall("q:Coding", NS):
                reference = coding.find("q:CodeRef", NS)
                assert reference is not None
                yield Read(
                    source.attrib["name"],
                    named[reference.get("targetGUID")],
                    _nvivo_text(content, start, end),
                    named[coding.get("creatingUser")],
                    places[source.get("guid")],
                    f"PlainTextSelection {span.get('guid')}, coding {coding.get('guid')}",
                    (start, end),
                )


def _nvivo_text(content: bytes, start: int, end: int) -> str:
    assert content.startswith(b"\xef\xbb\xbf")
    units = content[3:].decode().encode("utf-16-le")
    return units[2 * start : 2 * end].decode("utf-16-le").replace("\r\n", "\n")


class _Text(HTMLParser):
    """Collects the text of a piece of HTML."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.text = ""
        self.feed(markup)
        self.close()

    def handle_data(self, data: str) -> None:
        self.text += data


def _taguette(path: Path) -> Iterator[Read]:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        commands = database.execute("SELECT user_login, payload FROM commands").fetchall()
        rows = database.execute(
            "SELECT h.id, d.name, d.contents, h.start_offset, h.end_offset, h.snippet, t.path, t.id"
            " FROM highlights h JOIN documents d ON d.id = h.document_id"
            " JOIN highlight_tags ht ON ht.highlight_id = h.id JOIN tags t ON t.id = ht.tag_id"
            " ORDER BY h.id, t.id"
        ).fetchall()
    coders = {json.loads(payload).get("highlight_id"): login for login, payload in commands}
    for highlight, document, contents, start, end, snippet, tag, number in rows:
        text = _Text(contents).text.encode()[start:end].decode()
        assert text == _Text(snippet).text
        locator = f"project 1, highlight {highlight}, tag {number}"
        yield Read(document, tag, text, coders[highlight], locator=locator, span=(start, end))


_MAXQDA = ("Beginning", "End", "Document name", "Code", "Segment", "Created by", "Document group")
_MAXQDA_PL = ("Początek", "Koniec", "Nazwa dokumentu", "Kod", "Fragment", "Autor", "Grupa dokumentów")

READERS: dict[str, Callable[[Path], Iterator[Read]]] = {
    "cz.xlsx": lambda path: _table(path, _MAXQDA, " > "),
    "de.csv": _german,
    "el.qda": _greek,
    "en.xlsx": _english,
    "it.qdpx": _italian,
    "nl.sqlite3": _taguette,
    "no.rqda": _norwegian,
    "pl.xlsx": lambda path: _table(path, _MAXQDA_PL, " > "),
    "pt.xlsx": _portuguese,
}
