"""E-mail addresses whose parts are said one by one, with commas and words between: office, at, st mary, dot, example.

A word for @ shows one, and a word for the dot behind it in the sentence, with the ending of a domain. The word before @
belongs to it; what stands before that is found by `surroundings`. A person decides.
"""

import re
from collections.abc import Iterator

from crosscase.detectors.accents import without_accents
from crosscase.detectors.spans import Setting, Span
from crosscase.detectors.spoken_emails import Patterns, words_for_at
from crosscase.detectors.surroundings import SENTENCE_END
from crosscase.detectors.words import WORD
from crosscase.languages.vocabulary import plain, shape

_DOUBT = "an e-mail address said in parts"
_SHORT = 3  # letters of a word for @ that is also another word
_FURTHER = 60  # characters behind the word for @ in which a domain stands behind other words
_BEFORE = 40  # characters before the word for @ in which the last word of the first part stands


def find(text: str, setting: Setting) -> Iterator[Span]:
    """Addresses that are said in parts."""
    bare = without_accents(text)
    for _, patterns, at in words_for_at(text, setting):
        domain = patterns.broken_domain.match(bare, at.end())
        if domain is None or not _may_be_domain(domain[0], at["at"], setting):
            domain = _further_domain(text, at.end(), patterns, setting)
        if domain:
            start = _start(text, at.start(), setting)
            yield Span(start, domain.end(), "EMAIL", shape(text[start : domain.end()]), _DOUBT)


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
    """Where the word before one for @ begins; the same place if that is a word of the grammar."""
    begin = max(0, end - _BEFORE)
    last = list(WORD.finditer(text, begin, end))[-1:]
    return last[0].start() if last and plain(last[0][0]) not in setting.function_words else end
