"""The scan of every file below a folder, of its name and its content, and the verdict.

A problem names the file and the kind of identifier, never the words. If a file's own name contains the words, the
problem names the folder and the position of the file in it. Only where a table for the team alone takes the words,
files with a problem are looked at once more.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path, PurePath

from crosscase.leaks import advice, chance, contents, hit_places, machine_traces, stated_texts
from crosscase.leaks.containers import BETWEEN
from crosscase.leaks.contents import NO_PLACE, NOWHERE, WHOLE, Known, Place, Share, Sort
from crosscase.leaks.hits import Hit, kinds_of
from crosscase.leaks.leak_table import Leak
from crosscase.leaks.machine_traces import Traces
from crosscase.leaks.proofs import Proofs
from crosscase.leaks.raw_bytes import READINGS
from crosscase.leaks.search import ANY_TEXT, About, Search
from crosscase.leaks.searched_contents import Found, search_files
from crosscase.leaks.spellings import spellings
from crosscase.leaks.stated_texts import Stated
from crosscase.messages.errors import Problem, stop_on
from crosscase.messages.wording import counted
from crosscase.running.stray_results import RESULTS, files_to_scan
from crosscase.storage.limits import DEFAULT, Limits

_REPLACE = "Do not share this file. Delete it and build again. If it comes back so, please report this as a defect."
_NAMED = About(named=True)
_INSPECT = "Do not share this file. Inspect or delete it, or replace it by one that can be opened."

Note = Callable[[Sequence[Iterable[Leak]]], object]


def _note_nothing(_: Sequence[Iterable[Leak]]) -> None:
    """Where nobody asks for words and places."""


@dataclass(frozen=True, slots=True)
class LeakScan:
    """The search and its limits.

    `clean`: digests of the pipeline's files, which need no search. `proofs`: what is known of the published tables.
    `composed`: the files and folders that the pipeline composes, but for fields of tables and passages on the page.
    `stated`: the texts that files of the study state. `made`: the files and folders that steps make.
    """

    search: Search
    traces: Traces
    clean: Collection[str] = frozenset()
    limits: Limits = DEFAULT
    proofs: Proofs | None = None
    composed: Collection[str] = frozenset()
    stated: Collection[Stated] = ()
    made: Collection[str] = frozenset()

    def verdict_on(self, folder: Path, processes: int = 1, note: Note = _note_nothing) -> str:
        """The verdict on the files below a folder, a sentence.

        Raises StudyError if one contains an identifier; `note` gets before what is behind each of the problems.
        """
        paths = files_to_scan(folder)
        if alarms := list(self._alarms(folder, paths, processes)):
            note([leaks for _, leaks in alarms])
            stop_on(problem for problem, _ in alarms)
        searched = f"{counted(len(paths), 'file')} searched for {counted(self.search.searched, 'identifier')}"
        return f"No leak found: {searched}.\n"

    def _alarms(self, folder: Path, paths: list[Path], processes: int) -> Iterator[tuple[Problem, Iterable[Leak]]]:
        """The problems, each with what is behind it, which is looked for when it is asked for."""
        names = {path: self.hits_in_name(str(path.relative_to(folder))) for path in paths}
        places = {path: self._place_of(str(RESULTS / path.relative_to(folder))) for path in paths}
        contents = search_files(self.search_content, places, processes)
        found_kinds = frozenset[str]().union(*(found.kinds for found in contents.values()))
        traces = self.traces if machine_traces.KINDS & found_kinds else None
        hits_in = partial(self._hits_stated, traces=traces)
        naming = list(stated_texts.naming_somebody((one for one in self.stated if one.shown), hits_in))
        yield from ((one.problem, one.leaks()) for one in naming)
        explained = frozenset[str]().union(*(one.kinds for one in naming))
        left = {path: places[path] for path in paths if contents[path].kinds - explained}
        perhaps, repeating = self._perhaps_repeated(left, hits_in, explained) if left else ([], frozenset[Path]())
        yield from ((one.problem, one.leaks()) for one in perhaps)
        for path in paths:
            file, place = _public_place(folder, path, names, self.hits_in_name)
            is_made = _is_among(self.made, places[path].path)
            if kinds := kinds_of(names[path]):
                remedy = advice.on_name(kinds, is_made)
                problem = Problem(file, place, f"its name contains an identifier ({_list(kinds)})", remedy)
                yield problem, [Leak(str(path), "its name", hit) for hit in sorted(names[path])]
            found = contents[path]
            if found.unsearchable:
                what = f"it cannot be searched for identifiers: {found.unsearchable}"
                yield Problem(file, place, what, _INSPECT), ()
            if found.unproven:
                columns = ", ".join(f"`{name}`" for name in sorted(found.unproven))
                yield Problem(file, place, f"values of {columns} are not such as the pipeline makes", _REPLACE), ()
            if path in left and not (is_made and path in repeating):
                remedy = advice.on_content(found.kinds, is_made)
                problem = Problem(file, place, f"it contains an identifier ({_list(found.kinds)})", remedy)
                yield problem, self._leaks_in(path, places[path])

    def _perhaps_repeated(
        self, files: Mapping[Path, Place], hits_in: Callable[[str], Collection[Hit]], explained: Collection[str]
    ) -> tuple[list[stated_texts.Naming], frozenset[Path]]:
        """Texts of the study that results need not show, with identifiers of these results, and those that repeat them.

        Kinds that are `explained` do not count.
        """
        texts = [(one, frozenset(hits_in(one.text))) for one in self.stated if not one.shown]
        stated = {hit.identifier for _, hits in texts for hit in hits if hit.kind not in explained}
        if not stated:
            return [], frozenset()
        there = {path: {hit.identifier for hit in self._hits_of(path, place)} for path, place in files.items()}
        found = stated & set[tuple[str, str]]().union(*there.values())
        repeating = {path for path, some in there.items() if {one for one in some if one[0] not in explained} <= found}
        named = ((one, frozenset(hit for hit in hits if hit.identifier in found)) for one, hits in texts)
        return list(stated_texts.naming(named)), frozenset(repeating)

    def _hits_of(self, path: Path, place: Place) -> set[Hit]:
        known = Known(self.proofs, self.limits, self.clean)
        return self._hits(self._texts(path.read_bytes(), known, place))

    def _leaks_in(self, path: Path, place: Place) -> Iterator[Leak]:
        """The identifiers in a file, with their places."""
        data = path.read_bytes()
        known = Known(self.proofs, self.limits, self.clean)
        hits = self._hits(self._texts(data, known, place))
        where = hit_places.find(data, place.path, hits, self._hits_in_words, known)
        yield from (Leak(str(path), where.get(hit, ""), hit) for hit in sorted(hits))

    def _hits_stated(self, text: str, traces: Traces | None) -> set[Hit]:
        """The identifiers in a text of the study, in any spelling, and traces of the machine if results have some."""
        hits = set[Hit]()
        for spelling in spellings(text):
            hits |= self.search.hits_stated(spelling)
            hits |= traces.hits(spelling) if traces else set()
        return hits

    def hits_in_name(self, name: str) -> set[Hit]:
        """The identifiers in the name of a file or a folder."""
        hits = set[Hit]()
        for spelling in (*spellings(name), self.search.misread(name)):
            hits |= self.search.hits(spelling, _NAMED) | self.traces.hits(spelling)
            hits |= self.search.hits(spelling.title(), _NAMED._replace(whole_names=True))
        return hits

    def _place_of(self, path: str) -> Place:
        return Place(path, _is_among(self.composed, path))

    def search_content(
        self, data: bytes, elsewhere: Mapping[str, int] = NOWHERE, place: Place = NO_PLACE, share: Share = WHOLE
    ) -> Found:
        """What is in the content of a file, or in a share of it, except in the parts that are `elsewhere`.

        Raises Unsearchable.
        """
        texts = self._texts(data, Known(self.proofs, self.limits, self.clean, elsewhere, share), place)
        elsewhere_found, unproven = (frozenset(texts.get(sort, ())) for sort in (Sort.ELSEWHERE, Sort.UNPROVEN))
        return Found(kinds_of(self._hits(texts)), elsewhere_found, unproven)

    @staticmethod
    def _texts(data: bytes, known: Known, place: Place) -> Mapping[Sort, Sequence[str]]:
        texts: dict[Sort, list[str]] = {}
        for sort, words in contents.texts(data, known, place):
            texts.setdefault(sort, []).append(words)
        return texts

    def _hits(self, texts: Mapping[Sort, Sequence[str]]) -> set[Hit]:
        """The identifiers in the texts of a file."""
        hits = self.hits_in_name(BETWEEN.join(dict.fromkeys(texts.get(Sort.NAME, ()))))
        for sort in (Sort.WORDS, Sort.COMPOSED):
            hits |= self._hits_in_words(BETWEEN.join(texts.get(sort, ())), About(composed=sort == Sort.COMPOSED))
        hits |= self.search.hits_at_edges(
            field for words in texts.get(Sort.WORDS, ()) for field in words.split(BETWEEN)
        )
        runs = {sort: BETWEEN.join(texts.get(sort, ())) for sort in (Sort.RUNS, Sort.COMPOSED_RUNS)}
        shortest = chance.shortest_proof(sum(map(len, runs.values())) // READINGS, self.search.searched)
        for sort, run in runs.items():
            hits |= self.search.hits(run, About(shortest=shortest, composed=sort == Sort.COMPOSED_RUNS))
            hits |= self.traces.hits(run, shortest)
        return hits

    def _hits_in_words(self, words: str, about: About = ANY_TEXT) -> set[Hit]:
        """The identifiers in a text, in any spelling."""
        hits = set[Hit]()
        for spelling in chain(spellings(words), [self.search.misread(words)]):
            hits |= self.search.hits(spelling, about) | self.traces.hits(spelling)
        return hits


def _is_among(paths: Collection[str], path: str) -> bool:
    """Whether a path, or a folder above it, is among some paths."""
    return not {path, *map(str, PurePath(path).parents)}.isdisjoint(paths)


def _public_place(
    folder: Path, path: Path, names: dict[Path, set[Hit]], hits_in_name: Callable[[str], set[Hit]]
) -> tuple[str, str]:
    """How a problem names a file without the identifiers in its name: by its path, or by folder and position."""
    if not names[path]:
        return str(path), ""
    place = path.parent
    while place != folder and hits_in_name(str(place.relative_to(folder))):
        place = place.parent
    below = [other for other in names if other.is_relative_to(place)]
    return f"{place}/", f"file {below.index(path) + 1} of {len(below)} below it, in the order of names"


def _list(kinds: Collection[str]) -> str:
    return ", ".join(sorted(kind.lower() for kind in kinds))
