"""The comparison of two codebooks as text for the terminal and as a table."""

from collections.abc import Iterator
from itertools import groupby

from crosscase.codebooks.comparison import Change, Comparison
from crosscase.codebooks.listed import CodePath, ListedCodebook
from crosscase.coding.codebook import SEPARATOR
from crosscase.messages.wording import counted, number

COLUMNS = ("change", "old", "new", "detail", "before", "after")


def text(old: ListedCodebook, new: ListedCodebook, comparison: Comparison) -> str:
    """The report as plain text: the number of codes of each, the number of changes, each change."""
    lines = [f"{name}: {book.path} ({book.format}), {_codes(book)}" for name, book in (("old", old), ("new", new))]
    groups = {kind: list(changes) for kind, changes in groupby(comparison.changes, key=lambda change: change.kind)}
    stayed = [f"{number(len(comparison.same))} in the same place"]
    stayed += [f"{number(len(comparison.along))} moved together with a level above"] if comparison.along else []
    lines.append(", ".join([*stayed, *(f"{len(changes)} {kind}" for kind, changes in groups.items())]))
    for kind, changes in groups.items():
        lines += ["", f"{kind} ({len(changes)})", *map(_line, changes)]
    return "\n".join([*lines, ""])


def rows(comparison: Comparison) -> Iterator[tuple[str, ...]]:
    """The changes as rows of a table, in the order of `COLUMNS`."""
    for change in comparison.changes:
        paths = _joined(change.old), _joined(change.new)
        yield (str(change.kind), *paths, change.detail, change.before, change.after)


def _codes(book: ListedCodebook) -> str:
    levels = len(book.codes) - book.count
    more = f" and {counted(levels, 'level')} above them" if levels else ""
    again = f", and {counted(len(book.repeated), 'code')} with the path of another" if book.repeated else ""
    return f"{counted(book.count, 'code')}{more}{again}"


def _line(change: Change) -> str:
    paths = [_joined(path) for path in dict.fromkeys((change.old, change.new)) if path]
    return "  " + "  →  ".join(paths) + (f"  ({change.detail})" if change.detail else "")


def _joined(path: CodePath) -> str:
    return SEPARATOR.join(path)
