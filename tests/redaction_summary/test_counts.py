"""What was replaced, hidden and decided is counted right, and no count describes a person. All words are invented."""

import ast
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.coding.observations import WITHDRAWN, ObservationKind
from crosscase.detectors.models import _DOUBTS as DOUBTS_OF_MODELS
from crosscase.redaction_summary import counts
from crosscase.redaction_summary.counts import STUDY
from crosscase.redaction_summary.kinds import ANY, DIFFERENT, GENERALISED, KINDS, WORDS_REPLACED, Part
from crosscase.running.pipeline import PACKAGE
from crosscase.storage.schemas import AppliedDecision, Observation, RedactionCount, ReviewCount

BROADER = "[a large northern city]"
TYPES = tuple(kind.upper() for kind in WORDS_REPLACED if kind != GENERALISED)
PIECES = st.one_of(
    st.sampled_from(["and then", "[laughs]", "[PERSON", "PERSON_12345678]", "[NAME_12345678]", BROADER, "[PERSON]"]),
    st.builds("[{}_{:08}]".format, st.sampled_from(TYPES), st.integers(0, 10**8 - 1)),
)
PASSAGES = st.lists(st.tuples(st.sampled_from(["D-1", "D-2"]), st.lists(PIECES, max_size=5).map(" ".join)))
Counted = dict[tuple[str, str, str], tuple[int, int | None]]


def observed(export: str, kind: ObservationKind, name: str, detail: str = "") -> Observation:
    return Observation(export, kind, name, 1, None, detail)


def counted(rows: Sequence[RedactionCount]) -> Counted:
    return {(row.export, row.part, row.kind): (row.count, row.passages) for row in rows}


def count(
    passages: Sequence[tuple[str, str | None]] = (),
    observations: Sequence[Observation] = (),
    decisions: Sequence[AppliedDecision] = (),
    reviews: Sequence[ReviewCount] = (),
) -> Counted:
    """The counts of a study with one export "x", which may have any number of participants."""
    return counted(counts.count({"x": passages}, observations, reviews, decisions, k=0))


@given(PASSAGES)
def test_replacements_are_those_that_stand_in_the_passages(passages: list[tuple[str, str]]) -> None:
    found = count(passages, [observed("x", ObservationKind.GENERALISED, BROADER)])
    words = [text.replace(BROADER, "<GENERALISED>") for _, text in set(passages)]
    for kind in WORDS_REPLACED:
        of_kind = re.compile(rf"\[{kind.upper()}_[0-9]{{8}}\]|<{kind.upper()}>" + r"|\[PERSON\]" * (kind == "person"))
        times = [len(of_kind.findall(text)) for text in words]
        assert found["x", Part.REPLACED, kind] == (sum(times), sum(map(bool, times))), kind
    assert found["x", Part.PASSAGE, DIFFERENT] == (len(words), None)
    assert found[STUDY, Part.PASSAGE, ANY][0] <= len(words)


@given(PASSAGES, st.randoms())
def test_further_codes_and_another_order_change_nothing(passages: list[tuple[str, str]], order: object) -> None:
    again = [*passages, *passages]
    order.shuffle(again)  # type: ignore[attr-defined]
    assert count(again) == count(passages)


@given(PASSAGES, PASSAGES)
def test_exports_add_up_to_the_study(one: list[tuple[str, str]], other: list[tuple[str, str]]) -> None:
    found = counted(counts.count({"a": one, "b": other}, [], [], [], k=0))
    for part in (Part.PASSAGE, Part.REPLACED):
        for kind in KINDS[part]:
            both = [found[export, part, kind] for export in ("a", "b")]
            passages = None if part == Part.PASSAGE else sum(passages or 0 for _, passages in both)
            assert found[STUDY, part, kind] == (sum(number for number, _ in both), passages)


def test_a_passage_without_words_is_none() -> None:
    assert count([("D-1", None), ("D-1", "[PHONE_00000001] or [PHONE_00000002]")]) == count(
        [("D-1", "[PHONE_00000001] or [PHONE_00000002]")]
    )
    assert count([("D-1", "a"), ("D-2", "a")])["x", Part.PASSAGE, DIFFERENT] == (2, None)


