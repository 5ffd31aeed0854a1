"""Paths of codes: levels that a team writes into names, and codes below a code."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from crosscase.storage.text_form import UNSEEN, fold
from crosscase.study.facts import ExportSettings


def split_levels(path: Iterable[str], separator: str | None) -> tuple[str, ...]:
    """A path in which each name is split at a separator; unchanged if there is none.

    White space in the separator stands for any white space, also for a space that does not break.
    """
    if not separator:
        return tuple(path)
    between = _pattern(separator)
    return tuple(level for name in path for level in between.split(name))


@lru_cache
def _pattern(separator: str) -> re.Pattern[str]:
    return re.compile(f"[\\s{UNSEEN}]+".join(map(re.escape, re.split(r"\s+", separator))))


def is_below(code: str, path: Sequence[str]) -> bool:
    """Whether a code is below the code of this name."""
    return bool(levels_below(code, path))


def levels_below(code: str, path: Sequence[str]) -> tuple[str, ...]:
    """The levels of a path below the code of this name; none if it is not below it."""
    folded = [fold(level) for level in path[:-1]]
    return tuple(path[folded.index(fold(code)) + 1 :]) if fold(code) in folded else ()


def levels_of_speaker(settings: ExportSettings, path: Sequence[str]) -> tuple[str, ...]:
    """The levels of a code that only says who speaks, below the code that the study names; none of other codes."""
    source = settings.participant_from
    return levels_below(source["code"], path) if isinstance(source, dict) and "code" in source else ()
