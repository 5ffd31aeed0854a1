"""Where Snakemake keeps what it knows of a file that a job has made: a file of its own for each.

The name of such a record is the output's path in URL-safe Base64; a name that is too long for a file is split, and all
parts except the last are folders that begin with `@`.
"""

import os
from base64 import urlsafe_b64decode, urlsafe_b64encode
from pathlib import Path

METADATA = Path(".snakemake/metadata")


def path_of(output: str, folder: Path = METADATA) -> Path:
    """The record of an output."""
    name = urlsafe_b64encode(output.encode()).decode()
    longest = os.pathconf(folder, "PC_NAME_MAX") - 1 if folder.is_dir() else 254
    parts = [name[start : start + longest] for start in range(0, len(name), longest)]
    return folder.joinpath(*(f"@{part}" for part in parts[:-1]), parts[-1])


def output_of(record: Path) -> str:
    """The output of a record, which is given by its path within its folder."""
    return urlsafe_b64decode("".join(part.removeprefix("@") for part in record.parts)).decode()


def was_made(output: str) -> bool:
    """Whether a job has made a file of this path."""
    return path_of(output).is_file()
