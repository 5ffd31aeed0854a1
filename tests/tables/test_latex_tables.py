"""Tables as LaTeX: nothing is lost, and nothing is too wide or too long for a page."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.storage import files
from crosscase.tables import domain_tables, latex_tables
from tests.builders.invented_cells import HOSTILE, STUDY, WARNING, large
from tests.builders.invented_tables import sample_table, small_table


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
\raggedright\hangindent=1em n & 10 & 10 & 10 &  \\
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
Total: number of countries marked x. n: participants who were interviewed.\par
CZ: Czech Republic, EL: Greece, NO: Norway.\par
Codebook: 3 codes, version 17a026fe0a8bda16.\par
Not coded for “Barriers”: Norway (NO). The interviews were lost.\par
Marks that rest on a single participant: 1.\par
x: at least one participant of the country raised it; blank: coded, and no participant of the country raised it; n.c.: the country's material was not coded for this domain.
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
    assert source.count(" (continued)}") == source.count(r"\addtocounter{table}{-1}") == len(floats) - 1
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
        domain_tables.counts_table(large(11, 9, latin), STUDY),
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
