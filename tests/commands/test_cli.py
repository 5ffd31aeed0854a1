"""The command line: its help, where it looks for the study, and what its exit codes mean."""

import argparse
import os
import re
import resource
import signal
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from crosscase import cli
from crosscase.messages.errors import Problem, StudyError, UsageError
from crosscase.study import study_folder
from tests.builders.commands import crosscase, crosscase_here
from tests.builders.projects import ROOT

VERBS = cli.verbs()
WITHOUT_A_STUDY = {"codebook compare", "new"}  # the first compares two files, wherever they lie


def help_of(*words: str, where: Path) -> str:
    run = crosscase(*words, "--help", where=where)
    assert (run.returncode, run.stderr) == (0, "")
    return run.stdout


def test_the_help_lists_every_verb_and_the_exit_codes(tmp_path: Path) -> None:
    text = help_of(where=tmp_path)
    modules = {path.stem for path in (ROOT / "scripts/crosscase/commands").glob("[a-z]*.py")}
    assert {verb.replace(" ", "_") for verb in VERBS} == modules
    for verb, module in VERBS.items():
        assert re.search(rf"^  {verb} +{re.escape((module.__doc__ or '').splitlines()[0])}$", text, re.MULTILINE)
    for code in ("0", "1", "2", "130", "141"):
        assert re.search(rf"\b{code}\b", text.split("Exit codes:")[1])
    assert all(len(line) <= 120 for line in text.splitlines())


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help_with_an_example_that_can_be_parsed(verb: str, tmp_path: Path) -> None:
    module = VERBS[verb]
    text = crosscase_here(*verb.split(), "--help", where=tmp_path).stdout
    assert f"usage: crosscase {verb} [-h]" in text
    assert f"example:\n  {module.EXAMPLE}\n" in text
    assert "--study DIR" in text
    assert module.EXAMPLE.startswith(f"crosscase {verb}")
    options = cli.parser().parse_args(module.EXAMPLE.split()[1:])
    assert options.run is module.run


def test_the_help_costs_no_time(tmp_path: Path) -> None:
    """In time of the processor, so that other work on the machine does not count. The goal is 0.15 s."""
    spent = []
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        help_of(where=tmp_path)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    assert min(spent) < 0.15


def test_the_help_loads_no_library() -> None:
    code = "import sys; from crosscase import cli; cli.parser(); print(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": str(ROOT / "scripts")},
        text=True,
        check=True,
        capture_output=True,
    )
    loaded = {name.split(".")[0] for name in run.stdout.split()}
    assert not loaded & {"jsonschema", "matplotlib", "numpy", "pandas", "pyarrow", "snakemake", "yaml"}


def test_the_version_is_that_of_the_project(tmp_path: Path) -> None:
    run = crosscase("--version", where=tmp_path)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert (run.returncode, run.stdout) == (0, f"crosscase {project['version']}\n")


@pytest.mark.parametrize(
    "line",
    [
        *("", "nonsense", "key", "key lose", "trace", "build --cores none", "build --cores 0", "check --study"),
        *("codebook compare one.csv", "codebook import c.qdc --roots trunks"),
        *("key rotate --study nowhere", "archive --nonsense"),
    ],
)
def test_wrong_usage_is_a_sentence_and_exit_code_2(line: str, tmp_path: Path) -> None:
    run = crosscase_here(*line.split(), where=tmp_path)
    assert (run.returncode, run.stdout) == (2, "")
    assert "error: " in run.stderr or "nowhere: this folder does not exist." in run.stderr


@pytest.mark.parametrize("verb", sorted(set(VERBS) - WITHOUT_A_STUDY))
def test_a_verb_says_where_it_found_no_study(verb: str, tmp_path: Path) -> None:
    needed = {"trace": ["a/b/C"], "codebook import": ["c.qdc"], "withdraw": ["PL-03"]}
    needed |= {"diff": ["old"], "add": ["x.qdpx"], "codebook rename": ["a", "b"], "codebook merge": ["a", "b"]}
    needed["reliability sample"] = ["--share", ".1", "--seed", "7"]
    run = crosscase_here(*verb.split(), *needed.get(verb, []), where=tmp_path)
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr == (
        f"{tmp_path}: no study was found: neither this folder nor one above it has config/study.yaml. "
        "Go to the folder of the study, give it with --study, or make a study with `crosscase new`.\n"
    )


