"""What changed between two builds as a page: one file without a script, which needs no network and no other file.

It names no path and no date, so two people who compare the same builds have the same page.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from crosscase.changes.cell_changes import CellChange
from crosscase.changes.change_report import cells_by_kind, english, exports, file_change
from crosscase.changes.coding_changes import CodingChange
from crosscase.changes.comparison import Comparison, Tally
from crosscase.changes.wording import Wording
from crosscase.html import printed_warnings, rendering
from crosscase.labels.labels import Labels
from crosscase.study.own_labels import labels_of

_STYLES = ("report/style.css", "changes.css")


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell that changed, in words."""

    title: str
    code: str
    group: str
    before: str
    after: str
    why: list[str]
    codings: list[str]


def render(found: Comparison) -> str:
    """The page as HTML text, in the output language of the later build."""
    study = found.new.study or found.old.study
    words = labels_of(study) if study else english(found)
    wording = Wording(words, found, by_name=True)
    style = "".join((rendering.TEMPLATES / name).read_text(encoding="utf-8") for name in _STYLES)
    by_export, by_coder = found.by(lambda coding: coding.export), found.by(lambda coding: coding.coder)
    by_code = found.by(lambda coding: (coding.domain, coding.code))
    note = study.synthetic_note if study else ""
    style += printed_warnings.style(note)
    return rendering.render(
        "changes.html.j2",
        t=words,
        style=Markup(style),  # noqa: S704 (files of this package)
        policy=f"default-src 'none'; style-src {rendering.source_hash(style)}; base-uri 'none'; form-action 'none'",
        title=study.title if study else "",
        note=note,
        found=found,
        overview=_overview(found, words),
        exports=[
            (name, file_change(*digests, words), *digests, by_export.get(name, Tally(0, 0, 0)))
            for name, digests in exports(found).items()
        ],
        coders=[(name or words("no_coder"), by_coder[name]) for name in sorted(by_coder, key=lambda name: name or "")],
        codes=[(wording.code(name), tally) for name, tally in by_code.items()],
        codebook=[
            (entry, "; ".join(wording.code_change(change)))
            for change in found.codes
            if (entry := change.new or change.old)
        ],
        totals=[(wording.code(total.code), total) for total in found.totals],
        domains=_domains(found, wording),
        names=_names(found),
        titles=_titles(found),
    )


def _overview(found: Comparison, words: Labels) -> dict[str, int]:
    """The numbers at the head of the page, by what they count."""
    tally = found.tally
    return cells_by_kind(found, words) | {
        words("diff_came_number"): tally.came,
        words("diff_went_number"): tally.went,
        words("diff_moved_number"): tally.moved,
    }


def _domains(found: Comparison, wording: Wording) -> list[tuple[str, list[ShownCell]]]:
    """The cells that changed, by domain; those with the same numbers from other codings are the last."""
    cells = [*found.shown, *(cell for cell in found.cells if cell.is_same)]
    titles = _titles(found)
    of_domain: dict[str, list[ShownCell]] = {
        entry[0]: [] for build in (found.new, found.renamed) for entry in build.entries
    }
    for cell in cells:
        of_domain[cell.place[0]].append(_shown(found, cell, wording))
    return [(titles.get(domain, domain), shown) for domain, shown in of_domain.items() if shown]


def _shown(found: Comparison, cell: CellChange, wording: Wording) -> ShownCell:
    return ShownCell(
        "/".join(cell.place),
        wording.code(cell.place[:2]),
        cell.place[2],
        wording.state(cell.old),
        wording.state(cell.new),
        wording.lines(found.reasons(cell)),
        [_coding(coding, found, cell, wording) for coding in cell.codings],
    )


def _coding(change: CodingChange, found: Comparison, cell: CellChange, wording: Wording) -> str:
    """A coding in a line: what became of it, whose it is, and where."""
    reason = found.reason_of(change, cell)
    return f"{wording.reason(reason)}: {' → '.join(_places(change, wording.words))}, {wording.whose(reason)}"


def _places(change: CodingChange, words: Labels) -> Iterator[str]:
    """The place of a coding; both places where they differ."""
    places = []
    for side in change.sides:
        span = words("no_offsets") if side.start is None else words("span", start=side.start, end=side.end)
        places.append(f"{side.participant}, {words('document')} {side.document}, {span}")
    yield from dict.fromkeys(places)


def _titles(found: Comparison) -> dict[str, str]:
    return {d.id: d.title for build in (found.old, found.new) if build.study for d in build.study.domains}


def _names(found: Comparison) -> dict[str, str]:
    return {g.code: g.name for build in (found.old, found.new) if build.study for g in build.study.groups}
