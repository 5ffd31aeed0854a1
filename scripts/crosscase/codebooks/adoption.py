"""Conversion of a listed codebook into the study's codebook.csv: domains, ids, order.

1. A root with the name of a domain of the study is that domain. Another root with codes below it becomes a new
   domain. A root without codes below it becomes a code of one further domain; on request every root does.
2. The id of a code is made of its name. A code of the replaced codebook keeps its id and its aliases. Opposites are
   those of the new codebook, or of the replaced one if the new one names none.
3. A level that is not a code, or that the tool marks as not codable, is only a heading (codable: no).
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from crosscase.codebooks.listed import CodePath, ListedCode, ListedCodebook, key
from crosscase.coding import codebook
from crosscase.messages.errors import unreadable
from crosscase.spreadsheets import team_lists
from crosscase.storage.schemas import CodebookEntry
from crosscase.storage.text_form import fold
from crosscase.study.facts import Domain
from crosscase.study.slugs import Ids, slug

STRAY = "codes"  # unless the user names another domain
Place = tuple[str, CodePath]  # the id of the domain, and the folded labels within it


@dataclass(frozen=True, slots=True)
class Adopted:
    """The converted codebook, and what the conversion changed."""

    entries: list[CodebookEntry]
    domains: list[Domain]  # with codes: those of the study in its order, then new ones in the order of the file
    new: list[Domain]  # not in the study
    roots: list[ListedCode]  # codes of the file that became domains
    strays: list[ListedCode]  # roots that became codes
    implied: int  # levels that the file does not list as codes
    repeated: list[tuple[str, str]]  # places of a code, and of another code with the same path
    numbered: list[str]  # ids without a meaning, made of a number
    dropped: list[str]  # codes with aliases in the replaced codebook that are not in the new one
    alone: list[str]  # codes whose opposite is not in the new codebook


def adopt(
    book: ListedCodebook,
    study: Sequence[Domain],
    stray: str = STRAY,
    roots_are_codes: bool = False,
    replaced: ListedCodebook | None = None,
) -> Adopted:
    """Convert a listed codebook.

    `study` has the domains of the study. `stray` names the domain of roots that become codes, by id, title or other
    name. `replaced` is the existing codebook.csv. Raises ReadError if no code is left.
    """
    roots = {key(code.path)[0]: code for code in book.codes if len(code.path) == 1}
    holding = {key(code.path)[0] for code in book.codes if len(code.path) > 1}
    domain_of_root = {} if roots_are_codes else dict(_domains(roots, holding, study))
    known = {domain.id: domain for domain in (*study, *domain_of_root.values())}
    further = domain_named(stray, list(known.values()))
    kept = _ids_and_aliases([*book.codes, *(replaced.codes if replaced else ())])
    writing = _Writing(book.repeated, kept)
    for code in book.codes:
        if domain := domain_of_root.get(key(code.path)[0]):
            writing.add(code, domain, code.path[1:])
        else:
            writing.add(code, further, code.path)
    if not writing.entries:
        raise unreadable(book.path, "it has domains of the study, but no codes in them", "Add the codes.")
    alone = _set_opposites(writing.entries, book, replaced)
    used = {entry.domain for entry in writing.entries.values()}
    domains = [domain for domain in {**known, further.id: further}.values() if domain.id in used]
    new = [domain for domain in domains if domain not in study]
    return Adopted(
        entries=[entry for domain in domains for entry in writing.entries.values() if entry.domain == domain.id],
        domains=domains,
        new=new,
        roots=[code for root, code in roots.items() if root in domain_of_root and code.listed],
        strays=[code for root, code in roots.items() if root not in domain_of_root],
        implied=writing.implied,
        repeated=writing.repeated,
        numbered=[*(domain.id for domain in new if not slug(domain.title)), *writing.ids.numbered],
        dropped=[code.path[-1] for place, code in kept.items() if code.also and place not in writing.entries],
        alone=alone,
    )


def table(entries: Sequence[CodebookEntry]) -> tuple[list[str], list[list[object]]]:
    """Columns and rows of codebook.csv; codes are numbered within their domain. It has `opposite` if a code has one."""
    order: Counter[str] = Counter()
    has_opposite = any(entry.opposite for entry in entries)
    rows: list[list[object]] = []
    for entry in entries:
        order[entry.domain] += 1
        codable, aliases = "yes" if entry.codable else "no", team_lists.one_cell(entry.aliases)
        of_entry = (entry.domain, entry.code, entry.label, entry.definition, entry.parent, order[entry.domain])
        opposite = [entry.opposite] if has_opposite else []
        rows.append([*of_entry, codable, aliases, *opposite])
    return [column for column in codebook.COLUMNS if has_opposite or column != "opposite"], rows


def _set_opposites(
    entries: dict[Place, CodebookEntry], book: ListedCodebook, replaced: ListedCodebook | None
) -> list[str]:
    """Set the opposites of the entries, and give the codes whose opposite is gone."""
    stating = book if replaced is None or any(code.opposite for code in book.codes) else replaced
    places = {code.id: place for place, code in _ids_and_aliases(stating.codes).items()}
    alone = []
    for code in stating.codes:
        entry = entries.get(places[code.id]) if code.opposite else None
        if entry and (other := entries.get(places[code.opposite])):
            entries[places[code.id]] = replace(entry, opposite=other.code)
        elif entry:
            alone.append(entry.code)
    return alone


class _Writing:
    """The entries that have been made so far, by their place."""

    def __init__(self, repeated: Iterable[tuple[str, str]], kept: Mapping[Place, ListedCode]) -> None:
        self.entries: dict[Place, CodebookEntry] = {}
        self.repeated = list(repeated)
        self.implied = 0
        self._kept = kept
        self._of_id = {code.id: place for place, code in kept.items()}  # one of two codes keeps their id
        self.ids = Ids("code", self._of_id)
        self._locators: dict[Place, str] = {}

    def add(self, code: ListedCode, domain: Domain, labels: CodePath) -> None:
        """Add a code after the levels above it. A domain itself is not added; a repeated code is only noted."""
        place = (domain.id, key(labels))
        if not labels:
            return
        if place in self.entries:
            self.repeated.append((self._locators[place], code.locator))
            return
        above = self.entries.get((domain.id, key(labels[:-1])))
        kept = self._kept.get(place)
        keeps_id = kept is not None and self._of_id[kept.id] == place
        self._locators[place] = code.locator
        self.implied += not code.listed
        self.entries[place] = CodebookEntry(
            code=kept.id if kept and keeps_id else self.ids.make(labels[-1], above.code if above else domain.id),
            domain=domain.id,
            label=labels[-1],
            definition=code.definition,
            parent=above.code if above else "",
            path=[*(above.path if above else ()), labels[-1]],
            codable=code.listed and code.codable is not False,
            aliases=_names([*(kept.also if kept else ()), *(() if code.id else code.also)]),
        )


def _names(names: Iterable[str]) -> list[str]:
    """Names, each once."""
    once: dict[str, str] = {}
    for name in names:
        once.setdefault(fold(name), name)
    return list(once.values())


def _domains(
    roots: Mapping[str, ListedCode], holding: Collection[str], study: Sequence[Domain]
) -> Iterator[tuple[str, Domain]]:
    """The domain of each root; roots that become codes have none."""
    known = {fold(name): domain for domain in reversed(study) for name in (domain.id, *domain.also, domain.title)}
    ids = Ids("domain", (domain.id for domain in study))
    for root, code in roots.items():
        if domain := known.get(root) or known.get(slug(root)):
            yield root, domain
        elif root in holding:
            yield (
                root,
                Domain(code.id or ids.make(code.path[0]), code.path[0], list(code.also[1:] if code.id else code.also)),
            )


def domain_named(name: str, domains: Sequence[Domain]) -> Domain:
    """The domain with this name, or a new one."""
    for domain in domains:
        if fold(name) in map(fold, (domain.id, domain.title, *domain.also)):
            return domain
    return Domain(Ids("domain", (domain.id for domain in domains)).make(name), name[:1].upper() + name[1:])


def _ids_and_aliases(codes: Sequence[ListedCode]) -> dict[Place, ListedCode]:
    """The codes from codebook.csv files by their place; of two in one place the last."""
    domains = {key(code.path): code.id for code in codes if len(code.path) == 1}
    return {(domains[key(code.path)[:1]], key(code.path[1:])): code for code in codes if code.id and code.path[1:]}
