"""Validation: every coding is a valid segment or an issue that says why not."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.coding import completeness, issues, severity
from crosscase.coding.codebook import Codebook
from crosscase.coding.issues import Inspector
from crosscase.coding.segments import translate
from crosscase.coding.validation import Validator
from crosscase.storage.schemas import AnonymisedCoding, CodebookEntry, Issue, Mention, Participant, Segment
from crosscase.study.facts import Declared, Domain, Group, NotCoded
from tests.builders import invented_cells

DOMAINS = [Domain("barriers", "Barriers"), Domain("impacts", "Impacts")]
ENTRIES = [
    CodebookEntry("time", "barriers", "Time", "", "", ["Time"], True, ["čas"]),
    CodebookEntry("group", "barriers", "Group", "", "", ["Group"], False, []),
    CodebookEntry("reach", "impacts", "Reach", "", "", ["Reach"], True, []),
]
CODEBOOK = Codebook(ENTRIES, DOMAINS)
GROUPS = [Group("CZ", "Czech Republic", "CZ", ["Česko"]), Group("NO", "Norway", "NO")]
GAPS = [NotCoded("NO", "impacts", "never coded")]
STUDY = replace(invented_cells.STUDY, groups=GROUPS, domains=DOMAINS, not_coded=GAPS)
PEOPLE = [
    Participant("P-1", "CZ", [], True),
    Participant("P-2", "NO", [], True),
]
GOOD = AnonymisedCoding(
    "s1", "cz", "D-1", "P-1", ["CZ"], ["Barriers", "Time"], "C-1", 0, 5, "words", "fingerprint 1", group="CZ"
)


def validate(codings: Sequence[AnonymisedCoding], **severity: str) -> tuple[list[Segment], list[Issue]]:
    validator = Validator(CODEBOOK, GROUPS, GAPS, Inspector("cz", severity))
    valid = list(validator.valid(translate(codings, CODEBOOK)))
    return valid, list(validator.issues())


def test_a_good_coding_is_a_segment() -> None:
    (segment,), found = validate([GOOD])
    assert (segment.code, segment.domain, segment.group, segment.participant) == ("time", "barriers", "CZ", "P-1")
    assert found == []


@pytest.mark.parametrize(
    ("change", "check", "words"),
    [
        ({"code_path": ["Tine"]}, "unknown_code", "Nearest: Time."),
        ({"code_path": ["Group"]}, "uncodable_parent", "only a heading"),
        ({"code_path": ["Impacts"]}, "uncodable_parent", "only a heading"),
        ({"text": " \n"}, "empty_segment", "the segment is empty"),
        ({"participant": None, "group": None}, "unregistered_document", "not in the register"),
        ({"stated_groups": ["Atlantis"]}, "unknown_group", "not in the study"),
        ({"stated_groups": ["Norway"]}, "group_conflict", "the export says NO, the register says CZ"),
        ({"stated_groups": ["CZ", "NO"]}, "group_conflict", "the export says CZ and NO"),
        (
            {"participant": "P-2", "group": "NO", "stated_groups": [], "code_path": ["Reach"]},
            "coded_though_declared_not_coded",
            "NO is declared as not coded for impacts",
        ),
    ],
)
def test_a_bad_coding_is_an_issue(change: dict[str, object], check: str, words: str) -> None:
    valid, (issue,) = validate([replace(GOOD, **change)])  # type: ignore[arg-type]
    assert valid == []
    assert (issue.check, issue.severity, issue.left_out) == (check, severity.SEVERITY[check], 1)
    assert (issue.export, issue.locator) == ("cz", "coding s1")
    assert words in issue.message + issue.suggestion


@pytest.mark.parametrize("change", [{"text": None}, {"stated_groups": []}, {"stated_groups": ["set 3", "CZ"]}])
def test_what_is_missing_but_not_wrong_is_no_issue(change: dict[str, object]) -> None:
    valid, found = validate([replace(GOOD, **change)])  # type: ignore[arg-type]
    assert (len(valid), found) == (1, [])


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("Lack", "Is it Barriers > Staff > Lack? Export it with that path, or write 'Lack' into its `aliases`."),
        ("Lacks", "Nearest: Staff > Lack. Correct it or add an alias."),
    ],
)
def test_a_name_without_the_levels_above_it_is_told_its_path(name: str, remedy: str) -> None:
    entries = [
        CodebookEntry("staff", "barriers", "Staff", "", "", ["Staff"], False, []),
        CodebookEntry("lack", "barriers", "Lack", "", "staff", ["Staff", "Lack"], True, []),
    ]
    book = Codebook(entries, DOMAINS)
    validator = Validator(book, GROUPS, GAPS, Inspector("cz", {}))
    assert list(validator.valid(translate([replace(GOOD, code_path=[name])], book))) == []
    (issue,) = validator.issues()
    assert (issue.check, issue.suggestion) == ("unknown_code", remedy)


def test_a_coding_exported_twice_counts_once() -> None:
    valid, (issue,) = validate([GOOD, replace(GOOD, segment_id="s2")])
    assert len(valid) == 1
    assert (issue.check, issue.locator) == ("duplicate_coding", "coding s2")


def test_an_alias_is_understood_and_noted_once() -> None:
    aliases = [replace(GOOD, code_path=["Čas"], segment_id=f"s{n}", fingerprint=str(n)) for n in (2, 3)]
    valid, (issue,) = validate(aliases)
    assert [segment.code for segment in valid] == ["time", "time"]
    assert (issue.check, issue.severity, issue.left_out, issue.locator) == ("alias_used", "note", 0, "coding s2")
    assert "'Time' by an alias, 2 times" in issue.message


def test_another_spelling_of_a_group_is_normalised_and_noted() -> None:
    by_hand = [replace(GOOD, stated_groups=["česko "], fingerprint=str(n)) for n in (1, 2)]
    valid, (issue,) = validate(by_hand)
    assert [segment.group for segment in valid] == ["CZ", "CZ"]
    assert (issue.check, issue.severity, issue.value) == ("group_normalised", "note", "česko ")
    assert issue.message == "read as CZ, 2 times"


def test_a_coding_with_three_faults_has_three_issues_and_is_left_out_once() -> None:
    _, found = validate([replace(GOOD, code_path=["x"], participant=None, group=None, text="")])
    assert [issue.left_out for issue in found] == [1, 0, 0]


def test_a_study_may_change_a_severity() -> None:
    _, (issue,) = validate([replace(GOOD, participant=None, group=None)], unregistered_document="warning")
    assert (issue.severity, issue.left_out) == ("warning", 1)


CODINGS = st.builds(
    lambda owner, **how: replace(GOOD, participant=owner[0], group=owner[1], **how),
    code_path=st.sampled_from([["Time"], ["čas"], ["Group"], ["x"], ["Impacts", "Reach"]]),
    owner=st.sampled_from([("P-1", "CZ"), ("P-1", "NO"), ("P-2", "NO"), (None, None)]),
    stated_groups=st.sampled_from([[], ["CZ"], ["Norway"], ["x"]]),
    text=st.sampled_from(["a", "b", "", None]),
    fingerprint=st.sampled_from("123456789"),
)


@given(st.lists(CODINGS, max_size=12))
def test_no_coding_is_lost(codings: list[AnonymisedCoding]) -> None:
    valid, found = validate(codings)
    assert len(valid) + sum(issue.left_out for issue in found) == len(codings)
    (row, study) = issues.balance({"cz": len(codings)}, {"cz": len(valid)}, {"cz": len(valid)}, found)
    assert (row.codings, row.segments) == (len(codings), len(valid))
    assert row.errors + row.warnings + row.notes == len(found)
    assert study.codings == 0


def test_a_lost_coding_would_be_noticed() -> None:
    with pytest.raises(ValueError, match="do not add up"):
        list(issues.balance({"cz": 3}, {"cz": 2}, {"cz": 2}, []))


def test_issues_come_errors_first_and_rows_by_number() -> None:
    inspector = Inspector("cz", {})
    found = [
        inspector.issue("empty_segment", "row 10", "", ""),
        inspector.issue("empty_segment", "row 9", "", ""),
        inspector.issue("unknown_code", "row 11", "", ""),
    ]
    assert [issue.locator for issue in sorted(found, key=issues.sort_key)] == ["row 11", "row 9", "row 10"]


def test_a_group_without_any_coding_is_a_warning() -> None:
    found = list(completeness.inspect([], PEOPLE, ENTRIES, STUDY, Inspector("", {})))
    uncoded = [(issue.check, issue.value, issue.severity) for issue in found if "no coding at all" in issue.message]
    assert uncoded == [("group_without_coding", "CZ", "warning")]  # of NO, one domain is declared as not coded


def test_what_has_no_coding_is_reported() -> None:
    mentions = [Mention("cz", "P-1", "CZ", "barriers", "time", 1, 1)]
    found = list(completeness.inspect(mentions, PEOPLE, ENTRIES, STUDY, Inspector("", {})))
    assert [(issue.check, issue.value) for issue in found] == [
        ("participant_without_coding", ""),
        ("unused_code", "reach"),
        ("domain_without_coding", "CZ impacts"),
        ("domain_without_coding", "NO barriers"),
    ]
    declared = replace(STUDY, coded=[Declared("CZ", "impacts"), Declared("NO", "barriers")])
    found = list(completeness.inspect(mentions, PEOPLE, ENTRIES, declared, Inspector("", {})))
    assert not [issue for issue in found if issue.check.endswith("without_coding") and "domain" in issue.check]
