"""Participants may be called like groups, tables or interviews with a number: nobody is stopped, nor missed.

All names are invented.
"""

import shutil
from pathlib import Path
from string import ascii_uppercase

import pytest

from crosscase.leaks import public_ids, public_texts
from crosscase.leaks.contents import Place
from crosscase.leaks.leak_scan import LeakScan
from crosscase.leaks.machine_traces import Traces
from crosscase.leaks.proofs import Proofs
from crosscase.leaks.public_texts import public_words as words_of
from crosscase.leaks.search import Search
from crosscase.leaks.stated_texts import texts_in
from crosscase.leaks.watched import Watched
from crosscase.running.pipeline import SCHEMA
from crosscase.storage import files, schemas
from crosscase.study import configuration
from tests.builders import new_studies, plain_runs
from tests.builders.leak_scans import TRACES
from tests.builders.projects import ROOT, Study

PUBLIC = frozenset({"south", "new", "town", "sud", "interview", "group11", "area", "t", "uk"})
IN_TABLES = ("South", "New Town", "Süd", "Group11", "Area 1", "Area 11", "UK-1")
HEADINGS = (
    *("Table", "Figure", "Interview", "Participant", "Code", "Country", "Teacher", "Page", "Text", "Line", "Person"),
    *(
        "Case",
        "Group",
        "Document",
        "Transcript",
        "Segment",
        "Row",
        "Site",
        "School",
        "Id",
        "Nr",
        "Part",
        "Item",
        "Year",
    ),
    *("Year", "Week", "Wave", "Round", "Phase", "Step", "Section", "Chapter", "File", "Sheet", "SE", "ES", "UK", "IT"),
)
FIGURE = Place("results/figures/a.svg", composed=True)


def found(called: str, text: str, place: Place = FIGURE) -> bool:
    ids = [Watched("PARTICIPANT", called), Watched("DOCUMENT", f"{called}.docx")]
    scan = LeakScan(Search(ids, PUBLIC, in_tables=IN_TABLES), TRACES)
    return "PARTICIPANT" in scan.search_content(text.encode(), place=place).kinds


@pytest.mark.parametrize("called", ["DE-1-2", "Süd-11", "T1-002-A", "South 11", "New Town 3", "Area 1-1", "Żory-2-3"])
def test_an_id_of_any_parts_is_found_as_it_is_listed_and_with_other_signs(called: str) -> None:
    for written in (called, called.upper(), called.replace("-", "_"), called.replace("-", " ")):
        assert found(called, f"so {written} said", Place()), written


@pytest.mark.parametrize(
    ("called", "count"),
    [
        ("South 11", "Trust: 12 (South 11, Süd 1)"),
        ("South-11", "Trust: 12 (South 11, Süd 1)"),
        ("Süd 11", "Trust: 12 (Süd 11)"),
        ("New Town-11", "New Town 11"),
        ("Interview 2", "order of the interview 2 4 6"),
        ("Group-1-1", "Group11 3"),
        ("Area 1-1", "Area 11 and Area 1 1"),
        ("UK-1-3", "UK-1 3"),
    ],
)
def test_a_count_beside_public_words_is_no_id_where_the_pipeline_composed_it(called: str, count: str) -> None:
    assert not found(called, count)


@pytest.mark.parametrize(
    ("called", "written"),
    [("South 11", "South-11"), ("Group-1-1", "Group-1-1"), ("UK-1-3", "UK-1-3"), ("Quenby 11", "Quenby 11")],
)
def test_an_id_with_signs_or_with_a_word_that_is_not_public_is_found_there_too(called: str, written: str) -> None:
    assert found(called, f"Trust: 12 ({written})")


@pytest.mark.parametrize(
    "text",
    [
        '<g id="Sam_text_1"/>',
        '<path d="Sam"/>',
        '<path d="M 1 Sam 2"/>',
        '<w:p xmlns:Sam="x"/>',
        '<g id="Sam-patch_2"/>',
    ],
)
def test_a_name_in_a_mark_of_a_format_is_found(text: str) -> None:
    scan = LeakScan(Search([Watched("PERSON", "Sam", ("en",))], PUBLIC), TRACES)
    assert not scan.search_content(text.encode(), place=FIGURE).is_clean


@pytest.mark.parametrize("text", ['<g id="text_12"/>', '<path d="M 12.5 3 L-4,5 z"/>', '<w:document xmlns:w10="x"/>'])
def test_a_mark_of_a_format_is_no_id(text: str) -> None:
    for called in ("Text 12", "M-12", "W10", "L-4"):
        assert not found(called, text)


