"""Codes above others, counted with the codes below them, against a plain count."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.analysis import upper_codes
from crosscase.coding import cells as counted_cells
from crosscase.storage.schemas import CodebookEntry, Mention
from crosscase.study.facts import AT_LEAST_ONE, Group, MarkRule, NotCoded

# top holds a and b; a, which can be given itself, holds deep; other stands alone.
PATHS = {"top": ["top"], "a": ["top", "a"], "deep": ["top", "a", "deep"], "b": ["top", "b"], "other": ["other"]}
CODEBOOK = [
    CodebookEntry(code, "d", code, "", path[-2] if path[1:] else "", path, code != "top", [])
    for code, path in PATHS.items()
]
GROUPS = [Group("A", "A"), Group("B", "B"), Group("C", "C")]
MEMBERS = [(f"P{number}-{group.code}", group.code) for group in GROUPS for number in range(4)]
SAID = st.lists(
    st.tuples(st.sampled_from(MEMBERS[:8]), st.sampled_from(["a", "deep", "b", "other"]), st.integers(1, 3)),
    unique_by=lambda one: one[:2],
)


@given(SAID, st.sampled_from([AT_LEAST_ONE, MarkRule(at_least=2), MarkRule(unit="segments", at_least=3)]))
def test_a_code_counts_its_own_and_those_below(said: list[tuple[tuple[str, str], str, int]], rule: MarkRule) -> None:
    mentions = [Mention("e", person, group, "d", code, number, number) for (person, group), code, number in said]
    gap = NotCoded("C", "d", "no time")
    own = counted_cells.aggregate(mentions, MEMBERS, CODEBOOK, GROUPS, [gap])
    found = upper_codes.cells(own, CODEBOOK, rule, mentions, [])
    assert [(cell.code, cell.group) for cell in found] == [(code, g.code) for code in ("top", "a") for g in GROUPS]
    for cell in found:
        below = [code for code, path in PATHS.items() if cell.code in path]
        here = [(who, number) for (who, group), code, number in said if group == cell.group and code in below]
        if cell.group == "C":
            assert (cell.state, cell.participants, cell.segments) == ("not_coded", None, None)
            continue
        known = any(group == cell.group for (_, group), _, _ in said)
        if not known:
            assert cell.participants is None  # nobody knows whether the material was coded
            continue
        people, segments = {who for who, _ in here}, sum(number for _, number in here)
        assert (cell.participants, cell.segments, cell.interviewed) == (len(people), segments, 4)
        amount = segments if rule.unit == "segments" else len(people)
        assert cell.state == ("present" if amount >= rule.at_least else "absent")


@pytest.mark.parametrize("parents", ["any", "all"])
def test_a_rule_that_counts_codes_below_needs_no_other_count(parents: str) -> None:
    own = counted_cells.aggregate([], MEMBERS, CODEBOOK, GROUPS, [])
    assert upper_codes.cells(own, CODEBOOK, replace(AT_LEAST_ONE, parents=parents), [], []) == []
    assert upper_codes.below(CODEBOOK) == {"top": ["a", "deep", "b"], "a": ["deep"]}
