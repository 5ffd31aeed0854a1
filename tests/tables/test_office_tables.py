"""The tables in Word and Excel: read back, they are what the other formats have."""

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache, partial
from itertools import chain, cycle

import docx
import pytest
from docx.shared import Cm
from docx.table import _Cell
from python_calamine import CalamineWorkbook

from crosscase.analysis_tables import all_tables, evidence
from crosscase.leaks.leak_scan import LeakScan
from crosscase.leaks.machine_traces import Traces
from crosscase.leaks.search import Search
from crosscase.leaks.watched import Watched
from crosscase.tables import excel_tables, latex_tables, study_tables, word_tables
from crosscase.tables.domain_tables import Table
from tests.builders import invented_analysis, invented_report
from tests.builders.invented_report import InventedStudy

FORMULA = '=HYPERLINK("http://nowhere.example", "a/b[c]")'
STUDIES = (  # made when a test first wants them
    cache(partial(invented_report.study, domains=2, codes=5, groups=4, segments=60)),
    cache(partial(invented_report.study, domains=3, codes=3, groups=40, segments=60, label=FORMULA)),
    cache(partial(invented_report.study, domains=2, codes=2, groups=2, segments=5, label="Ελπίδα ☂ & <x>")),
)


def made_of(study: InventedStudy) -> list[study_tables.StudyTable]:
    facts, rows = study.facts, study.rows
    return [
        *study_tables.domains(facts, rows.cells, rows.codebook),
        *study_tables.sample(facts, rows.sample, rows.by_group, 0),
    ]


def tables_of(study: InventedStudy) -> list[Table]:
    return list(study_tables.all_tables(made_of(study), all_tables.of(invented_analysis.of(study))).values())


def word(study: InventedStudy) -> bytes:
    return word_tables.render(dict(enumerate(tables_of(study), 1)))


def excel(study: InventedStudy) -> bytes:
    intervals = {(row.code, row.group): (row.low, row.high) for row in study.rows.worth}
    return excel_tables.render(dict(enumerate(tables_of(study), 1)), study_tables.all_cells(made_of(study)), intervals)


def texts_of(table: Table) -> list[list[str]]:
    """Head and rows as text."""
    rows = [[table.first, *("\n".join(filter(None, (head.text, head.below))) for head in table.headings)]]
    for section in table.sections:
        rows += [[section.heading]] if section.heading else []
        rows += [[line.label, *("\n".join(entry.lines) for entry in line.entries)] for line in section.lines]
    return rows


def as_wide(rows: Sequence[Sequence[str]], width: int) -> list[list[str]]:
    return [[*row, *[""] * (width - len(row))] for row in rows]


def all_rows(first: list[list[str]], further: list[list[str]]) -> list[list[str]]:
    """The rows of a further panel, and blank ones for those that a triangle ends before."""
    blank = [[row[0], *[""] * (len(further[0]) - 1)] for row in first[1 : 1 + len(first) - len(further)]]
    return [further[0], *blank, *further[1:]]


def rows_of(grid: docx.table.Table) -> list[list[str]]:
    return [[_Cell(cell, grid).text for cell in row._tr.tc_lst] for row in grid.rows]


@pytest.mark.parametrize("made", STUDIES)
def test_the_tables_of_word_are_those_of_the_study(made: Callable[[], InventedStudy]) -> None:
    study = made()
    tables = tables_of(study)
    document = docx.Document(io.BytesIO(word(study)))
    paragraphs = [
        "".join(text.text or "" for text in paragraph._p.xpath(".//w:t")) for paragraph in document.paragraphs
    ]  # with what fields show
    further = iter(document.tables)
    for number, (table, grid) in enumerate(zip(tables, further, strict=False), 1):
        found = rows_of(grid)
        while len(found[0]) <= len(table.headings):
            assert f"{table.caption} (continued)" in paragraphs
            found = [
                [*row, *more[1:]] for row, more in zip(found, all_rows(found, rows_of(next(further))), strict=True)
            ]
        headings = [section.heading for section in table.sections]
        width = len(table.headings) + 1
        expected = [
            row if row[0] in headings and len(row) == 1 else as_wide([row], width)[0] for row in texts_of(table)
        ]
        assert found == expected
        assert grid.rows[0]._tr.xpath("w:trPr/w:tblHeader")
        assert all(column.width > Cm(0.9) for column in grid.columns)
        assert f"Table {number}" in paragraphs
        assert table.caption in paragraphs
        for note in table.notes:
            assert any(paragraph.endswith(note) for paragraph in paragraphs)
    assert next(further, None) is None
    assert sum(study.facts.synthetic_note in text for text in paragraphs) == len(tables)
    wide = [section.page_width > section.page_height for section in document.sections]  # type: ignore[operator]
    assert wide[0] == (len(study.facts.groups) > 8)
    assert document.core_properties.author == ""


