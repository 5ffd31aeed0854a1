"""The names of a group: its code, its name and its ISO code; exports may also use the spellings of study.yaml.

An ISO code that several groups have is a name of none of them.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from crosscase.storage.text_form import fold
from crosscase.study.facts import Group


def spellings(groups: Iterable[Group]) -> dict[str, str]:
    """The code of the group for each folded spelling. The study's own names take precedence over ISO codes."""
    groups = list(groups)
    named = {fold(name): c.code for c in groups for name in (c.code, c.name, *c.also)}
    return _isos(groups) | named


def own_names(groups: Iterable[Group]) -> dict[str, str]:
    """The code of the group for each folded name that the register may use: without the spellings of exports.

    An ISO code that is the name of another group means that one.
    """
    groups = list(groups)
    named = {fold(name): c.code for c in groups for name in (c.name, c.code)}
    return _isos(groups) | named


def _isos(groups: Sequence[Group]) -> dict[str, str]:
    """The groups by their ISO codes, if these are each of one group."""
    numbers = Counter(group.iso for group in groups)
    return {fold(group.iso): group.code for group in groups if group.iso and numbers[group.iso] == 1}
