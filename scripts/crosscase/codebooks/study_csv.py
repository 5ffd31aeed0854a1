"""The project's own codebook.csv. The title of a domain is the first level of its codes' paths.

The titles come from the study. A domain that the study does not have gets its id in words.
"""

from collections.abc import Iterable, Iterator, Sequence

from crosscase.codebooks.listed import ListedCode, Source
from crosscase.coding import codebook
from crosscase.readers.look import Likeness, Look
from crosscase.spreadsheets import team_lists
from crosscase.storage.schemas import CodebookEntry
from crosscase.study import list_headings
from crosscase.study.facts import Domain


def recognise(look: Look) -> Likeness:
    """A table with the typical columns. Reading it reports other missing columns."""
    alike = look.has_headings(["domain"], ["code"], ["label"])
    return Likeness(1.0, "it has the columns of codebook.csv") if alike else Likeness()


def read(source: Source) -> Iterator[ListedCode]:
    """Yield the domains and codes in the order of the tables. Raises StudyError as `codebook.read` does."""
    domains = _domains(source.path, source.domains)
    return listed(codebook.read(source.path, domains), domains)


def listed(entries: Sequence[CodebookEntry], domains: Iterable[Domain]) -> Iterator[ListedCode]:
    """The codes of codebook.csv with their domains as first levels."""
    for domain in domains:
        root = (domain.title,)
        names = (domain.id, *domain.also)
        yield ListedCode(root, "", None, f"domain {domain.id}", listed=False, id=domain.id, also=names)
        for entry in entries:
            if entry.domain == domain.id:
                yield ListedCode(
                    path=(*root, *entry.path),
                    definition=entry.definition,
                    codable=entry.codable,
                    locator=f"code {entry.code}",
                    id=entry.code,
                    also=tuple(entry.aliases),
                    opposite=entry.opposite,
                )


def _domains(path: str, of_study: Sequence[Domain]) -> list[Domain]:
    """The domains of the file: those of the study in its order, then others in the order of the file."""
    sheet = team_lists.read(path, ("domain",), words=list_headings.CODEBOOK)
    used = dict.fromkeys(record.fields["domain"] for record in sheet.records if record.fields["domain"])
    known = [domain for domain in of_study if domain.id in used]
    others = [id for id in used if id not in {domain.id for domain in known}]
    return [*known, *(Domain(id, id.replace("_", " ").capitalize()) for id in others)]
