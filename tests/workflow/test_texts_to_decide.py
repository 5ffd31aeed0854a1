"""A label that may name somebody is in the results, so nobody may share these before it is decided. All invented."""

import pytest

from crosscase import cli
from crosscase.running.share_notice import NOTICE
from crosscase.storage import files
from tests.builders.projects import Study
from tests.builders.small_study import write_small_study

ROW, NAMED = "money,Money,,,2,yes,", "money,Money of Keziah Blomfield,,,2,yes,Money"
HEADER = "id,decision,instead,by,on,where,words"
pytestmark = pytest.mark.exhaustive


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    study = write_small_study(tmp_path_factory.mktemp("labels") / "study")
    study.replace("config/codebook.csv", ROW, NAMED)
    return study


def decide(study: Study, choice: str, words: str = "Keziah Blomfield") -> None:
    rows = [HEADER, f"R-1,{choice},,A,2026-01-01,everywhere,{words}", ""]
    files.write_text(study.folder / "data/restricted/review/decisions.csv", "\n".join(rows))


def test_the_results_say_so_until_it_is_decided(study: Study) -> None:
    run = study.snakemake()
    assert run.returncode == 0, run.stdout
    assert f"may name somebody, so {NOTICE} lies there" in run.stdout
    assert "config/codebook.csv: 1 text" in study.text(str(NOTICE))
    assert "Blomfield" not in study.text(str(NOTICE))
    decide(study, "keep")
    run = study.snakemake()
    assert run.returncode == 0, run.stdout
    assert not (study.folder / NOTICE).exists()


def test_a_label_with_words_that_somebody_decided_to_replace_is_to_change(
    study: Study, capsys: pytest.CaptureFixture[str]
) -> None:
    decide(study, "redact", "the blue gate")
    named = "money,Talks at the Blue-Gate,,,2,yes,Money"
    study.replace("config/codebook.csv", NAMED, named)
    run = study.snakemake()
    assert run.returncode == 0, run.stdout
    assert "config/codebook.csv: 1 text" in study.text(str(NOTICE))
    cli.main(["check", "--study", str(study.folder)])
    assert "config/codebook.csv, line 3: 1 text" in capsys.readouterr().out
    study.replace("config/codebook.csv", named, NAMED)


def test_no_archive_is_written_while_the_text_is_there(study: Study) -> None:
    """Also if its words are replaced in passages: the label shows them."""
    decide(study, "redact")
    run = study.snakemake("archive")
    assert run.returncode == 1, run.stdout
    assert "results/archive: it was not built, because of config/codebook.csv" in run.stdout
    study.replace("config/codebook.csv", NAMED, ROW)
    run = study.snakemake("archive")
    assert run.returncode == 0, run.stdout
