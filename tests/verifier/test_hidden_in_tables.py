"""What hides a mark, or says more than the counts, in a Word document, a workbook or a LaTeX source is found."""

import pytest

from tests.builders.changed_packages import TABLES, Change, Files, add, both, drop, replace, within, write
from tests.builders.packages_in_memory import Recount

WORD, EXCEL = f"{TABLES}all.docx", f"{TABLES}all.xlsx"
DOCUMENT, STYLES, LINKS = "word/document.xml", "word/styles.xml", "word/_rels/document.xml.rels"
SHEET, LIST, BOOK, LOOKS, TEXTS = (
    *("xl/worksheets/sheet1.xml", "xl/worksheets/sheet19.xml", "xl/workbook.xml", "xl/styles.xml"),
    "xl/sharedStrings.xml",
)
BOOK_LINKS = "xl/_rels/workbook.xml.rels"
MARK = '<w:rPr><w:sz w:val="18"/></w:rPr><w:t xml:space="preserve">x</w:t>'
SPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
PROSE = "<w:p><w:r><w:t>Retracted.</w:t></w:r></w:p>"
NOTE = "<w:r><w:rPr><w:i/>"  # begins the first note below a table


def run(properties: str = '<w:sz w:val="18"/>', further: str = "") -> Change:
    """Another form of the first mark."""
    return replace(DOCUMENT, MARK, f'<w:rPr>{properties}</w:rPr><w:t xml:space="preserve">x</w:t>{further}')


