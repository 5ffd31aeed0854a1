"""What no rule can decide waits for a person, whose decision later builds apply. All names are invented."""

import csv
from collections.abc import Iterable
from functools import partial
from pathlib import Path

import pytest

from crosscase.anonymisation.decision_rows import COLUMNS, Choice, Decision, read_decisions
from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.anonymisation.redaction import Redacted, Redactor
from crosscase.anonymisation.review_outcomes import Outcomes
from crosscase.anonymisation.reviews import Reviews
from crosscase.coding.casing import SOME_PASSAGES, WHOLE_DOCUMENT, Casing
from crosscase.detectors.listed import ListedNames
from crosscase.detectors.name_search import Identifier
from crosscase.detectors.ordinary_use import USED_AS_WORD
from crosscase.detectors.spans import Setting, Span
from crosscase.detectors.suspicion import UNKNOWN
from crosscase.languages.vocabulary import load
from crosscase.messages.errors import StudyError

KEY = bytes(range(32))
CZECH = Setting(("CZ",), (load("cs"),))
DOCUMENT = "Rozhovor 1.docx"


def redacted(text: str, reviews: Reviews, document: str = DOCUMENT, listed: Iterable[Identifier] = ()) -> Redacted:
    redactor = Redactor(ListedNames(listed, {"Most": "a large northern city"}), Pseudonyms(KEY))
    return redactor.redact(text, CZECH, partial(Outcomes(reviews).of, document))


def queued(text: str, decisions: dict[str, Decision] | None = None, document: str = DOCUMENT) -> list[dict[str, str]]:
    reviews = Reviews("cz", decisions or {}, Pseudonyms(KEY))
    redacted(text, reviews, document)
    return [dict(zip(COLUMNS, row, strict=True)) for row in reviews.queue()]


def test_what_is_doubtful_waits_with_its_place_and_stays_in_the_text() -> None:
    (row,) = queued("Včera přišel Kvěchoň a mluvil. Kvěchoň odešel.")
    assert (row["words"], row["times"], row["document"]) == ("Kvěchoň", "2", DOCUMENT)
    assert row["places"].startswith("Včera přišel Kvěchoň a mluvil.")
    assert row["decision"] == row["by"] == row["on"] == ""


@pytest.mark.parametrize(
    ("decision", "text"),
    [
        (Decision(Choice.KEEP, ""), "Včera přišel Kvěchoň."),
        (Decision(Choice.REDACT, ""), "Včera přišel [PERSON_"),
        (Decision(Choice.REDACT, "organisation"), "Včera přišel [ORGANISATION_"),
        (Decision(Choice.GENERALISE, "a colleague"), "Včera přišel [a colleague]."),
    ],
)
def test_a_decision_is_applied_and_survives_another_export_of_the_interview(decision: Decision, text: str) -> None:
    (row,) = queued("Včera přišel Kvěchoň.")
    for document in ("Rozhovor 1.docx", "ROZHOVOR 1", "Rozhovor 1.txt"):
        reviews = Reviews("another_tool", {row["id"]: decision}, Pseudonyms(KEY))
        assert redacted("Včera přišel Kvěchoň.", reviews, document).text.startswith(text)
        assert (reviews.count().undecided, reviews.count().decided) == (0, 1)


def test_a_decision_holds_in_its_interview_and_under_its_key_alone() -> None:
    (row,) = queued("Včera přišel Kvěchoň.")
    keep = {row["id"]: Decision(Choice.KEEP, "")}
    assert queued("A pak Kvěchoň zavolal.", keep) == []
    assert len(queued("Včera přišel Kvěchoň.", keep, "Rozhovor 2.docx")) == 1
    doubt = Span(0, 7, "PERSON", "kvechon", UNKNOWN)
    assert Reviews("cz", keep, Pseudonyms(KEY[::-1])).judged(DOCUMENT, "Kvěchoň", doubt) is None


def test_a_listed_place_is_generalised_and_a_generalisation_is_not_searched_again() -> None:
    most = [Identifier("PLACE", "Most", "Most", ("cs",))]
    reviews = Reviews("cz", {}, Pseudonyms(KEY))
    assert redacted("Jeli jsme do Mostu.", reviews, listed=most).text == "Jeli jsme do [a large northern city]."


def test_a_name_like_a_listed_one_says_so() -> None:
    reviews = Reviews("cz", {}, Pseudonyms(KEY))
    redacted("Volala mi Nobáčková.", reviews, listed=[Identifier("PERSON", "Nováčková", "P1", ("cs",))])
    assert [row[COLUMNS.index("reason")] for row in reviews.queue()] == ["like a listed name"]


def write(path: Path, *rows: str) -> str:
    path.write_text("\n".join(["id,decision,instead,by,on", *rows, ""]), encoding="utf-8")
    return str(path)


