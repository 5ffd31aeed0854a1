"""The dialects of REFI-QDA that real files speak: archive, GUIDs, text and positions."""

from dataclasses import dataclass
from typing import Literal

Style = Literal["nvivo_windows", "code_points"]

BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Dialect:
    """How one family of tools writes the archive, its GUIDs, its text and its positions."""

    folder: str
    named_after_project: bool
    marked: bool
    upper_guids: bool
    line_end: str
    unit: Literal["utf-16-le", "utf-32-le"]
    variables_on_cases: bool
    quotes: bool

    def position(self, text: str, offset: int) -> int:
        """Count the units before a code-point offset, line ends as this dialect writes them."""
        before = text[:offset].replace("\n", self.line_end)
        return len(before.encode(self.unit)) // len(" ".encode(self.unit))

    def source(self, text: str) -> bytes:
        """Encode a transcript as this dialect stores it."""
        return (BOM if self.marked else b"") + text.replace("\n", self.line_end).encode()


DIALECTS: dict[Style, Dialect] = {
    "nvivo_windows": Dialect("Sources", True, True, False, "\r\n", "utf-16-le", True, False),
    "code_points": Dialect("sources", False, False, True, "\n", "utf-32-le", False, True),
}
