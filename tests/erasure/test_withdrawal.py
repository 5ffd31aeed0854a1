"""`crosscase withdraw` proves that a person is gone, and says where somebody is not. All names are invented."""

import shutil
from pathlib import Path

import pytest

from crosscase.erasure import record, search, traces
from crosscase.erasure.traces import Traces
from crosscase.storage.limits import DEFAULT
from tests.builders.commands import crosscase, crosscase_here
from tests.builders.projects import ROOT, Study
from tests.builders.small_study import CODEBOOK, write_csv

WHO, NAME = "IRL-01", "Aoifnait Mockbride"
RECORDS = "data/restricted/erasures"


def withdraw(study: Study, *arguments: str) -> tuple[int, str]:
    run = crosscase("withdraw", *arguments, where=study.folder, pipeline=ROOT)
    return run.returncode, run.stdout + run.stderr


@pytest.mark.exhaustive
def test_a_withdrawal_is_recorded_without_naming_the_person_and_with_what_is_left(rebuilt_small: Study) -> None:
    """What was handed out is searched, too. Where nothing is left, `tests/commands/test_examples.py` shows it."""
    packed = shutil.make_archive(str(rebuilt_small.folder / "given"), "zip", rebuilt_small.folder / "results")
    code, said = withdraw(rebuilt_small, WHO, packed)
    assert (code, "Something is left: 1 file of" in said) == (1, True), said
    text = rebuilt_small.text(f"{RECORDS}/1.md")
    assert "given.zip: 2 of the pseudonyms" in text
    for kind in ("pseudonyms of the person and the documents | 2", "codings | 4", "said | 2", "whole name | 2"):
        assert f"{kind} |" in text
    assert WHO not in text
    assert "Mockbride" not in text
    assert (rebuilt_small.folder / RECORDS / "1.md").stat().st_mode & 0o777 == 0o600
    register = rebuilt_small.text("data/raw/participants.csv")
    assert [line[-3:] for line in register.splitlines()[1:]] == ["yes", ",no", ",no", ",no"]


@pytest.mark.exhaustive
def test_a_build_that_stops_loses_no_trace(rebuilt_small: Study) -> None:
    codebook = rebuilt_small.text("config/codebook.csv")
    (rebuilt_small.folder / "config/codebook.csv").write_text(codebook.replace("Time,", "Thyme,"), encoding="utf-8")
    code, said = withdraw(rebuilt_small, WHO)
    assert (code, "Run the command again." in said) == (1, True), said
    assert (rebuilt_small.folder / RECORDS / "pending.json").stat().st_mode & 0o777 == 0o600
    (rebuilt_small.folder / "config/codebook.csv").write_text(codebook, encoding="utf-8")
    rebuilt_small.build()
    code, said = withdraw(rebuilt_small, WHO)
    assert (code, "Nothing is left" in said) == (0, True), said
    assert "codings | 4 |" in rebuilt_small.text(f"{RECORDS}/1.md")


@pytest.mark.exhaustive
def test_a_table_of_alarms_does_not_keep_who_withdrew(rebuilt_small: Study) -> None:
    """While a result has the name, nothing is complete; when it has not, the table of an earlier alarm goes."""
    stray, table = rebuilt_small.folder / "results/tables/notes.txt", rebuilt_small.folder / "data/restricted/leaks.csv"
    stray.write_text(f"said by {NAME}", encoding="utf-8")
    assert rebuilt_small.snakemake().returncode
    assert NAME in table.read_text(encoding="utf-8")
    code, said = withdraw(rebuilt_small, WHO)
    assert (code, "Run the command again." in said) == (1, True), said
    stray.unlink()
    code, said = withdraw(rebuilt_small, WHO)
    assert (code, "Nothing is left" in said) == (0, True), said
    assert not table.exists()


