"""The codes of further exports that the codebook lacks: names that probably mean one of its codes, and new codes.

A name is near to a code if only letters differ, or if it is the end of the path of one code. It becomes an alias, and a
person decides. `new_codes` finds the places of the others. What would give a name that an export of the study uses
another meaning, or two, is refused: codings that counted would not count any more.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from crosscase.codebooks.listed import CodePath, ListedCode, key
from crosscase.coding.codebook import SEPARATOR, Codebook, ambiguities
from crosscase.messages.wording import counted
from crosscase.starting.aligned_codes import is_spelling_of
from crosscase.starting.found import FoundExport
from crosscase.starting.new_codes import NewCodes
from crosscase.starting.questions import Ask
from crosscase.storage.schemas import CodebookEntry, Match
from crosscase.storage.text_form import fold
from crosscase.study.facts import Domain

_NEW = (
    "new in {export} ({codings}): is it another name of a code? If so, write it under aliases there and delete this row"
)
_UNSURE = ". Is it in the right domain?"
Used = Callable[[], Collection[CodePath]]  # the folded paths of codes in the exports of the study


@dataclass(slots=True)
class FurtherCodes:
    """The codebook with further codes and aliases."""

    entries: list[CodebookEntry]
    domains: list[Domain]  # those of the study, and a new one if codes need it
    new: list[tuple[str, str]] = field(default_factory=list)  # title of the domain, and path as it is shown
    refused: list[str] = field(default_factory=list)  # paths whose names mean another code
    aliases: list[tuple[str, str]] = field(default_factory=list)  # a name, and the path of the code that it means
    decide: dict[str, str] = field(default_factory=dict)  # by code

    @property
    def is_changed(self) -> bool:
        """Whether the codebook lacks anything."""
        return bool(self.new or self.aliases)

    @property
    def book(self) -> Codebook:
        """The codebook as it is so far."""
        return Codebook(self.entries, self.domains)

    def ask(self, code: str, question: str) -> None:
        """Put a question beside a code, behind those that it has."""
        self.decide[code] = f"{self.decide[code]}. {question}" if code in self.decide else question


def find(
    exports: Sequence[FoundExport], entries: Sequence[CodebookEntry], domains: Sequence[Domain], used: Used, ask: Ask
) -> FurtherCodes:
    """What the codebook lacks, with what a person said about near names."""
    found = FurtherCodes(list(entries), list(domains))
    of_exports = {key(path) for export in exports for path in export.counts}

    def used_by_any() -> Collection[CodePath]:
        return {*used(), *of_exports}

    for export in exports:
        book = found.book
        unknown = list(_unknown(export, book))
        aliases = [code for code in unknown if _is_alias(found, export, code, book, used_by_any, ask)]
        is_other_codebook = 2 * len(unknown) > len(export.counts)
        new = NewCodes(found.entries, found.domains, _main_domain(export, book, found.domains, is_other_codebook))
        for code in unknown:
            if code not in aliases:
                new.add(code)
        _refuse_ambiguous(new, found.book, used_by_any)
        titles = {domain.id: domain.title for domain in new.domains}
        of_code = {entry.code: titles[entry.domain] for entry in new.entries}
        found.refused += [SEPARATOR.join(path) for path in new.refused]
        found.new += [(of_code[code], SEPARATOR.join(path)) for code, path in new.paths.items()]
        for id_, path in new.paths.items() if not is_other_codebook else ():
            found.ask(id_, _question(export, path, id_ in new.unsure))
        found.entries, found.domains = new.entries, new.domains
    return found


def _refuse_ambiguous(new: NewCodes, book: Codebook, used: Used) -> None:
    """Take out new codes by which a name that an export uses would not mean its code any more."""
    while True:
        now = Codebook(new.entries, new.domains)
        added = now.entries.keys() - book.entries.keys()
        guilty = {code for path in _changed(book, now, used) for code in now.meanings(path) if code in added}
        if not guilty:
            return
        new.without(guilty)


def _changed(book: Codebook, now: Codebook, used: Used) -> list[CodePath]:
    """The names that mean a code in the former codebook, another or none in this one, and are used by an export."""
    changed = [path for path in book.names() if (code := book.resolve(path)[1]) and now.resolve(path)[1] != code]
    by_exports = used() if changed else ()
    return [path for path in changed if path in by_exports]


def _unknown(export: FoundExport, book: Codebook) -> Iterator[ListedCode]:
    """The codes of an export that mean nothing: those that it lists, and those of codings."""
    for code in export.codes:
        if (export.counts.get(code.path, 0) or code.listed) and book.resolve(code.path)[0] == Match.UNKNOWN:
            yield code


def _question(export: FoundExport, path: CodePath, is_unsure: bool) -> str:
    codings = counted(export.counts.get(path, 0), "coding")
    return _NEW.format(export=export.name, codings=codings) + (_UNSURE if is_unsure else "")


def _is_alias(found: FurtherCodes, export: FoundExport, code: ListedCode, book: Codebook, used: Used, ask: Ask) -> bool:
    """Whether a code is probably one of the codebook; then its name becomes an alias, and a person decides."""
    near = _near(code.path, book)
    if near is None:
        return False
    name, shown = SEPARATOR.join(code.path), SEPARATOR.join(near.path)
    answer = ask(f"Is “{name}” of {export.name} the code “{shown}”? yes, no, or decide later", "later")[:1].casefold()
    entries = _with_alias(found, near, code.path, used) if answer != "n" else []
    if not entries:
        return False
    found.entries = entries
    found.aliases.append((name, shown))
    if answer != "y":
        codings = counted(export.counts.get(code.path, 0), "coding")
        question = f"is this the same code: “{name}” of {export.name} ({codings})? If not, take it out of aliases"
        found.ask(near.code, f"{question} and give it a row")
    return True


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


def _with_alias(found: FurtherCodes, code: CodebookEntry, path: CodePath, used: Used) -> list[CodebookEntry]:
    """The codes with a path as an alias of one of them, the shorter form first; none if it cannot be one."""
    for alias in dict.fromkeys((path[-1], SEPARATOR.join(path))):
        tried = [replace(e, aliases=[*e.aliases, alias]) if e.code == code.code else e for e in found.entries]
        now = Codebook(tried, found.domains)
        is_read = "|" not in alias and now.resolve(path)[1] == code.code
        if is_read and not list(ambiguities("", tried, found.domains)) and not _changed(found.book, now, used):
            return tried
    return []


def _main_domain(export: FoundExport, book: Codebook, domains: Sequence[Domain], is_other_codebook: bool) -> str:
    """The domain of most codings of an export; empty if it was coded with another codebook."""
    counts: Counter[str] = Counter()
    for path, count in export.counts.items():
        if code := book.resolve(path)[1]:
            counts[book.entries[code].domain] += count
    order: Mapping[str, int] = {domain.id: number for number, domain in enumerate(domains)}
    is_known = len(order) == 1 or (counts.total() and not is_other_codebook)
    return min(order, key=lambda domain: (-counts[domain], order[domain])) if is_known else ""
