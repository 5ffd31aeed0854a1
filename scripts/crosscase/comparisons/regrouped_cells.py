"""The cells of a further comparison: those that the study would have if its groups were others.

ASSUME: a group's domain was coded if the material of one of its participants was. It is not coded only if the study
declares that of all of its participants' own groups. Who has several rows in a group was asked about a domain if one of
them says so.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from crosscase.coding import cells, exposure, mark_rules
from crosscase.comparisons.grouping import Grouping
from crosscase.storage.schemas import Cell, CellCoding, CodebookEntry, Mention
from crosscase.study.facts import AT_LEAST_ONE, Declared, NotCoded, Study


def count(
    mentions: Sequence[Mention],
    codebook: Sequence[CodebookEntry],
    grouping: Grouping,
    study: Study,
    silent: exposure.Silent | None = None,
    codings: Iterable[CellCoding] = (),
) -> list[Cell]:
    """The cells, in the order of the codebook and the groups, with the marks of the study's own rule.

    `mentions` and `silent`, who was not asked, are those of the study's groups; `codings` are needed by some rules.
    Raises KeyError for a mention of nobody.
    """
    regrouped = [replace(mention, group=grouping.of[mention.participant, mention.group]) for mention in mentions]
    members = {(person, code) for (person, _), code in grouping.of.items()}
    coded = {(item.group, item.domain) for item in study.coded}
    coded |= {(mention.group, mention.domain) for mention in mentions}
    declared = [
        Declared(code, domain.id)
        for domain in study.domains
        for code, own in _own_groups(grouping)
        if any((group, domain.id) in coded for group in own)
    ]
    regrouped_silent = None if silent is None else _silent(silent, grouping, study)
    marked = None
    if study.rule != AT_LEAST_ONE:
        asked = exposure.numbers_asked(Counter(group for _, group in members), regrouped_silent or {})
        moved = (replace(coding, group=grouping.of[coding.participant, coding.group]) for coding in codings)
        marked = mark_rules.marked(study.rule, regrouped, moved, codebook, asked)
    gaps = _gaps(grouping, study)
    return cells.aggregate(regrouped, members, codebook, grouping.groups, gaps, declared, regrouped_silent, marked)


def _silent(silent: exposure.Silent, grouping: Grouping, study: Study) -> exposure.Silent:
    """Who was not asked, in the groups of the comparison."""
    found: exposure.Silent = {}
    for domain in study.domains:
        asked = set()
        for (person, own), code in grouping.of.items():
            if person in silent.get((own, domain.id), ()):
                found.setdefault((code, domain.id), set()).add(person)
            else:
                asked.add((person, code))
        for person, code in asked:
            found.get((code, domain.id), set()).discard(person)
    return found


def _gaps(grouping: Grouping, study: Study) -> Iterator[NotCoded]:
    """The groups and domains of which the study declares that nothing was coded."""
    declared = {(gap.group, gap.domain) for gap in study.not_coded}
    for domain in study.domains:
        for code, own in _own_groups(grouping):
            if all((group, domain.id) in declared for group in own):
                yield NotCoded(code, domain.id, "")


def _own_groups(grouping: Grouping) -> Iterator[tuple[str, set[str]]]:
    """The study's groups of the participants of each group."""
    found: dict[str, set[str]] = {group.code: set() for group in grouping.groups}
    for (_, own), code in grouping.of.items():
        found[code].add(own)
    yield from found.items()
