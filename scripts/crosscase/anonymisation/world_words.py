"""Words of a study's own texts that no vocabulary has and that name nobody, since all the world knows them.

1. A public name: an institution, a programme, a test, a faith, a thinker (`languages.public_names`).
2. A university by its place, or its place by itself: Utrecht University, University of York, Universität Konstanz.
   A foundation, a trust or an institute that is called after somebody: Robert-Bosch-Stiftung, Fondazione Agnelli.
3. In a sentence the authors of literature, by their surnames alone: in brackets with a year (Braun & Clarke, 2006),
   with the year in brackets behind them, as in Lipsky (1980), or behind "cf." and before a year.

Listed names wait all the same, and so does a common first name beside a year: (Maureen, 2019) may be an interview.
"""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from crosscase.detectors.public_words import is_in_public_name
from crosscase.detectors.spans import Setting, Span
from crosscase.detectors.words import WORD, Word, words_of
from crosscase.languages.public_names import names_in_own_texts
from crosscase.languages.vocabulary import plain

_UNIVERSITY = re.compile(  # the beginning of the word in the languages of Europe
    r"uni[vw]er[sz]|hochschul|fachhochschul|hogeschool|høyskole|hoyskole|hogskol|hojskol|politech|polytech|politec|"
    r"vysok|πανεπιστ|университет|універс|egyetem|yliopist|korkeakoul|sveucilist"
)
_BEFORE_NAME = (
    r"stichting|fondation|fondazione|fundaci\w+|fundac\w+|nadac\w+|stiftelsen?|fond|ιδρυμα\w*|institut|istituto|instituto|"
    r"instytut\w*|ινστιτουτο\w*"
)
_FOUNDATION_BEFORE = re.compile(_BEFORE_NAME)
_FOUNDATION_BEHIND = re.compile(rf"{_BEFORE_NAME}|foundations?|trusts?|\w*stiftung|institutes?|\w*instituts?|instituut")
_ANY = re.compile(r".+")
_MOST_OF_NAME = 3  # words between one of a name and what is called by it
_BESIDE = re.compile(r"[ \u00a0-]+")
_PARTICLES = ("van", "von", "de", "der", "den", "di", "du", "la", "le")
_AUTHOR = rf"(?:(?i:{'|'.join(_PARTICLES)}) )*[^\W\d_a-zß-ÿ][^\W\d_]+(?:[-‐’'][^\W\d_]+)*"
_INITIALS = r"(?:,? (?:[^\W\d_]\.[ -]?)+)?"
_JOINED = r"(?:, | ?& ?|, & |, and | and | und | en | et | y | e | i | a | og | και | / ?)"
_OTHERS = r"(?:,? (?:et al\.?|u\. ?a\.|m\. ?fl\.|in sod\.|i in\.|κ\.ά\.))?"
_AUTHORS = rf"(?P<authors>{_AUTHOR}{_INITIALS}(?:{_JOINED}{_AUTHOR}{_INITIALS}){{0,5}}{_OTHERS})"
_PAGES = r"(?:[:,] ?(?:pp?\.|[Ss]\.|str\.|pag\.|σ\.)? ?\d+(?: ?[-–] ?\d+)?(?: ?ff?\.)?)?"
_YEAR = rf"(?:1[89]|20)\d\d[a-z]?(?!\d){_PAGES}"
_LEAD = (
    r"(?i:cf\.|vgl\.?|see|siehe|s\.|e\.g\.|z\. ?b\.|zie|jf\.|jfr\.?|por\.|zob\.|srov\.|viz|cfr\.?|voir|véase|βλ\.)"
    r"(?: also| auch| ook| aussi)?"
)
_CITATIONS = (
    re.compile(rf"[(\[;] ?(?:{_LEAD} )?{_AUTHORS},? {_YEAR}"),
    re.compile(rf"(?<!\w){_AUTHORS} \({_YEAR}"),
    re.compile(rf"(?<!\w){_LEAD} {_AUTHORS},? \(?{_YEAR}"),
)


