"""The tables: the same marks in every format, every label as it stands, fit for a page."""

import csv
import re
import shutil
import subprocess
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.coding import matrices
from crosscase.messages.errors import StudyError
from crosscase.storage import files
from crosscase.storage.schemas import SampleCount
from crosscase.study.facts import Domain, SampleVariable
from crosscase.study.own_labels import labels_of
from crosscase.tables import domain_tables, html_tables, latex_tables, sample_tables
from tests.builders.invented_cells import DOMAIN, GAP, GROUPS, HOSTILE, STUDY, WARNING, large, small, with_unknown

SAMPLE = [
    SampleCount("country", "CZ", 2, 66.7),
    SampleCount("country", "EL", 1, 33.3),
    SampleCount("country", "NO", 0, 0.0),
    SampleCount("position", "Head, of a service", 3, 100.0),
]
SAMPLED = replace(STUDY, sample=[SampleVariable("position", "Professional position", ["Head, of a service"])])
ENGLISH = labels_of(STUDY)
REAL = replace(STUDY, synthetic=False, synthetic_note="", not_coded=[])


def small_table() -> domain_tables.Table:
    return domain_tables.domain_table(small(), STUDY)


def sample_table() -> domain_tables.Table:
    return sample_tables.sample_table(SAMPLE, SAMPLED)


def test_codes_are_under_their_parents_and_empty_headings_are_left_out() -> None:
    rows = [(row.code, row.level, len(row.cells)) for row in small().rows]
    assert rows == [("money", 0, 0), ("funds", 1, 3), ("staff", 2, 3), ("time", 0, 3)]


def test_a_domain_without_codes_is_named() -> None:
    with pytest.raises(StudyError, match="the domain 'values' has no codable code"):
        matrices.build([], [], GROUPS, Domain("values", "Values"))


def test_gaps_of_other_domains_are_not_noted() -> None:
    assert matrices.gaps(small(), [GAP, GAP.__class__("CZ", "impacts", "Never.")], ENGLISH) == [
        "Not coded for “Barriers”: Norway (NO). The interviews were lost."
    ]


def test_wide_csv(tmp_path: Path) -> None:
    files.write_csv(tmp_path / "wide.csv", *domain_tables.wide(small(), ENGLISH))
    assert (tmp_path / "wide.csv").read_text() == (
        "label,CZ,EL,NO,Total\nFunds <cut>,x,x,not coded,2\nStaff,,,not coded,0\nTime,x,,not coded,1\n"
    )


def test_tidy_csv(tmp_path: Path) -> None:
    files.write_csv(tmp_path / "tidy.csv", domain_tables.tidy_head(STUDY.compare), domain_tables.tidy(small()))
    assert (tmp_path / "tidy.csv").read_text().splitlines()[:5] == [
        "domain,code,label,country,state,participants,interviewed,segments",
        "barriers,funds,Funds <cut>,CZ,present,1,10,2",
        "barriers,funds,Funds <cut>,EL,present,10,10,20",
        "barriers,funds,Funds <cut>,NO,not_coded,,10,",
        "barriers,staff,Staff,CZ,absent,0,10,0",
    ]


def test_sample_csv(tmp_path: Path) -> None:
    files.write_csv(tmp_path / "wide.csv", sample_tables.wide_head(ENGLISH), sample_tables.wide(SAMPLE, SAMPLED))
    assert (tmp_path / "wide.csv").read_text() == (
        "variable,category,participants,percent\n"
        "Country,Czech Republic (CZ),2,66.7\n"
        "Country,Greece (EL),1,33.3\n"
        "Country,Norway (NO),0,0.0\n"
        'Professional position,"Head, of a service",3,100.0\n'
    )
    files.write_csv(tmp_path / "tidy.csv", sample_tables.TIDY, sample_tables.tidy(SAMPLE, STUDY.compare))
    assert (tmp_path / "tidy.csv").read_text().splitlines()[:2] == [
        "variable,category,participants,percent,total",
        "country,CZ,2,66.7,3",
    ]


