"""The codebook: the codes of the study, and the code that a name in an export means.

A code is identified by its full path. An export may write the path with or without the domain's title at its root. It
may use one of the code's aliases, alone or instead of the label. Names are compared without regard to case, white space
and Unicode form.

A name that several codes have under different parents means none of them without its path.

A heading and the code of its name directly below it are one code: tools in which headings cannot be applied write both
levels, and others leave the second away.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from crosscase.coding import code_names, codebook_rows, opposite_codes
from crosscase.messages.errors import Problem, StudyError, stop_on
from crosscase.messages.wording import joined
from crosscase.spreadsheets import team_lists
from crosscase.spreadsheets.spreadsheet import Record
from crosscase.spreadsheets.team_lists import TeamList
from crosscase.storage.schemas import CodebookEntry, Match
from crosscase.storage.text_form import fold
from crosscase.study import list_headings
from crosscase.study.facts import Domain

COLUMNS = ("domain", "code", "label", "definition", "parent", "order", "codable", "aliases", "opposite")
_NEEDED = 3  # the first columns; each other has a default
LONGEST_LABEL = 300  # characters: of a label, an alias, an id
_MOST = 5  # codes that a message names
SEPARATOR = code_names.SEPARATOR
CodePath = tuple[str, ...]


def read(path: str, domains: Sequence[Domain], sheet: str | None = None) -> list[CodebookEntry]:
    """Read the codebook, in the order of the tables; `sheet` is that of a workbook, None: the first.

    Raises StudyError with every problem.
    """
    found = _examine(path, sheet)
    records = [_complete(record) for record in found.records]
    if not (records or found.problems):
        raise StudyError(Problem(path, "", "it contains no code", "Give each code a row."))
    by_code = {record.fields["code"]: record.fields for record in records}
    of_rows = list(codebook_rows.wrong_values(path, records, found.header, [domain.id for domain in domains]))
    of_tree = list(codebook_rows.repeated_codes(path, records))
    if found.is_whole:  # else a code that is not here may be in a row that cannot be read
        of_tree += [problem for record in records for problem in codebook_rows.wrong_parents(path, record, by_code)]
    sound = _sound(records, by_code, [*of_rows, *of_tree]) if found.is_whole else []
    entries = [_entry(record.fields, by_code) for record in _sorted(sound, domains)]
    stated = {r.fields["code"]: (r.locator, r.fields["opposite"]) for r in records if r.fields["opposite"]}
    if stated and len(sound) == len(records):  # else it may be in a row that is wrong
        entries, of_opposites = opposite_codes.understood(path, stated, entries)
        of_tree += of_opposites
    stop_on(
        [
            *found.problems,
            *team_lists.merged(of_rows),
            *team_lists.merged(codebook_rows.wrong_orders(path, records)),
            *team_lists.too_long(path, records, ("code", "label", "parent", "aliases", "opposite"), LONGEST_LABEL),
            *of_tree,
            *ambiguities(path, entries, domains),
        ]
    )
    return entries


def records_of(path: str, sheet: str | None = None) -> list[Record]:
    """The rows of the codebook as they are written, also with mistakes."""
    return _examine(path, sheet).records


def _examine(path: str, sheet: str | None) -> TeamList:
    required, optional = COLUMNS[:_NEEDED], COLUMNS[_NEEDED:]
    return team_lists.examine(path, required, optional, words=list_headings.CODEBOOK, sheet=sheet, key="codebook")


def _sound(records: list[Record], by_code: dict[str, dict[str, str]], problems: Sequence[Problem]) -> list[Record]:
    """The rows without a problem, also in the rows of the codes above: what they mean is known."""
    places = {problem.place for problem in problems}
    wrong = {record.fields["code"] for record in records if record.locator in places}
    return [
        record
        for record in records
        if wrong.isdisjoint((code := record.fields["code"], *codebook_rows.ancestors(code, by_code)))
    ]


def _complete(record: Record) -> Record:
    """A row with all columns, and with its label on one line."""
    fields = dict.fromkeys(COLUMNS, "") | record.fields
    return Record(record.locator, {**fields, "label": " ".join(fields["label"].split())})


def _sorted(records: Sequence[Record], domains: Sequence[Domain]) -> list[Record]:
    """The rows in the order of the tables: by domain and `order`, which is the file's where no row has one."""
    ids = [domain.id for domain in domains]
    return sorted(
        records, key=lambda r: (ids.index(r.fields["domain"]), team_lists.whole_number(r.fields["order"]) or 0)
    )


