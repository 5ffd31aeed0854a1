"""The codes of all exports as one codebook.

1. A code with the same path in several exports is one code. So is a path without its first levels, if one code has it,
   and one with another name that a codebook gives to the code and to those above it.
2. A name that differs from a code's in capitals is proposed as an alias. Nothing tells the two apart when exports are
   read, so a person has to see them.
3. A near name (another spelling, the same GUID or definition) is proposed as an alias of the code: `codebooks.pairing`
   finds it. Where only letters differ, the words must be the same (`is_spelling_of`).
4. Roots with codes below them become domains, unless passages are coded with them: then all codes are in one domain.

The export with the most codes in levels comes first: the names of its codes are the labels.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from crosscase.codebooks import adoption
from crosscase.codebooks.adoption import Adopted
from crosscase.codebooks.listed import CodePath, ListedCode, ListedCodebook, complete, key
from crosscase.codebooks.pairing import Pairing
from crosscase.coding.codebook import SEPARATOR
from crosscase.starting.found import FoundExport
from crosscase.storage.schemas import CodebookEntry
from crosscase.storage.text_form import fold, nfc
from crosscase.study.facts import Domain

_LIKE_A_WORD = 85  # of 100: similarity of two words of which one is a misspelling
CAPITALS = "the same but for capitals"
_SIMILAR = "similarity"  # how the evidence of `Pairing` for a pair by its letters begins


@dataclass(frozen=True, slots=True)
class Near:
    """A name in an export that probably means a code."""

    export: str
    path: CodePath  # in the export
    code: CodePath  # key of the code that it probably means
    evidence: str
    codings: int


@dataclass(slots=True)
class _United:
    """All codes so far by their key, the exports that have each, and the near names."""

    codes: dict[CodePath, ListedCode] = field(default_factory=dict)
    exports: dict[CodePath, set[str]] = field(default_factory=dict)
    also: dict[str, CodePath] = field(default_factory=dict)  # keys of codes by other names in codebooks, folded
    near: list[Near] = field(default_factory=list)

    def add(self, name: str, codes: Sequence[ListedCode], counts: Counter[CodePath]) -> None:
        """Add the codes of an export: those that are known, then near names, then new codes."""
        self._add(name, codes, counts)
        self.near += self._in_other_capitals(name, codes, counts)

    def _in_other_capitals(self, export: str, codes: Sequence[ListedCode], counts: Counter[CodePath]) -> Iterator[Near]:
        """Names that are those of a code but for capitals."""
        written: Counter[CodePath] = Counter()
        for path, count in [*((code.path, 0) for code in codes), *counts.items()]:
            written[tuple(" ".join(level.split()) for level in path)] += count
        for path, count in written.items():
            code = self.codes.get(self.known(key(path)))
            if code and fold(code.path[-1]) == fold(path[-1]) and nfc(code.path[-1]) != nfc(path[-1]):
                yield Near(export, path, key(code.path), CAPITALS, count)

    def _add(self, name: str, codes: Iterable[ListedCode], counts: Counter[CodePath]) -> None:
        found = {self.known(key(code.path)): code for code in complete(codes)[0]}
        near = self._near(found) if self.codes else {}
        near |= {path: other for path in found if path not in self.codes | near and (other := self._misspelt(path))}
        for path, code in found.items():
            if path in near:
                of_code, evidence = near[path]
                self.near.append(Near(name, code.path, of_code, evidence, counts[code.path]))
                continue
            former = self.codes.setdefault(path, code)
            if (code.listed, bool(code.definition)) > (former.listed, bool(former.definition)):
                self.codes[path] = replace(code, path=former.path, also=former.also)
            self.exports.setdefault(path, set()).add(name)
            self.also |= dict.fromkeys(map(fold, self.codes[path].also), path)

    def known(self, path: CodePath) -> CodePath:
        """The key of the code that a path means: the same path, the only one that ends so, or other names of it."""
        if path in self.codes:
            return path
        ends = [other for other in self.codes if other[-len(path) :] == path]
        other = self.also.get(path[-1], ())
        if not ends and other and all(level in self._names_above(other) for level in path[:-1]):
            return other
        return ends[0] if len(ends) == 1 else path

    def _names_above(self, path: CodePath) -> set[str]:
        """The names of the codes above one, folded, with the others of a codebook."""
        above = [self.codes[path[:depth]] for depth in range(1, len(path)) if path[:depth] in self.codes]
        return {*path[:-1], *(fold(name) for code in above for name in code.also)}

    def _near(self, found: dict[CodePath, ListedCode]) -> dict[CodePath, tuple[CodePath, str]]:
        """For each path that is a near name the key of its code, and the evidence."""
        is_flat = all(len(path) == 1 for path in found.keys() - self.codes.keys())
        known = self._without_levels() if is_flat else {path: path for path in self.codes}
        left = {short: self.codes[path] for short, path in known.items() if path not in found}
        right = {path: code for path, code in found.items() if path not in self.codes}
        same = {path: self.codes[path] for path in found.keys() & self.codes.keys()} if not is_flat else {}
        pairing = Pairing(left | same, right | same)
        near = {}
        for short, path in pairing.to.items():
            if short and path in right:
                evidence = pairing.judge(short)[1] or "the same name in another place"
                if not evidence.startswith(_SIMILAR) or is_spelling_of(short[-1], path[-1]):
                    near[path] = (known[short], evidence)
        return near

    def _misspelt(self, path: CodePath) -> tuple[CodePath, str] | None:
        """The only code whose name has the same words with a few other letters, in the same place or without levels."""
        found = [
            other
            for other in self.codes
            if other[:-1] in (path[:-1], other[: len(other) - len(path)]) and is_spelling_of(path[-1], other[-1])
        ]
        return (found[0], "nearly the same letters") if len(found) == 1 else None

    def _without_levels(self) -> dict[CodePath, CodePath]:
        """The keys of codes by their last level, if no other code has it."""
        counts = Counter(path[-1] for path in self.codes)
        return {path[-1:]: path for path in self.codes if counts[path[-1]] == 1}


@dataclass(frozen=True, slots=True)
class Aligned:
    """The proposed codebook, the near names of each code, and the codes that only one of several exports has."""

    adopted: Adopted
    near: dict[str, list[Near]]  # by the id of the code
    alone: dict[str, str]  # the export, by the id of the code


def align(
    exports: Sequence[FoundExport], codebooks: Sequence[ListedCodebook], left_out: Sequence[Near] = ()
) -> Aligned:
    """Align the codes. `left_out` are near names that are codes of their own. Raises ReadError if there is no code."""
    united = _United()
    for book in codebooks:
        united.add("", book.codes, Counter())
    for export in sorted(exports, key=lambda export: -sum(len(code.path) > 1 for code in export.codes)):
        united.add(export.name, export.codes, export.counts)
    for item in left_out:
        united.near.remove(item)
        united.codes.setdefault(key(item.path), ListedCode(item.path, "", None, f"export {item.export}"))
    codes, _ = complete(_in_order(united.codes))
    coded = {united.known(path) for path in _coded(exports) if len(path) == 1}
    coded_roots = {path[0] for path in coded if len(path) == 1} & {p[0] for p in united.codes if len(p) > 1}
    adopted = adoption.adopt(ListedCodebook("", "", codes, []), [], roots_are_codes=bool(coded_roots))
    ids = _ids(adopted)
    near: dict[str, list[Near]] = {}
    for item in united.near:
        if item.code in ids:
            near.setdefault(ids[item.code], []).append(item)
    # The codes of a codebook have the export "": they are not alone.
    alone = {
        ids[path]: min(names)
        for path, names in united.exports.items()
        if path in ids and len(names) == 1 and "" not in names
    }
    return Aligned(adopted, near, alone if len(exports) > 1 else {})


def with_aliases(aligned: Aligned) -> list[CodebookEntry]:
    """The rows of the codebook, with near names as aliases where they mean nothing else."""
    entries = aligned.adopted.entries
    taken = Counter(name for entry in entries for name in set(map(fold, (entry.label, *entry.aliases))))
    found = []
    for entry in entries:
        near = aligned.near.get(entry.code, ())
        aliases = dict.fromkeys(alias_of(item, entry) for item in near)
        own = {item.path[-1] for item in near if item.evidence == CAPITALS} if taken[fold(entry.label)] == 1 else set()
        free = [alias for alias in aliases if alias in own or not taken[fold(alias)]]
        taken.update(map(fold, free))
        found.append(replace(entry, aliases=[*entry.aliases, *free]))
    return found


def alias_of(near: Near, entry: CodebookEntry) -> str:
    """A near name as an alias: alone if the code's parents are the same, otherwise with its levels."""
    above = near.path[:-1]
    same = not above or key(above)[-len(entry.path) + 1 :] == key(tuple(entry.path[:-1])) or len(entry.path) == 1
    return near.path[-1] if same else SEPARATOR.join(near.path)


