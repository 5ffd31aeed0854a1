"""Small files that need much memory or time of whoever believes them: one table for all formats.

Each is generated in a fraction of a second. Nothing in them is of a real study.
"""

import io
import random
import sqlite3
import zipfile
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from tests.builders.export_files import COLUMNS, STUDY
from tests.builders.refi_files import PROJECT
from tests.reconstruction.writers import qualcoder, taguette

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
Make = Callable[[Path], object]


def packed(path: Path | io.BytesIO, files: Iterable[tuple[str, bytes]]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(name, content)


def filled(element: str, megabytes: int, before: str, behind: str) -> bytes:
    """An XML of so many small elements, which packs just not too well to be refused for that."""
    dice = random.Random(1)
    noise = "".join(f"<!--{dice.randbytes(150).hex()}-->{element * (50_000 // len(element))}" for _ in range(20))
    return (before + noise * megabytes + behind).encode()


def one_text_in_each_row(path: Path) -> None:
    """Parquet: a text of 300,000 letters, once in the file, in each of 100,000 rows."""
    text = pa.DictionaryArray.from_arrays(pa.array([0] * 100_000, pa.int32()), pa.array(["x" * 300_000]))
    short = pa.DictionaryArray.from_arrays(pa.array([0] * 100_000, pa.int32()), pa.array(["x"]))
    pq.write_table(pa.table({"Doc": short, "Code": short, "Words": text, "Who": short}), path)


def endless_rows(path: Path) -> None:
    """Parquet: a million rows in a few kilobytes."""
    short = pa.DictionaryArray.from_arrays(pa.array([0] * 1_000_000, pa.int32()), pa.array(["x"]))
    pq.write_table(pa.table(dict.fromkeys(COLUMNS.values(), short)), path)


def one_long_text(path: Path) -> None:
    """Parquet: one cell of 80 MB."""
    short, long = pa.array(["x"]), pa.array(["x" * (80 << 20)])
    table = pa.table({"Doc": short, "Code": short, "Words": long, "Who": short})
    pq.write_table(table, path, compression="zstd", use_dictionary=False, write_statistics=False)


def word_document(path: Path | io.BytesIO) -> None:
    """A Word document of 20 MB of empty paragraphs."""
    before = f'<w:document xmlns:w="{WORD}"><w:body>'
    packed(path, [("word/document.xml", filled("<w:p/>", 20, before, "</w:body></w:document>"))])


def word_documents(path: Path) -> None:
    """An archive of reports, one of which is such a Word document."""
    document = io.BytesIO()
    word_document(document)
    packed(path, [("Barriers/Time.docx", document.getvalue())])


def project_of_codes(path: Path) -> None:
    """REFI-QDA: 20 MB of empty codes."""
    before, behind = '<Project xmlns="urn:QDA-XML:project:1.0"><CodeBook><Codes>', "</Codes></CodeBook></Project>"
    packed(path, [("project.qde", filled("<Code/>", 20, before, behind))])


def bare_project(path: Path) -> None:
    """REFI-QDA without an archive: small elements."""
    path.write_bytes(b'<Project xmlns="urn:QDA-XML:project:1.0">' + b"<a/>" * 2_000_000 + b"</Project>")


def deep_project(path: Path) -> None:
    """REFI-QDA: elements within elements."""
    path.write_bytes(b'<Project xmlns="urn:QDA-XML:project:1.0"><CodeBook>' + b"<Code>" * 1_500_000)


def long_selections(path: Path) -> None:
    """REFI-QDA: each of many selections is the whole of a long text."""
    dice = random.Random(1)
    selection = (
        '<PlainTextSelection guid="{}" startPosition="0" endPosition="900000">'
        '<Coding><CodeRef targetGUID="c1"/></Coding></PlainTextSelection>'
    )
    selections = "".join(selection.format(dice.randbytes(8).hex()) for _ in range(20_000))
    source = f'<TextSource guid="s" name="a" plainTextPath="internal://t.txt">{selections}</TextSource>'
    project = PROJECT.replace("{{", "{").replace("}}", "}").replace("{sources}", source)
    packed(path, [("project.qde", project.encode()), ("sources/t.txt", dice.randbytes(5_000).hex().encode() * 100)])


def overlapping(path: Path) -> None:
    """A zip archive of 6,000 entries that all have the same megabyte."""
    stream = io.BytesIO()
    packed(stream, [("0.txt", random.Random(1).randbytes(5_000).hex().encode() * 100)])
    with zipfile.ZipFile(stream, "a") as archive:
        first = archive.infolist()[0]
        for number in range(1, 6_000):
            entry = zipfile.ZipInfo(f"{number}.txt")
            for name in ("compress_type", "CRC", "compress_size", "file_size", "header_offset"):
                setattr(entry, name, getattr(first, name))
            archive.filelist.append(entry)
        archive._didModify = True  # type: ignore[attr-defined]
    path.write_bytes(stream.getvalue())


def twice(path: Path) -> None:
    """A zip archive with two reports of one name."""
    packed(path, [("Time.txt", b"one"), ("Tide.txt", b"another")])
    path.write_bytes(path.read_bytes().replace(b"Tide.txt", b"Time.txt"))


def lines(path: Path) -> None:
    """NVivo: a report of empty lines."""
    path.write_bytes(b"Files\\a - \xc2\xa7 1 reference coded [1% Coverage]\n" + b"\n" * 12_000_000)


def headings(path: Path) -> None:
    """NVivo: lines that are almost headings."""
    path.write_text("\n".join(["Files\\a" + " " * 1_900 + "b"] * 5_000), encoding="utf-8")


def page(path: Path) -> None:
    """NVivo: a web page of tags that never end."""
    path.write_text("<html><body>" + "<a <!" * 2_000_000, encoding="utf-8")


def computed(path: Path) -> None:
    """SQLite: a column that is computed, 200 MB for each row."""
    taguette.write_database(STUDY, path)
    with closing(sqlite3.connect(path)) as database:
        database.execute("ALTER TABLE highlights RENAME COLUMN snippet TO old")
        database.execute("ALTER TABLE highlights ADD COLUMN snippet GENERATED ALWAYS AS (hex(zeroblob(100000000)))")
        database.commit()


def deep_codes(path: Path) -> None:
    """SQLite: 6,000 categories, each in the one before, and a code in each."""
    qualcoder.write_database(STUDY, path)
    numbers = "WITH n(x) AS (SELECT 1000 UNION ALL SELECT x + 1 FROM n LIMIT 6000)"
    with closing(sqlite3.connect(path)) as database:
        database.execute(f"{numbers} INSERT INTO code_cat (catid, name, supercatid) SELECT x, x, x - 1 FROM n")
        database.execute(f"{numbers} INSERT INTO code_name (cid, name, catid) SELECT x, 'c' || x, x FROM n")
        database.commit()


def sheet(path: Path, rows: str, texts: str) -> None:
    kinds = "http://schemas.openxmlformats.org"
    office = f"{kinds}/officeDocument/2006/relationships"
    packed(
        path,
        [
            (
                "[Content_Types].xml",
                f'<Types xmlns="{kinds}/package/2006/content-types"/>'.encode(),
            ),
            (
                "_rels/.rels",
                f'<Relationships xmlns="{kinds}/package/2006/relationships"><Relationship Id="r" '
                f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>'.encode(),
            ),
            (
                "xl/workbook.xml",
                f'<workbook xmlns="{SHEET}" xmlns:r="{office}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets>'
                "</workbook>".encode(),
            ),
            (
                "xl/_rels/workbook.xml.rels",
                f'<Relationships xmlns="{kinds}/package/2006/relationships"><Relationship Id="r1" '
                f'Type="{office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" '
                f'Type="{office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'.encode(),
            ),
            (
                "xl/worksheets/sheet1.xml",
                f'<worksheet xmlns="{SHEET}"><sheetData>{rows}</sheetData></worksheet>'.encode(),
            ),
            ("xl/sharedStrings.xml", f'<sst xmlns="{SHEET}">{texts}</sst>'.encode()),
        ],
    )


def corner(path: Path) -> None:
    """A workbook with a cell in its last corner."""
    sheet(path, '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', "")


def shared(path: Path) -> None:
    """A workbook with one long text in each cell."""
    text = random.Random(1).randbytes(250_000).hex()
    cells = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 50_001))
    sheet(path, cells, f"<si><t>{text}</t></si>")


