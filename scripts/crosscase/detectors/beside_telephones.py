"""What is said beside a telephone number and belongs to it: 0900, no wait, that's the old one, 085 216 0433.

Before a number stand the beginning of another one that is put right, or its extension: extension 4417, through 0591
303000. Behind it stand its extension (and then extension 16), a last figure (and then a nine), or a remark about its
figures (without the second nought). A person decides.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from crosscase.detectors.accents import any_plain, without_accents
from crosscase.detectors.spans import Setting, Span
from crosscase.detectors.spoken_numbers import values
from crosscase.detectors.words import words_from
from crosscase.languages.vocabulary import Language, shape

_DOUBT = "beside a telephone number, and perhaps a part of it"
_KINDS = "PHONE", "NUMBER"
_BEFORE, _BEHIND = 70, 45  # characters
_WORD = r"[^\W\d_][\w'’]*"
_WORDS = rf"(?:{_WORD},?\s){{0,8}}"  # between a beginning that is put right and the number
_FEW = rf"(?:{_WORD}\s){{0,3}}(?:[^\W\d_]['’])?"
_MOST_NUMBERS = 3  # in words, of an extension
_ENDS = re.compile(r"\s*(?:[.,;:!?…–—]|\Z)")


def find(text: str, setting: Setting, found: Sequence[Span]) -> Iterator[Span]:
    """What stands beside the telephone numbers among some spans."""
    numbers = [span for span in found if span.kind in _KINDS]
    bare = without_accents(text) if numbers else text
    for span in numbers:
        for language in setting.languages:
            before = _before(language).search(bare, max(0, span.start - _BEFORE), span.start)
            if before:
                yield _span(text, before.start(), span.start)
            end = _end_behind(text, bare, span.end, language)
            if end:
                yield _span(text, span.end, end)


def _span(text: str, start: int, end: int) -> Span:
    return Span(start, end, "PHONE", shape(text[start:end]), _DOUBT)


@cache
def _before(language: Language) -> re.Pattern[str]:
    """What stands before a number: figures that are put right, or its extension."""
    put_right = rf"\d{{3,5}}[,…\s]{{1,3}}{any_plain(language.contact('corrections'))}(?!\w)[,…\s]{{1,3}}{_WORDS}"
    extension = rf"{any_plain(language.contact('extensions'))}\s\d{{1,5}},?\s{_FEW}"
    return re.compile(rf"(?<!\w)(?:{put_right}|{extension})\Z", re.IGNORECASE)


def _end_behind(text: str, bare: str, start: int, language: Language) -> int | None:
    """Where an extension, a last figure or a remark about figures ends behind a number; None if there is none."""
    extension = _extension(language).match(bare, start, start + _BEHIND)
    if extension:
        return extension.end() if extension["figures"] else _end_of_numbers(text, extension.end(), language)
    for pattern in (_last(language), *_remarks(language)):
        lead = pattern.match(bare, start, start + _BEHIND)
        end = _end_of_numbers(text, lead.end(), language) if lead else None
        if end and _ENDS.match(text, end):
            return end
    return None


def _end_of_numbers(text: str, start: int, language: Language) -> int | None:
    """Where the numbers in words end that begin at a place; None if none does."""
    end = start
    for word in words_from(text, start, _MOST_NUMBERS):
        if word.shape not in values(language) or text[end : word.start].strip(" -"):
            break
        end = word.end
    return end if end > start else None


@cache
def _extension(language: Language) -> re.Pattern[str]:
    """An extension behind a number, up to its own number in words."""
    return re.compile(
        rf",?\s{_FEW}{any_plain(language.contact('extensions'))}\s(?P<figures>\d{{1,5}}(?!\w))?", re.IGNORECASE
    )


@cache
def _last(language: Language) -> re.Pattern[str]:
    """What stands between a number and a last figure: and then a."""
    fillers = any_plain(language.contact("number_fillers") + language.contact("number_asides"))
    return re.compile(rf",?\s(?:{fillers}\s){{1,3}}{_small(language)}\s", re.IGNORECASE)


@cache
def _remarks(language: Language) -> list[re.Pattern[str]]:
    """What stands between a number and the figure of a remark about it: with, without the, without the second."""
    lead = rf",?\s{any_plain(language.contact('remark_leads'))}\s"
    return [re.compile(rf"{lead}(?:{_WORD}\s){{{words}}}", re.IGNORECASE) for words in range(3)]


def _small(language: Language) -> str:
    return any_plain(language.articles | language.determiners | language.particles)
