"""The LaTeX source of a table: read again as a whole, in panels and pages, and compared with what its page shows."""

import re
from collections.abc import Iterator

from verifier.package import Package
from verifier.shown_tables import Entry, Shown

_COMMENT = r"""% {caption}
% {study}
% Needs \usepackage{{booktabs}}, and \usepackage[T1]{{fontenc}} for accented letters; for Greek, Cyrillic
% or other scripts use LuaLaTeX or XeLaTeX with a font that has them.
"""
_FLOAT = re.compile(
    r"""\\begin\{table\}\[htbp\]
\\centering
\\footnotesize
\\setlength\{\\tabcolsep\}\{3pt\}%
(?P<again>\\addtocounter\{table\}\{-1\}%
)?\\setlength\{\\belowcaptionskip\}\{6pt\}%
\\caption\{(?P<caption>[^\n]*?)\}(?P<label>\\label\{tab:\w+\})?
\\begin\{tabular\}\{@\{\}p\{(?P<width>[\d.]+pt|\\dimexpr\\textwidth-[\d.]+pt\\relax)\}(?P<columns>(?:[rc]|p\{[\d.]+pt\})+)@\{\}\}
\\toprule
(?P<head>[^\n]*) \\\\
(?:\\raggedright\\hangindent=1em n & (?P<numbers>[^\n]*) \\\\
)?\\midrule
(?P<body>(?:[^\n]* \\\\\n)*)\\bottomrule
\\end\{tabular\}
(?:
\\medskip
\\begin\{minipage\}\{\\textwidth\}
\\footnotesize
(?P<notes>.*)
\\end\{minipage\}
)?\\end\{table\}
""",
    re.DOTALL,
)
_SECTION = re.compile(r"\\multicolumn\{\d+\}\{@\{\}(?:l|p\{\\textwidth\})@\{\}\}\{\\textbf\{(.*)\}\}")
_LABEL = re.compile(r"\\raggedright\\hangindent=(\d+)em (?:\\hspace\*\{(\d+)em\})?(.*)")
_SIGNS = {
    **{rf"\text{name}{{}}": sign for name, sign in (("backslash", "\\"), ("asciicircum", "^"), ("asciitilde", "~"))},
    **{rf"\text{name}{{}}": sign for name, sign in (("less", "<"), ("greater", ">"), ("bar", "|"))},
    **{rf"\{sign}": sign for sign in "{}$&#%_"},
    r"/\allowbreak{}": "/",
    "{[}": "[",
    "-{}": "-",
    r"$\geq$": "≥",
}
_WRAPPED = r"\raggedright\let\\\tabularnewline "  # begins an entry in a column of words
_LINED = re.compile(r"\\begin\{tabular\}\[t\]\{@\{\}c@\{\}\}(.*?)\\\\(.*)\\end\{tabular\}")  # an entry of two lines
_LETTER = 4.6  # points
_ESCAPED = re.compile("|".join(map(re.escape, _SIGNS)))
_Row = tuple[str, str, int, list[str]]  # section, label, depth, entries
_Line = tuple[str, str, int, list[Entry]]
_TEXT_WIDTH, _NARROWEST = 345.0, 20.0  # points: of the text, and of the column of labels


def source(package: Package, name: str, shown: Shown) -> Iterator[str]:
    """Each line of the source is one that this table has: in its order, with its words, marks and numbers."""
    study, text = package.study, package.text(name)
    comment = _COMMENT.format(caption=_one_line(shown.caption), study=_one_line(study["title"]))
    if not text.startswith(comment):
        yield f"{name}: its first lines are not those of this table"
        return
    parts = re.split(r"\n(?=\\begin\{table\}\[htbp\]\n)", text[len(comment) :])
    floats = [_FLOAT.fullmatch(part) for part in parts]
    known = [found for found in floats if found]
    if len(known) < len(floats):
        yield f"{name}: a line of its table number {floats.index(None) + 1} belongs to no table"
        return
    warning = [rf"\textbf{{{escape(study['synthetic_note'])}}}"] if study["synthetic_note"] else []
    for number, found in enumerate(known):
        is_last = number == len(known) - 1
        caption = shown.caption if number == 0 else f"{shown.caption} {package.words('continued')}"
        notes = [*warning, *(map(escape, shown.notes) if is_last else [])]
        if (
            found["caption"] != escape(caption)
            or bool(found["again"]) != (number > 0)
            or bool(found["label"]) == number
        ):
            yield f"{name}: the caption of its table number {number + 1} is not {caption!r}"
        if (found["notes"] or "") != "\\par\n".join(notes):
            yield f"{name}: the notes of its table number {number + 1} are not those of the table"
        if not _NARROWEST <= _label_width(found["width"]) <= _TEXT_WIDTH:
            yield f"{name}: the labels of its table number {number + 1} have no room"
    yield from _rows(name, known, shown)


