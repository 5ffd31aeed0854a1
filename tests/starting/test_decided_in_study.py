"""Words that a decision replaces everywhere and that the study's own texts publish. All of them are invented."""

import pytest

from crosscase.starting import readiness
from crosscase.study import study_folder
from tests.builders.projects import Study
from tests.builders.small_study import write_csv

DECISIONS = "data/restricted/review/decisions.csv"
COLUMNS = ("id", "decision", "instead", "by", "on", "where", "words", "document")
WHAT = "a decision of the review replaces words of this everywhere, and they are published"


def test_the_places_in_the_studys_own_texts_are_named(small_study: Study, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(small_study.folder)
    small_study.replace("config/codebook.csv", "trust,Trust", "trust,Trust in the Felmarda school")
    made = [
        ("", "redact", "", "A", "2026-01-01", "everywhere", "felmarda", ""),
        ("", "Generalise", "a study", "A", "2026-01-01", "everywhere", "small study", ""),
        ("", "redact", "", "A", "2026-01-01", "document", "money", "Talk 1"),
        ("", "keep", "", "A", "2026-01-01", "everywhere", "time", ""),
    ]
    write_csv(small_study.folder / DECISIONS, [COLUMNS, *made])
    found = readiness.examine(study_folder.study_here()).to_decide
    named = [(problem.file, problem.place) for problem in found if problem.what == WHAT]
    assert named == [("config/study.yaml", "title"), ("config/codebook.csv", "line 4")]
    assert not any("felmarda" in str(problem).lower() for problem in found)