IN_WORD: dict[str, Change] = {
    "white mark": run('<w:color w:val="FFFFFF"/><w:sz w:val="18"/>'),
    "mark of half a point": run('<w:sz w:val="1"/>'),
    "mark struck out": run('<w:strike/><w:sz w:val="18"/>'),
    "sign of a font": run(further='<w:sym w:font="Wingdings" w:char="F0FC"/>'),
    "row that was deleted": replace(DOCUMENT, "<w:cantSplit/></w:trPr>", '<w:cantSplit/><w:del w:id="1"/></w:trPr>'),
    "row without height": replace(
        DOCUMENT, "<w:cantSplit/></w:trPr>", '<w:cantSplit/><w:trHeight w:val="1" w:hRule="exact"/></w:trPr>'
    ),
    "cell over two columns": replace(DOCUMENT, "</w:tcPr>", '<w:gridSpan w:val="2"/></w:tcPr>'),
    "black cell": replace(DOCUMENT, "</w:tcPr>", '<w:shd w:val="clear" w:fill="000000"/></w:tcPr>'),
    "mark moved out of its cell": replace(
        DOCUMENT, '<w:pPr><w:jc w:val="center"/>', '<w:pPr><w:ind w:left="9000"/><w:jc w:val="center"/>'
    ),
    "prose in a control": replace(DOCUMENT, "</w:tbl>", f"</w:tbl><w:sdt><w:sdtContent>{PROSE}</w:sdtContent></w:sdt>"),
    "prose from another file": replace(DOCUMENT, "</w:tbl>", '</w:tbl><w:altChunk w:id="r9"/>'),
    "a title twice": replace(DOCUMENT, "<w:t>Facilitating factors</w:t>", "<w:t>Facilitating factors</w:t><w:cr/>"),
    "another number of a table": replace(DOCUMENT, "SEQ Table", "= 7"),
    "header of a page": add("word/header1.xml", '<w:hdr xmlns:w="x"/>'),
    "style that hides": replace(STYLES, "<w:rPrDefault><w:rPr>", "<w:rPrDefault><w:rPr><w:vanish/>"),
    "style of white letters": replace(
        STYLES, "<w:rPrDefault><w:rPr>", '<w:rPrDefault><w:rPr><w:color w:val="FFFFFF"/>'
    ),
    "style of small letters": replace(STYLES, '<w:sz w:val="22"/>', '<w:sz w:val="2"/>'),
    "style of wide margins": replace(STYLES, 'w:w="60"', 'w:w="6000"'),
    "styles of another document": replace(LINKS, 'Target="styles.xml"', 'Target="x.xml" TargetMode="External"'),
    "another title of the file": replace("docProps/core.xml", "<dc:title>", "<dc:title>Retracted "),
    "note of a table removed": replace(DOCUMENT, "Synthetic reconstruction, not the interviews", ""),
    "columns of other widths": replace(DOCUMENT, '<w:gridCol w:w="', '<w:gridCol w:w="9'),
}
IN_EXCEL: dict[str, Change] = {
    "hidden row": replace(SHEET, '<row r="5"', '<row r="5" hidden="1"'),
    "row without height": replace(SHEET, '<row r="5"', '<row r="5" ht="0" customHeight="1"'),
    "hidden column": replace(SHEET, '<col min="2"', '<col hidden="1" min="2"'),
    "column without width": replace(SHEET, 'width="9.7109375"', 'width="0.1"'),
    "hidden sheet": replace(BOOK, "<sheet name", '<sheet state="hidden" name'),
    "sheet under another title": replace(BOOK, '<sheet name="Barriers"', '<sheet name="Helps"'),
    "sheets in another order": both(
        replace(BOOK_LINKS, "sheet1.xml", "sheet0.xml"),
        replace(BOOK_LINKS, "sheet2.xml", "sheet1.xml"),
        replace(BOOK_LINKS, "sheet0.xml", "sheet2.xml"),
    ),
    "sheet beside the others": add("xl/worksheets/more.xml", f"<worksheet {SPACE}/>"),
    "text outside of the texts": replace(SHEET, "</row>", '<c r="ZZ1" t="inlineStr"><is><t>!</t></is></c></row>'),
    "two cells in one place": replace(SHEET, '<c r="A1" s="1" t="s">', '<c r="A1" s="1" t="s"/><c r="A1" s="1" t="s">'),
    "cells behind others": replace(SHEET, "<mergeCell ", '<mergeCell ref="A4:E4"/><mergeCell '),
    "zeros not shown": replace(SHEET, "<sheetView ", '<sheetView showZeros="0" '),
    "first rows out of sight": replace(SHEET, 'topLeftCell="B4"', 'topLeftCell="B40"'),
    "header of a page": replace(SHEET, "<pageSetup", "<headerFooter><oddHeader>!</oddHeader></headerFooter><pageSetup"),
    "colour of other entries": replace(SHEET, '<formula>"x"</formula>', "<formula>0</formula>"),
    "filtered rows": replace(LIST, "<autoFilter ", '<autoFilter><filterColumn colId="0"/></autoFilter><autoFilter '),
    "numbers not shown": replace(LOOKS, 'formatCode="0.0"', 'formatCode=";;;"'),
    "numbers as per cent": replace(LOOKS, 'formatCode="0.0"', 'formatCode="0%"'),
    "white letters": replace(LOOKS, '<color theme="1"/>', '<color rgb="FFFFFFFF"/>'),
    "marks in the colour of their cells": replace(LOOKS, "<dxf>", '<dxf><font><color rgb="FFD9E6F1"/></font>'),
    "white theme": replace("xl/theme/theme1.xml", 'lastClr="000000"', 'lastClr="FFFFFF"'),
    "mark as a reading aid": replace(TEXTS, "<si><t>x</t></si>", '<si><t/><rPh sb="0" eb="1"><t>x</t></rPh></si>'),
    "comments": add("xl/comments1.xml", f"<comments {SPACE}/>"),
    "another title of the file": replace("docProps/core.xml", "<dc:title>", "<dc:title>Retracted "),
    "note of a table removed": replace(TEXTS, "Synthetic reconstruction", "Reconstruction"),
}
CHANGES = {("word", name): within(WORD, change) for name, change in IN_WORD.items()}
CHANGES |= {("excel", name): within(EXCEL, change) for name, change in IN_EXCEL.items()}


@pytest.fixture(scope="module")
def recount(files: Files) -> Recount:
    return Recount(files)


@pytest.mark.parametrize("kind", ["word", "excel"])
def test_an_unchanged_document_and_workbook_are_right(recount: Recount, kind: str) -> None:
    assert recount.wrong(kind, drop()) == []


@pytest.mark.plain_cases(8)
@pytest.mark.parametrize(("kind", "name"), CHANGES)
def test_what_a_reader_would_not_see_is_found(recount: Recount, kind: str, name: str) -> None:
    assert recount.wrong(kind, CHANGES[kind, name]) != []


@pytest.mark.plain_cases(1)
@pytest.mark.parametrize("table", ["barriers", "sample", "sample_by_country"])
def test_each_line_of_a_latex_source_is_needed_once(recount: Recount, files: Files, table: str) -> None:
    """A warning, a note, a heading or the end of a table was removed, and nobody noticed."""
    name = f"{TABLES}{table}.tex"
    lines = files[name].decode().splitlines(keepends=True)
    assert recount.wrong(table, drop()) == []
    for number, line in enumerate(lines):
        for changed in ([*lines[:number], *lines[number + 1 :]], [*lines[: number + 1], *lines[number:]]):
            assert recount.wrong(table, write(name, "".join(changed))) != [], line
