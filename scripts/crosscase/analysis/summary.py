"""The analysis in sentences for a manuscript, made of the numbers of its tables."""

from collections.abc import Iterator, Sequence

from crosscase.analysis.agreement_tables import Agreement
from crosscase.analysis.judgements import Frame, Level
from crosscase.analysis.rows import ALL, CellWorth, Completeness, Similarity, TotalWorth
from crosscase.analysis.similarity import fit
from crosscase.messages.wording import counted
from crosscase.storage.schemas import State


def sentences(
    marks: Sequence[CellWorth],
    totals: Sequence[TotalWorth],
    groups: Sequence[Completeness],
    coders: Sequence[Agreement],
    remarks: Sequence[str],
    alike: Sequence[Similarity],
    meaning: str = "",
) -> Iterator[str]:
    """What can be said of the marks, other rules, completeness, agreement and likeness; a sentence a line.

    `meaning` says what a mark means, if it is not that at least one participant raised the code.
    """
    present, fragile = sum(row.state == State.PRESENT for row in marks), sum(row.fragile for row in marks)
    if meaning:
        yield f"{counted(present, 'mark')}: {meaning}. Other rules are in thresholds.csv."
    else:
        yield from _of_marks(present, fragile, totals)
    covered = sorted(
        (row.coverage, row.group) for row in groups if row.domain == ALL != row.group and row.coverage is not None
    )
    if covered:
        (least, one), (most, other) = covered[0], covered[-1]
        yield f"Over all domains, sample coverage is between {least:.2f} ({one}) and {most:.2f} ({other})."
    yield from _of_coders(coders)
    yield from remarks
    if (correlation := fit(alike)) is not None:
        yield f"A tree of the groups by average linkage has a cophenetic correlation of {correlation:.2f}."


def _of_coders(rows: Sequence[Agreement]) -> Iterator[str]:
    """How far all coders agree: on participants with all units, on places with those that somebody marked."""
    for row in rows:
        frame = Frame.ALL if row.level == Level.PARTICIPANT else Frame.MARKED
        is_whole = (row.domain, row.code, row.group, row.one) == (ALL,) * 4
        if is_whole and row.frame == frame and row.observed is not None:
            between = (
                "" if row.alpha_low is None else f" (95 per cent interval {row.alpha_low:.2f} to {row.alpha_high:.2f})"
            )
            alpha = "undefined" if row.alpha is None else f"{row.alpha:.2f}{between}"
            yield (
                f"{counted(row.coders, 'coder')} coded {counted(row.participants, 'participant')} in pairs or more and "
                f"agreed on {row.observed:.1%} of {counted(row.units, 'unit')} ({row.level} and code); Krippendorff's "
                f"alpha is {alpha}."
            )


def _of_marks(present: int, fragile: int, totals: Sequence[TotalWorth]) -> Iterator[str]:
    """What becomes of the marks under other rules, and with fewer interviews."""
    yield (
        f"{counted(present, 'mark')}: at least one participant of the group raised the code. "
        f"{fragile} of them rest on one participant."
    )
    if present:
        two, tenth, quarter = (
            sum(getattr(row, name) for row in totals) for name in ("at_least_two", "at_least_tenth", "at_least_quarter")
        )
        expected = sum(row.expected for row in totals)
        yield (
            f"Of these, {two} remain if at least two participants are asked for, {tenth} with at least 10 per cent of "
            f"those interviewed, {quarter} with at least 25 per cent."
        )
        yield (
            f"With as many interviews in each group as the smallest one of the domain has, {expected:.1f} marks would "
            "be expected."
        )
