"""What lies in the folder of the results, whoever put it there. Read while Snakemake parses the workflow."""

import os
from collections.abc import Collection, Iterator
from hashlib import sha256
from pathlib import Path

from crosscase.running.share_notice import LEAK_VERDICT, NOTICE
from crosscase.storage import unfinished

RESULTS = Path("results")


def files_to_scan(folder: Path) -> list[Path]:
    """All files below a folder that may be shared, sorted, without the two files that the leak scan itself writes."""
    return sorted(map(Path, _files_to_scan(folder)))


def _files_to_scan(folder: Path) -> Iterator[str]:
    """Their paths as texts, of which thousands are made much faster."""
    own = {str(folder / path.relative_to(RESULTS)) for path in (LEAK_VERDICT, NOTICE)}
    for place, folders, names in os.walk(folder):
        links = (name for name in folders if os.path.islink(f"{place}/{name}"))  # noqa: PTH114 (see above)
        paths = (f"{place}/{name}" for name in (*names, *links))
        yield from (path for path in paths if path not in own and not path.endswith(unfinished.SUFFIX))


def digest(made: Collection[str], folders: Collection[str]) -> str:
    """Digest of the results that no step makes, with their names, which may be the names of people.

    `made` are the paths of the results that steps make, `folders` the folders that one step makes as a whole.
    """
    known = {*made, *folders}
    found = sha256()
    made_whole = tuple(f"{folder}/" for folder in folders)
    unknown = (path for path in _files_to_scan(RESULTS) if path not in known and not path.startswith(made_whole))
    for path in sorted(map(Path, unknown)):
        content = path.read_bytes() if path.is_file() else b""
        found.update(f"{path}\0{sha256(content).hexdigest()}\0".encode())
    return found.hexdigest()
