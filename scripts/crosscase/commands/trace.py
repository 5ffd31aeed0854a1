"""Print where a cell of a table comes from: its participants, codings and steps.

Labels may stand in place of ids, and a table's file in place of a domain.
"""

import argparse

EXAMPLE = "crosscase trace barriers/political_climate_change/PL"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which cell."""
    forms = "domain/code/group, sample/variable/category or sample_by_group/variable/category/group"
    parser.add_argument("cell", metavar="CELL", help=forms)


def run(options: argparse.Namespace) -> int:
    """Read the built study and print the explanation of the cell."""
    from crosscase.explain import built_results, explanations, terminal
    from crosscase.provenance import proofs
    from crosscase.provenance.step_record import STEPS, StepRecord
    from crosscase.running import locks, pipeline, places
    from crosscase.storage import files
    from crosscase.study import study_folder

    study_folder.enter(options.study)
    study = study_folder.study_here()
    locks.refuse_beside_build()
    record: StepRecord = files.read_json(STEPS)
    explanation = built_results.explain(options.cell, study)
    steps = explanations.steps_behind(explanation, record["steps"], study.exports)
    proof = {"checkout": proofs.of_checkout(pipeline.ROOT, record["code_sha256"]), "rebuild": proofs.of_rebuild()}
    true = places.find({coding.segment_id for coding in explanation.codings})
    print(terminal.text(explanation, steps, record, proof, true), end="")
    return 0