def test_html_page() -> None:
    page = html_tables.render(small_table())
    assert page.startswith('<!doctype html>\n<html lang="en">\n')
    assert (
        page[page.index("<main>") :]
        == """\
<main>
<p class="study">A study of services</p>
<p class="warning" role="note">Synthetic: nobody said this.</p>
<div class="scroll" role="region" aria-labelledby="caption" tabindex="0">
<table aria-describedby="notes">
<caption id="caption">Barriers</caption>
<thead>
<tr>
<th scope="col">Code</th>
<th scope="col"><abbr title="Czech Republic">CZ</abbr></th>
<th scope="col"><abbr title="Greece">EL</abbr></th>
<th scope="col"><abbr title="Norway">NO</abbr></th>
<th scope="col" class="number">Total</th>
</tr>
</thead>
<tbody>
<tr>
<th scope="row">Money &amp; means</th>
<td colspan="4"></td>
</tr>
<tr>
<th scope="row" style="--level: 1">Funds &lt;cut&gt;</th>
<td class="present" aria-label="at least one participant of the country raised it">x</td>
<td class="present" aria-label="at least one participant of the country raised it">x</td>
<td class="not_coded" aria-label="the country&#39;s material was not coded for this domain">n.c.</td>
<td class="number">2</td>
</tr>
<tr>
<th scope="row" style="--level: 2">Staff</th>
<td class="absent" aria-label="coded, and no participant of the country raised it"></td>
<td class="absent" aria-label="coded, and no participant of the country raised it"></td>
<td class="not_coded" aria-label="the country&#39;s material was not coded for this domain">n.c.</td>
<td class="number">0</td>
</tr>
<tr>
<th scope="row">Time</th>
<td class="present" aria-label="at least one participant of the country raised it">x</td>
<td class="absent" aria-label="coded, and no participant of the country raised it"></td>
<td class="not_coded" aria-label="the country&#39;s material was not coded for this domain">n.c.</td>
<td class="number">1</td>
</tr>
</tbody>
</table>
</div>
<div class="notes" id="notes">
<p>x: at least one participant of the country raised it; blank: coded, and no participant of the country raised it; n.c.: \
the country&#39;s material was not coded for this domain.</p>
<p>Not coded for “Barriers”: Norway (NO). The interviews were lost.</p>
<p>Total: number of countries marked x.</p>
<p>CZ: Czech Republic, EL: Greece, NO: Norway.</p>
</div>
</main>
</body>
</html>
"""  # noqa: E501
    )


class Cells(HTMLParser):
    """Collects the text of the table's cells, row by row."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_data(self, data: str) -> None:
        if self.rows and self.rows[-1] and data.strip():
            self.rows[-1][-1] += data


def test_html_keeps_every_label_and_loads_nothing() -> None:
    matrix = large(12, 3, HOSTILE)
    page = html_tables.render(domain_tables.domain_table(matrix, REAL))
    reader = Cells()
    reader.feed(page[page.index("<thead>") : page.index("</table>")])
    assert [row[0] for row in reader.rows[1:]] == [row.label for row in matrix.rows]
    assert not re.search(r"<script|<link|https?:|url\(|@import|warning\" role", page)


def test_html_groups_of_the_sample() -> None:
    page = html_tables.render(sample_table())
    assert re.findall(r'<th scope="rowgroup" colspan="3">(.*?)</th>', page) == ["Country", "Professional position"]
    assert page.count("<tbody>") == 2
    assert '<caption id="caption">Participants (N = 3)</caption>' in page


def test_marks_agree_in_all_formats() -> None:
    matrix = large(7, 5)
    table = domain_tables.domain_table(matrix, REAL)
    _, wide = domain_tables.wide(matrix, ENGLISH)
    page, source = html_tables.render(table), latex_tables.render(table)
    body = source[source.index(r"\midrule") : source.index(r"\bottomrule")]
    for text, state in (("x", "present"), ("n.c.", "not_coded")):
        marks = sum(row.count(domain_tables.csv_marks(ENGLISH)[state]) for row in wide)
        assert marks == sum(row[4] == state for row in domain_tables.tidy(matrix)) > 0
        assert marks == page.count(f'class="{state}"') == len(re.findall(rf"& {re.escape(text)} ", body))
    assert [int(row[-1]) for row in wide] == [row.count("x") for row in wide]


def test_not_coded_is_explained_only_where_it_occurs() -> None:
    table = domain_tables.domain_table(large(2, 2, states=(1, 0)), REAL)
    assert not any("n.c." in note for note in table.notes)


def test_what_is_unknown_is_a_question_mark_in_all_formats() -> None:
    matrix = with_unknown()
    table = domain_tables.domain_table(matrix, STUDY)
    _, wide = domain_tables.wide(matrix, ENGLISH)
    assert wide == [
        ["Funds <cut>", "x", "?", "not coded", "1"],
        ["Staff", "", "?", "not coded", "0"],
        ["Time", "x", "?", "not coded", "1"],
    ]
    tidy = [row for row in domain_tables.tidy(matrix) if row[3] == "EL"]
    assert {tuple(row[4:]) for row in tidy} == {("unknown", None, 10, None)}
    totals = [line.entries[-1].text for section in table.sections for line in section.lines if line.entries]
    assert totals == ["1–2", "0–1", "1–2"]
    assert table.notes[0].endswith(
        "; ?: no coding, and not declared whether the country's material was coded for this domain."
    )
    assert "Not declared whether coded for “Barriers”: Greece (EL)." in table.notes
    assert "Total: number of countries marked x; a range without and with those marked ?." in table.notes
    page, source = html_tables.render(table), latex_tables.render(table)
    assert page.count(">?</td>") == source.count(" & ? & ") == 3
    assert page.count(">1–2</td>") == source.count(" & 1–2 ") == 2


def test_latex_source() -> None:
    assert (
        latex_tables.render(small_table())
        == r"""% Barriers
