"""Codebooks of other tools: what was written comes back, and what cannot be read is refused in a sentence."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crosscase.codebooks import codebook_formats, comparison
from crosscase.codebooks.listed import ListedCodebook, Source
from crosscase.coding import codebook
from crosscase.messages.errors import ReadError, StudyError
from crosscase.refi_archive import project
from crosscase.storage.limits import Limits
from crosscase.storage.text_form import fold, nfc
from crosscase.study import study_folder
from tests.builders.codebook_files import WRITERS
from tests.builders.plain_runs import repeats
from tests.builders.projects import ROOT
from tests.reconstruction.writers import codebooks as writers
from tests.reconstruction.writers.codebooks import Code

# Without what the tools themselves put between levels; a colon that separates nothing is in `NAMES`.
NAMES = st.sampled_from(["Time", "time is short", "Čas, čas", 'Say "no"', "Ελλάς", "a;b", "x<y&z", "10:30", "L'école"])
DEFINITIONS = st.sampled_from(["", "Of whoever.", "Two\nlines", 'With "quotes"; and more', "Σημασία"])


@st.composite
def trees(draw: st.DrawFn) -> list[Code]:
    """Codebooks whose codes have different paths, up to three levels deep, in the order of the tree."""
    codes: list[Code] = []

    def grow(above: tuple[str, ...], depth: int) -> None:
        for name in draw(st.lists(NAMES, min_size=not above, max_size=4, unique_by=fold)):
            codes.append(Code((*above, nfc(name)), draw(DEFINITIONS), draw(st.booleans())))
            if depth:
                grow(codes[-1].path, depth - 1)

    grow((), 2)
    return codes


def read(path: Path, separator: str | None = None, limits: Limits | None = None) -> ListedCodebook:
    return codebook_formats.read(Source(str(path), separator, limits or Limits()))


def code_list(book: ListedCodebook) -> list[Code]:
    return [Code(code.path, code.definition) for code in book.codes]


@pytest.mark.plain_cases(3)
@pytest.mark.parametrize("tool", WRITERS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=repeats(12, 30))
@given(codes=trees())
def test_what_is_written_comes_back(tmp_path: Path, tool: str, codes: list[Code]) -> None:
    write, title = WRITERS[tool]
    path = tmp_path / "codebook"
    write(codes, path)
    book = read(path, "." if title == "Taguette" else None)
    assert (book.format, book.count, book.repeated) == (title, len(codes), [])
    assert code_list(book) == [Code(code.path, code.definition) for code in codes]
    assert len({code.locator for code in book.codes}) == len(codes)


def test_only_refi_says_what_is_codable_and_by_which_guid(tmp_path: Path) -> None:
    codes = [Code(("Barriers",), codable=False), Code(("Barriers", "Time"))]
    for tool, (write, _) in WRITERS.items():
        write(codes, tmp_path / "codebook")
        book = read(tmp_path / "codebook")
        known = [(code.codable, code.guid) for code in book.codes if code.listed]
        refi = [(False, codes[0].guid), (True, codes[1].guid)]
        assert known == (refi if tool == "REFI-QDA" else [(None, "")] * 2)


@pytest.mark.parametrize("namespace", ["urn:QDA-XML:codebook:1.0", "urn:QDA-XML:codebook:0:4"])
def test_any_namespace_is_read(tmp_path: Path, namespace: str) -> None:
    writers.write_qdc([Code(("Time",))], tmp_path / "codebook.qdc", namespace)
    assert code_list(read(tmp_path / "codebook.qdc")) == [Code(("Time",))]


def test_the_codebook_of_a_project_is_read_bare_or_packed(tmp_path: Path) -> None:
    writers.write_qdc([Code(("Barriers",)), Code(("Barriers", "Time"), "Too little.")], tmp_path / "codebook.qdc")
    inner = (tmp_path / "codebook.qdc").read_text(encoding="utf-8").partition("?>")[2]
    project = f'<Project xmlns="urn:QDA-XML:project:1.0">{inner}<Sources/></Project>'
    (tmp_path / "project.qde").write_text(project, encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "project.qdpx", "w") as archive:
        archive.writestr("Any Name.QDE", project)
    wanted = code_list(read(tmp_path / "codebook.qdc"))
    assert code_list(read(tmp_path / "project.qde")) == code_list(read(tmp_path / "project.qdpx")) == wanted


def test_our_own_codebook_is_read_with_its_domains() -> None:
    book = codebook_formats.read(codebook_formats.source(str(ROOT / "config/codebook.csv"), None, None))
    assert (book.format, book.count, len(book.codes)) == ("codebook.csv", 31, 35)
    assert book.codes[1].path == ("Facilitating factors", "Political, top-down support")


def test_what_the_study_archives_is_what_its_codebook_says(tmp_path: Path) -> None:
    beside = study_folder.study_beside(str(ROOT / "config/codebook.csv"))
    assert beside is not None
    entries = codebook.read(str(ROOT / "config/codebook.csv"), beside.domains)
    (tmp_path / "c.qdc").write_bytes(project.codebook(beside.domains, entries))
    own = codebook_formats.read(codebook_formats.source(str(ROOT / "config/codebook.csv"), None, beside))
    compared = comparison.compare(own, read(tmp_path / "c.qdc"))
    assert not compared.changes
    assert len(compared.same) == 35


def test_maxqda_is_read_in_polish(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "c.csv", "Kod;Notatka", "Bariery > Czas;za mało")
    assert code_list(read(path))[-1] == Code(("Bariery", "Czas"), "za mało")


def write_csv(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_levels_that_no_row_lists_are_added(tmp_path: Path) -> None:
    book = read(write_csv(tmp_path / "c.csv", "Code,Memo", "A > B > C,deep", "A,top", "X > Y,"))
    assert [(code.path, code.listed) for code in book.codes] == [
        (("A",), True),
        (("A", "B"), False),
        (("A", "B", "C"), True),
        (("X",), False),
        (("X", "Y"), True),
    ]


def test_codes_with_the_same_path_are_reported(tmp_path: Path) -> None:
    book = read(write_csv(tmp_path / "c.csv", "Code,Memo", "A,one", "A > B,", " a ,two"))
    assert (book.count, book.repeated, book.codes[0].definition) == (2, [("row 2", "row 4")], "one")


def test_a_colon_parts_a_name_of_atlasti_only_behind_a_code(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "c.csv", "Code;Comment", "T1: all;", "T1: all: time: short;", "note: this;")
    assert [code.path for code in read(path).codes] == [("T1: all",), ("T1: all", "time: short"), ("note: this",)]
    assert ("note", "this") in [code.path for code in read(path, ": ").codes]


def test_nvivo_may_indent_by_any_step(tmp_path: Path) -> None:
    lines = ["Name,Description,Sources,References", " A,,1,1", "    B,,1,1", "     C,,1,1", "    D,,1,1", " E,,1,1"]
    book = read(write_csv(tmp_path / "c.csv", *lines))
    assert [code.path for code in book.codes] == [("A",), ("A", "B"), ("A", "B", "C"), ("A", "D"), ("E",)]


@pytest.mark.parametrize(
    ("name", "title", "codes"),
    [
        ("atlasti/20250914_codebook_full.csv", "ATLAS.ti", 465),
        ("atlasti/20250914_code_list_frequencies.csv", "ATLAS.ti", 465),
        ("atlasti/20250914_theme_frequencies.csv", "ATLAS.ti", 18),
        ("taguette/codebook_20220223_0.csv", "Taguette", 120),
        ("taguette/codebook_20220303_8.csv", "Taguette", 22),
        ("qualitative-coding/demo.qdpx", "REFI-QDA", 262),
        ("refi-standard/TestProject.qdpx", "REFI-QDA", 14),
        ("refi-standard/Project.qde", "REFI-QDA", 14),
    ],
)
def test_real_codebooks_are_read(sample: Callable[[str], Path], name: str, title: str, codes: int) -> None:
    book = read(sample(name))
    assert (book.format, book.count, len(book.codes), book.repeated) == (title, codes, codes, [])


def test_a_report_of_quotations_is_no_codebook(sample: Callable[[str], Path]) -> None:
    """Only a codebook says which comma separates two of its codes."""
    with pytest.raises(StudyError, match="the format was not recognised"):
        read(sample("atlasti/20250914_quotation_export.csv"))


def test_the_segments_of_maxqda_are_no_codebook_of_another_tool(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "c.csv", "Color,Comment,Document name,Code,Segment,Memo", ",,a.txt,A > B,words,")
    assert (read(path).format, code_list(read(path))[-1]) == ("coded segments", Code(("A", "B")))


@pytest.mark.parametrize(
    "header", ["Document,Code,Memo", "Nom du document,Code,Mémo", "Participant,Code,Memo", "document,tag,description"]
)
def test_a_table_of_codings_is_no_list_of_a_tool(tmp_path: Path, header: str) -> None:
    """It was MAXQDA's or Taguette's, and its memos became definitions, which are published."""
    path = write_csv(tmp_path / "c.csv", header, "Talk 1,trust,ask again", "Talk 2,trust,why")
    with pytest.raises(StudyError, match="It has a column of passages, or of what they are from"):
        read(path)


def refused(path: Path, content: str | bytes) -> str:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(StudyError) as error:
        read(path)
    assert str(path) in str(error.value)
    assert len(error.value.problems) == 1
    return str(error.value)


QDC = '<?xml version="1.0"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>{}</Codes></CodeBook>'
CODE = '<Code guid="{}" name="{}" isCodable="true"/>'
NVIVO = "Name,Description,Files,References\n"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "the file is empty"),
        (b"a\0b,c\n", "it is neither a text table nor a workbook"),
        (b"just words\n", "the format was not recognised"),
        (b"PK\x03\x04cut off", "it is not a workbook, or it is damaged"),
        (b"PK\x03\x04cut off", "and its end is lost: copy it again, or export or save it again."),
        (b"%PDF-1.4\n1 0 obj\n", "It is a PDF file. In the tool, export the list of codes as a table or as REFI-QDA"),
        (QDC.format("")[:60], "it is not a REFI-QDA codebook or project, or it is damaged"),
        (QDC.format(""), "it has no codes"),
        ('<!DOCTYPE x [<!ENTITY a "b">]>' + QDC.format("&a;")[21:], "it is not a REFI-QDA codebook or project"),
        (QDC.format("<Code>" * 200 + "</Code>" * 200), "nested more than 100 levels deep"),
        (QDC.format(CODE.format("A", "one") + CODE.format("{a}", "two")), "1 GUID is used for more than one code"),
        (QDC.format(CODE.format("a", "one") + CODE.format("b", " ")), "code 2 (GUID b): 1 code without a name"),
        ('<Project xmlns="urn:QDA-XML:project:1.0"><Sources/></Project>', "it has no codebook"),
        ("Code,Memo\n", "it has no codes"),
        ("Code,Memo\nA > ,x\n", "row 2: 1 code without a name, or below a level without a name"),
        ("Code,Memo\nA,x\nB\n", "row 3: it has 1 field, but the header has 2"),
        ('Code,Memo\nA,"cut o', "a quote is not closed"),
        ("Code,Memo\n" + " > ".join("a" * 101) + ",x\n", "row 2: it is more than 100 levels deep"),
        ("Code;;Density;Comment\n;● B;0;\n", "row 2: its code is a level too deep for the row above"),
        ("Code;;Density;Comment\n● A;;0;\n;● B;0\n", "row 3: it has 3 fields, but the header has 4"),
        (NVIVO + "  A,,1,1\n    B,,1,1\n   C,,1,1\n", "row 4: the indentation of its name does not match a row above"),
        (NVIVO + "  A,,1,1\nB,,1,1\n", "row 3: the indentation of its name does not match a row above"),
    ],
)
def test_an_unreadable_codebook_ends_in_one_sentence(tmp_path: Path, content: str | bytes, words: str) -> None:
    assert words in refused(tmp_path / "c", content)


def test_codes_without_guids_are_no_doubles(tmp_path: Path) -> None:
    (tmp_path / "c.qdc").write_text(QDC.format(CODE.format("", "one") + CODE.format("", "two")))
    assert read(tmp_path / "c.qdc").count == 2


def test_no_error_quotes_the_name_of_a_code(tmp_path: Path) -> None:
    secret = "Invented Person said it"
    for content in (f"Code,Memo\n{secret},x\n{secret}\n", QDC.format(CODE.format("a", secret) + CODE.format("a", "x"))):
        assert secret not in refused(tmp_path / "c", content)


@pytest.mark.parametrize("sheets", [2, 3])
def test_other_sheets_of_codes_are_an_error(tmp_path: Path, sheets: int) -> None:
    with xlsxwriter.Workbook(tmp_path / "codes.xlsx") as book:
        for number in range(sheets):
            for row, cells in enumerate([("Code", "Memo"), (f"Code {number}", "")]):
                (book.worksheets()[number] if row else book.add_worksheet()).write_row(row, 0, cells)
        book.add_worksheet("Notes").write_row(0, 0, ("Colour", "Meaning"))
    with pytest.raises(ReadError) as error:
        codebook_formats.read(Source(str(tmp_path / "codes.xlsx")))
    assert ("sheet 2 has" if sheets == 2 else "sheets 2 and 3 have") in str(error.value)
