"""What a file is called while it is being written: it gets its own name only when it is whole."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

SUFFIX = ".part"
PATTERN = f".*{SUFFIX}"


def neighbour(path: Path) -> Path:
    """The hidden file beside `path` that this process writes first."""
    return path.parent / f".{path.name}.{os.getpid()}{SUFFIX}"


@contextmanager
def writing(neighbour: Path, mode: int) -> Iterator[IO[bytes]]:
    """Open the file that is written first. It is on the disk, complete even after a power cut, before
    it gets its name.

    `mode` is subject to the umask, as with any new file.
    """
    with open(os.open(neighbour, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode), "wb") as stream:
        yield stream
    file = os.open(neighbour, os.O_RDONLY)  # the stream may have been closed by a wrapper
    try:
        os.fsync(file)
    finally:
        os.close(file)
