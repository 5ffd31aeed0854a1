"""Cells: each code in each group, in one of five states.

1. Mentions are summed over the exports.
2. Every code has a cell for every group, even if nobody mentioned it: absence is not silence.
3. A cell is `not_coded` if the study declares it, else `present` if at least one participant of
   the group raised the code (or as the study's own rule has it, see `mark_rules`), else `not_asked` if nobody there was
   asked about the domain, see `exposure`. It is `absent` only if the group's material was coded for the domain: some
   code of the domain has a coding there, or the study declares it. Otherwise it is `unknown`.
4. `interviewed` counts those who were asked. Where nobody says who was, that is everybody.

Source of rule 3: the study's slides, for factors and barriers ("if at least one of the participants
addressed it"). ASSUME: the rule also holds for the impacts; the slides do not say so.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence

from crosscase.coding import exposure
from crosscase.storage.schemas import COUNTED, Cell, CodebookEntry, Mention, State
from crosscase.study.facts import Declared, Group, NotCoded


def aggregate(
    mentions: Iterable[Mention],
    members: Iterable[tuple[str, str]],
    codebook: Iterable[CodebookEntry],
    groups: Sequence[Group],
    not_coded: Iterable[NotCoded],
    declared: Iterable[Declared] = (),
    silent: exposure.Silent | None = None,
    marked: Collection[tuple[str, str]] | None = None,
) -> list[Cell]:
    """The cells of the study, codes and groups in the order of the study.

    `members` are the participants with their groups. A participant counts once in each group, and may occur more often,
    because the anonymisation of every export writes the whole register. `declared`: see rule 3. `silent` are those who
    were not asked, see `exposure.not_asked`; None: there is no guide. `marked` are the codes and groups with a mark;
    None: those that at least one participant raised.
    """
    interviewed = Counter(group for _, group in set(members))
    raised: dict[tuple[str, str], set[str]] = defaultdict(set)
    segments: Counter[tuple[str, str]] = Counter()
    coded = {(item.group, item.domain) for item in declared}
    for mention in mentions:
        raised[mention.code, mention.group].add(mention.participant)
        segments[mention.code, mention.group] += mention.segments
        coded.add((mention.group, mention.domain))
    gaps = {(gap.group, gap.domain) for gap in not_coded}

    def cell(entry: CodebookEntry, group: str) -> Cell:
        place, material = (entry.code, group), (group, entry.domain)
        missed = len((silent or {}).get(material, ()))
        asked = interviewed[group] - missed
        is_marked = place in (raised if marked is None else marked)
        state = _state(material in gaps, material in coded, is_marked, not asked and missed > 0)
        participants, counted = (len(raised.get(place, ())), segments[place]) if state in COUNTED else (None, None)
        not_asked = None if silent is None else missed
        return Cell(entry.domain, entry.code, group, state.value, participants, asked, counted, not_asked)

    return [cell(entry, group.code) for entry in codebook if entry.codable for group in groups]


def _state(declared_gap: bool, coded: bool, raised: bool, unasked: bool) -> State:
    if declared_gap:
        return State.NOT_CODED
    if unasked:
        return State.NOT_ASKED
    if not coded:
        return State.UNKNOWN
    return State.PRESENT if raised else State.ABSENT
