"""What an export may hold at the most: a broken or hostile file ends in a sentence, not in a full machine."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of every export. They are far above what exports hold; `study.yaml` may change each."""

    unpacked_mb: int = 1024  # what is read of an archive, unpacked, in sum
    packing_ratio: int = 200  # of a file in an archive; texts are packed to a tenth, at the most to a hundredth
    columns: int = 5_000  # of a table
    cell_characters: int = 1_000_000
    workbook_cells: int = 20_000_000  # of the smallest rectangle that holds all cells of a sheet
    workbook_mb: int = 4096  # memory of the process that reads a workbook
    code_levels: int = 100
    codings: int = 50_000_000


DEFAULT = Limits()
