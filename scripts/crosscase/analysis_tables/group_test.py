"""Which codes tell the groups apart: the exact test of each code. Only of a study that asks for it."""

from collections.abc import Iterator

from crosscase.analysis.exact_test import GroupDifference
from crosscase.analysis_tables.material import Material, whole
from crosscase.labels.labels import Labels
from crosscase.study.result_names import GROUP_TEST
from crosscase.tables.domain_tables import UNDEFINED, Entry, Heading, Line, Section, Table

NAME = GROUP_TEST
_DIGITS = 3  # of a probability
_CORRECTIONS = {"holm": "Holm", "benjamini_hochberg": "Benjamini–Hochberg"}


def table(material: Material) -> Table:
    """Groups and participants, p, the smallest p that such groups allow, and p corrected for the number of codes."""
    words = material.words
    rows = {row.code: row for row in material.tested}
    sections = [
        Section(domain.title, [Line(material.labels[code], 1, [*_entries(rows[code], words)]) for code in codes])
        for domain, codes in material.by_domain()
    ]
    return material.table(
        NAME,
        words("group_test_title"),
        words("code"),
        [
            Heading(words.many[:1].upper() + words.many[1:], numeric=True),
            Heading(words.heading("head_participants"), numeric=True),
            *(Heading(text, numeric=True) for text in ("p", _corrected(material), words("head_least_p"))),
        ],
        sections,
        [*_notes(material)],
    )


def _entries(row: GroupDifference, words: Labels) -> Iterator[Entry]:
    yield whole(row.groups)
    yield Entry(words("of", number=row.participants, all=row.interviewed))
    yield from (_probability(value, words) for value in (row.p, row.corrected_p, row.least_p))


def _probability(value: float | None, words: Labels) -> Entry:
    if value is None:
        return Entry(UNDEFINED)
    least = 10**-_DIGITS
    return Entry(f"<{words.decimal(least, _DIGITS)}" if value < least else words.decimal(value, _DIGITS))


def _corrected(material: Material) -> str:
    return f"p ({_CORRECTIONS[material.study.group_test.correction]})"


def _notes(material: Material) -> Iterator[str]:
    words = material.words
    tested = sum(row.p is not None for row in material.tested)
    yield words("group_test_note", corrected=_corrected(material), tested=tested, least=words("head_least_p"))
    yield words("group_test_meaning")
    if tested < len(material.tested):
        yield words("group_test_undefined", mark=UNDEFINED, file="results/analysis/group_test.csv")
