"""The lines of a text file that a problem names: all of them, as somebody has to look at each."""

from collections.abc import Collection, Iterable
from pathlib import Path

from crosscase.messages.wording import agree, joined, runs


def lines_with(file: str, texts: Collection[str]) -> str:
    """The lines of a text file with some of these texts; nothing if it is no text file, or has none on one line."""
    return named(numbers_of_lines(file, texts))


def named(numbers: Iterable[int]) -> str:
    """How some lines are called: line 3, lines 3, 4 and 7 to 9; nothing for none."""
    numbers, lines = set(numbers), list[str]()
    for first, last in runs(numbers):
        lines += [f"{first} to {last}"] if last - first > 1 else map(str, range(first, last + 1))
    return f"{agree(len(numbers), 'line', 'lines')} {joined(lines)}" if lines else ""


def numbers_of_lines(file: str, texts: Collection[str]) -> list[int]:
    """The numbers of these lines."""
    lines = Path(file).read_text(encoding="utf-8-sig", errors="replace").splitlines()
    return [number for number, line in enumerate(lines, start=1) if any(text in line for text in texts)]
