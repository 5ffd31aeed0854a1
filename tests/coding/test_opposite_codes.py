"""The column `opposite` of the codebook: what it may name, and what is refused with file, place and remedy."""

from pathlib import Path

import pytest

from crosscase.coding import codebook, named_codes, opposite_codes
from crosscase.messages.errors import StudyError
from crosscase.study import slices
from crosscase.study.facts import Domain
from tests.builders.invented_cells import STUDY

DOMAINS = [Domain("barriers", "Barriers")]
ROWS = (
    "staff,Staff,,no",
    "lack,Lack of time,staff,yes",
    "plenty,Plenty of it,staff,yes",
    "pay,Pay,,yes",
    "o1,Other,,yes",
)


def opposites(tmp_path: Path, **stated: str) -> dict[str, str]:
    path = tmp_path / "codebook.csv"
    rows = [f"barriers,{row},Zeit {n},{stated.get(row.partition(',')[0], '')}" for n, row in enumerate(ROWS)]
    rows.append(f"barriers,o2,Other,staff,yes,,{stated.get('o2', '')}")
    path.write_text("domain,code,label,parent,codable,aliases,opposite\n" + "\n".join(rows) + "\n", encoding="utf-8")
    return {entry.code: entry.opposite for entry in codebook.read(str(path), DOMAINS) if entry.opposite}


@pytest.mark.parametrize("name", ["plenty", "Plenty of it", "staff > PLENTY of it", "Zeit 2"])
def test_a_code_is_named_by_id_label_path_or_alias_in_one_row_or_both(tmp_path: Path, name: str) -> None:
    both = {"lack": "plenty", "plenty": "lack"}
    assert opposites(tmp_path, lack=name) == both
    assert opposites(tmp_path, lack=name, plenty="Lack of time") == both
    assert opposites(tmp_path) == {}


@pytest.mark.parametrize(
    ("stated", "message"),
    [
        ({"lack": "plentty"}, "row 3: the opposite 'plentty' is not a code of the codebook. Did you mean 'plenty'?"),
        ({"lack": "Other"}, "row 3: the opposite 'Other' may be several codes. Write the id of one: o1 or o2."),
        ({"lack": "lack"}, "row 3: a code cannot be its own opposite. Name another code"),
        ({"lack": "staff"}, "row 3: staff only holds other codes (codable: no)"),
        ({"staff": "lack"}, "row 2: staff only holds other codes (codable: no)"),
        ({"lack": "pay", "plenty": "pay"}, "row 4: the code pay has several opposites: lack and plenty. Keep one"),
    ],
)
def test_what_cannot_be_an_opposite_is_refused(tmp_path: Path, stated: dict[str, str], message: str) -> None:
    with pytest.raises(StudyError) as caught:
        opposites(tmp_path, **stated)
    assert [f"codebook.csv, {message}" in str(problem) for problem in caught.value.problems] == [True], caught.value


def test_codebook_and_study_may_both_name_opposites_but_not_two(tmp_path: Path) -> None:
    opposites(tmp_path, lack="plenty")
    entries = codebook.read(str(tmp_path / "codebook.csv"), DOMAINS)
    agreeing, further, other = ([["plenty", "lack"]], [["pay", "o1"]], [["lack", "pay"]])
    assert opposite_codes.pairs(entries, agreeing) == [["lack", "plenty"]]
    assert opposite_codes.pairs(entries, further) == [["lack", "plenty"], ["o1", "pay"]]
    for stated in (agreeing, further):
        named_codes.check(entries, slices.replaced(STUDY, opposites=stated))
    with pytest.raises(StudyError) as caught:
        named_codes.check(entries, slices.replaced(STUDY, opposites=other))
    (problem,) = map(str, caught.value.problems)
    assert (
        "code lack: its opposite is 'plenty', but analysis.opposites of config/study.yaml says 'pay'. Correct"
        in problem
    )
