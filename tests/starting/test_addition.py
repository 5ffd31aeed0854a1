"""`crosscase add`: further exports and newer ones, in this process. All names and texts are invented."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from crosscase import cli
from crosscase.messages.errors import StudyError
from crosscase.spreadsheets import spreadsheet
from crosscase.starting import addition, questions, readiness
from crosscase.starting.readings import Wishes
from crosscase.storage import joint_writing
from crosscase.study import study_folder
from tests.builders import steps_in_process
from tests.builders.additions import CODEBOOK, CONFIG, HEADINGS, NEW, PEOPLE, add, configure, files_of, newer
from tests.builders.export_files import STUDY
from tests.builders.projects import Study
from tests.builders.small_study import CODINGS, write_csv
from tests.reconstruction.project import Coding, Document
from tests.reconstruction.writers import maxqda, refi


def test_without_a_terminal_it_shows_and_changes_nothing(
    study: Study, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files_of(study.folder)
    path = newer(tmp_path, ("Talk 9", "Time", NEW), ("Talk 9", "Weather", NEW), ("Talk 9", "Mony", NEW))
    code, printed = add(path, capsys=capsys)
    assert (code, files_of(study.folder)) == (1, before)
    for line in (
        "ie: read as tidy; 2 documents, 4 codes, 5 codings;",
        "  a newer export of data/raw/exports/ie.csv: 3 codings are new, 1 coding is missing",
        "  1 document is new, 1 document is missing (in the register: row 3)",
        "  2 codes are new, 0 codes are missing",
        f"New for {CODEBOOK}, domain Barriers: 1 code: “Weather”",
        "“Mony” probably means the code “Money”: it becomes an alias, and the column `decide` asks",
        f"New for {PEOPLE}: 1 document",
        "Nothing was changed. Add --yes to change it, or run the command in a terminal.",
    ):
        assert line in printed, printed


def test_a_newer_export_takes_the_place_of_the_former(
    study: Study, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files_of(study.folder)
    path = newer(tmp_path, ("Talk 9", "Time", NEW), ("Talk 9", "Weather", NEW))
    code, printed = add(path, "--yes", capsys=capsys)
    assert code == 0, printed
    assert (study.folder / "data/raw/former/ie.csv").read_bytes() == before["data/raw/exports/ie.csv"]
    assert (study.folder / "data/raw/exports/ie_2.csv").read_bytes() == path.read_bytes()
    assert study.text(CONFIG) == before[CONFIG].decode().replace("exports/ie.csv", "exports/ie_2.csv")
    assert "# What Anna wrote\n" in study.text(CONFIG)
    assert study.text(PEOPLE).splitlines() == [*before[PEOPLE].decode().splitlines(), "IE-01,,IE,,Talk 9,ie,,"]
    assert study.text(CODEBOOK).splitlines()[1:] == [
        "barriers,time,Time,,,1,yes,,",
        "barriers,money,Money,,,2,yes,,",
        "helps,trust,Trust,,,1,yes,,",
        'barriers,weather,Weather,,,3,yes,,"new in ie (1 coding): is it another name of a code? If so, write it under '
        'aliases there and delete this row. Is it in the right domain?"',
    ]
    assert "The former export is now data/raw/former/ie.csv. It holds personal data" in printed
    study.replace(PEOPLE, "IE-01,,IE,,", "IE-01,Nobody Invented,IE,teacher,")
    assert steps_in_process.problems_of_check() == []
    assert add(path, "--yes", capsys=capsys) == (0, "Nothing is new: the study has these codings already.\n")
    assert add(newer(tmp_path), "--yes", capsys=capsys)[0] == 0  # and back again
    assert (study.folder / "data/raw/former/ie_2.csv").exists()


def test_a_further_export_of_a_further_group(study: Study, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = study.text(CONFIG)
    rows = [("Gwers 1", "Wales", "Time", NEW), ("Gwers 2", "Wales", "Trust", NEW), ("Gwers 3", "England", "Trust", NEW)]
    write_csv(tmp_path / "w.csv", [("Interview", "Land", "Code", "Text"), *rows])
    code, printed = add(tmp_path / "w.csv", "--yes", capsys=capsys)
    assert (code, "a further export" in printed) == (0, True), printed
    assert "New for config/study.yaml: the country “Wales” with the code WA" in printed
    config = yaml.safe_load(study.text(CONFIG))
    assert config["exports"]["table_1"] == {
        "file": "data/raw/exports/table_1.csv",
        "format": "tidy",
        "group_from": "document_group",
        "columns": {"document": "Interview", "code": "Code", "text": "Text", "document_group": "Land"},
    }
    assert config["countries"][-1] == {"code": "WA", "name": "Wales", "iso": "GB"}
    kept = iter(study.text(CONFIG).splitlines())
    assert all(line in kept for line in before.splitlines())
    assert study.text(PEOPLE).splitlines()[5:] == [
        "WA-01,,WA,,Gwers 1,table_1,,",
        "WA-02,,WA,,Gwers 2,table_1,,",
        "EN-01,,EN,,Gwers 3,table_1,,",
    ]


@pytest.mark.parametrize(
    "keys",
    [
        {"participant_from": {"code": "Speakers"}},
        {"country": None, "country_from": {"code": "Speakers"}},
        {"leave_out": ["Speakers*"]},
    ],
)
def test_what_the_pipeline_holds_back_is_no_code(
    keys: dict[str, object], study: Study, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    configure(study, "ie", separator=" > ", **keys)
    known = [*CODINGS["ie"], ("Talk 1", "Speakers > Aoifnait Mockbride", NEW), ("Talk 1", "Speakers > IE", NEW)]
    write_csv(study.folder / "data/raw/exports/ie.csv", [HEADINGS, *known])
    found = readiness.examine(study_folder.study_here())
    assert (found.lacking, found.exports[1][:49]) == ([], "ie: read as tidy; 2 documents, 2 codes, 3 codings")
    rows = [*known[:-2], ("Talk 1", "Speakers > Wilhelmina Nonesuch", NEW), ("Talk 2", "Weather", NEW)]
    write_csv(tmp_path / "newer.csv", [HEADINGS, *rows])
    code, printed = add(tmp_path / "newer.csv", "--yes", capsys=capsys)
    assert (code, f"New for {CODEBOOK}, domain Barriers: 1 code: “Weather”" in printed) == (0, True), printed
    assert "1 code is new, 0 codes are missing" in printed
    assert "Speakers" not in study.text(CODEBOOK)


def test_what_the_whole_study_leaves_out_is_no_code_of_a_further_export(
    study: Study, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (study.folder / CONFIG).write_text(f"leave_out: [Wilhelmina*]\n{study.text(CONFIG)}", encoding="utf-8")
    write_csv(tmp_path / "x.csv", [HEADINGS, ("Gwers 1", "Wilhelmina Nonesuch", NEW), ("Gwers 1", "Rain", NEW)])
    code, printed = add(tmp_path / "x.csv", "--yes", capsys=capsys)
    assert (code, "Rain" in study.text(CODEBOOK), "Nonesuch" in study.text(CODEBOOK)) == (0, True, False), printed
    assert "leave_out" not in yaml.safe_load(study.text(CONFIG))["exports"]["table_1"]


def test_where_only_names_of_documents_are_equal_a_person_says_which_it_is(
    study: Study, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files_of(study.folder)
    write_csv(tmp_path / "x.csv", [HEADINGS, ("Talk 1", "Time", NEW), ("Talk 2", "Time", NEW)])
    code, printed = add(tmp_path / "x.csv", "--yes", capsys=capsys)
    assert (code, files_of(study.folder)) == (2, before)
    assert "x.csv: it has documents with the same names, but other codings than the export ie. " in printed
    assert "Add --replaces ie if it is a newer export of it, or --further if it is another one." in printed
    code, printed = add(tmp_path / "x.csv", "--further", "--yes", capsys=capsys)
    assert (code, "table_1" in study.text(CONFIG)) == (0, True), printed
    write_csv(tmp_path / "y.csv", [HEADINGS, ("Talk 1", "Time", f"other {NEW}"), ("Talk 2", "Time", f"other {NEW}")])
    assert add(tmp_path / "y.csv", "--replaces", "ie", "--yes", capsys=capsys)[0] == 0
    assert yaml.safe_load(study.text(CONFIG))["exports"]["ie"]["file"] == "data/raw/exports/ie_2.csv"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["data/raw/exports/ie.csv"], 2, "it is an export of the study already. Run `crosscase build`"),
        (["nothing.csv"], 2, "nothing.csv: the file does not exist."),
        (["config/codebook.csv"], 2, "it is a codebook. Run `crosscase codebook import"),
        (["../x.csv", "--replaces", "iee"], 2, "'iee' is not one export of the study. Did you mean 'ie'?"),
    ],
)
def test_what_cannot_be_added_is_refused_in_a_sentence(
    words: list[str], code: int, said: str, study: Study, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    newer(tmp_path, name="x.csv")
    before = files_of(study.folder)
    assert cli.main(["add", *words, "--yes"]) == code
    assert said in capsys.readouterr().err
    assert files_of(study.folder) == before


def failing_at(number: int) -> Callable[[Path, str], Path]:
    """In the place of a renaming: the disk fails at the n-th one."""
    calls: list[Path] = []

    def replace_or_fail(self: Path, target: str) -> Path:
        calls.append(self)
        if len(calls) == number:
            raise OSError(28, "No space left on device")
        self.rename(target)
        return Path(target)

    return replace_or_fail


@pytest.mark.parametrize("number", [1, 2, 3])
def test_what_fails_while_it_is_written_leaves_everything_as_it_was(
    number: int, study: Study, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files_of(study.folder)
    path = newer(tmp_path, ("Talk 9", "Weather", NEW))
    found = addition.find(study_folder.study_here(), [str(path)], Wishes(), lambda _, default: default)
    with monkeypatch.context() as patch:
        patch.setattr(joint_writing, "rename", failing_at(number))
        with pytest.raises(OSError, match="No space"):
            addition.write(found, addition.Wanted())
    assert files_of(study.folder) == before
    addition.write(found, addition.Wanted())
    assert files_of(study.folder) != before


def test_an_open_register_is_refused_and_nothing_changes(study: Study, tmp_path: Path) -> None:
    (study.folder / "data/raw/~$participants.csv").touch()
    before = files_of(study.folder)
    path = newer(tmp_path, ("Talk 9", "Weather", NEW))
    found = addition.find(study_folder.study_here(), [str(path)], Wishes(), lambda _, default: default)
    with pytest.raises(StudyError, match="it is open in another program"):
        addition.write(found, addition.Wanted())
    assert files_of(study.folder) == before


def test_at_a_terminal_it_asks_and_does_what_was_answered(
    study: Study, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files_of(study.folder)
    path = newer(tmp_path, ("Talk 9", "Weather", NEW), ("Talk 9", "Mony", NEW))
    answers = {"Take it": "yes", "Add the documents": "no", "Add the codes": "yes", "Is “Mony”": "yes"}
    monkeypatch.setattr(questions, "at_terminal", lambda: True)
    monkeypatch.setattr(questions, "ask", lambda asked, _: next(a for q, a in answers.items() if asked.startswith(q)))
    answers["Take it"] = "no"
    assert add(path, capsys=capsys)[0] == 0
    assert files_of(study.folder) == before
    answers["Take it"] = "yes"
    assert add(path, capsys=capsys)[0] == 0
    assert (study.folder / PEOPLE).read_bytes() == before[PEOPLE]
    assert "barriers,money,Money,,,2,yes,Mony" in study.text(CODEBOOK)
    assert "the same code" not in study.text(CODEBOOK)


def test_a_study_of_tools_grows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`crosscase new` of one export, then another tool's, then a newer one; the workbook keeps its lists."""
    monkeypatch.chdir(tmp_path)
    refi.write(STUDY, tmp_path / "a.qdpx")
    assert cli.main(["new", "study", "a.qdpx", "--by", "country"]) == 0
    maxqda.write(
        replace(
            STUDY,
            documents=tuple(replace(d, name=f"m{d.name}") for d in STUDY.documents),
            codings=tuple(replace(c, document=f"m{c.document}") for c in STUDY.codings),
        ),
        tmp_path / "b.xlsx",
        "en",
        ["Land"],
    )
    monkeypatch.chdir(tmp_path)
    assert cli.main(["add", "b.xlsx", "--study", "study", "--yes"]) == 0, capsys.readouterr()
    more = replace(
        STUDY,
        documents=(*STUDY.documents, Document("d.txt", "Dora speaks.", group="Italia", variables={"Land": "Italia"})),
        codings=(*STUDY.codings, Coding("d.txt", ("Barriers", "Rain"), "JN", 0, 4)),
    )
    refi.write(more, tmp_path / "a_newer.qdpx")
    monkeypatch.chdir(tmp_path)
    assert cli.main(["add", "a_newer.qdpx", "--study", "study", "--yes"]) == 0, capsys.readouterr()
    study = tmp_path / "study"
    rows = [
        list(record.fields.values()) for record in spreadsheet.read(str(study / "data/raw/participants.xlsx")).records
    ]
    assert [row[3] for row in rows] == ["a.txt", "b.txt", "c.txt", "ma.txt", "mb.txt", "d.txt"]
    assert [row[4] for row in rows] == ["refi_1"] * 3 + ["maxqda_1"] * 2 + ["refi_1"]
    assert "Rain" in (study / CODEBOOK).read_text(encoding="utf-8")
    assert sorted(yaml.safe_load((study / CONFIG).read_text(encoding="utf-8"))["exports"]) == ["maxqda_1", "refi_1"]


