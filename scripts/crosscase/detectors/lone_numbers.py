"""Houses that no word for streets shows, only how their number is said: a person decides.

1. A number in words with a letter behind it, beside small letters: wir wohnen jetzt mühlberg zweiundzwanzig b.
2. Where the number precedes the street, capitalised words behind figures, near a word about living somewhere or behind
   "at": the place at 18 The Shambles; or if no vocabulary has them: it was 10 Castlegate.
3. Elsewhere capitalised words that wait for review anyway, before a number in words or with a sign, or behind a
   preposition: the surgery in Školní dvanáct.
"""

import re
from functools import cache

from crosscase.detectors.accents import any_plain, without_accents
from crosscase.detectors.house_numbers import HouseNumber
from crosscase.detectors.spans import Setting
from crosscase.detectors.spoken_numbers import values
from crosscase.detectors.street_patterns import Street, StreetPatterns
from crosscase.detectors.street_places import BEFORE, BEHIND, DOUBT, somebody_lives, streets_of_capitals
from crosscase.detectors.words import WORD as LETTERS
from crosscase.detectors.words import begins_sentence, without_elided
from crosscase.languages.ordinary_words import Vocabulary
from crosscase.languages.vocabulary import Language, plain

_LETTERS = frozenset("bcd")
_SHORTEST = 4  # letters of a street
_MOST_WORDS = 2  # of a street in small letters
_NAME = r"[A-Z][a-z'’][\w'’-]*"  # 30 MPH is no address
_CAPITALS = re.compile(rf"\s(?P<names>(?:The\s)?{_NAME}(?:\s{_NAME}){{0,2}})(?=\s*[,.;:!?)]|\s|\Z)")
_NEXT = re.compile(r"\s(\w+)")
_CARE_OF = re.compile(r"(?<!\w)c/o\s\Z")


def find(
    text: str, begin: int, number: HouseNumber, patterns: StreetPatterns, setting: Setting
) -> tuple[int, int, str] | None:
    """The place of a street and its number, and the doubt; None if there is none.

    `begin` is where the number, or the sign before it, begins.
    """
    if number.in_words and (found := _with_letter(text, number, patterns, setting)):
        return found
    if not setting.cased:
        return None
    if patterns.number_first:
        is_put_right = "," in text[number.start : number.end]  # sixty, no, sixty-two Gallowhill
        may_be_counted = number.in_words and not is_put_right
        return None if may_be_counted else _before_capitals(text, number, patterns, setting)
    return _behind_capitals(text, begin, number, patterns, setting)


def _with_letter(
    text: str, number: HouseNumber, patterns: StreetPatterns, setting: Setting
) -> tuple[int, int, str] | None:
    """A number in words with a letter, and the words of a street before it, in English behind it."""
    letter = plain(text[number.start : number.end].split()[-1])
    if letter not in letters_behind(setting) or any(letter in values(language) for language in setting.languages):
        return None
    barred, prepositions = setting.grammar | patterns.barred, setting.prepositions
    if patterns.number_first:
        end = number.end
        for word in list(LETTERS.finditer(text, number.end, number.end + BEHIND))[:_MOST_WORDS]:
            if plain(word[0]) in barred or text[end : word.start()] != " ":
                break
            end = word.end()
        return (number.start, end, DOUBT) if end > number.end else None
    start = number.start
    for word in list(LETTERS.finditer(text, max(0, start - BEFORE), start))[: -_MOST_WORDS - 2 : -1]:
        joins = plain(word[0]) in setting.particles and start < number.start
        bare = without_accents(text)[word.start() : word.end()]
        is_barred = patterns.residence.match(bare) or any(plain(word[0]) in words for words in (barred, prepositions))
        if (is_barred and not joins) or text[word.end() : start] != " ":
            break
        start = word.start()
    return (start, number.end, DOUBT) if start < number.start else None


def _before_capitals(
    text: str, number: HouseNumber, patterns: StreetPatterns, setting: Setting
) -> tuple[int, int, str] | None:
    """Figures and capitalised words behind them."""
    behind = _CAPITALS.match(text, number.end)
    if not behind:
        return None
    names = behind["names"].split()
    if not setting.no_names.isdisjoint({plain(name) for name in names} - {"the"}):
        return None
    lead = text[max(0, number.start - BEHIND) : number.start]
    at = any(_at(language).search(lead) for language in setting.languages)
    vocabulary = Vocabulary.of(setting.languages)
    is_unknown = any(
        len(name) > _SHORTEST and not vocabulary.is_ordinary(name) and not vocabulary.is_name(name) for name in names
    )
    if not (at or is_unknown or somebody_lives(text, number.start, behind.end(), patterns)):
        return None
    care_of = _CARE_OF.search(text, max(0, number.start - BEHIND), number.start)
    return care_of.start() if care_of else number.start, behind.end(), DOUBT


def _behind_capitals(
    text: str, begin: int, number: HouseNumber, patterns: StreetPatterns, setting: Setting
) -> tuple[int, int, str] | None:
    """Capitalised words before a number, with the words before it that belong to the number."""
    following = _NEXT.match(text, number.end)
    counted = plain(following[1]) if following else ""
    if counted.startswith(patterns.units) or any(counted in language.months for language in setting.languages):
        return None
    is_clear = number.in_words or begin < number.start or not text[number.start : number.end].isdecimal()
    for street in streets_of_capitals(text, begin, patterns, setting):
        before = LETTERS.findall(text, max(0, street.start - BEHIND), street.start)
        if not is_clear and not (before and plain(before[-1]) in setting.prepositions):
            continue
        if _waits(text, street, setting):
            return street.start, number.end, DOUBT
    return None


def _waits(text: str, street: Street, setting: Setting) -> bool:
    """Whether capitalised words wait for review: no vocabulary has them, or nouns have no capital letter there."""
    if any(plain(name) in words for words in (setting.no_names, setting.verbs) for name in street.names):
        return False
    if len(street.names[-1]) < _SHORTEST or street.names[-1].endswith("."):  # Km 1832/14 is a case
        return False
    if not any(map(Vocabulary.of(setting.languages).is_ordinary, map(without_elided, street.names))):
        return True
    return not (setting.articles or begins_sentence(text, street.start))


@cache
def _at(language: Language) -> re.Pattern[str]:
    """A word such as "at" before a number."""
    return re.compile(rf"(?<!\w){any_plain(language.contact('house_leads'))}\s(?:c/o\s)?\Z", re.IGNORECASE)


def letters_behind(setting: Setting) -> frozenset[str]:
    """The plain letters behind the number of a house, and their names: b, bis."""
    lists = (language.contact(name) for language in setting.languages for name in ("first_letters", "number_suffixes"))
    return _LETTERS.union(*lists)
