"""RQDA's project and requal's segments: every fact that the readers rely on, written by hand."""

from pathlib import Path

import pytest

from crosscase.messages.errors import StudyError
from crosscase.readers.raw import RawCoding
from crosscase.study.facts import ExportSettings
from tests.builders.database_projects import FLAT, REQUAL, RQDA, TEXT, change
from tests.builders.round_trips import read
from tests.reconstruction.writers import requal, rqda


def rqda_of(path: Path, *statements: str) -> list[RawCoding]:
    rqda.write(FLAT, path / "p.rqda")
    return read(change(path / "p.rqda", *statements), RQDA)


@pytest.mark.parametrize(
    ("statement", "left"),
    [
        ("UPDATE coding SET status = -1 WHERE rowid = 1", ["coding 2", "coding 3"]),
        ("UPDATE coding SET status = NULL WHERE rowid = 2", ["coding 1", "coding 3"]),
        ("UPDATE freecode SET status = 0 WHERE name = 'Hope'", ["coding 1", "coding 2"]),
        ("UPDATE source SET status = 0 WHERE name = 'a.txt'", ["coding 3"]),
    ],
)
def test_what_is_deleted_in_rqda_is_left_out(tmp_path: Path, statement: str, left: list[str]) -> None:
    assert [c.locator for c in rqda_of(tmp_path, statement)] == left


@pytest.mark.parametrize(
    ("statement", "path", "groups", "variables"),
    [
        ("UPDATE codecat SET status = 0", ("Rent",), ("Rome",), {"Country", "Role"}),
        ("UPDATE treecode SET status = 0", ("Rent",), ("Rome",), {"Country", "Role"}),
        ("UPDATE filecat SET status = 0", ("Money", "Rent"), (), {"Country", "Role"}),
        ("UPDATE treefile SET status = 0", ("Money", "Rent"), (), {"Country", "Role"}),
        ("UPDATE fileAttr SET status = 0 WHERE variable = 'Role'", ("Money", "Rent"), ("Rome",), {"Country"}),
        ("UPDATE fileAttr SET value = 'NA' WHERE variable = 'Role'", ("Money", "Rent"), ("Rome",), {"Country"}),
        ("DROP TABLE fileAttr", ("Money", "Rent"), ("Rome",), set()),
        ("DROP TABLE coding2", ("Money", "Rent"), ("Rome",), {"Country", "Role"}),
    ],
)
def test_status_counts_wherever_it_stands(
    tmp_path: Path, statement: str, path: tuple[str, ...], groups: tuple[str, ...], variables: set[str]
) -> None:
    coding, *_ = rqda_of(tmp_path, statement)
    assert (coding.code_path, coding.document_groups, set(coding.variables)) == (path, groups, variables)


def test_a_code_in_several_categories_is_one_code(tmp_path: Path) -> None:
    twice = "INSERT INTO treecode (cid, catid, status) SELECT cid, catid, 1 FROM treecode WHERE cid = 1"
    assert rqda_of(tmp_path, twice)[0].code_path == ("Money", "Rent")
    second = "INSERT INTO treecode (cid, catid, status) VALUES (1, 2, 1)"
    codings = rqda_of(tmp_path, second)
    assert (len(codings), codings[0].code_path) == (3, ("Rent",))


def test_the_second_table_of_codings_is_read(tmp_path: Path) -> None:
    *first, again = rqda_of(tmp_path, "INSERT INTO coding2 SELECT * FROM coding WHERE rowid = 1")
    assert (again.locator, again.text, again.start, again.end) == ("coding2 1", "Anna says yes.", 0, 14)
    assert isinstance(again.start, int)
    assert again.distinguished_by != first[0].distinguished_by


def test_cases_of_rqda_give_their_variables(tmp_path: Path) -> None:
    first, second, _ = rqda_of(
        tmp_path,
        "INSERT INTO cases (name, id, status) VALUES ('Anna', 1, 1), ('Ben', 2, 1), ('gone', 3, 0)",
        "INSERT INTO caselinkage (caseid, fid, selfirst, selend, status) "
        "VALUES (1, 1, 0, 14, 1), (2, 1, 15, 27, 1), (2, 1, 0, 14, 0), (3, 1, 0, 27, 1)",
        "INSERT INTO caseAttr (variable, value, caseID, status) "
        "VALUES ('Home', 'PT', 1, 1), ('Home', 'IT', 2, 1), ('Age', '40', 2, 0), ('Home', 'XX', 3, 1)",
    )
    assert first.variables == {"Country": "Italia", "Role": "teacher", "Home": "PT"}
    assert second.variables == {"Country": "Italia", "Role": "teacher", "Home": "IT"}
    assert first.document_groups == ("Rome",)


# requal


def test_places_of_requal_are_as_r_counts(tmp_path: Path) -> None:
    requal.write(FLAT, tmp_path / "r.csv")
    coding, *_ = read(tmp_path / "r.csv", REQUAL)
    assert (coding.start, coding.end, coding.document_id) == (1, 14, "1")
    assert coding.text == TEXT[0:14]


@pytest.mark.parametrize(("number", "place"), [("1e+05", 100_000), ("1.5e+05", 150_000), ("NA", None), ("", None)])
def test_numbers_of_r_are_understood(tmp_path: Path, number: str, place: int | None) -> None:
    columns = ",".join(requal.COLUMNS)
    (tmp_path / "r.csv").write_text(f'{columns}\n"a",1,{number},9,"A: B",1,"said",NA\n', encoding="utf-8")
    (coding,) = read(tmp_path / "r.csv", ExportSettings("", "requal_csv", separator=": "))
    assert (coding.start, coding.coder, coding.code_path) == (place, None, ("A", "B"))


def test_a_place_that_is_no_number_is_refused(tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text(f"{','.join(requal.COLUMNS)}\na,1,said,9,A,1,said,JN\n", encoding="utf-8")
    with pytest.raises(StudyError, match=r"row 2: a place in the text is not a whole number") as error:
        read(tmp_path / "r.csv", REQUAL)
    assert "said" not in str(error.value)
