"""Files that must stay as they were read until something is written: a person may edit them while a command asks."""

from collections.abc import Iterable, Mapping
from hashlib import file_digest

from crosscase.messages.errors import Problem, StudyError

_AGAIN = "Nothing was written. Run the command again."


def digest_of(path: str) -> str:
    """The SHA-256 of a file; empty if it cannot be read."""
    try:
        with open(path, "rb") as stream:
            return file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""


def digests(paths: Iterable[str]) -> dict[str, str]:
    """The digest of each file."""
    return {path: digest_of(path) for path in paths}


def stop_on_change(before: Mapping[str, str]) -> None:
    """Raise StudyError for each file that has not its former digest any more."""
    changed = [path for path, digest in before.items() if digest_of(path) != digest]
    if changed:
        raise StudyError(Problem(path, "", "it was changed while the command ran", _AGAIN) for path in changed)
