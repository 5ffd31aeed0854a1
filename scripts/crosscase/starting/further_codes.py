"""The codes of further exports that the codebook lacks: names that probably mean one of its codes, and new codes.

A name is near to a code if only letters differ, or if it is the end of the path of one code. It becomes an alias, and a
person decides. A new code lies below the deepest of its levels that the codebook has; otherwise in the domain that its
path begins with, or in that of most codings of its export.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from crosscase.codebooks.listed import CodePath, ListedCode
from crosscase.coding.codebook import SEPARATOR, Codebook, ambiguities
from crosscase.messages.wording import counted
from crosscase.starting.aligned_codes import is_spelling_of
from crosscase.starting.found import FoundExport
from crosscase.starting.questions import Ask
from crosscase.storage.schemas import CodebookEntry, Match
from crosscase.storage.text_form import fold
from crosscase.study.facts import Domain
from crosscase.study.slugs import Ids

_NEW = (
    "new in {export} ({codings}): is it another name of a code? If so, write it under aliases there and delete this row"
)
_UNSURE = ". Is it in the right domain?"


@dataclass(slots=True)
class FurtherCodes:
    """The codebook with further codes and aliases."""

    entries: list[CodebookEntry]
    new: list[str] = field(default_factory=list)  # paths, as they are shown
    refused: list[str] = field(default_factory=list)  # paths without a domain that mean another code
    aliases: list[tuple[str, str]] = field(default_factory=list)  # a name, and the path of the code that it means
    decide: dict[str, str] = field(default_factory=dict)  # by code

    @property
    def is_changed(self) -> bool:
        """Whether the codebook lacks anything."""
        return bool(self.new or self.aliases)


def find(
    exports: Sequence[FoundExport], entries: Sequence[CodebookEntry], domains: Sequence[Domain], ask: Ask
) -> FurtherCodes:
    """What the codebook lacks, with what a person said about near names."""
    found = FurtherCodes(list(entries))
    for export in exports:
        book = Codebook(found.entries, domains)
        unknown = list(_unknown(export, book))
        aliases = [code for code in unknown if _is_alias(found, export, code, book, domains, ask)]
        new = _New(found.entries, Codebook(found.entries, domains), domains, _main_domain(export, book, domains))
        for code in unknown:
            if code not in aliases:
                new.add(code)
        found.refused += [SEPARATOR.join(path) for path in new.refused]
        found.new += [SEPARATOR.join(path) for path in new.paths.values()]
        if 2 * len(unknown) <= len(export.counts):  # otherwise it was coded with another codebook: nothing to ask
            found.decide |= {code: _question(export, path, code in new.unsure) for code, path in new.paths.items()}
        found.entries = new.entries
    return found


def _unknown(export: FoundExport, book: Codebook) -> Iterator[ListedCode]:
    """The codes of an export that mean nothing: those that it lists, and those of codings."""
    for code in export.codes:
        if (export.counts.get(code.path, 0) or code.listed) and book.resolve(code.path)[0] == Match.UNKNOWN:
            yield code


def _question(export: FoundExport, path: CodePath, is_unsure: bool) -> str:
    codings = counted(export.counts.get(path, 0), "coding")
    return _NEW.format(export=export.name, codings=codings) + (_UNSURE if is_unsure else "")


def _is_alias(
    found: FurtherCodes, export: FoundExport, code: ListedCode, book: Codebook, domains: Sequence[Domain], ask: Ask
) -> bool:
    """Whether a code is probably one of the codebook; then its name becomes an alias, and a person decides."""
    near = _near(code.path, book)
    if near is None:
        return False
    name, shown = SEPARATOR.join(code.path), SEPARATOR.join(near.path)
    answer = ask(f"Is “{name}” of {export.name} the code “{shown}”? yes, no, or decide later", "later")[:1].casefold()
    entries = _with_alias(found.entries, near, code.path, domains) if answer != "n" else []
    if not entries:
        return False
    found.entries = entries
    found.aliases.append((name, shown))
    if answer != "y":
        codings = counted(export.counts.get(code.path, 0), "coding")
        question = f"is this the same code: “{name}” of {export.name} ({codings})? If not, take it out of aliases"
        found.decide[near.code] = f"{question} and give it a row"
    return True


class _New:
    """The codebook while new codes are added: the rows of these, and of levels above them that it lacks."""

    def __init__(
        self, entries: Sequence[CodebookEntry], book: Codebook, domains: Sequence[Domain], main_domain: str
    ) -> None:
        self.entries = list(entries)
        self.paths: dict[str, CodePath] = {}  # of each new code, as the export writes it
        self.unsure: set[str] = set()  # codes of which nothing says the domain
        self.refused: list[CodePath] = []  # their names are aliases of other codes
        self._book, self._domains, self._main_domain = book, domains, main_domain
        self._ids = Ids("code", book.entries)
        self._made: dict[CodePath, CodebookEntry] = {}  # by domain and folded labels

    def add(self, code: ListedCode) -> None:
        """Add a code of an export that the codebook does not have."""
        root = _domain_of_root(code.path, self._domains)
        start = int(bool(root) and len(code.path) > 1)
        domain, above = root or self._main_domain, None
        for depth in range(start + 1, len(code.path) + 1):
            is_last = depth == len(code.path)
            known = None if is_last else self._book.resolve(code.path[:depth])[1]
            if known:
                above = self._book.entries[known]
                domain = above.domain
                continue
            path = [*(above.path if above else ()), code.path[depth - 1]]
            if self._means_another(path):
                self.refused.append(code.path)
                return
            above = self._at(domain, above, path, code if is_last else None)
        if above:
            self.paths[above.code] = code.path
            if len(self._domains) > 1 and root is None and not above.parent:
                self.unsure.add(above.code)

    def _means_another(self, path: Sequence[str]) -> bool:
        """Whether a path without its domain is an alias of a code: it cannot be the name of another one, too."""
        return self._book.resolve(path)[0] == Match.ALIAS

    def _at(self, domain: str, above: CodebookEntry | None, path: list[str], code: ListedCode | None) -> CodebookEntry:
        """The code in a place, which is made if it is not there; a level above others may turn out to be a code."""
        place = (domain, *map(fold, path))
        former = self._made.get(place)
        if former is None:
            self._made[place] = self._entry(code, domain, above, path)
            self.entries.append(self._made[place])
        elif code and code.codable is not False and not former.codable:
            self._made[place] = replace(former, codable=True, definition=code.definition)
            self.entries[self.entries.index(former)] = self._made[place]
        return self._made[place]

    def _entry(
        self, code: ListedCode | None, domain: str, above: CodebookEntry | None, path: list[str]
    ) -> CodebookEntry:
        return CodebookEntry(
            code=self._ids.make(path[-1], above.code if above else domain),
            domain=domain,
            label=path[-1],
            definition=code.definition if code else "",
            parent=above.code if above else "",
            path=path,
            codable=code is not None and code.codable is not False,
            aliases=[],
        )


def _near(path: CodePath, book: Codebook) -> CodebookEntry | None:
    """The one code that a name probably means."""
    ends = book.meanings(path)
    if len(ends) == 1:
        return book.entries[min(ends)]
    above = tuple(map(fold, path[:-1]))
    near = [
        entry
        for entry in book.entries.values()
        if above[-len(entry.path) + 1 :] == tuple(map(fold, entry.path[:-1])) or not above
        if any(is_spelling_of(path[-1], other) for other in (entry.label, *entry.aliases))
    ]
    return near[0] if len(near) == 1 else None


def _with_alias(
    entries: Sequence[CodebookEntry], code: CodebookEntry, path: CodePath, domains: Sequence[Domain]
) -> list[CodebookEntry]:
    """The codes with a path as an alias of one of them, the shorter form first; none if it cannot be one."""
    for alias in dict.fromkeys((path[-1], SEPARATOR.join(path))):
        tried = [replace(e, aliases=[*e.aliases, alias]) if e.code == code.code else e for e in entries]
        is_read = "|" not in alias and Codebook(tried, domains).resolve(path)[1] == code.code
        if is_read and not list(ambiguities("", tried, domains)):
            return tried
    return []


def _domain_of_root(path: CodePath, domains: Sequence[Domain]) -> str | None:
    roots = {fold(name): domain.id for domain in domains for name in (domain.title, domain.id, *domain.also)}
    return roots.get(fold(path[0])) if len(path) > 1 or len(domains) == 1 else None


def _main_domain(export: FoundExport, book: Codebook, domains: Sequence[Domain]) -> str:
    """The domain of most codings of an export; the first one if it has none that is known."""
    counts: Counter[str] = Counter()
    for path, count in export.counts.items():
        if code := book.resolve(path)[1]:
            counts[book.entries[code].domain] += count
    order: Mapping[str, int] = {domain.id: number for number, domain in enumerate(domains)}
    return min(order, key=lambda domain: (-counts[domain], order[domain]))
