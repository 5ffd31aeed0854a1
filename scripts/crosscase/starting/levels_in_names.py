"""The text that separates the levels of a code in its name, for tools that do not keep codes in a tree."""

from collections.abc import Collection, Sequence

from crosscase.codebooks.listed import CodePath, key
from crosscase.readers.code_paths import split_levels

_SURE = (" > ", " >> ", "::", " / ", " | ", ": ")  # a name rarely has them for another reason
_SEPARATORS = (*_SURE, " – ", " - ", ">", "/", "\\", ".")
_MOST_NAMES = 0.6  # share of names with a separator that has a meaning though no other export says so


def guess(paths: Sequence[CodePath], known: Collection[CodePath]) -> str | None:
    """The separator of an export whose codes are all names without levels, or None.

    `known` has the keys of the codes of other exports and of the codebook. Most of what a separator yields is among
    them; or no name is, and most names have the separator and share what stands before it. A name that is known as it
    is has no separator.
    """
    names = [path[0] for path in paths if len(path) == 1]
    if len(names) < len(paths):
        return None
    none_is_known = not any(key(path) in known for path in paths)
    for separator in _SEPARATORS:
        by_name = {name: split_levels((name,), separator) for name in names}
        split = {name: levels for name, levels in by_name.items() if len(levels) > 1 and all(levels)}
        if any(key((name,)) in known for name in split):
            continue
        matched = sum(key(levels) in known for levels in split.values())
        shared = len({levels[0] for levels in split.values()}) <= len(split) / 2
        is_sure = none_is_known and separator in _SURE
        if 2 * matched > len(split) > 0 or (is_sure and shared and len(split) >= _MOST_NAMES * len(names)):
            return separator
    return None
