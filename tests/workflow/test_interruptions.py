"""Killed, hindered or doubled, a build leaves nothing half-written, and the next one gives the same bytes.

Builds are watched from outside: by the logs that steps open and by the files that they begin.
"""

import base64
import json
import os
import random
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from crosscase.messages.errors import StudyError
from crosscase.provenance import result_digests
from crosscase.running import locks, share_notice, steps
from crosscase.storage import files
from crosscase.storage.unfinished import PATTERN, SUFFIX
from tests.builders.projects import Study
from tests.builders.results import digests
from tests.builders.small_study import write_small_study

BUILT = ("data/processed", "results")
PATIENCE = 120  # seconds, on a machine under load


def outputs_by_step(study: Study) -> dict[str, list[str]]:
    """The outputs of one job of each rule, from what Snakemake recorded of the build."""
    jobs: dict[str, dict[str, list[str]]] = {}
    for path in sorted((study.folder / ".snakemake/metadata").rglob("*")):
        if path.is_file():
            record = json.loads(path.read_text(encoding="utf-8"))
            parts = [part.removeprefix("@") for part in path.relative_to(study.folder / ".snakemake/metadata").parts]
            output = base64.urlsafe_b64decode("".join(parts)).decode()
            if (study.folder / output).is_file():
                jobs.setdefault(record["rule"], {}).setdefault(record["log"][0], []).append(output)
    return {rule: min(of_rule.items())[1] for rule, of_rule in jobs.items()}


def begin(study: Study, *targets: str) -> subprocess.Popen[bytes]:
    """Begin a build in a process group of its own; its output is in the file `told` above the study."""
    with (study.folder.parent / "told").open("w") as told:
        return subprocess.Popen(
            command(study, *targets), cwd=study.folder, stdout=told, stderr=subprocess.STDOUT, start_new_session=True
        )


def command(study: Study, *targets: str) -> list[str]:
    """What builds a study, in a process of its own."""
    where = ["--snakefile", str(study.snakefile), "--directory", str(study.folder)]
    return [sys.executable, "-m", "snakemake", "--cores", "2", *where, *targets]


def wait_until(happened: Callable[[], object], build: subprocess.Popen[bytes]) -> bool:
    """Wait for something, or for the end of the build; True where it happened first."""
    end = time.monotonic() + PATIENCE
    while build.poll() is None and time.monotonic() < end:
        if happened():
            return True
        time.sleep(0.0005)
    return False


def unfinished(study: Study) -> list[Path]:
    """What is being written now, or was by a build that is dead."""
    return [path for folder in steps.BUILT for path in (study.folder / folder).rglob(PATTERN)]


def kill_during(study: Study, step: str, outputs: list[str], moment: str) -> bool:
    """Delete a step's outputs, have them made, and kill all processes of the build in the middle of it."""
    for output in outputs:
        (study.folder / output).unlink(missing_ok=True)
    places = {(study.folder / output).parent for output in outputs}
    logs = [*(study.folder / "logs").glob(f"{step}.log"), *(study.folder / "logs" / step).glob("*.log")]
    for log in logs:
        log.unlink()
    signs: dict[str, Callable[[], bool]] = {
        "begun": lambda: any(log.exists() for log in logs),
        "writing": lambda: any(entry.name.endswith(SUFFIX) for place in places for entry in os.scandir(place)),
        "made": lambda: any((study.folder / output).exists() for output in outputs),
    }
    build = begin(study, *outputs[:1])
    happened = wait_until(signs[moment], build)
    if build.poll() is None:
        os.killpg(build.pid, signal.SIGKILL)
    build.wait()
    return happened


MOMENTS = ("begun", "writing", "made")


