"""The notice that forbids sharing results."""

import os
from pathlib import Path

import pytest

from crosscase.running import share_notice
from crosscase.running.share_notice import LEAK_VERDICT, NOTICE
from crosscase.storage import files
from crosscase.storage.schemas import Issue


@pytest.fixture(autouse=True)
def in_a_study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_after_a_failed_build_a_notice_forbids_sharing_once_there_are_tables() -> None:
    share_notice.withdraw_verdict()
    assert not NOTICE.exists()
    NOTICE.parent.mkdir(parents=True)
    LEAK_VERDICT.parent.mkdir()
    LEAK_VERDICT.touch()
    share_notice.withdraw_verdict()
    assert "Do not share them." in NOTICE.read_text(encoding="utf-8")
    assert not LEAK_VERDICT.exists()


def test_the_notice_lies_there_while_results_are_newer_than_the_last_search() -> None:
    share_notice.settle(False)
    assert not NOTICE.exists()  # no results
    table = Path("results/tables/a.csv")
    table.parent.mkdir(parents=True)
    table.touch()
    share_notice.settle(False)
    assert NOTICE.exists()
    LEAK_VERDICT.parent.mkdir()
    LEAK_VERDICT.touch()
    os.utime(LEAK_VERDICT, ns=(table.stat().st_mtime_ns + 1,) * 2)
    share_notice.settle(False)
    assert not NOTICE.exists()
    os.utime(table, ns=(LEAK_VERDICT.stat().st_mtime_ns + 1,) * 2)
    share_notice.settle(False)
    assert NOTICE.exists()
    assert not LEAK_VERDICT.exists()  # so the next whole build searches, even if the table has its old bytes
    share_notice.settle(True)
    assert not NOTICE.exists()


def test_the_notice_lies_there_while_a_text_that_results_show_may_name_somebody() -> None:
    message, remedy = "config/codebook.csv: 1 text that results show may name somebody", "Choose other words."
    issue = Issue("warning", "words_of_study", "", "config/codebook.csv", "", message, remedy, 0)
    other = Issue("warning", "unused_code", "", "codebook", "", "no participant was coded with it", "", 0)
    Path("results/validation").mkdir(parents=True)
    files.write_rows_csv("results/validation/issues.csv", Issue, [issue, other])
    share_notice.put()
    assert share_notice.is_of_unfinished_build(NOTICE.read_text(encoding="utf-8"))
    share_notice.settle(searched=True)
    first, last = NOTICE.read_text(encoding="utf-8").splitlines()
    assert first == f"{message}. {remedy}"
    assert last.startswith("Do not share these results")
    assert not share_notice.is_of_unfinished_build(NOTICE.read_text(encoding="utf-8"))
    files.write_rows_csv("results/validation/issues.csv", Issue, [other])
    share_notice.settle(searched=True)
    assert not NOTICE.exists()
