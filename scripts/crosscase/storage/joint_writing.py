"""Several files that change together: all of them, or none."""

import stat
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from crosscase.storage import files, unfinished

_PRIVATE = 0o600


def replace_all(contents: Mapping[str, bytes]) -> None:
    """Replace the files in this order. They are written beside their places first; what then fails is undone.

    Raises OSError. A process that is killed between two of them leaves whole files, the first of them new.
    """
    before = {path: Path(path).read_bytes() if Path(path).exists() else None for path in contents}
    with ExitStack() as stack:
        for path, content in contents.items():
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            neighbour = unfinished.neighbour(Path(path))
            stack.callback(neighbour.unlink, missing_ok=True)
            mode = stat.S_IMODE(Path(path).stat().st_mode) if before[path] is not None else _PRIVATE
            with unfinished.writing(neighbour, mode) as stream:
                stream.write(content)
        done: list[str] = []
        try:
            for path in contents:
                done.append(path)
                rename(unfinished.neighbour(Path(path)), path)
        except BaseException:
            for path in done:
                _restore(path, before[path])
            raise


def rename(neighbour: Path, path: str) -> None:
    """Give a file that is whole its name."""
    neighbour.replace(path)


def _restore(path: str, content: bytes | None) -> None:
    if content is None:
        Path(path).unlink(missing_ok=True)
    elif Path(path).read_bytes() != content:
        with files.replacing(path, stat.S_IMODE(Path(path).stat().st_mode)) as stream:
            stream.write(content)
