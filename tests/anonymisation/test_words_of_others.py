"""Words of somebody who withdrew, or may not be quoted, stand in no passage of another. All names are invented."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crosscase.study.facts import ExportSettings
from tests.builders import database_projects
from tests.builders.export_files import FILES
from tests.builders.in_process import COLUMNS, Outcome, person, run
from tests.builders.plain_runs import repeats
from tests.builders.small_study import write_csv
from tests.reconstruction.project import Coding, Document, Project

TIME, MONEY, TRUST = "Lack of time", "Lack of money", "Lack of trust"
ANNA, BEN = person("DE-01", "Anna"), person("PT-01", "Ben")
WITHDREW, NO_CONSENT = replace(ANNA, withdrawn=True), replace(ANNA, consent_to_quote=False)
PLACES = {**COLUMNS, "start": "from", "end": "to"}
HEADER = ("doc", "code", "text", "from", "to", "Speaker", "land")
BOTH = "Ben had no time. Anna wept about her rent."
OF_ANNA = "Anna wept about her rent."


def outcome(folder: Path, rows: Sequence[Sequence[object]], people: Sequence[Any], **changes: Any) -> Outcome:
    """What becomes of a tidy table in which a code or a column says who speaks."""
    write_csv(folder / "export.csv", [HEADER, *(tuple(row) + ("",) * (len(HEADER) - len(row)) for row in rows)])
    return run(folder / "export.csv", replace(ExportSettings("", "tidy", columns=PLACES), **changes), people)


def texts_of_ben(found: Outcome) -> list[str | None]:
    return [segment.text for segment in found.segments if found.who[segment.participant] == "PT-01"]


MARKS_OF_ANNA = {
    "one level deeper": ("fg", "Who > Anna > aside", "", 20, 45),
    "in a group of speakers": ("fg", "Who > Women > Anna", "", 20, 45),
    "in a document in other case": ("FG", "Who > Anna", "", 20, 45),
    "in a document with a soft hyphen": ("f\u00adg", "Who > Anna", "", 20, 45),
    "without a place, but with words": ("fg", "Who > Anna", "Anna wept about her rent again.", "", ""),
    "in other case": ("fg", "Who > ANNA", "", 20, 45),
}


@pytest.mark.parametrize("who", [WITHDREW, NO_CONSENT], ids=["withdrew", "may not be quoted"])
@pytest.mark.parametrize("mark", MARKS_OF_ANNA.values(), ids=MARKS_OF_ANNA)
def test_a_mark_is_found_however_it_is_written(tmp_path: Path, mark: Sequence[object], who: Any) -> None:
    rows = [("fg", "Who > Ben", "", 0, 60), mark, ("fg", TIME, f"{BOTH} So she left.", 0, 60)]
    found = outcome(tmp_path, rows, [who, BEN], participant_from={"code": "who"})
    assert texts_of_ben(found) == [None]
    assert not any("rent" in (coding.text or "") for coding in found.anonymised)


def test_a_mark_in_a_row_with_a_wrong_country_counts(tmp_path: Path) -> None:
    rows = [
        ("fg", "Who > Ben", "", 0, 60, "", "Portugal"),
        ("fg", "Who > Anna", "", 20, 45, "", "Germany"),
        ("fg", TIME, BOTH, 0, 60, "", "Portugal"),
    ]
    how = {"columns": {**PLACES, "document_group": "land"}, "group_from": "document_group"}
    assert texts_of_ben(outcome(tmp_path, rows, [WITHDREW, BEN], participant_from={"code": "Who"}, **how)) == [None]


def test_marks_of_another_document_of_the_name_do_not_count(tmp_path: Path) -> None:
    """Requal numbers its documents: Anna withdrew from one focus group, Ben speaks in another of its name."""
    header = ("doc_name", "doc_id", "code_name", "code_id", "segment_text", "segment_start", "segment_end")
    rows = [("fg", 1, "Who > Anna", 1, "", 0, 60), ("fg", 1, TIME, 2, "a", 0, 60)]
    rows += [("fg", 2, "Who > Ben", 3, "", 0, 60), ("fg", 2, TIME, 2, BOTH, 0, 60)]
    write_csv(tmp_path / "export.csv", [header, *rows])
    how = ExportSettings("", "requal_csv", participant_from={"code": "Who"}, separator=" > ")
    assert texts_of_ben(run(tmp_path / "export.csv", how, [WITHDREW, BEN])) == [BOTH]


@pytest.mark.parametrize("left_out", [False, True])
def test_a_speaker_who_is_not_registered_is_an_error_unless_left_out(tmp_path: Path, left_out: bool) -> None:
    rows = [("fg", "Who > Ben", "", 0, 20), ("fg", "Who > Dora", "", 20, 30), ("fg", TIME, BOTH, 0, 30)]
    changes = {"leave_out": ["Who > Dora"] if left_out else []}
    found = outcome(tmp_path, rows, [ANNA, BEN], participant_from={"code": "Who"}, **changes)
    assert texts_of_ben(found) == [BOTH if left_out else None]
    errors = found.of("unregistered_speaker")
    assert [issue.severity for issue in errors] == ([] if left_out else ["error"])
    assert found.checks() >= ({"code_left_out"} if left_out else {"words_left_out"})
    for error in errors:
        assert error.message == "this speaker is not in the register, but speaks in 1 coding of others"
        assert "`documents`" in error.suggestion and "`leave_out`" in error.suggestion
        assert error.value.startswith("D-") and "Dora" not in "".join(map(str, (error.value, error.suggestion)))


def test_a_name_that_two_focus_groups_have_is_not_the_one_of_the_other(tmp_path: Path) -> None:
    """The register has the Anna of one focus group, who may be quoted; the Anna of the other one is unknown."""
    rows = [("a", "Who > Anna", "", 0, 30), ("b", "Who > Ben", "", 0, 20), ("b", "Who > Anna", "", 20, 30)]
    rows += [("a", TIME, "a", 0, 30), ("b", TIME, BOTH, 0, 30)]
    found = outcome(tmp_path, rows, [person("DE-01", "a/Anna"), BEN], participant_from={"code": "Who"})
    assert texts_of_ben(found) == [None]
    assert len(found.of("unregistered_speaker")) == 1


STATED = {  # of Ben's passage and of Anna's: the words and the place
    "the same passage": ((BOTH, 0, 45), (BOTH, 0, 45)),
    "a passage around it": ((BOTH, 0, 45), (OF_ANNA, 20, 45)),
    "a part of it": (("her rent", 36, 44), (OF_ANNA, 20, 45)),
    "the same words without a place": ((OF_ANNA, "", ""), (OF_ANNA, "", "")),
    "five of its words without a place": ((BOTH, "", ""), ("No! Anna wept about her rent  again", "", "")),
    "the same words, one without a place": ((OF_ANNA, "", ""), (OF_ANNA, 20, 45)),
}


@pytest.mark.plain_cases(6)
@pytest.mark.parametrize("who", [WITHDREW, NO_CONSENT, None], ids=["withdrew", "may not be quoted", "unregistered"])
@pytest.mark.parametrize("passages", STATED.values(), ids=STATED)
def test_a_passage_of_two_participants_is_published_if_both_may_be_quoted(
    tmp_path: Path, passages: Sequence[tuple[object, ...]], who: Any
) -> None:
    bens, annas = passages
    rows = [("fg", TIME, *bens, "Ben"), ("fg", MONEY, *annas, "Anna"), ("fg", TRUST, "Nobody came.", 90, 99, "Ben")]
    people = [BEN] if who is None else [who, BEN]
    found = outcome(tmp_path, rows, people, participant_from={"variable": "Speaker"})
    assert texts_of_ben(found) == [None, "Nobody came."]
    (note,) = found.of("words_left_out")
    assert note.message.startswith("1 coding without words")
    published = outcome(tmp_path, rows, [ANNA, BEN], participant_from={"variable": "Speaker"})
    assert texts_of_ben(published) == [bens[0], "Nobody came."]


def test_short_answers_at_two_places_are_not_taken_for_one(tmp_path: Path) -> None:
    rows = [("fg", TIME, "Yes.", 0, 4, "Ben"), ("fg", MONEY, "Yes.", 9, 13, "Anna")]
    found = outcome(tmp_path, rows, [WITHDREW, BEN], participant_from={"variable": "Speaker"})
    assert texts_of_ben(found) == ["Yes."]


def test_codings_without_their_words_count_as_before(tmp_path: Path) -> None:
    """Two coders on one passage without a place count once, two passages twice."""
    rows = [("fg", TIME, words, coder, who) for words in ("One.", "Two.") for coder in "ab" for who in ("Ben", "Anna")]
    write_csv(tmp_path / "export.csv", [("doc", "code", "text", "coder", "Speaker"), *rows])
    columns = {**COLUMNS, "coder": "coder"}
    how = ExportSettings("", "tidy", columns=columns, participant_from={"variable": "Speaker"})
    counts = [run(tmp_path / "export.csv", how, [who, BEN]).counts() for who in (ANNA, WITHDREW)]
    assert [count["PT-01", "time"] for count in counts] == [2, 2]


def test_a_case_of_somebody_who_withdrew_takes_its_words_along(tmp_path: Path) -> None:
    """QualCoder: Anna's case holds the end of the passage that Ben's case holds."""

    project = Project(
        "g", (Document("fg", BOTH),), (Coding("fg", (TIME,), "JN", 0, 42), Coding("fg", (MONEY,), "JN", 17, 42))
    )
    FILES["qualcoder_database"][0](project, tmp_path / "export")
    changes = ["DELETE FROM case_text", "DELETE FROM cases"]
    for number, (name, start) in enumerate((("Ben", 0), ("Anna", 17)), 1):
        changes.append(f"INSERT INTO cases (caseid, name) VALUES ({number}, '{name}')")
        changes.append(f"INSERT INTO case_text (caseid, fid, pos0, pos1) VALUES ({number}, 1, {start}, 42)")
    database_projects.change(tmp_path / "export", *changes)
    found = run(tmp_path / "export", ExportSettings("", "qualcoder_database", participant_from="case"), [WITHDREW, BEN])
    assert texts_of_ben(found) == [None]
    assert not any(coding.text for coding in found.anonymised)


PASSAGE = st.tuples(st.sampled_from(["Ben", "Anna", "Clara"]), st.integers(0, 30), st.integers(1, 9))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=repeats(20, 60))
@given(passages=st.lists(PASSAGE, min_size=1, max_size=8), by_code=st.booleans())
def test_no_published_passage_touches_one_of_somebody_silent(
    tmp_path: Path, passages: list[tuple[str, int, int]], by_code: bool
) -> None:
    """Anna withdrew, Clara may not be quoted; each passage has words of its own."""
    words = [f"w{number} " * 6 for number in range(len(passages))]
    rows: list[Sequence[object]] = [
        ("fg", TIME, text, start, start + length, "" if by_code else who)
        for text, (who, start, length) in zip(words, passages, strict=True)
    ]
    rows += [("fg", f"Who > {who}", "", start, start + length) for who, start, length in passages if by_code]
    source = {"code": "Who"} if by_code else {"variable": "Speaker"}
    clara = replace(person("PT-02", "Clara"), consent_to_quote=False)
    found = outcome(tmp_path, rows, [WITHDREW, BEN, clara], participant_from=source)
    silent = {at for who, start, length in passages if who != "Ben" for at in range(start, start + length)}
    expected = {
        text
        for text, (who, start, length) in zip(words, passages, strict=True)
        if (by_code or who == "Ben") and silent.isdisjoint(range(start, start + length))
    }
    assert {text for text in texts_of_ben(found) if text} == expected


def test_the_report_does_not_list_codes_that_only_somebody_who_withdrew_has(tmp_path: Path) -> None:
    """A code may be made of a person's words; that of the codebook, and one that others have, stays."""
    coded = {"Anna": ("wept about rent", "no bus", TIME), "Ben": ("no bus", MONEY)}
    codings = tuple(Coding(document, (code,), "JN", 0, 9) for document, codes in coded.items() for code in codes)
    FILES["refi_qda"][0](Project("p", (Document("Anna", BOTH), Document("Ben", BOTH)), codings), tmp_path / "export")
    found = run(tmp_path / "export", ExportSettings("", "refi_qda"), [WITHDREW, BEN])
    (sentence,) = [sentence for sentence in found.to_check if "codebook" in sentence]
    assert "no bus" in sentence and "rent" not in sentence
