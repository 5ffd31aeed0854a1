"""The wording of numbers and lists, and that no message counts in another way."""

import ast
import doctest
import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.messages import wording
from crosscase.messages.wording import agree, counted, first_place, joined, plural_of, runs
from tests.builders.projects import ROOT

# What may follow a value in a message and ends in s, but is no plural.
NO_PLURALS = frozenset(
    (
        "as",
        "begins",
        "differs",
        "does",
        "exists",
        "has",
        "holds",
        "is",
        "its",
        "lies",
        "means",
        "others",
        "says",
        "shows",
        "this",
        "was",
    )
)


def test_the_examples() -> None:
    assert doctest.testmod(wording) == (0, 3)


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        ("coding", "codings"),
        ("country", "countries"),
        ("more place", "more places"),
        ("day", "days"),
        ("gloss", "glosses"),
        ("match", "matches"),
    ],
)
def test_a_regular_noun_has_its_plural(noun: str, plural: str) -> None:
    assert plural_of(noun) == plural


@given(st.integers(0, 10**9), st.sampled_from(["coding", "country", "match", "word that waits"]))
def test_only_one_is_singular(count: int, noun: str) -> None:
    number, _, words = counted(count, noun, "words that wait" if " " in noun else "").partition(" ")
    assert int(number.replace(",", "")) == count
    assert (words == noun) == (count == 1)
    assert agree(count, "is", "are") == ("is" if count == 1 else "are")


@given(st.lists(st.sampled_from("abcdef")), st.none() | st.integers(1, 4))
def test_a_list_names_or_counts_every_item(items: list[str], most: int | None) -> None:
    text = joined(items, most)
    named = re.findall(r"\b[a-f]\b", text)
    more = int(found[1]) if (found := re.search(r"(\d+) more", text)) else 0
    assert named == items[: len(named)]
    assert len(named) + more == len(items)


def test_places() -> None:
    assert first_place(["row 3"]) == "row 3"
    assert first_place(["row 3", "row 4"]) == "row 3 and 1 more place"
    assert first_place(["row 3", "row 4", "row 9"]) == "row 3 and 2 more places"


def counting_by_hand(code: str) -> Iterator[tuple[int, str]]:
    """The places where a message puts a noun in the plural after a value, whatever the value is."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.JoinedStr):
            for value, words in zip(node.values, node.values[1:], strict=False):
                # a number with decimals has the plural whatever it is: 1.0 marks
                if isinstance(value, ast.FormattedValue) and not value.format_spec and isinstance(words, ast.Constant):
                    for word in re.findall(r"^ (?:[a-z]+ )?([a-z]+s)\b", str(words.value)):
                        if word not in NO_PLURALS and not ast.unparse(value.value).startswith("counted("):
                            yield node.lineno, f"{{{ast.unparse(value.value)}}}{words.value!s}"


def test_a_number_counted_by_hand_is_found() -> None:
    assert list(counting_by_hand('f"{len(files)} files"')) == [(1, "{len(files)} files")]
    assert list(counting_by_hand('f"{number} valid codings in {counted(2, noun)}"')) == [
        (1, "{number} valid codings in ")
    ]
    assert list(counting_by_hand('f"{name} has {counted(3, noun)} in the file"')) == []


def test_no_message_counts_by_hand() -> None:
    """`1 files` and the like cannot be printed: the number and its noun come from `counted`."""
    found = [
        f"{path.relative_to(ROOT)}:{line}: {words}"
        for path in [*ROOT.glob("scripts/*.py"), *ROOT.glob("scripts/crosscase/**/*.py")]
        if path.name != "name_forms.py"  # the endings of names are no messages
        for line, words in counting_by_hand(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_numbers_that_follow_each_other_are_one_run() -> None:
    assert runs([5, 3, 2, 9, 4]) == [(2, 5), (9, 9)]
    assert runs([]) == []
