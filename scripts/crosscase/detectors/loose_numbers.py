"""The number of a house behind a name that no other rule explains: v Koželužské 14, Lipowa czterdzieści dwa.

The name is capitalised words of which one is not ordinary, or several; street, number, staircase and flat are one span.
A person decides.
"""

import re
from collections.abc import Iterator

from crosscase.detectors import house_numbers
from crosscase.detectors.address_tails import head, tail
from crosscase.detectors.nearby import plain_signs
from crosscase.detectors.ordinary_use import is_frequent
from crosscase.detectors.spans import Setting, Span
from crosscase.detectors.spoken_numbers import values
from crosscase.detectors.whose_dates import is_dated
from crosscase.detectors.words import begins_sentence, without_elided
from crosscase.languages.ordinary_words import Vocabulary
from crosscase.languages.vocabulary import Language, plain, shape

_HOUSE = "perhaps a street and the number of a house"
_BEFORE = 62  # characters before a number that are searched for a name
_WORD = re.compile(r"(?<!\w)[^\W_][\w'’.-]*\Z")
_BETWEEN = re.compile(r"[\s,]+\Z")
_LAW = re.compile(r"\d{3,}/\d{2}")
_SHORTEST_STREET = 5  # letters
_FEWEST_OF_AMOUNT = 2  # words
_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
_SMALL_WORD = re.compile(r"(?<!\w)([^\W\d_]+)\s(?=(?:[^\W\d_]+\s)?\Z)")
_LONGEST_LEAD = 16  # characters
_DAY = re.compile(r"\d{1,2}(?:\.|η|ης|º)?")
_ENDS = re.compile(r"\s*(?:[,.;:!?)–—]|\Z)")


def find(text: str, setting: Setting) -> Iterator[Span]:
    """Doubtful numbers."""
    text = plain_signs(text)
    for language in setting.languages:
        for start, end, in_words in house_numbers.find(text, language):
            if not _may_be_named(text, start, language):
                continue
            goes_on = text[end - 1].isupper() or tail(text, end, language) > end
            is_counted = in_words and not goes_on and not _ENDS.match(text, end)
            is_law = _LAW.search(text, start, end) and is_dated(text, start, language)
            if not is_counted and not is_law:
                yield from _house(text, start, end, setting, language)


def _may_be_named(text: str, start: int, language: Language) -> bool:
    """Whether the word before a number has a capital letter, or is a sign, before which one with such a letter may be.

    Nearly all numbers have another word before them, which is found out fast.
    """
    last = next(_words_before(text, start), None)
    return last is not None and (last[0][0].isupper() or plain(last[0]) in language.contact("house_number"))


def _house(text: str, start: int, end: int, setting: Setting, language: Language) -> Iterator[Span]:
    """The street and the number of a house, if a name stands before the number."""
    begin = _name_before(text, start, setting, language)
    if begin is None and _goes_on(text, end, setting):
        begin = _perhaps_street(text, start, language)
    if begin is not None:
        begin, end = _lead(text, head(text, begin, language), language), tail(text, end, language)
        yield Span(begin, end, "ADDRESS", shape(text[begin:end]), _HOUSE)


def _lead(text: str, begin: int, language: Language) -> int:
    """Where the small words before a name begin that may belong to it: przy Trzech Wiatrakach, im Krähwinkeltal."""
    leads = language.contact("street_leads") if text[begin].isalpha() else ()
    before = list(_SMALL_WORD.finditer(text, max(0, begin - _LONGEST_LEAD), begin))
    for some in (2, 1):
        words = before[-some:]
        if len(words) == some and plain(" ".join(word[1] for word in words)) in leads:
            return words[0].start()
    return begin


def _goes_on(text: str, end: int, setting: Setting) -> bool:
    """Whether what stands behind a number is not what is counted."""
    if _ENDS.match(text, end):
        return True
    behind = _NEXT_WORD.match(text, end)
    return behind is not None and (
        plain(behind[1]) in setting.going_on or (bool(setting.articles) and behind[1].islower())
    )


