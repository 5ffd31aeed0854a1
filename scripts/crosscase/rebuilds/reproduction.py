"""Two builds of the study in this folder, in fresh copies, and the comparison of their results.

1. The pipeline is copied as in a clone. The study's configuration and the files that it names are copied. The copies
   are in a private folder within the study, so that confidential files stay on the disk that their owner chose, and
   are deleted at the end.
2. They are built one after the other, in surroundings that differ in everything that results must not depend on.
3. The verdict and the list are about the results that readers read (see `result_digests`), since the page shows the
   verdict. Then the builds of both copies continue with the verdict, and every file is compared.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from crosscase.anonymisation import keys
from crosscase.messages.errors import Problem, StudyError
from crosscase.messages.wording import counted
from crosscase.provenance import result_digests
from crosscase.provenance.result_digests import LIST, RESULTS, VERDICT
from crosscase.rebuilds import differences
from crosscase.rebuilds.surroundings import VARIED, Surroundings, both
from crosscase.running import locks
from crosscase.running.pipeline import SCHEMA
from crosscase.storage import files
from crosscase.study import configuration, facts, named_files

FOLDER = Path(".rebuilds")
_SHOWN = 5  # files whose differences are shown
_NOT_OF_A_CLONE = ("results", "logs", "data/processed", "data/restricted")


class Copy:
    """A fresh copy of pipeline and study, and the surroundings of its build."""

    def __init__(self, pipeline: Path, needed: Iterable[str], surroundings: Surroundings) -> None:
        self.surroundings = surroundings
        self.place = FOLDER.absolute() / surroundings.folder
        beside = pipeline != Path.cwd()
        self.pipeline = self.place / "pipeline"
        self.study = self.place / "study" if beside else self.pipeline
        self._copy(pipeline, clone_of(pipeline), self.pipeline)
        self._copy(Path.cwd(), needed, self.study)

    def _copy(self, source: Path, names: Iterable[str], target: Path) -> None:
        for name in sorted(names, reverse=self.surroundings.backwards):
            path = target / name
            path.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source / name, path)
            if self.surroundings.date is not None:
                os.utime(path, (self.surroundings.date, self.surroundings.date))

    def build(self) -> dict[str, str]:
        """Build what is missing, and return the digests of all results. Raises StudyError."""
        home, log = self.place / "home", self.place / "log.txt"
        settings = home / ".config/matplotlib/matplotlibrc"
        (home / "tmp").mkdir(parents=True, exist_ok=True)
        files.write_text(settings, self.surroundings.matplotlib)
        variables = {**self.surroundings.variables, "HOME": str(home), "TMPDIR": str(home / "tmp")}
        where = ["--snakefile", str(self.pipeline / "Snakefile"), "--directory", str(self.study)]
        command = [sys.executable, "-P", "-m", "snakemake", "--cores", str(self.surroundings.cores), *where]
        with log.open("ab") as output:
            run = subprocess.run(  # noqa: S603 (our own command, without a shell)
                command,
                cwd=self.study,
                env=variables,
                umask=self.surroundings.umask,
                stdout=output,
                stderr=subprocess.STDOUT,
                check=False,
            )
        if run.returncode:
            last = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()[-20:]
            problems = [Problem(str(Path.cwd()), "", "a fresh copy does not build. The end of its log follows")]
            raise StudyError([*problems, *(Problem("log", "", line) for line in last if line)])
        return result_digests.digests(self.study / RESULTS)

    def holds(self, verdict: str) -> bool:
        """Whether the copy was built with this verdict."""
        path = self.study / VERDICT
        return path.exists() and path.read_text(encoding="utf-8") == verdict


def clone_of(folder: Path) -> list[str]:
    """The files of the pipeline that a clone contains; without git all files except products."""
    command = ["git", "-C", str(folder), "ls-files", "-z"]
    try:
        run = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
        names = [name for name in run.stdout.split("\0") if name]
    except OSError:
        names = []
    if "Snakefile" not in names:
        paths = [path.relative_to(folder) for path in folder.rglob("*")]
        names = [
            path.as_posix()
            for path in paths
            if not any(part.startswith(".") or part == "__pycache__" for part in path.parts)
            and not any(path.is_relative_to(product) for product in _NOT_OF_A_CLONE)
        ]
    return [name for name in names if (folder / name).is_file()]


def needed_files(study: facts.Study) -> set[str]:
    """The files of this folder that a build of its study needs, including those with its key."""
    keys.stop_after_destruction()
    folders = ["config"]
    if not study.synthetic or study.key_file == facts.DEFAULT_KEY:
        if not Path(study.key_file).exists():
            what = "this study has no key yet, so each of the two builds would make one"
            raise StudyError(Problem(study.key_file, "", what, "Build the study first, then reproduce it."))
        folders.append("data/restricted")
    names = {path.as_posix() for folder in folders for path in Path(folder).rglob("*") if path.is_file()}
    names |= {path for path in named_files.needed(study).values() if not Path(path).is_absolute()}
    return names | ({VERDICT} if Path(VERDICT).exists() else set())


def reproduce(pipeline: Path, rewrite: bool, report: Callable[[str], object]) -> bool:
    """Build this folder's study twice; return whether both builds and the list of its results agree.

    Writes the verdict. Also writes the list with `rewrite`, or if there is none yet. Raises StudyError.
    """
    needed = needed_files(configuration.read(facts.CONFIG, SCHEMA))
    keys.keep_private(str(FOLDER))
    files.write_text(FOLDER / ".gitignore", "*\n")
    with locks.alone(FOLDER / "lock", "another run of this command is reproducing this study"):
        _clear()  # the rest of a killed run
        try:
            return _compare([Copy(pipeline, needed, surroundings) for surroundings in both()], rewrite, report)
        finally:
            _clear()


def _clear() -> None:
    for path in FOLDER.iterdir():
        if path.is_dir():
            shutil.rmtree(path)


def _compare(copies: list[Copy], rewrite: bool, report: Callable[[str], object]) -> bool:
    rewrite = rewrite or not Path(LIST).exists()
    one, other = _built(copies, report)
    read, read_in_other = (result_digests.of_readers(copy.study / RESULTS) for copy in copies)
    listed = read if rewrite else result_digests.read(LIST)
    same = read == read_in_other == listed
    verdict = _verdict(read, same)
    if same and any(not copy.holds(verdict) for copy in copies):
        report("The results are the same. Both builds continue, so that the page shows this verdict.")
        for copy in copies:
            files.write_text(copy.study / VERDICT, verdict)
        one, other = _built(copies, report)
    if one == other and rewrite:
        files.write_text(LIST, result_digests.text(read))
        report(f"{LIST} is written: {counted(len(read), 'digest')}.")
    for line in (*_between_builds(copies, one, other), *_from_list(copies[0], listed, read)):
        report(line)
    same = same and one == other
    if same:
        report(f"Both builds are the same: {counted(len(one), 'file')}.")
    files.write_text(VERDICT, verdict if same else _verdict(read, False))
    return same


def _built(copies: list[Copy], report: Callable[[str], object]) -> list[dict[str, str]]:
    found = []
    for number, copy in enumerate(copies, 1):
        started = time.monotonic()
        found.append(copy.build())
        report(
            f"Build {number} of {len(copies)}: {counted(len(found[-1]), 'file')}, {time.monotonic() - started:.0f} s."
        )
    return found


def _verdict(found: Mapping[str, str], same: bool) -> str:
    facts = {
        "verdict": "same" if same else "different",
        "files": len(found),
        "core_sha256": result_digests.together(found),
    }
    return json.dumps({**facts, "varied": VARIED}, indent=2) + "\n"


def _between_builds(copies: list[Copy], one: Mapping[str, str], other: Mapping[str, str]) -> Iterator[str]:
    """Lines on the files in which two builds differ."""
    for number, name in enumerate(unequal(one, other)):
        yield f"{RESULTS}/{name}: two builds differ" + (":" if number < _SHOWN else "")
        if number < _SHOWN:
            yield differences.between(*(copy.study / RESULTS / name for copy in copies))


def _from_list(copy: Copy, listed: Mapping[str, str], found: Mapping[str, str]) -> Iterator[str]:
    """Lines on the files that differ from the list. Differences are only shown if the listed file is in `results`."""
    shown = 0
    for name in unequal(listed, found):
        present = Path(RESULTS, name)
        if name not in listed or name not in found:
            what = f"was built, but is not in {LIST}" if name in found else f"is in {LIST}, but was not built"
            yield f"{present}: {what}"
        elif shown < _SHOWN and present.exists() and result_digests.sha256_of(present) == listed[name]:
            shown += 1
            yield f"{present}: a build differs from {LIST}:"
            yield differences.between(present, copy.study / present)
        else:
            yield f"{present}: a build differs from {LIST}"


def unequal(one: Mapping[str, str], other: Mapping[str, str]) -> list[str]:
    """The files in which two lists of digests differ, sorted."""
    return sorted({name for name, _ in one.items() ^ other.items()})