def test_what_exports_share_counts_once_in_the_study() -> None:
    observations = [
        observed(export, kind, name, detail)
        for export in ("a", "b")
        for kind, name, detail in (
            (ObservationKind.DOCUMENT, f"D-{export}", "P-1"),
            (ObservationKind.DOCUMENT, f"D-{export}2", ""),
            (ObservationKind.CODER, "C-1", ""),
            (ObservationKind.CODE, "[CODE_00000001] > Time > [CODE_00000002]", "unknown"),
            (ObservationKind.CODE, "[CODE_00000001]", "unknown"),
            (ObservationKind.GROUP, "[GROUP_00000003]", ""),
        )
    ]
    decisions = [
        AppliedDecision(export, number, choice, "everywhere", whole, reviewer, listed_left=2 * (choice == "keep"))
        for export in ("a", "b")
        for number, choice, whole, reviewer in (
            ("R-1", "keep", False, "one"),
            ("R-2", "generalise", False, "other"),
            ("R-3", "keep", True, "one"),
            ("R-4", "redact", True, "one"),
        )
    ]
    decisions.append(AppliedDecision("b", "R-5", "redact", "document", False, "one", in_doubt=False))
    reviews = [ReviewCount(export, 3, 4, 1, unfound=5) for export in ("a", "b")]
    found = counted(counts.count({"a": [], "b": []}, observations, reviews, decisions, k=1))
    expected = {
        (Part.PSEUDONYM, "participant"): (1, 1), (Part.PSEUDONYM, "coder"): (1, 1),
        (Part.PSEUDONYM, "document"): (2, 4),
        (Part.HIDDEN, "code"): (2, 2), (Part.HIDDEN, "group"): (1, 1), (Part.HIDDEN, "tool"): (0, 0),
        (Part.DECIDED, "keep"): (1, 1), (Part.DECIDED, "redact"): (0, 0), (Part.DECIDED, "generalise"): (1, 1),
        (Part.WHERE, "everywhere"): (2, 2), (Part.WHERE, "document"): (0, 0), (Part.WHERE, "once"): (0, 0),
        (Part.DOCUMENT, "read"): (1, 1), (Part.DOCUMENT, "withheld"): (1, 1), (Part.REVIEWER, "person"): (2, 2),
        (Part.LEFT, "listed_in_small_letters"): (2, 4), (Part.UNFOUND, "word"): (5, 10),
        (Part.WAITING, "word"): (2, 4), (Part.WAITING, "document"): (1, 2),
    }  # fmt: skip
    for (part, kind), (export, study) in expected.items():
        assert (found["b", part, kind][0], found[STUDY, part, kind][0]) == (export, study), (part, kind)


def people(*exports: str) -> list[Observation]:
    """A document of another person for each time that an export is named."""
    return [observed(name, ObservationKind.DOCUMENT, f"D-{n}", f"P-{n}") for n, name in enumerate(exports)]


def test_an_export_of_few_people_is_counted_in_the_study_alone() -> None:
    """Attack: with one interview an export, its rows would be a profile of the person; so would the difference."""
    passages = {"a": [("D-0", "[ID_00000001]")], "b": [("D-3", "[PHONE_00000001]")]}
    few = counts.count(passages, people("a", "a", "a", "b", "b"), [], [], k=3)
    assert {row.export for row in few} == {STUDY}
    assert counted(few)[STUDY, Part.REPLACED, "id"] == (1, 1)
    enough = counts.count(passages, people("a", "a", "a", "b", "b", "b"), [], [], k=3)
    assert {row.export for row in enough} == {STUDY, "a", "b"}


def test_no_count_says_whether_anybody_withdrew() -> None:
    """Attack: compare the counts with and without what is known of a person who withdrew."""
    stayed = [*people("x", "x"), observed("x", ObservationKind.CODER, "C-1")]
    left = [*stayed, observed("x", ObservationKind.DOCUMENT, f"{WITHDRAWN} 1", WITHDRAWN)]
    assert count([("D-1", "so [PERSON] said")], left) == count([("D-1", "so [PERSON_00000007] said")], stayed)


def test_every_part_and_kind_has_a_row_also_where_nothing_was_found() -> None:
    found = count()
    assert set(found) == {(export, part, kind) for export in (STUDY, "x") for part in Part for kind in KINDS[part]}
    assert {number for number, _ in found.values()} == {0}


def types_in(path: Path) -> set[str]:
    """The types of placeholders in a module of detectors: the texts in capitals that it makes spans of."""
    calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    spans = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "Span"]
    texts = {node.value for call in spans for node in call.args if isinstance(node, ast.Constant)}
    return {text for text in texts if isinstance(text, str) and text.isupper()}


def test_every_type_that_a_detector_gives_is_counted() -> None:
    given_types = {found for path in (PACKAGE / "detectors").glob("*.py") for found in types_in(path)}
    assert {"PERSON", "PHONE", "ID", "BIRTHDATE"} <= given_types
    assert {*given_types, *DOUBTS_OF_MODELS} <= set(TYPES)


@pytest.mark.parametrize("kind", TYPES)
def test_a_placeholder_counts_under_its_own_type_alone(kind: str) -> None:
    found = count([("D-1", f"[{kind}_00000001]")])
    replaced = Counter({name: number for (_, part, name), (number, _) in found.items() if part == Part.REPLACED})
    assert +replaced == {kind.lower(): 1}
