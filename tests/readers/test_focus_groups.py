"""Several participants in one document: whose each coding is. All names are invented."""

import re
import uuid
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.anonymisation.speaker_marks import MOST_SPEAKERS, SpeakerMarks
from crosscase.messages.errors import ReadError
from crosscase.storage.shared_columns import LeftOut
from crosscase.study.facts import ExportSettings
from tests.builders import database_projects
from tests.builders.export_files import FILES
from tests.builders.in_process import COLUMNS, person, run
from tests.builders.small_study import write_csv
from tests.reconstruction.project import Coding, Document, Project

TIME, MONEY, TRUST = "Lack of time", "Lack of money", "Lack of trust"
TIDY = ExportSettings("", "tidy", columns=COLUMNS)


def table(folder: Path, *rows: Sequence[object], header: Sequence[str] = ("doc", "code", "text")) -> Path:
    write_csv(folder / "export.csv", [header, *rows])
    return folder / "export.csv"


ANNA, BEN = person("DE-01", "Anna"), person("PT-01", "Ben")
FOCUS_GROUP = Project(
    "a focus group",
    (
        Document("fg_1", "Anna: Never any time. Ben: No money, and no trust.", "Site A"),
        Document("int_2", "Too little."),
    ),
    (
        Coding("fg_1", ("Who", "Anna"), "JN", 0, 21),
        Coding("fg_1", ("Who", "Ben"), "JN", 22, 50),
        Coding("fg_1", (TIME,), "JN", 6, 21),
        Coding("fg_1", (MONEY,), "JN", 27, 35),
        Coding("fg_1", (TRUST,), "JN", 16, 50),  # over both; Ben has most of it
        Coding("int_2", (TIME,), "JN", 0, 11),
    ),
)
WITH_PLACES = ("qualcoder_database", "refi_qda", "requal_csv", "rqda", "taguette_database", "dedoose")


@pytest.mark.parametrize("tool", WITH_PLACES)
def test_a_code_says_who_speaks(tmp_path: Path, tool: str) -> None:
    write, settings, _ = FILES[tool]
    separator = {"requal_csv": " > "}.get(tool)
    project = FOCUS_GROUP
    if separator:
        flat = tuple(replace(coding, code_path=(separator.join(coding.code_path),)) for coding in project.codings)
        project = replace(project, codings=flat)
    write(project, tmp_path / "export")
    how = ExportSettings("", tool, **{**settings, "participant_from": {"code": "who"}})
    people = [ANNA, person("PT-01", "Ben", "int_2")]
    found = run(tmp_path / "export", replace(how, separator=separator or how.separator), people)
    assert found.counts() == {("DE-01", "time"): 1, ("PT-01", "money"): 1, ("PT-01", "trust"): 1, ("PT-01", "time"): 1}
    (issue,) = found.of("speaker_code")
    assert (issue.left_out, issue.severity, found.balance.codings) == (2, "note", 6)
    assert not [sentence for sentence in found.to_check if "participant" in sentence]


def test_marks_of_the_dialog_for_speakers_say_who_speaks(tmp_path: Path) -> None:
    """QualCoder's dialog codes under a coder of its own; without `participant_from` its marks are no codings."""
    FILES["qualcoder_database"][0](replace(FOCUS_GROUP, codings=FOCUS_GROUP.codings[:4]), tmp_path / "export")
    of_dialog = "UPDATE code_text SET owner = '📌 Speaker coding' WHERE pos0 IN (0, 22)"
    database_projects.change(tmp_path / "export", of_dialog)
    how = ExportSettings("", "qualcoder_database", participant_from={"code": "Who"})
    found = run(tmp_path / "export", how, [ANNA, BEN])
    assert found.counts() == {("DE-01", "time"): 1, ("PT-01", "money"): 1}
    (issue,) = found.of("speaker_code")
    assert (issue.left_out, found.of("passed_over")) == (2, [])


