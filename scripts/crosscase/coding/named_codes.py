"""The codes that study.yaml names: each is one of the codebook that passages can have."""

from collections.abc import Iterable

from crosscase.messages.errors import Problem, stop_on
from crosscase.messages.suggestions import did_you_mean
from crosscase.storage.schemas import CodebookEntry
from crosscase.study.facts import CONFIG, TruthTable


def check(entries: Iterable[CodebookEntry], wanted: TruthTable) -> None:
    """Raises StudyError for each code of a truth table that the codebook does not have, or that only holds others."""
    codes = [entry.code for entry in entries if entry.codable]
    stop_on(
        Problem(
            CONFIG,
            "analysis.truth_table",
            f"{code!r} is no code that passages can have",
            f"{did_you_mean(code, codes)} Write the id of a code, as in the column `code` of the codebook.".strip(),
        )
        for code in wanted.codes
        if code not in codes
    )