def repeated(path: Path) -> None:
    """An ODS with one filled cell that is repeated 19 million times."""
    spaces = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for short, name in (("office", "office"), ("table", "table"), ("text", "text"))
    )
    kind = 'office:value-type="string"><text:p>x</text:p>'
    cell = f'<table:table-cell table:number-columns-repeated="16000" {kind}</table:table-cell>'
    row = f'<table:table-row table:number-rows-repeated="1200">{cell}</table:table-row>'
    content = (
        f"<office:document-content {spaces}><office:body><office:spreadsheet>"
        f'<table:table table:name="S">{row}</table:table></office:spreadsheet></office:body></office:document-content>'
    )
    kind_of_file = b"application/vnd.oasis.opendocument.spreadsheet"
    manifest = b'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    packed(path, [("mimetype", kind_of_file), ("content.xml", content.encode()), ("META-INF/manifest.xml", manifest)])


def locked(path: Path) -> None:
    """A workbook that is locked with a password: a compound file whose directory names the encrypted package."""
    sector, end, free = 512, 0xFFFFFFFE, 0xFFFFFFFF

    def entry(name: str, kind: int, child: int, right: int = free) -> bytes:
        text = (name + "\0").encode("utf-16-le")
        numbers = b"".join(n.to_bytes(4, "little") for n in (free, right, child))
        return (
            text.ljust(64, b"\0")
            + len(text).to_bytes(2, "little")
            + bytes([kind, 1])
            + numbers
            + bytes(36)
            + (end.to_bytes(4, "little") + bytes(8))
        )

    directory = entry("Root Entry", 5, 1) + entry("EncryptedPackage", 2, free, 2) + entry("EncryptionInfo", 2, free)
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + bytes.fromhex("3e000300feff09000600") + bytes(10)
    numbers = (1, 1, 0, 4096, end, 0, end, 0, 0)
    header = header[:44] + b"".join(n.to_bytes(4, "little") for n in numbers) + free.to_bytes(4, "little") * 108
    table = b"".join(n.to_bytes(4, "little") for n in (0xFFFFFFFD, end)) + free.to_bytes(4, "little") * 126
    path.write_bytes(header.ljust(sector, b"\0") + table + directory.ljust(sector, b"\0"))


