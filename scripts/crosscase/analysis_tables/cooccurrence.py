"""Which codes the same participants raise: the strongest pairs.

ASSUME: pairs are in the order of Jaccard's index, of one index those with more participants first. A pair of one
participant says nothing about two codes, so it is left out. A table has 25 pairs; the CSV file has all.
"""

from collections.abc import Iterator

from crosscase.analysis_tables.material import Material, coefficient, whole
from crosscase.tables.domain_tables import Entry, Heading, Line, Section, Table

NAME = "cooccurrence"
_MOST = 25
_LEAST = 2  # participants
_LETTERS = 30


def table(material: Material) -> Table:
    """Pairs of codes with the participants who raised each, both, and both of either."""
    words, labels = material.words, material.full_labels
    strong = [row for row in material.together if row.raised_both >= _LEAST]
    shown = sorted(strong, key=lambda row: (-row.jaccard, -row.raised_both))[:_MOST]
    lines = [
        Line(
            labels[row.one],
            0,
            [
                Entry(labels[row.other]),
                *map(whole, (row.raised_one, row.raised_other, row.raised_both)),
                coefficient(row.jaccard, words),
                whole(row.passages),
            ],
        )
        for row in shown
    ]
    numeric = ("head_first", "head_second", "head_both", "head_jaccard", "head_passages")
    return material.table(
        NAME,
        words("cooccurrence_title"),
        words("code"),
        [Heading(words("head_with"), letters=_LETTERS), *(Heading(words(key), numeric=True) for key in numeric)],
        [Section("", lines)],
        [*_notes(len(shown), len(strong), material)],
        words("cooccurrence_none"),
    )


def _notes(shown: int, strong: int, material: Material) -> Iterator[str]:
    words = material.words
    yield words("cooccurrence_pairs", number=shown, all=strong)
    yield words("cooccurrence_columns", passages=words("head_passages"))
    yield words("more_in", file="results/analysis/cooccurrence.csv")
