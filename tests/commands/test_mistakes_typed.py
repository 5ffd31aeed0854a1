"""Mistakes of a person in a hurry on the command line, and the sentence that each gets. All names are invented."""

import os
import re
from pathlib import Path

import pytest

from crosscase import cli
from crosscase.coding import codebook
from crosscase.explain import addresses
from crosscase.messages.errors import StudyError
from crosscase.study import study_folder
from tests.builders.small_study import small_study_here

EXPORT = "data/raw/exports/ie.csv"
NOT_A_STUDY = "Write `--study .`."
TYPED = {
    "biuld": "'biuld' is not known. Did you mean 'build'?",
    "": "no verb is given. `crosscase --help` says more.",
    "codebook": "no verb is given. One of: codebook compare, codebook import, codebook merge, codebook rename.",
    "key --study .": "'.' is not known. Known: 'destroy', 'rotate'; the verb comes before its options.",
    "codebook improt x": "'improt' is not known. Did you mean 'import'?",
    "build --dryrum": "--dryrum is not understood here. Did you mean '--dry-run'?",
    "build --cores all,": "'all,' is neither a positive number nor 'all'. Example: `crosscase build --cores 4",
    "check --study config": f"config: this folder has no config/study.yaml. {NOT_A_STUDY}",
    "check --study config/study.yaml": f"this is a file, not the folder of a study. {NOT_A_STUDY}",
    "check --study ../stduy": "../stduy: this folder does not exist. Did you mean `--study ../study`?",
    "diff results --yes": "--yes is not understood here. It is an option of `crosscase add`",
    "check --shar=.1": "--shar=.1 is not understood here. Did you mean '--share'?",
    "check data": "data is not understood here. Write `--study data`.",
    "trace barriers time IE": "time IE is not understood here. Put a name of several words in quotes; a cell",
    "codebook rename Lack of time Time": "Put a name of several words in quotes",
    "new . data/raw/exports/ie.csv": "Name a new folder; `crosscase add` adds exports to a study.",
    "reliability sample --share .1 --seed x": "give --seed a whole number, not 'x'. Example: `crosscase",
    "new ../new x.csv --by": "give --by a value. Example: `crosscase new",
    "diff nowhere": "nowhere: the file or folder does not exist. Correct the path. Give the folder of a built study or",
    "diff results": "results: the file or folder does not exist. Build the study first: crosscase build.",
    "new exports.qdpx": "the following arguments are required: EXPORT. Example: `crosscase new ",
    f"new {EXPORT} ../new": "it is a file. Name the folder of the new study before the exports.",
    "new data/raw/exports ../new": "../new: it does not exist, but data/raw/exports, which would be the new study,"
    " has files. Name the folder of the new study first: `crosscase new ../new data/raw/exports`.",
    "new ../new data/raw/exports/ei.csv": 'the file does not exist. Did you mean "data/raw/exports/ie.csv"?',
    "trace barriers/time/IE": "the file does not exist. Build the study first.",
    "trace": "the following arguments are required: CELL. Example: `crosscase trace barriers/",
    "withdraw IRL-1": "no row has this participant. Give an id as it stands in the column `participant`.",
    "verify data": "data: this folder is not a package. A build makes results/provenance/crate.zip if the study has a",
    "verify results/crat.zip": "the file does not exist. A build makes results/provenance/crate.zip if",
    "codebook import config/codebok.csv": 'the file does not exist. Did you mean "config/codebook.csv"?',
}


@pytest.mark.parametrize("typed", TYPED)
def test_a_mistake_on_the_command_line_gets_a_sentence_that_names_the_fix(
    typed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with small_study_here():
        try:
            code = cli.main(typed.split())
        except SystemExit as error:
            code = int(error.code or 0)
        assert not Path("../new").exists()
    said = capsys.readouterr().err
    assert code in (cli.FAULT, cli.WRONG_USAGE)
    assert TYPED[typed] in said


def test_a_new_folder_that_was_made_before_and_named_last_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with small_study_here():
        Path("../new").mkdir()
        assert cli.main(["new", "data/raw/exports", "../new"]) == cli.WRONG_USAGE
        assert not any(Path("../new").iterdir())
    assert "../new: nothing is in it, but data/raw/exports, which" in capsys.readouterr().err


def test_several_studies_below_a_folder_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    with small_study_here():
        for name in ("b", "a study"):
            Path("../others", name, "config").mkdir(parents=True)
            Path("../others", name, "config/study.yaml").touch()
        os.chdir("../others")
        assert cli.main(["check"]) == cli.WRONG_USAGE
        os.chdir("../study")
    assert "Write `--study 'a study' or b`, or go to that folder." in capsys.readouterr().err


def test_a_named_study_is_not_another_one_beside_it_where_its_configuration_is_only_misnamed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with small_study_here():
        other = Path("../studies")
        (other / "config").mkdir(parents=True)
        (other / "config/study.yml").touch()
        assert cli.main(["check", "--study", str(other)]) == cli.WRONG_USAGE
    assert "Rename ../studies/config/study.yml to study.yaml, in the folder config." in capsys.readouterr().err


ADDRESSES = {
    "barrier/time/IE": "it does not exist, and no code is called 'barrier/time'",
    "barriers/tiem/IE": "no code has this name in the domain barriers. Similar: time.",
    "barriers/time": "the country is missing. Write domain/code/country or domain/code/Total,",
    "barriers/time/Irland": "the country 'Irland': it does not exist. Similar: IE, EN.",
    "time": "it is not the address of a cell. Write domain/code/country",
    "sample/rolle/teacher": "the variable of the sample 'rolle': it does not exist. Similar: role.",
}


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_wrong_address_of_a_cell_gets_a_sentence_with_what_there_is(address: str) -> None:
    with small_study_here():
        study = study_folder.study_here()
        with pytest.raises(StudyError, match=re.escape(ADDRESSES[address])):
            addresses.find(address, study, codebook.read(study.codebook, study.domains))
