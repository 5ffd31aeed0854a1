"""What must hold of the statistics whatever the study: brute force, monotony, symmetry, thin input."""

from fractions import Fraction
from itertools import combinations
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.analysis import accumulation, completeness, coverage, intervals, rarefaction, unseen_codes, worth
from crosscase.analysis.incidence import Incidence
from crosscase.analysis.intervals import Method
from crosscase.analysis.rows import ALL
from crosscase.storage.schemas import Cell, Mention, Participant, State
from tests.builders.timing import timed

GROUPS = st.integers(1, 40).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
CODES = "abcdef"


@st.composite
def incidences(draw: st.DrawFn, most: int = 7) -> Incidence:
    """A few participants, some of them without codes."""
    rows = draw(st.lists(st.frozensets(st.sampled_from(CODES)), min_size=1, max_size=most))
    return Incidence({f"P{number}": codes for number, codes in enumerate(rows)})


@given(GROUPS)
def test_all_interviews_give_the_study_s_own_mark(group: tuple[int, int]) -> None:
    raised, interviewed = group
    assert rarefaction.presence(raised, interviewed, interviewed) == (raised > 0)
    assert rarefaction.presence(raised, interviewed, 0) == 0
    assert rarefaction.presence(raised, interviewed, 1) == Fraction(raised, interviewed)


@given(GROUPS, st.integers(0, 40))
def test_more_interviews_never_lower_the_chance(group: tuple[int, int], drawn: int) -> None:
    raised, interviewed = group
    assert rarefaction.presence(raised, interviewed, drawn) <= rarefaction.presence(raised, interviewed, drawn + 1)
    if raised < interviewed:
        assert rarefaction.presence(raised, interviewed, drawn) <= rarefaction.presence(raised + 1, interviewed, drawn)


@given(st.integers(1, 7).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n), st.integers(0, n))))
def test_the_chance_is_that_of_all_draws(case: tuple[int, int, int]) -> None:
    raised, interviewed, drawn = case
    draws = list(combinations(range(interviewed), drawn))
    hits = sum(any(number < raised for number in draw) for draw in draws)
    assert rarefaction.presence(raised, interviewed, drawn) == Fraction(hits, len(draws))


@given(incidences())
def test_the_curve_is_the_mean_and_variance_over_all_draws(found: Incidence) -> None:
    for interviews in range(found.participants + 1):
        sizes = [len(frozenset[str]().union(*draw)) for draw in combinations(found.codes_of.values(), interviews)]
        mean = Fraction(sum(sizes), len(sizes))
        assert len(sizes) == comb(found.participants, interviews)
        assert accumulation.expected_codes(found, interviews) == mean
        assert accumulation.variance(found, interviews) == sum((size - mean) ** 2 for size in sizes) / len(sizes)


@given(incidences(12))
def test_coverage_grows_and_the_codes_at_it_are_on_the_curve(found: Incidence) -> None:
    reached = [coverage.coverage(found, interviews) for interviews in range(found.participants + 1)]
    if not found.codes or found.participants == 1:
        assert set(reached) == {None}
        return
    if reached[-1] is None:  # one code of one participant: nothing shows how many more there are
        assert (found.raised_by_exactly(1), found.raised_by_exactly(2)) == (1, 0)
        return
    known = [value for value in reached if value is not None]
    assert known == sorted(known) and known[0] >= 0 and known[-1] <= 1
    at_end = coverage.codes_at(found, known[-1])
    assert at_end is not None and at_end[1] == pytest.approx(accumulation.expected_codes(found, found.participants))


@given(incidences(12), st.randoms())
def test_names_and_order_change_nothing(found: Incidence, chance: object) -> None:
    items = list(found.codes_of.items())
    chance.shuffle(items)  # type: ignore[attr-defined]
    other = Incidence({f"Q{name}": frozenset(code.upper() for code in codes) for name, codes in items})
    assert unseen_codes.chao2(other) == unseen_codes.chao2(found)
    assert coverage.coverage(other) == coverage.coverage(found)
    assert [accumulation.variance(other, n) for n in range(other.participants)] == [
        accumulation.variance(found, n) for n in range(found.participants)
    ]