def one_line(path: Path) -> None:
    """Text that is not UTF-8, on one line."""
    path.write_bytes("Doc,Code,Words,Who,čaj".encode("cp1250") + b",ab" * 5_000_000)


def one_row(path: Path) -> None:
    """A row of quoted cells with line ends, as long as the file."""
    path.write_bytes(b"Doc,Code,Words,Who\n" + b'"a\n",' * 5_000_000 + b'"')


def wide(path: Path) -> None:
    """A table with a million columns."""
    path.write_bytes(b",".join(b"%d" % number for number in range(1_000_000)) + b"\n")


def spaces(path: Path) -> None:
    """Dedoose: headings that a pattern tries in very many ways."""
    hostile = "Code: x" + " " * 200_000 + "y"
    path.write_text(f"Media Title,Excerpt Copy,Code: A Applied,{hostile}\na,b,True,\n", encoding="utf-8")


# The format, the file, and words of what is refused about it ("": memory or time, whichever ends first).
BOMBS: dict[str, tuple[str, Make, str]] = {
    "parquet: one text in each row": ("tidy", one_text_in_each_row, ""),
    "parquet: endless rows": ("tidy", endless_rows, ""),
    "parquet: one long text": ("tidy", one_long_text, ""),
    "docx": ("nvivo_report", word_document, ""),
    "docx in zip": ("nvivo_report", word_documents, ""),
    "qdpx: codes": ("refi_qda", project_of_codes, ""),
    "qde: elements": ("refi_qda", bare_project, ""),
    "qde: depth": ("refi_qda", deep_project, ""),
    "qdpx: selections": ("refi_qda", long_selections, ""),
    "zip: overlapping": ("nvivo_report", overlapping, "files in it overlap"),
    "zip: two of one name": ("nvivo_report", twice, "two files in it have the same name"),
    "report: lines": ("nvivo_report", lines, ""),
    "report: headings": ("nvivo_report", headings, ""),
    "report: web page": ("nvivo_report", page, ""),
    "sqlite: computed column": ("taguette_database", computed, "it is not a Taguette database"),
    "sqlite: deep codes": ("qualcoder_database", deep_codes, ""),
    "xlsx: last corner": ("tidy", corner, "a sheet spans"),
    "xlsx: shared text": ("tidy", shared, ""),
    "ods: repeated cells": ("tidy", repeated, ""),
    "xlsx: locked": ("auto", locked, "it is locked with a password"),
    "csv: one line": ("tidy", one_line, "columns"),
    "csv: one row": ("tidy", one_row, ""),
    "csv: columns": ("tidy", wide, "columns"),
    "csv: heading": ("dedoose", spaces, ""),
}
