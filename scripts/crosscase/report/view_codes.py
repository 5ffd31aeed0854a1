"""The codes on the reviewer's page: what each means, where and by how many it was raised, with which others."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from crosscase.analysis.agreement_tables import Agreement
from crosscase.analysis.judgements import Frame, Level
from crosscase.analysis.rows import ALL, Cooccurrence
from crosscase.coding import matrices
from crosscase.coding.matrices import Matrix
from crosscase.storage.schemas import CodebookEntry, State
from crosscase.study.facts import Domain

_DEEPEST = 6  # levels with an indentation of their own
_MOST_OTHERS = 3


@dataclass(frozen=True, slots=True)
class Other:
    """Another code that some of the participants raised, too."""

    label: str
    address: str
    both: int  # participants who raised both


@dataclass(frozen=True, slots=True)
class Spread:
    """Where a code was raised, and by how many."""

    participants: int
    interviewed: int  # in the groups that were coded for its domain
    groups: list[str]  # codes of the groups in which it is present


@dataclass(frozen=True, slots=True)
class CodeView:
    """A code of the codebook."""

    id: str
    code: str
    label: str
    level: int
    definition: str
    aliases: list[str]
    spread: Spread | None  # None if it only groups the codes below it
    others: list[Other]
    agreement: Agreement | None  # None if no participant was coded twice


@dataclass(frozen=True, slots=True)
class CodeSection:
    """A domain of the codebook."""

    id: str
    title: str
    entries: list[CodeView]


class CodesOfStudy:
    """Collects what the analysis found of each code."""

    def __init__(
        self, codebook: Sequence[CodebookEntry], together: Iterable[Cooccurrence], agreement: Iterable[Agreement]
    ) -> None:
        self._codebook = codebook
        self._addresses = {entry.code: address(entry.domain, entry.code) for entry in codebook}
        self._labels = {entry.code: entry.label for entry in codebook}
        self._agreement = {row.code: row for row in agreement if _is_of_code(row)}
        self._others: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for row in together:
            self._others[row.one].append((row.raised_both, row.other))
            self._others[row.other].append((row.raised_both, row.one))

    def sections(self, built: Iterable[Matrix]) -> Iterator[CodeSection]:
        """The codes of each domain, each code below its parent."""
        for matrix in built:
            spreads = {row.code: _spread(row) for row in matrix.coded_rows}
            yield CodeSection(matrix.domain.id, matrix.domain.title, list(self._entries(matrix.domain, spreads)))

    def _entries(self, domain: Domain, spreads: Mapping[str, Spread]) -> Iterator[CodeView]:
        of_domain = [entry for entry in self._codebook if entry.domain == domain.id]
        for entry in matrices.in_order(of_domain, ""):
            yield CodeView(
                self._addresses[entry.code],
                entry.code,
                entry.label,
                min(len(entry.path) - 1, _DEEPEST),
                entry.definition,
                entry.aliases,
                spreads.get(entry.code),
                list(self._raised_with(entry.code)),
                self._agreement.get(entry.code),
            )

    def _raised_with(self, code: str) -> Iterator[Other]:
        """The codes that most of its participants raised, too; equal ones in the order of the codebook."""
        for both, other in sorted(self._others[code], key=lambda found: -found[0])[:_MOST_OTHERS]:
            yield Other(self._labels[other], self._addresses[other], both)


def address(domain: str, code: str) -> str:
    """The fragment of a code in the codebook."""
    return f"codebook/{domain}/{quote(code, safe='')}"


def _is_of_code(row: Agreement) -> bool:
    """Whether a row is about one code of all participants and coders."""
    is_whole = (row.level, row.frame, row.group, row.one) == (Level.PARTICIPANT, Frame.ALL, ALL, ALL)
    return is_whole and row.code != ALL


def _spread(row: matrices.Row) -> Spread:
    coded = [cell for cell in row.cells if cell.participants is not None]
    return Spread(
        sum(cell.participants or 0 for cell in coded),
        sum(cell.interviewed for cell in coded),
        [cell.group for cell in row.cells if cell.state == State.PRESENT],
    )
