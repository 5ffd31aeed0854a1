"""Whether every valid coding has come into the cells: the sums of segments, mentions and cells are compared.

The end of a build says how many codings are in the tables. That number is counted here, from the cells and the mentions
behind them, and is compared with the number of validated segments: a mention that was lost stops the build.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from crosscase.messages.errors import Problem, stop_on
from crosscase.messages.wording import counted
from crosscase.storage.schemas import COUNTED, Balance, Cell, Mention, State

_REMEDY = "Delete data/processed and build again; if the message comes back, report it."
_Place = tuple[str, str]  # code, group


def codings_in_cells(
    cells: Iterable[Cell],
    mentions: Iterable[Mention],
    balance: Iterable[Balance],
    marked: Collection[_Place] | None = None,
) -> int:
    """The number of codings that the cells count. `balance` has the number of validated segments of each export.

    `marked` are the codes and groups with a mark; None: those that somebody raised.

    Raises StudyError for an export whose mentions do not hold all its validated segments, and for a cell whose numbers
    are not the sums of its mentions.
    """
    found = list(mentions)
    codings = Counter[str]()
    for mention in found:
        codings[mention.export] += mention.codings
    stop_on([*_lost_in_mentions(codings, balance), *_lost_in_cells(cells, found, marked)])
    return codings.total()


def _lost_in_mentions(codings: Counter[str], balance: Iterable[Balance]) -> Iterator[Problem]:
    for row in balance:
        if codings[row.export] != row.segments:
            what = f"it holds {counted(codings[row.export], 'coding')}, but {row.segments} are valid"
            yield Problem(f"data/processed/mentions/{row.export}.parquet", "", what, _REMEDY)


def _lost_in_cells(
    cells: Iterable[Cell], mentions: Iterable[Mention], marked: Collection[_Place] | None
) -> Iterator[Problem]:
    segments = Counter[_Place]()
    people: dict[_Place, set[str]] = {}
    for mention in mentions:
        place = (mention.code, mention.group)
        segments[place] += mention.segments
        people.setdefault(place, set()).add(mention.participant)
    for cell in cells:
        place = (cell.code, cell.group)
        raised = people.pop(place, set())
        expected = State.PRESENT if (raised if marked is None else place in marked) else State.ABSENT
        fits = (cell.participants, cell.segments, cell.state) == (len(raised), segments[place], expected)
        if not fits and (raised or cell.state in COUNTED):
            belonging = f"{counted(segments[place], 'segment')} of {counted(len(raised), 'participant')}"
            what = f"its mentions are {belonging}, but it says {cell.state}, {cell.segments} and {cell.participants}"
            yield Problem("results/cells/cells.csv", f"{cell.code}, {cell.group}", what, _REMEDY)
    for code, group in sorted(people):
        yield Problem("results/cells/cells.csv", f"{code}, {group}", "the cell of these mentions is missing", _REMEDY)
