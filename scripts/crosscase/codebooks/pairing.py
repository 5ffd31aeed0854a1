"""Which code of one codebook is which of another.

1. Codes with the same path are the same; of the rest, those with the same GUID, or the same id in two of our own
   codebooks; with another name, the id is only a guess, since it may be a number. A GUID that differs says nothing:
   some tools make new ones at every export.
2. What lies below a code that is paired goes along with it, if it keeps its name.
3. Of codes in the same place, two that alone have the same definition are one that was renamed.
4. A level may have been renamed if at least half of what lies directly below it is the same.
5. Of codes elsewhere, two that alone have the same name are one that was moved; a guess, if more codes of either
   codebook have that name.
6. A code may have been renamed if its new name is like the old one.

After each finding it begins again at 2, since more may now go along. What "may have been" is a guess and marked as
such; of several that are as good, none is taken. Nothing depends on which codebook is the older one, nor on the order
of the codes.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from crosscase.codebooks.listed import CodePath, ListedCode
from crosscase.storage.text_form import fold

ALIKE = 85  # of 100: how like a name must be to the old one to be a guess
_HALF = 50  # of 100: how much of what lies below two levels must be the same
Codes = Mapping[CodePath, ListedCode]  # by key
Pair = tuple[CodePath, CodePath]
Scored = tuple[float, CodePath, CodePath]


class Pairing:
    """The pairs of two codebooks: `to` leads from a key of the old one to a key of the new one."""

    def __init__(self, old: Codes, new: Codes) -> None:
        self.to: dict[CodePath, CodePath] = {(): ()}
        self._why: dict[CodePath, str] = {}  # by the old key: what a pair rests on besides the path
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
        """What became of a code whose path is another: moved, renamed or both, with "?" for a guess; and why."""
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
        """What is left in each place that both codebooks have."""
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
        below, there = self._below
        scored = [
            (200 * len(below[a] & there[b]) / (len(below[a]) + len(there[b])), a, b)
            for left, right in self._places()
            for a in left.keys() & below.keys()
            for b in right.keys() & there.keys()
        ]
        return self._guess(scored, _HALF, lambda a, b, _: f"{len(below[a] & there[b])} below both have the same names")

    def _by_name(self) -> bool:
        found = _alone(self._left, self._right, lambda key, code: key[-1])
        nearest = min((len(a) + len(b) for a, b in found), default=0)  # levels before what lies below them
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
        return self._guess(scored, ALIKE, lambda a, b, score: f"likeness {score:.0f} of 100")

    def _guess(self, scored: list[Scored], least: float, told: Callable[[CodePath, CodePath, float], str]) -> bool:
        found = _best_of_both(candidate for candidate in scored if candidate[0] >= least)
        for score, a, b in found:
            self._pair([(a, b)], told(a, b, score), lambda *_: True)
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
    """Pairs of codes with a mark, if it is not empty, that no other code on their side has."""
    marks = [{key: mark(key, code) for key, code in codes.items()} for codes in (left, right)]
    counts = [Counter(side.values()) for side in marks]
    there = {name: key for key, name in marks[1].items()}
    return [(key, there[n]) for key, n in marks[0].items() if n and counts[0][n] == counts[1][n] == 1]


def _best_of_both(scored: Iterable[Scored]) -> list[Scored]:
    """The pairs that fit better than any other that either of the two is in."""
    candidates = list(scored)
    scores: dict[tuple[int, CodePath], list[float]] = defaultdict(list)
    for score, a, b in candidates:
        scores[0, a].append(score)
        scores[1, b].append(score)
    best = {side: max(found) if found.count(max(found)) == 1 else None for side, found in scores.items()}
    return [(score, a, b) for score, a, b in candidates if best[0, a] == score == best[1, b]]
