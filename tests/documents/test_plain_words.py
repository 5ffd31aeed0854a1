"""Code, messages and templates use the words of the glossary, not the private language of earlier versions."""

import re

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


def test_no_private_word_is_left() -> None:
    assert len(FILES) > 500
    words = [(path, match[0]) for path in FILES for match in PRIVATE.finditer(path.read_text(encoding="utf-8"))]
    assert [f"{path.relative_to(ROOT)}: {word}" for path, word in words] == []
