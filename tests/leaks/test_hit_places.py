"""Where an identifier stands in a file, in whatever form. Names are invented."""

from pathlib import Path

import pytest

from crosscase.leaks.leak_table import Leak
from crosscase.messages.errors import StudyError
from tests.builders.leak_scans import SCAN
from tests.builders.packed import CONTAINERS, parquet, zipped_files

NAME = "Nováčková"
FILLED = [f"line {number} of nothing" for number in range(1, 40)]


def leaks_of(tmp_path: Path, name: str, content: bytes) -> list[Leak]:
    (tmp_path / name).write_bytes(content)
    noted: list[Leak] = []
    with pytest.raises(StudyError):
        SCAN.verdict_on(tmp_path, note=lambda alarms: noted.extend(leak for alarm in alarms for leak in alarm))
    return noted


def places_of(tmp_path: Path, name: str, content: bytes) -> dict[tuple[str, str], str]:
    """The place of each identifier, by its words and the form in which they are found."""
    return {(leak.hit.words, leak.hit.written): leak.where for leak in leaks_of(tmp_path, name, content)}


def lines(*placed: tuple[int, str]) -> bytes:
    """A text with some words in these lines."""
    text = list(FILLED)
    for number, words in placed:
        text[number - 1] = words
    return "\n".join(text).encode()


@pytest.mark.parametrize(
    "written", [NAME, f"by {NAME}.", "NOVÁČKOVÁ", "novackova2019", "Nov&aacute;&#269;kov&aacute;", "<b>Nová</b>čková"]
)
@pytest.mark.parametrize("number", [1, 3, 20, 39])
def test_the_line_of_a_name_is_found_in_any_spelling(tmp_path: Path, written: str, number: int) -> None:
    found = places_of(tmp_path, "a.html", lines((number, written)))
    assert {where for (words, _), where in found.items() if words == NAME} == {f"line {number}"}


@pytest.mark.parametrize("number", [*range(1, 39, 5), 3, 4, 6, 19, 20, 38])
def test_a_name_that_a_line_end_has_broken_is_placed_at_the_lines_around(tmp_path: Path, number: int) -> None:
    found = places_of(tmp_path, "a.txt", lines((number, "said Nová-"), (number + 1, "čková then")))
    first, _, last = found[NAME, NAME].removeprefix("lines ").partition(" to ")
    assert int(first) <= number < int(last) <= int(first) + 3


def test_all_lines_of_a_name_are_named_and_many_are_counted(tmp_path: Path) -> None:
    few = lines((2, NAME), (5, NAME), (6, NAME), (7, f"{NAME}x"))
    assert places_of(tmp_path, "a.txt", few)[NAME, NAME] == "lines 2 and 5 to 6"
    many = lines(*((number, NAME) for number in range(1, 40, 2)))
    assert places_of(tmp_path, "a.txt", many)[NAME, NAME].endswith("17, 19 and 10 more")


def test_each_form_is_listed_with_what_the_list_has(tmp_path: Path) -> None:
    found = places_of(
        tmp_path, "a.txt", b"id cz07\nmail to JANA.NOV@priklad.example\n\ncall 601 123 456\nby lbecker@host"
    )
    assert found == {
        ("CZ-07", "cz07"): "line 1",
        ("jana.nov@priklad.example", "jana.nov@priklad.example"): "line 2",
        ("+420 601 123 456", "601 123 456"): "line 4",
        ("lbecker", "lbecker@host"): "line 5",
    }


def test_a_name_of_which_an_edge_has_cut_a_part_is_listed_whole(tmp_path: Path) -> None:
    assert places_of(tmp_path, "a.txt", "váčková told us".encode()) == {(NAME, "váčková"): "line 1"}


def test_the_row_and_the_column_of_a_table_are_named(tmp_path: Path) -> None:
    table = f'code,label\na,"two\nlines"\nb,"by {NAME}"\n{NAME},x\n'
    found = places_of(tmp_path, "a.csv", table.encode())
    assert found[NAME, NAME] == "row 3, `label` and row 4, `code`"
    ragged = f"code,label\n{NAME}\n"
    assert places_of(tmp_path, "a.csv", ragged.encode())[NAME, NAME] == "line 2"


def test_the_file_in_an_archive_is_named(tmp_path: Path) -> None:
    inner = zipped_files({"deep.csv": f"a,b\n1,{NAME}\n".encode()})
    packed = zipped_files({"b/one.txt": lines((4, NAME)), "in.zip": inner, "novackova.txt": b"nothing"})
    found = places_of(tmp_path, "a.zip", packed)
    assert found[NAME, NAME] == "b/one.txt: line 4 and in.zip: deep.csv: row 2, `b`"
    assert found[NAME, "novackova"] == "the name of novackova.txt"


def test_the_column_of_a_binary_table_is_named(tmp_path: Path) -> None:
    assert places_of(tmp_path, "a.parquet", parquet(NAME))[NAME, NAME] == "column `words`"


@pytest.mark.parametrize("container", sorted(CONTAINERS))
def test_in_every_container_the_words_are_named(tmp_path: Path, container: str) -> None:
    """Where nothing tells the place, too."""
    leaks = leaks_of(tmp_path, "a", CONTAINERS[container]("by m.sallowfield said"))
    assert {leak.hit.words for leak in leaks} == {"m.sallowfield"}


def test_the_name_of_a_file_is_a_place(tmp_path: Path) -> None:
    found = leaks_of(tmp_path, "novackova.txt", b"nothing")
    assert [(leak.file, leak.where, leak.hit.words) for leak in found] == [
        (str(tmp_path / "novackova.txt"), "its name", NAME)
    ]
