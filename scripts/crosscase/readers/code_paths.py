"""Paths of codes: levels that a team writes into names, and codes below a code."""

from collections.abc import Iterable, Sequence

from crosscase.storage.text_form import fold
from crosscase.study.facts import ExportSettings


def split_levels(path: Iterable[str], separator: str | None) -> tuple[str, ...]:
    """A path in which each name is split at the study's `separator`; unchanged if the study has none."""
    return tuple(level for name in path for level in name.split(separator)) if separator else tuple(path)


def is_below(code: str, path: Sequence[str]) -> bool:
    """Whether a code is below the code of this name."""
    return fold(code) in map(fold, path[:-1])


def states_speaker(settings: ExportSettings, path: Sequence[str]) -> bool:
    """Whether a coding with a code only says who speaks, as the study says."""
    source = settings.participant_from
    return isinstance(source, dict) and "code" in source and is_below(source["code"], path)
