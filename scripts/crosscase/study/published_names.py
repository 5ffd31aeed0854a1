"""The names in study.yaml that results show, and those that only stand for them in exports."""

from collections.abc import Iterator

from crosscase.study.facts import Study


def shown(study: Study) -> list[str]:
    """The title, what is compared, and the names of groups, domains, variables and their values, each once."""
    return list(dict.fromkeys(filter(None, _shown(study))))


def sentences(study: Study) -> list[str]:
    """The sentences of study.yaml that results show: how it was made, and why groups were not coded; each once."""
    said = (study.synthetic_note, *(one.reason for one in study.not_coded))
    return list(dict.fromkeys(filter(None, said)))


def ids(study: Study) -> list[str]:
    """What results call the study, its variables, rules, exports and files by, as they have no other name; each once.

    Names of results have some of them. Ids of groups and domains are among the names.
    """
    also_by = (column for columns in study.also_by for column in columns)
    variables = (variable.id for variable in study.sample)
    files = (study.codebook, *(export.file for export in study.exports.values()))
    named = (study.id, *variables, *also_by, *study.further_rules, *study.exports, *files)
    return list(dict.fromkeys(filter(None, named)))


def others(study: Study) -> list[str]:
    """What exports call groups and domains besides, each once. No result needs it."""
    named = (*(group.also for group in study.groups), *(domain.also for domain in study.domains))
    return list(dict.fromkeys(spelling for spellings in named for spelling in spellings))


def _shown(study: Study) -> Iterator[str]:
    yield from (study.title, study.compare.one, study.compare.many)
    for group in study.groups:
        yield from (group.code, group.name)
    for domain in study.domains:
        yield from (domain.id, domain.title)
    for variable in study.sample:
        yield from (variable.title, *variable.categories, *variable.broader, variable.missing)
