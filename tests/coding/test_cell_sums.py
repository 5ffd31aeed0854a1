"""The number of codings in the tables is counted from the last of them; a coding that was lost is told."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.coding.cell_sums import codings_in_cells
from crosscase.messages.errors import StudyError
from crosscase.storage.schemas import Balance, Cell, Mention, State

MENTIONS = [
    Mention("cz", "P-1", "CZ", "barriers", "time", 2, 3),  # two people coded one of the two segments
    Mention("cz", "P-2", "CZ", "barriers", "time", 1, 1),
    Mention("extra", "P-2", "CZ", "barriers", "time", 4, 4),
    Mention("de", "P-3", "DE", "barriers", "money", 1, 1),
]
CELLS = [
    Cell("barriers", "time", "CZ", State.PRESENT.value, 2, 2, 7),
    Cell("barriers", "time", "DE", State.ABSENT.value, 0, 1, 0),
    Cell("barriers", "money", "CZ", State.ABSENT.value, 0, 2, 0),
    Cell("barriers", "money", "DE", State.PRESENT.value, 1, 1, 1),
    Cell("impacts", "reach", "DE", State.NOT_CODED.value, None, 1, None),
    Cell("impacts", "reach", "CZ", State.UNKNOWN.value, None, 2, None),
]
BALANCE = [
    Balance("cz", 6, 4, 0, 2, 0, 0, 0),
    Balance("de", 1, 1, 0, 0, 0, 0, 0),
    Balance("extra", 4, 4, 0, 0, 0, 0, 0),
    Balance("", 0, 0, 0, 0, 0, 0, 0),
]


def test_all_valid_codings_are_counted_in_the_cells() -> None:
    assert codings_in_cells(CELLS, MENTIONS, BALANCE) == 9


@given(number=st.integers(0, len(MENTIONS) - 1))
def test_a_mention_that_was_lost_stops_the_build(number: int) -> None:
    lost = MENTIONS[number]
    with pytest.raises(StudyError) as error:
        codings_in_cells(CELLS, [*MENTIONS[:number], *MENTIONS[number + 1 :]], BALANCE)
    assert f"data/processed/mentions/{lost.export}.parquet: it holds" in str(error.value)
    assert f"results/cells/cells.csv, {lost.code}, {lost.group}: " in str(error.value)


@pytest.mark.parametrize(
    ("number", "changed", "sentence"),
    [
        (
            0,
            {"participants": 1},
            "time, CZ: its mentions are 7 segments of 2 participants, but it says present, 7 and 1",
        ),
        (0, {"segments": 6}, "time, CZ: its mentions are 7 segments of 2 participants"),
        (0, {"state": State.ABSENT.value}, "but it says absent, 7 and 2"),
        (1, {"state": State.PRESENT.value}, "time, DE: its mentions are 0 segments of 0 participants"),
        (3, {"state": State.NOT_CODED.value, "participants": None, "segments": None}, "but it says not_coded"),
        (3, {"state": State.UNKNOWN.value, "participants": None, "segments": None}, "but it says unknown"),
        (3, {"code": "trust"}, "money, DE: the cell of these mentions is missing"),
    ],
)
def test_a_cell_that_does_not_fit_its_mentions_stops_the_build(
    number: int, changed: dict[str, object], sentence: str
) -> None:
    cells = [replace(cell, **changed) if place == number else cell for place, cell in enumerate(CELLS)]  # type: ignore[arg-type]
    with pytest.raises(StudyError) as error:
        codings_in_cells(cells, MENTIONS, BALANCE)
    assert sentence in str(error.value)
