"""The limits of an export: a broken or hostile file ends in an error message, not in exhausted memory or disk."""

from dataclasses import dataclass

MB = 2**20  # bytes; all limits in MB are of this size


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of every export. They are far above what real exports contain; `study.yaml` can change each."""

    unpacked_mb: int = 1024  # sum of what is read from an archive, unpacked
    packing_ratio: int = 200  # of a file in an archive; text shrinks to a tenth, at most to a hundredth
    columns: int = 5_000  # of a table
    cell_characters: int = 1_000_000
    workbook_cells: int = 20_000_000  # of the smallest rectangle that contains all cells of a sheet
    workbook_mb: int = 4096  # memory of the process that reads a workbook
    code_levels: int = 100
    codings: int = 50_000_000


DEFAULT = Limits()
