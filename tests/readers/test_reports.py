"""Reports of ATLAS.ti, Dedoose and NVivo: what a writer wrote comes back, what is none is refused."""

import csv
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings

from crosscase.readers import export_formats
from crosscase.readers.raw import Export
from crosscase.study.facts import ExportSettings
from tests.builders.plain_runs import repeats
from tests.builders.report_files import PROJECT, REPORT, WORDS, read
from tests.builders.round_trips import found, projects, squeezed, wanted
from tests.reconstruction.project import Project
from tests.reconstruction.writers import atlasti, dedoose, nvivo

often = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=repeats(15, 40))


def with_file_names(project: Project) -> Project:
    """The project with codes that can be names of files."""
    codes = [tuple(name.replace("/", "-") for name in coding.code_path) for coding in project.codings]
    codings = (replace(coding, code_path=path) for coding, path in zip(project.codings, codes, strict=True))
    return replace(project, codings=tuple(codings))


def passages(project: Project, levels: int = 2) -> Counter[tuple[object, ...]]:
    """The references of a project: passages, whoever coded them."""
    spans = {(c.document, c.code_path, c.start, c.end): squeezed(project.text_of(c)) for c in project.codings}
    return Counter((document, code[-levels:], None, text) for (document, code, _, _), text in spans.items())


@pytest.mark.parametrize("joint", [": ", "::"])
@often
@given(project=projects())
def test_quotations_come_back_whole(tmp_path: Path, joint: str, project: Project) -> None:
    atlasti.write_xlsx(project, tmp_path / "q.xlsx", joint)
    assert found(read(tmp_path / "q.xlsx", "atlasti", project.code_paths())) == wanted(project, levels=2)
    atlasti.write_csv(project, tmp_path / "q.csv", joint)
    codings = read(tmp_path / "q.csv", "atlasti", project.code_paths())
    assert found(codings) == wanted(project, levels=2, coders=False)


@often
@given(project=projects())
def test_quotations_need_no_codebook_where_codes_stand_on_lines(tmp_path: Path, project: Project) -> None:
    """With two codes in one cell the whole column is known to be in lines; no comma parts a code then."""
    atlasti.write_xlsx(project, tmp_path / "q.xlsx")
    codings = read(tmp_path / "q.xlsx", "atlasti", separator=": ")
    assert {c.code_path for c in codings} <= {c.code_path for c in project.codings}
    assert found(codings) == wanted(project, levels=2)


@often
@given(project=projects())
def test_excerpts_come_back_whole(tmp_path: Path, project: Project) -> None:
    for name, write in (("e.xlsx", dedoose.write_xlsx), ("e.csv", dedoose.write_csv)):
        if project.codings:
            write(project, tmp_path / name)
            codings = read(tmp_path / name, "dedoose")
            assert found(codings) == wanted(project, levels=2)
            spans = {(c.start, c.end) for c in project.codings}
            assert {(c.start, c.end) for c in codings} == spans


@pytest.mark.parametrize("kind", ["txt", "docx", "html"])
@often
@given(drawn=projects())
def test_reports_of_all_codes_come_back_whole(tmp_path: Path, kind: nvivo.Kind, drawn: Project) -> None:
    project = with_file_names(drawn)
    nvivo.write_archive(project, tmp_path / "r.zip", kind)
    codings = read(tmp_path / "r.zip", "nvivo_report")
    assert found(codings) == passages(project)
    assert len({(c.document, c.code_path, c.start, c.end) for c in codings}) == len(codings)


@pytest.mark.parametrize("sparse", [False, True])
@often
@given(project=projects())
def test_matrices_count_the_references(tmp_path: Path, sparse: bool, project: Project) -> None:
    nvivo.write_matrix(project, tmp_path / "m.xlsx", sparse=sparse)
    expected = Counter((document, code, None, "") for document, code, _, _ in passages(project, levels=1).elements())
    codings = read(tmp_path / "m.xlsx", "nvivo_matrix")
    assert found(codings) == expected
    assert all(coding.text is None for coding in codings)


