"""A label that may name somebody is in the results, so nobody may share these before it is decided. All invented."""

import csv
import zipfile
from pathlib import Path

import pytest
import yaml

from crosscase import cli
from crosscase.running.share_notice import NOTICE
from crosscase.storage import files
from tests.builders.projects import Study
from tests.builders.small_study import REGISTER, write_csv, write_small_study

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


PLACES = (
    *("study", "group", "group_also", "domain", "domain_also", "variable", "category", "broader", "missing"),
    *("export", "export_file", "codebook_file", "register_file", "rule", "code"),
)
SURNAMES = dict(
    zip(PLACES, (f"Qu{a}{b}wick" for a in ("ill", "ond", "elm") for b in ("ar", "eb", "iz", "os", "up")), strict=True)
)


def test_a_listed_surname_is_asked_about_wherever_results_have_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also in an id, in a name of a file, and in what exports use besides, as far as that is printed."""
    study = planted(tmp_path / "study")
    study.build()
    monkeypatch.chdir(study.folder)
    cli.main(["check"])
    capsys.readouterr()
    with open("data/restricted/to_decide/texts.csv", encoding="utf-8", newline="") as stream:
        asked = " ".join(row["words"] for row in csv.DictReader(stream)).casefold()
    printed = results_of(study).casefold()
    names = {place: name.casefold() for place, name in SURNAMES.items()}
    found = {place for place, name in names.items() if name in printed}
    assert found == {place for place, name in names.items() if name in asked}
    assert {*PLACES} - found == {"group_also", "domain_also", "register_file"}
    noticed = study.text(str(NOTICE))
    assert "config/study.yaml: 11 texts" in noticed and ".csv: 1 text" in noticed


def planted(folder: Path) -> Study:
    """A study that has another listed surname in each of the places."""
    named = write_small_study(folder)
    name = {place: surname.lower() for place, surname in SURNAMES.items()}
    facts = yaml.safe_load(named.text("config/study.yaml"))
    group, variable, export = f"IE-{name['group']}", f"role_{name['variable']}", f"talk_{name['export']}"
    facts["id"] = f"small-{name['study']}"
    facts["countries"][0] |= {"code": group, "also": [f"Isle of {name['group_also']}"]}
    facts["domains"][0] |= {"id": f"barriers_{name['domain']}", "also": [f"Walls of {name['domain_also']}"]}
    categories = ["teacher", "not stated", f"teacher of {name['category']}", f"none of {name['missing']}"]
    facts["sample"] = {
        variable: {
            "title": "Role",
            "categories": categories,
            "broader": {f"Staff of {name['broader']}": categories[1:3]},
            "missing": categories[3],
        }
    }
    facts["exports"] = {export: facts["exports"]["ie"], "en": facts["exports"]["en"]}
    facts["exports"][export] |= {"country": group, "file": f"data/raw/exports/{name['export_file']}.csv"}
    facts |= {"codebook": f"config/{name['codebook_file']}.csv", "register": f"data/raw/{name['register_file']}.csv"}
    facts["marks"] = {"further": {f"rule_{name['rule']}": {"at_least": 2}}}
    (folder / "data/raw/exports/ie.csv").rename(folder / facts["exports"][export]["file"])
    (folder / "config/study.yaml").write_text(yaml.safe_dump(facts, sort_keys=False), encoding="utf-8")
    codes = named.text("config/codebook.csv").replace("barriers,", f"barriers_{name['domain']},")
    files.write_text(folder / facts["codebook"], codes.replace(",trust,", f",trust_in_{name['code']},"))
    header, *rows = REGISTER
    people = [
        (f"NN-{number:02}", f"Tamsin {surname}", "EN", "teacher", "", "", "no", "no")
        for number, surname in enumerate(SURNAMES.values())
    ]
    in_study = {"role": variable, "IE": group, "ie": export}
    register = [[in_study.get(cell, cell) for cell in row] for row in (header, *rows, *people)]
    write_csv(folder / facts["register"], register)
    return named


def results_of(study: Study) -> str:
    """All that the results show, and the names of their files."""
    shown: list[bytes] = []
    for path in (study.folder / "results").rglob("*"):
        shown.append(path.name.encode())
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as packed:
                shown += (part for name in packed.namelist() for part in (name.encode(), packed.read(name)))
        elif path.is_file() and path.name != NOTICE.name:
            shown.append(path.read_bytes())
    return b"\n".join(shown).decode(errors="replace")
