"""REFI-QDA as the tools vary it: containers, GUIDs, PDFs, missing texts, archives that mean harm."""

import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crosscase.messages.errors import ReadError, StudyError
from crosscase.readers import export_formats
from crosscase.readers.raw import Export, RawCoding, ReaderNotes
from crosscase.storage import reading_process
from crosscase.storage.limits import Limits
from tests.builders.plain_runs import repeats
from tests.builders.projects import ROOT
from tests.builders.refi_files import coding, project, text_source
from tests.builders.round_trips import REFI, read


def write(path: Path, inner: str, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {"Any Name.QDE": inner.encode(), **members}.items():
            archive.writestr(name, content)
    return path


@pytest.mark.parametrize(
    ("reference", "member"),
    [
        ("internal://t.txt", "sources/t.txt"),
        ("internal://T.TXT", "Sources/t.txt"),
        ("relative:///folder/t.txt", "Sources/t.txt"),
        ("t.txt", "sources/t.txt"),
        ("C:\\\\texts\\\\t.txt", "sources/t.txt"),
    ],
)
def test_texts_are_found_wherever_the_tool_puts_them(tmp_path: Path, reference: str, member: str) -> None:
    (found,) = read(write(tmp_path / "p.qdpx", project(text_source(reference)), {member: b"Some words."}), REFI)
    assert found.text == "Some"
    assert (found.document, found.coder, found.code_path) == ("a.docx", "JN", ("Barriers", "Time"))
    assert (found.document_groups, found.variables) == (("Czechia",), {"Land": "CZ"})


def test_without_its_text_a_selection_is_known_by_its_name(tmp_path: Path) -> None:
    (found,) = read(write(tmp_path / "p.qdpx", project(text_source()), {"sources/.root": b""}), REFI)
    assert (found.text, found.start, found.end) == ("quoted", 0, 4)
    bare = tmp_path / "project.qde"
    bare.write_text("\ufeff" + project(text_source()), encoding="utf-8")
    assert read(bare, REFI) == [found]


def test_a_coding_of_a_whole_source_has_no_words(tmp_path: Path) -> None:
    path = write(tmp_path / "p.qdpx", project(text_source(whole=coding("d2"))), {"sources/t.txt": b"Some words."})
    whole, part = read(path, REFI)
    assert (part.text, whole.text, whole.start) == ("Some", None, None)


def test_the_work_grows_with_the_codings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: list[str] = []

    def local(element: Element) -> str:
        looked_at.append(name := element.tag.rpartition("}")[2])
        return name

    monkeypatch.setattr("crosscase.readers.refi_qda.local", local)
    work = []
    for codings in (100, 1000):
        selection = f'<PlainTextSelection startPosition="0" endPosition="4">{coding()}</PlainTextSelection>'
        source = f'<TextSource guid="s1" name="a">{selection * codings}</TextSource>'
        looked_at.clear()
        with reading_process.within_bounds():
            assert len(read(write(tmp_path / "p.qdpx", project(source), {}), REFI)) == codings
        work.append(len(looked_at))
    assert work[1] < 11 * work[0]


def test_a_selection_of_a_pdf_that_is_written_twice_is_known_as_one(tmp_path: Path) -> None:
    pdf = f"""<PDFSource guid="s1" name="a.pdf">
      <PDFSelection guid="q1" name="gran…" page="0">{coding("d1")}</PDFSelection>
      <PDFSelection guid="q2" name="a picture" page="0">{coding("d2")}</PDFSelection>
      <Representation guid="r" plainTextPath="internal://t.txt">
      <PlainTextSelection guid="Q1" name="gran…" startPosition="5" endPosition="12">{coding("d3")}</PlainTextSelection>
      </Representation></PDFSource>"""
    page, picture, text = read(write(tmp_path / "p.qdpx", project(pdf), {"sources/t.txt": b"Some granola."}), REFI)
    assert page.text == text.text == "granola"
    assert (page.start, page.end) == (text.start, text.end) == (5, 12)
    assert page.locator != text.locator
    assert (picture.text, picture.start) == ("a picture", None)


def test_the_standard_project_has_two_selections_that_are_written_twice(sample: Callable[[str], Path]) -> None:
    codings = read(sample("refi-standard/TestProject.qdpx"), REFI)
    places = [(c.document, c.code_path, c.start, c.end, c.text) for c in codings if c.start is not None]
    assert len(codings) == 16
    assert len(places) - len(set(places)) == 2


def test_repeated_leaf_names_stay_apart(sample: Callable[[str], Path]) -> None:
    import xml.etree.ElementTree as ET

    with zipfile.ZipFile(sample("qualitative-coding/demo.qdpx")) as archive:
        root = ET.fromstring(archive.read("project.qde"))
    from crosscase.storage.limits import DEFAULT

    codings = read(sample("qualitative-coding/demo.qdpx"), REFI)
    assert len(codings) == 205
    assert len({coding.locator.partition(",")[0] for coding in codings}) == 158
    from crosscase.readers import refi_xml

    (book,) = [element for element in root if element.tag.endswith("CodeBook")]
    paths = [code.path for code in refi_xml.codes("", book, DEFAULT) if code.path[-1] == "citizenship"]
    assert len(paths) == len(set(paths)) == 3


def refused(path: Path) -> str:
    with pytest.raises(StudyError) as error:
        read(path, REFI)
    assert str(path) in str(error.value)
    return str(error.value)


def test_a_bomb_is_refused_unopened(tmp_path: Path) -> None:
    path = write(tmp_path / "p.qdpx", project(text_source()), {"sources/t.txt": bytes(50_000_000)})
    assert path.stat().st_size < 100_000
    assert "compressed more than an export can be" in refused(path)


def test_a_locked_archive_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "p.qdpx", project(text_source()), {})
    content = bytearray(path.read_bytes())
    for signature, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        content[content.index(signature) + offset] |= 1
    path.write_bytes(bytes(content))
    assert "locked with a password" in refused(path)


