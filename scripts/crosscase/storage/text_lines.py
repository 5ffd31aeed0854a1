"""The lines of a text file that a problem names."""

from collections.abc import Collection
from pathlib import Path

from crosscase.messages.wording import agree, joined

_MOST = 5  # lines that a problem names


def lines_with(file: str, texts: Collection[str]) -> str:
    """The lines of a text file with some of these texts; nothing if it is no text file, or has none on one line."""
    numbers = numbers_of_lines(file, texts)
    return f"{agree(len(numbers), 'line', 'lines')} {joined(map(str, numbers), _MOST)}" if numbers else ""


def numbers_of_lines(file: str, texts: Collection[str]) -> list[int]:
    """The numbers of these lines."""
    lines = Path(file).read_text(encoding="utf-8-sig", errors="replace").splitlines()
    return [number for number, line in enumerate(lines, start=1) if any(text in line for text in texts)]
