"""`crosscase new` on the bundled exports as a stranger has them: without their study.yaml, codebook and register."""

import csv
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from crosscase.coding import codebook
from crosscase.messages.errors import StudyError, UsageError
from crosscase.readers import export_formats
from crosscase.readers.raw import Export
from crosscase.running.pipeline import SCHEMA
from crosscase.spreadsheets import spreadsheet
from crosscase.starting import new_study, register_workbook
from crosscase.starting.new_study import Wishes
from crosscase.storage.text_form import fold
from crosscase.study import configuration
from crosscase.study.facts import Compare
from crosscase.study.facts import Study as Facts
from tests.builders.commands import crosscase, crosscase_here
from tests.builders.export_files import STUDY
from tests.builders.projects import ROOT
from tests.builders.registers import lines_of
from tests.reconstruction.writers import refi

EXPORTS = sorted((ROOT / "data/raw/exports").iterdir())
KEYS = {"en": "atlasti_1"}  # where a file is not called like a country


def asked(question: str, default: str) -> str:
    return default


def facts_of(folder: Path) -> Facts:
    return configuration.load(yaml.safe_load((folder / "config/study.yaml").read_text(encoding="utf-8")), SCHEMA, False)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The study of all nine exports, and what the command printed."""
    folder = tmp_path_factory.mktemp("new") / "my-study"
    run = crosscase("new", folder, *EXPORTS, "--by", "country", "--title", "Nine: countries", where=folder.parent)
    assert (run.returncode, run.stderr) == (0, "")
    return folder, run.stdout


def test_the_exports_are_copied_as_they_are(made: tuple[Path, str]) -> None:
    copies = {(made[0] / export.file).read_bytes() for export in facts_of(made[0]).exports.values()}
    assert copies == {path.read_bytes() for path in EXPORTS}


def test_each_export_is_recognised_with_its_groups(made: tuple[Path, str]) -> None:
    new, known = facts_of(made[0]), configuration.read(str(ROOT / "config/study.yaml"), SCHEMA, False)
    assert new.title == "Nine: countries"
    for name, export in known.exports.items():
        found = new.exports[KEYS.get(name, name)]
        assert (found.format, found.group_from, found.columns) == (export.format, export.group_from, export.columns)
        assert bool(found.group) == bool(export.group)
    assert [group.iso for group in new.groups] == [group.iso for group in known.groups]


def test_the_codebook_is_that_of_the_study(made: tuple[Path, str]) -> None:
    known = configuration.read(str(ROOT / "config/study.yaml"), SCHEMA, False).domains
    expected = {(e.domain, *map(fold, e.path)) for e in codebook.read(str(ROOT / "config/codebook.csv"), known)}
    entries = codebook.read(str(made[0] / "config/codebook.csv"), facts_of(made[0]).domains)
    found = {(entry.domain, *map(fold, entry.path)) for entry in entries}
    assert expected <= found
    assert len(found - expected) == 1  # a label in Polish, which nothing in the export translates
    assert [e.aliases for e in entries if e.aliases] == [["Joint trainning"]]


def test_a_near_name_is_marked_and_named_with_its_cell(made: tuple[Path, str]) -> None:
    with (made[0] / "config/codebook.csv").open(encoding="utf-8", newline="") as stream:
        rows = [*csv.reader(stream)]
    (number,) = [number for number, row in enumerate(rows, 1) if number > 1 and row[-1]]
    assert "Joint trainning" in rows[number - 1][-1]
    assert f"config/codebook.csv, H{number} and I{number}: is this the same code" in made[1]


def test_the_register_has_a_row_for_each_document(made: tuple[Path, str]) -> None:
    with (ROOT / "data/raw/participants.csv").open(encoding="utf-8", newline="") as stream:
        known = {
            (fold(document), KEYS.get(row["export"], row["export"]))
            for row in csv.DictReader(stream)
            for document in row["documents"].split(" | ")
        }
    lines = [dict(zip(register_workbook.COLUMNS, line, strict=True)) for line in lines_of(made[0])]
    assert {(fold(re.sub(r"\.\w+$", "", line["documents"])), line["export"]) for line in lines} == {
        (re.sub(r"\.\w+$", "", document), export) for document, export in known
    }
    assert all(line["group"] for line in lines)
    assert len({line["participant"] for line in lines}) == len(lines)
    assert f"data/raw/participants.xlsx, B2:B{len(lines) + 1}: `name` is empty" in made[1]


def test_nothing_of_an_interview_is_printed(made: tuple[Path, str]) -> None:
    printed = fold(made[1])
    for path in EXPORTS:
        settings = facts_of(made[0]).exports[KEYS.get(path.stem, path.stem)]
        for coding in export_formats.read(Export(str(path), settings)):
            assert fold(coding.document) not in printed
            assert len(coding.text or "") < 20 or fold(coding.text or "") not in printed


def test_the_same_exports_give_the_same_files(made: tuple[Path, str], tmp_path: Path) -> None:
    again = tmp_path / "my-study"
    new_study.create(again, [*map(str, EXPORTS)], Wishes("country", "Nine: countries"), asked)
    for path in made[0].rglob("*"):
        if path.is_file():
            assert path.read_bytes() == (again / path.relative_to(made[0])).read_bytes(), path


@pytest.mark.parametrize("there", ["config/study.yaml", "README.md", "data/raw/exports/nl.sqlite3"])
def test_nothing_is_overwritten(there: str, tmp_path: Path) -> None:
    file = tmp_path / "study" / there
    file.parent.mkdir(parents=True)
    file.write_text("mine", encoding="utf-8")
    run = crosscase_here("new", "study", ROOT / "data/raw/exports/nl.sqlite3", where=tmp_path)
    assert run.returncode == 2
    assert there in run.stderr
    assert "exists already" in run.stderr
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == [file.name]
    assert file.read_text(encoding="utf-8") == "mine"


def test_exports_that_lie_in_their_place_stay_there(tmp_path: Path) -> None:
    exports = tmp_path / "study/data/raw/exports"
    exports.mkdir(parents=True)
    shutil.copyfile(ROOT / "data/raw/exports/nl.sqlite3", exports / "nl.sqlite3")
    run = crosscase_here("new", "study", exports, where=tmp_path)  # a folder stands for the files in it
    assert (run.returncode, run.stderr) == (0, "")
    assert facts_of(tmp_path / "study").exports["nl"].file == "data/raw/exports/nl.sqlite3"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "the file does not exist"),
        (b"", "the file is empty"),
        (b"Weight,Colour\n1,red\n", "call its columns `document`, `code` and `text`"),
        (b"PK\x03\x04 broken", "format was not recognised"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_and_nothing_is_written(
    content: bytes | None, said: str, tmp_path: Path
) -> None:
    if content is not None:
        (tmp_path / "bad.csv").write_bytes(content)
    with pytest.raises(StudyError) as error:
        new_study.create(tmp_path / "s", [str(tmp_path / "bad.csv"), str(tmp_path / "worse")], Wishes(), asked)
    assert said in str(error.value)
    assert "worse" in str(error.value)  # all at once
    assert not (tmp_path / "s").exists()


def test_files_of_one_name_are_kept_apart(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "codings.csv").write_text(f"Document,Code\n{folder},Time\n", encoding="utf-8")
    paths = [str(tmp_path / folder / "codings.csv") for folder in ("one", "two")]
    new_study.create(tmp_path / "s", paths, Wishes("school"), asked)
    exports = facts_of(tmp_path / "s").exports
    assert len(exports) == len({export.file for export in exports.values()}) == 2
    assert [line[3] for line in lines_of(tmp_path / "s")] == ["one", "two"]


@pytest.mark.parametrize(("answer", "codes", "open_cells"), [("yes", 2, 0), ("no", 3, 0), ("later", 2, 1)])
def test_a_person_decides_at_the_terminal(answer: str, codes: int, open_cells: int, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Document,Code\nA 1,Staff shortage\nA 2,Trust\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text("Document,Code\nB 1,Staff shortagee\nB 2,Trust\n", encoding="utf-8")

    def ask(question: str, default: str) -> str:
        return answer if "the code" in question else default

    folder, paths = tmp_path / "s", [str(tmp_path / name) for name in ("a.csv", "b.csv")]
    _, points = new_study.create(folder, paths, Wishes("school", "Schools", "Austria"), ask)
    with (folder / "config/codebook.csv").open(encoding="utf-8", newline="") as stream:
        rows = [*csv.DictReader(stream)]
    assert len(rows) == codes
    assert sum(bool(row["decide"]) for row in rows) == open_cells
    assert sum("same code" in point.what for point in points) == open_cells
    assert {group.region for group in facts_of(folder).groups} == {"AT"}


def test_schools_of_a_plain_table_are_groups_also_where_each_has_one_document(tmp_path: Path) -> None:
    table = "Interview;Kode;Schule\nA;Zeit;Nord\nB;Zeit;Süd\nC;Zeit;Gr. 7\n"
    (tmp_path / "a.csv").write_text(table, encoding="utf-8")
    new_study.create(tmp_path / "s", [str(tmp_path / "a.csv")], Wishes("school", "Schule: Wege", "AT"), asked)
    study = facts_of(tmp_path / "s")
    assert [(group.code, group.name, group.region) for group in study.groups] == [
        ("Nord", "Nord", "AT"),
        ("Süd", "Süd", "AT"),
        ("Gr. 7", "Gr. 7", "AT"),
    ]
    assert study.title == "Schule: Wege"
    assert study.compare == Compare("school", "schools")
    assert [line[2] for line in lines_of(tmp_path / "s")] == ["Nord", "Süd", "Gr. 7"]


def test_the_register_has_the_word_for_what_is_compared(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Interview;Kode;Schule\nA;Zeit;Nord\nB;Zeit;Süd\n", encoding="utf-8")
    _, points = new_study.create(tmp_path / "s", [str(tmp_path / "a.csv")], Wishes("Schule/Schulen", "x", "AT"), asked)
    study = facts_of(tmp_path / "s")
    assert (study.compare.one, study.compare.many) == ("Schule", "Schulen")
    assert spreadsheet.headings(str(tmp_path / "s" / study.register))[2] == "Schule"
    assert not [point for point in points if "compare" in point.place]


@pytest.mark.parametrize("word", ["state", "Documents", "code"])
def test_a_word_that_is_another_column_is_refused_before_anything_is_written(word: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="another column"):
        new_study.create(tmp_path / "s", [str(ROOT / "data/raw/exports/nl.sqlite3")], Wishes(word, "x"), asked)
    assert not (tmp_path / "s").exists()


@pytest.mark.parametrize("word", ["2 x", "x" * 41, "Schule/2 Schulen", "(school)"])
def test_what_is_no_word_is_refused_before_anything_is_written(word: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="does not begin with a letter, or is longer than 40 letters"):
        new_study.create(tmp_path / "s", [str(ROOT / "data/raw/exports/nl.sqlite3")], Wishes(word, "x"), asked)
    assert not (tmp_path / "s").exists()


@pytest.mark.parametrize(("files", "language"), [(["nl.sqlite3"], "nl"), (["nl.sqlite3", "de.csv"], "")])
def test_the_language_of_the_interviews_is_proposed_for_the_results(
    files: list[str], language: str, tmp_path: Path
) -> None:
    paths = [str(ROOT / "data/raw/exports" / file) for file in files]
    _, points = new_study.create(tmp_path / "s", paths, Wishes("", "x"), asked)
    remedies = [point.remedy for point in points if point.place == "output_language"]
    assert remedies == [
        f"If the paper is in the language of the interviews, write there: output_language: '{language}'."
    ] * bool(language)
    config = tmp_path / "s/config/study.yaml"
    config.write_text(
        config.read_text(encoding="utf-8").replace("# output_language", "output_language"), encoding="utf-8"
    )
    assert facts_of(tmp_path / "s").output_language == (language or "de")


def test_an_export_without_codings_is_listed(tmp_path: Path) -> None:
    refi.write(replace(STUDY, codings=()), tmp_path / "x.qdpx")
    _, points = new_study.create(tmp_path / "s", [str(tmp_path / "x.qdpx")], Wishes("school", "x"), asked)
    assert ["exports.refi_1" for point in points if point.what == "no coding of it is counted"] == ["exports.refi_1"]


def test_a_file_that_a_person_writes_while_it_asks_stays(tmp_path: Path) -> None:
    def ask(question: str, default: str) -> str:
        (tmp_path / "s").mkdir(exist_ok=True)
        (tmp_path / "s/README.md").write_text("mine", encoding="utf-8")
        return default

    with pytest.raises(UsageError, match="nothing is overwritten"):
        new_study.create(tmp_path / "s", [str(ROOT / "data/raw/exports/nl.sqlite3")], Wishes("school", "x"), ask)
    assert [path.name for path in (tmp_path / "s").iterdir()] == ["README.md"]


def test_a_country_that_is_none_is_refused(tmp_path: Path) -> None:
    path = str(ROOT / "data/raw/exports/nl.sqlite3")
    with pytest.raises(UsageError, match="is no country"):
        new_study.create(tmp_path / "s", [path], Wishes("school", "", "Atlantis"), asked)


def test_a_codebook_of_a_tool_gives_the_codes(tmp_path: Path) -> None:
    from tests.reconstruction.writers import codebooks
    from tests.reconstruction.writers.codebooks import Code

    codebooks.write_qdc([Code(("Staff",)), Code(("Staff", "Time"), "Hours.")], tmp_path / "book.qdc")
    (tmp_path / "a.csv").write_text("Document,Code\nA 1,Time\n", encoding="utf-8")
    new_study.create(tmp_path / "s", [str(tmp_path / "book.qdc"), str(tmp_path / "a.csv")], Wishes(), asked)
    entries = codebook.read(str(tmp_path / "s/config/codebook.csv"), facts_of(tmp_path / "s").domains)
    assert [(entry.domain, entry.label, entry.definition) for entry in entries] == [("staff", "Time", "Hours.")]


def test_a_guessed_group_is_marked_where_it_stands_and_an_unknown_country_is_asked_for(tmp_path: Path) -> None:
    for name, documents in (("north", "ab"), ("south", "cd")):
        rows = "".join(f"{document},Time,\n" for document in documents)
        (tmp_path / f"{name}.csv").write_text(f"document,code,text\n{rows}", encoding="utf-8")
    exports = [str(tmp_path / f"{name}.csv") for name in ("north", "south")]
    _, points = new_study.create(tmp_path / "s", exports, Wishes("school", "x"), lambda question, default: default)
    written = (tmp_path / "s/config/study.yaml").read_text(encoding="utf-8")
    assert written.count("  # a guess: if it is wrong, correct it here and in the register\n") == 2
    (country,) = (point for point in points if "region" in point.what)
    assert str(country).endswith(
        "Write its code in the place of ZZ: numbers and names are looked for as in this country."
    )