@given(GROUPS, st.sampled_from(Method))
def test_an_interval_holds_its_share_and_narrows_with_more_people(group: tuple[int, int], method: Method) -> None:
    raised, interviewed = group
    ends, more = (
        intervals.interval(method, raised, interviewed),
        intervals.interval(method, 3 * raised, 3 * interviewed),
    )
    assert ends and more
    assert 0 <= ends[0] <= raised / interviewed <= ends[1] <= 1
    assert more[1] - more[0] < ends[1] - ends[0]


def test_large_groups_have_an_exact_interval_too() -> None:
    low, high = intervals.clopper_pearson(30, 1500)
    for end, most, expected in ((low, 29, 0.975), (high, 30, 0.025)):
        share = Fraction(round(end, 9)).limit_denominator(10**9)
        at_most = sum(comb(1500, raised) * share**raised * (1 - share) ** (1500 - raised) for raised in range(most + 1))
        assert float(at_most) == pytest.approx(expected, abs=1e-5)


def test_the_smallest_group_is_that_of_the_domain() -> None:
    cells = [
        Cell("d1", "a", "A", State.PRESENT, 3, 10, 3),
        Cell("d1", "a", "B", State.NOT_CODED, None, 1, None),
        Cell("d2", "b", "A", State.PRESENT, 3, 10, 3),
        Cell("d2", "b", "B", State.PRESENT, 1, 1, 1),
    ]
    assert [(row.domain, row.drawn, row.expected) for row in worth.of_totals(cells)] == [
        ("d1", 10, 1.0),
        ("d2", 1, 1.3),
    ]


def test_all_groups_together_have_the_domains_that_were_coded_for_each() -> None:
    cells = [
        Cell("d1", "a", "A", State.PRESENT, 1, 1, 1),
        Cell("d1", "a", "B", State.ABSENT, 0, 1, 0),
        Cell("d2", "b", "A", State.PRESENT, 1, 1, 1),
        Cell("d2", "b", "B", State.NOT_CODED, None, 1, None),
    ]
    people = [Participant("P1", "A", [], False), Participant("P2", "B", [], False)]
    mentions = [Mention("x", "P1", "A", domain, code, 1, 1) for domain, code in (("d1", "a"), ("d2", "b"))]
    found = completeness.incidences(cells, people, mentions)
    assert {key: (each.codes, each.listed) for key, each in found.items() if key[0] == ALL} == {
        (ALL, "A"): (2, 2),
        (ALL, "B"): (0, 1),
        (ALL, ALL): (1, 1),
    }


def test_less_than_one_interview_is_none() -> None:
    everybody_both = Incidence({f"P{number}": frozenset("ab") for number in range(6)})
    assert coverage.codes_at(everybody_both, Fraction(3, 4)) is None
    assert coverage.codes_at(everybody_both, Fraction(1)) == (Fraction(1), Fraction(2))


def test_what_one_interview_or_one_code_of_one_shows() -> None:
    one, other = Incidence({"P1": frozenset("abcde")}), Incidence({"P1": frozenset("a"), "P2": frozenset()})
    assert unseen_codes.chao2(one) is None and unseen_codes.chao2(other) is None
    assert coverage.coverage(one) is None and coverage.coverage(other) is None


def test_more_interviews_than_there_are_cannot_be_drawn() -> None:
    found = Incidence({"P1": frozenset("a")})
    for work_out in (accumulation.expected_codes, accumulation.variance, coverage.coverage):
        with pytest.raises(ValueError, match="the number of interviews, 2, is not one from 0 to 1"):
            work_out(found, 2)
    with pytest.raises(ValueError, match="no such draw"):
        rarefaction.presence(2, 1, 1)


def cell(group: str, raised: int | None, interviewed: int, state: State) -> Cell:
    return Cell("barriers", "time", group, state, raised, interviewed, raised)


