"""When more interviews bring few new codes: base, run, threshold (G. Guest, E. Namey and M. Chen, PLoS ONE 15, 2020).

The codes that are new in a run of interviews are divided by the codes of the base, the first interviews. Runs follow
each other interview by interview. Where the share is at most the threshold for the first time, the interviews before
that run were enough: "6+2" is six interviews, and two that added nearly nothing.

Over all orders of the interviews the codes are those expected (`accumulation`), in closed form. In one order they are
counted; that order tells who was which interview, so the table of it stays with the team.

ASSUME: codes are found as interviews are read, and the aim is to find them. That is so in inductive and applied
thematic studies and in grounded theory (where it is theoretical saturation, which no count shows). Reflexive thematic
analysis, and studies with a codebook fixed beforehand, have no use for it: `saturation: false` leaves it out.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from crosscase.analysis.accumulation import expected_codes
from crosscase.analysis.incidence import Incidence
from crosscase.analysis.rows import DomainOrAll, GroupOrAll
from crosscase.messages.wording import counted
from crosscase.storage.table_columns import Column, Made
from crosscase.study.facts import Saturation

_DIGITS = 6
_Base = Annotated[int, Column("interviews of the base", "participants")]
_Run = Annotated[int, Column("interviews of a run", "participants")]
_NO_RUN = "no such interviews, or no code in the base"


@dataclass(frozen=True, slots=True)
class Saturated:
    """After how many interviews further ones are expected to bring few new codes, over all orders."""

    domain: DomainOrAll
    group: GroupOrAll
    interviewed: Annotated[int, Column("participants who were interviewed, and asked", "participants")]
    base: _Base
    run: _Run
    threshold: Annotated[float, Column("share of the base's codes that a run may bring", "share")]
    codes_in_base: Annotated[float | None, Column("codes expected in the base", "codes", "fewer interviews")]
    new_in_last_run: Annotated[
        float | None, Column("new codes expected in the last run, of those in the base", "share", _NO_RUN)
    ]
    reached: Annotated[
        int | None, Column("interviews before the first run within the threshold", "participants", "none is")
    ]
    remark: Annotated[str, Column("why there is no result", empty="there is one", made=Made.COMPOSED)]


@dataclass(frozen=True, slots=True)
class Ordered:
    """The codes of one interview in the stated order; for the team alone."""

    domain: DomainOrAll
    group: GroupOrAll
    interview: Annotated[int, Column("number of the interview in the order", key=True)]
    new: Annotated[int, Column("codes that no earlier interview has", "codes")]
    codes: Annotated[int, Column("codes so far", "codes")]
    new_in_run: Annotated[
        float | None, Column("new codes of the run that ends here, of those in the base", "share", _NO_RUN)
    ]
    reached: Annotated[bool, Column("whether that is within the threshold")]


def new_codes(interviews: Sequence[frozenset[str]]) -> list[int]:
    """How many codes each interview has that no earlier one has."""
    seen: set[str] = set()
    found = []
    for codes in interviews:
        found.append(len(codes - seen))
        seen |= codes
    return found


def runs(codes: Sequence[int], base: int, run: int) -> dict[int, Fraction]:
    """New codes of each run, of those in the base, by the number of interviews before the run.

    `codes` are those after 0, 1, 2, … interviews. Empty where there is no run, or no code in the base.
    """
    first = codes[base] if base < len(codes) else 0
    if not first:
        return {}
    return {before: Fraction(codes[before + run] - codes[before]) / first for before in range(base, len(codes) - run)}


def over_all_orders(found: Mapping[tuple[str, str], Incidence], setting: Saturation) -> Iterator[Saturated]:
    """A row for each domain and group, in the order of the incidences.

    The more interviews, the fewer codes a run is expected to add, so the first run within the threshold is found by
    halving.
    """
    for (domain, group), incidence in found.items():
        everybody = incidence.participants
        first = expected_codes(incidence, setting.base) if setting.base <= everybody else None
        last = everybody - setting.run  # interviews before the last run
        has_run = bool(first) and last >= setting.base
        yield Saturated(
            *(domain, group, everybody, setting.base, setting.run, setting.threshold),
            codes_in_base=None if first is None else _number(first),
            new_in_last_run=_number(_expected_in_run(incidence, last, setting)) if has_run else None,
            reached=_first_within(incidence, last, setting) if has_run else None,
            remark="" if has_run else _why_not(incidence, setting),
        )


def _expected_in_run(found: Incidence, before: int, setting: Saturation) -> Fraction:
    new = expected_codes(found, before + setting.run) - expected_codes(found, before)
    return new / expected_codes(found, setting.base)


def _first_within(found: Incidence, last: int, setting: Saturation) -> int | None:
    """The interviews before the first run within the threshold; None if the last run is not."""
    limit = Fraction(str(setting.threshold))
    numbers = range(setting.base, last + 1)
    place = bisect_left(numbers, True, key=lambda before: _expected_in_run(found, before, setting) <= limit)
    return numbers[place] if place < len(numbers) else None


def in_order(
    found: Mapping[tuple[str, str], Incidence], places: Mapping[str, int], setting: Saturation
) -> Iterator[Ordered]:
    """The interviews of each domain and group in an order; `places` gives that of each participant."""
    limit = Fraction(str(setting.threshold))
    for (domain, group), incidence in found.items():
        people = sorted(incidence.codes_of, key=lambda person: (places[person], person))
        new = new_codes([incidence.codes_of[person] for person in people])
        codes = [sum(new[:number]) for number in range(len(new) + 1)]
        shares = runs(codes, setting.base, setting.run)
        for number, added in enumerate(new, 1):
            share = shares.get(number - setting.run)
            yield Ordered(
                *(domain, group, number, added, codes[number]),
                new_in_run=None if share is None else _number(share),
                reached=share is not None and share <= limit,
            )


def _why_not(incidence: Incidence, setting: Saturation) -> str:
    needed = setting.base + setting.run
    if incidence.participants < needed:
        return f"{counted(incidence.participants, 'interview')}, and base and run need {needed}"
    return "nobody raised a code"


def _number(value: Fraction) -> float:
    return round(float(value), _DIGITS)
