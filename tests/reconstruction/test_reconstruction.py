"""The bundled synthetic study is what its generator makes, and says what the print says."""

import csv
import hashlib
import re
import sqlite3
import zipfile
from collections import Counter, defaultdict
from contextlib import closing
from pathlib import Path

import phonenumbers
import pytest

from tests.reconstruction import facts, flaws, naive, plan, study, surroundings
from tests.reconstruction.people import CASTS, first_name, surname
from tests.reconstruction.project import Project
from tests.reconstruction.sentences import SYNTHETIC

RAW = facts.ROOT / "data" / "raw"
EXPORTS = [f"exports/{name}" for name in sorted(naive.READERS)]
FILES = [*EXPORTS, "identifiers.csv", "participants.csv"]
FACTS = facts.load()
PRINTED_SAMPLE = {
    "position": [45, 4, 2, 1, 1, 1, 7],
    "organisation_type": [19, 10, 8, 6, 6, 4, 2, 1, 1, 4],
}
PARTICIPANTS = {
    "CZ": 9, "DE": 6, "EL": 7, "EN": 7, "IT": 10, "NL": 6, "NO": 4, "PL": 6, "PT": 6,
}  # fmt: skip


def rows(name: str) -> list[dict[str, str]]:
    """Read one of the committed tables."""
    with (RAW / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def content(path: Path) -> object:
    """Give what a file holds, apart from how a library compressed or laid it out."""
    if path.suffix in {".xlsx", ".qdpx"}:
        with zipfile.ZipFile(path) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    if path.suffix in {".sqlite3", ".qda", ".rqda"}:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
            return list(database.iterdump())
    return path.read_bytes()


def mentions() -> dict[str, dict[str, set[str]]]:
    """Read from the committed files who raises which code: code, country, participants."""
    documents = {
        document: row["participant"] for row in rows("participants.csv") for document in row["documents"].split(" | ")
    }
    codes = {name: code.id for code in FACTS.codes for name in (code.label, *code.aliases)}
    raised: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for name in EXPORTS:
        for coding in naive.read(RAW / name):
            participant = documents[coding.document]
            assert name.startswith(f"exports/{participant[:2].lower()}.")
            if coding.text:
                raised[codes[coding.code]][participant[:2]].add(participant)
    return raised


@pytest.fixture(scope="module")
def anew(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with the reconstruction written anew."""
    folder = tmp_path_factory.mktemp("raw")
    study.write(folder)
    return folder


@pytest.mark.parametrize("name", FILES)
def test_committed_file_is_what_the_generator_writes(anew: Path, name: str) -> None:
    assert content(RAW / name) == content(anew / name)


def test_checksums_name_every_file_and_match() -> None:
    lines = (RAW / study.CHECKSUMS).read_text(encoding="utf-8").splitlines()
    sums = {name: digest for digest, name in (line.split("  ") for line in lines)}
    assert list(sums) == FILES
    assert sums == {name: hashlib.sha256((RAW / name).read_bytes()).hexdigest() for name in FILES}


def test_exports_are_those_of_the_configuration() -> None:
    assert sorted(export["file"] for export in FACTS.exports.values()) == [f"data/raw/{name}" for name in EXPORTS]


def test_nine_teams_used_nine_tools_or_variants() -> None:
    languages = {"cz": "English", "pl": "Polish"}  # two teams used MAXQDA, in two languages
    used = {(export["format"], languages.get(key)) for key, export in FACTS.exports.items()}
    assert len(used) == 9
    assert len({export["format"] for export in FACTS.exports.values()}) == 8


def test_data_are_small() -> None:
    assert sum(path.stat().st_size for path in RAW.rglob("*") if path.is_file()) < 1_500_000


def test_marks_are_as_many_as_printed() -> None:
    raised = mentions()
    assert {code.id: len(raised[code.id]) for code in FACTS.codes} == {code.id: code.marks for code in FACTS.codes}
    assert sum(len(countries) for countries in raised.values()) == 202
    for country, domain in FACTS.not_coded:
        assert not any(country in raised[c.id] for c in FACTS.codes if c.domain == domain)


def test_marks_rest_on_one_some_or_all_participants() -> None:
    shares = {
        "one" if len(people) == 1 else "all" if len(people) == PARTICIPANTS[country] else "some"
        for countries in mentions().values()
        for country, people in countries.items()
    }
    assert shares == {"one", "some", "all"}


def test_one_participant_has_no_coding_but_a_transcript() -> None:
    register = {row["participant"]: row for row in rows("participants.csv")}
    speaking = {who for by in mentions().values() for people in by.values() for who in people}
    assert set(register) - speaking == {plan.SILENT}
    assert study.build().projects["IT"].document(register[plan.SILENT]["documents"]).text


def test_sample_is_as_printed() -> None:
    register = rows("participants.csv")
    assert Counter(row["country"] for row in register) == PARTICIPANTS == dict(FACTS.participants)
    for variable, counts in PRINTED_SAMPLE.items():
        found = Counter(row[variable] for row in register)
        assert [found[category] for category in FACTS.categories[variable]] == counts
    assert {row["withdrawn"] for row in register} == {"no"}
    assert {row["consent_to_quote"] for row in register} == {"yes", "no"}


@pytest.mark.parametrize("name", EXPORTS)
def test_export_holds_every_coding_with_its_text(name: str) -> None:
    project = study.build().projects[Path(name).stem.upper()]
    read = naive.read(RAW / name)
    with_coder = any(coding.coder for coding in read)
    assert Counter((c.document, c.code, c.text, c.coder) for c in read) == Counter(
        (c.document, c.code_path[-1], project.text_of(c), c.coder if with_coder else "") for c in project.codings
    )


@pytest.mark.parametrize("name", EXPORTS)
def test_export_tells_its_country(name: str) -> None:
    key = Path(name).stem
    told = {coding.place for coding in naive.read(RAW / name)}
    also = {
        "cz": "Czech Republic", "de": "Deutschland", "el": "Ελλάδα", "it": "Italia",
        "no": "Norge", "pl": "Polska", "pt": "Portugal",
    }  # fmt: skip
    assert told == ({""} if "country" in FACTS.exports[key] else {also[key]})


def test_two_labels_are_spelt_in_the_teams_own_way() -> None:
    for name, own, label in (
        ("pl.xlsx", "Zapewnione finansowanie", "Secure funding"),
        ("nl.sqlite3", "Joint trainning", "Joint training"),
    ):
        assert {own, label} <= {coding.code for coding in naive.read(RAW / "exports" / name)}


def test_some_interviews_have_two_coders_and_some_spans_several_codes() -> None:
    for project in study.build().projects.values():
        coders: dict[str, set[str]] = defaultdict(set)
        by_span: dict[object, set[object]] = defaultdict(set)
        by_code: dict[object, set[str]] = defaultdict(set)
        for coding in project.codings:
            coders[coding.document].add(coding.coder)
            span = (coding.document, coding.start, coding.end)
            by_span[span, coding.coder].add(coding.code_path)
            by_code[span, coding.code_path].add(coding.coder)
        assert {len(theirs) for theirs in coders.values()} == {1, 2}
        assert any(len(codes) > 1 for codes in by_span.values())
        assert any(len(both) == 2 for both in by_code.values())


def test_flaws_are_where_they_are_said_to_be() -> None:
    copied = {
        country: sum(count - 1 for count in Counter(project.codings).values())
        for country, project in study.build().projects.items()
    }
    assert {c: n for c, n in copied.items() if n} == {c: len(n) for c, n in flaws.COPIED.items()}
    empty = [name for name in EXPORTS for coding in naive.read(RAW / name) if not coding.text]
    assert empty == ["exports/de.csv"]


def test_italian_texts_need_utf_16() -> None:
    texts = [coding.text for coding in naive.read(RAW / "exports" / "it.qdpx")]
    assert any(ord(character) > 0xFFFF for text in texts for character in text)


def documents_of(project: Project) -> str:
    """Join the texts of a project."""
    return "\n".join(document.text for document in project.documents)


def test_transcripts_say_that_they_are_synthetic() -> None:
    for project in study.build().projects.values():
        assert all(document.text.split("\n")[0] == SYNTHETIC for document in project.documents)


def test_segments_of_a_document_differ() -> None:
    for project in study.build().projects.values():
        spans = {(c.document, c.start, project.text_of(c)) for c in project.codings}
        starts = {(document, text): start for document, start, text in spans}
        assert len(starts) == len(spans)


def test_people_are_told_apart() -> None:
    people = [name for cast in CASTS.values() for name in (*cast.participants, *cast.others)]
    for parts in (people, [first_name(n) for n in people], [surname(n) for n in people]):
        assert len(set(parts)) == len(parts)
    coders = {coder for cast in CASTS.values() for coder in cast.coders}
    assert not coders & {part for name in people for part in (name, *name.split())}


def test_planted_names_are_words_of_their_own_and_occur_in_coded_text() -> None:
    for country, project in study.build().projects.items():
        everything = documents_of(project)
        coded = "\n".join(project.text_of(coding) for coding in project.codings)
        others = [
            row["value"]
            for row in rows("identifiers.csv")
            if row["value"] in (*CASTS[country].others, *surroundings.SETTINGS[country].places)
            or row["value"] in surroundings.SETTINGS[country].organisations
        ]
        assert len(others) == 7 and all(value in coded for value in others)
        assert any(value in coded for value in CASTS[country].participants)
        names = [part for n in CASTS[country].participants for part in (first_name(n), surname(n))]
        for value in (*others, *names):
            whole = re.findall(rf"(?<!\w){re.escape(value)}(?!\w)", everything)
            assert len(whole) == everything.count(value) > 0


def test_telephone_numbers_are_valid_and_found() -> None:
    for country, project in study.build().projects.items():
        iso = FACTS.countries[country]
        everything = documents_of(project)
        found = {match.raw_string for match in phonenumbers.PhoneNumberMatcher(everything, iso)}
        assert found == {n for n in surroundings.telephones(country) if n in everything}
        assert len(found) == 8


def test_addresses_belong_to_nobody() -> None:
    everything = "\n".join(map(documents_of, study.build().projects.values()))
    hosts = set(re.findall(r"(?:@|https?://)([\w.-]*\w)", everything))
    assert hosts == {"example.org", "kentro.example"}