def hold(study: Study, step: str, outputs: list[str], moment: str) -> None:
    """Kill a step at a moment; nothing is half-written, and at last it is whole."""
    if not all((study.folder / output).exists() for output in outputs):
        study.build()  # a build of some results withdraws the verdict on leaks
    before = {output: result_digests.sha256_of(study.folder / output) for output in outputs}
    # What is written at once cannot always be met while it is written, and anything may be missed under load.
    met = any(kill_during(study, step, outputs, moment) for _ in range(1 if moment == "writing" else 3))
    assert met or moment == "writing", f"{step} was not met when {moment}"
    there = [output for output in outputs if (study.folder / output).exists()]
    assert [output for output in there if result_digests.sha256_of(study.folder / output) != before[output]] == []
    study.build(*outputs)
    assert {output: result_digests.sha256_of(study.folder / output) for output in outputs} == before
    assert unfinished(study) == []


@pytest.mark.exhaustive
@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("step", ["verify_published", "check_published"])
def test_a_step_that_the_small_study_lacks_can_be_killed(rebuilt: Study, step: str, moment: str) -> None:
    hold(rebuilt, step, outputs_by_step(rebuilt)[step], moment)


@pytest.mark.exhaustive
@pytest.mark.parametrize("moment", MOMENTS)
def test_every_step_can_be_killed(rebuilt_small: Study, moment: str) -> None:
    before = digests(rebuilt_small, *BUILT)
    found = outputs_by_step(rebuilt_small)
    assert {"anonymise_export", "plot_heatmaps", "package_study", "scan_results"} < found.keys()
    of_steps = [one for one in found.items() if "results/provenance/checkout.json" not in one[1]]  # as the folder is
    for step, outputs in of_steps:
        hold(rebuilt_small, step, outputs, moment)
    rebuilt_small.build()
    assert digests(rebuilt_small, *BUILT) == before


@pytest.mark.exhaustive
def test_a_build_that_is_killed_again_and_again_gets_there(built_small: Study, tmp_path: Path) -> None:
    """At moments that are drawn; every other time only Snakemake is killed, and its steps work on."""
    study = write_small_study(tmp_path / "small", with_citation=True)
    dice = random.Random(5)
    for number in range(4):
        build = begin(study)
        time.sleep(2 + dice.random() * 4)
        (os.killpg if number % 2 else os.kill)(build.pid, signal.SIGKILL)
        build.wait()
    study.build()
    assert digests(study, *BUILT) == digests(built_small, *BUILT)
    assert unfinished(study) == []
    assert "Nothing to be done" in study.build()


@pytest.mark.exhaustive
def test_a_second_build_is_refused_and_harms_nothing(rebuilt_small: Study) -> None:
    before = digests(rebuilt_small, *BUILT)
    shutil.rmtree(rebuilt_small.folder / "results/tables")
    first = begin(rebuilt_small)
    assert wait_until(lambda: (rebuilt_small.folder / "results/tables").exists(), first)
    listed = rebuilt_small.snakemake("--list-rules")
    others: list[subprocess.CompletedProcess[str]] = []
    while first.poll() is None:  # at any moment, since the first build removes results and makes them again
        others.append(rebuilt_small.snakemake(*(["--dry-run"] if len(others) % 2 else [])))
    assert first.returncode == 0, (rebuilt_small.folder.parent / "told").read_text()
    assert listed.returncode == 0
    assert len(others) > 2
    refused = (
        f"{rebuilt_small.folder}: a build is at work in this folder; nothing was changed. "
        "Wait until it has ended, then try again."
    )
    assert {(other.returncode, other.stdout.strip().splitlines()[-1]) for other in others[:-1]} == {(1, refused)}
    assert digests(rebuilt_small, *BUILT) == before


def hindered(study: Study, mount: str, *targets: str) -> str:
    """The output of a build that fails, in a view of the disk of its own where something is mounted."""
    private = ["unshare", "--mount"] if os.getuid() == 0 else ["unshare", "--map-root-user", "--mount"]
    try:
        subprocess.run([*private, "sh", "-c", f"set -e; {mount}"], cwd=study.folder, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"nothing can be mounted here: {getattr(error, 'stderr', b'') or error!r}")
    build = f'set -e; {mount}; cd "$PWD"; exec {shlex.join(command(study, *targets))}'
    run = subprocess.run(
        [*private, "sh", "-c", build], cwd=study.folder, text=True, check=False, stdout=-1, stderr=subprocess.STDOUT
    )
    assert run.returncode == 1, run.stdout
    assert "Traceback" not in run.stdout
    return run.stdout