class WorldWords:
    """Says of the doubtful spans of a text which of them all the world knows. `is_first_name` is of a plain word."""

    def __init__(self, setting: Setting, is_first_name: Callable[[str], bool]) -> None:
        self._setting = setting
        self._is_first_name = is_first_name

    def are(self, text: str, span: Span) -> bool:
        """Whether each word of a span is one of these where it stands."""
        words = _words_in(text, span)
        if not words:
            return False
        known = _in_own_names(words_of(text))
        if all(word.start in known or is_in_public_name(text, word, self._setting) for word in words):
            return True
        return _names_university(text, words) or self._name_foundation(text, words)

    def name_university(self, text: str, span: Span) -> bool:
        """Whether the words of a span are what a university beside them is called by, and no first name."""
        words = _words_in(text, span)
        return (
            bool(words)
            and _names_university(text, words)
            and not any(self._is_first_name(word.shape) for word in words)
        )

    def _name_foundation(self, text: str, words: list[Word]) -> bool:
        """Whether a foundation is called by the words of a span; a first name alone is the name of none."""
        found = words_of(text)
        first, last = found.index(words[0]), found.index(words[-1])
        if len(words) > 1 and words[-1].capital and _FOUNDATION_BEHIND.fullmatch(words[-1].shape):
            last -= 1
        if len(words) > 1 and words[0].capital and _FOUNDATION_BEFORE.fullmatch(words[0].shape):
            first += 1
        behind = _row(text, found[last : last + _MOST_OF_NAME + 2], _FOUNDATION_BEHIND)
        before = _row(text, found[max(0, first - _MOST_OF_NAME - 1) : first + 1][::-1], _FOUNDATION_BEFORE)
        if behind and _row(text, found[found.index(behind[-1]) :][:2], _ANY):
            behind = []  # Trust Issues: another word goes with it
        name = [word for word in (*before[:-1], *found[first : last + 1], *behind[:-1]) if word.capital]
        is_first_name = len(name) == 1 and self._is_first_name(name[0].shape)
        return bool(before or behind) and bool(name) and not is_first_name

    def without_citations(self, text: str) -> str:
        """A sentence with blanks in the place of the authors, years and pages of literature."""
        for pattern in _CITATIONS:
            for match in pattern.finditer(text):
                if not any(map(self._is_first_name, map(plain, WORD.findall(match["authors"])))):
                    start, end = match.start("authors"), match.end()
                    text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
        return text


def _in_own_names(words: Sequence[Word]) -> frozenset[int]:
    """Where the words of names stand that are public in a study's own texts."""
    names, shapes = names_in_own_texts(), tuple(word.shape for word in words)
    longest = max(map(len, names))
    found = (
        words[first : first + length]
        for length in range(1, longest + 1)
        for first in range(len(words) - length + 1)
        if shapes[first : first + length] in names
    )
    return frozenset(word.start for some in found for word in some)


def _row(text: str, words: Sequence[Word], kind: re.Pattern[str]) -> list[Word]:
    """The words of a name beside the first of some words, up to a capitalised one of a kind; none without such."""
    row: list[Word] = []
    for one, other in pairwise(words):
        left, right = sorted((one, other), key=lambda word: word.start)
        if not ((other.capital or other.shape in _PARTICLES) and _are_beside(text, left, right)):
            break
        row.append(other)
        if other.capital and kind.fullmatch(other.shape):
            return row
    return []


def _words_in(text: str, span: Span) -> list[Word]:
    """The words of a span; a small figure before one (²young) is a part of the word, but not of the span."""
    return [word for word in words_of(text) if word.start < span.end and span.start < word.end]


def _names_university(text: str, words: list[Word]) -> bool:
    """Whether words of a span are a university, or its name before it or behind it, perhaps behind a small word."""
    if any(_UNIVERSITY.match(word.shape) for word in words):
        return True
    found = words_of(text)
    first, last = found.index(words[0]), found.index(words[-1])
    behind = found[last + 1 : last + 2]
    before = found[max(0, first - 2) : first]
    if behind and _UNIVERSITY.match(behind[0].shape) and _are_beside(text, words[-1], behind[0]):
        return True
    small = [word for word in before[-1:] if text[word.start].islower()]
    lead = before[-2:-1] if small else before[-1:]
    row = [*lead, *small, words[0]]
    is_joined = all(_are_beside(text, one, other) for one, other in pairwise(row))
    return bool(lead) and is_joined and _UNIVERSITY.match(lead[0].shape) is not None


def _are_beside(text: str, one: Word, other: Word) -> bool:
    return _BESIDE.fullmatch(text, one.end, other.start) is not None
