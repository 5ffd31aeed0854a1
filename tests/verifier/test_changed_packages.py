"""Packages that somebody has changed and sealed again, so that every digest fits: each change is found.

A change is made in memory, on one built package, and sealed as thoroughly as its author can: sizes and digests in the
description, the manifest and the record of the steps are those of the changed files.
"""

import re
from pathlib import Path

import pytest

from tests.builders.changed_packages import (
    BY_COUNTRY,
    CELLS,
    HTML,
    ISSUES,
    PRINT,
    PROVENANCE,
    PUBLISHED,
    STEPS,
    SUMMARY,
    TABLES,
    TEMPLATE,
    TEX,
    VERDICT,
    Change,
    Files,
    add,
    both,
    drop,
    drop_html_row,
    drop_rows,
    edit,
    edit_parquet,
    every_step,
    first_output,
    packed,
    replace,
    replace_within,
    same,
    sealed,
    verdict,
)
from verifier.contents import not_counted
from verifier.package import Package

WORTH, TOTALS, COMPLETE, CURVES, PAIRS, ALIKE = (
    f"results/analysis/{name}.csv"
    for name in ("cells", "totals", "completeness", "accumulation", "cooccurrence", "similarity")
)
WORD, EXCEL = f"{TABLES}all.docx", f"{TABLES}all.xlsx"
DOCUMENT, STRINGS, SHEET = "word/document.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"
FUNDING = "Funding uncertainty or reduction"
OTHER = "0" * 64
EVIDENCE = "results/analysis/evidence.csv"
PAGE_STYLE = "td.present { font-weight: 700; }"
CHANGES: dict[str, tuple[Change, str]] = {
    # files
    "sample by country removed": (drop(*BY_COUNTRY), "sample_by_country.csv is missing: each package has it"),
    "one form of the sample by country removed": (drop(BY_COUNTRY[2]), "sample_by_country.html is missing"),
    "print removed": (drop(PUBLISHED), "published.csv is missing: each package has it"),
    "print and its verdict removed": (drop(PUBLISHED, PRINT), "verification/verdict.txt is missing"),
    "issues removed": (drop(ISSUES), "issues.csv is missing"),
    "summary removed": (drop(SUMMARY), "summary.csv is missing"),
    "verdict removed": (drop(VERDICT), "validation/verdict.txt is missing"),
    "figure removed": (drop("results/figures/barriers.svg"), "barriers.svg is missing"),
    "all forms of a figure removed": (
        drop(*(f"results/figures/barriers{end}" for end in (".svg", ".png", ".pdf"))),
        "barriers.pdf is missing",
    ),
    "page removed": (drop("results/report/index.html"), "report/index.html is missing"),
    "all forms of a domain removed": (
        drop(*(f"{TABLES}barriers{end}" for end in (".csv", "_tidy.csv", ".html", ".tex", ".xlsx"))),
        "barriers.csv is missing",
    ),
    "mentions of an export removed": (drop("data/processed/mentions/cz.parquet"), "mentions/cz.parquet is missing"),
    "sample in Parquet removed": (drop(f"{CELLS}sample.parquet"), "sample.parquet is missing"),
    "readme removed": (drop("README.md"), "README.md is missing"),
    "table added": (add(f"{TABLES}more.csv", "a,b\n"), "more.csv is not described"),
    # rows
    "row of the sample removed": (
        drop_rows("Expert", f"{TABLES}sample.csv", f"{TABLES}sample_tidy.csv"),
        "its rows are not the categories of the study",
    ),
    "row of all forms of the sample removed": (
        both(
            drop_rows("Expert", f"{TABLES}sample.csv", f"{TABLES}sample_tidy.csv", f"{TABLES}sample.tex"),
            drop_html_row(f"{TABLES}sample.html", "Expert"),
        ),
        "its rows are not the categories of the study",
    ),
    "row of the sample by country removed": (
        both(
            drop_rows("Other positions,", BY_COUNTRY[0], BY_COUNTRY[1]),
            drop_rows("Other positions &", BY_COUNTRY[3]),
            drop_html_row(BY_COUNTRY[2], "Other positions"),
        ),
        "sample_by_country.csv: number of rows",
    ),
    "code removed from the codebook": (
        drop_rows(",funding_uncertainty", "data/codebook.csv"),
        "funding_uncertainty_or_reduction of barriers is not the same in ro-crate-metadata.json",
    ),
    "label of a code changed": (
        replace("data/codebook.csv", FUNDING, "Secure funding"),
        "data/codebook.csv: the code funding_uncertainty_or_reduction of barriers",
    ),
    "row of the print removed": (drop_rows("^barriers,", PUBLISHED), "verification/verdict.txt: it says"),
    "sample in Parquet cut": (
        edit_parquet(f"{CELLS}sample.parquet", "category", same, slice(5)),
        "sample.parquet: its rows are not those of results/tables/sample_tidy.csv",
    ),
    "sample by country in Parquet cut": (
        edit_parquet(f"{CELLS}sample_by_country.parquet", "category", same, slice(5)),
        "sample_by_country.parquet: its rows are not those of",
    ),
    "codebook in Parquet changed": (
        edit_parquet("data/processed/codebook.parquet", "label", lambda label: f"{label}!"),
        "codebook.parquet: its rows are not those of data/codebook.csv",
    ),
    "codings behind the cells cut": (
        edit_parquet(f"{PROVENANCE}cell_codings.parquet", "coder", same, slice(10)),
        "cell_codings.parquet",
    ),
    # verdicts, issues and print
    "numbers of the print's verdict": (
        lambda files: files.update({PRINT: b"all 999 numbers agree\n"}),
        f"{PRINT}: it says 'all 999 numbers agree'",
    ),
    "number of codings in the verdict": (replace(VERDICT, "1416 of", "1420 of"), f"{VERDICT}: it says '1420 of 1420"),
    "warnings in the verdict": (replace(VERDICT, " warnings", " more warnings"), f"{VERDICT}: it says"),
    "sentence added to the verdict": (add(VERDICT, "Checked by an authority.\n"), "nothing in the package says"),
    "issue removed": (drop_rows("^warning,duplicate_coding,cz", ISSUES), f"{SUMMARY}, cz: codings: "),
    "severity of an issue changed": (
        replace(ISSUES, "warning,duplicate", "note,duplicate"),
        f"{SUMMARY}, cz: warnings",
    ),
    "codings of the summary changed": (replace(SUMMARY, "\ncz,204,202", "\ncz,202,202"), f"{SUMMARY}, cz: codings"),
    "segments of the summary changed": (replace(SUMMARY, "\nde,123,122", "\nde,123,123"), f"{SUMMARY}, de: segments"),
    "export of the summary removed": (drop_rows("^no,", SUMMARY), "its exports are not those of the study"),
    "rebuilt percentage changed": (
        replace(PUBLISHED, "Expert,percent,3,,3,match", "Expert,percent,4,,4,match"),
        "professional_position_percent, Expert, percent: in the table 4, counted 3",
    ),
    "row of the print made up": (
        add(PUBLISHED, "barriers,Made up,marks,9,,9,match,\n"),
        "barriers, Made up, marks: in the table 9, counted 0",
    ),
    "verdict of a contradiction changed": (
        replace(PUBLISHED, "61,print_contradicts_itself", "61,match"),
        "61 does not match the printed 54",
    ),
    # digests
    "digest of an export": (every_step("export cz", OTHER), "export cz has another digest than in another step"),
    "digest of the codebook": (
        edit(STEPS, lambda record: record.update(codebook_sha256=OTHER)),
        "the codebook is not the file that import_codebook read",
    ),
    "digest of an export in the list of exports": (
        edit(STEPS, lambda record: record["exports"].update(cz=OTHER)),
        "export cz has another digest than in another step",
    ),
    "digest of a table between two steps": (edit(STEPS, first_output), "segments/"),
    # what a reader sees
    "marks hidden by a style": (
        replace(HTML, PAGE_STYLE, "td.present { font-weight: 700; color: #fff; }"),
        f"{HTML}: ':root",
    ),
    "marks hidden by a style of the template, too": (
        both(
            replace(HTML, PAGE_STYLE, "td.present { visibility: hidden; }"),
            replace(TEMPLATE, PAGE_STYLE, "td.present { visibility: hidden; }"),
        ),
        f"{TEMPLATE}: its style hides something",
    ),
    "mark hidden by an attribute": (replace(HTML, '<td class="present"', '<td hidden class="present"'), f"{HTML}: "),
    "prose in a table": (replace(HTML, "</table>", "</table><p>Retracted.</p>"), f"{HTML}: 'p' stands where"),
    "note of a table changed": (replace(HTML, "Total: number of", "Total: share of"), f"{HTML}: 'Total: share of"),
    "warning of a synthetic study removed": (
        replace(HTML, '<p class="warning"', '<p class="study"'),
        "stands where 'p class=warning role=note' belongs",
    ),
    "caption changed": (
        replace(HTML, '<caption id="caption">Barriers', '<caption id="caption">Helps'),
        "'Helps' stands",
    ),
    "script in a table": (replace(HTML, "</main>", "<script>1</script></main>"), "'script' stands where"),
    "column added to the page": (
        replace(HTML, '<th scope="col" class="number">Total', '<th scope="col">FR</th><th scope="col">Total'),
        "stands where",
    ),
    "prose in a LaTeX source": (replace(TEX, "\\bottomrule", "\\bottomrule\nRetracted."), "belongs to no table"),
    "mark hidden in a LaTeX source": (replace(TEX, "& x &", "& \\phantom{x} &"), f"{TEX}, {FUNDING}"),
    "rows hidden in a LaTeX source": (replace(TEX, "\\toprule\n", "\\iffalse\n\\toprule\n"), "belongs to no table"),
    "heading in a LaTeX source": (
        replace(f"{TABLES}sample.tex", "Professional position", "Amateur position"),
        "sample.tex, Manager/director/principal: in the table",
    ),
    "mark of the Word document removed": (replace_within(WORD, DOCUMENT, ">x</w:t>", "></w:t>"), f"{WORD}: a table"),
    "number behind a mark changed": (replace_within(WORD, DOCUMENT, ">2 (22%)<", ">3 (33%)<"), f"{WORD}: a table"),
    "prose in the Word document": (
        replace_within(WORD, DOCUMENT, ">Facilitating factors<", ">Retracted<"),
        "'Retracted'",
    ),
    "row of the Word document hidden": (
        replace_within(WORD, DOCUMENT, "<w:rPr>", "<w:rPr><w:vanish/>"),
        "has another form than what belongs to it",
    ),
    "head of the workbook changed": (
        replace_within(EXCEL, STRINGS, ">Bottom-up approach<", ">Top-down<"),
        f"{EXCEL}: the",
    ),
    "number of the workbook changed": (
        replace_within(EXCEL, SHEET, "<v>9</v></c></row>", "<v>8</v></c></row>"),
        f"{EXCEL}: ",
    ),
    "formula in the workbook": (
        replace_within(EXCEL, SHEET, "<v>9</v>", "<f>8+1</f><v>9</v>"),
        "a cell of another kind",
    ),
    # the analysis
    "share of a mark changed": (replace(WORTH, "present,2,9,0.222222", "present,2,9,0.322222"), f"{WORTH}, "),
    "fragile mark made firm": (replace(WORTH, ",True,", ",False,"), f"{WORTH}, "),
    "row of the marks removed": (drop_rows("political_top_down_support,CZ", WORTH), f"{WORTH}: number of rows"),
    "total under another rule changed": (replace(TOTALS, ",9,9,6,", ",9,9,9,"), f"{TOTALS}, "),
    "agreement of coders changed": (
        replace("results/analysis/agreement.csv", ",0.958702,", ",0.968702,"),
        "(all), (all), observed: in the table '0.968702', counted '0.958702'",
    ),
    "passage of another code quoted": (
        lambda files: files.update({EVIDENCE: re.sub(rb"[0-9a-f]{16}", OTHER[:16].encode(), files[EVIDENCE], count=1)}),
        f"{EVIDENCE}, political_top_down_support: a passage that may be quoted is not one of the code",
    ),
    "codings behind the mentions changed": (
        drop_rows("bottom_up_approach,DE", "data/codings.csv"),
        "data/codings.csv, de, ",
    ),
    "codes of a country changed": (replace(COMPLETE, "CZ,9,11,", "CZ,9,12,"), f"{COMPLETE}, "),
    "pair of codes removed": (drop_rows("bottom_up_approach,receptivity", PAIRS), f"{PAIRS}: number of rows"),
    "likeness of groups changed": (replace(ALIKE, "CZ,DE,1", "CZ,DE,2"), f"{ALIKE}, CZ, DE"),
    "point of a curve changed": (replace(CURVES, "CZ,1,6.666667", "CZ,1,6.766667"), f"{CURVES}, line 2"),
    "end of a curve removed": (drop_rows("facilitating_factors,CZ,9", CURVES), "has other points than its interviews"),
    "point of a curve removed": (drop_rows("facilitating_factors,CZ,4", CURVES), "has other points"),
    "note in a LaTeX source": (
        replace(f"{TABLES}sample.tex", "may not add up", "add up"),
        "the notes of its table number 1",
    ),
}


