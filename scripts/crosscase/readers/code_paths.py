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
    return fold(code) in map(fold, path[:-1])


def states_speaker(settings: ExportSettings, path: Sequence[str]) -> bool:
    """Whether a coding with a code only says who speaks, as the study says."""
    source = settings.participant_from
    return isinstance(source, dict) and "code" in source and is_below(source["code"], path)
