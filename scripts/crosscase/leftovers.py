"""What lies in the folder of the results, whoever put it there. Read while Snakemake parses the workflow."""

from pathlib import Path

VERDICT = Path("leaks/verdict.txt")  # of the scan for leaks, below the results
NOTICE = Path("DO-NOT-HAND-ON.txt")  # lies there until a scan has passed
_UNFINISHED = ".part"  # ends the name of what is still being written


def published(folder: Path) -> list[Path]:
    """All files below a folder that are handed on, sorted: all but what the scan for leaks itself has written."""
    own = {folder / VERDICT, folder / NOTICE}
    files = (path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir())
    return sorted(path for path in files if path not in own and not path.name.endswith(_UNFINISHED))
