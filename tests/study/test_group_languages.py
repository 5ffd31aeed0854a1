"""The languages of a study's groups: stated, or those of their countries."""

import pytest

from crosscase.languages.vocabulary import SUPPORTED
from crosscase.study.facts import Group
from crosscase.study.group_languages import language_remarks, languages_of_groups, supported


def group(iso: str) -> Group:
    return Group(iso, f"Land of {iso}", iso)


@pytest.mark.parametrize(
    ("iso", "language"),
    [
        *(
            ("US", "en"),
            ("AU", "en"),
            ("CA", "en"),
            ("IE", "en"),
            ("NZ", "en"),
            ("AT", "de"),
            ("CH", "de"),
            ("BR", "pt"),
        ),
        *(
            ("MX", "es"),
            ("AR", "es"),
            ("BE", "nl"),
            ("CY", "el"),
            ("NO", "no"),
            ("GR", "el"),
            ("CZ", "cs"),
            ("UA", "uk"),
        ),
        *(("MD", "ro"), ("GE", "ka"), ("RS", "sr")),
    ],
)
def test_a_country_speaks_the_official_language_of_most_people(iso: str, language: str) -> None:
    assert languages_of_groups([group(iso)], {}) == {iso: [language]}


def test_what_the_study_states_comes_first() -> None:
    groups = [group("BE"), group("ES"), group("XQ")]
    spoken = languages_of_groups(groups, {"BE": ["nl", "fr"], "ES": ["ka"]})
    assert spoken == {"BE": ["nl", "fr"], "ES": ["ka"], "XQ": []}
    known = supported(spoken)
    assert known["BE"][:1] == ("nl",) and set(known["BE"]) <= SUPPORTED
    assert known["ES"] == known["XQ"] == ()


def test_full_support_needs_no_remark() -> None:
    assert not [
        *language_remarks([*map(group, ["CZ", "DE", "GR", "GB", "IT", "NL", "NO", "PL", "PT", "US", "BR"])], {})
    ]


def test_what_is_less_than_full_support_is_said_once_for_each_language() -> None:
    remarks = [*language_remarks([*map(group, ["GE", "BE", "XQ"])], {})]
    assert remarks == [
        (
            "no_word_lists",
            "no word lists for the language 'ka' (Land of GE): names in no list are looked for by capital letters "
            "only, and every doubtful word waits for review",
        ),
        (
            "assumed_language",
            remarks[1][1],
        ),
        (
            "no_word_lists",
            "no language is known of Land of XQ (XQ): names in no list are looked for by capital letters only, "
            "and every doubtful word waits for review",
        ),
    ]
    assert remarks[1][1].startswith("interviews of Land of BE are taken to be in Dutch; also official there: ")
    assert [check for check, _ in language_remarks([group("BE")], {"BE": ["nl"]})] == []
