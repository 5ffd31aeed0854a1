"""What may identify somebody beside what is certain: a person decides.

Each detector of doubtful spans sees the whole text. Of what it finds, the parts remain that are not replaced anyway, if
they are worth a question.
"""

from collections.abc import Iterator, Sequence

from crosscase.detectors import (
    beside_numbers,
    broken_emails,
    corners,
    file_codes,
    house_names,
    interrupted_emails,
    loose_numbers,
    numbered_places,
    said_addresses,
    small_first_names,
    spelt_words,
    streets_alone,
    uncounted_numbers,
)
from crosscase.detectors.public_words import is_numbered_name
from crosscase.detectors.spans import Detector, Setting, Span, Taken
from crosscase.detectors.spoken_numbers import values
from crosscase.detectors.words import WORD
from crosscase.languages.ordinary_words import Vocabulary
from crosscase.languages.vocabulary import plain

_DETECTORS: tuple[Detector, ...] = (
    file_codes.find,
    house_names.find,
    corners.find,
    interrupted_emails.find,
    broken_emails.find,
    loose_numbers.find,
    numbered_places.find,
    small_first_names.find,
    spelt_words.find,
    streets_alone.find,
    uncounted_numbers.find,
)
_REST_DOUBT = "the rest of a telephone number"
_IN_ADDRESSES = ("ADDRESS", "PLACE", "PERSON", "ORGANISATION")
_NUMBERED = ("FILE", "PHONE", "BIRTHDATE", "ID", "IBAN", "PLATE", "POSTCODE")  # whose figures are not those of a house
_SIGNS_OF_CODES = ("/", ".", "-")
_SMALL = 4  # letters of words such as prepositions


def find(text: str, setting: Setting, detected: Sequence[Span], taken: Taken) -> list[Span]:
    """The doubtful spans of a text beside those that were detected, outside what is `taken`."""
    numbered = Taken((span.start, span.end) for span in detected if span.kind in _NUMBERED and not span.doubt)
    guessed = [
        part
        for find_in in _DETECTORS
        for span in find_in(text, setting)
        if not is_numbered_name(text, span, setting)
        for part in taken.parts_outside(text, span)
        if span.kind != "FILE" or _is_part_of_code(text, part, span, setting)
        if span.kind != "ADDRESS" or not numbered.overlapping(span.start, span.end) or _has_number(text, part, setting)
        if _is_worth_a_question(text, part, span, setting)
    ]
    guessed += _addresses_beside(text, setting, [*detected, *guessed])
    guessed += [  # 030 23125 vierhundertzwölf: the figures are a number by themselves
        part._replace(doubt=_REST_DOUBT)
        for span in detected
        if span.kind == "PHONE"
        for part in taken.parts_outside(text, span)
        if part.end - part.start < span.end - span.start
    ]
    return guessed


def _is_worth_a_question(text: str, part: Span, span: Span, setting: Setting) -> bool:
    """Whether a part of a doubtful address is more than small words before what is replaced: in der [ADDRESS_1]."""
    if span.kind != "ADDRESS" or part.start != span.start or part.end == span.end:
        return True
    ordinary = Vocabulary.of(setting.languages).is_ordinary
    return _has_number(text, part, setting) or any(
        len(word) > _SMALL or not word.islower() or not ordinary(word) for word in _words(text, part)
    )


def _has_number(text: str, part: Span, setting: Setting) -> bool:
    """Whether a number, also a Roman one or one in words, or letters that are read as such, are in a span."""
    numbers = [values(language) for language in setting.languages]
    return any(
        word.isupper() or any(map(str.isdecimal, word)) or any(plain(word) in said for said in numbers)
        for word in _words(text, part)
    )


def _words(text: str, part: Span) -> list[str]:
    return WORD.findall(text[part.start : part.end])


def _addresses_beside(text: str, setting: Setting, found: Sequence[Span]) -> Iterator[Span]:
    """Perhaps addresses in small letters, whose figures and words are nothing else that was found."""
    others = Taken(
        (span.start, span.end) for span in found if span.kind not in _IN_ADDRESSES and not _is_perhaps_house(span)
    )
    taken = Taken((span.start, span.end) for span in found if not span.doubt)
    for span in said_addresses.find(text, setting):
        if not others.overlapping(span.start, span.end):
            yield from (
                part for part in taken.parts_outside(text, span) if _is_worth_a_question(text, part, span, setting)
            )


def _is_perhaps_house(span: Span) -> bool:
    """Whether numbers may be a telephone number or count nothing, which those of a house and a flat may, too."""
    return (span.kind == "PHONE" and bool(span.doubt)) or span.doubt == uncounted_numbers.DOUBT


def _is_part_of_code(text: str, part: Span, code: Span, setting: Setting) -> bool:
    """Whether a part of a code that is not replaced may identify somebody: all of it, figures, or letters at a sign."""
    before, words, behind = text[code.start : part.start], text[part.start : part.end], text[part.end : code.end]
    is_joined = before.endswith(_SIGNS_OF_CODES) or behind.startswith(_SIGNS_OF_CODES)
    said = WORD.findall(words)
    is_joined = is_joined or any(beside_numbers.may_slash(plain(word), setting) for word in (said[0], said[-1]))
    return part == code or is_joined or any(map(str.isdecimal, words))
