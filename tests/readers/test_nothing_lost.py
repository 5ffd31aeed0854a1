"""No coding is lost, and none is given to the wrong person, in silence. All names are invented."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crosscase.readers import refi_offsets
from crosscase.readers.refi_offsets import Selection, Text
from crosscase.study.facts import ExportSettings
from tests.builders.in_process import COLUMNS, MONEY, TIME, person, run, table
from tests.builders.plain_runs import repeats

MARKED = "\ufeffAlpha beta gamma delta, epsilon zeta."


@pytest.mark.parametrize(
    ("text", "places", "words"),
    [
        (MARKED, [(6, 10), (11, 16), (17, 22), (25, 31)], ["beta", "gamma", "delta", "psilon"]),
        (MARKED, [(11, 16), (25, 31)], ["gamma", "psilon"]),
        (MARKED, [(7, 11), (12, 17), (18, 23)], ["beta", "gamma", "delta"]),  # the mark counts
        (MARKED, [(6, 9), (11, 15), (17, 21)], ["beta", "gamma", "delta"]),  # the end is included
        ("It's a mother-in-law's word.", [(0, 4), (7, 22)], ["It's", "mother-in-law's"]),
        ("one\ntwo three\nfour", [(4, 14), (0, 4)], ["two three\n", "one\n"]),  # whole lines
    ],
)
def test_the_plainest_way_of_counting_is_chosen_that_fits(
    text: str, places: list[tuple[int, int]], words: list[str]
) -> None:
    """1: two mistakes of counting cancelled each other at the end of a word, so each passage began too early."""
    selections = [Selection(start, end, "") for start, end in places]
    rule, score = refi_offsets.detect(text, selections)
    assert [Text(text, rule).words(selection) for selection in selections] == words
    assert score < 1.0 or "psilon" not in words


def test_an_accent_alone_is_cut_off_no_letter() -> None:
    assert refi_offsets.detect("first\n\u0301", [Selection(6, 7, "")])[1] == 1.0
    text = refi_offsets.Text("e\u0301 and", refi_offsets.Rule(False, 1, False, False))
    assert text.fit(Selection(0, 1, "")) < text.fit(Selection(0, 2, ""))


def test_passages_that_begin_with_a_space_do_not_score_well() -> None:
    _, score = refi_offsets.detect("Alpha beta gamma delta", [Selection(5, 10, ""), Selection(10, 16, "")])
    assert score < 0.9


@pytest.mark.parametrize(
    ("registered", "document", "check"),
    [
        ("Interview 3", "Interview 3.2", "unregistered_document"),
        ("Interview 3", "Interview 3. Anna", "unregistered_document"),
        ("Interview 3", "Interview 3.docx", "document_ending"),
        ("Interview 3", "INTERVIEW 3", None),
        ("Interview 3.2", "Interview 3.2", None),
        ("Interview 3.2", "Interview 3.2.txt", "document_ending"),
        ("Interview 3.docx", "Interview 3", "unregistered_document"),
    ],
)
def test_names_of_documents_are_equal_or_not(tmp_path: Path, registered: str, document: str, check: str | None) -> None:
    """2: what stands behind a dot was left away, so `Interview 3.2` was counted for another person."""
    found = run(table(tmp_path, (document, TIME, "never")), people=[person("DE-01", registered)])
    told = found.checks() & {"unregistered_document", "document_ending", "ambiguous_document"}
    assert told == ({check} if check else set())
    assert found.counts() == ({} if check == "unregistered_document" else {("DE-01", "time"): 1})


def test_an_ending_is_not_left_away_if_another_document_has_the_name(tmp_path: Path) -> None:
    rows = [("Interview 3", TIME, "never"), ("Interview 3.docx", MONEY, "none")]
    found = run(table(tmp_path, *rows), people=[person("DE-01", "Interview 3")])
    assert found.counts() == {("DE-01", "time"): 1}
    assert found.checks() == {"unregistered_document"}


@given(
    st.lists(
        st.tuples(*map(st.sampled_from, (("int_de_1", "int_pt_1", "other"), (TIME, MONEY, "?"), "ab", "AB", "12")))
    ),
    st.sampled_from(["several_coders", "same_passage", "never"]),
    st.booleans(),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=repeats(15, 40))
def test_every_coding_is_in_the_sums_or_in_an_issue(
    tmp_path: Path, rows: list[tuple[str, ...]], merging: str, places: bool
) -> None:
    """The law: the rows of the file = segments in the mentions + merged + left out."""
    path = table(tmp_path, *rows, header=("doc", "code", "text", "who", "from"))
    columns = {**COLUMNS, "coder": "who", **({"start": "from", "end": "from"} if places else {})}
    found = run(path, ExportSettings("", "tidy", columns=columns), merging=merging)
    naive = sum(1 for line in path.read_text(encoding="utf-8").splitlines()[1:] if line)
    assert naive == sum(found.counts().values()) + found.balance.merged + found.balance.left_out
    assert found.balance.left_out == sum(issue.left_out for issue in found.issues)


def test_a_dot_in_the_name_of_a_report_belongs_to_the_code(tmp_path: Path) -> None:
    report = "<Files\\\\int_de_1> - § 1 reference coded [1.00% Coverage]\n\nReference 1 - 1% Coverage\n\nNever."
    for name, code in (("Barriers 1.2", "Barriers 1.2"), ("Barriers 1.2.txt", "Barriers 1.2")):
        (tmp_path / name).write_text(report, encoding="utf-8")
        (coding,) = run(tmp_path / name, ExportSettings("", "nvivo_report")).raw
        assert coding.code_path == (code,)
