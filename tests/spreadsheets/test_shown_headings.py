"""What a message may say of the columns of an export: never words of an interview or names in the place of headings."""

import pytest

from crosscase.spreadsheets import shown_headings

ROWS = [["Talk 1", "Time", "never enough of it"], ["Talk 2", "Trust", "we know each other"]]


@pytest.mark.parametrize(
    ("header", "wanted", "said"),
    [
        (["Interview", "Code", "Text"], ["Codes"], "It has: Interview, Code and Text. Did you mean 'Code'?"),
        (["Interview", "Code", "Text"], ["Datei"], "It has: Interview, Code and Text."),
        (["Interview 1", "Anna says, that it is so", "Code"], ["x"], "It has: Code and 2 other columns."),
        (["Interview 1", "0123456", "We know each other well by now"], ["x"], ""),
        (["Talk 2", "Time", "whatever"], ["x"], "Its first row looks like data: add a row of headings."),
        ([f"Name{'n' * number}" for number in range(40)], ["x"], ""),
    ],
)
def test_only_what_reads_like_a_heading_is_listed(header: list[str], wanted: list[str], said: str) -> None:
    assert shown_headings.sentence(header, ROWS, wanted) == said
