"""Nobody is stopped for nothing: short names and ids of a large study alarm nobody. All names are invented."""

import os
import random
import time
from pathlib import Path
from typing import Any

import pytest

from crosscase.leaks import chance, searched_contents
from crosscase.leaks.contents import Place
from crosscase.leaks.leak_scan import LeakScan
from crosscase.leaks.search import Search
from crosscase.leaks.searched_contents import Found
from crosscase.leaks.watched import Watched
from tests.builders import large_results
from tests.builders.leak_scans import TRACES
from tests.builders.packed import png
from tests.builders.timing import timed

_LONGEST = 1.5  # times as long as reading the files; the benchmark measures it by the clock


def test_the_expected_number_of_false_alarms_of_a_build_is_below_one_in_a_million() -> None:
    """A hundred contents of a megabyte that are no text, and 100,000 names of each length that proves anything."""
    shortest = chance.shortest_proof(10**6, 100_000)
    assert 100 * sum(chance.expected(10**6, 100_000, letters) for letters in range(shortest, 40)) <= 1.1e-6
    assert 100 * chance.expected(10**6, 100_000, shortest - 1) > 1e-6


def test_random_bytes_hold_names_as_often_as_is_expected() -> None:
    """With names of two letters, which are so frequent that they can be counted."""
    drawn = random.Random(5)
    data = drawn.randbytes(2_000_000).lower()
    names = ["".join(drawn.choices("abcdefghijklmnopqrstuvwxyz", k=2)).encode() for _ in range(50)]
    counted = sum(data.count(name) for name in names)
    assert counted == pytest.approx(chance.expected(len(data), len(names), 2) / 2, rel=0.1)  # in one encoding


@pytest.mark.parametrize("people", [450, pytest.param(5000, marks=pytest.mark.exhaustive)])
def test_a_study_with_short_names_and_ids_like_a_group_and_a_number_is_clean(tmp_path: Path, people: int) -> None:
    large_results.write(tmp_path, 20_000, people)
    assert large_results.scan(people).verdict_on(tmp_path, processes=2).startswith("No leak found: 6 files")


@pytest.mark.exhaustive
def test_a_million_segments_are_searched_in_no_more_than_half_as_much_again_as_they_take_to_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In seconds of processors, which other work hardly changes: those of the process that works longest."""
    results = tmp_path / "results"
    results.mkdir()
    large_results.write(results, 10**6, 5000)
    scan = large_results.scan(5000)
    _, read = timed(lambda: large_results.read(results))
    find = searched_contents._found

    def noted(*given: Any) -> Found:
        found = find(*given)
        (tmp_path / f"process {os.getpid()}").write_text(str(time.process_time()), encoding="utf-8")
        return found

    monkeypatch.setattr(searched_contents, "_found", noted)
    begun = time.process_time()
    assert scan.verdict_on(results, processes=2).startswith("No leak found: 6 files")
    in_this_process = time.process_time() - begun
    of_each = [float(path.read_text(encoding="utf-8")) for path in tmp_path.glob("process *")]
    assert len(of_each) == 2
    assert in_this_process + max(of_each) < _LONGEST * read


def test_a_count_beside_a_group_is_no_id_but_an_id_is_one() -> None:
    ids = [Watched("PARTICIPANT", "DE-1"), Watched("DOCUMENT", "DE-1.docx")]
    scan = LeakScan(Search(ids, frozenset({"de", "en"})), TRACES)
    figure = Place("results/figures/a.png", composed=True)
    assert scan.search_content(png("Children: 2 (DE 1, EN 1)"), place=figure).is_clean
    assert not scan.search_content(png("Children: 2 (DE-1)"), place=figure).is_clean
    assert scan.search_content(png("Trust – Money: 2 (DE 1, EN 1)"), place=figure).is_clean  # written as other bytes
    assert not scan.search_content(png("Trust – Money: 2 (DE-1)"), place=figure).is_clean
    assert not scan.search_content(png("Trust – Money: 2 (DE 1)"), place=Place()).is_clean
    assert not scan.search_content(b"so DE 1 said", place=Place()).is_clean


@pytest.mark.parametrize("name", ["Abed", "Dacee", "Faced"])
def test_letters_in_ids_are_no_names(name: str) -> None:
    scan = LeakScan(Search([Watched("PERSON", name, ("en",))]), TRACES)
    hexadecimal = name.lower()
    ids = (
        f"{hexadecimal}0123456789abcdef"[:16],
        f"548f0225-{hexadecimal[:4]}-5533-8eec-f171986718b5",
        f"P-{hexadecimal}012345"[:12],
    )
    for one in ids:
        assert scan.search_content(f"the segment {one} is".encode()).is_clean, one
    assert not scan.search_content(f"the segment of {name}".encode()).is_clean