def test_codes_of_another_codebook_get_a_domain_of_their_own(
    study: Study, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_csv(tmp_path / "x.csv", [HEADINGS, ("Gwers 1", "Rain", NEW), ("Gwers 2", "Wind", NEW)])
    code, printed = add(tmp_path / "x.csv", "--yes", capsys=capsys)
    assert (code, f"New for {CODEBOOK}, domain Codes: 2 codes: “Rain” and “Wind”" in printed) == (0, True), printed
    assert f"New for {CONFIG}: the domain “Codes”, for codes of which nothing says the domain: sort them" in printed
    assert [domain.id for domain in study_folder.study_here().domains] == ["barriers", "helps", "codes"]
    assert readiness.examine(study_folder.study_here()).lacking == []


def test_a_question_that_waits_in_the_codebook_stays(
    study: Study, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, rows in (("y.csv", [("Talk 9", "Mony", NEW)]), ("z.csv", [("Talk 9", "Moneyy", NEW)])):
        assert add(newer(tmp_path, *rows, name=name), "--yes", capsys=capsys)[0] == 0
    questions_of = {record.fields["code"]: record.fields["decide"] for record in spreadsheet.read(CODEBOOK).records}
    assert ["“Mony”" in questions_of["money"], "“Moneyy”" in questions_of["money"]] == [True, True]


@pytest.mark.parametrize("changed", [CONFIG, CODEBOOK, PEOPLE, "the export", "data/raw/exports/ie_2.csv"])
def test_what_a_person_writes_while_it_asks_stays(changed: str, study: Study, tmp_path: Path) -> None:
    path = newer(tmp_path, ("Talk 9", "Weather", NEW))
    found = addition.find(study_folder.study_here(), [str(path)], Wishes(), lambda _, default: default)
    file = path if changed == "the export" else study.folder / changed
    file.write_bytes((file.read_bytes() if file.exists() else b"") + b"\n")
    before = files_of(study.folder)
    with pytest.raises(StudyError, match=r"was changed while the command ran\. Nothing was written\. Run the command"):
        addition.write(found, addition.Wanted())
    assert files_of(study.folder) == before