def test_decisions_are_read_and_rows_without_one_are_left(tmp_path: Path) -> None:
    path = write(tmp_path / "d.csv", "R-1,keep,,A,2026-01-01", "R-2,,,,", "R-3,generalise,a town,A,2026-01-01")
    assert read_decisions(path, Pseudonyms(KEY))[0] == {
        "R-1": Decision(Choice.KEEP, "", by="A", row="row 2"),
        "R-3": Decision(Choice.GENERALISE, "a town", by="A", row="row 4"),
    }


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("R-1,kept,,A,2026-01-01", "its decision is not allowed. Allowed: redact, keep, generalise"),
        ("R-1,generalise,,A,2026-01-01", "it generalises, but gives no words"),
        ("R-1,redact,SecretWord,A,2026-01-01", "`instead` is not a type. Types: person, place, organisation"),
        ("R-1,keep,,,2026-01-01", "it does not say who decided and when"),
        ("R-0,redact,,A,2026-01-01", "another row decides the same id differently"),
    ],
)
def test_a_wrong_decision_is_ignored_and_reported_without_quoting_it(tmp_path: Path, row: str, words: str) -> None:
    path = write(tmp_path / "d.csv", "R-0,keep,,A,2026-01-01", row, "R-2,keep,,A,2026-01-01")
    decisions, (problem,) = read_decisions(path, Pseudonyms(KEY))
    assert decisions.keys() == {"R-0", "R-2"} - {row[:3]}
    assert (problem.place, words in str(problem), "SecretWord" in str(problem)) == ("row 3", True, False)


def test_a_decision_at_one_place_has_this_place(tmp_path: Path) -> None:
    (tmp_path / "d.csv").write_text(
        "id,decision,instead,by,on,where,words,document,places\n"
        ",keep,,A,2026-01-01,once,Quilp,Talk 1,\n,keep,,A,2026-01-01,once,Quilp,Talk 1,then Quilp came\n",
        encoding="utf-8",
    )
    decisions, (problem,) = read_decisions(str(tmp_path / "d.csv"), Pseudonyms(KEY))
    assert (problem.place, problem.what) == ("row 2", "it decides at one place, but names none")
    assert [decision.row for decision in decisions.values()] == ["row 3"]


@pytest.mark.parametrize("about", [WHOLE_DOCUMENT, f"{SOME_PASSAGES} 3f9a"])
def test_a_decision_about_a_document_holds_in_all_of_it_alone(tmp_path: Path, about: str) -> None:
    """One at a place was found again by no build, and nobody was told."""
    (tmp_path / "d.csv").write_text(
        "id,decision,instead,by,on,where,words,document,places\n"
        f",keep,,A,2026-01-01,once,{about},Talk 1,and then\n,keep,,A,2026-01-01,everywhere,{about},,\n"
        f",keep,,A,2026-01-01,document,{about},Talk 1,and then\n",
        encoding="utf-8",
    )
    decisions, problems = read_decisions(str(tmp_path / "d.csv"), Pseudonyms(KEY))
    assert [problem.what for problem in problems] == [
        "it decides about a document at one place of it",
        "it decides about every document at once",
    ]
    assert [decision.row for decision in decisions.values()] == ["row 4"]


def test_an_empty_file_of_decisions_gets_advice_that_helps(tmp_path: Path) -> None:
    (tmp_path / "d.csv").touch()
    with pytest.raises(StudyError, match="Write its columns into the first row: words, decision, by and on"):
        read_decisions(str(tmp_path / "d.csv"), Pseudonyms(KEY))


def test_a_row_that_says_what_to_put_instead_and_is_not_decided_is_named(tmp_path: Path) -> None:
    path = write(tmp_path / "d.csv", "R-0,keep,,A,2026-01-01", "R-1,,a town,,", "R-2,,,,", "R-3,,place,,")
    decisions, (problem,) = read_decisions(path, Pseudonyms(KEY))
    assert decisions.keys() == {"R-0"}
    assert (problem.place, "town" in str(problem)) == ("row 3 and 1 more place", False)
    assert "it says what to put instead, but not that this is decided" in str(problem)


def test_a_file_without_the_columns_is_refused(tmp_path: Path) -> None:
    for header, lacking in (("id,decision", "no columns 'by' and 'on'"), ("decision,by,on", "no column 'words'")):
        (tmp_path / "d.csv").write_text(f"{header}\n", encoding="utf-8")
        with pytest.raises(StudyError, match=lacking):
            read_decisions(str(tmp_path / "d.csv"), Pseudonyms(KEY))


def test_a_file_written_by_hand_needs_neither_ids_nor_what_to_put_instead(tmp_path: Path) -> None:
    """Both columns had to be there, though each may be empty."""
    (tmp_path / "d.csv").write_text(
        "words,where,decision,by,on\nQuilp,everywhere,keep,A,2026-01-01\nZozer,everywhere,generalise,A,2026-01-01\n",
        encoding="utf-8",
    )
    decisions, (problem,) = read_decisions(str(tmp_path / "d.csv"), Pseudonyms(KEY))
    assert [decision.words for decision in decisions.values()] == ["Quilp"]
    assert (problem.place, problem.what) == ("row 3", "it generalises, but gives no words")


