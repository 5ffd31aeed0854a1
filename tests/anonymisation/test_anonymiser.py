"""The anonymiser: pseudonyms, placeholders, the register and the key. All names are invented."""

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.anonymisation.anonymiser import Anonymiser
from crosscase.anonymisation.corpus import Corpus
from crosscase.anonymisation.decision_rows import Choice, Decision
from crosscase.anonymisation.protection import Protection
from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.anonymisation.register import Person, Register
from crosscase.anonymisation.reviews import Reviews
from crosscase.anonymisation.stated_groups import StatedGroups
from crosscase.coding.casing import SOME_PASSAGES, WHOLE_DOCUMENT
from crosscase.coding.codebook import Codebook
from crosscase.coding.issues import Inspector
from crosscase.coding.observations import ObservationKind
from crosscase.detectors.spans import settings_of
from crosscase.readers.raw import Counting, RawCoding, ReaderNotes
from crosscase.storage.schemas import CodebookEntry
from crosscase.storage.shared_columns import LeftOut
from crosscase.study.facts import Domain, ExportSettings
from tests.builders.registered_people import KEY, PEOPLE, person, redactor_of

REGIONS = {"CZ": ["CZ"], "EN": ["GB"]}


@given(st.text(min_size=1))
def test_pseudonyms_depend_on_key_and_kind(one: str) -> None:
    pseudonyms = Pseudonyms(KEY)
    assert pseudonyms.participant(one) == Pseudonyms(KEY).participant(one) != Pseudonyms(KEY[::-1]).participant(one)
    assert pseudonyms.participant(one)[2:] != pseudonyms.coder(one)[2:]
    assert pseudonyms.document("cz", one) != pseudonyms.document("pl", one)


def anonymiser(
    settings: ExportSettings,
    people: list[Person],
    codings: Sequence[RawCoding] = (),
    decisions: Mapping[str, Decision] | None = None,
) -> Anonymiser:
    pseudonyms = Pseudonyms(KEY)
    hope = CodebookEntry(
        "hope", "d", "Hope", "", "", ["Hope"], True, ["CZ 1", "What Jana said", "Tale of Zsoldra", "Naděje"]
    )
    codes = Codebook([hope], [Domain("d", "Domain")])
    groups = StatedGroups(settings, lambda: codings)
    reviews = Reviews("cz", dict(decisions or {}), pseudonyms)
    spoken = settings_of(REGIONS, {"CZ": ("cs",), "EN": ("en",)})
    redactor = redactor_of(people, pseudonyms, language="cs")
    protection = Protection(Register(people), spoken, redactor, pseudonyms, reviews, ["Czechia"], Corpus(codings))
    return Anonymiser("cz", "digest", protection, codes, groups, Inspector("cz", {}))


def raw(document: str, text: str = "Jana mluví.") -> RawCoding:
    groups = ("Praha: Jana", "Czechia")
    return RawCoding("row 2", document, ("Jana", "Time"), text, 1, 2, "JN", None, groups, {"Land": "CZ", "x": "Jana"})


def test_nothing_personal_is_left() -> None:
    settings = ExportSettings("f", "maxqda", group_from="document_group")
    (coding,) = anonymiser(settings, PEOPLE).anonymise([raw("CZ-1.docx")])
    assert "Jana" not in repr(coding)
    assert "JN" not in repr(coding)
    assert "CZ-1" not in repr(coding)
    assert coding.participant is not None
    assert (coding.code_path[1], coding.stated_groups[1]) == ("Time", "Czechia")


def test_a_code_of_the_codebook_is_nobodys_name() -> None:
    people = [*PEOPLE, person("EN-2", "Hope Invented", "EN")]
    coding = raw("EN-2.docx", "Hope speaks.")._replace(code_path=("Hope", "Hope lost"))
    (anonymised,) = anonymiser(ExportSettings("f", "maxqda"), people).anonymise([coding])
    assert anonymised.code_path[0] == "Hope"
    assert "Hope" not in anonymised.code_path[1] + str(anonymised.text)


@pytest.mark.parametrize(
    ("settings", "stated"),
    [
        (ExportSettings("f", "maxqda", group="EN"), ["EN"]),
        (ExportSettings("f", "maxqda", group_from={"variable": "Land"}), ["CZ"]),
        (ExportSettings("f", "maxqda", group_from={"variable": "Paese"}), []),
        (ExportSettings("f", "maxqda"), []),
        (ExportSettings("f", "maxqda", group_from={"document": "{group}-*"}), ["CZ"]),
        (ExportSettings("f", "maxqda", group_from={"document": "*/{group}/*"}), []),
        (ExportSettings("f", "maxqda", group_from={"code": "Where from"}), ["Czechia"]),
    ],
)
def test_the_group_is_taken_from_where_the_study_says(settings: ExportSettings, stated: list[str]) -> None:
    codings = [raw("CZ-1.docx"), raw("CZ-1.docx")._replace(code_path=("where from", "Czechia"))]
    step = anonymiser(settings, PEOPLE, codings)
    assert next(step.anonymise(codings)).stated_groups == stated


