"""The names by which exports may call a country: its code, its name, its ISO code, the study's further spellings."""

from collections.abc import Iterable

from crosscase.storage.text_form import fold
from crosscase.study.facts import Group


def spellings(groups: Iterable[Group]) -> dict[str, str]:
    """The code of a country by each folded spelling. What the study calls a country goes before an ISO code."""
    groups = list(groups)
    named = {fold(name): c.code for c in groups for name in (c.code, c.name, *c.also)}
    return {fold(c.iso): c.code for c in groups} | named