def test_paragraphs_are_places_too(tmp_path: Path) -> None:
    header = ("Document name", "Code", "Segment", "Beginning", "End")
    rows = [
        ("fg", "Who > Anna", "", 1, 3),
        ("fg", "Who > Ben", "", 4, 4),
        ("fg", TIME, "a", 3, 3),
        ("fg", MONEY, "b", 4, 4),
    ]
    how = ExportSettings("", "maxqda", participant_from={"code": "Who"})
    found = run(table(tmp_path, *rows, header=header), how, [ANNA, BEN])
    assert found.counts() == {("DE-01", "time"): 1, ("PT-01", "money"): 1}


def naive(marks: list[tuple[str, tuple[int, int]]], place: tuple[int, int]) -> list[str]:
    """Who has most of a passage, sign by sign."""
    shares = {
        name: sum(any(s <= at < e for who, (s, e) in marks if who == name) for at in range(*place)) for name, _ in marks
    }
    return sorted(name for name, share in shares.items() if share and share == max(shares.values()))


PLACES = st.tuples(st.integers(0, 9), st.integers(1, 6)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(st.lists(st.tuples(st.sampled_from("AB"), PLACES), max_size=6), PLACES)
def test_who_has_most_of_a_passage_is_counted(marks: list[tuple[str, tuple[int, int]]], place: tuple[int, int]) -> None:
    assert SpeakerMarks(marks).speakers(place)[0] == naive(marks, place)


def test_equal_parts_of_a_passage_are_nobodys(tmp_path: Path) -> None:
    header = ("doc", "code", "from", "to")
    rows = [("fg", "Who > Anna", 0, 10), ("fg", "Who > Ben", 10, 20), ("fg", TIME, 5, 15)]
    columns = {"document": "doc", "code": "code", "start": "from", "end": "to"}
    how = ExportSettings("", "tidy", columns=columns, participant_from={"code": "Who"})
    found = run(table(tmp_path, *rows, header=header), how, [ANNA, BEN])
    assert (found.counts(), found.checks()) == ({}, {"speaker_code", "unregistered_document", "shared_passage"})


@pytest.mark.parametrize("change", [{"withdrawn": True}, {"consent_to_quote": False}])
@pytest.mark.parametrize("spoken", [(5, 18), (5, 15)])
def test_words_of_somebody_who_withdrew_stand_in_no_coding_of_another(
    tmp_path: Path, change: dict[str, Any], spoken: tuple[int, int]
) -> None:
    header = ("doc", "code", "text", "from", "to")
    rows = [("fg", "Who > Anna", "a", 0, 10), ("fg", "Who > Ben", "b", 10, 20)]
    rows += [("fg", TIME, "no time and no money", *spoken), ("fg", MONEY, "no money", 12, 18)]
    how = replace(TIDY, columns={**COLUMNS, "start": "from", "end": "to"}, participant_from={"code": "Who"})
    found = run(table(tmp_path, *rows, header=header), how, [replace(ANNA, **change), BEN])
    texts = {segment.code: segment.text for segment in found.segments}
    is_bens = spoken == (5, 18)
    assert texts == ({"time": None, "money": "no money"} if is_bens else {"money": "no money"})
    left_out = {segment.code: segment.left_out for segment in found.segments}
    assert left_out == ({"time": LeftOut.OTHERS, "money": None} if is_bens else {"money": None})
    (issue,) = found.of("words_left_out")
    assert issue.message.startswith("1 coding without words")
    assert not any("no time" in (coding.text or "") for coding in found.anonymised)


def test_the_speakers_of_a_document_are_limited(tmp_path: Path) -> None:
    rows = [("fg", f"Who > {number}", number, number + 1) for number in range(MOST_SPEAKERS + 1)]
    columns = {"document": "doc", "code": "code", "start": "from", "end": "to"}
    how = ExportSettings("", "tidy", columns=columns, participant_from={"code": "Who"})
    with pytest.raises(ReadError, match="more than 200 speakers"):
        run(table(tmp_path, *rows, header=("doc", "code", "from", "to")), how)


def test_a_format_without_places_refuses_a_code_that_says_who_speaks(tmp_path: Path) -> None:
    FILES["nvivo_matrix"][0](FOCUS_GROUP, tmp_path / "export")
    with pytest.raises(ReadError, match="cannot say who speaks"):
        run(tmp_path / "export", ExportSettings("", "nvivo_matrix", participant_from={"code": "Who"}))


@pytest.mark.parametrize(
    ("registered", "check"),
    [
        (("Anna", "Ben"), None),
        (("fg_1/Anna", "fg_1/Ben"), None),
        (("", ""), "unregistered_document"),  # the id itself, which the file does not have
    ],
)
def test_a_column_says_whose_a_coding_is(tmp_path: Path, registered: tuple[str, str], check: str | None) -> None:
    rows = [("fg_1", TIME, "never", "Anna", "Germany"), ("fg_1", TIME, "never", "Ben", "Portugal")]
    path = table(tmp_path, *rows, header=("doc", "code", "text", "Speaker", "land"))
    how = replace(TIDY, participant_from={"variable": "speaker"}, group_from={"variable": "land"})
    people = [person("DE-01", registered[0] or "DE-01"), person("PT-01", registered[1] or "PT-01")]
    found = run(path, how, people)
    assert found.counts() == ({} if check else {("DE-01", "time"): 1, ("PT-01", "time"): 1})
    assert found.checks() == {check or "group_normalised"} | ({"group_normalised"} - {check} if not check else set())
    assert not [sentence for sentence in found.to_check if "column" in sentence]


TABLES = {  # of each format with headings: the columns, and a row with them
    "maxqda": (("Document name", "Code", "Segment"), ("fg_1", TIME, "never")),
    "atlasti": (("Document", "Codes", "Quotation", "Comment"), ("fg_1", TIME, "never", "")),
    "dedoose": (("Media Title", "Excerpt Copy", f"Code: {TIME} Applied"), ("fg_1", "never", "True")),
    "requal_csv": (
        ("doc_name", "doc_id", "code_name", "code_id", "segment_text"),
        ("fg_1", 1, TIME, 1, "never"),
    ),
    "taguette_csv": (("id", "document", "tag", "content"), (1, "fg_1", TIME, "never")),
    "qualcoder_csv": (("File", "Coder", "Coded", "Id", "Codename"), ("fg_1", "JN", "never", "ctid:1", TIME)),
}


@pytest.mark.parametrize("tool", TABLES)
def test_any_column_of_any_table_may_say_whose_a_coding_is(tmp_path: Path, tool: str) -> None:
    header, row = TABLES[tool]
    names = ("FileVar_Speaker", "CaseVar_land") if tool == "qualcoder_csv" else ("Speaker", "land")
    path = table(tmp_path, (*row, "Anna", "Germany"), header=(*header, *names))
    how = ExportSettings("", tool, participant_from={"variable": "Speaker"}, group_from={"variable": "land"})
    found = run(path, how, [ANNA, BEN])
    assert found.counts() == {("DE-01", "time"): 1}
    assert found.checks() == {"group_normalised"}
    assert [sentence for sentence in found.to_check if "column" in sentence] == []


@pytest.mark.parametrize("group_from", [None, "document_group"])
def test_a_name_in_two_focus_groups_needs_its_address_and_an_id_does_not(
    tmp_path: Path, group_from: str | None
) -> None:
    rows = [
        ("fg_1", TIME, "a", "P1", ""),
        ("fg_2", MONEY, "b", "P1", ""),
        ("fg_1", TRUST, "c", "PT-01", ""),
        ("fg_2", TIME, "d", "PT-01", ""),
    ]
    path = table(tmp_path, *rows, header=("doc", "code", "text", "Speaker", "land"))
    columns = {**COLUMNS, "document_group": "land"}
    how = replace(TIDY, columns=columns, participant_from={"variable": "Speaker"}, group_from=group_from)
    belmiro = person("PT-01", "elsewhere")
    told = run(path, how, [person("DE-01", "P1"), belmiro])
    assert told.counts() == {("PT-01", "trust"): 1, ("PT-01", "time"): 1}
    assert len(told.of("ambiguous_document")) == 2
    found = run(path, how, [person("DE-01", "fg_1/P1"), belmiro])
    assert found.counts() == {("DE-01", "time"): 1, ("PT-01", "trust"): 1, ("PT-01", "time"): 1}
    assert len(found.of("ambiguous_document")) == 1


def test_a_column_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    found = run(table(tmp_path, ("int_de_1", TIME, "no")), replace(TIDY, participant_from={"variable": "Speker"}))
    (issue,) = found.of("participant_not_stated")
    assert (issue.severity, issue.value) == ("error", "Speker")
    assert "It has: " in issue.suggestion


PARTS = {"qualcoder_database": ("case_text", "pos0", "pos1"), "rqda": ("caselinkage", "selfirst", "selend")}


@pytest.mark.parametrize("tool", PARTS)
def test_a_case_says_whose_a_coding_is(tmp_path: Path, tool: str) -> None:
    """Each passage belongs to the site, a case that the register does not know, and to the case of who speaks."""
    project = replace(FOCUS_GROUP, codings=tuple(c for c in FOCUS_GROUP.codings[2:4]))
    FILES[tool][0](project, tmp_path / "export")
    place, first, last = PARTS[tool]
    document = "fid"
    key = "caseid" if tool == "qualcoder_database" else "id"
    status = "" if tool == "qualcoder_database" else ", status"
    alive = "" if tool == "qualcoder_database" else ", 1"
    changes = [f"DELETE FROM {place}", "DELETE FROM cases"]
    for number, (name, start, end) in enumerate((("Site", 0, 50), ("Anna", 0, 21), ("Ben", 22, 50)), 1):
        changes.append(f"INSERT INTO cases ({key}, name{status}) VALUES ({number}, '{name}'{alive})")
        changes.append(
            f"INSERT INTO {place} (caseid, {document}, {first}, {last}{status}) "
            f"VALUES ({number}, 1, {start}, {end}{alive})"
        )
    database_projects.change(tmp_path / "export", *changes)
    found = run(tmp_path / "export", ExportSettings("", tool, participant_from="case"), [ANNA, BEN])
    assert found.counts() == {("DE-01", "time"): 1, ("PT-01", "money"): 1}


@pytest.mark.parametrize("coded", [False, True])
def test_a_case_of_refi_says_whose_a_coding_is(tmp_path: Path, coded: bool) -> None:
    """A case lists the selections that belong to it, or, in NVivo, codes them."""
    project = replace(FOCUS_GROUP, codings=FOCUS_GROUP.codings[:4])
    FILES["refi_qda"][0](project, tmp_path / "before")
    with zipfile.ZipFile(tmp_path / "before") as before, zipfile.ZipFile(tmp_path / "export", "w") as archive:
        for name in before.namelist():
            content = before.read(name)
            archive.writestr(name, with_cases(content.decode(), coded) if name.endswith(".qde") else content)
    found = run(
        tmp_path / "export", ExportSettings("", "refi_qda", participant_from="case", leave_out=["Who"]), [ANNA, BEN]
    )
    assert found.counts() == {("DE-01", "time"): 1, ("PT-01", "money"): 1}


def with_cases(project: str, coded: bool) -> str:
    """A project whose codes Anna and Ben are cases of these names, or whose cases list the selections with them."""
    cases = ""
    for guid, name in re.findall(r'<Code guid="([^"]+)" name="(Anna|Ben)"', project):
        selection = r'<PlainTextSelection guid="([^"]+)"(?:(?!</PlainTextSelection>).)*?targetGUID="'
        listed = "".join(f'<SelectionRef targetGUID="{mark}"/>' for mark in re.findall(selection + guid, project))
        own = guid if coded else uuid.uuid5(uuid.NAMESPACE_OID, name)
        cases += f'<Case guid="{own}" name="{name}">{"" if coded else listed}</Case>'
    without = re.sub(r"<Cases>.*</Cases>|<Cases ?/>", "", project, flags=re.DOTALL)
    return without.replace("<Sources>", f"<Cases>{cases}</Cases><Sources>")
