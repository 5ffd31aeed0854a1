"""The numbers behind a matrix on the page. All is invented."""

from crosscase.analysis import worth
from crosscase.analysis.intervals import Method
from crosscase.coding import matrices
from crosscase.report import view_matrices
from crosscase.study.facts import Group
from tests.builders.invented_cells import DOMAIN, cell, entry


def test_the_ends_of_an_interval_are_rounded_once() -> None:
    """Wilson's interval of 1 of 9 ends at 43.49997 per cent; in the files of the analysis, at 0.435."""
    cells = [cell("time", "CZ", 1, 9), cell("time", "NO", None, 9)]
    groups = [Group("CZ", "Czech Republic", "CZ"), Group("NO", "Norway", "NO")]
    matrix = matrices.build(cells, [entry("time", "Time")], groups, DOMAIN)
    known = {(row.code, row.group): row for row in worth.of_cells(cells, Method.WILSON)}
    assert view_matrices.counts(matrix, known, False, Method.WILSON) == {
        "time": [[1, 9, 2, 0.02, 0.43, None], [None, 9, None, None, None, None]]
    }
