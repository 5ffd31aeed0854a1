"""The tables and figures of further comparisons: what they say, in every language, and where they lie."""

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml
from matplotlib.text import Text

from crosscase.comparisons import grouping, regrouped_cells, results
from crosscase.comparisons.results import Comparison
from crosscase.heatmaps import drawings
from crosscase.labels import labels
from crosscase.running import steps
from crosscase.study import slices
from crosscase.tables import html_tables, latex_tables
from tests.builders import regrouped
from tests.builders.plain_runs import mostly_exhaustive
from tests.builders.printed_words import others, printed_by, printed_by_latex, words_of, words_of_language
from tests.builders.projects import Study
from tests.builders.regrouped import ENTRIES, cells_of, mentions_of
from tests.builders.small_study import small_study_here
from tests.builders.steps_in_process import problems_of_tables

PRIVATE = "For the team alone"
SAYS = "For the team alone: beside the published codings, these numbers would reveal what the register says"


def compared(columns: Sequence[str], language: str = "en", several: bool = False) -> Comparison:
    """Thirty participants of three schools; some of them were interviewed in two schools."""
    study = regrouped.study(3, (4, 2), language=language)
    rows = [(n, n, (n // 3, n // 6)) for n in range(30)] + [(n, n + 1, (n // 3, n // 6)) for n in range(4 * several)]
    people = regrouped.people(study, rows)
    grouped = grouping.group(people, columns, study)
    cells = cells_of(study, grouped, list(mentions_of(people, [n % 8 for n in range(len(rows))], study)))
    return results.compare(study, columns, grouped, cells, ENTRIES)


def test_every_table_and_figure_says_by_what_and_for_whom_it_is() -> None:
    found = compared(["country", "v0"])
    for table in found.tables():
        assert table.table.caption.endswith(", by Country × Variable 0")
        for text in (html_tables.render(table.table), latex_tables.render(table.table)):
            assert PRIVATE in text
    for plan in drawings.all_figures(found.printed, found.study):
        assert SAYS in plan.draw().description


def test_heads_of_columns_are_short_and_explained_once() -> None:
    found = compared(["country", "v0"])
    (table, _) = found.tables()
    heads = [heading.text for heading in table.table.headings][:-1]
    assert heads == ["S0.*", "S0.2", "S1.*", "S1.2", "S2.*", "S2.2"]
    (note,) = (note for note in table.table.notes if note.startswith(f"{heads[0]}: "))
    assert table.wide.header[1].startswith("School 0 × ")
    assert note in drawings.presence(found.printed[0], found.study).description


def test_notes_name_the_groups_that_were_not_coded_and_who_is_in_several() -> None:
    *_, helps = compared(["country", "v1"], several=True).tables()
    assert "Not coded for “Helps”: School 2 (S2). It was lost." in helps.table.notes
    assert "4 participants are in more than one group, and counted once in each." in helps.table.notes
    *_, helps = compared(["v1"], several=True).tables()
    assert not any("more than one" in note for note in helps.table.notes)


def test_a_tidy_table_has_a_head_for_each_column_also_where_a_guide_says_who_was_asked() -> None:
    study = slices.replaced(regrouped.study(3, (4, 2)), has_guide=True)
    people = regrouped.people(study, [(n, n, (n // 3, n // 6)) for n in range(30)])
    grouped = grouping.group(people, ["v0"], study)
    mentions = list(mentions_of(people, [n % 8 for n in range(30)], study))
    cells = regrouped_cells.count(mentions, ENTRIES, grouped, study, {("S0", "barriers"): {"P-000"}})
    for made in results.compare(study, ["v0"], grouped, cells, ENTRIES).tables():
        assert {len(row) for row in made.tidy.rows} == {len(made.tidy.header)}


@pytest.mark.parametrize("language", mostly_exhaustive(sorted({*labels.languages()} - {"en"}), ["de", "el"]))
def test_no_word_is_of_another_language(language: str) -> None:
    found = compared(["country", "v0"], language, several=True)
    allowed = (
        words_of(regrouped.study(3, (4, 2)), "others", "table", [entry.label for entry in ENTRIES]),
        words_of_language(language, "group", "groups"),
        words_of_language(language),
    )
    for made in found.tables():
        assert not others(printed_by(html_tables.render(made.table)), *allowed)
        assert not others(printed_by_latex(latex_tables.render(made.table)), *allowed)
        assert not others(words_of(made.wide.header, [list(row) for row in made.wide.rows]), *allowed)
    for plan in drawings.all_figures(found.printed, found.study):
        drawing = plan.draw()
        texts = [text.get_text() for text in drawing.figure.findobj(Text) if isinstance(text, Text)]
        assert not others(words_of(drawing.description, *texts), *allowed)


def also_by(folder: Path, *columns: object) -> None:
    path = folder / "config/study.yaml"
    config = {**yaml.safe_load(path.read_text(encoding="utf-8")), "also_by": list(columns)}
    path.write_text(yaml.safe_dump(config, sort_keys=False), encoding="utf-8")


def test_a_build_writes_them_beside_the_data_and_nothing_else_changes() -> None:
    with small_study_here():
        assert problems_of_tables() == []
        before = {path: path.read_bytes() for path in Path("results").rglob("*") if path.is_file()}
        also_by(Path(), "role", ["country", "role"])
        assert problems_of_tables() == []
        assert {path: path.read_bytes() for path in Path("results").rglob("*") if path.is_file()} == before
        folder = Path("data/processed/also_by")
        assert sorted(path.name for path in folder.iterdir()) == ["country-role", "role"]
        with (folder / "role/cells.csv").open(encoding="utf-8", newline="") as stream:
            time = [row for row in csv.DictReader(stream) if row["code"] == "time"]
        # Each role has two participants, fewer than 3, so both are one group.
        assert [(row["group"], row["participants"], row["interviewed"]) for row in time] == [
            ("teacher / not stated", "2", "4")
        ]
        assert len(list((folder / "role").rglob("*.*"))) == 2 + 2 * 4 + 2 + 3 * 6 + 1
        # A CSV file has no place for the sentence that the other tables have.
        about = (folder / "country-role/README.md").read_text(encoding="utf-8")
        assert about.startswith(f"# A small study, by Country × Role\n\n{PRIVATE}:")
        assert about.endswith(" Invented for the tests.\n")
        page = (folder / "role/report/index.html").read_text(encoding="utf-8")
        assert page.count('data-code="time"') == 2  # in a matrix and in the codebook
        assert PRIVATE in page and 'href="../figures/barriers.pdf"' in page


def test_participants_without_a_value_are_a_group_that_is_named_so() -> None:
    with small_study_here():
        path = Path("config/study.yaml")
        config = yaml.safe_load(path.read_text(encoding="utf-8"))
        config["sample"]["role"]["missing"] = "not stated"
        path.write_text(yaml.safe_dump({**config, "also_by": ["role"], "disclosure": {"k": 2}}), encoding="utf-8")
        register = Path("data/raw/participants.csv")
        register.write_text(register.read_text(encoding="utf-8").replace("not stated", ""), encoding="utf-8")
        assert problems_of_tables() == []
        table = Path("data/processed/also_by/role/tables/barriers.csv").read_text(encoding="utf-8")
        assert table.splitlines() == ["label,teacher,not stated,Total", "Time,x,x,2", "Money,x,,1"]


def test_comparisons_that_are_no_longer_asked_for_are_deleted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    kept, old = (f"data/processed/also_by/{name}/cells.csv" for name in ("role", "place"))
    for path in (kept, old):
        Path(path).parent.mkdir(parents=True)
        Path(path).touch()
    steps.forget_other_comparisons([kept])
    assert Path(kept).exists()
    assert not Path(old).exists()


def test_a_build_has_a_step_for_them_if_there_are_some(small_study: Study) -> None:
    assert "compare_variables" not in small_study.build("--list-rules")
    also_by(small_study.folder, "role")
    assert small_study.planned()["compare_variables"] == 1
