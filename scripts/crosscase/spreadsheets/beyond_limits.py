"""The errors for tables beyond the limits of the study."""

from crosscase.messages.errors import BeyondLimits, Problem
from crosscase.messages.wording import counted
from crosscase.storage.limits import Limits


def columns(path: str, count: int, place: str) -> BeyondLimits:
    """The error for a table with too many columns."""
    what = f"it has {counted(count, 'column')}"
    return BeyondLimits(Problem(path, place, what, "Remove some, or raise limits.columns in config/study.yaml."))


def cell(path: str, limits: Limits, place: str) -> BeyondLimits:
    """The error for a cell that is too long."""
    return _too_long(path, "cell", "cell_characters", limits.cell_characters, place)


def row(path: str, limits: Limits, place: str) -> BeyondLimits:
    """The error for a row of a text table that is too long, as it is if the file has no line ends."""
    return _too_long(path, "row", "row_characters", limits.row_characters, place)


def _too_long(path: str, part: str, name: str, most: int, place: str) -> BeyondLimits:
    what = f"a {part} has more than {counted(most, 'character')}"
    return BeyondLimits(Problem(path, place, what, f"Export it again, or raise limits.{name} in config/study.yaml."))
