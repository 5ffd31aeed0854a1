"""A draw in a study: two lists, of which only the team's has ids and names. All names are invented."""

import stat
from pathlib import Path

import pytest

from crosscase.analysis import planned_coding
from crosscase.cli import main
from crosscase.erasure import withdrawal
from crosscase.reliability import draw_files
from crosscase.study import study_folder
from crosscase.study.facts import CODING_PLAN
from tests.builders.small_study import small_study_here

DRAW = ["reliability", "sample", "--share", ".5", "--seed", "7", "--coder", "Ann Mock", "--coder", "Ben Sham"]
CONFIDENTIAL = ("IRL", "ENG", "Talk", "Ann", "Ben", "Mock", "Sham")


def test_a_draw_names_people_in_the_team_s_list_alone(capsys: pytest.CaptureFixture[str]) -> None:
    with small_study_here():
        assert main(DRAW) == 0
        drawn, plan = draw_files.read(), planned_coding.read(CODING_PLAN)
        assert {row.group for row in drawn} == {"IE", "EN"} == {row.group for row in plan}
        assert all(row.participant[:3] in ("IRL", "ENG") and row.documents for row in drawn)
        text = Path(CODING_PLAN).read_text(encoding="utf-8")
        assert not [word for word in CONFIDENTIAL if word in text]
        assert stat.S_IMODE(draw_files.LIST.stat().st_mode) == 0o600
        assert "2 participants of 4 are drawn." in capsys.readouterr().out
        lists = Path(CODING_PLAN), draw_files.LIST
        before = [path.read_bytes() for path in lists]
        assert main(DRAW) == 0
        assert before == [path.read_bytes() for path in lists]


def test_a_withdrawal_takes_the_person_out_of_the_draw() -> None:
    with small_study_here():
        assert main([*DRAW[:3], "1", *DRAW[4:]]) == 0
        withdrawal.begin(study_folder.study_here(), "IRL-02", [])
        assert [row.participant for row in draw_files.read()] == ["ENG-01", "ENG-02", "IRL-01"]
        assert len(planned_coding.read(CODING_PLAN)) == 3
        assert main([*DRAW[:3], "1", *DRAW[4:]]) == 0
        assert len(draw_files.read()) == 3


@pytest.mark.parametrize("share", ["0", "2", "a tenth", "-.1", "1/0", "nan"])
def test_a_share_that_is_none_is_refused(share: str, capsys: pytest.CaptureFixture[str]) -> None:
    with small_study_here():
        assert main(["reliability", "sample", f"--share={share}", "--seed", "7"]) == 2
        assert "no share" in capsys.readouterr().err and not Path(CODING_PLAN).exists()


@pytest.mark.parametrize("text", ["x\n1\n", "group\nA\n", f"{','.join(draw_files._COLUMNS)}\nA,P,,,x,y,z\n"])
def test_lists_that_were_changed_are_refused_with_a_sentence(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    with small_study_here():
        assert main(DRAW) == 0
        draw_files.LIST.write_text(text, encoding="utf-8")
        assert main(DRAW) == 1
        assert "it is not a list that a draw wrote" in capsys.readouterr().err
