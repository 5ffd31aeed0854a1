"""Codes above others, each counted with the codes below it: a further count for readers, beside the cells of the study.

1. A participant raised such a code by raising it or any code below it; the study's rule says what of this is a mark.
2. Segments of different codes add up, also where they are on one passage (as in `coding.mark_rules`).
3. Where the material was not coded, nobody was asked or nothing is known, that holds for these cells, too.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from crosscase.analysis import rules
from crosscase.analysis.rules import Material, RuleCell
from crosscase.coding import mark_rules
from crosscase.storage.schemas import COUNTED, Cell, CellCoding, CodebookEntry, Mention, State
from crosscase.study.facts import MarkRule, Study


def below(codebook: Sequence[CodebookEntry]) -> dict[str, list[str]]:
    """The codes below each code that has some, in the codebook's order."""
    parents = {entry.code: entry.parent for entry in codebook}
    found: dict[str, list[str]] = {}
    for code, parent in parents.items():
        while parent:
            found.setdefault(parent, []).append(code)
            parent = parents.get(parent, "")
    return found


def cells(
    own: Sequence[Cell],
    codebook: Sequence[CodebookEntry],
    rule: MarkRule,
    mentions: Iterable[Mention],
    codings: Iterable[CellCoding],
) -> list[Cell]:
    """The cells of codes above others, with those below; none if the study's rule counts them so itself.

    `own`: the cells of the study. Codes and groups are in the order of the codebook and of the cells.
    """
    if rule.parents != "own":
        return []
    gathered = replace(rule, parents="any")
    said, spoken = list(mentions), list(codings)

    def amounts(unit: str) -> mark_rules.Amounts:
        return mark_rules.amounts(replace(gathered, unit=unit), said, spoken, codebook)

    people, segments = amounts("participants"), amounts("segments")
    found = people if rule.unit == "participants" else amounts(rule.unit)
    groups = {(cell.domain, cell.group): cell for cell in own}
    upper = below(codebook)

    def gather() -> Iterator[Cell]:
        for entry in (entry for entry in codebook if entry.code in upper):
            for (_, group), cell in ((key, cell) for key, cell in groups.items() if key[0] == entry.domain):
                place = (entry.code, group)
                if cell.state not in COUNTED:
                    yield replace(cell, code=entry.code)
                    continue
                is_met = mark_rules.is_met(rule, sum(found.get(place, {}).values()), cell.interviewed)
                yield replace(
                    cell,
                    code=entry.code,
                    state=(State.PRESENT if is_met else State.ABSENT).value,
                    participants=len(people.get(place, ())),
                    segments=sum(segments.get(place, {}).values()),
                )

    return list(gather())


def under_rules(
    study: Study, mentions: Sequence[Mention], codings: Sequence[CellCoding], material: Material
) -> list[RuleCell]:
    """The same codes under each rule of the study; a rule that counts codes below in a way of its own does so here."""
    upper = below(material.codebook)
    if study.rule.parents != "own" or not upper:
        return []
    named = rules.of_study(study).items()
    gathered = {name: replace(rule, parents="any") if rule.parents == "own" else rule for name, rule in named}
    found = rules.cells_under_each(gathered, mentions, codings, material)
    return [row for row in found if row.code in upper]