def test_more_than_the_limit_is_refused_though_each_file_is_small(tmp_path: Path) -> None:
    inner = project(text_source())
    path = write(tmp_path / "p.qdpx", inner, {"sources/t.txt": b"Some words." * 200_000})
    export = Export(str(path), REFI, limits=Limits(unpacked_mb=2, packing_ratio=1000))
    with pytest.raises(ReadError, match="more than 2 MB, unpacked"):
        list(export_formats.read(export))


@pytest.mark.parametrize(
    "inner",
    [
        "",
        "<Project>",
        "no XML at all",
        '<!DOCTYPE p [<!ENTITY a "b">]><Project name="&a;"/>',
        '<!DOCTYPE p SYSTEM "http://localhost/x"><Project/>',
        "<CodeBook><Codes>" + "<Code>" * 200 + "</Code>" * 200 + "</Codes></CodeBook>",
        project(text_source()).replace('startPosition="0"', 'startPosition="first"'),
    ],
)
def test_what_means_harm_or_is_broken_is_refused(tmp_path: Path, inner: str) -> None:
    if inner.startswith("<CodeBook>"):
        inner = f"<Project>{inner}</Project>"
    refused(write(tmp_path / "p.qdpx", inner, {"sources/t.txt": b"Some words."}))


def test_members_that_point_outside_are_only_names(tmp_path: Path) -> None:
    path = write(tmp_path / "p.qdpx", project(text_source("../../etc/t.txt")), {"../../etc/t.txt": b"Some words."})
    (found,) = read(path, REFI)
    assert found.text == "Some"
    assert [p.name for p in tmp_path.iterdir()] == ["p.qdpx"]


WHOLE = (ROOT / "data/raw/exports/it.qdpx").read_bytes()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=repeats(20, 60), deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), min_size=1, max_size=20), st.booleans())
def test_a_mutated_project_is_read_or_refused(tmp_path: Path, changes: list[tuple[int, int]], cut: bool) -> None:
    content = bytearray(WHOLE)
    for place, value in changes:
        content[place] = value
    path = tmp_path / "p.qdpx"
    path.write_bytes(content[: changes[0][0]] if cut else content)
    with suppress(StudyError):
        read(path, REFI)


def seen(path: Path) -> tuple[list[RawCoding], ReaderNotes]:
    export = Export(str(path), REFI)
    return list(export_formats.read(export)), export.notes


def test_other_content_of_a_project_is_counted(tmp_path: Path) -> None:
    path = write(tmp_path / "p.qdpx", project(text_source()), {"sources/t.txt": b"Some words."})
    _, found = seen(path)
    assert found.documents == {"a.docx"}
    assert found.code_paths == {("Barriers", "Time")}
    assert found.variables == {"Land"}
    assert [(c.document, c.rule, c.selections) for c in found.countings] == [
        ("a.docx", "code points, a line end is 1", 1)
    ]
    assert found.passed_over == {"element that is not in the standard": 2}


def test_a_text_that_is_not_in_the_archive_is_counted(tmp_path: Path) -> None:
    (coding,), found = seen(write(tmp_path / "p.qdpx", project(text_source()), {}))
    assert coding.text == "quoted"
    assert found.passed_over["text of a source (not in the file)"] == 1


def test_two_codes_with_one_guid_are_refused(tmp_path: Path) -> None:
    inner = project(text_source()).replace(
        'guid="C1" name="Time"/>', 'guid="C1" name="Time"/><Code guid="{c1}" name="B"/>'
    )
    assert "1 GUID is used for more than one code" in refused(write(tmp_path / "p.qdpx", inner, {}))


def test_a_coding_of_a_case_is_no_coding_of_the_study(tmp_path: Path) -> None:
    """NVivo's cases are codes: what a case consists of is coded with it."""
    inner = project(text_source(whole=coding("d2").replace("{c1}", "{K1}")))
    codings, found = seen(write(tmp_path / "p.qdpx", inner, {"sources/t.txt": b"Some words."}))
    assert len(codings) == 1
    assert found.passed_over["coding of a case"] == 1


def test_a_variable_that_two_cases_state_differently_has_both_values(tmp_path: Path) -> None:
    other = '<Case guid="k2"><VariableValue><VariableRef targetGUID="v1"/><TextValue>NO</TextValue></VariableValue>'
    inner = project(text_source()).replace("</Cases>", f'{other}<SourceRef targetGUID="s1"/></Case></Cases>')
    (found, *_), _ = seen(write(tmp_path / "p.qdpx", inner, {"sources/t.txt": b"Some words."}))
    assert found.variables == {"Land": "CZ; NO"}