def test_a_whole_row_holds_under_another_key_too(tmp_path: Path) -> None:
    """As after a rotation: the id was made with the old key."""
    (row,) = queued("Včera přišel Kvěchoň.")
    fields = row | {"decision": "keep", "by": "A", "on": "2026-01-01"}
    with (tmp_path / "d.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([COLUMNS, fields.values()])
    rotated = Pseudonyms(KEY[::-1])
    assert rotated.review(DOCUMENT, "kvechon") != row["id"]
    reviews = Reviews("cz", read_decisions(str(tmp_path / "d.csv"), rotated)[0], rotated)
    redacted("Včera přišel Kvěchoň.", reviews)
    assert (reviews.count().undecided, reviews.count().decided) == (0, 1)


def test_applied_decisions_say_what_where_and_by_how_many_but_not_who(tmp_path: Path) -> None:
    (row,) = queued("Včera přišel Kvěchoň.")
    (other,) = queued("Včera přišel Brzomil.", document="Rozhovor 2.docx")
    path = tmp_path / "decisions.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(COLUMNS)
        for item, decision, where, by in (
            (row, "redact", "everywhere", "Ota Zkoumal"),
            (other, "keep", "", "ota zkoumal"),
        ):
            decided = {**item, "decision": decision, "where": where, "by": by, "on": "2026-11-24"}
            writer.writerow([decided[column] for column in COLUMNS])
    decisions, problems = read_decisions(str(path), Pseudonyms(KEY))
    assert problems == []
    reviews = Reviews("cz", decisions, Pseudonyms(KEY))
    assert [*reviews.applied()] == []
    redacted("Včera přišel Kvěchoň a mluvil. Kvěchoň odešel.", reviews)
    redacted("Včera přišel Brzomil.", reviews, "Rozhovor 2.docx")
    applied = [*reviews.applied()]
    assert sorted((item.choice, item.where, item.whole_document) for item in applied) == [
        ("keep", "document", False),
        ("redact", "everywhere", False),
    ]
    assert len({item.reviewer for item in applied}) == 1
    assert not any("zkoumal" in str(item).lower() for item in applied)


def test_a_decision_on_a_document_without_capitals_is_applied_as_such() -> None:
    undecided = Reviews("cz", {}, Pseudonyms(KEY))
    assert undecided.choice_about(DOCUMENT, "pak přišel", Casing.SMALL) is None
    (waiting,) = undecided.queue()
    redacted("Včera přišel Kvěchoň.", undecided)
    assert (undecided.count().undecided, undecided.count().documents) == (2, 1)
    for choice in (Choice.KEEP, Choice.REDACT):
        decided = Reviews("cz", {waiting[0]: Decision(choice, "")}, Pseudonyms(KEY))
        assert decided.choice_about(DOCUMENT, "pak přišel", Casing.SMALL) == choice
        assert [(item.choice, item.whole_document) for item in decided.applied()] == [(choice, True)]
        assert decided.count().documents == 0


def test_listed_names_in_small_letters_that_a_decision_left_in_place_are_counted() -> None:
    """In every passage, and not those with a capital letter, nor words in no list."""
    texts = ["At shelter.", "We were at shelter then.", "SHELTER", "at keziah"]
    reviews = Reviews("x", {Pseudonyms(KEY).review("", "shelter"): Decision(Choice.KEEP, "")}, Pseudonyms(KEY))
    for text in texts:
        start = text.lower().index("shelter") if "helter" in text.lower() else text.index("keziah")
        listed = Span(start, start + len("shelter"), "ORGANISATION", "shelter", USED_AS_WORD)
        reviews.judged(DOCUMENT, text, listed)
    assert [item.listed_left for item in reviews.applied()] == [2]


def test_a_row_that_says_no_place_is_named_for_that(tmp_path: Path) -> None:
    """Somebody who adds words by hand may leave it out."""
    (tmp_path / "d.csv").write_text(
        "id,decision,instead,by,on,where,words,document,places\n"
        ",redact,,A,2026-01-01,,felmarda,,\n,redact,,A,2026-01-01,,felmarda,Talk 1,\n"
        ",redact,,A,2026-01-01,once,felmarda,Talk 1,\n",
        encoding="utf-8",
    )
    decisions, problems = read_decisions(str(tmp_path / "d.csv"), Pseudonyms(KEY))
    assert [(problem.place, problem.what) for problem in problems] == [
        ("row 2", "it does not say where the decision holds"),
        ("row 4", "it decides at one place, but names none"),
    ]
    assert [decision.document for decision in decisions.values()] == ["Talk 1"]
