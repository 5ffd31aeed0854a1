"""An alarm of the leak search tells the team alone of which words, and its advice ends it. Names are invented."""

from pathlib import Path

import pytest

from crosscase import cli
from crosscase.anonymisation.decision_rows import COLUMNS
from crosscase.running.share_notice import NOTICE
from tests.builders.projects import Study
from tests.builders.results import rows
from tests.builders.small_study import CITATION, write_csv, write_small_study

DECISIONS, TABLE = "data/restricted/review/decisions.csv", "data/restricted/leaks.csv"
NAME = "Aoifnait Mockbride"


def test_the_table_has_the_words_of_an_alarm_and_goes_with_it(rebuilt_small: Study) -> None:
    stray, table = rebuilt_small.folder / "results/tables/notes.txt", rebuilt_small.folder / TABLE
    stray.write_text(f"nothing\nsaid by {NAME}\n", encoding="utf-8")
    failed = rebuilt_small.snakemake()
    assert failed.returncode
    assert f"{TABLE} has the words and the places. No step makes this file: take them out of it" in failed.stdout
    messages = (failed.stdout, rebuilt_small.text("logs/scan_results.log"), rebuilt_small.text("logs/problems.txt"))
    assert not any("Mockbride" in text for text in messages)
    assert table.stat().st_mode & 0o777 == 0o600
    whole = {"kind": "person", "identifier": NAME, "as_found": NAME, "where": "line 2"}
    listed = {"file": "results/tables/notes.txt", "listed_in": "the register or the list of identifiers"}
    assert whole | listed in rows(rebuilt_small, TABLE)
    stray.write_text("nothing\nsaid by somebody\n", encoding="utf-8")
    rebuilt_small.build()
    assert not table.exists()


def decide(study: Study, *decided: dict[str, str]) -> None:
    made = [{"decision": "redact", "by": "A", "on": "2026-01-01", "where": "everywhere"} | row for row in decided]
    write_csv(study.folder / DECISIONS, [COLUMNS, *([row.get(name, "") for name in COLUMNS] for row in made)])


def alarms(study: Study) -> dict[str, str]:
    """What a build that stops says of each file."""
    failed = study.snakemake()
    assert failed.returncode
    said = [line for line in failed.stdout.splitlines() if "it contains an identifier" in line]
    return {line.partition(":")[0].partition(",")[0]: line for line in said}


@pytest.mark.exhaustive
def test_each_advice_ends_its_alarm(tmp_path: Path) -> None:
    """A decided word in a file that no step makes, and one in the codebook; names in texts that a review asks about,
    and in one that it does not ask about."""
    study = write_small_study(tmp_path / "study", with_citation=True)
    said = ("so felmarda came to the blue gate", "We talked to felmarda, and I went home there.")
    texts = [("Talk 1", "Time", said[0]), ("Talk 2", "Trust", said[1])]
    write_csv(study.folder / "data/raw/exports/ie.csv", [("Interview", "Code", "Text"), *texts])
    decided = [{"words": "felmarda"}, {"words": "blue gate", "instead": "place"}]
    decide(study, *decided)
    study.build()
    (study.folder / "results/notes.txt").write_text("so felmarda came", encoding="utf-8")
    (said_of_file,) = alarms(study).values()
    assert "No step makes this file" in said_of_file and "delete its row in the file of decisions" in said_of_file
    (row,) = rows(study, TABLE)
    assert row["listed_in"] == "a decision for everywhere; replaced by a decision in ie"
    decide(study, decided[1])
    study.build()
    decide(study, *decided)
    (study.folder / "results/notes.txt").unlink()

    study.replace("config/codebook.csv", ",Money,,,2,yes,", ',"Talk by Mockbride, Aoifnait",,,2,yes,Money')
    study.replace("config/study.yaml", "title: A small study", "title: A study of Edburga Pretendham")
    study.replace("CITATION.cff", "Invented for the tests.", "Invented, with thanks to Wilfrith Shamwell.")
    found = alarms(study)
    assert set(found) == {"config/codebook.csv", "config/study.yaml", "CITATION.cff"}
    assert all("decide `keep`" in said for said in found.values())
    assert {(row["identifier"], row["where"]) for row in rows(study, TABLE)} >= {
        ("Aoifnait Mockbride", "line 3"),
        ("Edburga Pretendham", "line 2 (`title`)"),
        ("Wilfrith Shamwell", "line 2 (`message`)"),
    }
    assert "Mockbride, Aoifnait" in {row["as_found"] for row in rows(study, TABLE)}
    assert all(row["listed_in"] for row in rows(study, TABLE))
    keep = {"decision": "keep", "where": "document"}
    kept_in_codebook = {"words": "Mockbride, Aoifnait", "document": "config/codebook.csv"}
    decide(
        study,
        decided[0],
        keep | kept_in_codebook,
        keep | {"words": "Edburga Pretendham", "document": "config/study.yaml"},
    )
    (study.folder / "CITATION.cff").write_text(CITATION, encoding="utf-8")
    study.build()
    assert not (study.folder / TABLE).exists()


@pytest.mark.exhaustive
def test_what_is_kept_ends_the_alarm_of_a_build_and_what_a_check_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A reason for what was not coded, a label of a code, a keyword to be cited and a word of the team's own."""
    study = write_small_study(tmp_path / "study", with_citation=True)
    study.replace("config/codebook.csv", ",Money,,,2,yes,", ",What Wilfrith Shamwell pays,,,2,yes,Money")
    reason = "[{country: IE, domain: barriers, reason: Edburga Pretendham was ill.}]"
    (study.folder / "data/raw/exports/ie.csv").write_text(
        "Interview,Code,Text\nTalk 1,Trust,we know\n", encoding="utf-8"
    )
    with (study.folder / "config/study.yaml").open("a", encoding="utf-8") as stream:
        stream.write(f"not_coded: {reason.replace('country', 'group')}\n")
    with (study.folder / "CITATION.cff").open("a", encoding="utf-8") as stream:
        stream.write("keywords: [schools, Mockbride]\n")
    (study.folder / "config/labels.yaml").write_text("not_asked: by Shamwell alone\n", encoding="utf-8")
    found = alarms(study)
    assert set(found) == {"config/codebook.csv", "config/study.yaml"}
    assert "(`not_coded.reason`)" in found["config/study.yaml"]
    in_reason = [row for row in rows(study, TABLE) if row["file"] == "config/study.yaml"]
    assert in_reason and all("`not_coded.reason`" in row["where"] for row in in_reason)
    assert cli.main(["check", "--study", str(study.folder)])
    said = capsys.readouterr()
    assert "config/codebook.csv, line 3: a listed name stands here" in said.err
    for file in ("config/labels.yaml", "CITATION.cff"):
        assert f"\n{file}, " in said.out
    keep = {"decision": "keep", "where": "document"}
    words = {"config/codebook.csv": "Wilfrith Shamwell", "config/study.yaml": "Edburga Pretendham"}
    words |= {"config/labels.yaml": "Shamwell", "CITATION.cff": "Mockbride"}
    decide(study, *(keep | {"document": file, "words": kept} for file, kept in words.items()))
    study.build()
    assert not (study.folder / NOTICE).exists()
    assert cli.main(["check", "--study", str(study.folder)]) == 0
    assert "To decide" not in capsys.readouterr().out
