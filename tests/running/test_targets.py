"""What a person may ask a build for, however it is written, and the sentence on what can be no target."""

from pathlib import Path

import pytest

from crosscase.messages.errors import UsageError
from crosscase.running import targets
from tests.builders.small_study import small_study_here

TABLE = "results/tables/barriers.csv"


@pytest.mark.parametrize(
    ("target", "settled"),
    [
        ("render_tables", "render_tables"),
        (TABLE, TABLE),
        ("{study}/results/tables/barriers.csv", TABLE),
        ("{study}/results/../results/tables/barriers.csv", TABLE),
        ("../{name}/results/tables/barriers.csv", TABLE),
        ("results/tables/../tables/barriers.csv", TABLE),
        ("{study}/results", "results"),
    ],
)
def test_a_file_of_the_study_is_found_however_it_is_named(target: str, settled: str) -> None:
    with small_study_here():
        here = Path.cwd()
        words = target.format(study=here, name=here.name)
        assert targets.settled([words], here) == [settled]


def test_a_path_from_where_the_person_stands_is_found() -> None:
    with small_study_here():
        before = Path.cwd() / "config"
        assert targets.settled([f"../{TABLE}"], before) == [TABLE]
        assert targets.settled([f"{Path.cwd().name}/{TABLE}", "render_tables"], Path.cwd().parent) == [
            *(TABLE, "render_tables")
        ]


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("", "crosscase build: a target is empty. Name a file or a step, or leave it away: then everything is built."),
        (" ", "crosscase build: a target is empty."),
        ("/etc/hosts", "/etc/hosts: this is outside the folder of the study. Name a file as the study has it, such as"),
        ("../other/x.csv", "../other/x.csv: this is outside the folder of the study."),
        ("~nobody/x.csv", "~nobody/x.csv: this is outside the folder of the study."),
        ("results/tables/*.csv", "results/tables/*.csv: a pattern names no file. Name each file, such as"),
        ("results/tables/{domain}.csv", "results/tables/{domain}.csv: a pattern names no file."),
    ],
)
def test_what_can_be_no_target_gets_a_sentence(target: str, said: str) -> None:
    with small_study_here(), pytest.raises(UsageError) as error:
        targets.settled([target], Path.cwd())
    assert str(error.value).startswith(said)
