"""What changed between two builds, as text for a terminal and as rows of a table.

The text has what a person looks for: codes, totals, cells with another mark or other counts. The table has every cell
that differs, also in the number of interviewed participants alone, with every coding that came, went or moved.
"""

from collections.abc import Iterator

from crosscase.changes.cell_changes import CellChange
from crosscase.changes.coding_changes import CodingChange
from crosscase.changes.comparison import Comparison, Tally
from crosscase.changes.reasons import Reason
from crosscase.changes.wording import Wording, short
from crosscase.labels import labels
from crosscase.labels.labels import Labels
from crosscase.messages.wording import number

COLUMNS = (
    *("domain", "code", "group", "code_before", "old_state", "new_state", "old_participants", "new_participants"),
    *("old_interviewed", "new_interviewed", "old_segments", "new_segments", "reason", "explanation", "other_cell"),
    *("participant", "export", "document", "start", "end", "coder", "segment_id", "old_segment_id"),
)
_MOST = 30  # cells, totals and codes that the text lists
_COUNTS = ("participants", "interviewed", "segments")


def english(found: Comparison) -> Labels:
    """The words for a terminal, with the study's for what it compares."""
    compare = found.new.study.compare if found.new.study else None
    return labels.of(labels.DEFAULT, {}, compare.one if compare else "group", compare.many if compare else "groups")


def text(found: Comparison) -> str:
    """What changed in lines: in numbers, in the codebook, in totals and in cells, with the reasons."""
    return "".join(f"{line}\n" for line in _lines(found, Wording(english(found), found)))


def rows(found: Comparison) -> Iterator[tuple[object, ...]]:
    """A row for each coding that changed in a cell, and for each other reason why a cell differs."""
    words = Wording(english(found), found)
    for cell in found.cells:
        key = cell.place[:2]
        former = "/".join(found.former[key]) if key in found.former else ""
        counts = [getattr(side, name, None) for name in _COUNTS for side in (cell.old, cell.new)]
        head = (*cell.place, former, *cell.states, *counts)
        for coding in cell.codings:
            reason = found.reason_of(coding, cell)
            yield (*head, *_why(reason, words), *_coding(coding))
        others = [_why(reason, words) for reason, codings in found.reasons(cell) if not codings]
        yield from ((*head, *why, *[None] * 8) for why in others)
        if not cell.codings and not others:
            yield (*head, *[None] * 11)


def _why(reason: Reason, words: Wording) -> tuple[str, str, str]:
    return reason.why.value, words.reason(reason), "/".join(reason.other or ())


def _coding(change: CodingChange) -> tuple[object, ...]:
    coding = change.new or change.old
    if coding is None:
        raise ValueError("a change of no coding")
    place = coding.participant, coding.export, coding.document, coding.start, coding.end, coding.coder
    return *place, change.new and change.new.segment_id, change.old and change.old.segment_id


def _lines(found: Comparison, words: Wording) -> Iterator[str]:
    t, tally = words.words, found.tally
    if found.old.is_unfinished or found.new.is_unfinished:
        yield t("diff_unfinished")
    if found.other_keys:
        yield t("diff_keys")
    elif found.is_empty:
        yield t("diff_nothing")
        return
    yield from _numbers(found, words, tally)
    yield from _section(t("diff_codes"), _codes(found, words))
    totals = [f"{words.code(item.code)}: {item.old or '–'} → {item.new or '–'}" for item in found.totals[:_MOST]]
    yield from _section(t("diff_totals"), [*totals, *_more(len(found.totals))])
    shown = found.shown
    cells = [line for cell in shown[:_MOST] for line in _cell(found, cell, words)]
    yield from _section(t("diff_cells"), [*cells, *_more(len(shown))])
    by_export, by_coder = found.by(lambda coding: coding.export), found.by(lambda coding: coding.coder)
    yield from _section(t("diff_by_export"), [f"{name}: {_of(tally, t)}" for name, tally in by_export.items()])
    coders = [f"{name or t('no_coder')}: {_of(tally, t)}" for name, tally in by_coder.items()]
    yield from _section(t("diff_by_coder"), coders)


def _numbers(found: Comparison, words: Wording, tally: Tally) -> Iterator[str]:
    """The overview: how many cells and codings, and whether the codebook and the exports are the same."""
    t = words.words
    old, new = found.old, found.new
    if old.codebook_digest != new.codebook_digest:
        yield f"{t('codebook')}: {short(old.codebook_digest)} → {short(new.codebook_digest)}"
    for export, (before, after) in exports(found).items():
        if before != after:
            yield f"{t('in_export', name=export)}: {file_change(before, after, t)}"
    for name, count in cells_by_kind(found, t).items():
        yield f"{name}: {t.number(count)}"
    yield f"{t('codings')}: {_of(tally, t)}"
    yield from _section(
        t("diff_interviewed"),
        [f"{', '.join(filter(None, where))}: {a or 0} → {b or 0}" for where, (a, b) in found.interviewed.items()],
    )


def exports(found: Comparison) -> dict[str, tuple[str | None, str | None]]:
    """The digest of each export in both builds; None where a build does not have it."""
    sides = [(build.exports, build.export_digests) for build in (found.old, found.new)]
    names = sorted({name for known, _ in sides for name in known})
    both = {name: [digests.get(name, "") if name in known else None for known, digests in sides] for name in names}
    return {name: (before, after) for name, (before, after) in both.items()}


def file_change(before: str | None, after: str | None, words: Labels) -> str:
    """What became of the file of an export."""
    if before is None or after is None:
        return words("diff_new" if before is None else "diff_gone")
    return words("diff_file_same" if before == after else "diff_file_other")


def cells_by_kind(found: Comparison, words: Labels) -> dict[str, int]:
    """How many cells have another mark, other numbers, or the same numbers from other codings."""
    return {
        words("diff_states"): sum(cell.changed_state for cell in found.cells),
        words("diff_counts"): sum(cell.changed_counts for cell in found.cells),
        words("diff_same"): sum(cell.is_same for cell in found.cells),
    }


def _of(tally: Tally, t: Labels) -> str:
    parts = {t("diff_came"): tally.came, t("diff_went"): tally.went, t("diff_moved"): tally.moved}
    return ", ".join(f"{name} {t.number(count)}" for name, count in parts.items())


def _codes(found: Comparison, words: Wording) -> list[str]:
    lines = []
    for change in found.codes[:_MOST]:
        entry = change.new or change.old
        if entry:
            lines.append(f"{entry.domain}/{entry.code}: {'; '.join(words.code_change(change))}")
    return [*lines, *_more(len(found.codes))]


def _more(count: int) -> list[str]:
    """A line on those that are not listed."""
    return [f"… and {number(count - _MOST)} more: --html and --csv list all"] if count > _MOST else []


def _cell(found: Comparison, cell: CellChange, words: Wording) -> Iterator[str]:
    yield f"{words.cell(cell.place)}: {words.state(cell.old)} → {words.state(cell.new)}"
    yield from (f"  {line}" for line in words.lines(found.reasons(cell)))


def _section(title: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield from ("", title, *(f"  {line}" for line in lines))
