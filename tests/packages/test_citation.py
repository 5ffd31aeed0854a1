"""CITATION.cff as the package reads it. The author is invented."""

from pathlib import Path

import pytest

from crosscase.messages.errors import StudyError
from crosscase.packages import citation
from tests.builders.projects import ROOT

CITATION = """cff-version: 1.2.0
version: 1.0.0
license: CC-BY-4.0
date-released: 2026-01-31
authors:
  - {name-particle: de, family-names: Witt, given-names: Ana, orcid: "https://orcid.org/0000-0002-1825-0097"}
  - name: A university
"""


def test_a_citation_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "CITATION.cff").write_text(CITATION, encoding="utf-8")
    read = citation.read(tmp_path / "CITATION.cff", "name", "description")
    assert [author.full_name for author in read.authors] == ["Ana de Witt", "A university"]
    assert (read.published, read.licence, read.version) == ("2026-01-31", "CC-BY-4.0", "1.0.0")
    assert citation.read(ROOT / "CITATION.cff", "", "").licence == "MIT"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("date-released: 2026-01-31", "", "date-released: the date of publication is missing or not a date"),
        ("2026-01-31", "last spring", "date-released: the date of publication is missing or not a date"),
        ("license: CC-BY-4.0", "license: my own words", "license: the licence is missing or not one SPDX identifier"),
        ("version: 1.0.0\n", "\n", "version: the version is missing"),
        ("  - name: A university", "  - {}", "authors, entry 2: the author has no name"),
        ("https://orcid.org/0000-0002-1825-0097", "0000", "authors, entry 1: the ORCID is not valid"),
        ("authors:", "authors: []\nothers:", "authors: the authors are missing"),
        ("cff-version: 1.2.0", "cff-version: [", "line 1: it is not valid YAML: a list or block in brackets"),
    ],
)
def test_a_citation_file_that_lacks_something_is_reported(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in CITATION
    path = tmp_path / "CITATION.cff"
    path.write_text(CITATION.replace(f"\n{old}" if old.startswith("version") else old, new), encoding="utf-8")
    with pytest.raises(StudyError) as error:
        citation.read(path, "", "")
    assert message in str(error.value).replace(f"{path}, ", "")
