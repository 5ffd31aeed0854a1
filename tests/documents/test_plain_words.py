"""Code, messages and templates use the words of the glossary, not the private language of earlier versions."""

import re
from pathlib import Path

import pytest

from tests.builders.projects import ROOT

# Each word had a meaning that only this project knew, or an inversion that readers stumble over.
PRIVATE = re.compile(
    r"(?<![\w-])(?:the door|leak gate|the gate|the guard|sightings?|leftovers|hand(?:s|ed|ing)? on\b|stands there"
    r"|of whom|is to be|are to be|such as may|there is no such file)(?!\w)"
    r"|\bdef _?(?:told|said|there|around)(?:_\w+)?\(",
    re.IGNORECASE,
)
FILES = sorted(
    path
    for pattern in (
        "scripts/**/*.py",
        "scripts/**/*.j2",
        "scripts/**/*.js",
        "workflow/**/*.smk",
        "Snakefile",
        "*.md",
        "docs/*.md",
        "config/*.*",
        "benchmarks/*.*",
    )
    for path in ROOT.glob(pattern)
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_private_word_is_left(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert [match[0] for match in PRIVATE.finditer(text)] == []
