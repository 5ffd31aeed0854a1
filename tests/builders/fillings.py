"""All ways to fill the hidden places of a table whose margins are known."""

from collections.abc import Iterator, Sequence

from crosscase.sample.suppression import Place


def fillings(hidden: set[Place], rows: Sequence[int], columns: Sequence[int]) -> list[dict[Place, int]]:
    """All ways to fill hidden cells so that they add up to what rows and columns lack, by trying; knows no flows."""
    cells = sorted(hidden)

    def fill(number: int, row_left: Sequence[int], column_left: Sequence[int]) -> Iterator[tuple[int, ...]]:
        if number == len(cells):
            if not any(row_left) and not any(column_left):
                yield ()
            return
        row, column = cells[number]
        if number and any(row_left[: cells[number][0]]):
            return  # an earlier row does not add up
        for value in range(min(row_left[row], column_left[column]) + 1):
            left = [n - value * (r == row) for r, n in enumerate(row_left)]
            below = [n - value * (c == column) for c, n in enumerate(column_left)]
            yield from ((value, *rest) for rest in fill(number + 1, left, below))

    return [dict(zip(cells, values, strict=True)) for values in fill(0, rows, columns)]
