"""The codes of a study as rows of a chart: a section for each domain, headed by its title."""

from collections.abc import Callable, Iterable, Sequence

from crosscase.charts.sheets import Line, line
from crosscase.coding import matrices
from crosscase.coding.matrices import Matrix
from crosscase.study.facts import Study
from crosscase.study.own_labels import labels_of


def sections(domains: Iterable[Matrix], is_shown: Callable[[str], bool] = lambda code: True) -> list[list[Line]]:
    """The codes of each domain below its title, as in the tables; codes without anything to show are headings."""
    return [
        [
            Line(matrix.domain.title, bold=True),
            *(
                line(row.code, row.label, row.level) if row.cells and is_shown(row.code) else Line(row.label, row.level)
                for row in matrix.rows
            ),
        ]
        for matrix in domains
    ]


def who_was_asked(domains: Sequence[Matrix], study: Study) -> list[str]:
    """The groups with their names and numbers of interviewed participants, the codebook, then gaps."""
    words = labels_of(study)
    asked = matrices.interviewed(cell for matrix in domains for row in matrix.rows for cell in row.cells)
    named = ((group, "" if group.name == group.code else f" ({group.name})") for group in study.groups)
    groups = ", ".join(f"{group.code} {asked.get(group.code, 0)}{name}" for group, name in named)
    gaps = (note for matrix in domains for note in matrices.gaps(matrix, study.not_coded, words))
    version = [matrix.codebook.note(words) for matrix in domains[:1] if matrix.codebook]
    return list(dict.fromkeys([f"{words('interviewed_head')}: {groups}.", *version, *gaps]))