def _entry(fields: dict[str, str], by_code: dict[str, dict[str, str]]) -> CodebookEntry:
    above = [by_code[code]["label"] for code in reversed(codebook_rows.ancestors(fields["code"], by_code))]
    return CodebookEntry(
        code=fields["code"],
        domain=fields["domain"],
        label=fields["label"],
        definition=fields["definition"],
        parent=fields["parent"],
        path=[*above, fields["label"]],
        codable=codebook_rows.CODABLE[fold(fields["codable"])],
        aliases=team_lists.several(fields["aliases"]),
    )


def ambiguities(path: str, entries: Sequence[CodebookEntry], domains: Sequence[Domain]) -> Iterator[Problem]:
    """Full paths (with the domain) and aliases that more than one code has."""
    titles = {domain.id: domain.title for domain in domains}
    roots = {domain.id: [(), *((fold(name),) for name in (domain.title, *domain.also))] for domain in domains}
    names = Counter((fold(titles[e.domain]), *map(fold, e.path)) for e in entries)
    owners: dict[str, set[str]] = {}
    for entry in entries:
        for alias in entry.aliases:
            owners.setdefault(fold(alias), set()).add(entry.code)
    labels: dict[CodePath, set[str]] = {}
    for entry in entries:
        for root in roots[entry.domain]:
            labels.setdefault((*root, *map(fold, entry.path)), set()).add(entry.code)
    for entry in entries:
        if names[fold(titles[entry.domain]), *map(fold, entry.path)] > 1:
            what = f"another code has the same label {entry.label!r} under the same parent"
            yield Problem(path, f"code {entry.code}", what, "Rename one of them.")
        for alias in entry.aliases:
            meant = {code for form in _forms_of_alias(entry, alias) for code in labels.get(form, ())}
            if (meant | owners[fold(alias)]) - {entry.code}:
                others = sorted((meant | owners[fold(alias)]) - {entry.code})
                what = f"the alias {alias!r} also means {joined(others, _MOST)}"
                yield Problem(path, f"code {entry.code}", what, "Keep it for one of the codes.")


def _forms_of_alias(entry: CodebookEntry, alias: str) -> list[CodePath]:
    """The paths that an alias stands for, folded: alone, instead of the label, and as a path of its own."""
    return [(*map(fold, entry.path[:-1]), fold(alias)), (fold(alias),), tuple(map(fold, alias.split(SEPARATOR)))]


def _doubled(path: CodePath) -> CodePath:
    """The path with its last level twice, or once if it is there twice."""
    return path[:-1] if path[-1:] == path[-2:-1] else (*path, path[-1])


