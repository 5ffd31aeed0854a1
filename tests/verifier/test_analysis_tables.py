"""A number, a word or a row that was changed in a table of the analysis is found, in each of its formats."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml

from tests.builders.packed import zipped_files
from tests.builders.plain_runs import repeats
from tests.builders.small_study import STUDY, small_study_here
from tests.builders.steps_in_process import problems_of_analysis
from tests.builders.unpacked_package import Unpacked
from verifier import analysis_tables, counting, office, tables

ANALYSIS, TABLES = Path("results/analysis"), Path("results/tables")


@pytest.fixture(scope="module")
def built() -> Iterator[Path]:
    """The folder of the small study, built up to its tables, with the test of groups and a truth table."""
    with small_study_here():
        combined = {"conditions": ["time", "money"], "outcome": "trust"}
        config = {**STUDY, "analysis": {"group_test": {"least": 2}, "truth_table": combined}}
        Path("config/study.yaml").write_text(yaml.safe_dump(config, sort_keys=False), encoding="utf-8")
        assert problems_of_analysis() == []
        yield Path.cwd()


@pytest.fixture(autouse=True)
def _here(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(built)


def problems() -> list[str]:
    """What is wrong with the tables of the study here."""
    package = Unpacked()
    count = counting.Count(package)
    found = [*analysis_tables.quotations(package, count), *office.office(package)]
    for name in analysis_tables.names(package):
        found += analysis_tables.check(package, count, name)
    return found + [problem for domain in ("barriers", "helps") for problem in tables.domain(package, count, domain)]


def changed(path: Path, change: Callable[[str], str], part: str = "") -> list[str]:
    """What is wrong after a change of a file, or of a part of one that is an archive."""
    before = path.read_bytes()
    if part:
        with zipfile.ZipFile(io.BytesIO(before)) as archive:
            files = {name: archive.read(name) for name in archive.namelist()}
        text = files[part].decode()
        files[part] = change(text).encode()
        after = zipped_files(files)
        assert files[part].decode() != text
    else:
        after = change(before.decode()).encode()
        assert after != before
    path.write_bytes(after)
    try:
        return problems()
    finally:
        path.write_bytes(before)


def swapped(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(old, new, 1)


def another_number(text: str) -> str:
    """The last number of a table is another."""
    head, number, rest = re.split(r"(\d+(?:\.\d+)?)(?=</td>\n</tr>\n</tbody>\n</table>)", text, maxsplit=1)
    return f"{head}{float(number) + 1:.0f}{rest}"


def another_in_latex(text: str) -> str:
    return re.sub(r"& (\d+)(?=(?:\.\d+)? \\\\\n\\bottomrule)", lambda match: f"& {int(match[1]) + 1}", text)


def test_what_a_build_writes_is_right() -> None:
    assert problems() == []


@pytest.mark.plain_cases(2)
@pytest.mark.parametrize("name", ["evidence", "thresholds", "group_test", "quotations"])
def test_a_number_that_was_changed_is_found(name: str) -> None:
    assert changed(ANALYSIS / f"{name}.html", another_number)
    assert changed(ANALYSIS / f"{name}.tex", another_in_latex)


def test_a_note_or_a_heading_that_was_changed_is_found() -> None:
    names = analysis_tables.names(Unpacked())
    assert {"group_test", "truth_table"} < {*names}
    for name in names[:: repeats(4, 1)]:
        page = ANALYSIS / f"{name}.html"
        assert changed(page, lambda text: re.sub(r'<th scope="col">.*?</th>', '<th scope="col">?</th>', text, count=1))
        assert changed(page, lambda text: text.replace("</div>\n</main>", "<p>Proven.</p>\n</div>\n</main>"))


@pytest.mark.plain_cases(6)
@pytest.mark.parametrize(
    ("path", "part", "old", "new"),
    [
        (TABLES / "all.docx", "word/document.xml", "1 of 2", "2 of 2"),
        (TABLES / "all.docx", "word/document.xml", "it was paid for by nobody", "it was paid for"),
        (TABLES / "all.docx", "word/document.xml", "<w:gridSpan ", "<w:vMerge/><w:gridSpan "),
        (TABLES / "all.xlsx", "xl/sharedStrings.xml", "it was paid for by nobody", "it was paid for"),
        (TABLES / "all.xlsx", "xl/worksheets/sheet9.xml", "<v>4</v>", "<v>5</v>"),
        (TABLES / "barriers.xlsx", "xl/sharedStrings.xml", "1 (50%)", "2 (100%)"),
        (TABLES / "barriers.xlsx", "xl/worksheets/sheet3.xml", "<v>2</v>", "<v>3</v>"),
        (TABLES / "sample.xlsx", "xl/worksheets/sheet1.xml", "<v>4</v>", "<v>5</v>"),
        (ANALYSIS / "evidence.xlsx", "xl/sharedStrings.xml", "1 of 2", "2 of 2"),
        (ANALYSIS / "quotations.xlsx", "xl/sharedStrings.xml", "it was paid for by nobody", "it was paid for"),
        (TABLES / "barriers_counts.html", "", "1 (50%)", "2 (100%)"),
        (TABLES / "barriers_counts.tex", "", r"1 (50\%)", r"2 (100\%)"),
        (ANALYSIS / "truth_table.html", "", "IE 2", "IE 1"),
        (ANALYSIS / "truth_table.tex", "", "IE 2", "IE 1"),
        (ANALYSIS / "truth_table.html", "", "1.00", "0.50"),
        (ANALYSIS / "quotations.csv", "", "it was paid for by nobody", "it was paid for"),
        (ANALYSIS / "evidence.csv", "", ",1,2,IE absent", ",2,2,IE absent"),
    ],
)
def test_what_was_changed_in_another_format_is_found(path: Path, part: str, old: str, new: str) -> None:
    assert changed(path, swapped(old, new), part)


def test_a_quotation_of_somebody_who_did_not_raise_the_code_is_found() -> None:
    first, second = re.findall(r"P-\w+", (ANALYSIS / "quotations.csv").read_text())[:2]
    found = changed(ANALYSIS / "quotations.csv", swapped(first, second))
    assert any("did not raise the code" in problem for problem in found)
