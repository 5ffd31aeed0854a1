"""Which passages may be quoted, and in which order. All is invented."""

from itertools import permutations

from crosscase.coding import quotable_passages
from crosscase.coding.quotation_consent import QuotationRule
from crosscase.storage.schemas import CellCoding, Participant, ReviewCount

PEOPLE = [Participant("P1", "CZ", [], True), Participant("P1", "EL", [], True), Participant("P2", "CZ", [], False)]


def coding(
    segment: str, person: str = "P1", passage: int = 1, group: str = "CZ", start: int | None = None, document: str = "D"
) -> CellCoding:
    return CellCoding("d", "time", group, person, "x", segment, document, start, start and start + 5, None, passage)


def ids(codings: list[CellCoding], reviews: int = 0, text: str = "words") -> dict[tuple[str, str], list[str]]:
    segments = [(row.export, row.segment_id, row.participant, text) for row in codings]
    rule = QuotationRule(PEOPLE, [ReviewCount("x", reviews, 0)])
    found = quotable_passages.by_cell(codings, segments, rule)
    assert {passage.words for cell in found.values() for passage in cell} <= {text}
    return {cell: [passage.coding.segment_id for passage in passages] for cell, passages in found.items()}


def test_a_passage_of_two_coders_is_quoted_once() -> None:
    assert ids([coding("2"), coding("1"), coding("3", passage=2)]) == {("time", "CZ"): ["1", "3"]}


def test_the_passages_of_a_participant_of_two_groups_are_told_apart() -> None:
    found = ids([coding("1"), coding("2", group="EL")])
    assert found == {("time", "CZ"): ["1"], ("time", "EL"): ["2"]}


def test_nobody_is_quoted_without_consent_nor_before_the_review_is_complete() -> None:
    assert not ids([coding("1", "P2")])
    assert ids([coding("1")])
    assert not ids([coding("1")], reviews=1)


def test_a_coding_without_words_is_no_quotation() -> None:
    assert not ids([coding("1")], text="")
    assert not ids([coding("1")], text=" \n")


def test_the_order_is_that_of_the_places_whatever_that_of_the_rows() -> None:
    rows = [
        *(coding("9", passage=1, start=10), coding("8", passage=2, start=100), coding("1", passage=3)),
        coding("7", passage=4, start=50, document="C"),
    ]
    for order in permutations(rows):
        assert ids(list(order)) == {("time", "CZ"): ["7", "9", "8", "1"]}
