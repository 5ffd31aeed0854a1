"""The preflight report as text for the terminal and as an HTML page."""

from collections.abc import Sequence

from crosscase.html import rendering
from crosscase.preflight.findings import Findings, headings, row
from crosscase.study.facts import Study
from crosscase.study.own_labels import labels_of

_WIDEST = 34  # characters of a column in the terminal; the page has the whole text


def text(
    findings: Sequence[Findings], study: Study, without_document: Sequence[str], of_study: Sequence[str] = ()
) -> str:
    """The report as plain text: a table, then what to check in each export and in the study.

    `of_study` has sentences on the study as a whole, such as which languages have less than full support.
    """
    words = labels_of(study)
    if not findings:
        return f"{words('preflight_none')}\n"
    rows = [headings(words), *(row(f, words) for f in findings)]
    cells = [[*map(_cut, line[:-1]), line[-1]] for line in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in cells]
    lines.insert(1, "  ".join("-" * width for width in widths))
    to_check = [f"  {f.export}: {sentence}" for f in findings for sentence in (*f.to_check, *f.hints)]
    to_check += [f"  {place}: {words('check_without_document')}" for place in without_document]
    to_check += [f"  {words('study')}: {sentence}" for sentence in of_study]
    notes = ["", study.synthetic_note] if study.synthetic_note else []
    return "\n".join(
        [*lines, "", words("preflight_to_check" if to_check else "preflight_nothing"), *to_check, *notes, ""]
    )


def page(
    findings: Sequence[Findings], study: Study, without_document: Sequence[str], of_study: Sequence[str] = ()
) -> str:
    """The report as a page that needs no other file."""
    words = labels_of(study)
    heads = headings(words)[:-1]  # the offsets are described below the table, where there is room
    return rendering.render(
        "preflight.html.j2",
        headings=heads,
        rows=[(row(f, words)[:-1], f) for f in findings],
        texts=(1, 2, len(heads) - 1),  # columns that are no numbers
        t=words,
        without_document=without_document,
        of_study=of_study,
        title=words("preflight_title"),
        study=study.title,
        warning=study.synthetic_note,
        lang=words.language,
    )


def _cut(cell: str) -> str:
    return cell if len(cell) <= _WIDEST else cell[: _WIDEST - 1] + "…"
