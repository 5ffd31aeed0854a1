"""Which files are no longer as a build has made them: edited by hand, cut off by a full disk, or replaced.

Snakemake asks whether an input is newer than an output; it does not ask whether an output is still what its job
wrote. A table that somebody has edited would be listed, packed and sealed by the next build.

1. When a build ends, the size, times and digest of each output are written down. A file with the same size and times is
   taken for the same, so that a build with nothing to do reads none. The time at which a file's entry has changed
   (ctime) is among them: no program sets it back.
2. When the next build begins, the other files are read. Where no job has made the file again since, its digest must be
   the same. Where one has, before a build that was killed could write it down, its time must be that of Snakemake's
   record of the job.
3. A file that was changed is put aside, since it may be somebody's work. Its output is marked as unfinished: the next
   build that needs it makes it again, and a dry run lists it.
"""

import json
import shutil
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache
from hashlib import file_digest
from pathlib import Path

from crosscase.messages.wording import counted
from crosscase.running import job_records

LEDGER = Path(".snakemake/crosscase/outputs.json")
ASIDE = Path("data/restricted/changed_by_hand")  # as confidential as whatever somebody may have written into a file
_BETWEEN_STEPS = "data/processed/"  # nobody works on these tables, and they are large
_SHOWN = 3
_Entry = list[int | float | str | None]  # size, time of content, time of entry, digest, end of the job


class Outputs:
    """The outputs of a study's rules. `folders` has the outputs whose rules fill the whole folder around them."""

    def __init__(self, paths: Iterable[str], folders: Collection[str] = ()) -> None:
        self._paths = dict.fromkeys(paths)
        self._folders = {f"{Path(path).parent}/": path for path in folders}
        self._known = _read()

    def find_changed(self) -> list[str]:
        """The files that are not as their jobs wrote them, sorted. Of the others it is written down how they are."""
        found: dict[str, _Entry] = {}
        changed = []
        time_at_end = cache(job_records.modified_at_end)  # of an output, which may stand for hundreds of files
        for path, output in self._files():
            entry = self._entry(path, output, time_at_end)
            if entry is None:
                changed.append(path)
            if kept := entry or self._known.get(path):
                found[path] = kept
        deleted = [path for path in self._known.keys() - found.keys() if self._is_missing(path)]
        found |= {path: self._known[path] for path in deleted}
        if found != self._known:
            LEDGER.parent.mkdir(parents=True, exist_ok=True)
            LEDGER.write_text(json.dumps(found), encoding="utf-8")  # one that was cut off counts as none
        return sorted([*changed, *deleted])

    def make_again(self, changed: Iterable[str]) -> str:
        """Put these files aside and mark them, so that they are made again. Returns the sentence that says so."""
        names = list(changed)
        aside = [path for path in names if not path.startswith(_BETWEEN_STEPS) and Path(path).is_file()]
        for path in aside:
            _put_aside(path)
        for path in names:
            job_records.mark_unfinished(path if path in self._paths else self._output_of(path) or path)
        more = f" and {counted(len(names) - _SHOWN, 'more file')}" if len(names) > _SHOWN else ""
        kept = f" What was there is kept in {ASIDE}." if aside else ""
        return f"Changed since it was built, so it is made again: {', '.join(names[:_SHOWN])}{more}.{kept}"

    def _files(self) -> Iterator[tuple[str, str]]:
        """Each file that a job has made, if it is there, with the output that stands for it."""
        for output in self._paths:
            if Path(output).is_file() and self._has_ended(output):
                yield output, output
        for folder, output in self._folders.items():
            if self._has_ended(output):
                inside = sorted(str(path) for path in Path(folder).rglob("*") if path.is_file())
                yield from ((path, output) for path in inside if path not in self._paths)

    @staticmethod
    def _has_ended(output: str) -> bool:
        return not job_records.is_unfinished(output) and job_records.was_made(output)

    def _output_of(self, path: str) -> str | None:
        """The output that stands for a file in one of the folders; None for another file."""
        return next((output for folder, output in self._folders.items() if path.startswith(folder)), None)

    def _is_missing(self, path: str) -> bool:
        """Whether a file was taken out of a folder; a missing output is no news to Snakemake."""
        output = self._output_of(path)
        return path not in self._paths and output is not None and Path(output).is_file() and self._has_ended(output)

    def _entry(self, path: str, output: str, time_at_end: Callable[[str], float | None]) -> _Entry | None:
        """What the record keeps of a file; None if it is not as its job wrote it."""
        status, known = Path(path).stat(), self._known.get(path)
        now = [status.st_size, status.st_mtime_ns, status.st_ctime_ns]
        if known and known[:3] == now:
            return known
        with open(path, "rb") as stream:
            digest = file_digest(stream, "sha256").hexdigest()
        ended = time_at_end(output)
        if known and known[4] == ended:
            return [*now, digest, ended] if known[3] == digest else None
        fits = ended is None or (status.st_mtime == ended if path == output else status.st_mtime <= ended)
        return [*now, digest, ended] if fits else None


def _read() -> dict[str, _Entry]:
    try:
        found = json.loads(LEDGER.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _put_aside(path: str) -> None:
    """Copy a file to where only the team looks, beside earlier ones of its name."""
    target = ASIDE / path
    number = 1
    while target.exists():
        number += 1
        target = (ASIDE / path).with_stem(f"{Path(path).stem}.{number}")
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(path, target)
    target.chmod(0o600)
