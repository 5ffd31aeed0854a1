"""Who withdrew goes from the decisions, and every other decision stays as it is. All names are invented."""

import csv
from pathlib import Path

import pytest

from crosscase.anonymisation import decision_rows, identifiers
from crosscase.anonymisation.decision_rows import COLUMNS
from crosscase.anonymisation.withdrawn_words import WithdrawnWords
from crosscase.detectors.listed import ListedNames
from crosscase.erasure import decision_edit
from tests.builders.registered_people import person
from tests.builders.small_study import write_csv

WHO = person("DE-01", "Quenby Athersage")  # whose document is DE-01.docx
NAMES = ListedNames(identifiers.names_of_people([WHO], {}), {}, identifiers.ids_of([WHO]))
GONE = decision_edit.Gone.of(
    [WHO], WithdrawnWords(NAMES, {WHO.participant}), ["We were never asked about the old mill by anybody then."]
)
SAID = "We met Athersage, Quenby at Grelmby hall."
PLACES = f"{SAID} | never asked about the old mill by"


def row(decision: str, where: str, words: str, document: str, places: str, instead: str = "") -> list[str]:
    export = "x" if document else ""
    return ["", decision, instead, "AB", "2026-01-01", where, words, export, document, "", "1", places]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (row("keep", "document", "Mill", "de-01", "the Mill"), None),
        (row("redact", "everywhere", "Quenby Athersage", "", "x"), None),
        (row("", "everywhere", "athersage, quenby", "", "x"), None),
        (
            row("keep", "everywhere", "quenby athersage", "", "x"),
            row("keep", "everywhere", "quenby athersage", "", "x"),
        ),
        (row("redact", "everywhere", "quenby", "", "x"), row("redact", "everywhere", "quenby", "", "x")),
        (row("keep", "everywhere", "quenby", "", "x"), row("keep", "everywhere", "quenby", "", "x")),
        (
            row("redact", "everywhere", "Grelmby", "", PLACES, "place"),
            row("redact", "everywhere", "Grelmby", "", "We met [PERSON] at Grelmby hall.", "place"),
        ),
        (
            row("keep", "once", "Grelmby", "DE-02.docx", SAID),
            row("keep", "once", "Grelmby", "DE-02.docx", "We met [PERSON] at Grelmby hall."),
        ),
        (
            row("keep", "document", "Oak", "DE-011.docx", "an Oak"),
            row("keep", "document", "Oak", "DE-011.docx", "an Oak"),
        ),
    ],
)
@pytest.mark.parametrize("waiting", [False, True])
def test_what_is_the_persons_goes_and_the_rest_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: list[str], after: list[str] | None, waiting: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    path = decision_rows.LIST if waiting else Path("decisions.csv")
    other = row("keep", "everywhere", "Thyme", "", "there was Thyme")
    write_csv(path, [COLUMNS, other, before])
    path.chmod(0o600)
    decision_edit.forget("decisions.csv", GONE)
    with path.open(encoding="utf-8", newline="") as stream:
        assert list(csv.reader(stream))[1:] == [other, *([after] if after else [])]
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_list_without_the_person_keeps_its_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = f"{';'.join(COLUMNS)};note\n;keep;;AB;2026-01-01;everywhere;Thyme;;;;1;there was Thyme;mine\n"
    Path("decisions.csv").write_text(text, encoding="utf-8")
    decision_edit.forget("decisions.csv", GONE)
    assert Path("decisions.csv").read_text(encoding="utf-8") == text