def _perhaps_street(text: str, start: int, language: Language) -> int | None:
    """Where a capitalised word begins that ends like many streets, directly before a number; None if there is none."""
    endings = (*language.contact("street_perhaps"), *language.contact("street_endings"))
    barred = tuple(language.contact("street_not")) or ("\0",)
    for written, begin in _words_before(text, start):
        is_like = endings and plain(written).endswith(endings) and len(written) >= _SHORTEST_STREET
        is_like = is_like and not plain(written).startswith(barred)
        return begin if is_like and written[0].isupper() and not written.isupper() else None
    return None


def _name_before(text: str, end: int, setting: Setting, language: Language) -> int | None:
    """Where the name begins that stands directly before the number of a house; None if there is none."""
    signs, streets = language.contact("house_number"), language.contact("street_before")
    capitals: list[str] = []
    start = end
    words = list(_words_before(text, end))
    if _is_amount(words, language):
        return None
    for number, (written, begin) in enumerate(words):
        if written[0].isupper() and plain(written) not in signs:
            start, capitals = begin, [written.rstrip("."), *capitals]
        elif capitals:
            if plain(written) in streets or _DAY.fullmatch(written):
                return begin
            if any(plain(word) in streets for word, _ in words[number + 1 : number + 2]):
                return words[number + 1][1]  # piazza delle Erbette
            if plain(written) not in setting.particles or plain(written) in setting.prepositions:
                break
        elif plain(written) not in signs:
            break
    is_opener = bool(capitals) and (
        plain(capitals[0]) in setting.function_words or is_frequent(capitals[0].lower(), setting)
    )
    is_opener = is_opener and plain(capitals[0]) not in language.contact("hamlets")  # Gut Lindhof 2
    if len(capitals) > 1 and is_opener and begins_sentence(text, start):
        start, capitals = start + text[start:end].index(capitals[1], len(capitals[0])), capitals[1:]  # Od Lipowej 4
    return start if capitals and _may_be_street(text, start, capitals, setting, language) else None


def _is_amount(words: list[tuple[str, int]], language: Language) -> bool:
    """Whether the last words before a number are another one and a unit: 8 Uhr (15)."""
    if len(words) < _FEWEST_OF_AMOUNT:
        return False
    (unit, _), (number, _) = words[:_FEWEST_OF_AMOUNT]
    is_number = number.isdecimal() or plain(number) in values(language)
    return is_number and plain(unit).startswith(tuple(language.contact("units")) or "\0")


def _words_before(text: str, end: int) -> Iterator[tuple[str, int]]:
    """The words before a place and where each begins, the last first; a comma stands before the first alone."""
    position = end
    while position > max(0, end - _BEFORE) and (space := _BETWEEN.search(text, max(0, position - 3), position)):
        word = _WORD.search(text, max(0, space.start() - _BEFORE), space.start())
        if word is None or ("," in space[0] and position != end):
            return
        position = word.start()
        yield word[0], position


def _may_be_street(text: str, start: int, capitals: list[str], setting: Setting, language: Language) -> bool:
    """Whether capitalised words may be the name of a street: one is not ordinary, or none begins the sentence."""
    if plain(capitals[-1]) in setting.no_names or plain(capitals[-1]).startswith(tuple(language.contact("street_not"))):
        return False
    vocabulary = Vocabulary.of(setting.languages)
    words = [without_elided(word) for word in capitals if len(word) > 2 and not word.isupper()]
    unknown = [word for word in words if not vocabulary.is_ordinary(word)]
    streets = {*language.contact("street_before"), *language.contact("street_after")}
    if unknown or (len(capitals) > 1 and not streets.isdisjoint(map(plain, capitals))):
        return True
    if begins_sentence(text, start):
        return False
    return len(capitals) > 1 or not (setting.articles or language.contact("number_first") or capitals[0].isupper())
