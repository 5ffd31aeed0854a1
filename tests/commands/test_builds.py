"""`crosscase build`, `check` and `archive`: what they hand to Snakemake, and what they say where it is too old."""

import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from crosscase.messages.errors import StudyError
from crosscase.running import snakemake_runs
from tests.builders.commands import crosscase
from tests.builders.projects import ROOT, Study


@pytest.mark.exhaustive
def test_targets_and_options_of_snakemake_are_handed_on(small_study: Study) -> None:
    """From a folder within the study, which has a profile of its own that must not be taken for the pipeline's."""
    (small_study.folder / "profiles/default").mkdir(parents=True)
    (small_study.folder / "profiles/default/config.yaml").write_text("dry-run: true\nno-such-key: 1\n")
    run = crosscase("build", "--cores", "1", "import_codebook", where=small_study.folder / "data/raw")
    assert run.returncode == 0, run.stdout + run.stderr
    assert (small_study.folder / "data/processed/codebook.parquet").exists()
    run = crosscase("build", "validate_codes", "--", "--dry-run", where=small_study.folder)
    assert run.returncode == 0, run.stdout + run.stderr
    assert "import_segments" in run.stdout + run.stderr
    assert not list((small_study.folder / "data/processed").glob("segments/*"))


@pytest.mark.exhaustive
@pytest.mark.parametrize("step", ["anonymise_export", "import_segments"])
def test_a_step_of_each_export_is_no_target_and_the_message_says_what_to_name(small_study: Study, step: str) -> None:
    run = crosscase("build", "--dry-run", step, where=small_study.folder)
    said = run.stdout + run.stderr
    assert run.returncode == 1, said
    assert step in said and "wildcards" not in said and "WorkflowError" not in said
    pattern = re.search(r"data/processed/\S+", said)
    assert pattern
    (export, *_) = sorted(path.stem for path in (small_study.folder / "data/raw/exports").iterdir())
    run = crosscase("build", "--dry-run", pattern[0].replace("EXPORT", export), where=small_study.folder)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.exhaustive
def test_the_output_of_snakemake_is_there_for_the_asking(small_study: Study) -> None:
    quiet = crosscase("build", "import_codebook", where=small_study.folder)
    (small_study.folder / "data/processed/codebook.parquet").unlink()
    verbose = crosscase("build", "-v", "import_codebook", where=small_study.folder)
    assert (quiet.returncode, verbose.returncode) == (0, 0), verbose.stdout + verbose.stderr
    assert "Building DAG of jobs" in verbose.stdout + verbose.stderr
    assert "Building DAG of jobs" not in quiet.stdout + quiet.stderr


@pytest.mark.exhaustive
def test_check_prints_its_report_and_archive_writes_the_project(rebuilt_small: Study) -> None:
    shutil.rmtree(rebuilt_small.folder / "results/preflight")
    run = crosscase("check", where=rebuilt_small.folder)
    assert run.returncode == 0, run.stdout + run.stderr
    assert rebuilt_small.text("results/preflight/exports.txt") in run.stdout
    run = crosscase("archive", "--study", rebuilt_small.folder, where=rebuilt_small.folder.parent)
    assert run.returncode == 0, run.stdout + run.stderr
    assert (rebuilt_small.folder / "results/archive/small.qdpx").exists()
    assert (rebuilt_small.folder / "results/leaks/verdict.txt").exists()


@pytest.mark.exhaustive
def test_a_pipeline_runs_with_its_own_modules_where_another_is_installed(small_study: Study, tmp_path: Path) -> None:
    """Plain Snakemake, which finds the other one before this one and loads its logger plugin."""
    other = tmp_path / "other/scripts"
    for package in ("crosscase", "snakemake_logger_plugin_crosscase"):
        shutil.copytree(ROOT / "scripts" / package, other / package)
    (other / "crosscase/coding/codebook.py").write_text("raise RuntimeError('of the other one')\n", encoding="utf-8")
    where = ["--snakefile", str(small_study.snakefile), "--directory", str(small_study.folder)]
    command = [sys.executable, "-m", "snakemake", "--cores", "1", *where, "import_codebook"]
    environment = {**os.environ, "PYTHONPATH": str(other)}
    run = subprocess.run(command, cwd=tmp_path, env=environment, text=True, check=False, capture_output=True)
    assert run.returncode == 0, run.stdout + run.stderr
    assert "SNAKEMAKE" not in run.stdout + run.stderr  # the plugin was there


def test_a_fault_of_the_study_is_exit_code_1(small_study: Study) -> None:
    small_study.replace("config/study.yaml", "code: IE", "code: XX")
    run = crosscase("build", where=small_study.folder)
    assert run.returncode == 1
    assert "config/study.yaml" in run.stdout + run.stderr


