"""The one field of the register that a withdrawal changes. All names are invented."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscase.anonymisation import register
from crosscase.erasure.register_edit import mark_withdrawn
from crosscase.messages.errors import StudyError
from crosscase.starting import register_workbook
from tests.builders.plain_runs import repeats
from tests.builders.small_study import write_csv

HEADER = ("participant", "name", "country", "documents", "consent_to_quote", "withdrawn")


def read(path: Path) -> list[register.Person]:
    return register.read(str(path), {"ie": "IE"}, {}).people


@pytest.mark.plain_cases(8)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_one_field_changes_and_every_other_row_keeps_its_bytes(
    tmp_path: Path, encoding: str, separator: str, ending: str
) -> None:
    path = tmp_path / "participants.csv"
    rows = [
        HEADER,
        ("IE-1", '"Méabh\nFauxley"', "IE", '"a""b"', "yes", "no"),
        ("IE-2", '"Cormacan Shamwell"', "IE", "Talk 2", "no", "no"),
        ("IE-3", '"Edburga; Pretend, Ham"' if separator != "\t" else "Edburga", "IE", "", "no", "no"),
    ]
    text = ending.join(separator.join(row) for row in rows).replace("\n", ending if ending == "\n" else "\n")
    path.write_bytes(text.encode(encoding))
    path.chmod(0o640)
    before = read(path)
    mark_withdrawn(str(path), before[1])
    assert [person.withdrawn for person in read(path)] == [False, True, False]
    after = path.read_bytes().decode(encoding)
    assert after.count("yes") == 2
    old, new = text.split(ending), after.split(ending)
    assert [number for number, (one, other) in enumerate(zip(old, new, strict=True)) if one != other] == [len(old) - 2]
    assert path.stat().st_mode & 0o777 == 0o640
    mark_withdrawn(str(path), read(path)[1])
    assert path.read_bytes().decode(encoding) == after


FIELD = st.text(st.characters(codec="utf-8", exclude_characters="\0\r", exclude_categories=["Cc", "Cs"]), max_size=8)


@settings(max_examples=repeats(25, 100))
@given(st.lists(FIELD.map(lambda name: f"x{name.strip()}x"), min_size=1, max_size=6), st.data())
def test_a_register_reads_the_same_but_for_the_withdrawal(
    tmp_path_factory: pytest.TempPathFactory, names: list[str], data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("register") / "participants.csv"
    write_csv(path, [HEADER, *((f"IE-{n}", name, "IE", "", "no", "no") for n, name in enumerate(names))])
    people = read(path)
    number = data.draw(st.integers(0, len(people) - 1))
    mark_withdrawn(str(path), people[number])
    changed = [person.withdrawn for person in read(path)]
    assert changed == [n == number for n in range(len(people))]
    assert [person.name for person in read(path)] == [person.name for person in people]


def test_a_workbook_is_written_and_an_old_one_left_to_a_person(tmp_path: Path) -> None:
    path = tmp_path / "participants.xlsx"
    register = register_workbook.write([("IE-1", "Cormacan Shamwell", "IE", "", "", "no", "no")], [], "country")
    path.write_bytes(register)
    (person,) = read(path)
    mark_withdrawn(str(path), person)
    assert [person.withdrawn for person in read(path)] == [True]
    path.write_bytes(register)
    (tmp_path / "~$participants.xlsx").touch()
    with pytest.raises(StudyError, match=r"row 2: it is open in another program.* Or write `yes` under"):
        mark_withdrawn(str(path), person)
    assert path.read_bytes() == register


def test_headings_in_capitals_are_found_and_stay(tmp_path: Path) -> None:
    path = tmp_path / "participants.csv"
    write_csv(path, [[heading.upper() for heading in HEADER], ("IE-1", "Cormacan Shamwell", "IE", "", "no", "")])
    mark_withdrawn(str(path), read(path)[0])
    assert path.read_text(encoding="utf-8").splitlines() == [
        "PARTICIPANT,NAME,COUNTRY,DOCUMENTS,CONSENT_TO_QUOTE,WITHDRAWN",
        "IE-1,Cormacan Shamwell,IE,,no,yes",
    ]


def test_a_register_without_the_column_gets_it(tmp_path: Path) -> None:
    path = tmp_path / "participants.csv"
    write_csv(path, [("participant", "country"), ("IE-1", "IE"), ("IE-2", "IE")])
    mark_withdrawn(str(path), read(path)[1])
    assert path.read_text(encoding="utf-8").splitlines() == [
        "participant,country,withdrawn",
        "IE-1,IE,",
        "IE-2,IE,yes",
    ]