def test_a_code_that_states_a_group_is_no_coding_of_the_study() -> None:
    codings = [raw("CZ-1.docx"), raw("CZ-1.docx")._replace(code_path=("Where from", "Czechia"))]
    step = anonymiser(ExportSettings("f", "maxqda", group_from={"code": "Where from"}), PEOPLE, codings)
    assert len(list(step.anonymise(codings))) == 1
    (issue,) = step.issues(ReaderNotes())
    assert (issue.check, issue.left_out) == ("group_code", 1)


def test_who_withdrew_is_left_out() -> None:
    step = anonymiser(ExportSettings("f", "maxqda"), [*PEOPLE, person("CZ-9", "Gone Away", withdrawn=True)])
    codings = list(step.anonymise([raw("CZ-1.docx"), raw("CZ-9.docx"), raw("nobody.docx")]))
    assert [coding.participant is None for coding in codings] == [False, True]
    assert len(list(step.participants())) == len(PEOPLE)
    (issue,) = step.issues(ReaderNotes())
    assert (issue.check, issue.left_out) == ("withdrawn_participant", 1)


def test_problems_of_the_reader_are_reported_under_a_pseudonym() -> None:
    step = anonymiser(ExportSettings("f", "refi_qda"), PEOPLE)
    seen = ReaderNotes(
        encoding="its letters are those of Czech", countings=[Counting("Jana.docx", "code points", 0.8, 5)]
    )
    seen.passed_over["sound"] = 2
    offsets, encoding, sound = step.issues(seen)
    assert (offsets.check, offsets.severity, offsets.locator[:2]) == ("uncertain_offsets", "warning", "D-")
    assert (encoding.check, encoding.severity) == ("guessed_encoding", "note")
    assert (sound.check, sound.message) == ("passed_over", "2 elements of this kind were not read")


def test_observations_name_no_people() -> None:
    settings = ExportSettings("f", "maxqda", group_from="document_group")
    step = anonymiser(settings, [*PEOPLE, person("CZ-9", "Gone Away", withdrawn=True)])
    list(step.anonymise([raw("CZ-1.docx"), raw("CZ-1.docx", "More."), raw("CZ-9.docx"), raw("nobody.docx")]))
    seen = ReaderNotes(documents={"silent Jana.docx"}, code_paths={("Hope",)}, variables={"Jana's variable"})
    rows = list(step.observations(seen, "maxqda", "it says so"))
    documents = sorted((row.detail[:2], row.count) for row in rows if row.kind == "document")
    assert documents == [("", 0), ("", 1), ("P-", 2), ("wi", 1)]
    assert {row.detail: row.count for row in rows if row.kind == "code"} == {"unknown": 3, "label": 0}
    assert "Jana" not in repr(rows)
    assert "nobody" not in repr(rows)


def test_equal_codings_have_equal_fingerprints_wherever_they_stand() -> None:
    step = anonymiser(ExportSettings("f", "maxqda"), PEOPLE)
    one = raw("CZ-1.docx")
    two = one._replace(locator="row 9")
    three = raw("CZ-1.docx", "Other words.")
    first, second, third = step.anonymise([one, two, three])
    assert first.fingerprint == second.fingerprint != third.fingerprint
    assert first.segment_id != second.segment_id


def test_places_in_a_document_of_several_participants_tell_no_order() -> None:
    """A table of answers has the register's order; sorted by their places the pseudonyms had it, too."""
    people = [person(f"c{number}", "Jana Vymyšlená") for number in range(20)]
    answers = [
        raw(f"c{number}.docx")._replace(whole_document="Survey", start=first, end=first + 30)
        for number in range(20)
        for first in (number * 100, number * 100 + 20)
    ]
    step = anonymiser(ExportSettings("f", "tidy", participant_from={"variable": "Case"}), people, answers)
    found = [*step.anonymise(answers)]
    starts = [one.start or 0 for one in found[::2]]
    assert starts != sorted(starts) and min(starts) > 10**6
    assert all((two.start or 0) - (one.start or 0) == 20 for one, two in zip(found[::2], found[1::2], strict=True))
    assert all((one.end or 0) - (one.start or 0) == 30 for one in found)
    alone = answers[0]._replace(whole_document="", document="CZ-1.docx")
    assert [(one.start, one.end) for one in step.anonymise([alone, alone._replace(start=None, end=None)])] == [
        (0, 30),
        (None, None),
    ]


