"""What stands around the number of a house: the street before it, what is counted behind it, and words about living."""

import re
from collections.abc import Iterator

from crosscase.detectors.accents import without_accents
from crosscase.detectors.spans import Setting
from crosscase.detectors.street_patterns import WORD, Street, StreetPatterns
from crosscase.detectors.words import begins_sentence
from crosscase.languages.ordinary_words import Vocabulary
from crosscase.languages.vocabulary import plain, shape

DOUBT = "perhaps a street and the number of a house"
COMPOUND = 2  # the rank of the pattern of words that end in one for streets
BEFORE, BEHIND = 62, 38  # characters beside a number; the triage gives a detector a little more
RESIDENCE = 45  # characters before a street in which a word says that somebody lives there
_NEXT = re.compile(rf"\.?\s+({WORD})")
_ARTICLE = re.compile(r"(?<![\w'’])['’][tT]\s$")  # 't Kalkoven
_WORD_BEFORE = re.compile(rf"(?<!\w)({WORD})\s$")
_ADJECTIVES = ("e", "er", "en")  # endings in German
_SHORT = 3  # letters of a word that is hardly what is counted


def whole_street(text: str, start: int, rank: int, patterns: StreetPatterns, setting: Setting) -> int:
    """Where a street begins with the words before it that belong to its name: Am Quirnauer Weg, Øvre Kvernveien."""
    if article := _ARTICLE.search(text, max(0, start - BEHIND), start):
        return article.start() + 1
    lead = patterns.lead.search(without_accents(text), max(0, start - BEHIND), start)
    if lead and not begins_sentence(text, lead.start()):
        return lead.start()
    while rank == COMPOUND and (before := _WORD_BEFORE.search(text, max(0, start - BEHIND), start)):
        word = before[1]
        if plain(word) in patterns.adjectives:
            return before.start()
        is_adjective = not setting.articles or word.endswith(_ADJECTIVES)
        if not word[0].isupper() or plain(word) in setting.function_words or not is_adjective:
            break
        start = before.start()
    return start


def somebody_lives(text: str, start: int, end: int, patterns: StreetPatterns) -> bool:
    """Whether a word beside a place says that somebody lives there: before it, or behind it in the same sentence."""
    bare = without_accents(text)
    if patterns.residence.search(bare, max(0, start - RESIDENCE), start):
        return True
    behind = re.split(r"[.!?;]", bare[end : end + RESIDENCE], maxsplit=1)[0]
    return patterns.residence.search(behind) is not None


def streets_before(text: str, pattern: re.Pattern[str], end: int) -> Iterator[Street]:
    """The streets that end where a number or its sign begins, the longest first."""
    bare, position = without_accents(text), max(0, end - BEFORE)
    while match := pattern.search(bare, position, end):
        first, last = match.span("names")
        yield Street(match.start(), match.end(), tuple(text[first:last].split()), shape(match["word"]))
        position = match.start() + 1


def streets_of_capitals(text: str, end: int, patterns: StreetPatterns, setting: Setting) -> Iterator[Street]:
    """Capitalised words, perhaps with particles between them: Adro de Cima."""
    last = text[max(0, end - BEFORE) : end].rstrip(", \n").rpartition(" ")[2]
    if last.islower():
        return
    for street in streets_before(text, patterns.capitals, end):
        if not (street.names[0][0].isupper() and street.names[-1][0].isupper()):
            continue
        if all(name[0].isupper() or plain(name) in setting.particles for name in street.names):
            yield street


def ends_address(text: str, end: int, patterns: StreetPatterns, setting: Setting) -> bool:
    """Whether the word after a number is not what is counted, nor a month."""
    behind = _NEXT.match(text, end)
    if not behind:
        return True
    word = plain(behind[1].rstrip("."))
    if any(word in language.months for language in setting.languages):
        return False
    if behind[0].startswith(".") or word in setting.going_on:
        return True
    if behind[1][0].isupper():
        return not setting.articles or not Vocabulary.of(setting.languages).is_ordinary(behind[1])
    return not word.startswith(patterns.units) and (bool(setting.articles) or len(word) <= _SHORT)
