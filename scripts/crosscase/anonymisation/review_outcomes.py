"""What becomes of a doubtful span by the decisions: on all of its words, and on words within it.

A row of the review may be as long as a sentence, which contact data makes wait as a whole. So a decision on a part of
its words holds inside it:

1. A decision that replaces all of the words replaces them. Nothing within them is looked at.
2. Otherwise words within it that a decision of their own replaces are replaced, whatever is decided on all of them:
   `keep` never undoes `redact`. The closest decision on the part wins, as ever.
3. Words that such a decision names across the edge of a span, also of one that is replaced anyway, are replaced, too:
   who writes words down by hand does not see where a row ends. So are the words of a decision that overlap with what
   another one replaces there: otherwise the placeholder of one would leave the rest of the other.
4. Of a span that is not decided, what was found within it waits as rows of its own beside the whole, so that it can be
   decided alone. Who keeps the whole keeps these, too.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from crosscase.anonymisation.decision_rows import ORDINARY_HERE
from crosscase.anonymisation.reviews import Reviews
from crosscase.detectors.spans import Span, Taken
from crosscase.detectors.words import WORD, Word, words_of
from crosscase.languages.vocabulary import shape


class _Found(NamedTuple):
    """A run of words within a span that somebody has decided to replace, as the decision writes it."""

    span: Span
    decided: str


class _Run(NamedTuple):
    """A run of words of a text on which a decision may be, as the decision writes it."""

    run: tuple[Word, ...]
    decided: str

    @property
    def start(self) -> int:
        """Where its first word begins."""
        return self.run[0].start

    @property
    def end(self) -> int:
        """Where its last word ends."""
        return self.run[-1].end


class Outcomes:
    """Applies the decisions of `reviews` to doubtful spans, and makes the others wait."""

    def __init__(self, reviews: Reviews) -> None:
        self._reviews = reviews
        self._replacing: dict[str, dict[tuple[str, ...], set[str]]] = {}  # decided words, by the first of them
        for decision in reviews.replacing.values():
            if shapes := tuple(map(shape, WORD.findall(decision.words))):
                self._replacing.setdefault(shapes[0], {}).setdefault(shapes, set()).add(decision.words)

    def of(self, document: str, text: str, spans: Iterable[Span]) -> list[Span]:
        """What becomes of the spans of a text: certain ones are replaced, doubtful ones wait. What is in neither stays.

        The spans have no overlap.
        """
        found = sorted(spans)
        across = self._replaced_across(document, text, found) if self._replacing and found else []
        left: list[Span] = []
        for span in found:
            begun = [part for one in across for part in _shared(text, one, span)] if span.doubt else []
            outcome = self._outcome(document, text, span, begun, is_asked=True) if span.doubt else [span]
            left += [one for one in outcome if one not in begun]
        certain = [span for span in left if not span.doubt]
        return sorted([*left, *(part for one in across for part in _outside(text, one, certain))])

    def noted(self, document: str, text: str) -> str:
        """A passage as it is published, after a look at which decided words it still has."""
        self._reviews.unheld.note(document, text)
        return text

    def _outcome(
        self, document: str, text: str, doubt: Span, begun: Sequence[Span] = (), is_asked: bool = False
    ) -> list[Span]:
        """`begun` is replaced already. `is_asked`: without a decision the words wait."""
        decision = self._reviews.judged(document, text, doubt)
        if decision and (replaced := decision.applied(doubt)):
            return replaced
        is_asked = is_asked and decision is None
        certain = self._replaced_within(document, text, doubt, begun)
        for part in doubt.parts:
            if _outside(text, part, certain):
                found = self._outcome(document, text, part, is_asked=is_asked and bool(part.doubt))
                certain += [left for span in found if not span.doubt for left in _outside(text, span, certain)]
        left = _outside(text, doubt, certain)
        if is_asked and left:
            self._reviews.wait(document, text, doubt)
            return sorted([*certain, *left])
        if decision and (certain or decision is not ORDINARY_HERE):
            self._reviews.kept.update(text[part.start : part.end] for part in left)
        return sorted(certain)

    def _replaced_across(self, document: str, text: str, spans: Sequence[Span]) -> list[Span]:
        """The words beyond the edge of a span that a decision replaces, the longest first, without overlap.

        Those that lie beside all spans are found from what overlaps with them and is replaced.
        """
        runs = [_Run(run, words) for run, decided in self._decided_runs(words_of(text)) for words in decided]
        runs = sorted(run for run in runs if not _is_within(run, spans))
        asked = [(run, near) for run in runs if (near := _touched(run, spans))]
        held: dict[_Run, tuple[Span, ...]] = {}
        while asked:
            reached = {run: near for run, near in asked if self._hold(document, text, run, near, held)}
            left = [run for run in runs if run not in held]
            asked = [(run, near) for run in left if (near := tuple(_near(run, reached)))]
        taken: list[Span] = []
        for run in sorted(held, key=lambda one: (one.start - one.end, one)):
            taken += [left for span in held[run] for left in _outside(text, span, taken)]
        return taken

    def _hold(
        self, document: str, text: str, run: "_Run", near: Sequence[Span], held: dict["_Run", tuple[Span, ...]]
    ) -> bool:
        """Whether a decision replaces a run of words `near` some spans; if so, `held` gets by what."""
        across = _within(text, next((span for span in near if span.doubt), near[0]), run.run)
        decision = self._reviews.decided(document, text, across, run.decided, _rows(near, across))
        if replaced := decision.applied(across) if decision else ():
            held[run] = tuple(replaced)
        return bool(replaced)

    def _replaced_within(self, document: str, text: str, doubt: Span, begun: Sequence[Span]) -> list[Span]:
        """The words within a span that a decision of their own replaces, the longest first, with what is `begun`."""
        taken = list(begun)
        found = self._decided_within(text, doubt) if self._replacing else []
        for within, words in sorted(found, key=lambda one: (one.span.start - one.span.end, one)):
            decision = self._reviews.decided(document, text, within, words, _rows([doubt], within))
            for replaced in decision.applied(within) if decision else ():
                taken += _outside(text, replaced, taken)
        return taken

    def _decided_within(self, text: str, doubt: Span) -> Iterator[_Found]:
        """The runs of words within a span on which a decision may be; all of it only if written with other signs."""
        words = [word for word in words_of(text) if doubt.start <= word.start and word.end <= doubt.end]
        whole = shape(text[doubt.start : doubt.end])
        for run, decided in self._decided_runs(words):
            span = _within(text, doubt, run)
            yield from (_Found(span, written) for written in decided if shape(written) != whole)

    def _decided_runs(self, words: Sequence[Word]) -> Iterator[tuple[tuple[Word, ...], set[str]]]:
        """The runs of words on which a decision that replaces them may be, each as the decisions write it."""
        for first, word in enumerate(words):
            for shapes, decided in self._replacing.get(word.shape, {}).items():
                run = tuple(words[first : first + len(shapes)])
                if tuple(one.shape for one in run) == shapes:
                    yield run, decided


def _touched(run: _Run, spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans, given in order, with which a run of words overlaps."""
    first = bisect_right(spans, run.start, key=attrgetter("end"))
    return tuple(spans[first : bisect_left(spans, run.end, key=attrgetter("start"))])


