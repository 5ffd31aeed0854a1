"""Codings are different if the file tells different places of them, or numbers them: in every format that does so."""

from collections.abc import Callable
from pathlib import Path

import pytest

from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.study.facts import ExportSettings
from tests.builders import refi_files
from tests.builders.database_projects import QUALCODER, REQUAL, change
from tests.builders.in_process import COLUMNS, KEY, Outcome, run
from tests.builders.round_trips import REFI
from tests.builders.small_study import write_csv
from tests.reconstruction.project import Coding, Document, Project
from tests.reconstruction.writers import qualcoder

TIME = "Lack of time"
POINTS = "".join(f'<SyncPoint guid="t{n}" timeStamp="{n}000" position="{n}"/>' for n in range(4))
AREA = 'firstX="0" firstY="0" secondX="4" secondY="4"'
OTHER = AREA.replace('firstX="0"', 'firstX="1"')
Write = Callable[[Path], tuple[Path, ExportSettings]]


def selection(kind: str, place: str, guid: str = "", coder: str = "a1") -> str:
    coding = refi_files.coding().replace('creatingUser="a1"', f'creatingUser="{coder}"')
    return f"<{kind} {f'guid={guid!r}' if guid else ''} {place}>{coding}</{kind}>"


def refi(source: str, *parts: str) -> Write:
    """A bare project with one source, `Picture` or so, and its parts."""

    def write(folder: Path) -> tuple[Path, ExportSettings]:
        inner = refi_files.project(f'<{source}Source guid="s1" name="int_de_1">{"".join(parts)}</{source}Source>')
        inner = inner.replace('name="Time"', f'name="{TIME}"').replace(
            "</Users>", '<User guid="a2" name="ŠK"/></Users>'
        )
        (folder / "project.qde").write_text(inner, encoding="utf-8")
        return folder / "project.qde", REFI

    return write


def transcript(*parts: str, guid: str = "r", points: str = POINTS) -> str:
    return f'<Transcript guid="{guid}" name="t">{points}{"".join(parts)}</Transcript>'


def spoken(first: int, last: int) -> str:
    return selection("TranscriptSelection", f'fromSyncPoint="t{first}" toSyncPoint="t{last}"')


def pictures(*rows: str, kind: str = "image") -> Write:
    """A project of QualCoder with codings of a picture, in SQL: the coder, then the place."""
    table = {"image": "code_image (owner, x1, y1, width, height", "av": "code_av (owner, pos0, pos1"}[kind]

    def write(folder: Path) -> tuple[Path, ExportSettings]:
        document = Document("int_de_1", "Never any time.")
        study = Project("p", (document,), (Coding("int_de_1", (TIME,), "JN", 0, 5),))
        qualcoder.write_database(study, folder / "data.qda")
        values = (f"INSERT INTO {table}, id, cid) VALUES ({row}, 1, 1)" for row in rows)
        return change(folder / "data.qda", "DELETE FROM code_text", *values), QUALCODER

    return write


def table(settings: ExportSettings, header: str, *rows: str) -> Write:
    def write(folder: Path) -> tuple[Path, ExportSettings]:
        write_csv(folder / "export.csv", [line.split(",") for line in (header, *rows)])
        return folder / "export.csv", settings

    return write


REQUAL_HEADER = "seg_id,doc_id,doc_name,code_id,code_name,segment_text"
REPORT = ("qualcoder_csv", "File,Coder,Coded,Codename,Coded_Memo")
DIFFERENT: dict[str, tuple[Write, int]] = {
    "areas of two pages": (
        refi("PDF", *(selection("PDFSelection", f'page="{page}" {AREA}') for page in (1, 2))),
        2,
    ),
    "areas of a picture": (refi("Picture", *(selection("PictureSelection", area) for area in (AREA, OTHER))), 2),
    "times of a recording": (
        refi("Audio", *(selection("AudioSelection", f'begin="{n}" end="9"') for n in (0, 1))),
        2,
    ),
    "times of a film": (refi("Video", *(selection("VideoSelection", f'begin="0" end="{n}"') for n in (8, 9))), 2),
    "points of a transcript": (refi("Audio", transcript(spoken(0, 1), spoken(1, 3))), 2),
    "points that are not in the file": (refi("Audio", transcript(spoken(0, 1), spoken(1, 3), points="")), 2),
    "two transcripts": (
        refi(
            "Video",
            *(transcript(selection("PlainTextSelection", 'startPosition="0" endPosition="4"'), guid=g) for g in "rq"),
        ),
        2,
    ),
    "a whole source, a time and a transcript": (
        refi(
            "Audio", transcript(spoken(0, 1)), selection("AudioSelection", 'begin="0" end="9"'), refi_files.coding("w")
        ),
        3,
    ),
    "selections of which nothing but the GUID is told": (
        refi("Picture", selection("PictureSelection", "", "p1"), selection("PictureSelection", "", "p2")),
        2,
    ),
    "places that share a GUID": (
        refi(
            "Text",
            *(
                selection("PlainTextSelection", f'startPosition="{n}" endPosition="{n + 3}"', "p1", coder="a1")
                for n in (0, 4)
            ),
        ),
        2,
    ),
    "texts and areas without a GUID": (
        refi(
            "PDF",
            selection("PlainTextSelection", 'startPosition="0" endPosition="4"'),
            selection("PDFSelection", AREA),
        ),
        2,
    ),
    "QualCoder's pictures": (pictures("'A', 0, 0, 5, 5", "'A', 50, 50, 5, 5"), 2),
    "QualCoder's recordings": (pictures("'A', 0, 900", "'A', 1000, 1900", kind="av"), 2),
    "two coders of two areas": (pictures("'A', 0, 0, 5, 5", "'B', 50, 50, 5, 5"), 2),
    "numbers of requal": (table(REQUAL, REQUAL_HEADER, f"1,1,int_de_1,1,{TIME},a", f"2,1,int_de_1,1,{TIME},a"), 2),
    "numbers of Taguette": (
        table(
            ExportSettings("", "taguette_csv"),
            "id,document,tag,content",
            f"1,int_de_1,{TIME},a",
            f"2,int_de_1,{TIME},a",
        ),
        2,
    ),
    "what is left of QualCoder's report": (
        table(ExportSettings("", REPORT[0]), REPORT[1], f"int_de_1,A,image,{TIME},m", f"int_de_1,A,image,{TIME},n"),
        2,
    ),
}


