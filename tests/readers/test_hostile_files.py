"""Files that mean harm or are broken: each is refused by name, in bounded time and memory."""

import io
import os
import sqlite3
import stat
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from crosscase.messages.errors import ReadError
from crosscase.readers import export_formats
from crosscase.readers.raw import Export
from crosscase.spreadsheets import spreadsheet
from crosscase.storage.limits import Limits
from crosscase.study.facts import ExportSettings
from tests.builders.export_files import COLUMNS, STUDY, write
from tests.builders.plain_runs import repeats
from tests.builders.projects import ROOT, Study
from tests.builders.refi_files import project, text_source

TAGUETTE = ("id", "document", "tag", "content")
SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'
)


def read(path: Path, tool: str, limits: Limits | None = None, **settings: Any) -> list[Any]:
    how = ExportSettings(str(path), tool, **settings)
    return list(export_formats.read(Export(str(path), how, STUDY.code_paths(), limits or Limits())))


def refused(path: Path, tool: str, words: str, limits: Limits | None = None, **settings: Any) -> None:
    """The file is refused by name, with what is wrong and what to do."""
    with pytest.raises(ReadError) as error:
        read(path, tool, limits, **settings)
    (problem,) = error.value.problems
    assert problem.file == str(path)
    assert words in problem.what
    assert problem.remedy


def workbook(path: Path, rows: dict[tuple[int, int], str]) -> Path:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for (row, column), value in rows.items():
            sheet.write_string(row, column, value)
    return path


def repacked(path: Path, change: Callable[[str, bytes], bytes]) -> Path:
    stream = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    path.write_bytes(stream.getvalue())
    return path


def bounded(path: Path, tool: str) -> tuple[str, float]:
    """Read in a process that may take 600 MB itself: what it says, and the seconds that it took."""
    code = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_DATA, (600 << 20, 5 << 30))\n"
        "from pathlib import Path\nfrom tests.readers.test_hostile_files import read\n"
        "try: print(len(read(Path(sys.argv[1]), sys.argv[2])))\n"
        "except Exception as error: print(type(error).__name__, error)\n"
    )
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'scripts'}:{ROOT}"}
    begun = time.monotonic()
    run = subprocess.run(
        [sys.executable, "-c", code, str(path), tool], env=environment, text=True, capture_output=True, check=False
    )
    return run.stdout, time.monotonic() - begun


def test_a_sheet_with_a_cell_in_its_last_corner_is_refused(tmp_path: Path) -> None:
    rows = {(0, column): heading for column, heading in enumerate(TAGUETTE)} | {(1_048_575, 16_383): "x"}
    path = workbook(tmp_path / "t.xlsx", rows)
    output, seconds = bounded(path, "taguette_csv")
    assert "BeyondLimits" in output
    assert "spans 16,384 columns and 1,048,576 rows" in output
    assert seconds < 20


def test_a_long_text_in_each_cell_does_not_fill_the_memory(tmp_path: Path) -> None:
    """A megabyte that is shared by a hundred thousand cells would be a hundred gigabytes."""
    path = workbook(tmp_path / "t.xlsx", {(0, 0): "a", (0, 1): "b", (1, 0): "c" * 30_000})
    cells = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>2</v></c></row>' for n in range(1, 100_001))

    def amplify(name: str, content: bytes) -> bytes:
        if name.endswith("sharedStrings.xml"):
            return content.replace(b"c" * 30_000, os.urandom(500_000).hex().encode())
        return SHEET.format(cells).encode() if name.endswith("sheet1.xml") else content

    output, seconds = bounded(repacked(path, amplify), "taguette_csv")
    assert "BeyondLimits" in output
    assert seconds < 60


