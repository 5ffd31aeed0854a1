"""Marks under rules: thresholds against a small study counted by hand, and each leave-one-out done again."""

from collections import Counter

from hypothesis import example, given, settings
from hypothesis import strategies as st

from crosscase.analysis import rules
from crosscase.analysis.rows import ALL
from crosscase.coding import cells, exposure, mark_rules
from crosscase.labels import labels
from crosscase.storage.schemas import Cell, CodebookEntry, Mention, Participant
from crosscase.study.facts import Declared, Group, MarkRule
from tests.builders.plain_runs import repeats

GROUPS = [Group("CZ", "Czech Republic"), Group("NO", "Norway")]
CODEBOOK = [
    CodebookEntry("needs", "d", "Needs", "", "", ["Needs"], False, []),
    CodebookEntry("time", "d", "Time", "", "needs", ["Needs", "Time"], True, []),
    CodebookEntry("money", "d", "Money", "", "needs", ["Needs", "Money"], True, []),
]
RULES = [MarkRule(), MarkRule(at_least=2), MarkRule(share=0.5), MarkRule("segments", 3), MarkRule(parents="any")]


def counted(people: list[Participant], mentions: list[Mention], rule: MarkRule, declared: list[Declared]) -> list[Cell]:
    """The cells under a rule as a build counts them."""
    silent = exposure.not_asked(people, mentions)
    asked = exposure.numbers_asked(Counter(person.group for person in people), silent)
    marked = mark_rules.marked(rule, mentions, [], CODEBOOK, asked)
    members = [(person.participant, person.group) for person in people]
    return cells.aggregate(mentions, members, CODEBOOK, GROUPS, [], declared, silent, marked)


def people_and_mentions(said: list[tuple[int, int, bool]]) -> tuple[list[Participant], list[Mention]]:
    """Participants of CZ, with their segments on time and money, and whether they were not asked; one of NO."""
    people = [Participant(f"P-{n}", "CZ", [], True, "", ["d"] * silent) for n, (*_, silent) in enumerate(said)]
    mentions = [
        Mention("a", f"P-{n}", "CZ", "d", code, segments, segments)
        for n, numbers in enumerate(said)
        for code, segments in zip(("time", "money"), numbers[:2], strict=True)
        if segments
    ]
    return [*people, Participant("P-NO", "NO", [], True)], mentions


def under(
    people: list[Participant], mentions: list[Mention], rule: MarkRule, declared: list[Declared]
) -> list[rules.RuleCell]:
    shown = counted(people, mentions, MarkRule(), declared)
    material = rules.Material.of(shown, CODEBOOK, mentions, {(item.group, item.domain) for item in declared})
    return list(rules.cells_under("r", rule, mark_rules.amounts(rule, mentions, [], CODEBOOK), material))


SAID = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2), st.booleans()), min_size=1, max_size=5)


@given(SAID, st.sampled_from(RULES), st.booleans())
@example([(0, 0, False), (0, 0, True)], MarkRule(), True)  # the only one who was asked said nothing
@settings(max_examples=repeats(15, 40), deadline=None)
def test_states_and_leave_one_out_are_those_of_a_build_without_each_participant(
    said: list[tuple[int, int, bool]], rule: MarkRule, is_declared: bool
) -> None:
    people, mentions = people_and_mentions(said)
    declared = [Declared("CZ", "d")] if is_declared else []
    rows = {(row.code, row.group): row for row in under(people, mentions, rule, declared)}
    built = {(cell.code, cell.group): cell for cell in counted(people, mentions, rule, declared)}
    assert {place: rows[place].state for place in built} == {place: cell.state for place, cell in built.items()}
    silent = exposure.not_asked(people, mentions)["CZ", "d"]
    without: dict[str, Counter[str]] = {"time": Counter(), "money": Counter()}
    for person in people[:-1]:
        if person.participant not in silent:
            rest = [other for other in people if other != person]
            left = [mention for mention in mentions if mention.participant != person.participant]
            for cell in counted(rest, left, rule, declared):
                if cell.group == "CZ":
                    state = cell.state if cell.state in ("present", "absent") else "unknown"
                    without[cell.code][state] += 1
    for code, states in without.items():
        row = rows[code, "CZ"]
        if row.found is not None:
            counts = {"present": row.without_present, "absent": row.without_absent, "unknown": row.without_unknown}
            assert counts == {state: states[state] for state in counts}
            assert sum(states.values()) == row.interviewed


def test_how_many_marks_and_totals_a_rule_changes() -> None:
    people, mentions = people_and_mentions([(1, 2, False), (1, 0, False), (0, 0, False)])
    shown = counted(people, mentions, MarkRule(), [])
    every = {"study": MarkRule(), **rules.USUAL, "below": MarkRule(parents="any")}
    material = rules.Material.of(shown, CODEBOOK, mentions, set())
    rows = [
        row
        for name, rule in every.items()
        for row in rules.cells_under(name, rule, mark_rules.amounts(rule, mentions, [], CODEBOOK), material)
    ]
    words = labels.of("en", {}, "group", "groups")
    found = {
        row.rule: (row.marks, row.lost, row.gained, row.rest_on_one, row.totals, row.totals_changed)
        for row in rules.thresholds(rows, every, shown, words)
        if row.domain == ALL
    }
    assert found == {
        "study": (2, 0, 0, 1, 2, 0),  # time of two participants, money of one
        "at_least_2": (1, 1, 0, 1, 2, 1),
        "share_10": (2, 0, 0, 1, 2, 0),
        "share_25": (2, 0, 0, 1, 2, 0),
        "below": (2, 0, 0, 1, 2, 0),  # a code that only holds others is in no table
    }
    of_heading = [row for row in rows if row.code == "needs"]
    assert [(row.rule, row.group, row.state, row.participants) for row in of_heading] == [
        ("below", "CZ", "present", 2),
        ("below", "NO", "unknown", None),
    ]
    totals = {(row.rule, row.code): (row.total, row.most) for row in rules.totals(rows, shown)}
    assert totals["at_least_2", "time"] == (1, 2) and totals["at_least_2", "money"] == (0, 1)
