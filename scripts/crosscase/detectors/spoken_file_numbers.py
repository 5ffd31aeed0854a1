"""Numbers of cases and files in words: case four four one seven stroke nineteen, Aktenzeichen vier F zweihundertzwölf.

Behind a word such as "case", and few others, follow numbers in words, single letters and words for a slash. A person
decides.
"""

import re
from collections.abc import Iterator
from functools import cache

from crosscase.detectors.accents import any_plain, without_accents
from crosscase.detectors.spans import Setting, Span
from crosscase.detectors.spoken_numbers import digits_of, is_hesitation, values
from crosscase.detectors.words import Word, words_of
from crosscase.languages.vocabulary import Language

_DOUBT = "numbers in words behind a word about files"
_MOST_BETWEEN = 4  # words between the word and the number
_FEWEST_DIGITS, _FEWEST_NUMBERS = 3, 4
_BREAK = re.compile(r"[\s,;:…–—/().+-]{0,8}")


def find(text: str, setting: Setting) -> Iterator[Span]:
    """Numbers of files in words."""
    words = words_of(text)
    for language in setting.languages:
        if any(word.shape in values(language) for word in words):
            for cue in _cues(language).finditer(without_accents(text)):
                yield from _behind(text, [word for word in words if word.start >= cue.end()], language)


def _behind(text: str, words: list[Word], language: Language) -> Iterator[Span]:
    """The number that begins a few words behind a word about files."""
    number_of, slashes = values(language), _slashes(language)
    first = next((place for place, word in enumerate(words[: _MOST_BETWEEN + 1]) if word.shape in number_of), None)
    if first is None:
        return
    found, signs, last = list[int | str](), 0, first
    for place in range(first, len(words)):
        word = words[place]
        if place > first and not _BREAK.fullmatch(text, words[place - 1].end, word.start):
            break
        is_letter = word.end - word.start == 1 and word.capital
        if word.shape in number_of or word.shape.isdecimal() or is_letter:
            found.append(number_of.get(word.shape, "" if is_letter else word.shape))
            signs += is_letter
            last = place
        elif word.shape in slashes:
            signs += 1
            found.append("")
        elif not is_hesitation(word.shape) and word.shape not in language.contact("number_joins"):
            break
    digits = digits_of(found)
    if len(digits) >= _FEWEST_DIGITS and (signs or len(found) >= _FEWEST_NUMBERS):
        yield Span(words[first].start, words[last].end, "FILE", digits, _DOUBT)


@cache
def _cues(language: Language) -> re.Pattern[str]:
    listed = [*language.contact("file_strong"), *language.contact("file_weak")]
    return re.compile(rf"(?<!\w){any_plain(listed)}(?:(?<=\w)\w{{0,2}})?(?!\w)", re.IGNORECASE)


@cache
def _slashes(language: Language) -> frozenset[str]:
    """Words for a slash, also the parts of those of several words."""
    return frozenset(word for phrase in language.contact("slashes") for word in phrase.split())