def test_groups_positions_and_variables_of_quotations(tmp_path: Path) -> None:
    atlasti.write_xlsx(PROJECT, tmp_path / "q.xlsx")
    first, *_ = read(tmp_path / "q.xlsx", "atlasti", PROJECT.code_paths())
    assert (first.document_groups, first.coder, first.distinguished_by) == (("Greece",), "JN", "1:1")
    assert first.locator == "sheet 1, row 2, quotation 1:1, code 1"
    atlasti.write_csv(PROJECT, tmp_path / "q.csv")
    first, *_ = read(tmp_path / "q.csv", "atlasti", PROJECT.code_paths())
    assert (first.text, first.start, first.end, first.coder) == ("One day.", 1, 1, None)
    assert first.variables["Creation Date "] == "1/1/20"


def test_quotations_without_codes_are_no_codings(tmp_path: Path) -> None:
    (tmp_path / "q.csv").write_text(
        "ID;Document;Document Group;Codes;Text Content\n1:1;a;X, Y;;words\n1:2;a;X, Y;A;w\n"
    )
    (coding,) = read(tmp_path / "q.csv", "atlasti")
    assert (coding.locator, coding.code_path) == ("row 3, quotation 1:2, code 1", ("A",))
    assert coding.document_groups == ("X", "Y")


def test_descriptors_of_excerpts_are_variables(tmp_path: Path) -> None:
    dedoose.write_xlsx(PROJECT, tmp_path / "e.xlsx", ["Country"])
    codings = read(tmp_path / "e.xlsx", "dedoose")
    assert {coding.variables.get("Country") for coding in codings} == {"EL", None}
    assert codings[0].locator == "sheet 1, row 2, code 1"


