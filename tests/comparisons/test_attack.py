"""The attacks behind docs/data-protection.md: why comparisons by variables of the register stay with the team.

1. Who has the codings of each pseudonym and a comparison solves equations for the variable of everybody.
2. Who has only published counts learns nothing more about what they hide.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscase.comparisons import grouping
from crosscase.comparisons.grouping import Grouping
from crosscase.sample import suppression
from crosscase.storage import files
from crosscase.storage.schemas import Cell, Mention, Participant
from crosscase.study import configuration, slices
from crosscase.study.facts import Study as Facts
from tests.builders import regrouped
from tests.builders.plain_runs import repeats
from tests.builders.projects import Study
from tests.builders.published_tables import publish, tables_that_fit


def solved(people: Sequence[str], mentions: Sequence[Mention], cells: Sequence[Cell]) -> dict[str, str]:
    """The group of each pseudonym, from the counts of participants and segments; empty where several would fit.

    A pseudonym without a coding is known from the list of issues.
    """
    codes = sorted({mention.code for mention in mentions})
    segments = np.zeros((len(codes), len(people)))
    for mention in mentions:
        segments[codes.index(mention.code), people.index(mention.participant)] += mention.segments
    equations = np.vstack([segments > 0, segments, np.ones((1, len(people)))])
    if np.linalg.matrix_rank(equations) < len(people):
        return {}
    found: dict[str, str] = {}
    for group in dict.fromkeys(cell.group for cell in cells):
        of_group = {cell.code: cell for cell in cells if cell.group == group}
        counted = [
            *((of_group[code].participants or 0) for code in codes),
            *((of_group[code].segments or 0) for code in codes),
            of_group[codes[0]].interviewed,
        ]
        shares = np.linalg.lstsq(equations, np.array(counted, float), rcond=None)[0]
        found |= {person: group for person, share in zip(people, shares, strict=True) if share > 0.5}
    return found


def test_with_the_codings_of_pseudonyms_a_comparison_gives_the_position_of_all_61_participants(
    built: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(built.folder)
    study = configuration.read("config/study.yaml", built.folder / "workflow/schemas/study.schema.yaml")
    people = list(files.read_all(sorted(built.folder.glob("data/processed/participants/*.parquet")), Participant))
    mentions = list(files.read_all(sorted(built.folder.glob("data/processed/mentions/*.parquet")), Mention))
    for columns in (["position"], ["organisation_type"]):
        grouped = grouping.group(people, columns, study)
        cells = regrouped.cells_of(study, grouped, mentions, built.folder / "data/processed/codebook.parquet")
        found = solved(sorted({person.participant for person in people}), mentions, cells)
        assert len(found) == 61
        assert found == {person: code for (person, _), code in grouped.of.items()}


@settings(max_examples=repeats(10, 25), deadline=None)
@given(st.data())
def test_without_them_every_register_that_fits_the_published_counts_gives_the_same_comparison(
    data: st.DataObject,
) -> None:
    """Participants who are counted together change places among the categories, and no number of it changes."""
    study = regrouped.study(3, (3, 1), k=3)
    variable = replace(study.sample[0], broader={})
    study = slices.replaced(study, sample=[variable, study.sample[1]])
    row = st.lists(st.integers(0, 4), min_size=3, max_size=3)
    table = data.draw(st.lists(row, min_size=3, max_size=3).filter(lambda rows: any(map(any, rows))))
    pattern = suppression.hide(table, study.k, lambda place: 2**32 - 1 - place[0] - place[1])
    raised = data.draw(st.lists(st.integers(0, 7), min_size=45, max_size=45))
    first = compared(study, table, pattern, raised)
    others = list(tables_that_fit(publish(table, pattern)))
    for other in others[:: max(1, len(others) // 8)]:
        assert compared(study, other, pattern, raised) == first


def compared(
    study: Facts, table: Sequence[Sequence[int]], pattern: set[tuple[int, int]], raised: Sequence[int]
) -> tuple[Grouping, list[Cell]]:
    """What is published of a register with these counts by category and group.

    In each group those whose category the table by group shows come first, so that what people mention goes with them.
    """
    rows = []
    for column in range(3):
        places = sorted(((line, column) for line in range(3)), key=lambda place: (place in pattern, place))
        kinds = [line for line, _ in places for _ in range(table[line][column])]
        rows += [(15 * column + number, column, (line, 0)) for number, line in enumerate(kinds)]
    people = regrouped.people(study, rows)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(suppression, "hide", lambda *_: pattern)
        grouped = grouping.group(people, ["country", "v0"], study)
    mentions = list(regrouped.mentions_of(people, [raised[number] for number, _, _ in rows], study))
    return grouped, regrouped.cells_of(study, grouped, mentions)
