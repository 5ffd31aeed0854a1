"""Measure how many persons of a public corpus are noticed, without any register.

    PYTHONPATH=scripts .venv/bin/python -m benchmarks.measure_public_corpus FOLDER [--sentences 5000]

FOLDER holds `{language}/test.conllu` (or `{language}.conllu`): a token and its label a line, the label last (B-PER,
I-PER, others), an empty line after each sentence. WikiNEuRal, MultiNERD and the CoNLL sets have this form. Get the
corpus yourself, and read its licence; nothing of it belongs into this repository.

A person is noticed if all letters of the name are replaced or wait for review, and replaced if all are replaced.
Newspapers and encyclopaedias are no interviews: they are full of names, and nobody lists these in a register.
"""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.anonymisation.redaction import Redactor
from crosscase.detectors.listed import ListedNames
from crosscase.detectors.spans import Setting
from crosscase.languages.vocabulary import load, shape
from tests.evaluation.scores import Share, covered
from tests.evaluation.sentences import COUNTRIES, Mark

_NO_SPACE_BEFORE = re.compile(r"[.,;:!?)\]}»”%]+|['’]s|n['’]t")
_OPENS = frozenset("([{«“„")


class Measured(NamedTuple):
    """What was found in some sentences."""

    words: int
    persons: int
    noticed: int
    replaced: int
    rows: int  # of the review
    different: int  # of these, by their words: what a person decides

    def line(self, language: str) -> str:
        """A row of the table."""
        shares = (f"{100 * share.hits / share.of:.1f}" for share in self.shares)
        rows = (f"{1000 * rows / self.words:.0f}" for rows in (self.rows, self.different))
        return f"| {' | '.join((language, str(self.words), str(self.persons), *shares, *rows))} |"

    @property
    def shares(self) -> tuple[Share, Share]:
        """Of the persons, how many are noticed, and how many replaced."""
        return Share(self.noticed, self.persons), Share(self.replaced, self.persons)


def sentences(path: Path) -> Iterator[list[tuple[str, str]]]:
    """The sentences of a file, as tokens with their labels."""
    tokens: list[tuple[str, str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t") if "\t" in line else line.split()
        if len(fields) > 1 and not line.startswith("#"):
            tokens.append((fields[1] if fields[0].isdecimal() and len(fields) > 2 else fields[0], fields[-1]))
        elif tokens:
            yield tokens
            tokens = []
    if tokens:
        yield tokens


def text_of(tokens: list[tuple[str, str]]) -> tuple[str, list[Mark]]:
    """A sentence written as usual, and its persons."""
    text, marks = "", list[Mark]()
    for token, label in tokens:
        joins = not text or _NO_SPACE_BEFORE.fullmatch(token) or text[-1] in _OPENS
        text += ("" if joins else " ") + token
        if label == "B-PER" or (label == "I-PER" and not (marks and marks[-1].end >= len(text) - len(token) - 1)):
            marks.append(Mark(len(text) - len(token), len(text), "third", ""))
        elif label == "I-PER":
            marks[-1] = Mark(marks[-1].start, len(text), "third", "")
    return text, marks


def measure(path: Path, language: str, most: int) -> Measured:
    """Measure the first sentences of a file."""
    redactor = Redactor(ListedNames([], {}), Pseudonyms(bytes(32)))
    setting = Setting((COUNTRIES[language],), (load(language),))
    words = persons = noticed = replaced = rows = 0
    different = set[str]()
    for number, tokens in enumerate(sentences(path)):
        if number == most:
            break
        text, marks = text_of(tokens)
        spans = redactor.find(text, setting)
        certain = [span for span in spans if not span.doubt]
        words += len(re.findall(r"\w+", text))
        persons += len(marks)
        noticed += sum(covered(text, mark, spans) for mark in marks)
        replaced += sum(covered(text, mark, certain) for mark in marks)
        rows += len(spans) - len(certain)
        different.update(shape(text[span.start : span.end]) for span in spans if span.doubt)
    return Measured(words, persons, noticed, replaced, rows, len(different))


def main() -> None:
    """Measure each language that the folder has."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=Path)
    options.add_argument("--sentences", type=int, default=5000)
    chosen = options.parse_args()
    print("|  | words | persons | noticed, % | replaced, % | rows per 1,000 words | different rows per 1,000 words |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for language in COUNTRIES:
        places = [chosen.folder / language / "test.conllu", chosen.folder / f"{language}.conllu"]
        for path in [place for place in places if place.is_file()][:1]:
            print(measure(path, language, chosen.sentences).line(language), flush=True)


if __name__ == "__main__":
    main()