def test_an_unchanged_package_passes_and_says_what_was_not_counted(
    files: Files, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = dict(files)
    sealed(whole)
    code, output = verdict(packed(whole), tmp_path, capsys)
    assert code == 0, output
    for name in ("results/report/index.html", "results/figures/barriers.svg", "README.md", ISSUES):
        assert f"\n         {name}\n" in output
    assert "cell_codings.parquet (its coders, documents and places)" in output
    assert re.search(r"VERIFIED: every check passed; \d+ files above are not counted again", output)


def test_without_pyarrow_no_parquet_file_is_counted(files: Files, tmp_path: Path) -> None:
    (tmp_path / "crate.zip").write_bytes(packed(files))
    package = Package(tmp_path / "crate.zip")
    parquet = {name for name in files if name.endswith(".parquet")}
    assert len(parquet) > 10
    assert parquet <= set(not_counted(package, with_parquet=False))


def test_there_are_many_changes() -> None:
    assert len(CHANGES) >= 49


@pytest.mark.exhaustive
@pytest.mark.parametrize("name", CHANGES)
def test_a_change_that_was_sealed_is_found(
    files: Files, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    change, sentence = CHANGES[name]
    changed = dict(files)
    change(changed)
    sealed(changed)
    code, output = verdict(packed(changed), tmp_path, capsys)
    assert (code, sentence in output) == (1, True), output
