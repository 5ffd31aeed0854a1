"""The analysis in sentences for a manuscript, made of the numbers of its tables, in the study's language."""

from collections.abc import Iterator, Sequence

from crosscase.analysis.agreement_tables import Agreement
from crosscase.analysis.judgements import Frame, Level
from crosscase.analysis.rows import ALL, CellWorth, Completeness, Similarity, TotalWorth
from crosscase.analysis.similarity import fit
from crosscase.labels.labels import Labels
from crosscase.storage.schemas import State


def sentences(
    marks: Sequence[CellWorth],
    totals: Sequence[TotalWorth],
    groups: Sequence[Completeness],
    coders: Sequence[Agreement],
    remarks: Sequence[str],
    alike: Sequence[Similarity],
    words: Labels,
    meaning: str = "",
) -> Iterator[str]:
    """What can be said of the marks, other rules, completeness, agreement and likeness; a sentence a line.

    `meaning` says what a mark means, if it is not that at least one participant raised the code.
    """
    present, fragile = sum(row.state == State.PRESENT for row in marks), sum(row.fragile for row in marks)
    if meaning:
        yield words("summary_rule", marks=present, rule=meaning, file="thresholds.csv")
    else:
        yield from _of_marks(present, fragile, totals, words)
    covered = sorted(
        (row.coverage, row.group) for row in groups if row.domain == ALL != row.group and row.coverage is not None
    )
    if covered:
        (least, one), (most, other) = covered[0], covered[-1]
        low, high = (words.decimal(value, 2) for value in (least, most))
        yield words("summary_coverage", low=low, low_group=one, high=high, high_group=other)
    yield from _of_coders(coders, words)
    yield from remarks
    if (correlation := fit(alike)) is not None:
        yield words("summary_tree", correlation=words.decimal(correlation, 2))


def _of_coders(rows: Sequence[Agreement], words: Labels) -> Iterator[str]:
    """How far all coders agree: on participants with all units, on places with those that somebody marked."""
    for row in rows:
        frame = Frame.ALL if row.level == Level.PARTICIPANT else Frame.MARKED
        is_whole = (row.domain, row.code, row.group, row.one) == (ALL,) * 4
        if is_whole and row.frame == frame and row.observed is not None:
            alpha = words("undefined") if row.alpha is None else words.decimal(row.alpha, 2)
            if row.alpha is not None and row.alpha_low is not None and row.alpha_high is not None:
                low, high = words.decimal(row.alpha_low, 2), words.decimal(row.alpha_high, 2)
                alpha = words("summary_interval", alpha=alpha, low=low, high=high)
            yield words(
                "summary_agreed",
                coders=row.coders,
                participants=row.participants,
                share=words.percent(words.decimal(100 * row.observed)),
                units=row.units,
                unit=words(f"unit_{row.level}"),
                alpha=alpha,
            )


def _of_marks(present: int, fragile: int, totals: Sequence[TotalWorth], words: Labels) -> Iterator[str]:
    """What becomes of the marks under other rules, and with fewer interviews."""
    yield words("summary_marks", present=present, fragile=fragile)
    if present:
        two, tenth, quarter = (
            sum(getattr(row, name) for row in totals) for name in ("at_least_two", "at_least_tenth", "at_least_quarter")
        )
        yield words("summary_under", two=two, tenth=tenth, quarter=quarter)
        yield words("summary_expected", expected=words.decimal(sum(row.expected for row in totals)))
