"""A table that a team keeps by hand, or a paper prints: codes with what they mean, and what they lie below.

1. The name of a code is in a column such as `Code`, `Theme` or `Category`; where there is one such as `Name`, `Code` is
   a number or a short form.
2. What a code lies below is in a column of parents, or in one or several columns before it (`Theme`, `Subtheme`,
   `Code`). There an empty cell has the value above it, as in a table whose cells were merged, and a row without a code
   describes its theme. In a column of parents an empty cell means a root, unless the first row has a parent.
3. What a code means is in a column such as `Definition`.

ASSUME: a table that also has a column of documents or participants holds coded passages, no codebook.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from crosscase.codebooks.listed import CodePath, ListedCode, Source
from crosscase.languages import column_words
from crosscase.languages.headings import heading_form
from crosscase.readers.code_paths import split_levels
from crosscase.readers.look import Likeness, Look
from crosscase.spreadsheets import spreadsheet
from crosscase.storage.text_form import fold
from crosscase.study.list_headings import CODEBOOK

_CONFIDENCE = 0.3  # below that of any tool's table
_PASSAGES = (*column_words.DOCUMENT, *column_words.INTERVIEW, *column_words.FILE, *column_words.PARTICIPANT)
_NAME = ("label", *CODEBOOK["label"])
_MEANING = ("definition", "meaning", "explanation", "bedeutung", "erklärung", "signification", *CODEBOOK["definition"])
_PARENT = ("parent", *CODEBOOK["parent"])
_OTHER = ("tag", "tags", "node", "nodes", "nœud", "nodo")
_CODE = frozenset(map(heading_form, (*column_words.CODE, *_OTHER)))
_ABOVE = frozenset(map(heading_form, (*column_words.THEME, "domain", "topic", "dimension", *CODEBOOK["domain"])))
# Main theme, Subtheme, Unterkategorie, sous-thème, theme 2.
_RANK = re.compile(
    r"^(?:main|major|top|sub|super|higher|ober|unter|haupt|sous|principal|sotto|sovra|hoofd|onder|hoved|under|over|pod|nad)"
    r"[\s_-]*|[\s_-]*\d+$"
)


@dataclass(frozen=True)
class _Columns:
    """The columns of a table by what they hold."""

    header: Sequence[str]

    def _first(self, words: Sequence[str]) -> str:
        known = frozenset(map(heading_form, words))
        return next((heading for heading in self.header if heading_form(heading) in known), "")

    @cached_property
    def meaning(self) -> str:
        """What a code means."""
        return self._first(_MEANING)

    @cached_property
    def parent(self) -> str:
        """The code above."""
        return self._first(_PARENT)

    @cached_property
    def levels(self) -> list[str]:
        """From the root to the code, in the order of the table; the last one has the names of codes."""
        name = self._first(_NAME)
        known = _ABOVE if name else _ABOVE | _CODE
        levels = [
            heading for heading in self.header if _of_level(heading, known) and heading not in (name, self.parent)
        ]
        return [*levels, name] if name else levels


def _of_level(heading: str, known: frozenset[str]) -> bool:
    form = heading_form(heading)
    return form in known or heading_form(_RANK.sub("", fold(heading))) in known


def recognise(look: Look) -> Likeness:
    """A table with names of codes and what they mean or lie below, and without documents."""
    columns = _Columns(sorted(look.headings))
    is_told = columns.meaning or columns.parent or len(columns.levels) > 1
    if columns.levels and is_told and not look.has_headings(_PASSAGES):
        return Likeness(_CONFIDENCE, "it has columns of codes and of what they mean or lie below")
    return Likeness()


def read(source: Source) -> Iterator[ListedCode]:
    """Yield the codes in the order of the rows."""
    sheet = spreadsheet.read(source.path, limits=source.limits)
    columns = _Columns(sheet.header)
    above: list[str] = []
    listed: list[tuple[CodePath, str, str, str]] = []
    for record in sheet.records:
        cells = [record.fields[level] for level in columns.levels]
        if any(cells):
            above = _filled(cells, above)
            parent = record.fields[columns.parent] if columns.parent else ""
            parent = parent or (listed[-1][1] if listed and listed[0][1] else "")
            meaning = record.fields[columns.meaning] if columns.meaning else ""
            listed.append((split_levels(above, source.separator), parent, meaning, record.locator))
    parents = {fold(path[-1]): parent for path, parent, _, _ in reversed(listed)}
    for path, parent, meaning, place in listed:
        yield ListedCode((*_above(path[-1], parent, parents), *path), meaning, None, place)


def _filled(cells: Sequence[str], above: Sequence[str]) -> list[str]:
    """The levels of a row; an empty one before the last that is filled has the value of the row above."""
    deepest = max(level for level, cell in enumerate(cells) if cell)
    begun = next(level for level, cell in enumerate(cells) if cell)
    filled = [*above[:begun], *cells[begun : deepest + 1]]
    return [cell for cell in filled if cell]


def _above(name: str, parent: str, parents: Mapping[str, str]) -> CodePath:
    """The path of a code's parent, which may have parents itself; a ring of parents ends where it closes."""
    path: list[str] = []
    seen = {fold(name)}
    while parent and fold(parent) not in seen:
        seen.add(fold(parent))
        path.insert(0, parent)
        parent = parents.get(fold(parent), "")
    return tuple(path)
