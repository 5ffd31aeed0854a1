"""Rules for marks: each key by a table of cases, and laws that hold whatever was said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.coding import mark_rules
from crosscase.labels import labels
from crosscase.storage.schemas import CellCoding, CodebookEntry, Mention
from crosscase.study.facts import AT_LEAST_ONE, MarkRule

# A tree: needs (only a heading) holds time and money; money holds wages.
CODEBOOK = [
    CodebookEntry(code, "barriers", code, "", parent, [code], codable, [])
    for code, parent, codable in (
        ("needs", "", False),
        ("time", "needs", True),
        ("money", "needs", True),
        ("wages", "money", True),
    )
]


def coding(person: str, code: str, document: str = "D-1", coder: str | None = "C-1", passage: int = 1) -> CellCoding:
    return CellCoding("barriers", code, "CZ", person, "a", "0", document, None, None, coder, passage)


SAID = [
    coding("P-1", "time"),
    coding("P-1", "time", document="D-2", passage=2),
    coding("P-1", "time", coder="C-2"),  # the same passage as the first
    coding("P-1", "wages"),
    coding("P-2", "wages", coder="C-2"),
    coding("P-2", "money", coder="C-1"),
    coding("P-2", "money", coder="C-2"),
    coding("P-3", "time", coder=None),
]


def mentions_of(codings: list[CellCoding]) -> list[Mention]:
    passages: dict[tuple[str, str], set[int]] = {}
    for one in codings:
        passages.setdefault((one.participant, one.code), set()).add(one.passage)
    return [Mention("a", who, "CZ", "barriers", code, len(n), len(n)) for (who, code), n in passages.items()]


def found(rule: MarkRule) -> dict[str, dict[str, int]]:
    amounts = mark_rules.amounts(rule, mentions_of(SAID), SAID, CODEBOOK)
    return {code: people for (code, _), people in amounts.items() if people}


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (AT_LEAST_ONE, {"time": {"P-1": 1, "P-3": 1}, "money": {"P-2": 1}, "wages": {"P-1": 1, "P-2": 1}}),
        (MarkRule("segments"), {"time": {"P-1": 2, "P-3": 1}, "money": {"P-2": 1}, "wages": {"P-1": 1, "P-2": 1}}),
        (MarkRule("documents"), {"time": {"P-1": 2, "P-3": 1}, "money": {"P-2": 1}, "wages": {"P-1": 1, "P-2": 1}}),
        (MarkRule(coders="C-2"), {"time": {"P-1": 1}, "money": {"P-2": 1}, "wages": {"P-2": 1}}),
        (MarkRule(coders="all"), {"time": {"P-1": 1, "P-3": 1}, "money": {"P-2": 1}}),
        (
            MarkRule(parents="any"),
            {
                "needs": {"P-1": 1, "P-2": 1, "P-3": 1},
                "time": {"P-1": 1, "P-3": 1},
                "money": {"P-1": 1, "P-2": 1},
                "wages": {"P-1": 1, "P-2": 1},
            },
        ),
        (
            MarkRule("segments", parents="any"),
            {
                "needs": {"P-1": 3, "P-2": 2, "P-3": 1},
                "time": {"P-1": 2, "P-3": 1},
                "money": {"P-1": 1, "P-2": 2},
                "wages": {"P-1": 1, "P-2": 1},
            },
        ),
        (
            MarkRule(parents="all"),
            {
                "needs": {"P-1": 1},  # time, and money by its only code
                "time": {"P-1": 1, "P-3": 1},
                "money": {"P-1": 1, "P-2": 1},
                "wages": {"P-1": 1, "P-2": 1},
            },
        ),
    ],
)
def test_what_each_participant_contributes(rule: MarkRule, expected: dict[str, dict[str, int]]) -> None:
    assert found(rule) == expected


@pytest.mark.parametrize(
    ("rule", "number", "asked", "expected"),
    [
        (AT_LEAST_ONE, 0, 5, False),
        (AT_LEAST_ONE, 1, 5, True),
        (MarkRule(at_least=2), 1, 1, False),
        (MarkRule(share=0.1), 1, 10, True),
        (MarkRule(share=0.1), 1, 11, False),
        (MarkRule(share=0.1), 0, 0, False),
        (MarkRule(share=0.25), 2, 9, False),
        (MarkRule(share=0.25), 3, 12, True),
        (MarkRule(share=0.3), 3, 10, True),  # .3 times 10 is more than 3 in binary
        (MarkRule(at_least=3, share=0.25), 2, 4, False),
    ],
)
def test_a_share_is_a_fraction_and_not_its_nearest_binary_number(
    rule: MarkRule, number: int, asked: int, expected: bool
) -> None:
    assert mark_rules.is_met(rule, number, asked) is expected


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (MarkRule(at_least=2), "at least 2 participants"),
        (MarkRule("documents"), "at least 1 document"),
        (MarkRule(share=0.125), "at least 12.5% of those interviewed"),
        (MarkRule(at_least=2, share=0.1), "at least 2 participants, at least 10% of those interviewed"),
        (MarkRule("segments", 3, coders="all"), "at least 3 segments, every coder of the participant gave it"),
        (MarkRule(coders="C-0123456789"), "at least 1 participant, only codings by C-0123456789"),
        (MarkRule(parents="any"), "at least 1 participant, codes below it count, too"),
    ],
)
def test_a_rule_in_words(rule: MarkRule, words: str) -> None:
    assert mark_rules.words_for(rule, labels.of("en", {}, "country", "countries")) == words


CODINGS = st.lists(
    st.builds(
        coding,
        st.sampled_from(["P-1", "P-2", "P-3"]),
        st.sampled_from(["time", "money", "wages"]),
        st.sampled_from(["D-1", "D-2"]),
        st.sampled_from(["C-1", "C-2", None]),
        st.integers(1, 3),
    ),
    max_size=12,
)


@given(CODINGS, st.sampled_from(["participants", "documents", "segments"]), st.sampled_from(["own", "any", "all"]))
def test_more_codings_count_never_less_and_their_order_is_nothing(
    codings: list[CellCoding], unit: str, parents: str
) -> None:
    def amounts(coders: str, said: list[CellCoding]) -> mark_rules.Amounts:
        rule = MarkRule(unit, coders=coders, parents=parents)
        return {place: people for place, people in mark_rules.amounts(rule, [], said, CODEBOOK).items() if people}

    every = mark_rules.amounts(MarkRule("documents", parents=parents), [], codings, CODEBOOK)
    for coders in ("all", "C-1"):
        narrow = amounts(coders, codings)
        assert narrow == amounts(coders, codings[::-1])
        if unit == "documents":
            assert all(
                number <= every[place][who] for place, people in narrow.items() for who, number in people.items()
            )


@given(CODINGS)
def test_own_codings_are_a_part_of_all_below_and_these_of_any(codings: list[CellCoding]) -> None:
    said = mentions_of(codings)

    def raised(parents: str) -> set[tuple[mark_rules.Place, str]]:
        amounts = mark_rules.amounts(MarkRule(parents=parents), said, [], CODEBOOK)
        return {(place, who) for place, people in amounts.items() for who in people}

    assert raised("own") <= raised("all") <= raised("any")