def is_spelling_of(one: str, other: str) -> bool:
    """Whether two names have the same words with a few other letters, and the same numbers.

    A word with something before it is another word: formal and informal, male and female.
    """
    from rapidfuzz import fuzz

    first, second = (re.findall(r"\w+", fold(name)) for name in (one, other))
    if "".join(first) == "".join(second):
        return True
    return len(first) == len(second) and all(
        a == b
        or (not (a.isdecimal() or b.isdecimal() or a.endswith(b) or b.endswith(a)) and fuzz.ratio(a, b) >= _LIKE_A_WORD)
        for a, b in zip(first, second, strict=True)
    )


def _coded(exports: Iterable[FoundExport]) -> Iterable[CodePath]:
    return (key(path) for export in exports for path, count in export.counts.items() if count)


def _in_order(codes: dict[CodePath, ListedCode]) -> list[ListedCode]:
    """The codes as a tree: each behind its parent, otherwise in the order in which they were found."""
    place = {path: number for number, path in enumerate(codes)}
    first: dict[CodePath, int] = {}
    for path, number in place.items():
        for depth in range(1, len(path) + 1):
            first.setdefault(path[:depth], number)
    return [codes[path] for path in sorted(codes, key=lambda p: [first[p[: d + 1]] for d in range(len(p))])]


def _ids(adopted: Adopted) -> dict[CodePath, str]:
    """The id of each code by its path, with the title of its domain and without."""
    titles: dict[str, Domain] = {domain.id: domain for domain in adopted.domains}
    return {
        form: entry.code
        for entry in adopted.entries
        for form in (key(tuple(entry.path)), key((titles[entry.domain].title, *entry.path)))
    }