@pytest.mark.exhaustive
def test_a_withdrawal_ends_though_others_said_the_name_and_a_code_has_a_word_of_it(small_study: Study) -> None:
    """The name stays in the list for the leak search alone; the surname in the codebook is told of."""
    folder = small_study.folder
    said = [
        ("Talk 3", "Trust in mockbride", f"{NAME} was there before us."),
        ("Talk 4", "Trust", "I met Mockbride, Aoifnait at Grelmbyre hall with Zorvinath, and mockbride left."),
    ]
    write_csv(folder / "data/raw/exports/en.csv", [("Interview", "Code", "Text"), *said])
    code = ("helps", "trust_in_mockbride", "Trust in mockbride", "", "", 2, "yes", "")
    write_csv(folder / "config/codebook.csv", [*CODEBOOK, code])
    small_study.build()
    assert crosscase("review", "--list", where=folder, pipeline=ROOT).returncode == 0
    ended, told = withdraw(small_study, WHO)
    told_of = "config/codebook.csv, row 5: a word of the person's names is stated here. Reword it"
    for text in (told, small_study.text(f"{RECORDS}/1.md")):
        assert "but words of the person's names are stated in 1 place." in text
        assert told_of in text
    assert ended == 0, told
    assert "Grelmbyre" in small_study.text("data/restricted/review/en.csv")
    restricted = [path for path in (folder / "data/restricted").rglob("*.*") if path.is_file()]
    having = {str(path.relative_to(folder)) for path in restricted if has_person(path.read_text(encoding="utf-8"))}
    assert having == {"data/restricted/identifiers/ie.csv", "data/restricted/identifiers/en.csv"}
    assert withdraw(small_study, WHO)[0] == 0


def has_person(text: str) -> bool:
    """Whether a text has a word of the name, the id or the document of who withdrew."""
    return any(words in text.lower() for words in (*NAME.lower().split(), WHO.lower(), "talk 1"))


@pytest.mark.exhaustive
def test_an_id_is_searched_for_where_the_team_alone_reads(small_study: Study) -> None:
    """What others said of it goes; a file that somebody put there is named, and the record does not have the id."""
    folder = small_study.folder
    said = [("Talk 3", "Trust", f"{WHO} and Zorvinath, as irl 01 said"), ("Talk 4", "Trust", "they call")]
    write_csv(folder / "data/raw/exports/en.csv", [("Interview", "Code", "Text"), *said])
    small_study.build()
    note = folder / "data/restricted/review/to ask.txt"
    note.write_text(f"ask ({WHO.lower()}) and {WHO}9", encoding="utf-8")
    code, told = withdraw(small_study, WHO)
    assert (code, "Left in data/restricted:" in told) == (1, True), told
    assert f"- {note.relative_to(folder)}: 1 of the ids" in told and told.count(": 1 of the ids") == 1
    assert "where each build's leak search looks for them" in small_study.text(f"{RECORDS}/1.md")
    assert WHO not in small_study.text(f"{RECORDS}/1.md")
    note.write_text(f"ask {WHO}9", encoding="utf-8")
    assert withdraw(small_study, WHO)[0] == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("IRL-99",), "data/raw/participants.csv, IRL-99: no row has this participant"),
        ((WHO, "nowhere.zip"), "nowhere.zip: the file does not exist"),
    ],
)
def test_nothing_is_changed_where_the_command_is_wrong(
    small_study: Study, arguments: tuple[str, ...], said: str
) -> None:
    before = small_study.text("data/raw/participants.csv")
    run = crosscase_here("withdraw", *arguments, where=small_study.folder)
    assert run.returncode in (1, 2)
    assert said in run.stdout + run.stderr
    assert small_study.text("data/raw/participants.csv") == before


def test_every_kind_of_trace_is_found_in_names_and_contents(tmp_path: Path) -> None:
    found = Traces(("P-1234567890",), ("ab12ab12ab12ab12",), ("nobody else says these words",), ("aoifnait mockbride",))
    files = {
        "a.txt": "P-1234567890",
        "b.json": '"ab12ab12ab12ab12"',
        "c.html": "<p>Nobody else\nsays these words</p>",
        "Aoifnait Mockbride.txt": "",
        "d.txt": "P-0987654321",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    (tmp_path / "e.zip").write_bytes(b"PK\x03\x04 broken")
    place = search.search(str(tmp_path), found, DEFAULT, (tmp_path / "d.txt",))
    assert {Path(path).name: what for path, what in place.left.items()} == {
        "a.txt": "1 of the pseudonyms",
        "b.json": "1 of the codings",
        "c.html": "1 of the passages",
        "Aoifnait Mockbride.txt": "1 of the names",
        "e.zip": search.UNSEARCHABLE,
    }
    assert record.verdict([place]) == "Something is left: 5 files of 5 files."
    *listed, advice = record.left_in([place])
    assert f"- {tmp_path}/a.txt: 1 of the pseudonyms" in listed
    assert advice.startswith("Delete these files")
    kept = search.search(
        str(tmp_path), Traces(names=found.names), DEFAULT, (tmp_path / "e.zip",), ["aoifnait mockbride"]
    )
    assert not kept.left
    assert traces.FOLDER.is_relative_to("data/restricted")
