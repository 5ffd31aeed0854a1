"""A name from somebody's file is shown, and never obeyed by a terminal."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.messages.errors import Problem
from crosscase.messages.visible_text import visible, visible_lines


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Řízení, Αθήνα, 教育, 👩‍🏫", "Řízení, Αθήνα, 教育, 👩‍🏫"),
        ("\x1b]0;title\x07red\x1b[31m", r"\x1b]0;title\x07red\x1b[31m"),
        ("two\r\nlines\u2028three", r"two\r\nlines\u2028three"),
        ("exe.\u202efdp", r"exe.\u202efdp"),
        ("\udcff", r"\udcff"),
        ("\x9b31m", r"\x9b31m"),
    ],
)
def test_what_a_terminal_would_obey_is_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text(alphabet=st.characters()))
def test_any_text_fits_on_one_line_and_can_be_encoded(text: str) -> None:
    shown = visible(text)
    assert len(shown.splitlines()) <= 1
    assert shown.encode("utf-8").decode("utf-8") == shown
    assert not any(unicodedata.category(character) == "Cc" for character in shown)
    assert visible(shown) == shown


def test_lines_stay_lines() -> None:
    assert visible_lines("a\x1b\nb") == "a\\x1b\nb"


def test_a_problem_is_one_line_whatever_the_file_is_called() -> None:
    problem = Problem("data/raw/a\nb\x1b[2J.csv", "row 2", "the code 'x\ry' is not known")
    assert str(problem) == r"data/raw/a\nb\x1b[2J.csv, row 2: the code 'x\ry' is not known."


def test_a_problem_of_no_file_begins_with_what_is_wrong() -> None:
    assert str(Problem("", "", "no file is an export", "Name the exports.")).startswith("no file is an export.")
