"""What coders say of segments and positions, worked out by hand or by going through it. All is invented."""

from collections import Counter
from fractions import Fraction
from itertools import chain, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.analysis import agreement_rows, coders, place_agreement
from crosscase.analysis.judgements import Frame, Level
from crosscase.analysis.rows import ALL
from crosscase.analysis.shared_material import Material, Passage
from crosscase.coding.positions import Position
from crosscase.storage.schemas import Cell, CellCoding, State

HALF = Fraction(1, 2)
CODES = {"time": "barriers", "money": "barriers"}


def material(*passages: tuple[str, str, int, int]) -> Material:
    """The material of the coders C1, C2 and C3 from coder, code, start and end of each passage."""
    found = sorted(Passage(start, end, code, coder, f"D-{coder}") for coder, code, start, end in passages)
    return Material("A", "P1", Position.CHARACTER, tuple(sorted({row.coder for row in found})), found)


TALK = material(
    *(("C1", "time", 0, 10), ("C2", "time", 2, 10)),  # the same segment
    *(("C1", "money", 20, 30), ("C2", "time", 20, 28)),  # the same segment, another code
    ("C2", "money", 50, 60),
)


def test_segments_that_overlap_enough_are_one_unit() -> None:
    found = place_agreement.by_segment(TALK, CODES, place_agreement.segments(TALK.passages, HALF))
    assert found.units("time", Frame.MARKED) == {(True, True): 1, (False, True): 1, (False, False): 1}
    assert found.units("time", Frame.ALL) == {(True, True): 1, (False, True): 1, (False, False): 3}
    assert found.units("money", Frame.MARKED) == {(True, False): 1, (False, True): 1, (False, False): 1}


def test_positions_count_one_by_one() -> None:
    found = place_agreement.by_position(TALK, CODES)
    assert found.level == Level.CHARACTER
    assert found.units("time", Frame.MARKED) == {
        (True, True): 8,
        (True, False): 2,
        (False, True): 8,
        (False, False): 12,
    }
    assert found.units("time", Frame.ALL).total() == 60
    assert found.units("money", Frame.MARKED) == {(True, False): 10, (False, True): 10, (False, False): 10}


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ((0, 10), (0, 10), Fraction(1)),
        ((0, 10), (5, 15), Fraction(1, 3)),
        ((0, 10), (0, 5), Fraction(1, 2)),
        ((0, 10), (10, 20), Fraction(0)),
        ((0, 100), (40, 50), Fraction(1, 10)),
    ],
)
def test_the_overlap_is_what_passages_share_of_what_they_cover(
    one: tuple[int, int], other: tuple[int, int], share: Fraction
) -> None:
    both = material(("C1", "time", *one), ("C2", "time", *other)).passages
    for overlap in (Fraction(1, 20), Fraction(1, 10), Fraction(1, 3), HALF, Fraction(1)):
        assert len(place_agreement.segments(both, overlap)) == (1 if share >= overlap else 2)


def test_a_disputed_segment_is_listed_with_the_place_in_each_coder_s_document() -> None:
    found = place_agreement.disputed(TALK, CODES, place_agreement.segments(TALK.passages, HALF))
    rows = [(row.code, row.document, row.start, row.end, row.coder, row.given) for row in found]
    assert sorted(rows) == [
        *(("money", "D-C1", 20, 30, "C1", True), ("money", "D-C1", 50, 60, "C1", False)),
        *(("money", "D-C2", 20, 30, "C2", False), ("money", "D-C2", 50, 60, "C2", True)),
        *(("time", "D-C1", 20, 30, "C1", False), ("time", "D-C2", 20, 30, "C2", True)),
    ]


CODERS, STARTS = st.sampled_from(["C1", "C2", "C3"]), st.integers(0, 30)
PASSAGES = st.lists(
    st.tuples(CODERS, st.sampled_from(sorted(CODES)), STARTS, st.integers(1, 9)), min_size=1, max_size=12
)


@given(PASSAGES)
def test_positions_are_those_of_a_walk_through_the_document(rows: list[tuple[str, str, int, int]]) -> None:
    talk = material(*((coder, code, start, start + length) for coder, code, start, length in rows))
    marked = set(chain.from_iterable(range(row.start, row.end) for row in talk.passages))
    frames = {Frame.MARKED: marked, Frame.ALL: set(range(min(marked), max(marked) + 1))}
    judgement = place_agreement.by_position(talk, CODES)
    for code in CODES:
        at = {
            coder: {
                place
                for row in talk.passages
                if (row.coder, row.code) == (coder, code)
                for place in range(row.start, row.end)
            }
            for coder in talk.coders
        }
        for frame, places in frames.items():
            walked = Counter(tuple(place in at[coder] for coder in talk.coders) for place in places)
            assert +judgement.units(code, frame) == walked


