"""One row a finding: what stands behind each code of the tables, from the other tables of the analysis.

ASSUME: agreement is that on participants with all units, see `judgements`: whether two coders of a participant both
gave the code. A quotation is a passage with words that may be published, see `quotable_passages`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from typing import Annotated

from crosscase.analysis.agreement_tables import Agreement
from crosscase.analysis.judgements import Frame, Level
from crosscase.analysis.rows import ALL, Code, Domain
from crosscase.analysis.rules import STUDY, RuleCell
from crosscase.labels.labels import Labels
from crosscase.storage.schemas import COUNTED, Cell, CellCoding, CodebookEntry, State
from crosscase.storage.table_columns import Column, Made

_NO_OPPOSITE = "neither codebook nor study.yaml names one"
_NOT_TWO = "no two coders coded a participant"
BETWEEN = "; "
_MOST_QUOTES = 3  # of a group


@dataclass(frozen=True, slots=True)
class Finding:
    """A code of the tables, with what speaks for its row."""

    domain: Domain
    code: Code
    label: Annotated[str, Column("label of the code, as in the tables", made=Made.STATED)]
    definition: Annotated[str, Column("what the code means", empty="the codebook has no definition", made=Made.STATED)]
    present: Annotated[int, Column("groups in which the code is present in the tables", "groups")]
    counted: Annotated[int, Column("groups that were coded and asked", "groups")]
    by_group: Annotated[
        str, Column("of each group its state, and how many of those asked raised the code", made=Made.COMPOSED)
    ]
    participants: Annotated[
        int, Column("participants who raised the code, over the groups; one in several counts in each", "participants")
    ]
    interviewed: Annotated[
        int, Column("participants who were asked, over the groups; one in several counts in each", "participants")
    ]
    fragile: Annotated[str, Column("groups whose mark one participant may undo", empty="no mark", made=Made.COMPOSED)]
    unchanged_under: Annotated[
        str,
        Column("further rules that leave each mark of the row as it is", empty="none does", made=Made.COMPOSED),
    ]
    changed_under: Annotated[
        str,
        Column("further rules that change marks, with the groups", empty="none changes one", made=Made.COMPOSED),
    ]
    double_coded: Annotated[int, Column("participants whom at least two coders coded", "participants")]
    agreement: Annotated[float | None, Column("agreement of two coders on participants", "share", _NOT_TWO)]
    alpha: Annotated[
        float | None, Column("Krippendorff's alpha of the same", "coefficient", f"undefined, or {_NOT_TWO}")
    ]
    quotes: Annotated[
        int, Column("passages whose words may be published: consent was given, and the review is complete", "passages")
    ]
    quotable: Annotated[
        str,
        Column(
            f"ids of such passages, at most {_MOST_QUOTES} of each group, in the order of participants and places",
            empty="none may be quoted",
            made=Made.IDS,
        ),
    ]
    opposite: Annotated[str, Column("id of the code that says the opposite", empty=_NO_OPPOSITE, made=Made.STATED)]
    opposite_by_group: Annotated[
        str, Column("of each group what `by_group` says of that code", empty=_NO_OPPOSITE, made=Made.COMPOSED)
    ]
    both: Annotated[int | None, Column("participants who raised both codes", "participants", _NO_OPPOSITE)]
    sentence: Annotated[str, Column("the finding in a sentence, with the rule and n", made=Made.COMPOSED)]


@dataclass(frozen=True, slots=True)
class Opposite:
    """The code that says the opposite of another."""

    code: str = ""
    both: int | None = None  # participants who raised both


NO_OPPOSITE = Opposite()


def opposites_of(pairs: Iterable[Sequence[str]], codings: Iterable[CellCoding]) -> dict[str, Opposite]:
    """The opposite of each code that has one, in both directions."""
    raised: dict[str, set[str]] = defaultdict(set)
    for coding in codings:
        raised[coding.code].add(coding.participant)
    found: dict[str, Opposite] = {}
    for one, other in pairs:
        both = len(raised[one] & raised[other])
        found |= {one: Opposite(other, both), other: Opposite(one, both)}
    return found


def of_codes(
    cells: Iterable[Cell],
    codebook: Iterable[CodebookEntry],
    ruled: Iterable[RuleCell],
    agreed: Iterable[Agreement],
    quotes: Mapping[tuple[str, str], Sequence[str]],
    opposites: Mapping[str, Opposite],
    words: Labels,
    rule: str,
    is_synthetic: bool = False,
    notes: Sequence[str] = (),
) -> Iterator[Finding]:
    """Each code, in the order of the tables.

    `quotes`: the ids of passages that may be quoted, by code and group. `opposites`: see `opposites_of`. `rule`: the
    rule in words. `notes`: what each sentence needs to be true by itself, since it may be pasted so.
    One about synthetic data says that, too.
    """
    entries = {entry.code: entry for entry in codebook}
    ruled = list(ruled)
    under = _states(ruled)
    undone = {(row.code, row.group) for row in ruled if row.rule == STUDY and row.is_fragile}
    coded_twice = {
        row.code: row
        for row in agreed
        if (row.level, row.frame, row.group, row.one) == (Level.PARTICIPANT, Frame.ALL, ALL, ALL) and row.code != ALL
    }
    rows = {code: list(found) for code, found in groupby(cells, lambda cell: cell.code)}
    for code, row in rows.items():
        against = opposites.get(code, NO_OPPOSITE)
        known = [cell for cell in row if cell.state in COUNTED]
        changes = _changes(row, under.get(code, {}))
        twice = coded_twice.get(code)
        quoted = [quotes.get((code, cell.group), ()) for cell in row]
        yield Finding(
            *(row[0].domain, code, entries[code].label, entries[code].definition),
            present=sum(cell.state == State.PRESENT for cell in row),
            counted=len(known),
            by_group=by_group(row, words),
            participants=sum(cell.participants or 0 for cell in known),
            interviewed=sum(cell.interviewed for cell in known),
            fragile=BETWEEN.join(cell.group for cell in row if (code, cell.group) in undone),
            unchanged_under=BETWEEN.join(name for name, groups in changes.items() if not groups),
            changed_under=BETWEEN.join(f"{name}: {', '.join(groups)}" for name, groups in changes.items() if groups),
            double_coded=twice.participants if twice else 0,
            agreement=twice.observed if twice else None,
            alpha=twice.alpha if twice else None,
            quotes=sum(map(len, quoted)),
            quotable=BETWEEN.join(chain.from_iterable(ids[:_MOST_QUOTES] for ids in quoted)),
            opposite=against.code,
            opposite_by_group=by_group(rows.get(against.code, []), words),
            both=against.both,
            sentence=marked(" ".join([sentence(entries[code].label, row, words, rule), *notes]), is_synthetic, words),
        )


def marked(sentence: str, is_synthetic: bool, words: Labels) -> str:
    """A sentence that may be pasted by itself: none about synthetic data may be taken for a finding."""
    return words("synthetic_data", text=sentence) if is_synthetic else sentence


def sentence(label: str, row: Sequence[Cell], words: Labels, rule: str) -> str:
    """A code in a sentence for a manuscript, with the rule and n."""
    known = [cell for cell in row if cell.state in COUNTED]
    others = ", ".join(f"{cell.group} {words(cell.state)}" for cell in row if cell.state not in COUNTED)
    if not known:
        return words("finding_nothing", label=label, groups=others)
    raised, present = sum(cell.participants or 0 for cell in known), sum(cell.state == State.PRESENT for cell in known)
    return words(
        "finding",
        label=label,
        raised=raised,
        asked=sum(cell.interviewed for cell in known),
        present=present,
        groups=len(known),
        rule=f"{rule}{words('finding_left', groups=others) if others else ''}",
    )


def by_group(row: Sequence[Cell], words: Labels) -> str:
    """The state of a code in each group, with k of n where it was counted: "CZ present 2 of 9; NO not coded"."""
    texts = []
    for cell in row:
        numbers = words("of", number=cell.participants, all=cell.interviewed) if cell.state in COUNTED else ""
        texts.append(f"{cell.group} {words(cell.state)} {numbers}".rstrip())
    return BETWEEN.join(texts)


def _states(ruled: Iterable[RuleCell]) -> dict[str, dict[str, dict[str, str]]]:
    """The state of each code under each further rule, by group."""
    found: dict[str, dict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    for row in ruled:
        if row.rule != STUDY:
            found[row.code][row.rule][row.group] = row.state
    return found


def _changes(row: Sequence[Cell], under: Mapping[str, Mapping[str, str]]) -> dict[str, list[str]]:
    """The groups in which each further rule gives another state."""
    return {
        name: [cell.group for cell in row if states.get(cell.group, cell.state) != cell.state]
        for name, states in under.items()
    }
