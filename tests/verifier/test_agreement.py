"""The verifier counts agreement again by other formulas: published numbers, the same as the pipeline, changes found."""

import csv
import io
from collections import Counter
from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.analysis import binary_agreement, place_agreement
from crosscase.analysis.judgements import Frame
from crosscase.analysis.shared_material import Material, Passage
from crosscase.coding.positions import Position
from tests.builders.changed_packages import Files
from tests.builders.packages_in_memory import InMemory
from verifier import agreement, coefficients, places
from verifier.counting import Count

FOLDER = "results/analysis/"
CHECKS = {
    "agreement": agreement.agreement,
    "disagreements": agreement.disagreements,
    "disputed_segments": agreement.disputed,
}


def stratum(both: int, first: int, last: int, neither: int) -> coefficients.Stratum:
    """What two coders say of units: how many both give, one of them, and neither."""
    found = {(True, True): both, (True, False): first, (False, True): last, (False, False): neither}
    return Counter(found)


@pytest.mark.parametrize(
    ("table", "observed", "cohen", "kappa", "ac1", "alpha"),
    [
        ((40, 9, 6, 45), F(17, 20), F(291, 416), F(93, 133), F(281, 401), F(466, 665)),
        ((80, 10, 5, 5), F(17, 20), F(7, 22), F(11, 35), F(101, 125), F(278, 875)),
        ((45, 15, 25, 15), F(3, 5), F(3, 23), F(11, 91), F(29, 109), F(57, 455)),
        ((118, 5, 2, 0), F(118, 125), F(-4, 171), F(-7, 243), F(27799, 29549), F(-2, 81)),
    ],
)
def test_published_tables(table: tuple[int, ...], observed: F, cohen: F, kappa: F, ac1: F, alpha: F) -> None:
    """Feinstein and Cicchetti (1990), and Gwet's 125 subjects."""
    found = coefficients.of([stratum(*table)], of_two=True)
    assert [found[name] for name in ("observed", "cohen", "kappa", "ac1", "alpha")] == [
        *(observed, cohen, kappa, ac1, alpha),
    ]
    assert found["pabak"] == 2 * observed - 1


def test_what_nothing_shows_is_undefined() -> None:
    alike, one_unit = coefficients.of([stratum(0, 0, 0, 5)], True), coefficients.of([stratum(0, 1, 0, 0)] * 9, True)
    assert [alike[name] for name in ("alpha", "kappa", "cohen", "positive")] == [None] * 4
    assert [one_unit[name] for name in ("alpha", "kappa", "cohen", "ac1")] == [None] * 4


SAID = st.integers(2, 4).flatmap(lambda coders: st.tuples(*[st.booleans()] * coders))


@given(st.lists(st.dictionaries(SAID, st.integers(1, 9), min_size=1), min_size=1, max_size=3))
def test_both_programs_find_the_same_coefficients(strata: list[coefficients.Stratum]) -> None:
    scale = binary_agreement.scale_of(said for one in strata for said in one)
    known = binary_agreement.coefficients([binary_agreement.sums(one, scale) for one in strata], scale)._asdict()
    found = coefficients.of(map(Counter, strata), of_two=True)
    two = all(len(said) == 2 for one in strata for said in one)
    if any(sum(one.values()) > 1 for one in strata):
        for name, value in found.items():
            if two or name not in ("cohen", "bias"):
                assert value == known[name], name


PASSAGE = st.tuples(st.integers(0, 40), st.integers(1, 20), st.sampled_from("ab"), st.sampled_from(["C1", "C2", "C3"]))


@given(st.lists(PASSAGE, min_size=2, max_size=12), st.sampled_from([F(1, 4), F(1, 2), F(1)]))
def test_both_programs_find_the_same_segments_and_positions(drawn: list[tuple[int, int, str, str]], overlap: F) -> None:
    passages = sorted({(start, start + size, code, coder, "D") for start, size, code, coder in drawn})
    coders = tuple(sorted({passage[3] for passage in passages}))
    ours = Material("A", "P", Position.CHARACTER, coders, [Passage(*one) for one in passages])
    theirs = places.Document("A", "P", "character", coders, [places.Passage(*one) for one in passages])
    codes = dict.fromkeys("ab", "d")
    found = place_agreement.segments(ours.passages, overlap)
    for judged, (said, sizes) in (
        (place_agreement.by_segment(ours, codes, found), places.of_segments(theirs, places.segments(theirs, overlap))),
        (place_agreement.by_position(ours, codes), places.of_positions(theirs)),
    ):
        for code in codes:
            assert judged.given.get(code, Counter()) == said.get(code, Counter())
            for frame in Frame:
                assert judged.units(code, frame).total() == sizes[frame.value]


class Checked:
    """A package of which one table changes."""

    def __init__(self, files: Files) -> None:
        self._package = InMemory(dict(files))
        self._count = Count(self._package)

    def problems(self, name: str, content: bytes) -> list[str]:
        path = f"{FOLDER}{name}.csv"
        before, self._package.files[path] = self._package.files[path], content
        try:
            return list(CHECKS[name](self._package, self._count))
        finally:
            self._package.files[path] = before


@pytest.fixture(scope="module")
def checked(files: Files) -> Checked:
    return Checked(files)


@pytest.mark.parametrize("name", CHECKS)
def test_the_tables_of_the_bundled_study_are_right(checked: Checked, files: Files, name: str) -> None:
    assert checked.problems(name, files[f"{FOLDER}{name}.csv"]) == []


@pytest.mark.parametrize("name", CHECKS)
def test_a_value_that_was_changed_is_refused(checked: Checked, files: Files, name: str) -> None:
    """In each column, of a row here and there; only intervals, which are drawn, are not counted again."""
    path = f"{FOLDER}{name}.csv"
    head, *rows = csv.reader(io.StringIO(files[path].decode()))
    counted = [place for place, column in enumerate(head) if not column.endswith(("_low", "_high"))]
    for number, place in enumerate(counted):
        changed = [list(row) for row in rows]
        row = changed[number * 13 % len(rows)]
        row[place] = f"9{row[place]}"
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows([head, *changed])
        assert checked.problems(name, text.getvalue().encode()), (head[place], row)


def test_a_row_that_is_missing_or_there_twice_is_refused(checked: Checked, files: Files) -> None:
    path = f"{FOLDER}agreement.csv"
    head, first, *rows = files[path].splitlines(keepends=True)
    without = checked.problems("agreement", b"".join([head, *rows]))
    assert without == [f"{path}: there is no row for participant, all, {', '.join(['(all)'] * 5)}"]
    twice = checked.problems("agreement", b"".join([head, first, first, *rows]))
    assert len(twice) == 1 and twice[0].endswith("is there twice")
