"""The version of a codebook: it changes with what the codes mean, and stands in every table that was made with it."""

import hashlib
from dataclasses import replace

import pytest

from crosscase.analysis_tables import all_tables
from crosscase.coding import codebook_version, matrices
from crosscase.labels import labels
from crosscase.study.own_labels import labels_of
from crosscase.tables import study_tables
from tests.builders import invented_analysis, invented_report

STUDY = invented_report.study(domains=2, codes=4, groups=3, segments=40, coded_twice=False)
CODEBOOK = STUDY.rows.codebook
NOTE = codebook_version.of(CODEBOOK).note(labels_of(STUDY.facts))


def test_it_is_the_number_of_codes_and_the_beginning_of_the_published_files_digest() -> None:
    digest = hashlib.sha256(codebook_version.published_text(CODEBOOK).encode()).hexdigest()
    codes = sum(entry.codable for entry in CODEBOOK)
    assert f"Codebook: {codes} codes, version {digest[:16]}." == NOTE


@pytest.mark.parametrize("change", ["label", "definition", "codable", "parent"])
def test_it_changes_with_what_a_code_means(change: str) -> None:
    first = CODEBOOK[0]
    other = {change: not first.codable if change == "codable" else "Other"}
    assert codebook_version.of([replace(first, **other), *CODEBOOK[1:]]).digest not in NOTE  # type: ignore[arg-type]


def test_it_stays_when_an_export_has_another_name_for_a_code() -> None:
    changed = [replace(CODEBOOK[0], aliases=["Other name"]), *CODEBOOK[1:]]
    assert codebook_version.of(changed) == codebook_version.of(CODEBOOK)


def test_every_table_of_codes_and_every_matrix_says_it() -> None:
    """No table or figure said with which codebook it was made, so one of an earlier codebook looked like one of now."""
    rows = STUDY.rows
    made = study_tables.domains(STUDY.facts, rows.cells, rows.codebook)
    shown = [table for one in made for table in (one.table, one.counts) if table]
    shown += [table for table in all_tables.of(invented_analysis.of(STUDY)) if table.notes]
    assert len(shown) > 8
    assert [table.id for table in shown if table.notes.count(NOTE) != 1] == []
    matrix = matrices.build(rows.cells, rows.codebook, STUDY.facts.groups, STUDY.facts.domains[0])
    assert NOTE in matrices.general_notes(matrix, labels_of(STUDY.facts))


@pytest.mark.parametrize("language", labels.languages())
def test_every_language_says_it(language: str) -> None:
    words = labels.of(language, {}, "group", "groups")
    version = codebook_version.of(CODEBOOK)
    assert version.digest in version.note(words)
    assert words.counted("code_number", version.codes) in version.note(words)
