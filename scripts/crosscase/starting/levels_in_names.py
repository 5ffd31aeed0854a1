"""The text that separates the levels of a code in its name, for tools that do not keep codes in a tree."""

from collections.abc import Collection, Sequence

from crosscase.codebooks.listed import CodePath, key
from crosscase.readers.code_paths import split_levels

_SURE = (" > ", " >> ", "::", " / ", " | ", ": ")  # a name rarely has them for another reason
_SEPARATORS = (*_SURE, " – ", " - ", ">", "/", "\\", ".")
_MOST_NAMES = 0.6  # share of names with a separator that has a meaning though no other export says so


def guess(paths: Sequence[CodePath], known: Collection[CodePath]) -> str | None:
    """The separator of an export whose codes are all names without levels, or None.

    `known` has the keys of the codes of other exports and of the codebook: most of what a separator yields is among
    them, or most of the names have it and share what stands before it.
    """
    names = [path[0] for path in paths if len(path) == 1]
    if len(names) < len(paths) or any(key(path) in known for path in paths):
        return None
    for separator in _SEPARATORS:
        split = [levels for name in names if len(levels := split_levels((name,), separator)) > 1 and all(levels)]
        matched = sum(key(levels) in known for levels in split)
        shared = len({levels[0] for levels in split}) <= len(split) / 2
        if 2 * matched > len(split) > 0 or (separator in _SURE and shared and len(split) >= _MOST_NAMES * len(names)):
            return separator
    return None
