"""Each content is searched once, in any number of processes, and the findings stay the same. Names are invented."""

import multiprocessing
import os
from hashlib import sha256
from itertools import chain
from pathlib import Path

import pytest

from crosscase.leaks import contents, searched_contents
from crosscase.leaks.containers import pdfs
from crosscase.leaks.contents import Place
from crosscase.messages.errors import StudyError
from crosscase.storage import limits
from tests.builders.leak_scans import SCAN
from tests.builders.packed import CONTAINERS, NOISE, ONLY_LATIN_1, zipped, zipped_files

PLANTED = "by Jana Nováčková"
CLEAN = "nobody at all " * 40


def problems(folder: Path, processes: int) -> list[str]:
    try:
        SCAN.verdict_on(folder, processes)
    except StudyError as error:
        return [str(problem) for problem in error.problems]
    return []


def found_in(folder: Path) -> list[str]:
    """The files with a problem, which is the same with one process and with two."""
    one, two = problems(folder, 1), problems(folder, 2)
    assert one == two
    return [problem.partition(":")[0].removeprefix(f"{folder}/") for problem in one]


def test_a_file_that_differs_in_one_letter_from_a_clean_one_is_searched(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{CLEAN} Nováčkovx")
    (tmp_path / "b.txt").write_text(f"{CLEAN} Nováčková")
    (tmp_path / "c.txt").write_text(f"{CLEAN} Nováčkovx")
    assert found_in(tmp_path) == ["b.txt"]


def test_every_copy_of_a_content_is_a_problem(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.csv"):
        (tmp_path / name).write_text(PLANTED)
    assert found_in(tmp_path) == ["a.txt", "b.txt", "c.csv"]


def test_a_clean_content_under_a_name_that_identifies_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(CLEAN)
    (tmp_path / "jana nováčková.txt").write_text(CLEAN)
    assert "its name contains an identifier (person)" in problems(tmp_path, 1)[0]
    assert problems(tmp_path, 1) == problems(tmp_path, 2)
    assert len(problems(tmp_path, 1)) == 1


def test_a_known_content_in_an_archive_under_a_name_that_identifies_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(CLEAN)
    (tmp_path / "z.zip").write_bytes(zipped_files({"novackova.txt": CLEAN.encode(), "noise": NOISE}))
    assert found_in(tmp_path) == ["z.zip"]


@pytest.mark.parametrize("container", sorted(CONTAINERS))
def test_a_planted_file_beside_a_known_one_in_an_archive_is_found(tmp_path: Path, container: str) -> None:
    planted = CONTAINERS[container]("lbecker" if container in ONLY_LATIN_1 else "Maria Nováčková")
    (tmp_path / "a.txt").write_text(CLEAN)
    (tmp_path / "z.zip").write_bytes(zipped_files({"a.txt": CLEAN.encode(), "b": planted, "noise": NOISE}))
    assert found_in(tmp_path) == ["z.zip"]


@pytest.mark.plain_cases(13)
@pytest.mark.parametrize("container", sorted(CONTAINERS))
def test_a_planted_file_is_found_again_in_an_archive_that_holds_it(tmp_path: Path, container: str) -> None:
    planted = CONTAINERS[container]("lbecker" if container in ONLY_LATIN_1 else "Maria Nováčková")
    archive = zipped_files({"b": planted, "noise": 5 * NOISE, "more noise": NOISE[::-1]})
    (tmp_path / "b").write_bytes(planted)
    (tmp_path / "y.zip").write_bytes(archive)
    (tmp_path / "z.zip").write_bytes(zipped_files({"y.zip": archive, "noise": NOISE}))
    assert found_in(tmp_path) == ["b", "y.zip", "z.zip"]


def test_what_cannot_be_opened_is_no_known_content(tmp_path: Path) -> None:
    broken = zipped(CLEAN.encode())[:-30]
    (tmp_path / "b").write_bytes(broken)
    (tmp_path / "z.zip").write_bytes(zipped_files({"b": broken, "noise": NOISE}))
    assert found_in(tmp_path) == ["b", "z.zip"]
    assert all(
        "cannot be searched for identifiers: it looks like a zip archive" in one for one in problems(tmp_path, 2)
    )


def test_a_part_of_a_file_is_skipped_only_if_a_smaller_file_has_it(tmp_path: Path) -> None:
    data = zipped_files({"a.txt": PLANTED.encode()})
    digest = sha256(PLANTED.encode()).hexdigest()
    skipped = SCAN.search_content(data, {digest: len(data) - 1})
    assert skipped == searched_contents.Found(frozenset(), frozenset({digest}))
    searched = SCAN.search_content(data, {digest: len(data)})
    assert searched == searched_contents.Found(frozenset({"PERSON"}), frozenset())


def test_an_unreadable_file_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "nothing")
    (tmp_path / "b.txt").write_text(CLEAN)
    assert found_in(tmp_path) == ["a"]


def test_problems_keep_the_order_of_names_in_any_number_of_processes(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"{number:02}").write_text(f"{number * 'words '}{PLANTED if number % 3 else ''} {number}")
    assert found_in(tmp_path) == [f"{number:02}" for number in range(30) if number % 3]


def test_a_process_that_is_killed_stops_the_scan(tmp_path: Path) -> None:
    for number in range(9):
        (tmp_path / str(number)).write_bytes(bytes([number]) * 40_000)
    places = dict.fromkeys(sorted(tmp_path.iterdir()), Place())
    with pytest.raises(StudyError, match="a process of the search for identifiers was ended"):
        searched_contents.search_files(lambda *_: os._exit(9), places, 2)


def test_one_process_searches_where_processes_cannot_be_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(multiprocessing, "get_all_start_methods", lambda: ["spawn"])
    for name, words in (("a", PLANTED), ("b", CLEAN), ("c", NOISE.hex() * 9)):
        (tmp_path / name).write_text(words)
    assert found_in(tmp_path) == ["a"]


def page(rest: str, scripts: list[str]) -> str:
    data = (
        f'<script type="application/json" id="segments/{n}">["{words}"]</script>' for n, words in enumerate(scripts)
    )
    return f"<html><title>{rest}</title>{''.join(data)}</html>"


@pytest.mark.parametrize("place", range(-1, 5))
def test_an_identifier_in_any_part_of_a_page_that_processes_share_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: int
) -> None:
    monkeypatch.setattr(searched_contents, "_LARGE_PAGE", 1)
    scripts = [PLANTED if number == place else f"words {number}" for number in range(5)]
    (tmp_path / "page.html").write_text(page(PLANTED if place < 0 else CLEAN, scripts), encoding="utf-8")
    (tmp_path / "other.html").write_text(page(CLEAN, scripts[:place] if place > 0 else []), encoding="utf-8")
    assert found_in(tmp_path) == ["page.html"]


@pytest.mark.parametrize("of", range(1, 7))
def test_the_shares_of_a_page_are_the_page(of: int) -> None:
    nested = page("within", ["deeper", "still"]).replace('"', "'")
    data = page(CLEAN, ["one", "two", nested, "four"]).encode()
    whole = sorted(contents.texts(data))
    shares = [list(contents.texts(data, contents.Known(share=contents.Share(number, of)))) for number in range(of)]
    assert sorted(chain.from_iterable(shares)) == whole
    assert sum(map(bool, shares)) == min(of, 4)


def test_a_word_with_a_ligature_on_a_page_of_a_pdf_is_one_word() -> None:
    """The library that reads pages takes the gap behind a hidden hyphen and a ligature for a space: Blomfi eld."""
    texts = pdfs.parts(CONTAINERS["PDF"]("so Blom\u00adfield said"), limits.DEFAULT)
    assert "so Blom\u00adfield said" in texts
