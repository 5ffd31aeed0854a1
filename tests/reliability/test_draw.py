"""Who is drawn for double coding: shares, order, coders, and what later draws leave. All names are invented."""

from fractions import Fraction
from math import ceil

from hypothesis import given
from hypothesis import strategies as st

from crosscase.reliability.draw import Candidate, draw

CODERS = {"Ann Mock": "C-1", "Ben Sham": "C-2"}
SHARES = st.fractions(Fraction(1, 50), Fraction(1), max_denominator=50)


def people(*sizes: int) -> list[Candidate]:
    return [
        Candidate(f"{group}-{number}", group, f"P-{group}{number}", (f"Talk {number}",))
        for group, size in zip("ABC", sizes, strict=False)
        for number in range(size)
    ]


@given(st.lists(st.integers(1, 12), min_size=1, max_size=3), SHARES, st.integers(0, 99), st.randoms())
def test_a_share_of_each_group_is_drawn_whatever_the_order(
    sizes: list[int], share: Fraction, seed: int, chance: object
) -> None:
    found = draw(people(*sizes), share, seed, CODERS)
    for group, size in zip("ABC", sizes, strict=False):
        assert sum(row.group == group for row in found) == ceil(share * size)
    shuffled = people(*sizes)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert draw(shuffled, share, seed, CODERS) == found


@given(SHARES, SHARES)
def test_a_larger_share_draws_the_same_and_more(one: Fraction, other: Fraction) -> None:
    small, large = ({row.key for row in draw(people(9, 5), share, 7, {})} for share in sorted((one, other)))
    assert small <= large


def test_ids_of_the_register_decide_nothing() -> None:
    renamed = [one._replace(participant=f"X{number}") for number, one in enumerate(people(20))]
    number_of = {one.participant: number for number, one in enumerate(people(20))}
    found = {number_of[row.participant] for row in draw(people(20), Fraction(1, 4), 7, {})}
    assert {f"X{number}" for number in found} == {row.participant for row in draw(renamed, Fraction(1, 4), 7, {})}
    assert found != {number_of[row.participant] for row in draw(people(20), Fraction(1, 4), 8, {})}


def test_coders_take_turns_and_code_nothing_that_they_coded() -> None:
    found = draw(people(10), Fraction(1), 7, CODERS)
    assert sorted(row.second_coder for row in found) == ["Ann Mock"] * 5 + ["Ben Sham"] * 5
    by_ann = [one._replace(coders=frozenset({"C-1"})) for one in people(10)]
    assert {row.second_coder for row in draw(by_ann, Fraction(1), 7, CODERS)} == {"Ben Sham"}
    by_both = [one._replace(coders=frozenset(CODERS.values())) for one in people(10)]
    assert {(row.second_coder, row.coders_before) for row in draw(by_both, Fraction(1), 7, CODERS)} == {("", 2)}


def test_a_later_draw_adds_and_changes_nothing() -> None:
    first = draw(people(6), Fraction(1, 3), 7, CODERS)
    later = draw(people(6, 4), Fraction(1, 2), 8, {}, first)
    assert [row for row in later if row in first] == first
    assert sum(row.group == "B" for row in later) == 2
