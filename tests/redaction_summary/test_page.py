"""The redaction summary says in sentences what was counted, and of what remains only what is true. All is invented."""

import csv
import re
from dataclasses import replace

import pyarrow.parquet as pq
import pytest

from crosscase.labels import labels
from crosscase.languages.language_names import name_of
from crosscase.redaction_summary import page
from crosscase.redaction_summary.counts import STUDY, Tally
from crosscase.redaction_summary.kinds import ANY, DIFFERENT, WORDS_REPLACED, Part
from crosscase.storage.schemas import RedactionCount
from crosscase.study.facts import ExportSettings, Group
from crosscase.study.facts import Study as Facts
from tests.builders.printed_words import others, words_of, words_of_language
from tests.builders.projects import Study

FACTS = Facts(
    id="a",
    title="A study",
    synthetic=False,
    synthetic_note="",
    codebook="",
    register="",
    groups=[Group("IE", "Ireland", "IE")],
    domains=[],
    sample=[],
    exports={"ie": ExportSettings("data/raw/ie.csv", "tidy")},
    languages={"IE": ["en"]},
)
SOFTWARE = page.Software("9.8.7")
NAMES = dict(zip(WORDS_REPLACED, labels.english()("redaction_kinds").split(labels.BETWEEN), strict=True))
FEW = {
    (Part.PASSAGE, DIFFERENT): 12_345,
    (Part.PASSAGE, ANY): 7,
    (Part.REPLACED, "person"): 5,
    (Part.REPLACED, "id"): 3,
    (Part.PSEUDONYM, "participant"): 1,
    (Part.PSEUDONYM, "document"): 2,
}
REVIEWED = {
    (Part.DECIDED, "redact"): 1,
    (Part.DECIDED, "keep"): 2,
    (Part.WHERE, "once"): 3,
    (Part.REVIEWER, "person"): 2,
}


def rows(*counts: dict[tuple[Part, str], int]) -> list[RedactionCount]:
    tally = Tally()
    for found in counts:
        tally.times.update(found)
        tally.passages.update({key: count for key, count in found.items() if key[0] == Part.REPLACED})
    return [*tally.rows(STUDY)]


def text(*counts: dict[tuple[Part, str], int], study: Facts = FACTS, software: page.Software = SOFTWARE) -> str:
    return page.write(rows(*counts), study, software)


def test_what_was_replaced_is_in_a_table_and_what_was_not_in_a_sentence() -> None:
    found = text(FEW)
    assert "2 documents of 1 participant in 1 export. " in found
    assert "Words were replaced in 7 of 12,345 coded passages." in found
    assert "| names of persons | 5 | 5 |\n| identity numbers | 3 | 3 |\n\n" in found
    (absent,) = re.findall(r"No replacement is of another kind: (.*)\.", found)
    others = [words for kind, words in NAMES.items() if kind not in ("person", "id")]
    assert re.split(", | and (?!file)", absent) == others
    assert "crosscase 9.8.7" in found


def test_words_that_a_person_alone_has_found_are_counted() -> None:
    assert "replaced because a person decided so: 3." in text(FEW, {(Part.UNFOUND, "word"): 3})
    assert "because a person decided so" not in text(FEW)


def test_what_was_counted_as_one_is_written_so() -> None:
    one = {(Part.PSEUDONYM, "coder"): 1, (Part.HIDDEN, "code"): 1, (Part.HIDDEN, "group"): 2}
    found = text(FEW, one, {(Part.WAITING, "word"): 1})
    assert "coded by 1 coder." in found
    assert "1 name of a code and 2 names of groups." in found
    assert "- 1 word waits for a decision" in found


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ({}, "There were none."),
        ({(Part.WAITING, "word"): 4}, "Nobody has decided yet: 4 words wait for a decision."),
        (
            REVIEWED,
            "3 of 3 doubts decided (100%), by 2 people. Decisions to redact: 1, to keep: 2, to generalise: 0. They "
            "hold in the whole study: 0, in one document: 0, at one place: 3.",
        ),
        ({**REVIEWED, (Part.WAITING, "word"): 1}, "3 of 4 doubts decided (75%), by 2 people."),
    ],
)
def test_the_review_is_told_as_far_as_it_went(counts: dict[tuple[Part, str], int], words: str) -> None:
    assert words in text(FEW, counts)


