"""The preflight report as text for the terminal and as an HTML page."""

from collections.abc import Sequence

from crosscase.html import rendering
from crosscase.preflight.findings import Findings, headings, row
from crosscase.study.facts import Study

_WIDEST = 34  # characters of a column in the terminal; the page has the whole text


def text(
    findings: Sequence[Findings], study: Study, without_document: Sequence[str], of_study: Sequence[str] = ()
) -> str:
    """The report as plain text: a table, then what to check in each export and in the study.

    `of_study` has sentences on the study as a whole, such as which languages have less than full support.
    """
    if not findings:
        return "No export could be read.\n"
    rows = [headings(study.compare), *map(row, findings)]
    cells = [[*map(_cut, line[:-1]), line[-1]] for line in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in cells]
    lines.insert(1, "  ".join("-" * width for width in widths))
    to_check = [f"  {f.export}: {sentence}" for f in findings for sentence in f.to_check]
    to_check += [f"  {place}: no export has a document of this participant" for place in without_document]
    to_check += [f"  study: {sentence}" for sentence in of_study]
    notes = ["", study.synthetic_note] if study.synthetic_note else []
    return "\n".join([*lines, "", "To check:" if to_check else "Nothing to check.", *to_check, *notes, ""])


def page(
    findings: Sequence[Findings], study: Study, without_document: Sequence[str], of_study: Sequence[str] = ()
) -> str:
    """The report as a page that needs no other file."""
    return rendering.render(
        "preflight.html.j2",
        headings=headings(study.compare)[:-1],  # the offsets are described below the table, where there is room
        rows=[(row(f)[:-1], f) for f in findings],
        words=("tool", "read as", study.compare.one),
        without_document=without_document,
        of_study=of_study,
        title="Content of the exports",
        study=study.title,
        warning=study.synthetic_note,
        lang="en",  # as its findings are
    )


def _cut(cell: str) -> str:
    return cell if len(cell) <= _WIDEST else cell[: _WIDEST - 1] + "…"
