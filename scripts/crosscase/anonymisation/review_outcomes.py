"""What becomes of a doubtful span by the decisions: on all of its words, and on words within it.

A row of the review may be as long as a sentence, which contact data makes wait as a whole. So a decision on a part of
its words holds inside it:

1. A decision that replaces all of the words replaces them. Nothing within them is looked at.
2. Otherwise words within it that a decision of their own replaces are replaced, whatever is decided on all of them:
   `keep` never undoes `redact`. The closest decision on the part wins, as ever.
3. Of a span that is not decided, what was found within it waits as rows of its own beside the whole, so that it can be
   decided alone. Who keeps the whole keeps these, too.
"""

from collections.abc import Iterator, Sequence
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
        for words in reviews.words_to_replace():
            if shapes := tuple(map(shape, WORD.findall(words))):
                self._replacing.setdefault(shapes[0], {}).setdefault(shapes, set()).add(words)

    def of(self, document: str, text: str, doubt: Span) -> list[Span]:
        """What becomes of a doubtful span: certain spans are replaced, doubtful ones wait. What is in neither stays."""
        return self._outcome(document, text, doubt, is_asked=True)

    def _outcome(self, document: str, text: str, doubt: Span, is_asked: bool) -> list[Span]:
        """`is_asked`: without a decision the words wait."""
        decision = self._reviews.judged(document, text, doubt)
        if decision and (replaced := decision.applied(doubt)):
            return replaced
        is_asked = is_asked and decision is None
        certain = self._replaced_within(document, text, doubt)
        for part in doubt.parts:
            if _outside(text, part, certain):
                found = self._outcome(document, text, part, is_asked and bool(part.doubt))
                certain += [left for span in found if not span.doubt for left in _outside(text, span, certain)]
        left = _outside(text, doubt, certain)
        if is_asked and left:
            self._reviews.wait(document, text, doubt)
            return sorted([*certain, *left])
        if decision and certain:
            self._reviews.kept.update(text[part.start : part.end] for part in left)
        return sorted(certain)

    def _replaced_within(self, document: str, text: str, doubt: Span) -> list[Span]:
        """The words within a span that a decision of their own replaces, the longest first."""
        taken: list[Span] = []
        found = self._decided_within(text, doubt) if self._replacing else []
        for within, words in sorted(found, key=lambda one: (one.span.start - one.span.end, one)):
            decision = self._reviews.decided(document, text, within, words, doubt)
            for replaced in decision.applied(within) if decision else ():
                taken += _outside(text, replaced, taken)
        return taken

    def _decided_within(self, text: str, doubt: Span) -> Iterator[_Found]:
        """The runs of words within a span, and not all of it, on which a decision may be."""
        words = [word for word in words_of(text) if doubt.start <= word.start and word.end <= doubt.end]
        for first, word in enumerate(words):
            for shapes, decided in self._replacing.get(word.shape, {}).items():
                run = words[first : first + len(shapes)]
                if len(run) < len(words) and tuple(one.shape for one in run) == shapes:
                    span = _within(text, doubt, run)
                    yield from (_Found(span, written) for written in decided)


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
