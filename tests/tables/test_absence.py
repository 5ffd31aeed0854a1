"""A code that is absent has one sign in all formats: nothing where there are marks, and 0 where there are numbers."""

import io
import re

import docx
from python_calamine import CalamineWorkbook

from crosscase.coding import matrices
from crosscase.report import html, view
from crosscase.storage.schemas import State
from crosscase.study.own_labels import labels_of
from crosscase.tables import domain_tables, excel_tables, html_tables, latex_tables, word_tables
from tests.builders import invented_report

STUDY = invented_report.study(domains=2, codes=5, groups=3, segments=12, label="Label", coded_twice=False)
MATRIX = matrices.build(STUDY.rows.cells, STUDY.rows.codebook, STUDY.facts.groups, STUDY.facts.domains[0])
TABLES = {
    "": domain_tables.domain_table(MATRIX, STUDY.facts),
    "0": domain_tables.counts_table(MATRIX, STUDY.facts),
}
PLACES = [
    (row, column)
    for row, line in enumerate(MATRIX.rows)
    for column, cell in enumerate(line.cells)
    if cell.state == State.ABSENT
]


def first_line(cell: str) -> str:
    """A cell without its second line, the interval."""
    return re.split(r"<br>|\n|\\\\", cell.removeprefix(r"\begin{tabular}[t]{@{}c@{}}"))[0]


def test_an_absent_code_is_blank_among_marks_and_0_among_numbers() -> None:
    assert PLACES
    for sign, table in TABLES.items():
        page = re.findall(r"<tr>\n<th scope=\"row\".*?</tr>", html_tables.render(table), re.DOTALL)
        source = [line for line in latex_tables.render(table).splitlines() if re.match(r"\\raggedright.*Label", line)]
        (grid,) = docx.Document(io.BytesIO(word_tables.render({1: table}))).tables
        book = CalamineWorkbook.from_filelike(io.BytesIO(excel_tables.render({1: table})))
        sheet = book.get_sheet_by_index(0).to_python()[3:]
        for row, column in PLACES:
            assert first_line(re.findall(r"<td.*?>(.*?)</td>", page[row])[column]) == sign
            assert first_line(source[row].removesuffix(r" \\").split("&")[1 + column].strip()) == sign
            assert first_line(grid.rows[1 + row].cells[1 + column].text) == sign
            assert first_line(str(sheet[row][1 + column])) == sign


def test_it_is_blank_in_csv_and_on_the_page_too() -> None:
    rows = [row for row, line in enumerate(MATRIX.rows) if line.cells]
    _, wide = domain_tables.wide(MATRIX, labels_of(STUDY.facts))
    page = html.render(view.build(STUDY.facts, STUDY.rows), [], invented_report.no_figures(STUDY.facts.domains))
    shown = re.findall(r'<td class="absent"><a [^>]*>(.*?)</a></td>', page)
    assert set(shown) == {""}
    assert len(shown) == sum(cell.state == State.ABSENT for cell in STUDY.rows.cells)
    for row, column in PLACES:
        assert wide[rows.index(row)][1 + column] == ""
