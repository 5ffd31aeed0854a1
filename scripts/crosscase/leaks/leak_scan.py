"""The scan of every file below a folder, of its name and its content, and the verdict.

A problem names the file and the kind of identifier, never the words. If a file's own name contains the words, the
problem names the folder and the position of the file in it.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path, PurePath

from crosscase.leaks import chance, contents, stated_texts
from crosscase.leaks.containers import BETWEEN
from crosscase.leaks.contents import NO_PLACE, NOWHERE, WHOLE, Known, Place, Share, Sort
from crosscase.leaks.machine_traces import Traces
from crosscase.leaks.proofs import Proofs
from crosscase.leaks.raw_bytes import READINGS
from crosscase.leaks.search import About, Search
from crosscase.leaks.searched_contents import Found, search_files
from crosscase.leaks.spellings import spellings
from crosscase.leaks.stated_texts import Stated
from crosscase.messages.errors import Problem, stop_on
from crosscase.messages.wording import counted
from crosscase.running.stray_results import RESULTS, files_to_scan
from crosscase.storage.limits import DEFAULT, Limits

_REMEDY = (
    "Do not share the results. Find the cause. An unknown name: add it to the list of identifiers. Not a name: decide"
    " `keep` in the review. A file that the pipeline does not make: delete it. Then build again."
)
_REPLACE = "Do not share this file. Delete it and build again. If it comes back so, please report this as a defect."
_NAMED = About(named=True)
_INSPECT = "Do not share this file. Inspect or delete it, or replace it by one that can be opened."


@dataclass(frozen=True, slots=True)
class LeakScan:
    """The search and its limits.

    `clean`: digests of the pipeline's files, which need no search. `proofs`: what is known of the published tables.
    `composed`: the files and folders that the pipeline composes, but for fields of tables and passages on the page.
    `stated`: the texts that files of the study state.
    """

    search: Search
    traces: Traces
    clean: Collection[str] = frozenset()
    limits: Limits = DEFAULT
    proofs: Proofs | None = None
    composed: Collection[str] = frozenset()
    stated: Collection[Stated] = ()

    def verdict_on(self, folder: Path, processes: int = 1) -> str:
        """The verdict on the files below a folder, a sentence. Raises StudyError if one contains an identifier."""
        paths = files_to_scan(folder)
        stop_on(self._problems(folder, paths, processes))
        searched = f"{counted(len(paths), 'file')} searched for {counted(self.search.searched, 'identifier')}"
        return f"No leak found: {searched}.\n"

    def _problems(self, folder: Path, paths: list[Path], processes: int) -> Iterator[Problem]:
        names = {path: self.kinds_in_name(str(path.relative_to(folder))) for path in paths}
        places = {path: self._place_of(str(RESULTS / path.relative_to(folder))) for path in paths}
        contents = search_files(self.search_content, places, processes)
        stated = self._stated(frozenset().union(*(found.kinds for found in contents.values())))
        yield from stated
        explained = frozenset().union(*stated.values())
        for path in paths:
            file, place = _public_place(folder, path, names, self.kinds_in_name)
            if names[path]:
                yield Problem(file, place, f"its name contains an identifier ({_list(names[path])})", _REMEDY)
            found = contents[path]
            if found.unsearchable:
                what = f"it cannot be searched for identifiers: {found.unsearchable}"
                yield Problem(file, place, what, _INSPECT)
            if found.unproven:
                columns = ", ".join(f"`{name}`" for name in sorted(found.unproven))
                yield Problem(file, place, f"values of {columns} are not such as the pipeline makes", _REPLACE)
            if found.kinds - explained:
                yield Problem(file, place, f"it contains an identifier ({_list(found.kinds)})", _REMEDY)

    def _stated(self, kinds: Collection[str]) -> dict[Problem, frozenset[str]]:
        """The texts of the study that name somebody: results repeat them, or have these kinds."""
        return dict(stated_texts.naming_somebody(self.stated, kinds, self._kinds_stated))

    def _kinds_stated(self, text: str) -> set[str]:
        """The kinds of identifier in a text of the study, in any spelling."""
        return {kind for spelling in spellings(text) for kind in self.search.kinds_stated(spelling)}

    def kinds_in_name(self, name: str) -> set[str]:
        """The kinds of identifier in the name of a file or a folder."""
        kinds = set()
        for spelling in (*spellings(name), self.search.misread(name)):
            kinds |= self.search.kinds(spelling, _NAMED) | self.traces.kinds(spelling)
            kinds |= self.search.kinds(spelling.title(), _NAMED._replace(whole_names=True))
        return kinds

    def _place_of(self, path: str) -> Place:
        return Place(path, not {path, *map(str, PurePath(path).parents)}.isdisjoint(self.composed))

    def search_content(
        self, data: bytes, elsewhere: Mapping[str, int] = NOWHERE, place: Place = NO_PLACE, share: Share = WHOLE
    ) -> Found:
        """What is in the content of a file, or in a share of it, except in the parts that are `elsewhere`.

        Raises Unsearchable.
        """
        texts: dict[Sort, list[str]] = {}
        known = Known(self.proofs, self.limits, self.clean, elsewhere, share)
        for sort, words in contents.texts(data, known, place):
            texts.setdefault(sort, []).append(words)
        kinds = self.kinds_in_name(BETWEEN.join(dict.fromkeys(texts.get(Sort.NAME, ()))))
        for sort in (Sort.WORDS, Sort.COMPOSED):
            words, about = BETWEEN.join(texts.get(sort, ())), About(composed=sort == Sort.COMPOSED)
            for spelling in chain(spellings(words), [self.search.misread(words)]):
                kinds |= self.search.kinds(spelling, about) | self.traces.kinds(spelling)
        kinds |= self.search.kinds_at_edges(
            field for words in texts.get(Sort.WORDS, ()) for field in words.split(BETWEEN)
        )
        runs = {sort: BETWEEN.join(texts.get(sort, ())) for sort in (Sort.RUNS, Sort.COMPOSED_RUNS)}
        shortest = chance.shortest_proof(sum(map(len, runs.values())) // READINGS, self.search.searched)
        for sort, run in runs.items():
            kinds |= self.search.kinds(run, About(shortest=shortest, composed=sort == Sort.COMPOSED_RUNS))
            kinds |= self.traces.kinds(run, shortest)
        elsewhere_found, unproven = (frozenset(texts.get(sort, ())) for sort in (Sort.ELSEWHERE, Sort.UNPROVEN))
        return Found(frozenset(kinds), elsewhere_found, unproven)


def _public_place(
    folder: Path, path: Path, names: dict[Path, set[str]], kinds_in_name: Callable[[str], set[str]]
) -> tuple[str, str]:
    """How a problem names a file without the identifiers in its name: by its path, or by folder and position."""
    if not names[path]:
        return str(path), ""
    place = path.parent
    while place != folder and kinds_in_name(str(place.relative_to(folder))):
        place = place.parent
    below = [other for other in names if other.is_relative_to(place)]
    return f"{place}/", f"file {below.index(path) + 1} of {len(below)} below it, in the order of names"


def _list(kinds: Collection[str]) -> str:
    return ", ".join(sorted(kind.lower() for kind in kinds))
