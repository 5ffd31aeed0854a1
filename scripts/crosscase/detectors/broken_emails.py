"""E-mail addresses whose parts are said one by one, with commas and words between: office, at, st mary, dot, example.

A word for @ shows one, and a word for the dot behind it in the sentence, with the ending of a domain. The word before @
belongs to it; what stands before that is found by `surroundings`. One of the two words is enough, since people have
many for each: a word for @ that is no other one, before the ending of a domain (apenstaart snelpost puntje nl), or
the end of a domain behind words that no language has, and numbers (solveigtv thirty-eight, curly a, fjordmail dot no).
A person decides.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from crosscase.detectors.accents import without_accents
from crosscase.detectors.addresses import ENDINGS
from crosscase.detectors.spans import Setting, Span
from crosscase.detectors.spoken_email_patterns import Patterns, words_for_at
from crosscase.detectors.spoken_numbers import values
from crosscase.detectors.surroundings import SENTENCE_END
from crosscase.detectors.words import WORD, Word, shapes_of, words_of
from crosscase.languages.ordinary_words import Vocabulary
from crosscase.languages.vocabulary import plain, shape

_DOUBT = "an e-mail address said in parts"
_SHORT = 3  # letters of a word for @ that is also another word
_FURTHER = 60  # characters behind the word for @ in which a domain stands behind other words
_MOST_OF_DOMAIN = 5  # words behind one for @, up to the ending
_MOST_OF_BOX, _FEWEST_OF_BOX = 8, 2  # words before the end of a domain, and those among them that no sentence has
_BESIDE = re.compile(r"[\s,.…-]{1,4}")  # between the words of an address
_ENDINGS = frozenset(ENDINGS.split("|"))
_BEFORE = 40  # characters before the word for @ in which the last word of the first part stands
_BEFORE_TURN = 90  # the same where others speak between the two
_TURN, _ENDS_OF_TURN = r"(?:(?<!\w)[^\W\d_]{1,12}:|\s[–—])\s", (": ", "– ", "— ")
# The first part, or the end of a longer one, and what somebody else says before the word for @: reception. A: Yes. B:
_OTHER_TURN = re.compile(
    rf"(?:{_TURN}|[.!?]\s|^)(?:[^\s:]+\s)*?(?P<own>(?:[^\s:]+\s){{0,3}}[^\s:]*[^\s:.,!?…])[.,!?…]{{0,3}}\s*{_TURN}"
    rf"(?:(?:[^\s:]+\s){{0,3}}[^\s:]+\s*{_TURN})?\Z"
)


def find(text: str, setting: Setting) -> Iterator[Span]:
    """Addresses that are said in parts."""
    bare = without_accents(text)
    yield from _by_one_word(text, setting)
    for _, patterns, at in words_for_at(text, setting):
        domain = patterns.broken_domain.match(bare, at.end())
        if domain is None or not _may_be_domain(domain[0], at["at"], setting):
            domain = _further_domain(text, at.end(), patterns, setting)
        if domain:
            yield _span(text, _start(text, at.start(), setting), domain.end())


def _by_one_word(text: str, setting: Setting) -> Iterator[Span]:
    """Addresses with a word for @ alone or for the dot alone."""
    ats, dots = long_ats(setting), _dots(setting)
    shapes = shapes_of(text)
    words = () if ats.union(dots).isdisjoint(shapes) else words_of(text)
    for place, word in enumerate(words):
        if word.shape in ats:
            if last := _ending_behind(text, words, place, setting):
                yield _span(text, _start(text, word.start, setting), last.end)
        elif place and word.shape in _ENDINGS and words[place - 1].shape in dots:
            start = _box_before(text, words, place - 1, setting)
            if start is not None:
                yield _span(text, start, word.end)


@cache
def long_ats(setting: Setting) -> frozenset[str]:
    """The plain words for @ that are so long that they are hardly other ones."""
    listed = {plain(word) for language in setting.languages for word in language.contact("spoken_at")}
    return frozenset(word for word in listed if len(word) > _SHORT)


@cache
def _dots(setting: Setting) -> frozenset[str]:
    """The plain words for the dot."""
    return frozenset(plain(word) for language in setting.languages for word in language.contact("spoken_dot"))


def may_end(word: str, setting: Setting) -> bool:
    """Whether a plain word is the ending of a domain and no word of the grammar."""
    return word in _ENDINGS and word not in setting.function_words


def _span(text: str, start: int, end: int) -> Span:
    return Span(start, end, "EMAIL", shape(text[start:end]), _DOUBT)


def _ending_behind(text: str, words: Sequence[Word], place: int, setting: Setting) -> Word | None:
    """The ending of a domain a few words behind one for @, with two between them: the host, and any for the dot.

    Behind a word for the dot any may be the ending.
    """
    for other in range(place + 1, min(len(words), place + 1 + _MOST_OF_DOMAIN)):
        if not _BESIDE.fullmatch(text, words[other - 1].end, words[other].start):
            return None
        is_behind_dot = words[other - 1].shape in _dots(setting)  # punt nu
        if other - place > 2 and (is_behind_dot or may_end(words[other].shape, setting)):
            return words[other]
        if words[other].shape in setting.function_words:
            return None
    return None


def _box_before(text: str, words: Sequence[Word], dot: int, setting: Setting) -> int | None:
    """Where an address begins behind whose host a word for the dot stands, without a word for @; None if none does."""
    first = dot
    while first and dot - first < _MOST_OF_BOX and _BESIDE.fullmatch(text, words[first - 1].end, words[first].start):
        first -= 1
    near = words[first:dot]
    strange = [word for word in near if _is_strange(text, word, setting)]
    is_host = bool(near) and near[-1] in strange and near[-1].shape.isalpha()
    is_at = any(word.shape in long_ats(setting) for word in near)
    return strange[0].start if is_host and not is_at and len(strange) > _FEWEST_OF_BOX else None


def _is_strange(text: str, word: Word, setting: Setting) -> bool:
    """Whether a word is a number, or in no vocabulary, as those of the names of boxes and hosts."""
    if word.shape.isdecimal() or any(values(language).get(word.shape, 1) != 1 for language in setting.languages):
        return True
    vocabulary = Vocabulary.of(setting.languages)
    written = text[word.start : word.end]
    return len(written) > 1 and not any(map(vocabulary.is_ordinary, (written, written.lower())))


def _further_domain(text: str, start: int, patterns: Patterns, setting: Setting) -> re.Match[str] | None:
    """A domain without a word of the grammar, behind other words of the sentence: at the, er, example dot com."""
    end = SENTENCE_END.search(text, start, start + _FURTHER)
    stop = end.start() + 1 if end else start + _FURTHER
    for word in WORD.finditer(text, start, stop):
        domain = patterns.domain.match(without_accents(text), word.start(), stop)
        if domain and _may_be_domain(domain[0], "", setting):
            return domain
    return None


def _may_be_domain(domain: str, at: str, setting: Setting) -> bool:
    """Whether words may be a domain: behind a short word for @, which is also another word, no word of the grammar."""
    words = list(map(plain, WORD.findall(domain)))
    return setting.grammar.isdisjoint(words[:-1] if len(at) <= _SHORT else words[:1])


def _start(text: str, end: int, setting: Setting) -> int:
    """Where the word before one for @ begins, also in an earlier turn; the same place if it is of the grammar."""
    other = _OTHER_TURN.search(text, max(0, end - _BEFORE_TURN), end) if text.endswith(_ENDS_OF_TURN, 0, end) else None
    if other:
        return other.start("own")
    begin = max(0, end - _BEFORE)
    last = list(WORD.finditer(text, begin, end))[-1:]
    return last[0].start() if last and plain(last[0][0]) not in setting.function_words else end
