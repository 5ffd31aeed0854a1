"""E-mail addresses whose parts are said one by one, with commas and words between: office, at, st mary, dot, example.

A word for @ shows one, and a word for the dot few words behind it, with the ending of a domain. The word before @
belongs to it; what stands before that is found by `surroundings`. A person decides.
"""

from collections.abc import Iterator

from crosscase.detectors.accents import without_accents
from crosscase.detectors.spans import Setting, Span
from crosscase.detectors.spoken_emails import words_for_at
from crosscase.detectors.words import WORD
from crosscase.languages.vocabulary import plain, shape

_DOUBT = "an e-mail address said in parts"
_SHORT = 3  # letters of a word for @ that is also another word
_BEFORE = 40  # characters before the word for @ in which the last word of the first part stands


def find(text: str, setting: Setting) -> Iterator[Span]:
    """Addresses that are said in parts."""
    bare = without_accents(text)
    for _, patterns, at in words_for_at(text, setting):
        domain = patterns.broken_domain.match(bare, at.end())
        if domain and _may_be_domain(domain[0], at["at"], setting):
            start = _start(text, at.start(), setting)
            yield Span(start, domain.end(), "EMAIL", shape(text[start : domain.end()]), _DOUBT)


def _may_be_domain(domain: str, at: str, setting: Setting) -> bool:
    """Whether words may be a domain: behind a short word for @, which is also another word, no word of the grammar."""
    words = list(map(plain, WORD.findall(domain)))
    return setting.grammar.isdisjoint(words[:-1] if len(at) <= _SHORT else words[:1])


def _start(text: str, end: int, setting: Setting) -> int:
    """Where the word before one for @ begins; the same place if that is a word of the grammar."""
    begin = max(0, end - _BEFORE)
    last = list(WORD.finditer(text, begin, end))[-1:]
    return last[0].start() if last and plain(last[0][0]) not in setting.function_words else end
