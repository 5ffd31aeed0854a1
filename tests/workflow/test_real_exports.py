"""A second study, made of real exports, built through Snakemake as a user would.

The files are other people's and not part of the project: the test skips where they are absent. The
register is the test's own; its names are invented.
"""

import csv
import sqlite3
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest
import yaml

from crosscase.spreadsheets import spreadsheet
from tests.builders.projects import ROOT, Study
from tests.builders.results import rows

pytestmark = pytest.mark.exhaustive  # a build of its own

GROUPS = ["AA", "BB", "CC"]
FILES = {
    "usability": ("taguette/SERDIF_P2_ThematicAnalysis.sqlite3", "taguette_database", 1930),
    "letters": ("maxqda/test.xls", "maxqda", 402),
    "board": ("qualitative-coding/demo.qdpx", "refi_qda", 205),
}
CODEBOOK = ("domain", "code", "label", "definition", "parent", "order", "codable", "aliases")
REGISTER = ("participant", "name", "country", "role", "documents", "export", "consent_to_quote", "withdrawn")


def write(path: Path, header: Iterable[str], lines: Iterable[Iterable[object]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([header, *lines])


def flat_codes(domain: str, labels: Iterable[str]) -> list[list[object]]:
    return [[domain, f"{domain}_{n}", label, "", "", n, "yes", ""] for n, label in enumerate(labels, 1)]


def tree_codes(domain: str, project: Path) -> list[list[object]]:
    """The codes of a REFI-QDA project, by its tree; leaf names repeat in it."""
    found: list[list[object]] = []

    def walk(element: ET.Element, parent: str) -> None:
        for child in element:
            if child.tag.endswith("}Code"):
                code = f"{domain}_{len(found) + 1}"
                found.append([domain, code, child.get("name"), "", parent, len(found) + 1, "yes", ""])
                walk(child, code)

    with zipfile.ZipFile(project) as archive:
        root = ET.fromstring(archive.read("project.qde"))
    for codes in root.iter("{urn:QDA-XML:project:1.0}Codes"):
        walk(codes, "")
    return found


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    from tests.builders.projects import SAMPLES

    for name, _, _ in FILES.values():
        if not (SAMPLES / name).exists():
            pytest.skip(f"the real exports are not here: no {SAMPLES / name}")
    folder = tmp_path_factory.mktemp("real") / "a study elsewhere"
    paths = {export: SAMPLES / name for export, (name, _, _) in FILES.items()}
    config = {
        "id": "real",
        "title": "Real exports",
        "synthetic": False,
        "codebook": "config/codebook.csv",
        "register": "data/raw/participants.csv",
        "countries": [{"code": code, "name": f"Country {code}", "iso": "IE"} for code in GROUPS],
        "domains": [{"id": export, "title": export.title()} for export in FILES],
        "sample": {"role": {"title": "Role", "categories": ["not stated"]}},
        "exports": {export: {"file": str(paths[export]), "format": "auto"} for export in FILES},
    }
    documents = {
        "usability": [name for (name,) in query(paths["usability"], "SELECT name FROM documents ORDER BY id")],
        "letters": sorted({r.fields["Nazwa dokumentu"] for r in spreadsheet.read(str(paths["letters"])).records}),
        "board": ["board_2017.txt", "admin-1.txt"],
    }
    tags = [path for (path,) in query(paths["usability"], "SELECT path FROM tags ORDER BY path")]
    codes = sorted({record.fields["Kod"] for record in spreadsheet.read(str(paths["letters"])).records})
    register = [
        [
            f"{export}-P{n}",
            f"Invented{export.title()}{n} Person",
            GROUPS[n % 3],
            "not stated",
            name,
            export,
            "no",
            "no",
        ]
        for export, names in documents.items()
        for n, name in enumerate(names)
    ]
    codebook = [*flat_codes("usability", tags), *flat_codes("letters", codes), *tree_codes("board", paths["board"])]
    write(folder / "config/codebook.csv", CODEBOOK, codebook)
    write(folder / "data/raw/participants.csv", REGISTER, register)
    (folder / "config/study.yaml").write_text(yaml.safe_dump(config, sort_keys=False), encoding="utf-8")
    built = Study(folder, ROOT / "Snakefile")
    built.build()
    return built


def query(path: Path, statement: str) -> list[tuple[str, ...]]:
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
        return database.execute(statement).fetchall()


def test_every_coding_is_in_a_table_or_in_an_issue(study: Study) -> None:
    summary = {row["export"]: row for row in rows(study, "results/validation/summary.csv")}
    issues = rows(study, "results/validation/issues.csv")
    for export, (_, _, count) in FILES.items():
        row = summary[export]
        assert int(row["codings"]) == count == int(row["segments"]) + int(row["left_out"])
        assert int(row["left_out"]) == sum(int(issue["left_out"]) for issue in issues if issue["export"] == export)
        assert row["errors"] == "0"


def test_the_tools_are_found_out_and_told_before_anything_else(study: Study) -> None:
    described = study.text("results/preflight/exports.txt")
    for export, (_, tool, count) in FILES.items():
        (line,) = [line.split() for line in described.splitlines() if line.startswith(f"{export} ")]
        assert tool in line
        assert str(count) in line


def test_no_real_coding_is_left_out_without_need(study: Study) -> None:
    """The three files hold no empty segment and no coding that is there twice."""
    left_out = {issue["check"] for issue in rows(study, "results/validation/issues.csv") if issue["left_out"] != "0"}
    assert left_out == set()


def test_segments_of_the_cells_are_the_distinct_passages(study: Study) -> None:
    """Counted again from the raw database: a highlight with a tag is a segment of its participant."""
    from tests.builders.projects import SAMPLES

    passages = query(
        SAMPLES / FILES["usability"][0],
        """SELECT DISTINCT d.id, t.id, h.start_offset, h.end_offset, h.snippet FROM highlight_tags ht
           JOIN highlights h ON h.id = ht.highlight_id JOIN documents d ON d.id = h.document_id
           JOIN tags t ON t.id = ht.tag_id""",
    )
    cells = [cell for cell in rows(study, "results/cells/cells.csv") if cell["domain"] == "usability"]
    assert sum(int(cell["segments"]) for cell in cells) == len(passages)
    assert sum(int(cell["interviewed"]) for cell in cells if cell["code"] == "usability_1") == 17 + 39 + 2


def test_leaf_names_that_repeat_stay_apart(study: Study) -> None:
    """The tree of codes has names that repeat under other parents; each keeps its own cells."""
    labels = [row["label"] for row in rows(study, "config/codebook.csv") if row["domain"] == "board"]
    assert len(labels) == 262 > len(set(labels))
    cells = [cell for cell in rows(study, "results/cells/cells.csv") if cell["domain"] == "board"]
    assert len(cells) == 262 * 3


def test_real_studies_are_not_called_synthetic(study: Study) -> None:
    assert "ynthetic" not in study.text("results/tables/letters.html")


def test_a_participant_without_a_coding_is_asked_about(study: Study) -> None:
    issues = [i for i in rows(study, "results/validation/issues.csv") if i["check"] == "participant_without_coding"]
    assert len(issues) == 1  # admin-1.txt of the board


def test_the_texts_do_not_leave_the_processed_data(study: Study) -> None:
    results = study.folder / "results"
    for path in sorted([*results.rglob("*.csv"), *results.rglob("*.txt"), *results.rglob("*.html")]):
        assert "I think the text is clear" not in path.read_text(encoding="utf-8")


def test_the_figures_of_a_large_codebook_are_drawn(study: Study) -> None:
    assert (study.folder / "results/figures/board.png").stat().st_size > 10_000
