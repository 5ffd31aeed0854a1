"""The path of a code, where a team writes levels into the names of codes."""

from collections.abc import Iterable


def split_levels(path: Iterable[str], separator: str | None) -> tuple[str, ...]:
    """A path in which each name is split at the study's `separator`; unchanged if the study has none."""
    return tuple(level for name in path for level in name.split(separator)) if separator else tuple(path)