def test_documents_without_usual_capitals_are_told_only_where_there_are_some() -> None:
    assert "capital letters are unusual" not in text(FEW)
    some = {(Part.DOCUMENT, "read"): 2, (Part.DOCUMENT, "withheld"): 1, (Part.WAITING, "document"): 3}
    found = text(FEW, some)
    assert "In 6 documents capital letters are unusual, wholly or in part, and no rule" in found
    assert "A person read 2 of them and found no name left, and withheld the words of 1." in found
    assert "- 3 documents wholly or partly without usual capital letters wait to be read." in found
    assert "- In 2 documents wholly or partly without usual capital letters only a person looked for names" in found


def test_a_risk_is_told_where_it_is_true() -> None:
    assert "may err" not in text(FEW)
    assert "- 2 doubts were kept as no identifier" in text(FEW, REVIEWED)
    without = "No language model"
    assert text(FEW).count(without) == 2
    found = text(FEW, software=page.Software("1", ["en: an invented model 1.0, sha256 abc"]))
    assert without not in found
    assert "an invented model 1.0, sha256 abc" in found


@pytest.mark.parametrize(
    ("languages", "sentence", "risk"),
    [
        (["en"], "Languages with word lists: English (full support).", ""),
        (["es"], "Languages with word lists: Spanish (basic support).", "Spanish (Ireland) has basic support"),
        (
            ["en", "xx"],
            "English (full support). There are no word lists for: 'xx'.",
            "No word lists for the language 'xx'",
        ),
        (["xx"], "Languages with word lists: none. There are no word lists for: 'xx'.", "No word lists for"),
    ],
)
def test_the_support_of_each_language_is_told(languages: list[str], sentence: str, risk: str) -> None:
    found = text(FEW, study=replace(FACTS, languages={"IE": languages}))
    assert sentence in found
    assert f"- {risk}" in found


def test_the_note_on_synthetic_data_comes_first() -> None:
    found = text(study=replace(FACTS, synthetic_note="Invented."))
    assert found.startswith("# Redaction summary\n\n**Invented.**\n\n")
    assert "**" not in text()


def test_the_reviewers_page_has_it_in_a_sentence_of_its_language() -> None:
    english, german = (labels.of(language, {}, "country", "countries") for language in ("en", "de"))
    sentence = page.sentence(rows(FEW, REVIEWED), english)
    assert sentence == "Replacements: 8, in coded passages: 12,345; doubts decided: 3 of 3"
    assert page.sentence(rows(), english) == "Replacements: 0, in coded passages: 0; no word was in doubt"
    assert page.sentence(rows(), german) == "Ersetzungen: 0, in codierten Textstellen: 0; kein Wort war zweifelhaft"