def test_a_place_that_the_study_compares_is_no_leak_but_a_person_is_one() -> None:
    for kind, leaks in (("PLACE", False), ("ORGANISATION", False), ("PERSON", True)):
        scan = LeakScan(Search([Watched(kind, "New Town", ("en",))], PUBLIC, in_tables=IN_TABLES), TRACES)
        assert (not scan.search_content(b"New Town, 3 people").is_clean) == leaks


def test_a_group_called_like_a_participant_is_no_leak_behind_a_cell_with_a_number() -> None:
    """Of the cells “table_1” and “Tremolow class” the search made the word 1Tremolow."""
    scan = LeakScan(Search([Watched("PERSON", "Tremolow", ("en",))], frozenset({"tremolow"})), TRACES)
    row = "<tr><td>table_1</td><td></td><td>Tremolow class: read as TC</td></tr>"
    assert scan.search_content(row.encode(), place=Place("results/report/index.html", composed=True)).is_clean
    known = LeakScan(Search([Watched("PERSON", "Tremolow", ("en",))]), TRACES)
    assert known.search_content(row.encode()).kinds == {"PERSON"}


@pytest.mark.parametrize(
    ("prefixes", "numbers", "signs"),
    [
        (("S", "Text", "Interview", "M"), 12, "-"),
        pytest.param((*HEADINGS, *ascii_uppercase), 25, " -", marks=pytest.mark.exhaustive),
    ],
)
def test_no_result_has_ids_of_public_words_and_numbers_by_chance(
    built: Study, tmp_path: Path, prefixes: tuple[str, ...], numbers: int, signs: str
) -> None:
    """Every country and category, and words of which ids are made, with numbers and signs between."""
    facts = configuration.read(str(ROOT / "config/study.yaml"), SCHEMA)
    text = public_texts.public_text([str(ROOT / "config/study.yaml")])
    in_tables = public_ids.names_in_tables(facts)
    called = [f"{word}{sign}{n}" for word in (*in_tables, *prefixes) for sign in signs for n in range(1, numbers + 1)]
    ids = [Watched(kind, words) for words in called for kind in ("PARTICIPANT", "CODER")]
    ids += [Watched("DOCUMENT", f"{words}.docx") for words in called]
    codebook = files.read_rows(built.folder / "data/processed/codebook.parquet", schemas.CodebookEntry)
    paths = [path.relative_to(built.folder).as_posix() for path in (built.folder / "results").rglob("*")]
    scan = LeakScan(
        Search(
            [*ids, *(Watched("DOCUMENT", f"{one}.docx") for one in called)], words_of(text), text, "", (), in_tables
        ),
        Traces([], [], [], frozenset()),
        public_texts.digests_of_pipeline(),
        proofs=Proofs(facts, [*facts.exports, *texts_in(list(codebook))]),
        composed=frozenset(paths),
    )
    results = built.folder / "results" if plain_runs.EXHAUSTIVE else some_results(built, tmp_path / "results")
    assert scan.verdict_on(results, processes=2).startswith("No leak found")


def some_results(study: Study, folder: Path) -> Path:
    """Of each folder of results one file of each kind; the package, which holds them all again, is left out."""
    chosen: dict[tuple[Path, str], Path] = {}
    for path in sorted((study.folder / "results").rglob("*.*")):
        parent = path.parent.relative_to(study.folder / "results")
        if path.is_file() and "crate" not in path.relative_to(study.folder).as_posix():
            chosen.setdefault((parent, path.suffix), path)
    assert len(chosen) > 20
    for (parent, _), path in chosen.items():
        (folder / parent).mkdir(parents=True, exist_ok=True)
        shutil.copy(path, folder / parent)
    return folder


@pytest.mark.exhaustive
def test_a_study_is_built_whose_groups_have_names_within_each_other(tmp_path: Path) -> None:
    """Group and Group11, Area 1 and Area 11: ids of the one read like names of the other."""
    called = {"Group": "Group-1-{}", "Group11": "Group11-{}", "Area 1": "Area 1-{}", "Area 11": "Area 11-{}"}
    rows = [
        (form.format(number), group, "Trust" if number % 3 else "Time", f"{new_studies.SAID} {number}.")
        for group, form in called.items()
        for number in range(1, 13)
    ]
    new_studies.new(tmp_path, new_studies.table(tmp_path / "all.csv", rows))
    Study(tmp_path / "s", ROOT / "Snakefile").build()