SMALL = "a tak jana vymyšlená přišla a řekla že nemá čas " * 10
SETTINGS = ExportSettings("f", "maxqda")


@pytest.mark.parametrize("written", [SMALL, SMALL.upper()])
def test_a_document_without_capitals_waits_until_somebody_has_read_it(written: str) -> None:
    codings = [raw("CZ-1.docx", written), raw("CZ-2.docx", "Vymyšlená přišla a mluvila. " * 50)]
    step = anonymiser(SETTINGS, PEOPLE, codings)
    small, usual = step.anonymise(codings)
    assert small.text and "ymy" not in small.text.lower() and usual.text
    ((number, *_, words, _, document, reason, _, _),) = step._reviews.queue()
    assert (words, document) == (WHOLE_DOCUMENT, "CZ-1.docx") and "no list" in reason
    assert step._reviews.count().undecided == 1
    (casing,) = (o for o in step.observations(ReaderNotes(), "maxqda", "") if o.kind == ObservationKind.CASING)
    assert casing.name == small.document and casing.detail in ("small letters", "capital letters")
    for choice, text in ((Choice.KEEP, small.text), (Choice.REDACT, None)):
        step = anonymiser(SETTINGS, PEOPLE, codings, {number: Decision(choice, "")})
        read = next(step.anonymise(codings))
        assert (read.text, read.left_out) == (text, None if text else LeftOut.REVIEW)
        assert (step._reviews.count().undecided, step._reviews.count().decided) == (0, 1)


def test_passages_without_capitals_wait_in_a_document_that_has_them() -> None:
    """Half of a transcript was made by a machine: names in no list stood in it unasked."""
    made = "a pak přišla ylva brennová a řekla že na novou školu nemá nikdo čas protože tam teď nikdo nepracuje"
    usual = "Vymyšlená přišla a mluvila. " * 20
    codings = [raw("CZ-1.docx", usual), raw("CZ-1.docx", made), raw("CZ-1.docx", f"{made} {made}")]
    step = anonymiser(SETTINGS, PEOPLE, codings)
    assert all(coding.text for coding in step.anonymise(codings))
    (about,) = (row for row in step._reviews.queue() if row[6].startswith(SOME_PASSAGES))
    number, document, reason, times, places = (about[column] for column in (0, 8, 9, 10, 11))
    assert (document, times) == ("CZ-1.docx", "2") and "small letters in part" in reason
    assert places == f"{made} | {made} {made}"  # whole, since somebody must have read them
    (casing,) = (o for o in step.observations(ReaderNotes(), "maxqda", "") if o.kind == ObservationKind.CASING)
    assert (casing.detail, casing.count) == ("small letters in part", 2)
    step = anonymiser(SETTINGS, PEOPLE, codings, {number: Decision(Choice.REDACT, "")})
    assert [coding.text is None for coding in step.anonymise(codings)] == [False, True, True]
    step = anonymiser(SETTINGS, PEOPLE, codings, {number: Decision(Choice.KEEP, "")})
    assert all(coding.text for coding in step.anonymise(codings))
    assert not any(row[6].startswith(SOME_PASSAGES) for row in step._reviews.queue())
    assert not [o for o in step.observations(ReaderNotes(), "maxqda", "") if o.kind == ObservationKind.CASING]
    more = [raw("CZ-1.docx", f"{number} {made}") for number in range(9)]
    step = anonymiser(SETTINGS, PEOPLE, [*codings, *more])
    assert len([*step.anonymise(more)]) == 9
    (about,) = (row for row in step._reviews.queue() if row[6].startswith(SOME_PASSAGES))
    assert about[11].count("a pak") == 9
    step = anonymiser(SETTINGS, PEOPLE, [*codings, *more], {number: Decision(Choice.KEEP, "")})
    assert len([*step.anonymise([*codings, *more])]) == 12
    (again,) = (row for row in step._reviews.queue() if row[6].startswith(SOME_PASSAGES))  # nobody has read them
    assert again[0] != number


@pytest.mark.parametrize(
    ("alias", "shown"),
    [
        ("CZ 1", ["Domain", "Hope"]),
        ("What Jana said", ["Domain", "Hope"]),
        ("Tale of Zsoldra", ["Domain", "Hope"]),
        ("Naděje", ["Naděje"]),
    ],
)
def test_an_alias_that_names_somebody_is_written_as_its_code(alias: str, shown: list[str]) -> None:
    coding = raw("CZ-1.docx")._replace(code_path=(alias,))
    (anonymised,) = anonymiser(ExportSettings("f", "maxqda"), PEOPLE).anonymise([coding])
    assert anonymised.code_path == shown
