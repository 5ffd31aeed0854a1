"""What is compared of a build: its cells, the codings behind them, and who was interviewed."""

from pathlib import Path

from crosscase.changes.cell_changes import Build
from crosscase.notebooks import results
from crosscase.storage import frames
from crosscase.storage.schemas import Cell, CellCoding


def read(path: str | Path) -> Build:
    """The build in a folder of a study or of results, or in a package. Raises StudyError where there is none."""
    found = results.open(path)
    return Build(
        list(frames.to_rows(found.cells(), Cell)),
        list(frames.to_rows(found.cell_codings(), CellCoding)),
        frozenset(found.participants()["participant"]),
    )
