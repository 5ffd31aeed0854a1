"""Time the analysis: the step on the built study of this folder, and its parts on invented studies that grow.

    .venv/bin/python -m benchmarks.time_analysis --runs 3

All participants of an invented study are coded by two; codings grow with the participants. Agreement is timed on a
large codebook, too. Libraries of numbers work with one thread, as in a step.
"""

import argparse
import os
import runpy
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random
from time import process_time
from types import SimpleNamespace

from crosscase.analysis import agreement_rows, coders, completeness, cooccurrence, worth
from crosscase.analysis.intervals import Method
from crosscase.storage.schemas import Cell, CellCoding, Mention, Participant, State
from crosscase.study import slices, study_folder

GROUPS, CODES, PASSAGES = 10, 30, 40  # passages of each participant and coder
SIZES = (60, 240, 960)  # participants
LARGE_CODEBOOK = 3000  # codes
_INPUTS = ("mentions", "participants", "observations", "segments")


def invented(
    participants: int, number_of_codes: int = CODES
) -> tuple[list[Cell], list[CellCoding], list[Mention], list[Participant]]:
    """Cells, codings, mentions and participants of a study."""
    chance = Random(participants)
    names = [(f"P{number}", f"G{number % GROUPS}") for number in range(participants)]
    codings = []
    for person, group in names:
        for _ in range(PASSAGES):
            start, code = chance.randrange(50_000), f"c{chance.randrange(number_of_codes)}"
            for coder in ("C1", "C2"):
                if chance.random() < 0.9:
                    row = start + chance.randrange(20), start + 200
                    codings.append(CellCoding("d", code, group, person, "x", "0" * 16, f"D{person}", *row, coder, 1))
    pairs = sorted({(row.participant, row.group, row.code) for row in codings})
    mentions = [Mention("x", person, group, "d", code, 1, 1) for person, group, code in pairs]
    raised, sizes = Counter(pair[1:] for pair in pairs), Counter(group for _, group in names)
    cells = []
    for code in sorted({code for _, _, code in pairs}):
        for group, size in sorted(sizes.items()):
            number = raised[group, code]
            state = State.PRESENT if number else State.ABSENT
            cells.append(Cell("d", code, group, state, number, size, number))
    return cells, codings, mentions, [Participant(person, group, [], True) for person, group in names]


def parts(participants: int) -> dict[str, Callable[[], object]]:
    """What the step works out, each as a function without arguments."""
    cells, codings, mentions, people = invented(participants)
    order = dict.fromkeys(cell.code for cell in cells)
    large_cells, large_codings, _, _ = invented(participants, LARGE_CODEBOOK)

    def agreement(cells: list[Cell], codings: list[CellCoding]) -> object:
        return list(agreement_rows.of(coders.compare(cells, codings, {"x": "tidy"}, 0.5).judgements, 1))

    def accumulation() -> object:
        found = completeness.incidences(cells, people, mentions)
        return list(completeness.of_groups(found, True)), list(completeness.curves(found, True))

    return {
        "marks and totals": lambda: (list(worth.of_cells(cells, Method.WILSON)), list(worth.of_totals(cells))),
        "completeness and accumulation": accumulation,
        "agreement with intervals": lambda: agreement(cells, codings),
        f"the same with {LARGE_CODEBOOK} codes": lambda: agreement(large_cells, large_codings),
        "co-occurrence": lambda: list(cooccurrence.of_codes(order, mentions, codings, {"x": "tidy"})),
    }


def step() -> None:
    """The whole step on the study of this folder, which must be built; its output goes into a temporary folder."""
    study = study_folder.study_here()
    exports = {name: [f"data/processed/{name}/{export}.parquet" for export in study.exports] for name in _INPUTS}
    cells, codings = "results/cells/cells.parquet", "results/provenance/cell_codings.parquet"
    tables = {"cells": cells, "codings": codings, "codebook": "data/processed/codebook.parquet"}
    with tempfile.TemporaryDirectory() as folder:
        names = [path.name for path in Path("results/analysis").iterdir()]
        output = {Path(name).stem: f"{folder}/{name}" for name in names}
        given = SimpleNamespace(
            input=SimpleNamespace(**tables, plan=[], **exports),
            output=SimpleNamespace(**output),
            params=SimpleNamespace(study=slices.take(study, *study.__dataclass_fields__)),
            log=[f"{folder}/log"],
        )
        runpy.run_path("scripts/analyse_marks.py", {"snakemake": given})


def least(call: Callable[[], object], runs: int) -> float:
    """The least CPU time of some runs, in seconds."""
    times = []
    for _ in range(runs):
        begin = process_time()
        call()
        times.append(process_time() - begin)
    return min(times)


def main() -> None:
    """Print a table of CPU seconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    runs: int = parser.parse_args().runs
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # before anything loads NumPy
    print(f"the step on the built study: {least(step, runs):.2f} s")
    print("| CPU seconds |", " | ".join(f"{size} participants" for size in SIZES), "|")
    rows = [parts(size) for size in SIZES]
    for name in rows[0]:
        print(f"| {name} |", " | ".join(f"{least(row[name], runs):.2f}" for row in rows), "|")


if __name__ == "__main__":
    main()
