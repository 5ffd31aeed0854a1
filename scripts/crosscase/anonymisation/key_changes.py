"""Rotation and destruction of the key of the pseudonyms.

Both may be interrupted at any point. A rotation copies and moves before it replaces the key, and never overwrites what
was retired before. A destruction first writes the note that keeps builds from making a new key; running it again
completes it.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from crosscase.anonymisation import keys
from crosscase.messages.errors import Problem, StudyError
from crosscase.running import locks, places, share_notice
from crosscase.storage import files, unfinished

RESTRICTED = keys.NOTE.parent
REPLACEMENTS = RESTRICTED / "replacements"
RETIRED = RESTRICTED / "retired"
# Of names, of words that may be names, and of places that lead from a pseudonym to a person.
LISTS = (
    *(RESTRICTED / name for name in ("identifiers", "review", "to_decide")),
    RESTRICTED / "reliability",  # the draw for double coding, whose rows are those of the published one
    RESTRICTED / "erasures/pending.json",  # the traces of a withdrawal that is not complete
    places.FOLDER,
    places.LOCATED_ISSUES,
    share_notice.LEAK_TABLE,
)

_ROTATION = """\
This gives the study a new key. The old key and its logs of replacements move to {place}.
The next build gives every participant, document and coder a new pseudonym, and new numbers to the placeholders. The
old pseudonyms stay in everything that was shared: copies of the archive, tables and notes. Decisions of a
review stay valid if their rows have the `document` and `words` of the queue; their ids no longer match.
"""
_ROTATED = """\
The study has a new key. The old key and its logs of replacements are in {place}. Show them to nobody.
The old logs name people, and a withdrawal does not change them: delete {place} when nobody uses
the old pseudonyms any more.
"""
_ANNOUNCED = """\
This destroys for good:
{things}
Afterwards nobody can make the same pseudonyms again, the results cannot be rebuilt, and no log says what was
replaced. Copies in other places are not destroyed.
"""
_BEGUN = """\
# The destruction of the key is not complete

Run `crosscase key destroy` again. Until then the key and some logs of replacements may still exist.
"""
_DESTROYED = """\
# The key of the pseudonyms was destroyed

This means:

- Nobody can make a pseudonym from a name again. The logs of replacements are deleted, also those of earlier keys.
- The files were overwritten and deleted. This is no guarantee: an SSD, a file system with a journal or snapshots,
  and every backup may still contain them. Other copies of the key and of `data/restricted` still exist: delete them.
- The data are not anonymous yet. While the exports and the register (`data/raw`) exist, here or with the teams,
  their words lead from a pseudonym to a person. What somebody said, or a group together with another fact such as a
  profession or an age, can identify a person without them.
{left}- The results are final. No build runs while this file exists: it would need a new key and give every participant
  another pseudonym, and the results that were shared would no longer match.

To build with a new key all the same: delete this file, `data/processed` and `results`, and `config/reliability.csv` if
people were drawn for double coding, and remove `key_file` from `config/study.yaml` if it is set there.
"""


@locks.no_build()
def announced_rotation(key_file: str, synthetic: bool) -> str:
    """A message that says what a rotation would do. Raises StudyError as `rotate` does."""
    return _ROTATION.format(place=_place_of_rotation(key_file, synthetic))


@locks.no_build()
def rotate(key_file: str, synthetic: bool) -> str:
    """Retire the key and the logs of replacements, make a new key, and return a message for the user.

    Raises StudyError if the study has no key of its own, if others can read the key, or if a build is running.
    """
    place = _place_of_rotation(key_file, synthetic)
    for folder in (RESTRICTED, RETIRED, place):
        keys.keep_private(str(folder))
    keys.refuse_published(str(place / "replacements"))
    _write(place / "pseudonym.key", Path(key_file).read_bytes())
    if REPLACEMENTS.exists():
        keys.keep_private(str(REPLACEMENTS))
        REPLACEMENTS.rename(place / "replacements")
    _write(Path(key_file).resolve(), keys.new())
    return _ROTATED.format(place=place)


def _place_of_rotation(key_file: str, synthetic: bool) -> Path:
    """Where a rotation puts the old key. Raises StudyError if there is none to rotate."""
    keys.stop_after_destruction()
    if keys.read(key_file, synthetic) == keys.DEMONSTRATION:
        raise StudyError(_demonstration(key_file))
    return RETIRED / str(1 + max((int(old.name) for old in RETIRED.glob("*") if old.name.isdecimal()), default=0))


@locks.no_build()
def announcement(key_file: str) -> str:
    """A message that lists what a destruction would destroy. Raises StudyError if it is refused or finds nothing."""
    things = list(_things(key_file))
    if not things and not (keys.NOTE.exists() and keys.NOTE.read_text(encoding="utf-8") == _BEGUN):
        what = "this study has no key and no log of replacements"
        raise StudyError(Problem(key_file, "", what, "Check that it is the right study: --study names its folder."))
    if Path(key_file).exists() and keys.DEMONSTRATION.hex().encode() in Path(key_file).read_bytes():
        raise StudyError(_demonstration(key_file))
    return _ANNOUNCED.format(things="\n".join(f"  {path}" for path in things))


def destroy(key_file: str) -> str:
    """Destroy the key and all logs of replacements, write the note, and return a message for the user."""
    keys.keep_private(str(RESTRICTED))
    files.write_text(keys.NOTE, _BEGUN)
    for thing in _things(key_file):
        for path in [thing] if thing.is_file() else thing.rglob("*"):
            if path.is_file():
                _write_over(path)
        if thing.is_dir():
            shutil.rmtree(thing)
    others = sorted(path.name for path in RESTRICTED.iterdir() if path != keys.NOTE)
    left = f"- Still in `data/restricted`: {', '.join(others)}. Check whether they name people.\n" if others else ""
    files.write_text(keys.NOTE, _DESTROYED.format(left=left))
    return f"The key is destroyed. Read {keys.NOTE}: it says what this means.\n"


def _things(key_file: str) -> Iterator[Path]:
    """The key, the logs, older keys and logs, the lists that name people, and unfinished files of all these."""
    key = Path(key_file)
    left = [*key.parent.glob(f".{key.name}.*{unfinished.SUFFIX}"), *RESTRICTED.glob(unfinished.PATTERN)]
    for path in dict.fromkeys([key, REPLACEMENTS, *LISTS, RETIRED, *sorted(left)]):
        if path.exists() or path.is_symlink():
            yield path


def _write(path: Path, content: bytes) -> None:
    """Write a key, readable only by its owner; it is on the disk when this returns."""
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
    what = "nothing was changed: this is the public demonstration key, which everybody has"
    return Problem(key_file, "", what, "A study of real interviews has a key of its own, see config/README.md.")
