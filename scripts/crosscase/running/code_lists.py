"""The code of a step as one input of it: a file that lists its modules with their digests.

A step has some fifty modules. Snakemake looks at each input of a job several times and records its digest once for each
output, which for that many files is a tenth of the time of a small build. A list changes only when a digest in it does.
"""

import os
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path

FOLDER = ".snakemake/crosscase/code/"


def write(name: str, code: Iterable[Path], pipeline: Path) -> str:
    """Write the list of a step's code, by paths in the pipeline, unless it is there. Returns its path in the study."""
    lines = sorted(f"{_path(file, pipeline)}\t{_digest(file)}\n" for file in code)
    path, text = Path(f"{FOLDER}{name}.txt"), "".join(lines)
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")  # one that was cut off differs, and is written again
    return path.as_posix()


def read(path: str) -> dict[str, str]:
    """SHA-256 of each file that a list names."""
    lines = Path(path).read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines)


@cache
def _path(file: Path, pipeline: Path) -> str:
    return os.path.relpath(file, pipeline)


@cache
def _digest(file: Path) -> str:
    return sha256(file.read_bytes()).hexdigest()