def _is_within(run: _Run, spans: Sequence[Span]) -> bool:
    """Whether a run of words lies in one of the spans, which are given in order."""
    return any(span.start <= run.start and run.end <= span.end for span in _touched(run, spans))


def _near(run: _Run, reached: Mapping[_Run, Sequence[Span]]) -> Iterator[Span]:
    """The spans that a run of words reaches through the runs with which it overlaps."""
    near = (spans for other, spans in reached.items() if other.start < run.end and run.start < other.end)
    yield from dict.fromkeys(span for spans in near for span in spans)


def _rows(spans: Iterable[Span], within: Span) -> list[Span]:
    """What waits of some spans and of their parts that have words of a span: a row for this may be a copy of theirs."""
    rows = [span for span in spans if span.doubt]
    parts = (part for row in rows for part in row.parts if part.doubt)
    return rows + [part for part in parts if part.start < within.end and within.start < part.end]


def _shared(text: str, one: Span, other: Span) -> Iterable[Span]:
    """The part of a span that lies in another one."""
    start, end = max(one.start, other.start), min(one.end, other.end)
    return (one._replace(start=start, end=end, original=shape(text[start:end])),) if start < end else ()


def _within(text: str, doubt: Span, run: Sequence[Word]) -> Span:
    """A run of words as a span: of the kind of what was found there, and with its number."""
    start, end = run[0].start, run[-1].end
    enclosing = [part for part in doubt.parts if part.start <= start and end <= part.end]
    closest = min(enclosing, key=lambda part: part.end - part.start, default=doubt)
    is_whole = (closest.start, closest.end) == (start, end)
    return closest._replace(
        start=start, end=end, original=closest.original if is_whole else shape(text[start:end]), parts=()
    )


def _outside(text: str, span: Span, certain: Sequence[Span]) -> Sequence[Span]:
    """The parts of a span outside of what is replaced; all of it, as it is, if nothing is."""
    taken = Taken((one.start, one.end) for one in certain)
    if not taken.overlapping(span.start, span.end):
        return [span]
    return list(taken.parts_outside(text, span))
