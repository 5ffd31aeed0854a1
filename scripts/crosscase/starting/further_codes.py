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

_UNSURE = "is it in the right domain, and not another name of a code?"


@dataclass(slots=True)
class FurtherCodes:
    """The codebook with further codes and aliases."""

    entries: list[CodebookEntry]
    new: list[str] = field(default_factory=list)  # paths, as they are shown
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
        for code in _unknown(export, Codebook(found.entries, domains)):
            _add(found, export, code, domains, ask)
    return found


def _unknown(export: FoundExport, book: Codebook) -> Iterator[ListedCode]:
    """The codes of an export that mean nothing; of several codings with one name the first."""
    for code in export.codes:
        used = export.counts.get(code.path, 0) or code.listed
        if used and book.resolve(code.path)[0] == Match.UNKNOWN:
            yield code


def _add(found: FurtherCodes, export: FoundExport, code: ListedCode, domains: Sequence[Domain], ask: Ask) -> None:
    book = Codebook(found.entries, domains)
    if book.resolve(code.path)[0] != Match.UNKNOWN:  # a level above an earlier one
        return
    name, codings = SEPARATOR.join(code.path), counted(export.counts.get(code.path, 0), "coding")
    near = _near(code.path, book)
    if near:
        shown = SEPARATOR.join(near.path)
        answer = ask(f"Is “{name}” of {export.name} the code “{shown}”? yes, no, or decide later", "later")
        if answer[:1].casefold() != "n" and (entries := _with_alias(found.entries, near, code.path, domains)):
            found.entries = entries
            found.aliases.append((name, shown))
            if answer[:1].casefold() != "y":
                question = (
                    f"is this the same code: “{name}” of {export.name} ({codings})? If not, take it out of aliases"
                )
                found.decide[near.code] = f"{question} and give it a row"
            return
    new = list(_new(code, export, book, domains))
    if list(ambiguities("", [*found.entries, *new], domains)):
        return  # a name that the codebook has in another way: `crosscase check` lists it
    found.entries += new
    found.new.append(name)
    if len(domains) > 1 and _domain_of_root(code.path, domains) is None and not new[0].parent:
        found.decide[new[0].code] = _UNSURE


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


def _new(code: ListedCode, export: FoundExport, book: Codebook, domains: Sequence[Domain]) -> Iterator[CodebookEntry]:
    """The rows of a new code and of levels above it that the codebook lacks."""
    root = _domain_of_root(code.path, domains)
    levels = code.path[1:] if root and len(code.path) > 1 else code.path
    domain = root or _main_domain(export, book, domains)
    ids, parent, path = Ids("code", book.entries), "", list[str]()
    for depth, label in enumerate(levels, 1):
        above = book.resolve(code.path[: len(code.path) - len(levels) + depth])[1] if depth < len(levels) else None
        if above:
            known = book.entries[above]
            domain, parent, path = known.domain, above, list(known.path)
            continue
        made = ids.make(label, parent or domain)
        path = [*path, label]
        is_last = depth == len(levels)
        codable = is_last and code.codable is not False
        yield CodebookEntry(made, domain, label, code.definition if is_last else "", parent, path, codable, [])
        parent = made


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
