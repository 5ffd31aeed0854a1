"""Decisions on a document that no export has. All names are invented."""

from pathlib import Path

from crosscase.anonymisation import decided_documents
from crosscase.anonymisation.decision_rows import Choice, Decision
from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.coding import issues
from crosscase.storage.schemas import Issue
from tests.builders.results import rows
from tests.builders.small_study import write_csv, write_small_study

KEY = bytes(range(32))
COLUMNS = ("id", "decision", "instead", "by", "on", "where", "words", "export", "document")
DECISIONS = "data/restricted/review/decisions.csv"


def found(export: str, documents: set[str], *decisions: tuple[str, str, str]) -> list[tuple[str, str]]:
    """The place and the suggestion for each document that an export does not have."""
    pseudonyms = Pseudonyms(KEY)
    for document in documents:
        pseudonyms.document(export, document)
    made = [Decision(Choice.KEEP, "", document=name, words="Quilp", row=row, export=of) for name, row, of in decisions]
    problems = decided_documents.problems("d.csv", made, documents, pseudonyms, export)
    return [(problem.place, problem.remedy) for problem in problems]


def test_the_document_of_a_decision_is_found_as_the_decision_is() -> None:
    """In any case, without the ending of a file, everywhere, and in the names of codes and groups."""
    for name in ("Talk 1", "talk 1.docx", "", "names of codes and groups"):
        assert found("ie", {"Talk 1.txt"}, (name, "row 2", "ie")) == []


def test_each_unknown_document_is_named_once_and_the_nearest_by_its_pseudonym() -> None:
    two = ("Tlak 1", "row 2", "ie"), ("Tlak 1.docx", "row 5", "ie")
    ((place, remedy),) = found("ie", {"Talk 1", "Other"}, *two)
    assert place == "row 2 and 1 more place"
    assert remedy.endswith(f"replacements/ie.csv shows the nearest name: {Pseudonyms(KEY).document('ie', 'Talk 1')}.")
    assert "nearest" not in found("en", {"Talk 1"}, *two)[0][1], "the row is of another export"
    assert "nearest" not in found("ie", {"Visit"}, *two)[0][1]


def test_an_issue_that_must_hold_for_all_exports_stays_only_if_all_report_it() -> None:
    def issue(row: str, suggestion: str = "Write.") -> Issue:
        inspector = issues.Inspector(issues.STUDY, {})
        return inspector.issue("decision_without_document", "d.csv", row, "no export", suggestion)

    reported = [issue("row 2"), issue("row 2", "Write. Nearest: D-1."), issue("row 3")]
    assert issues.without_repeats(reported, exports=2) == [issue("row 2", "Write. Nearest: D-1.")]


def test_a_build_names_the_row_and_goes_on(tmp_path: Path) -> None:
    study = write_small_study(tmp_path / "study")
    write_csv(
        study.folder / DECISIONS,
        [
            COLUMNS,
            ("", "keep", "", "A", "2026-01-01", "document", "Quilp", "ie", "Talk 1"),
            ("", "keep", "", "A", "2026-01-01", "document", "Quilp", "en", "Tlak 3"),
        ],
    )
    study.build("results/validation/issues.csv")
    said = [row for row in rows(study, "results/validation/issues.csv") if "decision" in row["check"]]
    assert [(row["severity"], row["locator"], row["value"]) for row in said] == [("warning", DECISIONS, "row 3")]
    assert "data/restricted/replacements/en.csv shows the nearest name" in said[0]["suggestion"]
    assert "Tlak" not in str(said) and "Talk" not in str(said)
