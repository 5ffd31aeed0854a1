"""What becomes of a doubtful span by the decisions: on all of its words, and on words within it.

A row of the review may be as long as a sentence, which contact data makes wait as a whole. So a decision on a part of
its words holds inside it:

1. A decision that replaces all of the words replaces them. Nothing within them is looked at.
2. Otherwise words within it that a decision of their own replaces are replaced, whatever is decided on all of them:
   `keep` never undoes `redact`. The closest decision on the part wins, as ever.
3. Words that such a decision names across the edge of a span, also of one that is replaced anyway, are replaced, too:
   who writes words down by hand does not see where a row ends.
4. Of a span that is not decided, what was found within it waits as rows of its own beside the whole, so that it can be
   decided alone. Who keeps the whole keeps these, too.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from crosscase.anonymisation.reviews import Reviews
from crosscase.detectors.spans import Span, Taken
from crosscase.detectors.words import WORD, Word, words_of
from crosscase.languages.vocabulary import shape


class _Found(NamedTuple):
    """A run of words within a span that somebody has decided to replace, as the decision writes it."""

    span: Span
    decided: str


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
        if decision and certain:
            self._reviews.kept.update(text[part.start : part.end] for part in left)
        return sorted(certain)

    def _replaced_across(self, document: str, text: str, spans: Sequence[Span]) -> list[Span]:
        """The words beyond the edge of a span that a decision replaces, the longest first, without overlap."""
        taken: list[Span] = []
        found = [
            (run, touched, words)
            for run, decided in self._decided_runs(words_of(text))
            if (touched := _crossed(run, spans))
            for words in decided
        ]
        for run, touched, words in sorted(found, key=lambda one: (one[0][0].start - one[0][-1].end, one[0], one[2])):
            kind = next((span for span in touched if span.doubt), touched[0])
            across = _within(text, kind, run)
            rows = (span for span in touched if span.doubt)
            asked = (self._reviews.decided(document, text, across, words, row) for row in (*rows, across))
            if decision := next(filter(None, asked), None):
                taken += [left for span in decision.applied(across) for left in _outside(text, span, taken)]
        return taken

    def _replaced_within(self, document: str, text: str, doubt: Span, begun: Sequence[Span]) -> list[Span]:
        """The words within a span that a decision of their own replaces, the longest first, with what is `begun`."""
        taken = list(begun)
        found = self._decided_within(text, doubt) if self._replacing else []
        for within, words in sorted(found, key=lambda one: (one.span.start - one.span.end, one)):
            decision = self._reviews.decided(document, text, within, words, doubt)
            for replaced in decision.applied(within) if decision else ():
                taken += _outside(text, replaced, taken)
        return taken

    def _decided_within(self, text: str, doubt: Span) -> Iterator[_Found]:
        """The runs of words within a span, and not all of it, on which a decision may be."""
        words = [word for word in words_of(text) if doubt.start <= word.start and word.end <= doubt.end]
        for run, decided in self._decided_runs(words):
            if len(run) < len(words):
                span = _within(text, doubt, run)
                yield from (_Found(span, written) for written in decided)

    def _decided_runs(self, words: Sequence[Word]) -> Iterator[tuple[Sequence[Word], set[str]]]:
        """The runs of words on which a decision that replaces them may be, each as the decisions write it."""
        for first, word in enumerate(words):
            for shapes, decided in self._replacing.get(word.shape, {}).items():
                run = words[first : first + len(shapes)]
                if tuple(one.shape for one in run) == shapes:
                    yield run, decided


def _crossed(run: Sequence[Word], spans: Sequence[Span]) -> list[Span]:
    """The spans, given in order, of which some words of a run are a part; none if the run lies in one."""
    start, end = run[0].start, run[-1].end
    first, last = bisect_right(spans, start, key=attrgetter("end")), bisect_left(spans, end, key=attrgetter("start"))
    touched = spans[first:last]
    is_within = any(span.start <= start and end <= span.end for span in touched)
    return [] if is_within else list(touched)


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
