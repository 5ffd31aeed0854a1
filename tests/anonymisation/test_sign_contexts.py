"""A match of a pattern of signs has a sign between two that may stand beside it. All patterns of rules are tried."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscase.anonymisation.sign_contexts import END, START, Context, Step, contexts_of
from crosscase.anonymisation.uncounted_patterns import LARGE_NUMBERS, NUMBERS, pattern_of
from crosscase.detectors.uncounted_numbers import RULES
from crosscase.detectors.uncounted_rules import Rule
from tests.builders.plain_runs import repeats


def fits(steps: Sequence[Step] | None, near: str, far: str | None = None) -> bool:
    """Whether a sign may stand on one side of a number, with another one beyond it."""
    return steps is None or any(one.allows(near) and (far is None or one.allows_beyond(far)) for one in steps)


def allows(context: Context, before: str, sign: str, behind: str) -> bool:
    """Whether a sign may stand between two others."""
    return sign in context.signs and fits(context.before, before) and fits(context.behind, behind)


@pytest.mark.parametrize(
    ("pattern", "allowed", "others"),
    [
        ("WN(?=[.,]|$)", ["WN.", "WN,"], ["XN.", "WNX", "NNN"]),
        ("W?N{2}X*", ["WNN", "XNN"], ["WNX", "XNX"]),  # the first one, before which anything may be
        ("L(?:W|X){0,2}N+[.]", ["LN.", "WN.", "LNN"], ["XNX", "NN.", "SN."]),
        ("(?:(?<=[.])|^)S,?N", ["SNX", ",NX"], [".NX"]),
        ("(?:(?<=[.])|^)N{1,2}X", [".NX", f"{START}NX", ".NN"], ["SNX", ",NN", ".NS"]),
        ("S.{0,3}N", ["QNX"], []),
    ],
)
def test_what_may_stand_beside_a_sign(pattern: str, allowed: list[str], others: list[str]) -> None:
    contexts = contexts_of(pattern, frozenset("N"))
    for three in (*allowed, *others):
        is_allowed = any(allows(one, three[0], three[1], three[2]) for one in contexts)
        assert is_allowed == (three in allowed)


def test_the_end_of_a_text_may_be_behind_a_sign_that_needs_nothing_there() -> None:
    (ended,) = contexts_of("WN(?=[.]|$)", frozenset("N"))
    (going_on,) = contexts_of("WN(?=X)", frozenset("N"))
    assert allows(ended, "W", "N", END)
    assert not allows(going_on, "W", "N", END)


@pytest.mark.parametrize(
    ("pattern", "allowed", "others"),
    [
        ("(?<=[.])[SX]N", [".S", ".X"], ["SS", "XS", f"{START}S"]),
        ("(?:(?<=[.])|^)[SX]N", [".S", f"{START}S"], ["SS", ",X"]),
        ("[SX]N", [".S", "SX"], [".N"]),
        ("L[SX]?N", ["LS", "LX", "SL", ".L"], ["SS", "XS", ".X"]),
    ],
)
def test_which_two_signs_may_stand_before_a_sign(pattern: str, allowed: list[str], others: list[str]) -> None:
    contexts = contexts_of(pattern, frozenset("N"))
    before = [two for two in (*allowed, *others) if any(fits(one.before, two[1], two[0]) for one in contexts)]
    assert before == allowed


def test_which_two_signs_may_stand_behind_a_sign() -> None:
    (context,) = contexts_of("SNL?(?=[.,])", frozenset("N"))
    allowed = [".W", ",W", f".{END}", "L.", "L,"]
    assert [two for two in (*allowed, "LW", "W.") if fits(context.behind, two[0], two[1])] == allowed


@pytest.mark.plain_cases(8)
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.example)
@settings(max_examples=repeats(20, 200), deadline=None)
@given(data=st.data())
def test_each_match_has_a_number_between_such_signs(rule: Rule, data: st.DataObject) -> None:
    pattern = pattern_of(rule)
    text = data.draw(st.from_regex(pattern.pattern)).strip("\n")
    match = pattern.pattern.search(text)
    for signs, contexts in ((NUMBERS, pattern.contexts), (LARGE_NUMBERS, pattern.of_large)):
        if not (match and contexts and not signs.isdisjoint(match[0])):
            continue
        beside = zip([START, *text], text, [*text[1:], END], strict=False)
        assert any(allows(one, *three) for three in beside for one in contexts)
        around = [START, START, *text, END, END]
        assert any(
            around[place] in one.signs
            and fits(one.before, around[place - 1], around[place - 2])
            and fits(one.behind, around[place + 1], around[place + 2])
            for place in range(2, len(text) + 2)
            for one in contexts
        )
