"""ATLAS.ti: the codebook or the list of the Code Manager, CSV or XLSX.

1. The list of the Code Manager has a column of names for each level; each code is in the column of its level,
   with "● " before it.
2. In the codebook a code below another is written `Folder: Code`. A name may contain a colon, so it is split only
   if the part before the colon is also a code of the file; with `separator`, at every separator.
3. Code groups are not levels: a code may be in several.

Sources: both files of a real project, with the same 465 codes.
"""

from collections.abc import Iterator, Sequence

from crosscase.codebooks.listed import CodePath, ListedCode, Source
from crosscase.messages.errors import unreadable
from crosscase.messages.wording import counted
from crosscase.readers.code_paths import split_levels
from crosscase.readers.look import Likeness, Look
from crosscase.spreadsheets import spreadsheet
from crosscase.storage.text_form import fold

_JOINT = ": "
_BULLET = "●"
_ALWAYS = {"code", "comment"}


def recognise(look: Look) -> Likeness:
    """`Code` and `Comment` only, or with headings that only a list of codes has."""
    typical = look.has_headings(["Code Group 1", "Density", "Number of Groups"]) or look.headings == _ALWAYS
    alike = look.headings >= _ALWAYS and typical and not look.has_headings(["Segment", "Document", "Document name"])
    return Likeness(1.0, "it has the headings of ATLAS.ti's lists of codes") if alike else Likeness()


def read(source: Source) -> Iterator[ListedCode]:
    """Yield the codes in the order of the rows. Raises ReadError for a level without a parent."""
    rows = spreadsheet.rows(source.path, limits=source.limits)
    header = [fold(heading) for heading in next(rows)[1]]
    levels = next((n for n, heading in enumerate(header) if n and heading), len(header))
    comment = header.index("comment")
    listed = [(place, row, _name(row[:levels])) for place, row in rows if any(row)]
    names = {fold(name) for _, _, (_, name) in listed}
    above: CodePath = ()
    for place, row, (level, name) in listed:
        if len(row) != len(header):
            what = f"it has {counted(len(row), 'field')}, but the header has {len(header)}"
            raise unreadable(source.path, what, "The file is damaged: export it again.", place)
        if level > len(above):
            raise unreadable(source.path, "its code is a level too deep for the row above", place=place)
        path = _split_levels(name, names, source.separator) if levels == 1 else (*above[:level], name)
        above = path
        yield ListedCode(path, row[comment], None, place)


def _name(cells: Sequence[str]) -> tuple[int, str]:
    """The level of a row, and its name."""
    level = next((n for n, cell in enumerate(cells) if cell), 0)
    return level, cells[level].removeprefix(_BULLET).strip() if cells else ""


def _split_levels(name: str, names: set[str], separator: str | None) -> CodePath:
    """The levels of a name of the codebook."""
    if separator:
        return split_levels((name,), separator)
    *above, last = name.split(_JOINT)
    levels: list[str] = []
    level: list[str] = []
    for piece in above:
        level.append(piece)
        if fold(_JOINT.join([*levels, *level])) in names:
            levels.append(_JOINT.join(level))
            level = []
    return (*levels, _JOINT.join([*level, last]))