@pytest.mark.exhaustive
@pytest.mark.parametrize(("folder", "step"), [("results/tables", "render_tables"), ("logs", "anonymise_export")])
def test_a_full_disk_is_told_in_a_sentence_a_file(rebuilt_small: Study, folder: str, step: str) -> None:
    before = digests(rebuilt_small, *BUILT)
    outputs = outputs_by_step(rebuilt_small)[step]
    for output in outputs:
        (rebuilt_small.folder / output).unlink()
    # One block, and that is taken.
    full = f"mount -t tmpfs -o size=4k tmpfs {folder}; echo full > {folder}/full"
    told = hindered(rebuilt_small, full, outputs[0])
    assert "it cannot be read or written (No space left on device). Fix the cause and run again." in told
    assert (rebuilt_small.folder / share_notice.NOTICE).exists()
    rebuilt_small.build()
    assert digests(rebuilt_small, *BUILT) == before
    assert unfinished(rebuilt_small) == []


@pytest.mark.exhaustive
@pytest.mark.parametrize("folder", [".", "results", ".snakemake"])
def test_a_folder_for_reading_only_is_told_in_one_sentence(rebuilt_small: Study, folder: str) -> None:
    before = digests(rebuilt_small, *BUILT)
    (rebuilt_small.folder / "results/tables/sample.html").unlink()
    told = hindered(rebuilt_small, f"mount --bind {folder} {folder}; mount -o remount,ro,bind {folder}")
    place = (rebuilt_small.folder / folder).absolute()
    assert f"{place}: nothing can be written in this folder. " in told
    rebuilt_small.build()
    assert digests(rebuilt_small, *BUILT) == before


def test_one_process_alone_may_build_and_steps_of_the_dead_are_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with elsewhere("locks.begin_build()"), pytest.raises(StudyError, match="a build is at work"):
        locks.begin_build()
    with elsewhere("step = locks.working(); step.__enter__()") as step:
        code = "from crosscase.running import locks; locks.begin_build()"
        build = subprocess.Popen([sys.executable, "-c", code], env=ENV, text=True, stderr=subprocess.PIPE)
        assert build.stderr
        assert "Waiting until the last steps of a build that was killed" in build.stderr.readline()
        with pytest.raises(subprocess.TimeoutExpired):
            build.wait(0.5)
        step.kill()
        build.communicate(timeout=PATIENCE)
        assert build.returncode == 0
    locks.begin_build()  # whoever held it is dead


ENV = os.environ | {"PYTHONPATH": str(Path(locks.__file__).parents[2])}


@contextmanager
def elsewhere(code: str) -> Iterator[subprocess.Popen[str]]:
    """Another process that does something and then stays, until it is killed."""
    code = f"from crosscase.running import locks; {code}; print(flush=True); input()"
    with subprocess.Popen([sys.executable, "-c", code], env=ENV, text=True, stdin=-1, stdout=-1) as process:
        assert process.stdout
        process.stdout.readline()
        yield process
        process.kill()


def test_a_disk_without_room_for_the_sentence_still_tells_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    Path("logs").mkdir()
    steps.PROBLEMS.symlink_to("/dev/full")
    Path("logs/a.log").symlink_to("/dev/full")
    with pytest.raises(SystemExit, match="3"), steps.logging_to("logs/a.log") as log:
        log("1 segment")
    told = "logs/a.log: it cannot be read or written (No space left on device). Fix the cause and run again.\n"
    assert capfd.readouterr().err == told
    with pytest.raises(SystemExit), steps.logging_to("logs/b.log"), files.replacing("t.csv") as stream:
        stream.write(b"x")
        raise OSError(28, "No space left on device")
    assert capfd.readouterr().err == told.replace("logs/a.log", "t.csv")
    assert not Path("t.csv").exists()