def outcome(folder: Path, write: Write) -> Outcome:
    path, settings = write(folder)
    return run(path, settings)


@pytest.mark.parametrize(("write", "segments"), DIFFERENT.values(), ids=DIFFERENT)
def test_codings_at_different_places_are_different(tmp_path: Path, write: Write, segments: int) -> None:
    found = outcome(tmp_path, write)
    assert found.of("duplicate_coding") == []
    assert found.counts() == {("DE-01", "time"): segments}
    assert found.balance.merged == 0


ONE_PLACE: dict[str, tuple[Write, int, int]] = {
    "an area, twice": (refi("Picture", *[selection("PictureSelection", AREA, "p1")] * 2), 1, 0),
    "an area, of two coders": (
        refi("Picture", *(selection("PictureSelection", AREA, *by) for by in (("p1", "a1"), ("p2", "a2")))),
        0,
        1,
    ),
    "a picture of QualCoder, of two coders": (pictures("'A', 0, 0, 5, 5", "'B', 0, 0, 5, 5"), 0, 1),
}


@pytest.mark.parametrize(("write", "repeated", "merged"), ONE_PLACE.values(), ids=ONE_PLACE)
def test_codings_of_one_place_are_one_segment(tmp_path: Path, write: Write, repeated: int, merged: int) -> None:
    found = outcome(tmp_path, write)
    assert (len(found.of("duplicate_coding")), found.balance.merged) == (repeated, merged)
    assert found.counts() == {("DE-01", "time"): 1}


def test_no_place_is_in_what_is_anonymised(tmp_path: Path) -> None:
    """A digest with the study's key stands for it, another one in another document."""
    areas = 'firstX="31415" firstY="0" secondX="4" secondY="4"'
    write = refi("Picture", selection("PictureSelection", areas, "p1"), selection("PictureSelection", areas, "p2"))
    found = outcome(tmp_path, write)
    assert "31415" in repr(found.raw)
    assert "31415" not in repr([found.anonymised, found.segments, found.issues])
    first, second = (coding.place for coding in found.anonymised)
    assert first is not None
    assert first == second != Pseudonyms(KEY).place("x", "another document", found.raw[0].place)


@pytest.mark.parametrize("header", ["doc,country,code", "doc,text,code"])
def test_equal_rows_without_a_place_say_what_cannot_be_known(tmp_path: Path, header: str) -> None:
    columns = {role: name for role, name in COLUMNS.items() if name in header.split(",")}
    settings = ExportSettings("", "tidy", columns=columns)
    found = outcome(tmp_path, table(settings, header, *[f"int_de_1,DE,{TIME}"] * 3))
    first, second = found.of("duplicate_coding")
    assert first.message == second.message
    assert "without a place nothing tells" in first.message
    assert "a column in which they differ" in first.suggestion
    assert found.counts() == {("DE-01", "time"): 1}


def test_equal_rows_with_a_place_need_nothing(tmp_path: Path) -> None:
    settings = ExportSettings("", "tidy", columns={"document": "doc", "code": "code", "start": "a", "end": "b"})
    (issue,) = outcome(tmp_path, table(settings, "doc,code,a,b", *[f"int_de_1,{TIME},1,3"] * 2)).of("duplicate_coding")
    assert issue.suggestion.startswith("Nothing to do")
