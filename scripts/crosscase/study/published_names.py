"""The names in study.yaml that results show, and those that only stand for them in exports."""

from collections.abc import Iterator
from typing import Any

from crosscase.study.facts import Study


def shown(study: Study) -> list[str]:
    """The title, and the names of groups, domains, variables and their values, each once."""
    return list(dict.fromkeys(filter(None, _shown(study))))


def others(study: Study) -> list[str]:
    """What exports call groups and domains besides, each once. No result needs it."""
    named = (*(group.also for group in study.groups), *(domain.also for domain in study.domains))
    return list(dict.fromkeys(spelling for spellings in named for spelling in spellings))


def of(study: Study) -> dict[str, Any]:
    """The names that results show, what exports call groups and domains besides, and the language of the results."""
    return {"shown": shown(study), "others": others(study), "language": study.output_language}


def _shown(study: Study) -> Iterator[str]:
    yield study.title
    for group in study.groups:
        yield from (group.code, group.name)
    for domain in study.domains:
        yield from (domain.id, domain.title)
    for variable in study.sample:
        yield from (variable.title, *variable.categories, *variable.broader, variable.missing)