@pytest.mark.parametrize(
    ("sent", "to_all", "code"),
    [(signal.SIGTERM, False, 1), pytest.param(signal.SIGINT, True, 130, marks=pytest.mark.exhaustive)],
)
def test_stopping_the_command_stops_snakemake(
    small_study: Study, sent: signal.Signals, to_all: bool, code: int
) -> None:
    """As a system does when it shuts down, by a signal to the command alone, or as Ctrl-C does, by one to all."""
    command = [sys.executable, "-m", "crosscase.cli", "build", "-v", "--cores", "1"]
    with subprocess.Popen(
        command,
        cwd=small_study.folder,
        env={**os.environ, "PYTHONPATH": str(ROOT / "scripts")},
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    ) as process:
        assert process.stdout
        read = ""
        while "rule anonymise_export" not in read and (line := process.stdout.readline()):
            read += line
        assert "rule anonymise_export" in read
        if to_all:
            os.killpg(process.pid, sent)
        else:
            process.send_signal(sent)
        try:
            process.communicate(timeout=60)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            raise
    assert process.returncode == code
    assert not (small_study.folder / "results/tables").exists()
    small_study.build("import_codebook")


@pytest.mark.parametrize(
    ("version", "said"),
    [("8.30.0", "Snakemake 8.30.0 is too old"), ("9.3.0", "Snakemake 9.3.0 is too old"), (None, "is not installed")],
)
def test_an_old_snakemake_is_a_sentence(tmp_path: Path, version: str | None, said: str) -> None:
    """An environment with another Snakemake, as far as its metadata says."""
    (tmp_path / "config").mkdir()
    (tmp_path / "config/study.yaml").touch()
    libraries = tmp_path / "libraries"
    libraries.mkdir()
    for found in Path(sys.prefix, "lib").glob("python*/site-packages/*"):
        if not found.name.startswith("snakemake-9"):
            (libraries / found.name).symlink_to(found)
    if version:
        (libraries / f"snakemake-{version}.dist-info").mkdir()
        metadata = f"Metadata-Version: 2.1\nName: snakemake\nVersion: {version}\n"
        (libraries / f"snakemake-{version}.dist-info/METADATA").write_text(metadata, encoding="utf-8")
    code = "import sys; from crosscase.cli import main; sys.exit(main(['build']))"
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'scripts'}:{libraries}"}
    command = [sys.executable, "-S", "-c", code]
    run = subprocess.run(command, cwd=tmp_path, env=environment, text=True, check=False, capture_output=True)
    assert (run.returncode, run.stdout) == (1, "")
    assert run.stderr.count("\n") == 1
    assert said in run.stderr
    assert "Install 9.27 or newer" in run.stderr


def test_the_snakemake_of_these_tests_is_new_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    snakemake_runs.check_version()
    monkeypatch.setattr("importlib.metadata.version", lambda _: "9.26.9")
    with pytest.raises(StudyError, match=r"Snakemake 9\.26\.9 is too old"):
        snakemake_runs.check_version()
    for new in ("9.27", "9.27.1", "9.100.0", "10.0"):
        monkeypatch.setattr("importlib.metadata.version", lambda _, new=new: new)
        snakemake_runs.check_version()


@pytest.mark.plain_cases(1)
@pytest.mark.parametrize("module", ["json", "random", "numpy"])
def test_a_file_of_the_study_that_is_called_like_a_module_is_not_run(small_study: Study, module: str) -> None:
    told = small_study.folder / "run"
    (small_study.folder / f"{module}.py").write_text(f"open({str(told)!r}, 'w').close()\nraise SystemExit(7)\n")
    where = small_study.folder.parent
    run = crosscase("build", "data/processed/codebook.parquet", "--study", small_study.folder, where=where)
    assert run.returncode == 0, run.stderr
    assert not told.exists()


def test_a_build_whose_snakemake_is_killed_says_so(small_study: Study, tmp_path: Path) -> None:
    """The system does so where memory is short."""
    hook = tmp_path / "hook"
    hook.mkdir()
    code = "import os, sys\nif 'crosscase.console.snakemake_main' in sys.orig_argv:\n    os.kill(os.getpid(), 9)\n"
    (hook / "sitecustomize.py").write_text(code)
    path = os.pathsep.join(map(str, (hook, ROOT / "scripts")))
    run = crosscase("build", where=small_study.folder, PYTHONPATH=path)
    assert run.returncode == 1
    assert run.stderr == (
        "the build: Snakemake was killed (signal 9), perhaps for want of memory. "
        "results/ may be incomplete: do not share it. Build again: what was finished is kept.\n"
    )
