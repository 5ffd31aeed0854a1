"""One passage of each code and group, of what may be quoted."""

from crosscase.analysis import quoted_passages
from crosscase.coding.quotable_passages import QuotablePassage
from crosscase.storage.schemas import CellCoding


def passage(segment: str, participant: str = "P-1", code: str = "time", group: str = "IE") -> QuotablePassage:
    coding = CellCoding("barriers", code, group, participant, "ie", segment, "D-1", 0, 5, None, 1)
    return QuotablePassage(coding, f"words of {segment}")


def test_the_first_in_the_order_of_ids_stands_for_a_cell_with_the_number_of_its_passages() -> None:
    (quote,) = quoted_passages.of_cells({("time", "IE"): [passage("c"), passage("b", "P-2"), passage("d")]})
    assert (quote.participant, quote.passages, quote.words) == ("P-2", 3, "words of b")


def test_cells_are_sorted_whatever_the_order_of_their_passages_is() -> None:
    cells = {("time", "IE"): [passage("a")], ("money", "EN"): [passage("b", code="money", group="EN")]}
    found = [(quote.code, quote.group) for quote in quoted_passages.of_cells(cells)]
    assert found == [("money", "EN"), ("time", "IE")]
