"""A German build of the small study: no English word is left in what its results say to people."""

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from crosscase.data_package import result_tables
from crosscase.languages.language_names import name_of
from crosscase.running.pipeline import SCHEMA
from crosscase.storage.table_columns import Made
from crosscase.study import configuration
from tests.builders.commands import crosscase
from tests.builders.printed_words import others, printed_by, words_of, words_of_language
from tests.builders.projects import Study
from tests.builders.small_study import CITATION, CODEBOOK, CODINGS, STUDY, write_small_study

pytestmark = pytest.mark.exhaustive  # a build of its own

# Files whose sentences a terminal prints, too, and its messages are in English; docs/results.md says so.
IN_ENGLISH = re.compile(r"verdict\.txt$|^validation/issues\.csv$")
# Columns of such words as programs look for: names of rules and outcomes, and why there is no number.
VOCABULARY = {"remark", "outcome", "filled", "locator", "value", "changed_under", "unchanged_under"}
TEXTS = (".txt", ".md", ".html")
IDS = re.compile(r"\b[PDC]-[0-9a-f]{10}\b|\b[0-9a-f]{16}\b")  # pseudonyms, and ids of codings
COPIED = re.compile("/crate/(results|code)/")  # what the package has a second time
MADE = {
    *("analysis/summary.txt", "analysis/evidence.csv", "redaction/summary.md", "preflight/exports.txt"),
    *("preflight/exports.html", "report/index.html", "provenance/crate/README.md", "tables/barriers.html"),
}


@pytest.fixture(scope="module")
def german(tmp_path_factory: pytest.TempPathFactory) -> Study:
    study = write_small_study(tmp_path_factory.mktemp("german") / "study")
    config = {**STUDY, "output_language": "de", "title": "Eine Studie", "synthetic_note": "Erfunden."}
    combined = {"conditions": ["time", "money"], "outcome": "trust"}
    config["analysis"] = {"group_test": {"least": 2}, "truth_table": combined, "opposites": [["time", "trust"]]}
    (study.folder / "config/study.yaml").write_text(yaml.safe_dump(config, sort_keys=False), encoding="utf-8")
    (study.folder / "CITATION.cff").write_text(CITATION, encoding="utf-8")
    run = crosscase("build", "--cores", "2", where=study.folder)
    assert run.returncode == 0, run.stdout + run.stderr
    return study


def sentences(path: Path, name: str, study: Study) -> Iterator[str]:
    """What a file says to people: a text whole, of a table the columns that the pipeline composes."""
    if path.suffix == ".html":
        yield from printed_by(IDS.sub(" ", path.read_text(encoding="utf-8")))
    elif path.suffix in TEXTS:
        yield path.read_text(encoding="utf-8")
    elif path.suffix == ".csv":
        facts = configuration.read(str(study.folder / "config/study.yaml"), SCHEMA, files_exist=False)
        table = result_tables.describe(f"results/{name}", facts)
        composed = [column.name for column in table.columns if column.about.made == Made.COMPOSED] if table else []
        with path.open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                yield from (row[column] for column in composed if column not in VOCABULARY)


def test_no_english_word_is_left_in_a_german_build(german: Study) -> None:
    results = german.folder / "results"
    files = {
        path.relative_to(results).as_posix(): path
        for path in sorted(results.rglob("*"))
        if path.suffix in (*TEXTS, ".csv") and not COPIED.search(path.as_posix())
    }
    said = {
        name: words_of(*(IDS.sub(" ", text) for text in sentences(path, name, german)))
        for name, path in files.items()
        if not IN_ENGLISH.search(name)
    }
    assert said.keys() >= MADE
    assert len(said["analysis/coreq.csv"]) > 50
    own = words_of(STUDY, CODEBOOK, CODINGS, "Eine Studie Erfunden Cormacan Fauxley CC-BY A small study")
    names = words_of([path.as_posix() for path in results.rglob("*")], [name_of(code, "de") for code in ("en", "ga")])
    steps = json.loads((results / "provenance/steps.json").read_text(encoding="utf-8"))
    names |= words_of(
        "crosscase python code scripts verifier sh config study.yaml Wilson Holm Krippendorff", [*steps["libraries"]]
    )
    allowed = (own, names, words_of_language("de"))
    found = {name: others(words, *allowed) for name, words in said.items()}
    assert {name: words for name, words in found.items() if words} == {}
