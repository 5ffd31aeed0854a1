"""Damaged, foreign and harmful files that are said to be reports: refused by name, or read, and no more."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crosscase.messages.errors import StudyError
from crosscase.readers import export_formats
from tests.builders.plain_runs import repeats
from tests.builders.report_files import PROJECT, REPORT, read
from tests.reconstruction.writers import atlasti, dedoose, nvivo

Write = Callable[[Path], object]
WRITERS: dict[str, tuple[str, Write]] = {
    "quotations.xlsx": ("atlasti", lambda path: atlasti.write_xlsx(PROJECT, path)),
    "quotations.csv": ("atlasti", lambda path: atlasti.write_csv(PROJECT, path)),
    "excerpts.xlsx": ("dedoose", lambda path: dedoose.write_xlsx(PROJECT, path)),
    "excerpts.csv": ("dedoose", lambda path: dedoose.write_csv(PROJECT, path)),
    "matrix.xlsx": ("nvivo_matrix", lambda path: nvivo.write_matrix(PROJECT, path)),
    "reports.zip": ("nvivo_report", lambda path: nvivo.write_archive(PROJECT, path, "docx")),
    "Time.docx": ("nvivo_report", lambda path: path.write_bytes(nvivo.report(PROJECT, ("Barriers", "Time"), "docx"))),
    "Time.html": ("nvivo_report", lambda path: path.write_bytes(nvivo.report(PROJECT, ("Barriers", "Time"), "html"))),
    "Time.txt": ("nvivo_report", lambda path: path.write_bytes(nvivo.report(PROJECT, ("Barriers", "Time"), "txt"))),
}
TOOLS = ("atlasti", "dedoose", "nvivo_matrix", "nvivo_report")


@pytest.mark.parametrize("name", WRITERS)
def test_they_are_recognised_whatever_their_name(tmp_path: Path, name: str) -> None:
    tool, write = WRITERS[name]
    write(tmp_path / name)
    unnamed = (tmp_path / name).rename(tmp_path / "export")
    assert export_formats.recognise(str(unnamed))[0] == tool


@pytest.mark.parametrize("tool", TOOLS)
@pytest.mark.parametrize("name", WRITERS)
def test_the_export_of_another_tool_is_refused_by_name(tmp_path: Path, name: str, tool: str) -> None:
    writer, write = WRITERS[name]
    write(tmp_path / name)
    if writer != tool:
        with pytest.raises(StudyError, match=name):
            read(tmp_path / name, tool)


NOTHING = {
    "empty": b"",
    "blank": b" \r\n ",
    "a picture": b"\x89PNG\r\n\x1a\n\0\0",
    "a zip of nothing": b"PK\x05\x06" + bytes(18),
    "cut off": b"PK\x03\x04\x14\0\0\0",
    "other text": b"a,b\n1,2\n",
    "a page": b"<html><body><p>Words</p><![ if",
}


@pytest.mark.parametrize("what", NOTHING)
@pytest.mark.parametrize("tool", TOOLS)
def test_a_file_that_is_not_an_export_is_an_error_with_its_name(tmp_path: Path, tool: str, what: str) -> None:
    (tmp_path / "export").write_bytes(NOTHING[what])
    if (tool, what) == ("nvivo_report", "a zip of nothing"):
        assert read(tmp_path / "export", tool) == []
        return
    with pytest.raises(StudyError, match="export"):
        read(tmp_path / "export", tool)


@pytest.mark.parametrize("name", ["quotations.xlsx", "excerpts.xlsx", "matrix.xlsx", "reports.zip", "Time.docx"])
@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_a_truncated_export_is_refused(tmp_path: Path, name: str, share: float) -> None:
    tool, write = WRITERS[name]
    write(tmp_path / name)
    whole = (tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(StudyError, match="damaged"):
        read(tmp_path / name, tool)


@pytest.mark.plain_cases(5)
@pytest.mark.parametrize("name", WRITERS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=repeats(20, 60), deadline=None)
@given(data=st.data())
def test_damage_is_read_or_refused_and_nothing_else(tmp_path: Path, name: str, data: st.DataObject) -> None:
    tool, write = WRITERS[name]
    if not (tmp_path / name).exists():
        write(tmp_path / name)
    content = bytearray((tmp_path / name).read_bytes())
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=3)):
        content[place] = data.draw(st.integers(0, 255))
    (tmp_path / f"damaged {name}").write_bytes(content[: data.draw(st.sampled_from([len(content), len(content) // 2]))])
    try:
        read(tmp_path / f"damaged {name}", tool, PROJECT.code_paths())
    except StudyError as error:
        assert f"damaged {name}" in str(error)


@pytest.mark.parametrize(
    ("tool", "content", "words"),
    [
        ("dedoose", b"Media Title,Excerpt Copy,Code: A Applied\na,w,secret\n", "row 2, code 1: a cell of a column"),
        ("dedoose", b"Media Title,Excerpt Copy,A\na,w,True\n", "row 1: it has no column 'Code: ... Applied'"),
        ("nvivo_matrix", b",A : a\n1 : A,4.2%\n", "row 2, column 2: a cell is not a number of references"),
        ("nvivo_matrix", b",A : a\n1 : A,1000000000000\n", "row 2, column 2: a cell is not a number of references"),
        ("nvivo_matrix", b",A : a,\n1 : A,1,1\n", "row 1: it is not a matrix"),
        ("nvivo_matrix", b",A : a\nA,1\n", "row 2: it is not a matrix"),
        ("nvivo_report", REPORT.replace("Reference 2", "secret").encode(), "document 1: it has fewer references"),
        ("atlasti", b"ID,Document,Codes\n1,a,b\n", "it has no column 'Quotation Content' or 'Text Content'"),
    ],
)
def test_errors_say_where_and_do_not_quote(tmp_path: Path, tool: str, content: bytes, words: str) -> None:
    (tmp_path / "export").write_bytes(content)
    with pytest.raises(StudyError) as error:
        read(tmp_path / "export", tool)
    assert words in str(error.value)
    assert "secret" not in str(error.value)


def zipped(name: str, content: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return stream.getvalue()


def locked(archive: bytes) -> bytes:
    """The archive with the flags that say that its member is encrypted."""
    content = bytearray(archive)
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


HARMFUL: dict[str, tuple[Callable[[], bytes], str]] = {
    "too large": (lambda: zipped("A.txt", bytes(64 * 2**20 + 1)), "compressed more"),
    "packed too well": (lambda: zipped("A.txt", b" " * 5 * 2**20), "compressed more"),
    "packed too well in a document": (
        lambda: zipped("A.docx", zipped("word/document.xml", b" " * 5 * 2**20)),
        "compressed more",
    ),
    "locked": (lambda: locked(zipped("A.txt", REPORT.encode())), "locked with a password"),
    "entities": (
        lambda: zipped("word/document.xml", b'<!DOCTYPE d [<!ENTITY a "b">]><d>&a;</d>'),
        "it is not a Word document, or it is damaged",
    ),
    "no report among reports": (lambda: zipped("readme.txt", b"words"), "file 1: it is not a report"),
}


@pytest.mark.parametrize("what", HARMFUL)
def test_archives_that_mean_harm_are_refused(tmp_path: Path, what: str) -> None:
    content, words = HARMFUL[what]
    (tmp_path / "reports.zip").write_bytes(content())
    with pytest.raises(StudyError, match=words):
        read(tmp_path / "reports.zip", "nvivo_report")
    assert [path.name for path in tmp_path.iterdir()] == ["reports.zip"]
