"""Which combinations of conditions cases show, and which of them have the outcome. Only of a study that asks for it.

ASSUME: participants are counted by group, since a reader knows no pseudonym; `truth_table.csv` says which they are. A
combination has the number that R's QCA gives it: 1 for none of the conditions, the last condition counting 1.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from crosscase.analysis import truth_table
from crosscase.analysis.truth_table import Case, Combination
from crosscase.analysis_tables.material import Material, coefficient, whole
from crosscase.coding import mark_rules, matrices
from crosscase.study.result_names import TRUTH_TABLE
from crosscase.tables.domain_tables import Entry, Heading, Line, Section, Table

NAME = TRUTH_TABLE
_CASES = 24  # letters of the column


def table(material: Material) -> Table:
    """The conditions, the outcome, the number of cases, their consistency and the cases of each combination."""
    words, found = material.words, truth_table.combinations(material.cases)
    return material.table(
        NAME,
        words("truth_table_title"),
        words("head_combination"),
        [
            *(_heading(name, label) for name, label in _conditions(material)),
            *(Heading(head, numeric=True) for head in (words("head_outcome"), "n", words("head_consistency"))),
            Heading(words("head_cases"), letters=_CASES),
        ],
        [Section("", [_line(combination, material) for combination in found])],
        [*_notes(found, material)],
        words("truth_table_none"),
    )


def _conditions(material: Material) -> list[tuple[str, str]]:
    """The name and the label of each condition."""
    wanted = material.study.truth_table
    names = truth_table.names_of(wanted.codes)
    return [(names[code], material.full_labels[code]) for code in wanted.conditions]


def _heading(name: str, label: str) -> Heading:
    return Heading(name, label if label != name else "", numeric=True)


def _line(found: Combination, material: Material) -> Line:
    number = 1 + int("".join(map(str, found.conditions)), base=2)
    values = [*map(str, found.conditions), found.outcome]
    share = coefficient(found.consistency, material.words)
    return Line(str(number), 0, [*map(Entry, values), whole(len(found.cases)), share, Entry(_cases(found.cases))])


def _cases(cases: Sequence[Case]) -> str:
    """The groups, each with the number of its participants where these are the cases."""
    groups = Counter(case.name[-1] for case in cases)
    are_people = any(len(case.name) > 1 for case in cases)
    return ", ".join(f"{group} {number}" if are_people else group for group, number in groups.items())


def _notes(found: Sequence[Combination], material: Material) -> Iterator[str]:
    words, wanted = material.words, material.study.truth_table
    outcome = words("head_outcome")
    yield words("truth_table_columns", combination=words("head_combination"), consistency=words("head_consistency"))
    yield words("truth_table_values", outcome=outcome)
    unknown = sum(None in case.values for case in material.cases)
    yield words("truth_table_numbers", occurring=len(found), possible=2 ** len(wanted.conditions), unknown=unknown)
    if wanted.cases == "groups":
        yield words("fact_rule", rule=mark_rules.words_for(material.study.rule, words))
    else:
        yield words("truth_table_people", cases=words("head_cases"))
    meant = material.full_labels[wanted.outcome] if wanted.outcome else ", ".join(wanted.outcome_groups)
    yield "; ".join(f"{name}: {label}" for name, label in [*_conditions(material), (outcome, meant)]) + "."
    yield from matrices.names_of(material.study.groups)
    yield words("more_in", file="results/analysis/truth_table.csv")