def test_the_summary_of_a_build_equals_an_independent_count(built: Study) -> None:
    """Counted from the processed data, the decisions and the queue, with no code of the pipeline."""
    found: dict[tuple[str, str, str], int] = {}
    with (built.folder / "results/redaction/summary.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            found[row["export"], row["part"], row["kind"]] = int(row["count"])
    total = 0
    for path in sorted((built.folder / "data/processed/anonymised").glob("*.parquet")):
        columns = pq.read_table(path, columns=["document", "text", "participant", "coder"]).to_pydict()
        passages = {pair for pair in zip(columns["document"], columns["text"], strict=True) if pair[1] is not None}
        replaced = re.findall(r"\[([A-Z]+)_[0-9]{8}\]", "\n".join(words for _, words in passages))
        for kind in WORDS_REPLACED:
            assert found[path.stem, "replaced", kind] == replaced.count(kind.upper()), (path.stem, kind)
        assert found[path.stem, "passage", "different"] == len(passages)
        assert found[path.stem, "pseudonym", "coder"] == len({*columns["coder"]} - {None})
        coded = len({*columns["participant"]} - {None})  # others may have a document without a coding
        assert coded <= found[path.stem, "pseudonym", "participant"] <= found[path.stem, "pseudonym", "document"]
        queue = built.folder / f"data/restricted/review/{path.stem}.csv"
        with queue.open(encoding="utf-8", newline="") as stream:
            assert found[path.stem, "waiting", "word"] == len({row["words"] for row in csv.DictReader(stream)})
        total += len(replaced)
    assert (
        total == sum(number for (export, part, _), number in found.items() if export == "" and part == "replaced") > 0
    )
    sample = built.folder / "results/tables/sample_tidy.csv"
    with sample.open(encoding="utf-8", newline="") as stream:
        assert found["", "pseudonym", "participant"] == int(next(csv.DictReader(stream))["total"])
    with (built.folder / "data/raw/decisions.csv").open(encoding="utf-8", newline="") as stream:
        decisions = [*csv.DictReader(stream)]
    # A decision on words that no rule doubts any more is not applied.
    applied = sum(pq.read_table(built.folder / "data/processed/review", columns=["decided"])["decided"].to_pylist())
    assert {row["decision"] for row in decisions} == {"keep"}
    assert 0 < found["", "decided", "keep"] == applied <= len(decisions)
    assert found["", "reviewer", "person"] == len({row["by"] for row in decisions})


def test_every_number_of_the_page_of_a_build_is_in_its_table(built: Study) -> None:
    with (built.folder / "results/redaction/summary.csv").open(encoding="utf-8", newline="") as stream:
        study = [row for row in csv.DictReader(stream) if not row["export"]]
    words = built.text("results/redaction/summary.md")
    table = dict(re.findall(r"^\| (.+) \| (\d+) \| \d+ \|$", words, re.MULTILINE))
    shown = {row["kind"]: row["count"] for row in study if row["part"] == "replaced" and row["count"] != "0"}
    assert {NAMES[kind]: count for kind, count in shown.items()} == table
    page_of_reviewers = built.text("results/report/index.html")
    assert '<a href="../redaction/summary.md">' in page_of_reviewers
    packed = built.folder / "results/provenance/crate/results/redaction/summary.md"
    assert packed.read_text(encoding="utf-8") == words


@pytest.mark.parametrize("language", [language for language in labels.languages() if language != "en"])
def test_the_summary_is_in_the_language_of_the_study(language: str) -> None:
    """Each sentence that there may be, in a study with languages of any support."""
    rare = {
        (Part.WAITING, "word"): 2,
        (Part.WAITING, "document"): 1,
        (Part.DOCUMENT, "read"): 1,
        (Part.HIDDEN, "code"): 2,
    }
    facts = replace(FACTS, output_language=language, languages={"IE": ["en", "es", "xx"]}, title="Qq")
    every = [
        text(study=facts),
        text(FEW, REVIEWED, rare, study=facts),
        text(FEW, {(Part.WAITING, "word"): 2}, study=facts),
    ]
    every.append(text(FEW, study=facts, software=page.Software("1", ["qq 1.0"])))
    names = {
        "crosscase",
        "summary",
        "csv",
        "person",
        "docs",
        "anonymisation",
        "evaluation",
        "md",
        "xx",
        "qq",
        "ireland",
    }
    names |= words_of("results/provenance/steps.json results/leaks/verdict.txt")
    names |= words_of([name_of(code, language) for code in ("en", "es")])
    assert not others(words_of(*every), names, words_of_language(language, "group", "groups"))
