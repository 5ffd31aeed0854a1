r"""A table as LaTeX source that a manuscript can \input.

1. All text of the study is escaped.
2. A table that is too wide becomes several panels; one that is too long becomes several floats.
3. The column of labels takes the remaining width, and its text wraps, as that of columns of words does.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from crosscase.tables.domain_tables import Entry, Heading, Line, Section, Table, panel

SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    "/": r"/\allowbreak{}",  # a word with a slash may be too long for a narrow column
    "[": "{[}",  # after the end of a row it would start an optional argument
    "≥": r"$\geq$",  # which no encoding of text has
}
_PREAMBLE = r"""% {caption}
% {study}
% Needs \usepackage{{booktabs}}, and \usepackage[T1]{{fontenc}} for accented letters; for Greek, Cyrillic
% or other scripts use LuaLaTeX or XeLaTeX with a font that has them.
"""
_FLOAT = r"""\begin{{table}}[htbp]
\centering
\footnotesize
\setlength{{\tabcolsep}}{{{separation}pt}}%
{number}\setlength{{\belowcaptionskip}}{{6pt}}%
\caption{{{caption}}}{label}
\begin{{tabular}}{{@{{}}p{{{width}}}{columns}@{{}}}}
\toprule
{head} \\
\midrule
{body}
\bottomrule
\end{{tabular}}
{notes}\end{{table}}
"""
_NOTES = r"""
\medskip
\begin{{minipage}}{{\textwidth}}
\footnotesize
{notes}
\end{{minipage}}
"""
# In points, for \footnotesize in a 10-point article, on the smallest common page.
_TEXT_WIDTH = 345.0
_SEPARATION = 3
_NARROW, _WIDE = 2.4, 4.6  # widths of a full stop, and of a digit or a lower-case letter
_CAPITAL = 6.6
_NARROWEST_LABELS = 20.0  # of the column of labels
_WIDEST_PANEL = 215.0  # leaves two fifths of the text width to the labels, unless these need less
_LONGEST_PAGE = 40  # lines of rows, besides caption, headings and notes
_LETTERS_PER_LINE = 28


def render(table: Table) -> str:
    """The LaTeX source of a table."""
    pages = [replace(part, sections=sections) for part in _panels(table) for sections in _pages(part)]
    last = len(pages) - 1
    floats = (_float(page, first=number == 0, last=number == last) for number, page in enumerate(pages))
    comment = _PREAMBLE.format(caption=_one_line(table.caption), study=_one_line(table.study))
    return comment + "\n".join(floats)


def escape(text: str) -> str:
    """Text escaped so that LaTeX prints it unchanged."""
    escaped = "".join(SPECIAL.get(letter, letter) for letter in _one_line(text))
    return re.sub("-(?=-)", "-{}", escaped)  # two hyphens would become one long dash


def _one_line(text: str) -> str:
    return " ".join(text.split())  # an empty line would end the paragraph, a line break the comment


def _panels(table: Table) -> Iterator[Table]:
    """The columns in equal portions that fit beside the labels, each with its part of every row."""
    widths = _widths(table)
    columns = _columns_of_a_panel(widths, max(_WIDEST_PANEL, _TEXT_WIDTH - _longest_label(table)))
    for start in range(0, len(widths), columns):
        yield panel(table, slice(start, start + columns))


def _columns_of_a_panel(widths: Sequence[float], room: float) -> int:
    """The number of columns with which the fewest panels are needed, none of them wider than the room."""
    for panels in range(math.ceil(sum(widths) / room), len(widths)):
        columns = math.ceil(len(widths) / panels)
        if all(sum(widths[start : start + columns]) <= room for start in range(0, len(widths), columns)):
            return columns
    return 1


def _pages(table: Table) -> Iterator[list[Section]]:
    """The rows in portions that fit on a page; the heading of a divided section is repeated."""
    page: list[Section] = []
    filled = 0
    for section in table.sections:
        for line in section.lines:
            height = _height(line, table.headings)
            if filled and filled + height > _LONGEST_PAGE:
                yield page
                page, filled = [], 0
            if not page or page[-1].heading != section.heading:
                page.append(Section(section.heading, []))
                filled += bool(section.heading)
            page[-1].lines.append(line)
            filled += height
    yield page


def _height(line: Line, headings: Sequence[Heading]) -> int:
    """The lines of text in a row."""
    words = [
        (entry.text, heading.letters) for entry, heading in zip(line.entries, headings, strict=False) if heading.letters
    ]
    beside = max((len(entry.lines) for entry in line.entries), default=1)
    return max(beside, *(-(-len(text) // letters) for text, letters in [(line.label, _LETTERS_PER_LINE), *words]))


def _float(table: Table, first: bool, last: bool) -> str:
    rows = [row for section in table.sections for row in _rows(section, table.headings)]
    warning = [rf"\textbf{{{escape(table.warning)}}}"] if table.warning else []
    notes = [*warning, *(map(escape, table.notes) if last else [])]
    return _FLOAT.format(
        separation=_SEPARATION,
        number="" if first else "\\addtocounter{table}{-1}%\n",
        caption=escape(table.caption if first else f"{table.caption} {table.words('continued')}"),
        label=rf"\label{{tab:{table.id}}}" if first else "",
        width=_label_width(table),
        columns="".join(map(_column, table.headings)),
        head=" \\\\\n".join(_heads(table)),
        body="\n".join(rf"{row} \\" for row in rows),
        notes=_NOTES.format(notes="\\par\n".join(notes)) if notes else "",
    )


def _heads(table: Table) -> Iterator[str]:
    """The heads of the columns, and below them the number of participants where they are groups."""
    yield _row(table.first, 0, [escape(heading.text) for heading in table.headings])
    if any(heading.n is not None for heading in table.headings):
        yield _row("n", 0, [*map(_number, table.headings)])


def _number(heading: Heading) -> str:
    return "" if heading.n is None else str(heading.n)


def _column(heading: Heading) -> str:
    return f"p{{{heading.letters * _WIDE:.1f}pt}}" if heading.letters else "r" if heading.numeric else "c"


def _rows(section: Section, headings: Sequence[Heading]) -> Iterator[str]:
    columns = len(headings) + 1
    if section.heading:
        kind = "l" if _width(section.heading) < _TEXT_WIDTH else r"p{\textwidth}"  # which wraps
        yield rf"\multicolumn{{{columns}}}{{@{{}}{kind}@{{}}}}{{\textbf{{{escape(section.heading)}}}}}"
    for line in section.lines:
        # Without its empty cells a row would end inside the label's cell, where the end of a row is a line break.
        cells = [
            _wrapped(entry.text) if heading.letters else _lined(entry)
            for entry, heading in zip(line.entries, headings, strict=False)
        ]
        yield _row(line.label, line.level, cells or [""] * (columns - 1))


def _row(label: str, level: int, cells: Sequence[str]) -> str:
    indent = rf"\hspace*{{{level}em}}" if level else ""
    return " & ".join([rf"\raggedright\hangindent={level + 1}em {indent}{escape(label)}", *cells])


def _lined(entry: Entry) -> str:
    """An entry of two lines, each in the middle of its column."""
    if not entry.below:
        return escape(entry.text)
    return rf"\begin{{tabular}}[t]{{@{{}}c@{{}}}}{escape(entry.text)}\\{escape(entry.below)}\end{{tabular}}"


def _wrapped(text: str) -> str:
    """A text in a column of words, in which the end of the row keeps its meaning."""
    return rf"\raggedright\let\\\tabularnewline {escape(text)}" if text else ""


def _label_width(table: Table) -> str:
    """The width that the other columns leave, or that of the longest label if it is smaller."""
    others, longest = sum(_widths(table)), _longest_label(table)
    if longest + others < _TEXT_WIDTH:
        return f"{longest:.1f}pt"
    return rf"\dimexpr\textwidth-{others:.1f}pt\relax"


def _longest_label(table: Table) -> float:
    labels = [_width(line.label) + 8 * line.level for section in table.sections for line in section.lines]
    return max(_NARROWEST_LABELS, _width(table.first), *labels)


def _widths(table: Table) -> list[float]:
    """Widths of the columns beside the labels, with the space around them."""
    lines: list[Line] = [line for section in table.sections for line in section.lines if line.entries]
    return [
        2 * _SEPARATION
        + (
            heading.letters * _WIDE
            or max(
                map(
                    _width,
                    [heading.text, _number(heading), *(text for line in lines for text in line.entries[number].lines)],
                )
            )
        )
        for number, heading in enumerate(table.headings)
    ]


def _width(text: str) -> float:
    return sum(_NARROW if letter in ".,;:il " else _CAPITAL if letter.isupper() else _WIDE for letter in text)
