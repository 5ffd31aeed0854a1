"""Write the words of file formats, `scripts/crosscase/leaks/format_words.txt`, from the results of studies.

    PYTHONPATH=scripts python tools/write_format_words.py RESULTS OTHER_RESULTS

These are names of tags, of their attributes and of styles in what libraries write (`theme`, `Cambria`), which stand in
every study's results. Give the results of studies with other codes, groups and people: only words that all have are
written, without those that the pipeline itself writes.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from string import digits

from crosscase.detectors.words import WORD
from crosscase.leaks import contents, pipeline_texts, public_texts
from crosscase.leaks.contents import Sort

FORMATS = frozenset({".docx", ".pdf", ".png", ".svg", ".xlsx"})
_SHORTEST = 3  # letters of a name


def words_of(results: Path) -> set[str]:
    """The words in the files of these formats, but those in bytes that are no text."""
    paths = (path for path in results.rglob("*") if path.suffix in FORMATS)
    return {word for path in paths for words in _texts(path) for word in WORD.findall(words)}


def _texts(path: Path) -> Iterator[str]:
    for sort, words in contents.texts(path.read_bytes()):
        if sort in (Sort.WORDS, Sort.COMPOSED, Sort.NAME):
            yield words


def main() -> None:
    """Write the words that all results have."""
    found = set.intersection(*(words_of(Path(results)) for results in sys.argv[1:]))
    own = pipeline_texts.PipelineTexts(public_texts.text_of_pipeline())
    found = {word.strip(digits) for word in found}  # gray125, as the search reads it
    words = [word for word in sorted(found) if len(word) >= _SHORTEST and word.isascii() and word.isalpha()]
    words = [word for word in words if not own.has(word.lower())]
    pipeline_texts.FORMATS.write_text("".join(f"{word}\n" for word in words), encoding="utf-8")


if __name__ == "__main__":
    main()