def test_the_study_is_that_of_the_folder_or_the_nearest_above_or_the_one_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outer, inner = tmp_path / "outer", tmp_path / "outer/part/inner"
    for folder in (outer, inner):
        (folder / "config").mkdir(parents=True)
        (folder / "config/study.yaml").touch()
    (inner / "data/raw").mkdir(parents=True)
    for stand, named, found in (
        (outer, None, outer),
        (outer / "part", None, outer),
        (inner, None, inner),
        (inner / "data/raw", None, inner),
        (tmp_path, "outer/part/inner", inner),
        (inner, "../..", outer),
        (inner, "~/outer", outer),
    ):
        monkeypatch.setenv("HOME", str(tmp_path))
        monkeypatch.chdir(stand)
        assert study_folder.find(named).resolve() == found
    monkeypatch.chdir(inner / "data")
    given = study_folder.enter(None, "raw/a.csv", "../../b.csv", "~/c.csv", "")
    assert (Path.cwd(), given) == (inner, ["data/raw/a.csv", f"{outer}/part/b.csv", f"{tmp_path}/c.csv", ""])


def verb_that(act: Callable[[], object]) -> dict[str, ModuleType]:
    """A verb of the tests in the place of all others."""

    def run(options: argparse.Namespace) -> int:
        act()
        return cli.DONE

    verb: object = SimpleNamespace(__doc__="Try.", EXAMPLE="crosscase try", add_arguments=lambda _: None, run=run)
    return {"try": verb}  # type: ignore[dict-item]


def raise_(error: BaseException) -> None:
    raise error


PROBLEM = Problem("config/study.yaml", "id", "it is missing", "Write it.")


@pytest.mark.parametrize(
    ("act", "code", "said"),
    [
        (lambda: None, cli.DONE, ""),
        (lambda: raise_(StudyError([PROBLEM, PROBLEM])), cli.FAULT, f"{PROBLEM}\n{PROBLEM}\n"),
        (lambda: raise_(UsageError(PROBLEM)), cli.WRONG_USAGE, f"{PROBLEM}\n"),
        (lambda: Path("nowhere/file").read_bytes(), cli.FAULT, "nowhere/file: "),
        (lambda: raise_(KeyboardInterrupt()), cli.INTERRUPTED, ""),
        (lambda: raise_(SystemExit(7)), 7, ""),
    ],
)
def test_what_goes_wrong_becomes_sentences_and_an_exit_code(
    act: Callable[[], object],
    code: int,
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(cli, "verbs", lambda: verb_that(act))
    try:
        ended = cli.main(["try"])
    except SystemExit as error:
        ended = int(error.code or 0)
    assert ended == code
    assert capsys.readouterr().err.startswith(said)


def test_a_defect_of_crosscase_keeps_its_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli, "verbs", lambda: verb_that(lambda: raise_(KeyError("defect"))))
    with pytest.raises(KeyError):
        cli.main(["try"])


def test_output_that_nobody_reads_ends_the_command_quietly() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    run = subprocess.run(
        [sys.executable, "-m", "crosscase.cli", "--version"],
        env={**os.environ, "PYTHONPATH": str(ROOT / "scripts")},
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)
    assert (run.returncode, run.stderr) == (141, b"")


def test_ctrl_c_ends_a_command_with_130_and_no_traceback(tmp_path: Path) -> None:
    """While `key destroy` waits for the id of the study."""
    (tmp_path / "config").mkdir()
    text = (ROOT / "config/study.yaml").read_text(encoding="utf-8").replace("config/demonstration.key", "own.key")
    (tmp_path / "config/study.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "own.key").write_text(f"{bytes(range(32)).hex()}\n", encoding="utf-8")
    (tmp_path / "own.key").chmod(0o600)
    with subprocess.Popen(
        [sys.executable, "-m", "crosscase.cli", "key", "destroy"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT / "scripts")},
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout
        read = ""
        while "Type the id" not in read and (letter := process.stdout.read(1)):
            read += letter
        assert "Type the id" in read
        time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate()
    assert (process.returncode, errors) == (130, "")


# The words that a verb is about, and what becomes of them.
LINES: dict[str, tuple[tuple[str, ...], dict[str, object]]] = {
    "withdraw": (("X-1", "a", "b"), {"participant": "X-1", "packages": ["a", "b"]}),
    "build": (("a", "b"), {"targets": ["a", "b"]}),
    "new": (("a", "b", "c"), {"folder": "a", "exports": ["b", "c"]}),
    "verify": (("a",), {"package": "a"}),
    "codebook compare": (("a", "b"), {}),
}


@pytest.mark.parametrize("verb", LINES)
def test_options_may_stand_among_the_other_words(verb: str) -> None:
    words, expected = LINES[verb]
    for place in range(len(words) + 1):
        line = [*verb.split(), *words[:place], "--study", "x", *words[place:]]
        options = vars(cli.parsed(line))
        assert {key: options[key] for key in ("study", *expected)} == {"study": "x", **expected}


def test_what_stands_behind_two_hyphens_goes_to_snakemake() -> None:
    options = cli.parsed(["build", "a", "--cores", "2", "--", "--forceall", "-n"])
    assert (options.dry_run, options.cores, options.targets) == (False, "2", ["a", "--forceall", "-n"])