@pytest.mark.parametrize("made", STUDIES)
def test_the_sheets_of_excel_are_those_of_the_study(made: Callable[[], InventedStudy]) -> None:
    study = made()
    tables = tables_of(study)
    book = CalamineWorkbook.from_filelike(io.BytesIO(excel(study)))
    assert len(book.sheet_names) == len(tables) + 1 == len({name.casefold() for name in book.sheet_names})
    assert all(0 < len(name) <= 31 and not re.search(r"[\[\]:*?/\\]", name) for name in book.sheet_names)
    for name, table in zip(book.sheet_names, tables, strict=False):
        rows = book.get_sheet_by_name(name).to_python()
        expected = as_wide(texts_of(table), len(table.headings) + 1)
        found = [row[: len(table.headings) + 1] for row in rows[2 : 2 + len(expected)]]
        assert all(map(is_same, chain(*found), chain(*expected)))
        assert [row[0] for row in rows if row[0] in table.notes] == table.notes
    head, *cells = book.get_sheet_by_name(book.sheet_names[-1]).to_python()
    assert len(cells) == len(study.rows.cells)
    for row, cell, worth in zip(cells, study.rows.cells, study.rows.worth, strict=True):
        values = dict(zip(head, row, strict=True))
        assert (values["code"], values["state"]) == (cell.code, cell.state)
        if cell.participants is not None:
            assert (values["participants"], values["segments"]) == (cell.participants, cell.segments)
            assert values["share"] == pytest.approx(cell.participants / cell.interviewed, abs=1e-4)
            ends = [values[f"95% CI {end}"] for end in ("low", "high")]
            assert ends == pytest.approx([worth.low, worth.high], abs=1e-4)


@pytest.mark.parametrize(("groups", "pages"), [(9, ""), (40, "3")])
def test_on_paper_a_table_of_many_groups_is_several_pages_wide_with_its_notes_on_the_first(
    groups: int, pages: str
) -> None:
    """On one page its letters were too small to be read."""
    content = excel(invented_report.study(domains=1, codes=3, groups=groups, segments=60))
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        titles = book.read("xl/workbook.xml").decode()
    (setup,) = re.findall(r"<pageSetup[^>]*>", sheet)
    assert 'paperSize="9"' in setup  # A4, whatever the reader's printer has
    assert re.findall(r'fitToWidth="(\d+)"', setup) == ([pages] if pages else [])
    ends = re.findall(r'<mergeCell ref="A\d+:([A-Z]+)\d+"', sheet)
    assert set(ends) == {"N" if pages else "K"}
    assert "!$A:$A," in titles


def test_the_notes_of_a_table_stay_together() -> None:
    """The first stood below the table, and those that explain it on a page of their own."""
    table = tables_of(STUDIES[0]())[2]
    document = docx.Document(io.BytesIO(word_tables.render({1: table})))
    *_, last = document.paragraphs
    notes = document.paragraphs[-len([table.warning, *table.notes]) :]
    assert notes[0].text.startswith("Note. ")
    assert all(note.paragraph_format.keep_with_next for note in notes[:-1])
    assert not last.paragraph_format.keep_with_next


def test_the_last_rows_stay_with_the_notes_and_no_panel_loses_its_last_row() -> None:
    """Of a panel that filled a page the last row stood on the next one alone, and a head had one row below it."""
    table = tables_of(invented_report.study(domains=1, codes=6, groups=40, segments=60))[0]
    document = docx.Document(io.BytesIO(word_tables.render({1: table})))
    kept = [[bool(row._tr.xpath(".//w:keepNext")) for row in grid.rows] for grid in document.tables]
    assert len(kept) > 1
    number = len(kept[0])
    assert number > 3
    head = [True, True]  # the head stays with two rows
    assert kept[:-1] == [head + [False] * (number - 2)] * (len(kept) - 1)
    assert kept[-1] == head + [False] * (number - 4) + [True, True]


def test_the_list_of_cells_cuts_no_word_and_its_heads_stand_above_their_numbers() -> None:
    study = invented_report.study(domains=1, codes=3, groups=3, segments=20, label="Coordination of services")
    with zipfile.ZipFile(io.BytesIO(excel(study))) as book:
        number = max(int(name) for name in re.findall(r"worksheets/sheet(\d+)[.]xml", " ".join(book.namelist())))
        sheet = book.read(f"xl/worksheets/sheet{number}.xml").decode()
    widths = [float(width) for width in re.findall(r'<col [^>]*width="([\d.]+)"', sheet)]
    cells = study_tables.all_cells(made_of(study))
    longest = [max(len(str(row[place])) for row in cells.rows) for place in range(len(cells.header))]
    assert all(width > letters for width, letters in zip(widths, longest, strict=False))
    styles = dict(re.findall(r'<c r="([A-Z]+)1" s="(\d+)"', sheet))
    assert styles["A"] == styles["E"] != styles["F"] == styles["K"]


