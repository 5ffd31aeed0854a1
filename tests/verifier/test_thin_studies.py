"""Studies with next to nothing to say: the analysis has a result or says why not, and is counted again."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.builders.small_study import STUDY, small_study_here, write_csv
from tests.builders.steps_in_process import problems_of_analysis
from tests.builders.unpacked_package import Unpacked
from verifier import (
    agreement,
    analysis_tables,
    codings,
    comparisons,
    configurations,
    counting,
    exact_tests,
    rule_tables,
    worth,
)

FOLDER = Path("results/analysis")
HEAD = ("Interview", "Group", "Code", "Text", "From", "To", "Coder")
Coding = tuple[str, str, str, int, int, str]  # interview, group, code, where it begins and ends, coder
ANALYSIS: dict[str, Any] = {
    "group_test": {"least": 2},
    "truth_table": {"conditions": ["time", "money"], "outcome": "trust"},
    "opposites": [["time", "trust"]],
}


def talk(number: int, group: str, code: str, coder: str = "Ann", start: int = 0) -> Coding:
    return (f"Talk {number}", group, code, start, start + 10, coder)


def build(people: Sequence[tuple[str, str, str]], said: Sequence[Coding], **further: Any) -> list[str]:
    """What a build says of a study with these participants (name, group, withdrawn) and codings."""
    groups = sorted({group for _, group, _ in people})
    columns = {"document": "Interview", "document_group": "Group", "code": "Code", "text": "Text"}
    export = {
        "file": "data/raw/exports/x.csv",
        "format": "tidy",
        "country_from": "document_group",
        "columns": {**columns, "start": "From", "end": "To", "coder": "Coder"},
    }
    countries = [{"code": group, "name": f"Land {group}"} for group in groups]
    config = {**STUDY, "countries": countries, "exports": {"x": export}, "sample": {}, "analysis": ANALYSIS, **further}
    Path("config/study.yaml").write_text(yaml.safe_dump(config, sort_keys=False), encoding="utf-8")
    rows = [(name, name, group, f"Talk {n}", "yes", withdrawn) for n, (name, group, withdrawn) in enumerate(people, 1)]
    write_csv(
        Path("data/raw/participants.csv"),
        [("participant", "name", "country", "documents", "consent_to_quote", "withdrawn"), *rows],
    )
    texts = [(talk, group, code, f"words {talk} {a}", a, b, coder) for talk, group, code, a, b, coder in said]
    write_csv(Path("data/raw/exports/x.csv"), [HEAD, *texts])
    return problems_of_analysis()


def differences() -> Iterator[str]:
    """What the verifier finds in the analysis."""
    package = Unpacked()
    count = counting.Count(package)
    for check in (
        *(counting.cells, codings.codings, worth.marks, worth.totals, worth.groups, worth.curves),
        *(worth.saturation, rule_tables.cells, rule_tables.totals, rule_tables.thresholds, rule_tables.evidence),
        *(agreement.agreement, agreement.disagreements, agreement.disputed, comparisons.cooccurrence),
        *(comparisons.holders, comparisons.similarity, exact_tests.group_test, configurations.truth_table),
    ):
        yield from check(package, count)
    yield from counting.mentions(count)
    yield from codings.quotable(package)


ONE = [("IRL-1", "IE", "no")]
PAIR = [*ONE, ("IRL-2", "IE", "no")]
FOUR = [*PAIR, ("ENG-1", "EN", "no"), ("ENG-2", "EN", "no")]
STUDIES: dict[str, tuple[list[tuple[str, str, str]], list[Coding], str]] = {
    "one participant, one coder": (ONE, [talk(1, "IE", "Time")], "The exports name one coder"),
    "one participant, two coders": (
        ONE,
        [talk(1, "IE", "Time"), talk(1, "IE", "Time", "Bob"), talk(1, "IE", "Money", "Bob", 50)],
        "Krippendorff's alpha is undefined.",
    ),
    "coders who never meet": (
        PAIR,
        [talk(1, "IE", "Time"), talk(2, "IE", "Time", "Bob")],
        "No two coders coded material of one participant",
    ),
    "a code in every cell, by both coders": (
        FOUR,
        [
            talk(number, group, code, coder, start)
            for number, group in ((1, "IE"), (2, "IE"), (3, "EN"), (4, "EN"))
            for start, code in ((0, "Time"), (20, "Money"), (40, "Trust"))
            for coder in ("Ann", "Bob")
        ],
        "agreed on 100.0% of 12 units",
    ),
    "an empty domain": (FOUR, [talk(1, "IE", "Time"), talk(3, "EN", "Money")], "2 marks"),
    "all of a group withdrawn": (
        [*PAIR, ("ENG-1", "EN", "yes"), ("ENG-2", "EN", "yes")],
        [talk(1, "IE", "Time"), talk(3, "EN", "Money")],
        "1 mark",
    ),
    "nobody is coded with anything that counts": (FOUR, [talk(1, "IE", "Trust")], "1 mark"),
}


@pytest.mark.plain_cases(3)
@pytest.mark.parametrize("name", STUDIES)
def test_a_thin_study_has_a_result_or_a_plain_statement_and_is_counted_again(name: str) -> None:
    people, said, sentence = STUDIES[name]
    with small_study_here():
        assert build(people, said) == []
        assert sentence in (FOLDER / "summary.txt").read_text(encoding="utf-8")
        assert list(differences()) == []
        for path in FOLDER.glob("*.csv"):
            text = path.read_text(encoding="utf-8").lower()
            assert not {"nan", "inf", "-inf", "none"} & {cell for row in text.splitlines() for cell in row.split(",")}


def test_everybody_withdrew_is_said() -> None:
    """It was a division by zero."""
    with small_study_here():
        problems = build([(name, group, "yes") for name, group, _ in FOUR], [talk(1, "IE", "Time")])
        assert len(problems) == 1
        assert "every participant has withdrawn, so there is nobody to count" in problems[0]


def test_a_domain_of_which_nothing_is_known_has_no_completeness_and_the_table_says_so() -> None:
    """All codings are of somebody who withdrew: the table had a row without any word, which the verifier refused."""
    with small_study_here():
        assert build([("IRL-1", "IE", "no"), ("IRL-2", "IE", "yes")], [talk(2, "IE", "Time")]) == []
        package = Unpacked()
        count = counting.Count(package)
        assert [p for name in analysis_tables.names(package) for p in analysis_tables.check(package, count, name)] == []
        assert "Nothing was coded." in (FOLDER / "completeness.html").read_text(encoding="utf-8")
