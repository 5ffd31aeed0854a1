"""What a file is called while it is being written: it gets its own name only when it is whole."""

import os
from pathlib import Path

SUFFIX = ".part"
PATTERN = f".*{SUFFIX}"


def neighbour(path: Path) -> Path:
    """The hidden file beside `path` that this process writes first."""
    return path.parent / f".{path.name}.{os.getpid()}{SUFFIX}"
