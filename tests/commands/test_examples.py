"""The example in the help of each verb runs, in a home folder as the help has it."""

import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from crosscase import cli
from tests.builders import export_files
from tests.builders.commands import crosscase
from tests.builders.projects import ROOT, Study
from tests.builders.small_study import write_small_study
from tests.reconstruction.writers import codebooks
from tests.reconstruction.writers.codebooks import Code

EXAMPLES = {verb: module.EXAMPLE.split()[1:] for verb, module in cli.verbs().items()}
OF_A_CODEBOOK = ["codebook merge", "codebook rename"]
BEFORE_A_BUILD = [
    "codebook import",
    *OF_A_CODEBOOK,
    "key destroy",
    "key rotate",
]  # or instead of one: they change the study
SAID = {
    "check": "To check:",
    "diff": "Nothing changed",
    "trace": "political_climate_change",
    "verify": "VERIFIED",
}
KEY = f"{sha256(b'invented key').hexdigest()}\n"
ELSEWHERE = ["reproduce"]  # builds twice: tests/rebuilds runs it on a small pipeline, .ci/run on the bundled study
IN_A_SMALL_STUDY = ["withdraw"]  # builds the whole study again
OF_A_STUDY_TO_BE = ["new"]
OF_A_FURTHER_EXPORT = ["add"]


def example(verb: str, home: Path) -> list[str]:
    """The words of an example as a shell hands them on."""
    return [word.replace("~", str(home)) for word in EXAMPLES[verb]]


def write_codebook(home: Path) -> None:
    """A codebook on the desktop, of another tool."""
    (home / "Desktop").mkdir()
    codes = [Code(("Barriers",)), Code(("Barriers", "Time"))]
    codebooks.write_qdc(codes, home / "Desktop/codebook.qdc")


@pytest.fixture(scope="module")
def built_home(built: Study, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home folder with the bundled study, built with the pipeline beside it."""
    home = tmp_path_factory.mktemp("home")
    shutil.copytree(built.folder, home / "my-study")
    (home / "handed-out").mkdir()
    shutil.copy(built.folder / "results/provenance/crate.zip", home / "handed-out")
    write_codebook(home)
    return home


@pytest.mark.exhaustive
@pytest.mark.parametrize(
    "verb",
    sorted(EXAMPLES.keys() - {*BEFORE_A_BUILD, *ELSEWHERE, *IN_A_SMALL_STUDY, *OF_A_STUDY_TO_BE, *OF_A_FURTHER_EXPORT}),
)
def test_the_example_of_a_verb_runs_in_a_built_study(verb: str, built_home: Path) -> None:
    study = built_home / "my-study"
    run = crosscase(*example(verb, built_home), where=study, pipeline=study, HOME=str(built_home))
    assert run.returncode == 0, run.stdout + run.stderr
    assert SAID.get(verb, "") in run.stdout


@pytest.mark.plain_cases(2)
@pytest.mark.parametrize("verb", BEFORE_A_BUILD)
def test_the_example_of_a_verb_runs_in_a_new_study(verb: str, tmp_path: Path) -> None:
    write_codebook(tmp_path)
    config, key = tmp_path / "my-study/config/study.yaml", tmp_path / "my-study/data/restricted/pseudonym.key"
    for folder in (config.parent, key.parent):
        folder.mkdir(parents=True)
    text = (ROOT / "config/study.yaml").read_text(encoding="utf-8").replace("synthetic: true", "synthetic: false")
    config.write_text(text.replace("key_file: config/demonstration.key\n", ""), encoding="utf-8")
    key.write_text(KEY, encoding="utf-8")
    if verb in OF_A_CODEBOOK:
        shutil.copy(ROOT / "config/codebook.csv", config.with_name("codebook.csv"))
    for path in (key, key.parent):
        path.chmod(0o700 if path.is_dir() else 0o600)
    run = crosscase(*example(verb, tmp_path), where=tmp_path, typed="isotis-services\n", HOME=str(tmp_path))
    assert (run.returncode, run.stderr) == (0, "")
    assert (config.with_name("codebook.csv").exists()) == verb.startswith("codebook")
    assert (not key.exists() or key.read_text() != KEY) == verb.startswith("key")


@pytest.mark.exhaustive
@pytest.mark.parametrize("verb", IN_A_SMALL_STUDY)
def test_the_example_of_a_verb_runs_in_a_small_study(verb: str, tmp_path: Path) -> None:
    study = write_small_study(tmp_path / "my-study")
    study.replace("data/raw/participants.csv", "IRL-02", "PL-03")  # the participant of the example
    run = crosscase(*example(verb, tmp_path), where=tmp_path, HOME=str(tmp_path))
    assert run.returncode == 0, run.stdout + run.stderr
    assert "Nothing is left" in run.stdout
    assert study.text("data/raw/participants.csv").splitlines()[2].endswith(",yes")
    assert not (study.folder / "data/restricted/erasures/pending.json").exists()


@pytest.mark.parametrize("verb", OF_A_STUDY_TO_BE)
def test_the_example_of_a_verb_makes_a_study(verb: str, tmp_path: Path) -> None:
    (tmp_path / "Desktop").mkdir()
    for tool, name in (("refi_qda", "north.qdpx"), ("maxqda", "south.xlsx")):
        shutil.move(export_files.write(tool, tmp_path)[0], tmp_path / "Desktop" / name)
    run = crosscase(*example(verb, tmp_path), where=tmp_path, HOME=str(tmp_path))
    assert (run.returncode, run.stderr) == (0, "")
    assert (tmp_path / "new-study/config/study.yaml").exists()


@pytest.mark.parametrize("verb", OF_A_FURTHER_EXPORT)
def test_the_example_of_a_verb_adds_an_export(verb: str, tmp_path: Path) -> None:
    study = write_small_study(tmp_path / "my-study")
    (tmp_path / "Desktop").mkdir()
    shutil.move(export_files.write("refi_qda", tmp_path)[0], tmp_path / "Desktop/newer.qdpx")
    run = crosscase(*example(verb, tmp_path), where=tmp_path, HOME=str(tmp_path))
    assert (run.returncode, run.stderr) == (0, "")
    assert "refi_1:" in study.text("config/study.yaml")


def test_every_example_is_run_somewhere() -> None:
    further = {*OF_A_STUDY_TO_BE, *OF_A_FURTHER_EXPORT}
    assert {*BEFORE_A_BUILD, *ELSEWHERE, *IN_A_SMALL_STUDY, *further} <= EXAMPLES.keys()
