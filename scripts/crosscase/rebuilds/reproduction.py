"""Build the study of this folder again, in two fresh copies, and compare what comes out.

1. The pipeline is copied as a clone would hold it, and of the study its configuration and the files that
   this names. The copies lie in a private folder within the study, so that what is confidential stays on
   the disk that its owner chose; they are deleted at the end.
2. They are built one after the other, in surroundings that differ in all that results must not depend on.
3. The verdict is about the core of the results (see `listing`), since the page shows the verdict. Once it
   is known, both copies are built on with it, and then every file is compared.
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
from crosscase.provenance import result_digests
from crosscase.provenance.result_digests import LIST, RESULTS, VERDICT
from crosscase.rebuilds import differences
from crosscase.rebuilds.surroundings import VARIED, Surroundings, both
from crosscase.running import locks
from crosscase.running.pipeline import SCHEMA
from crosscase.storage import files
from crosscase.study import configuration, facts

FOLDER = Path(".rebuilds")
_SHOWN = 5  # files of which is told what differs in them
_NOT_OF_A_CLONE = ("results", "logs", "data/processed", "data/restricted")


class Copy:
    """A fresh copy of pipeline and study, and how it is built."""

    def __init__(self, pipeline: Path, needed: Iterable[str], around: Surroundings) -> None:
        self.around = around
        self.place = FOLDER.absolute() / around.folder
        beside = pipeline != Path.cwd()
        self.pipeline = self.place / "pipeline"
        self.study = self.place / "study" if beside else self.pipeline
        self._copy(pipeline, clone_of(pipeline), self.pipeline)
        self._copy(Path.cwd(), needed, self.study)

    def _copy(self, source: Path, names: Iterable[str], target: Path) -> None:
        for name in sorted(names, reverse=self.around.backwards):
            path = target / name
            path.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source / name, path)
            if self.around.date is not None:
                os.utime(path, (self.around.date, self.around.date))

    def build(self) -> dict[str, str]:
        """Build what is not built yet, and return the digests of all results. Raises StudyError."""
        home, log = self.place / "home", self.place / "log.txt"
        settings = home / ".config/matplotlib/matplotlibrc"
        (home / "tmp").mkdir(parents=True, exist_ok=True)
        files.write_text(settings, self.around.matplotlib)
        variables = {**self.around.variables, "HOME": str(home), "TMPDIR": str(home / "tmp")}
        where = ["--snakefile", str(self.pipeline / "Snakefile"), "--directory", str(self.study)]
        command = [sys.executable, "-m", "snakemake", "--cores", str(self.around.cores), *where]
        with log.open("ab") as output:
            run = subprocess.run(  # noqa: S603 (our own command, without a shell)
                command,
                cwd=self.study,
                env=variables,
                umask=self.around.umask,
                stdout=output,
                stderr=subprocess.STDOUT,
                check=False,
            )
        if run.returncode:
            last = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()[-20:]
            what = "a fresh copy of it does not build; its last words:\n" + "\n".join(last)
            raise StudyError(Problem(str(Path.cwd()), "", what))
        return result_digests.digests(self.study / RESULTS)

    def holds(self, verdict: str) -> bool:
        """Whether this is the verdict that the copy was built with."""
        path = self.study / VERDICT
        return path.exists() and path.read_text(encoding="utf-8") == verdict


def clone_of(folder: Path) -> list[str]:
    """The files of the pipeline that a clone would hold; where git does not know, all that are no products."""
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


def needed_files(known: facts.Study) -> set[str]:
    """The files of this folder that a build of its study needs, those with its key among them."""
    folders = ["config"]
    if not known.synthetic or known.key_file == facts.DEFAULT_KEY:
        if not Path(known.key_file).exists():
            what = "this study has no key yet, and two builds would make two"
            raise StudyError(Problem(known.key_file, "", what, "Build it first, then reproduce it."))
        folders.append("data/restricted")
    names = {path.as_posix() for folder in folders for path in Path(folder).rglob("*") if path.is_file()}
    names |= {path for path in facts.files_of(known).values() if not Path(path).is_absolute()}
    return names | ({VERDICT} if Path(VERDICT).exists() else set())


def reproduce(pipeline: Path, rewrite: bool, tell: Callable[[str], object]) -> bool:
    """Build this folder's study twice; say whether both builds and the list of its results agree.

    Writes the verdict; with `rewrite`, or where there is none yet, also the list. Raises StudyError.
    """
    needed = needed_files(configuration.read(facts.CONFIG, SCHEMA))
    keys.keep_private(str(FOLDER))
    files.write_text(FOLDER / ".gitignore", "*\n")
    with locks.alone(FOLDER / "lock", "this study is being reproduced already"):
        _clear()  # what a killed one has left
        try:
            return _compare([Copy(pipeline, needed, around) for around in both()], rewrite, tell)
        finally:
            _clear()


def _clear() -> None:
    for path in FOLDER.iterdir():
        if path.is_dir():
            shutil.rmtree(path)


def _compare(copies: list[Copy], rewrite: bool, tell: Callable[[str], object]) -> bool:
    rewrite = rewrite or not Path(LIST).exists()
    one, other = _built(copies, tell)
    listed = one if rewrite else result_digests.read(LIST)
    same = result_digests.core(one) == result_digests.core(other) == result_digests.core(listed)
    verdict = _verdict(one, same)
    if same and any(not copy.holds(verdict) for copy in copies):
        tell("Built on with the verdict, which the page shows.")
        for copy in copies:
            files.write_text(copy.study / VERDICT, verdict)
        one, other = _built(copies, tell)
        listed = one if rewrite else listed
    if one == other and rewrite:
        files.write_text(LIST, result_digests.text(one))
        tell(f"{LIST} is written anew.")
    for line in (*_between_builds(copies, one, other), *_from_list(copies[0], listed, one)):
        tell(line)
    same = one == other == listed
    files.write_text(VERDICT, verdict if same else _verdict(one, False))
    return same


def _built(copies: list[Copy], tell: Callable[[str], object]) -> list[dict[str, str]]:
    found = []
    for number, copy in enumerate(copies, 1):
        started = time.monotonic()
        found.append(copy.build())
        tell(f"Build {number} of {len(copies)}: {len(found[-1])} files, {time.monotonic() - started:.0f} s.")
    return found


def _verdict(found: Mapping[str, str], same: bool) -> str:
    core = result_digests.core(found)
    facts = {
        "verdict": "same" if same else "different",
        "files": len(core),
        "core_sha256": result_digests.core_sha256(core),
    }
    return json.dumps({**facts, "varied": VARIED}, indent=2) + "\n"


def _between_builds(copies: list[Copy], one: Mapping[str, str], other: Mapping[str, str]) -> Iterator[str]:
    """What to tell of the files in which two builds differ."""
    for number, name in enumerate(unequal(one, other)):
        yield f"{RESULTS}/{name}: two builds differ" + (":" if number < _SHOWN else "")
        if number < _SHOWN:
            yield differences.between(*(copy.study / RESULTS / name for copy in copies))


def _from_list(copy: Copy, listed: Mapping[str, str], found: Mapping[str, str]) -> Iterator[str]:
    """What to tell of the files that are not as the list has them; what they were is known only if they are here."""
    shown = 0
    for name in unequal(listed, found):
        here = Path(RESULTS, name)
        if name not in listed or name not in found:
            what = "was built and is not there" if name in found else "is there and was not built"
            yield f"{here}: {what} ({LIST})"
        elif shown < _SHOWN and here.exists() and result_digests.sha256_of(here) == listed[name]:
            shown += 1
            yield f"{here}: a build differs from {LIST}:"
            yield differences.between(here, copy.study / here)
        else:
            yield f"{here}: a build differs from {LIST}"


def unequal(one: Mapping[str, str], other: Mapping[str, str]) -> list[str]:
    """The files that two lists of digests do not have in common, sorted."""
    return sorted({name for name, _ in one.items() ^ other.items()})
