"""Recall, precision and over-redaction of a finder on marked sentences, with confidence intervals.

A mark is *replaced* if every letter and digit of it lies in a certain span, else *queued* if all of it lies in certain
or doubtful spans, else *missed*. A certain span is right if it touches a mark of its kind.
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields
from typing import NamedTuple

from crosscase.detectors.spans import Span
from crosscase.languages.common_names import common_names
from crosscase.languages.vocabulary import plain
from tests.evaluation.sentences import EvaluationSet, Mark

KIND = {
    "register": "PERSON", "third": "PERSON", "employer": "ORGANISATION", "organisation": "ORGANISATION",
    "town": "PLACE", "place": "PLACE", "email": "EMAIL", "link": "LINK", "handle": "HANDLE", "ip": "IP",
    "iban": "IBAN", "phone": "PHONE", "national_id": "ID", "plate": "PLATE", "postcode": "POSTCODE",
    "birth_date": "BIRTHDATE", "coordinates": "COORDINATES",
}  # fmt: skip
PATTERNS = tuple(KIND)[6:]
CONTACTS = {"address": "ADDRESS", "spoken_email": "EMAIL", "spoken_phone": "PHONE", "file_number": "FILE"}
KIND |= CONTACTS
LISTED_THINGS = ("register", "employer", "organisation", "town", "place")
LISTED, UNLISTED = "third, a common name", "third, in no list"
NAMES = ("register", UNLISTED, LISTED, *tuple(KIND)[2:6])
_POSSESSIVE = re.compile(r"['’][sS]?$")  # identifies nobody
# What stands before a date and belongs to it in no language: on the second of May.
_BEFORE_DATE = re.compile(r"^(?:(?:on|the|am|den|il|a|em|στις|την|op|dne|dnia|i)\s)+", re.IGNORECASE)
_Z = 1.959964  # of the normal distribution, for 95 per cent


@dataclass
class Score:
    """What became of the marks of each type, and of everything else."""

    replaced: Counter[str] = field(default_factory=Counter)
    queued: Counter[str] = field(default_factory=Counter)
    waiting: Counter[str] = field(default_factory=Counter)  # missed, in a passage that waits as a whole
    marks: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)  # certain spans by kind
    wrong: Counter[str] = field(default_factory=Counter)
    words: int = 0
    unmarked: int = 0  # words outside of marks
    over: int = 0  # of these replaced
    rows: int = 0  # of the queue
    idle: int = 0  # of these: that touch no mark
    faults: list[str] = field(default_factory=list)

    def __add__(self, other: "Score") -> "Score":
        return Score(*(getattr(self, part.name) + getattr(other, part.name) for part in fields(self)))

    def recall(self, *types: str) -> "Share":
        """How many marks of some types are replaced."""
        return Share(sum(self.replaced[type_] for type_ in types), sum(self.marks[type_] for type_ in types))

    def noticed(self, *types: str) -> "Share":
        """How many marks of some types are replaced or queued."""
        replaced, of = self.recall(*types)
        return Share(replaced + sum(self.queued[type_] for type_ in types), of)

    def awaited(self, *types: str) -> "Share":
        """How many marks of some types are replaced or queued, or stand in a passage that waits as a whole."""
        noticed, of = self.noticed(*types)
        return Share(noticed + sum(self.waiting[type_] for type_ in types), of)

    def precision(self, *kinds: str) -> "Share":
        """How many replacements of some kinds touch a mark of their kind."""
        right = sum(self.right[kind] for kind in kinds)
        return Share(right, right + sum(self.wrong[kind] for kind in kinds))


class Share(NamedTuple):
    """A number of hits, and of how many."""

    hits: int
    of: int

    def interval(self) -> tuple[float, float]:
        """Wilson's score interval, 95 per cent (Wilson 1927, J. Am. Stat. Assoc. 22)."""
        if not self.of:
            return 0.0, 1.0
        share = self.hits / self.of
        centre = share + _Z**2 / (2 * self.of)
        spread = _Z * math.sqrt(share * (1 - share) / self.of + _Z**2 / (4 * self.of**2))
        return max(0.0, (centre - spread) / (1 + _Z**2 / self.of)), min(1.0, (centre + spread) / (1 + _Z**2 / self.of))


def type_of(language: str, text: str, mark: Mark) -> str:
    """The type under which a mark is counted: third parties by whether the detectors know a word of their name."""
    if mark.type != "third":
        return mark.type
    words = plain(text[mark.start : mark.end]).replace("-", " ").split()
    return UNLISTED if common_names(language).isdisjoint(words) else LISTED


def score(
    found: EvaluationSet, find: Callable[[str], list[Span]], waits: Callable[[str], bool] = lambda _: False
) -> Score:
    """Score a finder. `waits` says whether all of a passage waits until somebody has read it."""
    total = Score()
    for text, marks in found.sentences:
        spans = find(text)
        certain = [span for span in spans if not span.doubt]
        total.rows += len(spans) - len(certain)
        total.idle += sum(bool(span.doubt) and not any(touch(span, mark) for mark in marks) for span in spans)
        for mark in marks:
            counted_as = type_of(found.language, text, mark)
            total.marks[counted_as] += 1
            if covered(text, mark, certain):
                total.replaced[counted_as] += 1
            elif covered(text, mark, spans):
                total.queued[counted_as] += 1
            elif waits(text):
                total.waiting[counted_as] += 1
            if not covered(text, mark, spans if mark.type in ("third", "queue") else certain):
                total.faults.append(f"missed {mark.type}: {text[mark.start : mark.end]!r} in {text}")
        for span in certain:
            is_right = any(touch(span, mark) and _agree(span, mark) for mark in marks)
            (total.right if is_right else total.wrong)[span.kind] += 1
            if not is_right:
                total.faults.append(f"wrong {span.kind}: {text[span.start : span.end]!r} in {text}")
        _count_words(text, marks, certain, total)
    return total


def _agree(span: Span, mark: Mark) -> bool:
    """A person may be found as another kind of name, but a number must be found as its own kind."""
    names = ("PERSON", "PLACE", "ORGANISATION", "HANDLE", "EMAIL", "LINK")
    return mark.type == "queue" or span.kind == KIND[mark.type] or (span.kind in names and KIND[mark.type] in names)


def touch(span: Span, mark: Mark) -> bool:
    return span.start < mark.end and mark.start < span.end


def covered(text: str, mark: Mark, spans: Iterable[Span]) -> bool:
    covered = {place for span in spans for place in range(span.start, span.end)}
    end = mark.start + len(_POSSESSIVE.sub("", text[mark.start : mark.end]))
    lead = _BEFORE_DATE.match(text[mark.start : end]) if mark.type == "birth_date" else None
    return all(
        place in covered for place in range(mark.start + (lead.end() if lead else 0), end) if text[place].isalnum()
    )


def _count_words(text: str, marks: list[Mark], certain: list[Span], total: Score) -> None:
    for match in re.finditer(r"\w+", text):
        word = Span(*match.span(), "", "")
        total.words += 1
        if not any(touch(word, mark) for mark in marks):
            total.unmarked += 1
            total.over += any(word.start < span.end and span.start < word.end for span in certain)
