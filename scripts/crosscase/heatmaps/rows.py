"""What a grid shows, apart from what draws it: charts have such rows, too, and load no seaborn."""

from dataclasses import dataclass, field

from crosscase.heatmaps.layout import INK


@dataclass(frozen=True, slots=True)
class Mark:
    """The content of a cell: its colour as a value of the colour map, and its text."""

    value: float  # nan: without a colour
    text: str
    colour: str = INK
    hatched: bool = False


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row: a code with its marks or, without marks, a heading of the rows below."""

    label: str
    level: int = 0
    marks: list[Mark] = field(default_factory=list)
    total: str = ""
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """The heading of a column: a code, and a line below it."""

    code: str
    below: str = ""
