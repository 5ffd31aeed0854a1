"""Where Snakemake keeps what it knows of a file that a job has made: a file of its own for each.

The name of such a record is the output's path in URL-safe Base64; a name that is too long for a file is split, and all
parts except the last are folders that begin with `@`. Records in `metadata` stay until the output is made again. Those
in `incomplete` lie there while a job is at work, and after a build that was killed: the next build makes their outputs
again.
"""

import json
import os
from base64 import urlsafe_b64decode, urlsafe_b64encode
from pathlib import Path

METADATA = Path(".snakemake/metadata")
UNFINISHED = Path(".snakemake/incomplete")


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


def is_unfinished(output: str) -> bool:
    """Whether a job was at work on the output when its build was killed, or the output has been marked."""
    return path_of(output, UNFINISHED).is_file()


def mark_unfinished(output: str) -> None:
    """Let the next build make the output again."""
    record = path_of(output, UNFINISHED)
    record.parent.mkdir(parents=True, exist_ok=True)
    record.write_text('{"external_jobid": null}', encoding="utf-8")


def modified_at_end(output: str) -> float | None:
    """When the output had been modified last, in seconds, as its job ended; None without a whole record."""
    try:
        found = json.loads(path_of(output).read_text(encoding="utf-8")).get("endtime")
    except (OSError, ValueError, AttributeError):
        return None
    return found if isinstance(found, float | int) else None