def test_what_is_not_known_has_no_worth_and_is_in_no_total() -> None:
    cells = [
        cell("A", 1, 4, State.PRESENT),
        cell("B", 0, 10, State.ABSENT),
        cell("C", None, 2, State.NOT_CODED),
        cell("D", None, 0, State.UNKNOWN),
    ]
    one, nobody, gap, unknown = worth.of_cells(cells, Method.WILSON)
    assert (one.share, one.fragile, one.most_if_nobody, one.rarefied) == (0.25, True, None, 1.0)
    assert (nobody.share, nobody.fragile, nobody.low, nobody.rarefied) == (0.0, False, 0.0, 0.0)
    assert nobody.most_if_nobody == 0.258866
    for without in (gap, unknown):
        assert (without.share, without.low, without.most_if_nobody, without.rarefied) == (None, None, None, None)
    (total,) = worth.of_totals(cells)
    assert (total.groups, total.total, total.at_least_two, total.fragile, total.drawn) == (2, 1, 0, 1, 4)
    assert (total.at_least_tenth, total.at_least_quarter, total.expected, total.deviation) == (1, 1, 1.0, 0.0)


@pytest.mark.parametrize("cells", [[], [cell("A", None, 0, State.UNKNOWN)], [cell("A", 0, 0, State.ABSENT)]])
def test_a_study_without_codings_gives_empty_tables_or_plain_gaps(cells: list[Cell]) -> None:
    assert all(row.share is None for row in worth.of_cells(cells, Method.WILSON))
    assert all(row.expected == 0 for row in worth.of_totals(cells))
    found = completeness.incidences(cells, [], [])
    assert all(row.coverage is None and row.estimated is None for row in completeness.of_groups(found, True))
    assert not list(completeness.curves(found, True))


def test_a_participant_without_codings_counts_and_a_group_that_was_not_coded_does_not() -> None:
    cells = [cell("A", 1, 2, State.PRESENT), cell("B", None, 3, State.NOT_CODED)]
    people = [Participant(name, group, [], False) for name, group in (("P1", "A"), ("P2", "A"), ("P3", "B"))]
    mentions = [Mention("x", "P1", "A", "barriers", "time", 2, 2)]
    found = completeness.incidences(cells, people, mentions)
    assert list(found) == [("barriers", "A"), ("barriers", ALL), (ALL, "A"), (ALL, ALL)]
    assert [incidence.participants for incidence in found.values()] == [2, 2, 2, 2]


def test_groups_together_may_not_reach_the_coverage_at_which_they_are_compared() -> None:
    """The one interview of C says nothing of its own coverage, and lowers that of all."""
    found = {
        ("d", "A"): Incidence({"P1": frozenset("ab"), "P2": frozenset("ab")}),
        ("d", "C"): Incidence({"P3": frozenset("cdef")}),
        ("d", ALL): Incidence({"P1": frozenset("ab"), "P2": frozenset("ab"), "P3": frozenset("cdef")}),
    }
    one, alone, together = completeness.of_groups(found, True)
    assert (one.base, one.codes_at_base, one.interviews_at_base) == (1.0, 2.0, 1.0)
    assert (alone.coverage, alone.base, alone.codes) == (None, None, 4)
    assert together.coverage is not None and together.coverage < 1 and together.codes_at_base is None


def test_curves_of_many_codes_take_as_long_as_reading_who_raised_what() -> None:
    """The square of 2,000 codes, for each domain and group, took minutes; so did ways to choose from thousands."""
    codes = [frozenset(f"c{(person * 7 + number * 131) % 2000}" for number in range(20)) for person in range(2000)]
    found = {("d", ALL): Incidence({f"P{number}": own for number, own in enumerate(codes)})}
    _, seconds = timed(lambda: list(completeness.curves(found, True)))
    assert seconds < 10


def test_a_large_group_has_a_curve_of_few_points_that_ends_at_its_last_interview() -> None:
    people = [Participant(f"P{number:03}", "A", [], False) for number in range(250)]
    mentions = [Mention("x", person.participant, "A", "barriers", "time", 1, 1) for person in people[:9]]
    found = completeness.incidences([cell("A", 9, 250, State.PRESENT)], people, mentions)
    points = [
        row.interviews for row in completeness.curves(found, True) if (row.domain, row.group) == ("barriers", "A")
    ]
    assert points[-1] == 250 and len(points) <= 61
