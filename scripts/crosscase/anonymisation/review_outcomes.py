"""What becomes of a text by the decisions of people: of what waits in it, and of the words that a decision names.

A row of the review may be as long as a sentence, which contact data makes wait as a whole. So a decision on a part of
its words holds inside it:

1. A decision that replaces all of the words replaces them. Nothing within them is looked at.
2. Otherwise words within it that a decision of their own replaces are replaced, whatever is decided on all of them:
   `keep` never undoes `redact`. The closest decision on the part wins, as ever.
3. Words that such a decision names where no rule has found anything, or across the edge of what one has found, are
   replaced, too: who writes words down by hand has read what no rule knows. Of decisions that overlap there both hold:
   otherwise the placeholder of one would leave the rest of the other.
4. Of a span that is not decided, what was found within it waits as rows of its own beside the whole, so that it can be
   decided alone. Who keeps the whole keeps these, too.

Initials of who speaks are certain, but wait like others where a decision or the study's texts have them as a word.

Words that a decision replaces elsewhere alone may stay here, and results may have them (`Reviews.kept`).
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import takewhile
from operator import attrgetter
from typing import NamedTuple

from crosscase.anonymisation.decided_words import ANYWHERE, Run
from crosscase.anonymisation.decision_rows import ORDINARY_HERE, Decision, Where
from crosscase.anonymisation.identifiers import MAY_BE_DECIDED
from crosscase.anonymisation.reviews import Reviews
from crosscase.detectors.spans import Setting, Span, Taken
from crosscase.languages.vocabulary import shape

_SHORT_NUMBER = 3  # figures
_TAKEN = re.compile(rb"\x01+")
_UNKNOWN = Span(0, 0, "PERSON", "")  # words that no rule has found are a person's name unless the decision says else


class _Passage(NamedTuple):
    """A text of a document, what was found in it, in order and without overlap, and the words of decisions in it."""

    document: str
    text: str
    spans: Sequence[Span]
    runs: Sequence[Run]


class Outcomes:
    """Applies the decisions of `reviews` to doubtful spans and to the words that they name; makes the others wait."""

    def __init__(self, reviews: Reviews) -> None:
        self._reviews = reviews
        self._words = reviews.decided_words

    def of(self, document: str, text: str, spans: Iterable[Span], setting: Setting = ANYWHERE) -> list[Span]:
        """What becomes of the spans of a text: certain ones are replaced, doubtful ones wait. What is in neither stays.

        The spans have no overlap. `text` is in Unicode form C.
        """
        runs = self._words.find(text, setting) if self._words.may_be_in(text) else []
        found = sorted(self._in_doubt(document, text, span) for span in spans)
        if not (found or runs):
            return []
        passage = _Passage(document, text, found, runs)
        across = self._replaced_beside(passage) if runs else []
        left: list[Span] = []
        for span in passage.spans:
            begun = [part for one in _touched(span, across) for part in _shared(text, one, span)] if span.doubt else []
            outcome = self._outcome(passage, span, begun, is_asked=True) if span.doubt else [span]
            left += [one for one in outcome if one not in begun]
        certain = Taken((span.start, span.end) for span in left if not span.doubt)
        result = sorted([*left, *(part for one in across for part in _not_taken(text, one, certain))])
        self._note(passage, result)
        self._reviews.unfound += sum(not _touched(one, found) for one in across)
        return result

    def _in_doubt(self, document: str, text: str, span: Span) -> Span:
        """A span, doubtful if it is certain only unless something shows that its words are others."""
        is_open = span.unless_kept and not span.doubt and self._reviews.in_doubt(document, text, span)
        return span._replace(doubt=span.unless_kept) if is_open else span

    def note_withheld(self, document: str, text: str, setting: Setting) -> None:
        """Note which decided words a passage has that is not published."""
        if self._words.may_be_in(text):
            self._note_fitting(_Passage(document, text, (), self._words.find(text, setting)))

    def _note(self, passage: _Passage, result: Sequence[Span]) -> None:
        """Note which decided words a text has, and which of them stay, since decisions on them hold elsewhere."""
        self._note_fitting(passage)
        for run in passage.runs:
            if run.words not in run.others and not _touched(run, result):
                self._reviews.kept.add(passage.text[run.start : run.end])

    def _note_fitting(self, passage: _Passage) -> None:
        for run in passage.runs:
            is_meant = _is_meant(run, _touched(run, passage.spans))
            fitting = self._reviews.fitting(passage.document, passage.text, run)
            self._reviews.unheld.note(number for number in fitting if is_meant(self._reviews.replacing[number]))

    def _outcome(
        self, passage: _Passage, doubt: Span, begun: Sequence[Span] = (), is_asked: bool = False
    ) -> list[Span]:
        """`begun` is replaced already. `is_asked`: without a decision the words wait."""
        text = passage.text
        decision = self._reviews.judged(passage.document, text, doubt)
        if decision and (replaced := decision.applied(_with_number(passage, doubt))):
            return replaced
        is_asked = is_asked and decision is None
        certain = self._replaced_within(passage, doubt, begun)
        for part in doubt.parts:
            if _outside(text, part, certain):
                found = self._outcome(passage, part, is_asked=is_asked and bool(part.doubt))
                certain += [left for span in found if not span.doubt for left in _outside(text, span, certain)]
        left = _outside(text, doubt, certain)
        if is_asked and left:
            self._reviews.wait(passage.document, text, doubt)
            return sorted([*certain, *left])
        if decision and (certain or decision is not ORDINARY_HERE):
            self._reviews.kept.update(text[part.start : part.end] for part in left)
        return sorted(certain)

    def _replaced_beside(self, passage: _Passage) -> list[Span]:
        """The words outside of all spans or beyond the edge of one that a decision replaces, without overlap.

        Of those that overlap the longest comes first, so that nothing of another one is left beside it.
        """
        replaced = [
            span
            for run in passage.runs
            if not _is_within(run, near := _touched(run, passage.spans))
            for span in self._replaced(passage, run, near)
        ]
        return _longest_first(passage.text, replaced)

    def _replaced(self, passage: _Passage, run: Run, near: Sequence[Span]) -> Sequence[Span]:
        """What a decision makes of some words `near` which a rule has found something."""
        across = _span_of(run, next((span for span in near if span.doubt), near[0] if near else _UNKNOWN))
        decision = self._reviews.decided(
            passage.document, passage.text, across, run.words, _rows(near, across), _is_meant(run, near), bool(near)
        )
        return decision.applied(across) if decision else ()

    def _replaced_within(self, passage: _Passage, doubt: Span, begun: Sequence[Span]) -> list[Span]:
        """The words within a span that a decision of their own replaces, the longest first, with what is `begun`."""
        taken, text = list(begun), passage.text
        for run in sorted(_within(passage, doubt), key=lambda one: (one.start - one.end, one[:3])):
            within = _span_of(run, doubt)
            decision = self._reviews.decided(passage.document, text, within, run.words, _rows([doubt], within))
            for replaced in decision.applied(within) if decision else ():
                taken += _outside(text, replaced, taken)
        return taken


def _is_meant(run: Run, near: Sequence[Span]) -> Callable[[Decision], bool]:
    """Whether a decision means some words, `near` which a rule has found something, or nothing.

    Where nothing is found, they may be another word, and a letter or a short number stands anywhere.
    """
    is_slight = len(run.original) == 1 or (run.original.isdecimal() and len(run.original) <= _SHORT_NUMBER)

    def is_meant(decision: Decision) -> bool:
        return decision.words not in run.others and not (is_slight and decision.where == Where.EVERYWHERE)

    return (lambda _: True) if near else is_meant


def _within(passage: _Passage, doubt: Span) -> Iterator[Run]:
    """The words within a span on which a decision may be; all of it only if written with other signs."""
    whole = shape(passage.text[doubt.start : doubt.end])
    first = bisect_left(passage.runs, doubt.start, key=attrgetter("start"))
    for run in takewhile(lambda one: one.start < doubt.end, passage.runs[first:]):
        if run.end <= doubt.end and shape(run.words) != whole:
            yield run


def _touched(run: Run | Span, spans: Sequence[Span]) -> Sequence[Span]:
    """The spans, given in order, with which some words overlap."""
    first = bisect_right(spans, run.start, key=attrgetter("end"))
    return spans[first : bisect_left(spans, run.end, key=attrgetter("start"))]


def _is_within(run: Run, spans: Sequence[Span]) -> bool:
    """Whether some words lie in one of the spans with which they overlap."""
    return any(span.start <= run.start and run.end <= span.end for span in spans)


def _longest_first(text: str, spans: Iterable[Span]) -> list[Span]:
    """Spans, and of those that overlap with longer ones what is left beside these, in order."""
    taken, kept = bytearray(len(text)), list[Span]()
    for span in sorted(spans, key=lambda one: (one.start - one.end, one)):
        places = [match.span() for match in _TAKEN.finditer(taken, span.start, span.end)]
        kept += _not_taken(text, span, Taken(places))
        taken[span.start : span.end] = b"\1" * (span.end - span.start)
    return sorted(kept)


def _rows(spans: Iterable[Span], within: Span) -> list[Span]:
    """What waits of some spans and of their parts that have words of a span: a row for this may be a copy of theirs."""
    rows = [span for span in spans if span.doubt]
    parts = (part for row in rows for part in row.parts if part.doubt)
    return rows + [part for part in parts if part.start < within.end and within.start < part.end]


def _shared(text: str, one: Span, other: Span) -> Iterable[Span]:
    """The part of a span that lies in another one."""
    start, end = max(one.start, other.start), min(one.end, other.end)
    return (one._replace(start=start, end=end, original=shape(text[start:end])),) if start < end else ()


def _span_of(run: Run, found: Span) -> Span:
    """Some words as a span: of the kind of what was `found` there, and with its number if they are all of it."""
    enclosing = [part for part in found.parts if part.start <= run.start and run.end <= part.end]
    closest = min(enclosing, key=lambda part: part.end - part.start, default=found)
    is_whole = (closest.start, closest.end) == (run.start, run.end)
    original = closest.original if is_whole and not _is_written_otherwise(closest, run) else run.original
    return closest._replace(start=run.start, end=run.end, original=original, parts=())


def _with_number(passage: _Passage, doubt: Span) -> Span:
    """A span that is decided, with the number that its words have in every spelling."""
    first = bisect_left(passage.runs, doubt.start, key=attrgetter("start"))
    for run in takewhile(lambda one: one.start == doubt.start, passage.runs[first:]):
        if run.end == doubt.end and _is_written_otherwise(doubt, run):
            return doubt._replace(original=run.original)
    return doubt


def _is_written_otherwise(span: Span, run: Run) -> bool:
    """Whether a span of a name has the letters of a decision and other signs between them: ben-gurion, ben gurion."""
    letters = (filter(str.isalnum, words) for words in (span.original, run.original))
    return span.kind in MAY_BE_DECIDED and span.original != run.original and len({"".join(one) for one in letters}) == 1


def _outside(text: str, span: Span, certain: Sequence[Span]) -> Sequence[Span]:
    """The parts of a span outside of what is replaced; all of it, as it is, if nothing is."""
    return _not_taken(text, span, Taken((one.start, one.end) for one in certain))


def _not_taken(text: str, span: Span, taken: Taken) -> Sequence[Span]:
    """The parts of a span outside of some places; all of it, as it is, if none is in it."""
    return list(taken.parts_outside(text, span)) if taken.overlapping(span.start, span.end) else [span]
