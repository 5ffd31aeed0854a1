"""The analysis in sentences, the findings and the checklists of a study in another language have no English word."""

from dataclasses import replace
from typing import Any

import pytest

from crosscase.analysis import (
    checklists,
    exact_test,
    findings,
    planned_coding,
    reported_facts,
    rules,
    similarity,
    summary,
    truth_table,
    worth,
)
from crosscase.analysis.agreement_tables import Agreement, DoubleCoding, Outcome, Planned
from crosscase.analysis.intervals import Method
from crosscase.analysis.rows import Completeness
from crosscase.analysis.truth_table import Case
from crosscase.labels import labels
from crosscase.storage.schemas import Cell, CellCoding, CodebookEntry, Participant, State
from crosscase.study.facts import GroupTest, SampleVariable, Saturation, TruthTable
from crosscase.study.own_labels import labels_of
from tests.builders.invented_cells import STUDY
from tests.builders.printed_words import others, words_of, words_of_language

LANGUAGES = [language for language in labels.languages() if language != "en"]
CELLS = [
    *(Cell("d", "qqcode", code, State.PRESENT, 1, 4, 2) for code in ("CZ", "EL")),
    *(Cell("d", "qqcode", "NO", state, None, 0, None) for state in (State.NOT_CODED,)),
    *(Cell("d", "qqother", "CZ", state, None, 4, None) for state in (State.UNKNOWN,)),
    Cell("d", "qqother", "EL", State.NOT_ASKED, None, 0, None),
]
CODEBOOK = [CodebookEntry(code, "d", code, "", "", [code], True, []) for code in ("qqcode", "qqother")]


def agreement(level: str, frame: str, alpha: float | None) -> Agreement:
    low, high = (None, None) if alpha is None else (0.1, 0.2)
    values: dict[str, Any] = dict.fromkeys(Agreement.__dataclass_fields__)
    known: dict[str, Any] = {
        "level": level,
        "frame": frame,
        "coders": 2,
        "participants": 3,
        "units": 4,
        "observed": 0.5,
    }
    known |= {"alpha": alpha, "alpha_low": low, "alpha_high": high}
    known |= dict.fromkeys(("domain", "code", "group", "one", "other"), "(all)")
    return Agreement(**{**values, **known})


AGREED = [
    agreement("participant", "all", 0.2),
    agreement("participant", "all", None),
    *(agreement(level, "marked", 0.3) for level in ("segment", "character", "paragraph")),
]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_the_summary_is_of_another_language(language: str) -> None:
    words = labels.of(language, {}, "country", "countries")
    found = [cell for cell in CELLS if cell.code == "qqcode"]
    marks, totals = list(worth.of_cells(found, Method.WILSON)), list(worth.of_totals(found))
    values: dict[str, Any] = {**dict.fromkeys(Completeness.__dataclass_fields__, 1), "domain": "(all)", "coverage": 0.5}
    covered = [Completeness(**{**values, "group": group}) for group in ("CZ", "EL")]
    alike = list(similarity.of_groups([replace(cell, group=g) for g in ("CZ", "EL", "NO") for cell in found[:1]]))
    lines = list(summary.sentences(marks, totals, covered, AGREED, [], alike, words))
    lines += summary.sentences(marks, totals, [], [], [], [], words, "Qq")
    lines += [words(f"summary_{key}") for key in ("no_coder", "one_coder", "apart", "no_places")]
    drawn = [DoubleCoding("CZ", str(n), outcome, 2, 0, None, None) for n, outcome in enumerate(Outcome)]
    plan = [Planned("CZ", str(n), "", 0, 0.1, 1) for n in range(9)]
    lines += planned_coding.sentences(plan, drawn, words)
    tested = [*exact_test.of_codes(CELLS, 0, GroupTest(True, least=2))]
    lines += exact_test.sentences([replace(row, corrected_p=p, p=p) for row in tested for p in (0.5, None)], words)
    lines += truth_table.sentences([Case(("G1",), (1, 0)), Case(("G2",), (None, 1))], TruthTable(["a"], "b"), words)
    assert len(lines) > 18
    own = words_of("CZ EL NO Qq qqcode thresholds.csv group_test.csv Holm")
    assert not others(words_of(*lines), own, words_of_language(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_findings_and_checklists_is_of_another_language(language: str) -> None:
    variable = SampleVariable("role", "Qqrolle", [])
    facts = replace(
        STUDY, output_language=language, sample=[variable, variable], has_guide=True, saturation=Saturation()
    )
    words, people = labels_of(facts), [Participant("P1", "CZ", [], True), Participant("P2", "EL", [], False)]
    rule = reported_facts.rule_of(facts)
    ruled = [rules.RuleCell(rules.STUDY, "d", "qqcode", "CZ", State.PRESENT, 1, 1, 4, 3, 0, 0)]
    rows = list(findings.of_codes(CELLS, CODEBOOK, ruled, [], {}, {}, words, rule, True))
    codings = [CellCoding("d", "qqcode", "CZ", "P1", "x", "0", "D", None, None, "C1", 1)]
    known = reported_facts.of(reported_facts.Material(facts, people, rows, AGREED[:2], codings, ["Qq", "Qq"]))
    assert len(known) == len(checklists.Fact)
    both = (checklists.coreq(known, words), checklists.srqr(known, words))
    items = [(item.part, item.item, item.text) for found in both for item in found]
    texts = [(row.by_group, row.opposite_by_group, row.sentence) for row in rows]
    own = words_of(facts, "CZ EL NO Qq Qqrolle qqcode qqother crosscase Krippendorff")
    assert not others(words_of(items, texts), own, words_of_language(language))
