"""New rows of the codebook for the codes of a further export, where their paths say, and levels above them.

A code lies below the deepest of its levels that the codebook has, else in the domain that its path begins with. Others
go into the domain of most codings of their export. If most codes of the export are new, they go into the domain
`codes`, as `crosscase new` writes it: another domain would seem to have been coded, and count as raised by nobody.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from crosscase.codebooks import adoption
from crosscase.codebooks.listed import CodePath, ListedCode
from crosscase.coding.codebook import Codebook
from crosscase.storage.schemas import CodebookEntry, Match
from crosscase.storage.text_form import fold
from crosscase.study.facts import Domain
from crosscase.study.slugs import Ids


class NewCodes:
    """The codebook while new codes are added: the rows of these, and of levels above them that it lacks."""

    def __init__(self, entries: Sequence[CodebookEntry], domains: Sequence[Domain], main_domain: str) -> None:
        """`main_domain` is that of codes of which nothing says the domain; empty: `codes`."""
        self.entries = list(entries)
        self.domains = list(domains)  # with a new one if a code needs it
        self._known_domains = list(domains)
        self.paths: dict[str, CodePath] = {}  # of each new code, as the export writes it
        self.unsure: set[str] = set()  # codes of which nothing says the domain
        self.refused: list[CodePath] = []  # their names are aliases of other codes
        self._book, self._main_domain = Codebook(entries, domains), main_domain
        self._ids = Ids("code", self._book.entries)
        self._made: dict[CodePath, CodebookEntry] = {}  # by domain and folded labels

    def add(self, code: ListedCode) -> None:
        """Add a code of an export that the codebook does not have."""
        domain, above = _domain_of_root(code.path, self.domains), None
        start, is_sure = int(bool(domain) and len(code.path) > 1), bool(domain)
        for depth in range(start + 1, len(code.path) + 1):
            is_last = depth == len(code.path)
            known = None if is_last else self._book.resolve(code.path[:depth])[1]
            if known:
                above = self._book.entries[known]
                domain, is_sure = above.domain, True
                continue
            path = [*(above.path if above else ()), code.path[depth - 1]]
            if self._means_another(path):
                self.refused.append(code.path)
                return
            domain = domain or self._domain_of_others()
            above = self._at(domain, above, path, code if is_last else None)
        if above:
            self.paths[above.code] = code.path
            if len(self.domains) > 1 and not is_sure:
                self.unsure.add(above.code)

    def _domain_of_others(self) -> str:
        """The domain of codes of which nothing says it."""
        if self._main_domain:
            return self._main_domain
        own = adoption.domain_named(adoption.STRAY, self.domains)
        self.domains += [own] if own not in self.domains else []
        return own.id

    def without(self, codes: Collection[str]) -> None:
        """Take codes out again, with those below them: their paths are refused."""
        gone = set(codes)
        for entry in self.entries:  # parents come first
            gone |= {entry.code} if entry.parent in gone else set()
        self.entries = [entry for entry in self.entries if entry.code not in gone]
        self.refused += [path for code, path in self.paths.items() if code in gone]
        self.paths = {code: path for code, path in self.paths.items() if code not in gone}
        used = {entry.domain for entry in self.entries}
        self.domains = [domain for domain in self.domains if domain.id in used or domain in self._known_domains]

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


def _domain_of_root(path: CodePath, domains: Sequence[Domain]) -> str | None:
    roots = {fold(name): domain.id for domain in domains for name in (domain.title, domain.id, *domain.also)}
    return roots.get(fold(path[0])) if len(path) > 1 or len(domains) == 1 else None
