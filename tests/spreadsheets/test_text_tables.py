"""Text tables of unknown hand: encodings, separators, and the two parsers that must agree."""

import csv
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.messages.errors import ReadError
from crosscase.spreadsheets import text_tables
from crosscase.spreadsheets.text_tables import TextTable, _parsed_by_python
from crosscase.storage.limits import Limits
from tests.reconstruction.sentences import LANGUAGES

PAGES = {"CZ": "cp1250", "PL": "cp1250", "EL": "cp1253"} | dict.fromkeys(("DE", "EN", "IT", "NL", "NO", "PT"), "cp1252")


def rows(table: TextTable, limits: Limits = Limits()) -> list[tuple[str, ...]]:  # noqa: B008 (it is frozen)
    return [tuple(row) for batch in text_tables.batches(table, limits) for row in batch]


def questions(group: str, sentences: int) -> str:
    language = LANGUAGES[group]
    lines = [f"{number};{language.question(number % 9, number)}" for number in range(sentences)]
    return "\n".join(["id;words", *lines]) + "\n"


@pytest.mark.parametrize("group", PAGES)
def test_the_code_page_of_nine_languages_is_detected(tmp_path: Path, group: str) -> None:
    text = questions(group, 60)
    (tmp_path / "t.csv").write_bytes(text.encode(PAGES[group], "ignore"))
    table = text_tables.look_at(str(tmp_path / "t.csv"))
    known = text.encode(PAGES[group], "ignore").decode(PAGES[group])
    assert rows(table) == [tuple(line.split(";")) for line in known.splitlines()]


def test_mixed_encodings_are_an_error_with_the_line(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_bytes("a;b\n1;žluť\n".encode() + "2;žluť\n".encode("cp1250"))
    with pytest.raises(ReadError, match="line 3: it is not UTF-8, but other lines are"):
        text_tables.look_at(str(tmp_path / "t.csv"))


def test_the_encoding_of_the_study_takes_precedence_over_detection(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_bytes("a;b\n1;č\n".encode("cp1250"))
    table = text_tables.look_at(str(tmp_path / "t.csv"), "cp1252")
    assert rows(table)[1] == ("1", "è")
    with pytest.raises(ReadError, match="the encoding 'utf-9' does not exist"):
        text_tables.look_at(str(tmp_path / "t.csv"), "utf-9")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("sep=;\na;b,c\n1;è\n", [("a", "b,c"), ("1", "è")]),
        ('"SEP=|"\r\na|b;c;d\r\n1|è\r\n', [("a", "b;c;d"), ("1", "è")]),
        ('sep=\t\na\tb\n1\t"è\n', [("a", "b"), None]),
        ("a|b\n1|è\n", [("a", "b"), ("1", "è")]),
        ("a|b,c\n1,è\n", [("a|b", "c"), ("1", "è")]),
    ],
)
def test_a_stated_and_a_rare_separator(tmp_path: Path, encoding: str, text: str, found: list[tuple[str, str]]) -> None:
    (tmp_path / "t.csv").write_bytes(text.encode(encoding))
    table = text_tables.look_at(str(tmp_path / "t.csv"))
    if None in found:  # the other parser says where
        with pytest.raises(ReadError, match="after line 3: a quote is not closed"):
            rows(table)
    else:
        assert rows(table) == found == list(_parsed_by_python(table, Limits()))


def test_a_stated_separator_is_a_row_if_the_study_counts_the_rows_above_the_header(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("sep=;\na;b\n1;2\n")
    assert rows(text_tables.look_at(str(tmp_path / "t.csv"), header_row=2))[1] == ("a", "b")


def test_utf_16_is_detected_without_a_mark(tmp_path: Path) -> None:
    for encoding in ("utf-16-le", "utf-16-be"):
        (tmp_path / "t.csv").write_bytes("a;b\n1;č\n".encode(encoding))
        assert text_tables.look_at(str(tmp_path / "t.csv")).encoding == encoding


ROWS = st.lists(st.lists(st.text('ab;," \nžé\r', max_size=5), min_size=2, max_size=2), min_size=1, max_size=8)


@given(ROWS, st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]), st.sampled_from(["\n", "\r\n"]))
def test_both_parsers_agree(
    tmp_path_factory: pytest.TempPathFactory, cells: list[list[str]], quoting: int, end: str
) -> None:
    path = tmp_path_factory.mktemp("csv") / "t.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, quoting=quoting, lineterminator=end).writerows([["a", "b"], *cells])  # type: ignore[arg-type]
    table = text_tables.look_at(str(path))

    def parsed(parser: Callable[[TextTable, Limits], Iterable[Sequence[str]]]) -> object:
        try:
            return [tuple(row) for row in parser(table, Limits()) if any(row)]
        except ReadError as error:
            return str(error)

    assert parsed(rows) == parsed(_parsed_by_python)


def test_where_one_parser_stops_the_other_goes_on(tmp_path: Path) -> None:
    lines = [f"{number},w" for number in range(200_000)]
    (tmp_path / "t.csv").write_text("\n".join(["a,b", *lines, "short", "1,2"]) + "\n")
    table = text_tables.look_at(str(tmp_path / "t.csv"))
    assert rows(table) == [("a", "b"), *((str(number), "w") for number in range(200_000)), ("short",), ("1", "2")]


def test_a_gigantic_cell_is_refused_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("a,b\n1,2\n3," + "x" * 2000 + "\n")
    table = text_tables.look_at(str(tmp_path / "t.csv"))
    with pytest.raises(ReadError, match="after line 3: a cell has more than 1000 characters"):
        rows(table, Limits(cell_characters=1000))


@pytest.mark.parametrize("content", ["“a” – b".encode("cp1252") + b"\x90", b"a;b\n" * 1_100_000 + b"\xe9;\x90\n"])
def test_text_in_no_code_page_is_an_error(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "t.csv").write_bytes(content)
    with pytest.raises(ReadError):
        text_tables.look_at(str(tmp_path / "t.csv"))