def test_the_groups_of_a_finding_have_room_where_they_are_many() -> None:
    heads = {}
    for groups in (4, 40):
        study = invented_report.study(domains=1, codes=3, groups=groups, segments=600)
        table = evidence.table(invented_analysis.of(study))
        heads[groups] = [heading.letters for heading in table.headings if heading.letters]
    assert heads[4] == [18, 12, 10]
    assert heads[40][0] > 18


def test_a_table_of_few_groups_is_no_wider_than_it_needs_to_be() -> None:
    """The marks of one group stood at the other side of the page, far from the labels."""
    study = invented_report.study(domains=2, codes=3, groups=1, segments=9)
    (grid,) = docx.Document(io.BytesIO(word_tables.render({1: tables_of(study)[0]}))).tables
    label, mark, total = (column.width for column in grid.columns)
    assert label and mark and total
    assert label + mark + total < Cm(8)


def test_no_panel_of_a_triangle_has_a_blank_row_or_column() -> None:
    """In the last of the panels of 40 groups most rows were blank."""
    (table,) = (table for table in tables_of(STUDIES[1]()) if table.id == "similarity")
    panels = [rows_of(grid) for grid in docx.Document(io.BytesIO(word_tables.render({1: table}))).tables]
    assert len(panels) > 1
    for rows in panels:
        assert all(any(row[1:]) for row in rows)
        assert all(any(column[1:]) for column in zip(*rows, strict=True))
    source = latex_tables.render(table)
    assert not re.search(r"hangindent=1em [^&]*(& +)+\\\\", source)


def is_same(value: object, text: str) -> bool:
    """Whether a cell has a text; a number is a number in a workbook."""
    return value == (float(text) if isinstance(value, float) else text)


@pytest.mark.plain_cases(1)
@pytest.mark.parametrize("write", [word, excel])
def test_the_same_bytes_without_fonts_formulas_or_people(write: Callable[[InventedStudy], bytes]) -> None:
    content = write(STUDIES[1]())
    assert content == write(STUDIES[1]())
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {info.date_time[0] for info in archive.infolist()} == {1980}
        text = b"\n".join(map(archive.read, archive.namelist()))
    assert b"<f>" not in text and b"hyperlink " not in text.lower()
    for font in (b"Latha", b"Kartika", b"Angsana", b"Raavi"):  # names of people, too
        assert font not in text


@pytest.mark.plain_cases(1)
@pytest.mark.parametrize("write", [word, excel])
def test_addresses_of_cells_are_no_participants_and_words_are_searched(
    write: Callable[[InventedStudy], bytes],
) -> None:
    ids = [Watched("PARTICIPANT", f"{letter}{number}") for letter in "ABCDE" for number in range(1, 20)]
    search = Search([*ids, Watched("PERSON", "Tregenza", ("en",))], frozenset(), "")
    scan = LeakScan(search, Traces([], [], [], frozenset()))
    clean = invented_report.study(domains=2, codes=8, groups=6, segments=80, label="Zq")
    assert scan.search_content(write(clean)).is_clean
    label = invented_report.study(domains=2, codes=8, groups=6, segments=80, label="Person")
    known = Search([Watched("PERSON", "Person", ("en",))], frozenset({"person"}), "person")
    assert LeakScan(known, Traces([], [], [], frozenset())).search_content(write(label)).is_clean
    named = invented_report.study(domains=2, codes=3, groups=2, segments=8, label="Talk of Tregenza")
    assert not scan.search_content(write(named)).is_clean


def test_sheets_of_tables_with_one_title_have_names_of_their_own() -> None:
    study = STUDIES[0]()
    titles = ["T 4", "'History", "T", "T", "history 2", "History", "a/b" * 20, "A/B" * 20, f"{'c' * 30}'d", "\x0b:?"]
    tables = [replace(table, caption=title) for title, table in zip(titles, cycle(tables_of(study)), strict=False)]
    book = CalamineWorkbook.from_filelike(
        io.BytesIO(excel_tables.render(dict(enumerate(tables, 1)), study_tables.all_cells(made_of(study))))
    )
    assert len({name.casefold() for name in book.sheet_names}) == len(tables) + 1
    assert all(0 < len(name.strip(" '")) <= 31 for name in book.sheet_names)


@pytest.mark.parametrize("write", [word, excel])
def test_a_title_and_a_warning_as_long_as_a_study_may_have_them(write: Callable[[InventedStudy], bytes]) -> None:
    study = invented_report.study(domains=1, codes=2, groups=2, segments=5)
    assert write(replace(study, facts=replace(study.facts, title="Long " * 200, synthetic_note="☂ Note " * 140)))
