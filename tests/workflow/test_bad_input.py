"""What a user sees when the input is wrong: one clear sentence, exit code not zero, nothing half-written."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from crosscase.running import places
from crosscase.storage import unfinished
from tests.builders.plain_runs import mostly_exhaustive
from tests.builders.projects import Study

CZ = "data/raw/exports/cz.xlsx"


def cut(path: Path, share: float) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])


def fail(study: Study, *targets: str) -> str:
    """Build, expect it to fail without a traceback, and return the last words."""
    run = study.snakemake(*targets)
    assert run.returncode != 0, run.stdout
    assert "Traceback" not in run.stdout
    assert list(study.folder.rglob(unfinished.PATTERN)) == []
    return run.stdout


def keep_exports(study: Study, *names: str) -> None:
    """Take the other exports out of a study, which is then built in a third of the time."""
    path = study.folder / "config/study.yaml"
    config = yaml.safe_load(path.read_text(encoding="utf-8"))
    config["exports"] = {name: config["exports"][name] for name in names}
    path.write_text(yaml.safe_dump(config, sort_keys=False, allow_unicode=True), encoding="utf-8")


FaultyInput = Callable[[Study], object]
Fault = tuple[FaultyInput, str]
TOGETHER: dict[str, list[Fault]] = {  # faults of one study, each with its sentence: all come in one build
    "an export of another tool": [
        (
            lambda s: (s.folder / CZ).write_bytes((s.folder / "data/raw/exports/pt.xlsx").read_bytes()),
            f"{CZ}, sheet 1, row 1: it has no column 'Document name'",
        ),
    ],
    "lists": [
        (
            lambda s: s.replace("data/raw/participants.csv", "CZ-02,", "CZ-01,"),
            "data/raw/participants.csv, row 3: another row has the same participant, with another name.",
        ),
        (
            lambda s: s.replace("data/raw/participants.csv", ",CZ,", ",XX,"),
            "data/raw/participants.csv, row 2: the column `country` has a value that is not allowed. Allowed: CZ, DE",
        ),
        (
            lambda s: s.replace("config/codebook.csv", ",joint_training,", ",secure_funding,"),
            "config/codebook.csv, row 15: the code 'secure_funding' is already defined in row 8.",
        ),
        (
            lambda s: s.replace(
                "config/codebook.csv", "Bottom-up approach,,,", "Bottom-up approach,,bottom_up_approach,"
            ),
            "config/codebook.csv, row 3: the code 'bottom_up_approach' is its own ancestor.",
        ),
        (
            lambda s: (s.folder / "config/demonstration.key").write_text("secret words"),
            "config/demonstration.key: it cannot be read as a key of 64 hexadecimal digits.",
        ),
    ],
    "an export of another format": [
        (
            lambda s: (s.folder / CZ).write_bytes((s.folder / "data/raw/exports/nl.sqlite3").read_bytes()),
            f"{CZ}: it is neither a text table nor a workbook.",
        ),
    ],
    "study and citation": [
        (
            lambda s: s.replace("config/study.yaml", "not_coded:", "not_codded:"),
            "config/study.yaml: the key 'not_codded' is not known. Did you mean 'not_coded'?",
        ),
        (
            lambda s: s.replace("CITATION.cff", "date-released: 2026-11-24", "date-released: 2026-11-31"),
            "CITATION.cff, date-released: the date of publication is missing or not a date. Write it in the form",
        ),
    ],
    "what the study refers to": [
        (
            lambda s: (s.folder / CZ).unlink(),
            'config/study.yaml, exports.cz.file: the file "data/raw/exports/cz.xlsx" does not exist.',
        ),
        (
            lambda s: s.replace("config/study.yaml", "country: EN", "country: UK"),
            "config/study.yaml, exports.en.country: 'UK' is not in the list `countries`.",
        ),
    ],
    "an export twice": [
        (
            lambda s: s.replace("config/study.yaml", "  de:\n", "  cz:\n"),
            "the key 'cz' is defined 2 times. Keep one of them.",
        ),
    ],
    "no configuration": [
        (
            lambda s: (s.folder / "config/study.yaml").unlink(),
            "config/study.yaml: the file does not exist. Run in the folder of a study.",
        ),
    ],
    "no YAML": [
        (
            lambda s: (s.folder / "config/study.yaml").write_text("id: [isotis\ntitle: x"),
            "config/study.yaml, line 1: it is not valid YAML: a list or block in brackets is not closed.",
        ),
    ],
}


@pytest.mark.parametrize("faults", mostly_exhaustive(TOGETHER, ["lists", "no YAML"]))
def test_bad_input_ends_in_one_sentence_for_each_fault(unbuilt: Study, faults: str) -> None:
    for spoil, _ in TOGETHER[faults]:
        spoil(unbuilt)
    output = fail(unbuilt, "data/processed/anonymised/cz.parquet")
    for _, sentence in TOGETHER[faults]:
        assert sentence in output
    assert "secret words" not in output
    assert not (unbuilt.folder / "data/processed/anonymised/cz.parquet").exists()
    assert not (unbuilt.folder / "data/restricted/replacements/cz.csv").exists()


def test_an_export_that_cannot_be_read_does_not_hide_the_others(unbuilt: Study) -> None:
    cut(unbuilt.folder / "data/raw/exports/it.qdpx", 0.5)
    cut(unbuilt.folder / "data/raw/exports/nl.sqlite3", 0.5)
    (unbuilt.folder / "data/raw/exports/el.qda").write_bytes(b"")
    exports = [f"data/processed/anonymised/{name}.parquet" for name in ("el", "it", "nl", "pt")]
    output = fail(unbuilt, *exports).split("What is wrong with the study:\n")[1].splitlines()[:3]
    assert sorted(output) == [
        "data/raw/exports/el.qda: the file is empty. Export it again from the tool.",
        "data/raw/exports/it.qdpx: it is not a REFI-QDA project, or it is damaged. It is the beginning of a "
        "workbook, a project (.qdpx) or an archive, and its end is lost: copy it again, or export it again from its "
        "tool.",
        "data/raw/exports/nl.sqlite3: it is not a Taguette database, or it is damaged. "
        "It is a database (SQLite), damaged or of a tool that crosscase does not read: copy it again, or export it "
        "again from its tool.",
    ]
    assert [(unbuilt.folder / name).exists() for name in exports] == [False, False, False, True]


def test_errors_stop_the_build_after_the_whole_list_is_written(unbuilt: Study, monkeypatch: pytest.MonkeyPatch) -> None:
    """Faults that only the validation can see: all are listed, and no cell, table or figure is made."""
    keep_exports(unbuilt, "cz", "de", "pl")
    unbuilt.replace("config/codebook.csv", "Joint training,", "Joint instruction,")
    lines = unbuilt.text("data/raw/participants.csv").splitlines(keepends=True)
    register = "".join(line for line in lines if not line.startswith("PL-01,"))
    (unbuilt.folder / "data/raw/participants.csv").write_text(register, encoding="utf-8")
    export = unbuilt.folder / "data/raw/exports/de.csv"  # one document, whole: twins of a name are told apart by group
    text = export.read_text(encoding="utf-8")
    first = text.splitlines()[1].split(";")[0]
    assert text.count(f"{first};Deutschland;") > 1
    export.write_text(text.replace(f"{first};Deutschland;", f"{first};Italia;"), encoding="utf-8")
    unbuilt.replace("data/raw/decisions.csv", ",keep,", ",kept,")
    output = fail(unbuilt)
    issues = unbuilt.text("results/validation/issues.csv")
    for check in ("unknown_code", "unregistered_document", "group_conflict"):
        assert f"error,{check}," in issues
    assert "Nearest: " in issues
    listed = unbuilt.text("logs/problems.txt").splitlines()
    monkeypatch.chdir(unbuilt.folder)
    shown = [places.located(line) for line in listed]  # the terminal has the places that the list leaves out
    assert shown == [line for line in output.splitlines() if line in set(shown)]
    assert any(", sheet 1, row " in line for line in shown)
    assert not any(", sheet 1, row " in line for line in listed)
    assert any("the export says IT, the register says DE (group_conflict: Italia)" in line for line in listed)
    allowed = "is not allowed (unusable_decision: row 2). Allowed: redact, keep, generalise."
    assert f"the study, data/raw/decisions.csv: its decision {allowed}" in listed
    assert len(unbuilt.text("data/restricted/review/cz.csv").splitlines()) == 2  # what was not decided is in the queue
    assert listed[-1].startswith("results/validation/issues.csv: ")
    made = [path.name for path in sorted((unbuilt.folder / "results").iterdir())]
    # Of `provenance` only the commit; `redaction` says what was replaced, whatever the codings are.
    assert made == ["DO-NOT-SHARE.txt", "preflight", "provenance", "redaction", "validation"]


def test_a_number_that_differs_from_the_print_stops_the_build(rebuilt: Study) -> None:
    rebuilt.replace("config/published/matrices.csv", "Secure funding,6,6", "Secure funding,7,7")
    output = fail(rebuilt, "results/verification/verdict.txt")  # every build makes it
    assert "facilitating_factors, Secure funding: marks: rebuilt 6, printed 7." in output
    assert "Secure funding,marks,7,,6,mismatch" in rebuilt.text("results/verification/published.csv")
    assert not (rebuilt.folder / "results/verification/verdict.txt").exists()


@pytest.mark.exhaustive
def test_a_build_that_was_interrupted_goes_on_with_the_next_one(project: Study) -> None:
    """As Ctrl-C does: the signal goes to Snakemake and all its steps."""
    keep_exports(project, "cz", "de", "pl")
    command = [sys.executable, "-m", "snakemake", "--cores", "2"]
    hear = {"preexec_fn": lambda: signal.signal(signal.SIGINT, signal.default_int_handler)}
    with (project.folder / "first.log").open("w") as log:
        first = subprocess.Popen(command, cwd=project.folder, stdout=log, stderr=log, start_new_session=True, **hear)  # type: ignore[call-overload]
        begin = time.monotonic()
        while not list(project.folder.glob("data/processed/anonymised/*.parquet")) and time.monotonic() < begin + 60:
            time.sleep(0.05)
        os.killpg(first.pid, signal.SIGINT)
        assert first.wait(60) != 0
    project.build("data/processed/mentions/cz.parquet", "data/processed/mentions/de.parquet")
    assert list(project.folder.rglob(unfinished.PATTERN)) == []