def escape(text: str) -> str:
    """Text as LaTeX prints it unchanged."""
    signs = {sign: command for command, sign in _SIGNS.items() if sign != "-"}
    return re.sub("-(?=-)", "-{}", "".join(signs.get(letter, letter) for letter in _one_line(text)))


def _rows(name: str, floats: list[re.Match[str]], shown: Shown) -> Iterator[str]:
    """The panels have all columns in their order, and each panel has all rows, of a triangle those that reach it."""
    lines, above = list[_Line](), ""
    for section, inside in shown.sections:
        above = section or above  # no heading ends a section
        lines += [(above, *line) for line in inside]
    headings = [
        (_one_line(text), number, _kind(shown.words.get(place), numeric))
        for place, (text, _, numeric, number) in enumerate(shown.headings)
    ]
    start, panel = 0, list[_Row]()
    for number, found in enumerate(floats):
        first, *heads = map(_read, _split(found["head"]))
        numbers = found["numbers"].split(" & ") if found["numbers"] is not None else [""] * len(heads)
        columns = headings[start : start + len(heads)]
        of_labels = rf"\raggedright\hangindent=1em {_one_line(shown.first)}"
        kinds = re.findall(r"[rc]|p\{[^}]*\}", found["columns"])
        if first != of_labels or [heads, numbers, kinds] != [[*part] for part in zip(*columns, strict=True)]:
            yield f"{name}: the columns of its table number {number + 1} are not those of the table"
            return
        panel += _body(found["body"])
        of_panel = lines[start:] if shown.is_triangle else lines
        if len(panel) >= len(of_panel):
            yield from _differ(name, panel, of_panel, slice(start, start + len(heads)))
            start, panel = start + len(heads), []
    if start != len(headings) or panel:
        yield f"{name}: number of columns: {start}, counted {len(headings)}"


def _body(body: str) -> Iterator[_Row]:
    section = ""
    for line in body.splitlines():
        row = line.removesuffix(r" \\")
        if heading := _SECTION.fullmatch(row):
            text = _read(heading[1])
            section = text if text != section else f"{text}, twice"
            continue
        label, *entries = _split(row)
        parts = _LABEL.fullmatch(label.strip())
        depth = int(parts[2] or 0) if parts and int(parts[1]) == int(parts[2] or 0) + 1 else -1
        texts = [_read(_LINED.sub(r"\1 \2", entry.strip().removeprefix(_WRAPPED))) for entry in entries]
        yield section, _read(parts[3]) if parts else label, depth, texts


def _kind(letters: int | None, numeric: bool) -> str:
    """How a column is aligned: words have the width that goes with their letters."""
    return f"p{{{letters * _LETTER:.1f}pt}}" if letters else "r" if numeric else "c"


def _differ(name: str, found: list[_Row], lines: list[_Line], part: slice) -> Iterator[str]:
    for row, (section, label, depth, entries) in zip(found, lines, strict=False):
        texts = [_one_line(text) for text, _ in entries[part]] or [""] * len(row[3])
        expected = (_one_line(section), _one_line(label), depth, texts)
        if row != expected:
            yield f"{name}, {label}: in the table {row[3]}, counted {texts}"
    if len(found) != len(lines):
        yield f"{name}: number of rows: {len(found)}, counted {len(lines)}"


def _label_width(text: str) -> float:
    number = float(re.sub(r"[^\d.]|\.(?!\d)", "", text))
    return _TEXT_WIDTH - number if "dimexpr" in text else number


def _split(line: str) -> list[str]:
    return re.split(r" (?<!\\)& ?", line)


def _read(text: str) -> str:
    """A text with the signs that LaTeX writes in another way."""
    return _ESCAPED.sub(lambda match: _SIGNS[match[0]], text)


def _one_line(text: str) -> str:
    return " ".join(text.split())
