"""The guide: who was asked about what, and what is refused. All names are invented."""

from pathlib import Path

import pytest

from crosscase.anonymisation import guide
from crosscase.anonymisation.register import Person
from crosscase.messages.errors import StudyError
from crosscase.study.facts import Domain

DOMAINS = [Domain("barriers", "Barriers", ["Hürden"]), Domain("helps", "Helps")]
GROUPS = {"cz": "CZ", "czechia": "CZ", "en": "EN"}
PEOPLE = [
    Person(participant=name, name="Invented Name", group=group, locator="row")
    for name, group in (("P1", "CZ"), ("P2", "CZ"), ("P2", "EN"), ("P3", "EN"))
]


def silent(tmp_path: Path, rows: str, header: str = "participant,country,domain,asked") -> list[list[str]]:
    """About what each of the people was not asked."""
    path = tmp_path / "guide.csv"
    path.write_text(f"{header}\n{rows}", encoding="utf-8")
    found = guide.read(str(path), PEOPLE, DOMAINS, GROUPS, "country")
    return [found.not_asked(person) for person in PEOPLE]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("", [[], [], [], []]),
        ("P1,,Barriers,yes\n", [[], [], [], []]),
        ("p1,,hürden,NO\n", [["barriers"], [], [], []]),
        (",Czechia,helps,not asked\n", [["helps"], ["helps"], [], []]),
        (",CZ,helps,no\nP1,,helps,yes\n", [[], ["helps"], [], []]),
        ("P2,,helps,no\nP2,,barriers,no\n", [[], ["barriers", "helps"], ["barriers", "helps"], []]),
        ("P2,,helps,no\nP2,EN,helps,asked\n", [[], ["helps"], [], []]),
        ("P1,,helps,no\nP1,,helps,no\n", [["helps"], [], [], []]),
    ],
)
def test_a_row_of_a_participant_goes_before_one_of_the_group(
    tmp_path: Path, rows: str, expected: list[list[str]]
) -> None:
    assert silent(tmp_path, rows) == expected


def test_columns_that_are_not_needed_may_be_missing_or_have_another_word(tmp_path: Path) -> None:
    assert silent(tmp_path, "helps,no,CZ\n", "Domain,Asked,Land") == [["helps"], ["helps"], [], []]
    assert silent(tmp_path, "helps,no,P3\n", "domain,gefragt,Participant ID") == [[], [], [], ["helps"]]
    assert silent(tmp_path, "helps,nein,P3\n", "Bereich,gefragt,Teilnehmende") == [[], [], [], ["helps"]]


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ("P9,,helps,no\n", "row 2: the participant is not in the register"),
        (",XX,helps,no\n", "`country` has a value that is not allowed. Allowed: CZ, EN, or nothing."),
        ("P1,EN,helps,no\n", "the register has the participant in another country"),
        (",,helps,no\n", "neither which participant nor which country"),
        ("P1,,hopes,no\n", "`domain` has a value that is not allowed. Allowed: barriers, helps."),
        ("P1,,,no\n", "`domain` is empty"),
        ("P1,,helps,maybe\n", "`asked` has a value that is not allowed. Allowed: yes, asked, no, not asked."),
        ("P1,,helps,\nP2,,helps,\n", "row 2 and 1 more place: the column `asked` is empty"),
        ("P1,,helps,no\np1,,Helps,yes\n", "row 3: another row says the opposite"),
    ],
)
def test_a_wrong_guide_is_refused_without_naming_people(tmp_path: Path, rows: str, words: str) -> None:
    with pytest.raises(StudyError) as error:
        silent(tmp_path, rows)
    assert words in str(error.value)
    assert "P1" not in str(error.value) and "P9" not in str(error.value)


def test_a_guide_without_its_columns_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StudyError, match="it has no column 'asked'"):
        silent(tmp_path, "P1,helps\n", "participant,domain")
