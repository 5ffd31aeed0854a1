"""What lies in the folder of the results, whoever put it there. Read while Snakemake parses the workflow."""

from collections.abc import Collection
from hashlib import sha256
from pathlib import Path

from crosscase.running.steps import LEAK_VERDICT, NOTICE
from crosscase.storage import unfinished

RESULTS = Path("results")


def files_to_scan(folder: Path) -> list[Path]:
    """All files below a folder that may be shared, sorted, without the two files that the leak scan itself writes."""
    own = {folder / path.relative_to(RESULTS) for path in (LEAK_VERDICT, NOTICE)}
    files = (path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir())
    return sorted(path for path in files if path not in own and not path.name.endswith(unfinished.SUFFIX))


def digest(made: Collection[str], folders: Collection[str]) -> str:
    """Digest of the results that no step makes, with their names, which may be the names of people.

    `made` are the paths of the results that steps make, `folders` the folders that one step makes as a whole.
    """
    known = set(made)
    found = sha256()
    for path in files_to_scan(RESULTS):
        if str(path) not in known and not any(path.is_relative_to(folder) for folder in folders):
            content = path.read_bytes() if path.is_file() else b""
            found.update(f"{path}\0{sha256(content).hexdigest()}\0".encode())
    return found.hexdigest()