@given(PASSAGES, st.randoms(), st.sampled_from([Fraction(1, 10), HALF, Fraction(1)]))
def test_the_order_of_codings_changes_no_segment(
    rows: list[tuple[str, str, int, int]], chance: object, overlap: Fraction
) -> None:
    passages = material(*((coder, code, start, start + length) for coder, code, start, length in rows)).passages
    shuffled = list(passages)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    found = place_agreement.segments(passages, overlap)
    assert place_agreement.segments(shuffled, overlap) == found
    assert sum(len(names) for segment in found for names in segment.coders_of.values()) <= len(passages)


CELLS = [Cell("barriers", code, "A", State.PRESENT, 1, 1, 1) for code in CODES]


def coding(export: str, coder: str | None, code: str, start: int | None, document: str = "") -> CellCoding:
    end = None if start is None else start + 10
    return CellCoding("barriers", code, "A", "P1", export, "0" * 16, document or f"D-{export}", start, end, coder, 1)


BOTH = [coding("x", "C1", "time", 0), coding("y", "C2", "time", 0)]


def levels(codings: list[CellCoding], *formats: str) -> set[Level]:
    return {row.level for row in coders.compare(CELLS, codings, dict(zip("xy", formats, strict=True)), 0.5).judgements}


def test_coders_meet_in_exports_of_one_format_that_have_one_document_of_the_participant() -> None:
    assert levels(BOTH, "rqda", "rqda") == {Level.PARTICIPANT, Level.SEGMENT, Level.CHARACTER}
    assert levels(BOTH, "maxqda", "maxqda") == {Level.PARTICIPANT, Level.SEGMENT, Level.PARAGRAPH}
    assert levels(BOTH, "maxqda", "rqda") == {Level.PARTICIPANT}
    assert levels(BOTH, "nvivo_report", "nvivo_report") == {Level.PARTICIPANT}  # it numbers references, not places
    two_documents = [*BOTH, coding("x", "C1", "time", 0, "D-other")]
    assert levels(two_documents, "rqda", "rqda") == {Level.PARTICIPANT}


@pytest.mark.parametrize(
    ("codings", "remark"),
    [
        ([coding("x", None, "time", 0)], "summary_no_coder"),
        ([coding("x", "C1", "time", 0)], "summary_one_coder"),
        ([coding("x", "C1", "time", None), coding("x", "C2", "time", None)], "summary_no_places"),
    ],
)
def test_thin_material_gets_a_sentence(codings: list[CellCoding], remark: str) -> None:
    found = coders.compare(CELLS, codings, {"x": "tidy", "y": "tidy"}, 0.5)
    assert len(found.remarks) == 1 and remark in found.remarks[0]


def test_coders_who_never_meet_get_a_sentence() -> None:
    apart = [*BOTH[:1], CellCoding("barriers", "time", "A", "P2", "y", "0" * 16, "D-y", 0, 9, "C2", 1)]
    found = coders.compare(CELLS, apart, {"x": "tidy", "y": "tidy"}, 0.5)
    assert found.judgements == [] and found.remarks == ["summary_apart"]


def test_a_code_everywhere_is_undefined_and_a_frame_without_unmarked_units_says_so() -> None:
    everywhere = [coding("x", coder, code, 0) for coder in ("C1", "C2") for code in CODES]
    rows = list(agreement_rows.of(coders.compare(CELLS, everywhere, {"x": "rqda"}, 0.5).judgements, seed=1))
    whole = [row for row in rows if (row.domain, row.code, row.group, row.one) == (ALL,) * 4]
    assert {row.observed for row in whole} == {1} and {row.alpha for row in whole} == {None}
    assert {(row.level, row.frame): row.undefined for row in whole}[Level.PARTICIPANT, Frame.MARKED] == (
        "undefined: the frame has no unmarked unit"
    )
    assert {(row.level, row.frame): row.undefined for row in whole if row.level != Level.PARTICIPANT} == {
        **dict.fromkeys(product([Level.CHARACTER], Frame), "undefined: chance alone gives full agreement"),
        **dict.fromkeys(product([Level.SEGMENT], Frame), "undefined: each code has one unit"),
    }
