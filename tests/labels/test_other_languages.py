"""A study in another language: no English word is left in its tables, figures and pages."""

from dataclasses import replace
from pathlib import Path

import pytest
from matplotlib.text import Text
from pypdf import PdfReader

from crosscase.heatmaps import drawings, figure_files
from crosscase.labels import labels
from crosscase.sample import disclosure
from crosscase.storage.schemas import SampleCell, SampleCount
from crosscase.study.facts import Compare, FigureStyle, SampleVariable, Study
from crosscase.study.own_labels import labels_of
from crosscase.tables import html_tables, latex_tables, study_tables
from crosscase.tables.study_tables import StudyTable
from tests.builders import invented_cells, invented_report
from tests.builders.invented_cells import with_unknown
from tests.builders.plain_runs import mostly_exhaustive
from tests.builders.printed_words import others, printed_by, printed_by_latex, words_of, words_of_language

LANGUAGES = [language for language in labels.languages() if language != "en"]
ROLE = SampleVariable("role", "Qqrolle", ["Qqlehrer", "Qqandere"], broader={"Qqalle": ["Qqlehrer", "Qqandere"]})
COUNTS = [
    *(SampleCount("country", code, 4, 33.3) for code in ("CZ", "EL", "NO")),
    SampleCount("role", "Qqlehrer", 8, 66.7),
    SampleCount("role", "Qqandere", 4, 33.3),
]
BY_GROUP = [SampleCell("role", "Qqalle", code, None if code == "EL" else 4, 0, 4) for code in ("CZ", "EL", "NO")]
MATRIX = with_unknown()


def study(language: str) -> Study:
    return replace(invented_cells.STUDY, output_language=language, sample=[ROLE])


def own_words(of: Study) -> set[str]:
    labels_of_codes = [row.label for row in MATRIX.rows]
    return words_of(
        of.title, of.synthetic_note, of.groups, of.domains, of.sample, "Qqalle", of.not_coded, labels_of_codes
    )


def tables(language: str) -> list[StudyTable]:
    return tables_of(study(language), COUNTS)


def tables_of(facts: Study, counts: list[SampleCount]) -> list[StudyTable]:
    cells = [cell for row in MATRIX.rows for cell in row.cells]
    domains = study_tables.domains(facts, cells, invented_cells.small_codebook())
    return [*domains, *study_tables.sample(facts, counts, BY_GROUP, 2)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_a_table_is_of_another_language(language: str) -> None:
    allowed = (own_words(study(language)), words_of_language(language))
    assert len(tables(language)) == 3
    for made in tables(language):
        page = html_tables.render(made.table)
        assert f'<html lang="{language}">' in page
        assert not others(printed_by(page), *allowed)
        assert not others(printed_by_latex(latex_tables.render(made.table)), *allowed)
        assert not others(words_of(made.wide.header, [list(row) for row in made.wide.rows]), *allowed)


def test_numbers_in_tables_have_the_signs_of_the_language() -> None:
    _, sample, _ = tables("de")
    page = html_tables.render(sample.table)
    assert ">66,7<" in page
    assert "kann daher von 100,0 abweichen" in page
    assert [row[3] for row in sample.wide.rows if row[1] == "Qqlehrer"] == ["66.7"]  # a table for programs keeps points


@pytest.mark.parametrize("language", mostly_exhaustive(LANGUAGES, ["de", "el"]))
def test_no_word_of_a_figure_is_of_another_language(language: str, tmp_path: Path) -> None:
    facts = study(language)
    allowed = (own_words(facts), words_of_language(language))
    facts = replace(facts, figures=FigureStyle(order="clustered", group_order="total"))
    for plan in drawings.all_figures([MATRIX, MATRIX], replace(facts, domains=facts.domains * 2)):
        drawing = plan.draw()
        texts = [text.get_text() for text in drawing.figure.findobj(Text) if isinstance(text, Text)]
        assert not others(words_of(drawing.title, drawing.description, *texts), *allowed)
    names = [str(tmp_path / f"figure.{kind}") for kind in ("svg", "pdf", "png")]
    figure_files.save(drawing, *names)
    pdf = PdfReader(names[1], strict=True)
    assert str(pdf.root_object["/Lang"]) == language
    assert words_of(drawing.title) <= words_of(pdf.pages[0].extract_text())  # the font has the letters


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_the_page_is_of_another_language(language: str, tmp_path: Path) -> None:
    invented = invented_report.study(codes=4, segments=40, label="Qqkode")
    facts = replace(invented.facts, output_language=language)
    words = labels_of(facts)
    exposed = disclosure.sentence([disclosure.Exposure("one_raised", "", "", "", 1, 2, "")], words)
    made = replace(invented.made, disclosure=exposed, redaction=words("redaction_no_doubt"))
    rows = replace(invented.rows, made=made)
    invented = replace(invented, facts=facts, rows=rows)
    page = invented.write(tmp_path).read_text(encoding="utf-8")
    assert f'<html lang="{language}"' in page
    steps = invented.made.steps["steps"]
    files = words_of([file["path"] for step in steps for file in step["outputs"]], [step["rule"] for step in steps])
    own = words_of(invented.facts, invented.rows.codebook, [row.export for row in invented.made.balance], "pyarrow")
    names = {"sha", "python", "crosscase", "results", "figures", "svg", "participant", "counts", "provenance", "steps"}
    names |= {"json", "checkout", "verification", "published", "csv", "md", "pdf", "png"}
    names |= {
        "disclosure",
        "redaction",
        "report",
        "summary",
        "leaks",
        "verdict",
        "txt",
        "analysis",
        "agreement",
        "html",
    }
    assert not others(printed_by(page), own, files, names, words_of_language(language))


def test_what_a_german_study_of_schools_compares_is_in_its_own_words() -> None:
    facts = replace(study("de"), compare=Compare("Schule", "Schulen"))
    counts = [replace(count, variable="Schule") if count.variable == "country" else count for count in COUNTS]
    _, sample, by_school = tables_of(facts, counts)
    assert [section.heading for section in sample.table.sections] == ["Schule", "Qqrolle"]
    assert by_school.table.caption == "Teilnehmende nach Schule (N = 12)"