def test_what_was_applied_may_be_boolean(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "e.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Media Title", "Excerpt Copy", "Code: A Applied", "Code: A\\b Applied"])
        sheet.write_row(1, 0, ["a", "words", True, False])
        sheet.write_row(2, 0, ["a", "words", "TRUE", "true"])
    assert [c.code_path for c in read(tmp_path / "e.xlsx", "dedoose")] == [("A",), ("A",), ("A", "b")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_report_in_the_words_of_the_tool(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "Lack of - time_1.txt"
    path.write_bytes(REPORT.encode(encoding))
    one, two, three = read(path, "nvivo_report")
    assert one.code_path == ("Lack of - time_1",)
    assert (one.document, one.document_groups) == ("a_1", ("Greece", "2019"))
    assert one.text == "She said:\nReference 3 - 1% Coverage\nor so"
    assert two.text is None
    assert (two.start, two.locator) == (2, "reference 2 of document 1")
    assert (three.document, three.document_groups, three.text) == ("b", (), "yes")
    assert read(path, "nvivo_report", separator=" - ")[0].code_path == ("Lack of", "time_1")
    assert export_formats.recognise(str(path))[0] == "nvivo_report"


@pytest.mark.parametrize("kind", ["txt", "docx", "html"])
def test_one_report_is_an_export(tmp_path: Path, kind: nvivo.Kind) -> None:
    path = tmp_path / f"Time.{kind}"
    path.write_bytes(nvivo.report(PROJECT, ("Barriers", "Time"), kind))
    codings = read(path, "nvivo_report")
    assert [(c.document, c.code_path, c.text) for c in codings] == [
        ("a.docx", ("Time",), "Two days."),
        ("b.docx", ("Time",), WORDS),
    ]
    assert codings[0].document_groups == ("Greece",)


def test_an_empty_report_in_an_archive_is_a_code_that_was_not_given(tmp_path: Path) -> None:
    nvivo.write_archive(replace(PROJECT, codebook=(("Never",),)), tmp_path / "r.zip", "txt")
    assert len(read(tmp_path / "r.zip", "nvivo_report")) == 3


def test_attributes_of_a_matrix_are_variables(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "m.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 1, ["A : Person:Country = EL", "B : a"])
        sheet.write_row(1, 0, ["1 : Codes\\\\Barriers\\\\Time", 2, ""])
        sheet.write_row(2, 0, ["2 : a - b", 0, 1])
    one, two, three = read(tmp_path / "m.xlsx", "nvivo_matrix")
    assert one.variables == two.variables == {"Country": "EL"}
    assert one.code_path == ("Barriers", "Time")
    assert (two.locator, two.start) == ("sheet 1, row 2, column 2, 2 of 2", 2)
    assert (three.document, three.code_path, three.variables) == ("a", ("a - b",), {})


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter=";"))


def test_the_codes_of_real_quotations_are_parted_right(sample: Callable[[str], Path]) -> None:
    book = {row["Code"] for row in table(sample("atlasti/20250914_codebook_full.csv"))}
    rows = table(sample("atlasti/20250914_quotation_export.csv"))
    paths = [tuple(code.split(": ", 1)) for code in book]
    codings = read(sample("atlasti/20250914_quotation_export.csv"), "atlasti", paths)
    names: dict[object, list[str]] = {}
    for coding in codings:
        names.setdefault(coding.distinguished_by, []).append(": ".join(coding.code_path))
    right = [len(names[row["Number"]]) == int(row["Number of Codes"]) for row in rows]
    known = [set(names[row["Number"]]) <= book for row in rows]
    assert (len(names), sum(right), sum(known)) == (394, 394, 393)
    assert len({coding.document for coding in codings}) == 1
    assert {len(coding.code_path) for coding in codings if ": ".join(coding.code_path) in book} <= {1, 2}
    assert not any(coding.text and coding.text[0] == coding.text[-1] == '"' for coding in codings)


@pytest.mark.parametrize(
    ("name", "rows", "codes"),
    [("dedoose/demo_data.xlsx", 440, 10), ("dedoose/demo_excerpts_2025-11-15.xlsx", 20, 11)],
)
def test_real_excerpts_lose_no_coding(sample: Callable[[str], Path], name: str, rows: int, codes: int) -> None:
    from python_calamine import CalamineWorkbook

    header, *body = CalamineWorkbook.from_path(sample(name)).get_sheet_by_index(0).to_python()
    columns = [number for number, heading in enumerate(header) if str(heading).endswith(" Applied")]
    applied = Counter(str(header[column]) for row in body for column in columns if str(row[column]) == "True")
    codings = read(sample(name), "dedoose")
    assert (len(body), len(columns)) == (rows, codes)
    assert Counter(f"Code: {chr(92).join(coding.code_path)} Applied" for coding in codings) == applied
    coders = {row[header.index("Excerpt Creator")] for row in body}
    assert {coding.coder for coding in codings} == coders
    assert all(coding.text for coding in codings)
    assert all((coding.start is None) == ("Excerpt Range" not in header) for coding in codings)


@pytest.mark.parametrize(("name", "count"), [("Int01_ID731", 6), ("Int02_ID121", 9), ("Int15_ID112", 4)])
def test_real_matrices_are_counted(sample: Callable[[str], Path], name: str, count: int) -> None:
    codings = read(sample(f"nvivo-matrix/{name}.xlsx"), "nvivo_matrix")
    assert len(codings) == count
    assert {coding.document for coding in codings} == {name}
    assert not any(":" in coding.code_path[0] for coding in codings)


def test_a_real_matrix_may_have_only_the_rows_that_count(sample: Callable[[str], Path]) -> None:
    export = Export(str(sample("nvivo-matrix/Int15_ID112.xlsx")), ExportSettings("", "nvivo_matrix"))
    found = {coding.code_path for coding in export_formats.read(export)}
    assert found == export.notes.code_paths
    assert len(found) == 3


@pytest.mark.parametrize(
    ("name", "tool"),
    [
        ("atlasti/20250914_quotation_export.csv", "atlasti"),
        ("dedoose/demo_data.xlsx", "dedoose"),
        ("dedoose/demo_excerpts_2025-11-15.xlsx", "dedoose"),
        ("nvivo-matrix/Int15_ID112.xlsx", "nvivo_matrix"),
    ],
)
def test_real_exports_are_recognised(sample: Callable[[str], Path], name: str, tool: str) -> None:
    assert export_formats.recognise(str(sample(name)))[0] == tool
