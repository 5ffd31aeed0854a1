"""What may become of the key of the pseudonyms: another takes its place, or it is destroyed.

Each is done in such an order that it may be interrupted anywhere. A rotation copies and moves before it
replaces the key, and never writes over what was retired before. A destruction begins with the note that
keeps builds from making a new key, and is ended by running it again.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from crosscase.anonymisation import keys
from crosscase.messages.errors import Problem, StudyError
from crosscase.running import locks
from crosscase.storage import files

RESTRICTED = keys.NOTE.parent
REPLACEMENTS = RESTRICTED / "replacements"
RETIRED = RESTRICTED / "retired"
LISTS = (RESTRICTED / "identifiers", RESTRICTED / "review")  # of names, and of words that may be some

_ROTATED = """\
The study has a new key. The old one and its logs of replacements are in {place}, for your eyes only.
The next build gives every participant, document and coder another pseudonym, and the placeholders other
numbers. The old ones stay in all that was handed out: copies of the archive, tables and notes that name a
pseudonym. Decisions of a review hold on where their rows have the queue's `document` and `words`, not by their id.
The old logs name people, and a withdrawal does not reach them: delete {place} once nothing with
the old pseudonyms is in use.
"""
_ANNOUNCED = """\
This destroys, for good:
{things}
Afterwards nobody can make the same pseudonyms again, nothing can be rebuilt as it is, and no log says what
was replaced. Copies elsewhere are not reached.
"""
_BEGUN = """\
# The destruction of the key was begun and not ended

Run `make destroy-key` again. Until then some of the key and the logs of replacements may still be there.
"""
_DESTROYED = """\
# The key of the pseudonyms was destroyed

What is true now:

- No pseudonym can be made again from a name. The logs of what was replaced are gone, those of earlier keys too.
- The files were written over and deleted. That is no guarantee: an SSD, a file system with a journal or
  snapshots, and every backup may still hold them. Copies of the key and of `data/restricted` elsewhere are not
  reached: delete them where they are.
- The data are not anonymous by that. As long as the exports and the register (`data/raw`) exist, here or with
  the teams, their words lead from a pseudonym to a person; and what somebody said, or a country with a position,
  can tell who it was without any of them.
{left}- The results are final. No build runs while this file is here: it would need a new key and give everybody
  another pseudonym, and what was handed out would no longer fit.

To build with a new key all the same: delete this file, `data/processed` and `results`, and take `key_file` out
of `config/study.yaml` if it is there.
"""


@locks.no_build()
def rotate(key_file: str, synthetic: bool) -> str:
    """Retire the key and the logs of replacements, make a new key, and return what to tell about it.

    Raises StudyError where there is no key of the study's own, it lies open, or a build is under way.
    """
    keys.stop_after_destruction()
    if keys.read(key_file, synthetic) == keys.DEMONSTRATION:
        raise StudyError(_demonstration(key_file))
    place = RETIRED / str(1 + max((int(old.name) for old in RETIRED.glob("*") if old.name.isdecimal()), default=0))
    for folder in (RESTRICTED, RETIRED, place):
        keys.keep_private(str(folder))
    keys.refuse_published(str(place / "replacements"))
    _write(place / "pseudonym.key", Path(key_file).read_bytes())
    if REPLACEMENTS.exists():
        keys.keep_private(str(REPLACEMENTS))
        REPLACEMENTS.rename(place / "replacements")
    _write(Path(key_file).resolve(), keys.new())
    return _ROTATED.format(place=place)


@locks.no_build()
def announcement(key_file: str) -> str:
    """What a destruction would destroy. Raises StudyError where it may not, or has nothing to do."""
    things = list(_things(key_file))
    if not things and not (keys.NOTE.exists() and keys.NOTE.read_text(encoding="utf-8") == _BEGUN):
        what = "there is no key and no log of replacements here"
        raise StudyError(Problem(key_file, "", what, "Is this the folder of the study (STUDY=)?"))
    if Path(key_file).exists() and keys.DEMONSTRATION.hex().encode() in Path(key_file).read_bytes():
        raise StudyError(_demonstration(key_file))
    return _ANNOUNCED.format(things="\n".join(f"  {path}" for path in things))


def destroy(key_file: str) -> str:
    """Destroy the key and all logs of replacements, write the note, and return what to tell about it."""
    keys.keep_private(str(RESTRICTED))
    files.write_text(keys.NOTE, _BEGUN)
    for thing in _things(key_file):
        for path in [thing] if thing.is_file() else thing.rglob("*"):
            if path.is_file():
                _write_over(path)
        if thing.is_dir():
            shutil.rmtree(thing)
    others = sorted(path.name for path in RESTRICTED.iterdir() if path != keys.NOTE)
    left = f"- Still in `data/restricted`: {', '.join(others)}. See whether it names people.\n" if others else ""
    files.write_text(keys.NOTE, _DESTROYED.format(left=left))
    return f"Done. {keys.NOTE} says what is true now.\n"


def _things(key_file: str) -> Iterator[Path]:
    """The key, the logs, the older ones of both, and what else names people; what was being written, too."""
    key = Path(key_file)
    unfinished = [*key.parent.glob(f".{key.name}.*{files.UNFINISHED}"), *RESTRICTED.glob(f".*{files.UNFINISHED}")]
    for path in dict.fromkeys([key, REPLACEMENTS, *LISTS, RETIRED, *sorted(unfinished)]):
        if path.exists() or path.is_symlink():
            yield path


def _write(path: Path, content: bytes) -> None:
    """Write a key that is on the disk, and its owner's alone, when this returns."""
    with files.replacing(path, mode=0o600) as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _write_over(path: Path) -> None:
    target = path.resolve()
    target.chmod(0o600)
    with target.open("r+b") as stream:
        stream.write(os.urandom(target.stat().st_size))
        stream.flush()
        os.fsync(stream.fileno())
    for name in (target, path):
        name.unlink(missing_ok=True)


def _demonstration(key_file: str) -> Problem:
    what = "nothing was done: it is the published demonstration key, which everybody has"
    return Problem(key_file, "", what, "A study of real interviews has a key of its own, see config/README.md.")