@pytest.mark.plain_cases(1)
@pytest.mark.parametrize("repeat", ["1048570", "17"])
def test_repeated_cells_of_an_ods_are_bounded(tmp_path: Path, repeat: str) -> None:
    """What LibreOffice writes behind a table, empty cells and rows repeated to the end, is read."""
    namespaces = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for short, name in (("office", "office"), ("table", "table"), ("text", "text"))
    )
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    header, row = ("".join(map(cell.format, values)) for values in (TAGUETTE, ("1", "d", "Time", "words")))
    filled = cell.format("x").replace("<table:table-cell", '<table:table-cell table:number-columns-repeated="16000"')
    hostile = f'<table:table-row table:number-rows-repeated="{repeat}">{filled}</table:table-row>'
    empty = '<table:table-cell table:number-columns-repeated="16380"/>'
    tail = f'<table:table-row table:number-rows-repeated="1048570">{empty}</table:table-row>'
    rows = f"<table:table-row>{header}{empty}</table:table-row><table:table-row>{row}{empty}</table:table-row>"
    body = rows + (hostile if repeat == "1048570" else tail)
    content = (
        f'<?xml version="1.0"?><office:document-content {namespaces}><office:body><office:spreadsheet>'
        f'<table:table table:name="S">{body}</table:table></office:spreadsheet></office:body></office:document-content>'
    )
    path = tmp_path / "t.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
        archive.writestr("META-INF/manifest.xml", f'<manifest:manifest xmlns:manifest="{manifest}"/>')
    output, seconds = bounded(path, "taguette_csv")
    assert ("ReadError" in output) if repeat == "1048570" else output == "1\n"
    assert seconds < 60


