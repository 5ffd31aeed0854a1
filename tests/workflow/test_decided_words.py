"""What a person decides to replace is replaced by one build, in passages, names and results. All names are invented."""

import re
from pathlib import Path

from pyarrow import parquet

from crosscase.anonymisation.decision_rows import COLUMNS
from tests.builders.projects import Study
from tests.builders.results import published_text, rows
from tests.builders.small_study import write_csv, write_small_study

DECISIONS = "data/restricted/review/decisions.csv"
QUEUE = "data/restricted/review/ie.csv"
USUAL = "We met at noon. Then we talked a lot. It was good to be there. We went home. " * 6
CHAT = "then felmarda came over and we all went to the house with the blue gate and she said it was over for us"
CODINGS = (
    ("Talk 1", "Time", USUAL),
    ("Talk 1", "Trust", CHAT),
    ("Talk 2", "asked felmarda", "We went to see felmarda, and I saw a rose in the Rose Bush there."),
)


def decide(study: Study, *decided: dict[str, str]) -> None:
    made = [{"decision": "redact", "by": "A", "on": "2026-01-01", "where": "everywhere"} | row for row in decided]
    write_csv(study.folder / DECISIONS, [COLUMNS, *([row.get(name, "") for name in COLUMNS] for row in made)])


def codings(study: Study) -> list[tuple[list[str], str]]:
    """The code and the text of each coding, without the numbers of placeholders."""
    table = parquet.read_table(study.folder / "data/processed/anonymised/ie.parquet").to_pylist()
    shown = [([re.sub(r"_\d{8}", "", name) for name in row["code_path"]], row["text"]) for row in table]
    return [(path, re.sub(r"_\d{8}", "", text)) for path, text in shown]


def test_names_seen_in_passages_without_capitals_are_replaced_in_one_round(tmp_path: Path) -> None:
    study = write_small_study(tmp_path / "study")
    write_csv(study.folder / "data/raw/exports/ie.csv", [("Interview", "Code", "Text"), *CODINGS])
    with (study.folder / "config/study.yaml").open("a", encoding="utf-8") as config:
        config.write("severity: {unknown_code: warning}\n")
    study.build(QUEUE)
    waiting = rows(study, QUEUE)
    (passages,) = [row for row in waiting if row["words"].startswith("*some passages*")]
    assert CHAT in passages["places"]
    others = [row | {"decision": "keep", "where": "document"} for row in waiting if row["words"] == "Rose Bush"]
    decide(
        study,
        passages | {"decision": "keep", "by": "A", "on": "2026-01-01", "where": "document"},
        *(row | {"by": "A", "on": "2026-01-01"} for row in others),
        {"words": "felmarda"},
        {"words": "House with the blue gate", "instead": "place"},
        {"words": "rose", "where": "document", "document": "Talk 1"},
        {"words": "rose", "where": "once", "document": "Talk 2", "places": "saw a rose in"},
    )
    study.build("results/leaks/verdict.txt", "results/redaction/summary.csv")
    assert rows(study, QUEUE) == []
    assert codings(study)[1:] == [
        (["Trust"], CHAT.replace("felmarda", "[PERSON]").replace("house with the blue gate", "[PLACE]")),
        (["asked [PERSON]"], "We went to see [PERSON], and I saw a [PERSON] in the Rose Bush there."),
    ]
    (unfound,) = [row for row in rows(study, "results/redaction/summary.csv") if row["part"] == "found_by_people"]
    assert int(unfound["count"]) == 4  # in the name of the code it waited
    assert "felmarda" not in "".join(published_text(study).values())
    said = [row for row in rows(study, "results/validation/issues.csv") if row["check"] == "decision_without_effect"]
    words = [row["words"] for row in rows(study, DECISIONS)]
    assert [words[int(row["value"].removeprefix("row ")) - 2] for row in said] == ["rose"]
    decide(study)
    planned = study.planned()
    assert planned["anonymise_export"] == 2 and "import_codebook" not in planned
    study.build(QUEUE)
    assert "felmarda" in codings(study)[2][1]