% A study of services
% Needs \usepackage{booktabs}, and \usepackage[T1]{fontenc} for accented letters; for Greek, Cyrillic
% or other scripts use LuaLaTeX or XeLaTeX with a font that has them.
\begin{table}[htbp]
\centering
\footnotesize
\setlength{\tabcolsep}{3pt}%
\setlength{\belowcaptionskip}{6pt}%
\caption{Barriers}\label{tab:barriers}
\begin{tabular}{@{}p{58.4pt}cccr@{}}
\toprule
\raggedright\hangindent=1em Code & CZ & EL & NO & Total \\
\midrule
\raggedright\hangindent=1em Money \& means &  &  &  &  \\
\raggedright\hangindent=2em \hspace*{1em}Funds \textless{}cut\textgreater{} & x & x & n.c. & 2 \\
\raggedright\hangindent=3em \hspace*{2em}Staff &  &  & n.c. & 0 \\
\raggedright\hangindent=1em Time & x &  & n.c. & 1 \\
\bottomrule
\end{tabular}

\medskip
\begin{minipage}{\textwidth}
\footnotesize
\textbf{Synthetic: nobody said this.}\par
x: at least one participant of the country raised it; blank: coded, and no participant of the country raised it; n.c.: the country's material was not coded for this domain.\par
Not coded for “Barriers”: Norway (NO). The interviews were lost.\par
Total: number of countries marked x.\par
CZ: Czech Republic, EL: Greece, NO: Norway.
\end{minipage}
\end{table}
"""  # noqa: E501
    )


@given(st.text(alphabet="ab \\{}$&#%_^~<>|/[]-\n", max_size=30))
def test_latex_escapes_and_loses_nothing(text: str) -> None:
    escaped = latex_tables.escape(text)
    assert not re.search(r"(?<!\\)[$&#%_]|[\^~<>|]|--|(?<!\{)\[", escaped)
    plain = escaped
    for letter, source in latex_tables.SPECIAL.items():
        if letter not in "\\{}":
            plain = plain.replace(source, letter)
    plain = plain.replace("-{}", "-").replace(r"\textbackslash{}", "\0")
    plain = plain.replace(r"\{", "{").replace(r"\}", "}").replace("\0", "\\")
    assert plain == " ".join(text.split())


def test_latex_splits_tables_larger_than_a_page() -> None:
    source = latex_tables.render(domain_tables.domain_table(large(60, 40), STUDY))
    floats = source.split(r"\begin{table}")[1:]
    assert len(floats) > 4
    assert source.count(r"\label{") == 1
    assert source.count("(continued)") == source.count(r"\addtocounter{table}{-1}") == len(floats) - 1
    assert all(f"\\textbf{{{WARNING}}}" in part for part in floats)
    assert source.count("Total: number") == 1
    heads = {match for part in floats for match in re.findall(r"\\toprule\n.*?Code & (.*?) \\\\", part)}
    assert sorted(" & ".join(heads).split(" & ")) == sorted([*(c.code for c in large(1, 40).groups), "Total"])


@pytest.mark.skipif(not shutil.which("pdflatex"), reason="needs pdflatex")
def test_latex_compiles_without_a_line_too_wide(tmp_path: Path) -> None:
    latin = [label for label in HOSTILE if not re.search("[α-ω]", label)]
    tables_to_set = [
        small_table(),
        sample_table(),
        domain_tables.domain_table(large(11, 9, latin), STUDY),
    ]
    for number, table in enumerate(tables_to_set):
        files.write_text(tmp_path / f"{number}.tex", latex_tables.render(table))
    inputs = "".join(rf"\input{{{number}}}" for number in range(len(tables_to_set)))
    document = rf"\documentclass{{article}}\usepackage{{booktabs}}\begin{{document}}{inputs}\end{{document}}"
    files.write_text(tmp_path / "all.tex", document)
    command = ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "all.tex"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, errors="replace", check=False)
    assert run.returncode == 0, run.stdout[-2000:]
    too_wide = [line for line in run.stdout.splitlines() if line.startswith("Overfull \\hbox")]
    assert not [line for line in too_wide if "in alignment" in line], too_wide


def test_bundled_study_has_31_rows() -> None:
    with open(Path(__file__).parents[2] / "config/codebook.csv", encoding="utf-8", newline="") as stream:
        labels = [row["label"] for row in csv.DictReader(stream)]
    matrix = large(len(labels), 9, labels)
    assert len(domain_tables.wide(matrix, ENGLISH)[1]) == 31
    assert DOMAIN.title in latex_tables.render(domain_tables.domain_table(matrix, STUDY))