def test_thousands_of_columns_are_read_up_to_the_limit(tmp_path: Path) -> None:
    codes = [f"Code: c{number}" for number in range(4000)]
    path = tmp_path / "wide.csv"
    path.write_text(",".join(["Doc", *codes]) + "\n" + ",".join(["a", *(["x"] * 4000)]) + "\n")
    wide: dict[str, Any] = {"columns": {"document": "Doc"}, "code_columns": ["Code: *"]}
    assert len(read(path, "tidy", **wide)) == 4000
    refused(path, "tidy", "it has 4001 columns", Limits(columns=1000), **wide)


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_a_gigantic_cell_is_refused(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"t.{suffix}"
    row = ("1", "d", "Time", "x" * 30_000)
    if suffix == "csv":
        path.write_text("\n".join(map(",".join, (TAGUETTE, row))))
    else:
        workbook(path, {(n, c): v for n, values in enumerate((TAGUETTE, row)) for c, v in enumerate(values)})
    assert len(read(path, "taguette_csv")) == 1
    refused(path, "taguette_csv", "a cell has more than 20,000 characters", Limits(cell_characters=20_000))


def test_too_many_codings_are_refused(tmp_path: Path) -> None:
    path, how = write("tidy", tmp_path)
    refused(path, "tidy", "it has more than 2 codings", Limits(codings=2), columns=how.columns)


@pytest.mark.parametrize("tool", ["refi_qda", "nvivo_report"])
def test_a_link_in_an_archive_is_refused(tmp_path: Path, tool: str) -> None:
    path = tmp_path / "p.zip"
    with zipfile.ZipFile(path, "w") as archive:
        if tool == "refi_qda":
            archive.writestr("project.qde", project(text_source()))
        link = zipfile.ZipInfo("sources/t.txt")
        link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    refused(path, tool, "a file in it is a link to another file")


@pytest.mark.parametrize("target", ["nowhere", "itself"])
def test_a_link_that_leads_nowhere_is_refused(tmp_path: Path, target: str) -> None:
    path = tmp_path / "itself"
    path.symlink_to(target)
    refused(path, "tidy", "the file does not exist", columns=COLUMNS)


def test_a_wrong_name_does_not_matter_and_a_wrong_format_is_an_error(tmp_path: Path) -> None:
    path, _ = write("qualcoder_database", tmp_path)
    lying = path.rename(tmp_path / "codings.xlsx")
    assert export_formats.recognise(str(lying))[0] == "qualcoder_database"
    refused(lying, "maxqda", "it is neither a text table nor a workbook")
    refused(lying, "refi_qda", "it is not a REFI-QDA project")
    refused(lying, "taguette_database", "it is not a Taguette database")


def test_a_very_deep_code_tree_is_refused(tmp_path: Path) -> None:
    deep = '<Code guid="{0:08d}" name="c" isCodable="true">'
    tree = "".join(deep.format(n) for n in range(50_000)) + "</Code>" * 50_000
    path = tmp_path / "p.qde"
    path.write_text(f'<Project xmlns="urn:QDA-XML:project:1.0"><CodeBook><Codes>{tree}</Codes></CodeBook></Project>')
    refused(path, "refi_qda", "nested more than 100 levels deep")


def test_a_database_with_views_and_triggers_runs_neither(tmp_path: Path) -> None:
    path, _ = write("taguette_database", tmp_path)
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TRIGGER t AFTER INSERT ON tags BEGIN DELETE FROM highlights; END")
        database.execute("CREATE VIEW v AS SELECT * FROM highlights")
        database.commit()
    assert len(read(path, "taguette_database", separator=".")) == 3
    with closing(sqlite3.connect(path)) as database:
        database.executescript("ALTER TABLE highlights RENAME TO h; CREATE VIEW highlights AS SELECT * FROM h;")
    refused(path, "taguette_database", "it is not a Taguette database")


def test_a_text_beyond_the_limit_in_a_database_is_refused(tmp_path: Path) -> None:
    path, _ = write("qualcoder_database", tmp_path)
    with closing(sqlite3.connect(path)) as database:
        database.execute("UPDATE code_text SET seltext = ?", ("x" * 3_000_000,))
        database.commit()
    refused(path, "qualcoder_database", "it is not a QualCoder database", Limits(unpacked_mb=1))


def test_dates_as_numbers_and_numbers_as_text_are_read_as_they_are(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "t.xlsx") as book:
        sheet = book.add_worksheet()
        for column, heading in enumerate(TAGUETTE):
            sheet.write_string(0, column, heading)
        sheet.write_number(1, 0, 45_000)
        sheet.write_string(1, 1, "007")
        sheet.write_number(1, 2, 12)
        sheet.write_number(1, 3, 44_927.5, book.add_format({"num_format": "yyyy-mm-dd hh:mm"}))
    (coding,) = read(tmp_path / "t.xlsx", "taguette_csv")
    assert (coding.distinguished_by, coding.document, coding.code_path) == ("45000", "007", ("12",))
    assert coding.text == "2023-01-01 12:00:00"


def test_a_locked_workbook_is_refused(tmp_path: Path) -> None:
    """An encrypted workbook is an OLE file with a stream of another name."""
    path = tmp_path / "t.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000))
    refused(path, "maxqda", "it is not a workbook")


def test_reading_takes_no_more_memory_for_more_rows(tmp_path: Path) -> None:
    peaks = []
    for rows in (repeats(25_000, 50_000), repeats(200_000, 400_000)):
        path = tmp_path / f"{rows}.csv"
        with path.open("w") as stream:
            stream.write("Doc,Code,Words,Who\n")
            stream.writelines(f"d{n % 50},Time,{'words ' * 20}{n},JN\n" for n in range(rows))
        code = (
            "import resource, sys\nfrom crosscase.readers import export_formats\n"
            "from crosscase.readers.raw import Export\n"
            "from crosscase.study.facts import ExportSettings\n"
            f"how = ExportSettings(sys.argv[1], 'tidy', columns={COLUMNS!r})\n"
            "print(sum(1 for _ in export_formats.read(Export(sys.argv[1], how))))\n"
            "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)\n"
        )
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "scripts")}
        run = subprocess.run(
            [sys.executable, "-c", code, str(path)], env=environment, text=True, capture_output=True, check=True
        )
        count, peak = map(int, run.stdout.split())
        assert count == rows
        peaks.append(peak)
    assert peaks[1] < 1.2 * peaks[0]


def test_a_limit_of_the_study_reaches_the_reader(unbuilt: Study) -> None:
    unbuilt.replace(
        "config/study.yaml", "\n# What the study has printed", "\nlimits: {codings: 10}\n\n# What the study has printed"
    )
    run = unbuilt.snakemake("data/processed/anonymised/pl.parquet")
    assert "data/raw/exports/pl.xlsx: it has more than 10 codings. Raise limits.codings" in run.stdout


def test_a_table_with_more_codings_than_allowed_is_told_the_limit_and_not_its_format(tmp_path: Path) -> None:
    path = tmp_path / "all.csv"
    path.write_text("document,code\n" + "A,Time\n" * 3)
    settings = ExportSettings(str(path), "tidy", columns={"document": "document", "code": "code"})
    with pytest.raises(ReadError, match=r"more than 2 codings\. Raise limits\.codings"):
        list(export_formats.read(Export(str(path), settings, limits=Limits(codings=2))))


def test_only_read_errors_come_from_tables(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for name, words in (("folder", "it is a folder, not a file"), ("nothing", "the file does not exist")):
        with pytest.raises(ReadError, match=words):
            spreadsheet.read(str(tmp_path / name))
