"""The limits of an export: a broken or hostile file ends in an error message, not in exhausted memory or disk."""

from dataclasses import dataclass

MB = 2**20  # bytes; all limits in MB are of this size
_USUAL_MB = 100  # the limits of memory and time grow with larger files
_TIMES_ITS_SIZE = 10


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of every export. They are far above what real exports contain; `study.yaml` can change each."""

    memory_mb: int = 1024  # of the process that reads a file; a file above 100 MB may take ten times its size
    seconds: int = 30  # of processor time for reading a file; above 100 MB in proportion to its size
    unpacked_mb: int = 1024  # sum of what is read from an archive, unpacked
    packing_ratio: int = 200  # of a file in an archive; text shrinks to a tenth, at most to a hundredth
    columns: int = 5_000  # of a table
    cell_characters: int = 1_000_000
    row_characters: int = 20_000_000  # of a text table
    workbook_cells: int = 20_000_000  # of the smallest rectangle that contains all cells of a sheet
    code_levels: int = 100
    codings: int = 50_000_000

    def memory_for(self, size: int) -> int:
        """The memory, in MB, that reading a file of so many bytes may take."""
        return max(self.memory_mb, _TIMES_ITS_SIZE * size // MB)

    def seconds_for(self, size: int) -> int:
        """The processor time, in seconds, that reading a file of so many bytes may take."""
        return max(self.seconds, self.seconds * size // (_USUAL_MB * MB))


DEFAULT = Limits()