class Codebook:
    """Finds the code that a path in an export means."""

    def __init__(self, entries: Sequence[CodebookEntry], domains: Sequence[Domain]) -> None:
        self.entries = {entry.code: entry for entry in entries}
        self._titles = {domain.id: domain.title for domain in domains}
        self.titles = [name for domain in domains for name in (domain.title, *domain.also)]
        roots_of = {domain.id: [(), (domain.title,), *((name,) for name in domain.also)] for domain in domains}
        named = [(entry, name) for entry in entries for name in (entry.label, *entry.aliases)]
        # All paths of all codes, without the domain and with each of its names; and all names, folded.
        self.paths = frozenset((*root, *e.path[:-1], name) for e, name in named for root in roots_of[e.domain])
        self.vocabulary = frozenset(map(fold, (*(name for _, name in named), *self.titles)))
        self._labels: dict[CodePath, set[str]] = {}
        self._aliases: dict[CodePath, set[str]] = {}
        self._doubled: dict[CodePath, set[str]] = {}  # a heading and a code of its name: two levels, or one
        self._endings: dict[CodePath, set[str]] = {}  # paths without the levels between the domain and a parent
        roots = {domain.id: [(fold(name),) for name in (domain.title, *domain.also)] for domain in domains}
        self._domains = {root for names in roots.values() for root in names}
        for entry in entries:
            path = tuple(map(fold, entry.path))
            for root in ((), *roots[entry.domain]):
                self._labels.setdefault((*root, *path), set()).add(entry.code)
                for start in range(1, len(path)):
                    self._endings.setdefault((*root, *path[start:]), set()).add(entry.code)
                forms = [form for alias in entry.aliases for form in _forms_of_alias(entry, alias)]
                for form in forms:
                    self._aliases.setdefault((*root, *form), set()).add(entry.code)
                for form in (path, *forms) if entry.codable else ():
                    self._doubled.setdefault((*root, *_doubled(form)), set()).add(entry.code)

    def names(self) -> set[CodePath]:
        """All paths, folded, that mean a code or are the end of one's path."""
        others = {*self._aliases, *self._doubled, *self._endings}
        return {*self._labels, *(path for path in others if not any(SEPARATOR in level for level in path))}

    def meanings(self, code_path: Sequence[str]) -> set[str]:
        """The codes that a path may mean; several where it is ambiguous."""
        path = tuple(map(fold, code_path))
        _, code = self.resolve(path)
        whole = self._labels.get(path, set()) | self._aliases.get(path, set())
        return {code} if code else whole or self._endings.get(path, set())

    def resolve(self, code_path: Sequence[str]) -> tuple[Match, str | None]:
        """The code that a path means, and how it was matched.

        The code is None unless the match is LABEL, ALIAS or, for a parent, UNCODABLE.
        """
        path = tuple(map(fold, code_path))
        match, code = self._resolve(path)
        doubled = self._doubled.get(path, set()) if match in (Match.UNCODABLE, Match.UNKNOWN) else set()
        if len(doubled) == 1:
            return Match.LABEL, min(doubled)
        if match == Match.UNKNOWN and len({self._place(code) for code in self._endings.get(path, ())}) > 1:
            return Match.AMBIGUOUS, None
        return match, code

    def _resolve(self, path: CodePath) -> tuple[Match, str | None]:
        for match, names in ((Match.LABEL, self._labels), (Match.ALIAS, self._aliases)):
            codes = names.get(path, set())
            if len(codes) > 1:
                return Match.AMBIGUOUS, None
            if codes:
                (code,) = codes
                return (match if self.entries[code].codable else Match.UNCODABLE), code
        return (Match.UNCODABLE if path in self._domains else Match.UNKNOWN), None

    def _place(self, code: str) -> tuple[str, ...]:
        """Where a code is; a heading and the code of its name below it are in one place."""
        entry = self.entries[code]
        return (entry.domain, *(level for level, _ in groupby(map(fold, entry.path))))

    def candidates(self, code_path: Sequence[str]) -> tuple[list[str], bool]:
        """The full paths of the codes that a path may mean, and whether an alias can decide between them."""
        path = tuple(map(fold, code_path))
        whole = self._labels.get(path, set()) | self._aliases.get(path, set())
        codes = whole or self._endings.get(path, set())
        return [SEPARATOR.join(self.full_path(code)) for code in self.entries if code in codes], not whole

    def full_path(self, code: str) -> list[str]:
        """The title of a code's domain, and its path."""
        entry = self.entries[code]
        return [self._titles[entry.domain], *entry.path]

    def nearest(self, name: str, most: int = 3) -> list[str]:
        """Paths of the codes whose names are most similar to `name`, with or without the levels above."""
        from rapidfuzz import fuzz, process

        codable = [entry for entry in self.entries.values() if entry.codable]
        forms = {(SEPARATOR.join(entry.path), form): form for entry in codable for form in self._forms(entry)}
        found = process.extract(name, forms, scorer=fuzz.ratio, processor=fold, limit=None, score_cutoff=50)
        return list(dict.fromkeys(path for _form, _score, (path, _) in found))[:most]

    def _forms(self, entry: CodebookEntry) -> list[str]:
        levels = [self._titles[entry.domain], *entry.path]
        return [SEPARATOR.join(levels[start:]) for start in range(len(levels))]
