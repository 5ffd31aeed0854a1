"""One passage of each code and group, of what may be quoted."""

from crosscase.analysis import quoted_passages
from crosscase.storage.schemas import CellCoding


def coding(segment: str, participant: str = "P-1", code: str = "time", passage: int = 1) -> CellCoding:
    return CellCoding("barriers", code, "IE", participant, "ie", segment, "D-1", 0, 5, None, passage)


def test_the_first_in_the_order_of_ids_stands_for_a_cell_with_the_number_of_its_passages() -> None:
    codings = [coding("c", "P-1"), coding("b", "P-2"), coding("a", "P-3"), coding("d", "P-2", passage=2)]
    (quote,) = quoted_passages.of_cells(codings, {"b": "two", "c": "one", "d": "more"})
    assert (quote.participant, quote.passages, quote.words) == ("P-2", 3, "two")


def test_a_passage_that_several_coded_is_one_and_a_cell_without_words_that_may_be_quoted_has_none() -> None:
    codings = [coding("a"), coding("b"), coding("c", code="money")]
    (quote,) = quoted_passages.of_cells(codings, {"a": "words", "b": "words"})
    assert (quote.code, quote.passages) == ("time", 1)
