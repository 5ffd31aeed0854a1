"""Pairs of codes of two codebooks that are the same code.

1. Codes with the same path are the same; of the rest, those with the same GUID, or with the same id in two
   codebook.csv files. If the names differ, a pair by id is only a guess, because the id may be a number. Different
   GUIDs mean nothing: some tools make new ones at every export.
2. Codes below a paired code move together with it, if they keep their names.
3. Two codes in the same place, the only ones with their definition, are one code that was renamed.
4. A level may have been renamed if at least half of the names directly below it are the same.
5. Two codes in different places, the only ones left with their name, are one code that was moved. This is a guess if
   other codes of either codebook have that name.
6. A code may have been renamed if its new name is similar to the old one.

After each new pair the search begins again at 2. "May have been" is a guess and is marked as such; of equally good
pairs, none is used. The result depends neither on which codebook is older nor on the order of the codes.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from crosscase.codebooks.listed import CodePath, ListedCode
from crosscase.messages.wording import counted
from crosscase.storage.text_form import fold

ALIKE = 85  # of 100: similarity of two names from which a pair is a guess
_HALF = 50  # of 100: share of equal names below two levels
Codes = Mapping[CodePath, ListedCode]  # by key
Pair = tuple[CodePath, CodePath]
Scored = tuple[float, CodePath, CodePath]


class Pairing:
    """The pairs of two codebooks: `to` leads from a key of the old one to a key of the new one."""

    def __init__(self, old: Codes, new: Codes) -> None:
        self.to: dict[CodePath, CodePath] = {(): ()}
        self._why: dict[CodePath, str] = {}  # by the old key: evidence for a pair besides the path
        self._guesses: set[CodePath] = set()  # old keys
        self._left, self._right = dict(old), dict(new)
        self._names = [Counter(key[-1] for key in codes) for codes in (old, new)]
        self._below = (_labels_below(old), _labels_below(new))
        self._pair([(key, key) for key in old if key in new])
        self._pair(_alone(self._left, self._right, lambda key, code: code.guid), "same GUID")
        same_id = _alone(self._left, self._right, lambda key, code: code.id and f"{code.listed} {code.id}")
        self._pair(same_id, "same id", lambda a, b: a[-1] != b[-1])
        steps = (self._carried, self._by_definition, self._by_contents, self._by_name, self._by_likeness)
        while any(step() for step in steps):
            pass

    def went_along(self, key: CodePath) -> bool:
        """Whether a code of the old codebook has another path only because a level above it has."""
        above = self.to.get(key[:-1])
        return above is not None and self.to.get(key) == (*above, key[-1]) != key

    def judge(self, key: CodePath) -> tuple[str, str]:
        """The change of a code with a new path: moved, renamed or both, with "?" for a guess; and the evidence."""
        found = self.to[key]
        renamed = "renamed" if key[-1] != found[-1] else ""
        moved = "moved" if self.to.get(key[:-1]) != found[:-1] else ""
        doubt = "?" if key in self._guesses else ""
        return " and ".join(filter(None, (renamed, moved))) + doubt, self._why.get(key, "")

    def _pair(
        self, pairs: Iterable[Pair], why: str = "", guess: Callable[[CodePath, CodePath], bool] | None = None
    ) -> bool:
        found = list(pairs)
        for left, right in found:
            self.to[left] = right
            del self._left[left], self._right[right]
            if why:
                self._why[left] = why
            if guess and guess(left, right):
                self._guesses.add(left)
        return bool(found)

    def _carried(self) -> bool:
        found = []
        for key in self._left:
            goal = (*self.to[key[:-1]], key[-1]) if key[:-1] in self.to else None
            if goal in self._right:
                found.append((key, goal))
        return self._pair(found)

    def _places(self) -> Iterator[tuple[Codes, Codes]]:
        """The codes without a pair in each place that both codebooks have."""
        left, right = _by_place(self._left), _by_place(self._right)
        return ((left[place], right[self.to[place]]) for place in left if self.to.get(place) in right)

    def _by_definition(self) -> bool:
        pairs = [
            pair
            for left, right in self._places()
            for pair in _alone(left, right, lambda key, code: fold(code.definition))
        ]
        return self._pair(pairs, "same definition")

    def _by_contents(self) -> bool:
        old_below, new_below = self._below
        scored = [
            (200 * len(old_below[a] & new_below[b]) / (len(old_below[a]) + len(new_below[b])), a, b)
            for left, right in self._places()
            for a in left.keys() & old_below.keys()
            for b in right.keys() & new_below.keys()
        ]

        def evidence(a: CodePath, b: CodePath, _: float) -> str:
            return f"{counted(len(old_below[a] & new_below[b]), 'name')} below both the same"

        return self._guess(scored, _HALF, evidence)

    def _by_name(self) -> bool:
        found = _alone(self._left, self._right, lambda key, code: key[-1])
        nearest = min((len(a) + len(b) for a, b in found), default=0)  # levels before the codes below them
        pairs = ((a, b) for a, b in found if len(a) + len(b) == nearest)
        return self._pair(pairs, guess=lambda a, b: self._names[0][a[-1]] > 1 or self._names[1][b[-1]] > 1)

    def _by_likeness(self) -> bool:
        from rapidfuzz import fuzz, process

        scored: list[Scored] = []
        for left, right in self._places():
            names = {key: key[-1] for key in right}
            for a in left:
                alike = process.extract(a[-1], names, scorer=fuzz.ratio, limit=None, score_cutoff=ALIKE)
                scored.extend((score, a, b) for _, score, b in alike)
        return self._guess(scored, ALIKE, lambda a, b, score: f"similarity {score:.0f} of 100")

    def _guess(self, scored: list[Scored], least: float, evidence: Callable[[CodePath, CodePath, float], str]) -> bool:
        found = _best_of_both(candidate for candidate in scored if candidate[0] >= least)
        for score, a, b in found:
            self._pair([(a, b)], evidence(a, b, score), lambda *_: True)
        return bool(found)


def _by_place(codes: Codes) -> dict[CodePath, dict[CodePath, ListedCode]]:
    places: dict[CodePath, dict[CodePath, ListedCode]] = defaultdict(dict)
    for key, code in codes.items():
        places[key[:-1]][key] = code
    return places


def _labels_below(codes: Codes) -> dict[CodePath, set[str]]:
    below: dict[CodePath, set[str]] = defaultdict(set)
    for key in codes:
        below[key[:-1]].add(key[-1])
    return below


def _alone(left: Codes, right: Codes, mark: Callable[[CodePath, ListedCode], str]) -> list[Pair]:
    """Pairs of codes with the same mark (not empty), which no other code of either codebook has."""
    marks = [{key: mark(key, code) for key, code in codes.items()} for codes in (left, right)]
    counts = [Counter(side.values()) for side in marks]
    right_keys = {name: key for key, name in marks[1].items()}
    return [(key, right_keys[n]) for key, n in marks[0].items() if n and counts[0][n] == counts[1][n] == 1]


def _best_of_both(scored: Iterable[Scored]) -> list[Scored]:
    """The pairs with a higher score than any other pair of either code."""
    candidates = list(scored)
    scores: dict[tuple[int, CodePath], list[float]] = defaultdict(list)
    for score, a, b in candidates:
        scores[0, a].append(score)
        scores[1, b].append(score)
    best = {side: max(found) if found.count(max(found)) == 1 else None for side, found in scores.items()}
    return [(score, a, b) for score, a, b in candidates if best[0, a] == score == best[1, b]]
