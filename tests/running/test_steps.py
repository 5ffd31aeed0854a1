"""What happens around a step: files that are whole or absent, logs without data, clear problems."""

from dataclasses import is_dataclass
from pathlib import Path

import pytest

from crosscase.messages.errors import Problem, StudyError
from crosscase.running import job_records, steps
from crosscase.storage import files, schemas, table_columns
from crosscase.storage.arrow_schemas import schema_of
from crosscase.storage.schemas import Cell, Mention
from crosscase.storage.unfinished import SUFFIX

MENTION = Mention("cz", "P-1", "CZ", "barriers", "time", 2, 3)


@pytest.fixture(autouse=True)
def in_a_study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("logs").mkdir()


def test_rows_come_back(tmp_path: Path) -> None:
    rows = [Cell("d", "c", "CZ", "not_coded", None, 9, None), Cell("d", "c", "DE", "present", 1, 6, 2)]
    files.write_rows("t.parquet", Cell, rows)
    assert list(files.read_rows("t.parquet", Cell)) == rows
    assert files.count_rows("t.parquet") == 2
    files.write_rows_csv("t.csv", Cell, rows)
    assert files.read_rows_csv("t.csv", Cell) == rows


def test_a_table_of_other_rows_is_refused() -> None:
    files.write_rows("t.parquet", Mention, [MENTION])
    with pytest.raises(StudyError, match="not those of the row class Cell"):
        list(files.read_rows("t.parquet", Cell))


def test_a_required_column_may_not_be_empty() -> None:
    broken = Mention("cz", None, "CZ", "barriers", "time", 2, 3)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="null"):
        files.write_rows("t.parquet", Mention, [broken])
    assert not Path("t.parquet").exists()


def test_nothing_half_written_is_left() -> None:
    def rows() -> object:
        yield MENTION
        raise RuntimeError

    Path("t.parquet").write_text("the old one")
    with pytest.raises(RuntimeError):
        files.write_rows("t.parquet", Mention, rows())  # type: ignore[arg-type]
    assert [path.name for path in Path().iterdir() if path.is_file()] == ["t.parquet"]
    assert Path("t.parquet").read_text() == "the old one"


def test_bad_input_ends_a_step_with_a_sentence() -> None:
    with pytest.raises(SystemExit) as stop, steps.logging_to("logs/a.log"):
        raise StudyError([Problem("f.csv", "row 2", "it is wrong", "Mend it."), Problem("e.csv", "", "so is this")])
    assert stop.value.code == 1
    told = "f.csv, row 2: it is wrong. Mend it.\ne.csv: so is this.\n"
    assert Path("logs/a.log").read_text() == steps.PROBLEMS.read_text() == told


def test_a_defect_leaves_its_traceback_but_no_data_where_that_is_confidential() -> None:
    secret = "Jana"
    for name, confidential in (("open", False), ("door", True)):
        with pytest.raises(SystemExit), steps.logging_to(f"logs/{name}.log", confidential):
            raise ValueError(secret)
        text = Path(f"logs/{name}.log").read_text()
        assert "test_steps.py" in text
        assert "ValueError" in text
        assert (secret in text) is not confidential
    assert secret not in steps.PROBLEMS.read_text()


def test_what_was_derived_from_an_export_goes_with_it() -> None:
    gone = [Path(f"data/restricted/{folder}/old.csv") for folder in ("replacements", "review")]
    gone += [Path(f"data/processed/{folder}/old.parquet") for folder in ("segments", "of_a_former_rule")]
    decisions = Path("data/restricted/review/decisions.csv")
    own = Path("data/restricted/review/decisions of last year.csv")  # kept by the team beside the queues
    kept = [own, decisions, Path("data/processed/segments/cz.parquet"), Path("data/processed/codebook.parquet")]
    for path in (*gone, *kept):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    for path in (*gone, decisions):
        record = job_records.path_of(str(path))
        record.parent.mkdir(parents=True, exist_ok=True)
        record.touch()
    patterns = [
        "data/processed/segments/*.parquet",
        "data/restricted/replacements/*.csv",
        "data/restricted/review/*.csv",
    ]
    steps.forget_other_exports(["cz"], patterns, {str(decisions)})
    assert [path for path in (*gone, *kept) if path.exists()] == kept


def test_what_a_killed_build_was_writing_is_deleted() -> None:
    with files.replacing("results/t.csv"):
        (unfinished,) = Path("results").iterdir()
        Path("results/copy.csv").touch()
        left = unfinished.rename(f"results/.u.csv.1{SUFFIX}")
        unfinished.touch()
    steps.forget_unfinished()
    assert not left.exists()
    assert {path.name for path in Path("results").iterdir()} == {"t.csv", "copy.csv"}


def test_what_is_logged_is_in_the_log() -> None:
    with steps.logging_to("logs/a.log") as log:
        log("3 codes")
    assert Path("logs/a.log").read_text() == "3 codes\n"


def test_every_table_has_a_schema() -> None:
    found = [item for item in vars(schemas).values() if isinstance(item, type) and is_dataclass(item)]
    rows = [item for item in found if item.__module__ == schemas.__name__]
    assert len(rows) > 8
    for row in rows:
        assert tuple(schema_of(row).names) == table_columns.names(row)
