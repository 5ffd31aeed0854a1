"""A small codebook as every tool writes it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from tests.reconstruction.writers import codebooks as writers
from tests.reconstruction.writers.codebooks import Code

Write = Callable[[Sequence[Code], Path], None]
WRITERS: dict[str, tuple[Write, str]] = {
    "REFI-QDA": (writers.write_qdc, "REFI-QDA"),
    "MAXQDA": (writers.write_maxqda, "MAXQDA"),
    "NVivo": (writers.write_nvivo, "NVivo"),
    "ATLAS.ti codebook": (writers.write_atlasti, "ATLAS.ti"),
    "ATLAS.ti Code Manager": (writers.write_atlasti_manager, "ATLAS.ti"),
    "Taguette": (writers.write_taguette, "Taguette"),
}
SOME = [Code(("Barriers",), "Of whoever."), Code(("Barriers", "Time, money")), Code(("Hope",), "Lost.")]


def code(path: str, definition: str = "", codable: bool = True) -> Code:
    """A code by its path, such as Barriers > Time."""
    return Code(tuple(path.split(" > ")), definition, codable)
