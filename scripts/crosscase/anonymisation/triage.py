"""The places of a text where a detector may find something; a quick search skips most texts of a corpus.

Every span that a detector finds contains one of these places, so only their surroundings are searched:

1. a digit, or another sign of an address or a number,
2. a hyphen in a listed name: jana-novakova,
3. an adjective of a listed name: garibaldiano,
4. a date in words: the eighth of December,
5. a capital letter of a word that may be a name anywhere, or of an ordinary word within a sentence, before a verb such
   as "said", or after a title.

The classification of each word is cached, since the words of a corpus recur.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from enum import IntEnum
from functools import lru_cache
from itertools import groupby, islice

from crosscase.detectors import births, cues, suspicion
from crosscase.detectors.listed import is_distinct
from crosscase.detectors.name_search import NameSearch
from crosscase.detectors.spans import Setting
from crosscase.detectors.words import WORD, begins_sentence
from crosscase.languages.ordinary_words import Vocabulary
from crosscase.languages.vocabulary import is_role, plain

_EVERY = list(map(chr, range(0x10000)))
_RARE = "\U00010000-\U0010ffff"  # characters that include other digits and capitals


def _ranges(belongs: Callable[[str], bool]) -> str:
    """The characters with a property, as ranges for a pattern: explicit ranges are faster than a class."""
    runs = [list(run) for holds, run in groupby(_EVERY, belongs) if holds]
    return "".join(f"{re.escape(run[0])}-{re.escape(run[-1])}" for run in runs)


_DIGITS, _CAPITALS = _ranges(str.isdecimal), _ranges(str.isupper)
_SMALL = _ranges(lambda letter: not (letter.isdecimal() or letter.isupper() or letter in " @_.:\0"))  # and other signs
_BEHIND_SIGN = rf"(?<=[\d{_RARE}@])|(?<=[_.:])(?=[\w:/-])|(?<=[wW]{{3}}\.)(?=\S)"
_SIGN = re.compile(rf"[{_DIGITS}{_RARE}@_.:](?:{_BEHIND_SIGN})")
_HYPHEN = re.compile(r"-(?<=\w-)(?=\w)")
_PLACE = re.compile(rf"([{_CAPITALS}{_DIGITS}{_RARE}@_.:](?:(?<=[{_CAPITALS}])\S*|{_BEHIND_SIGN}))")  # in one search
_BEGINNING = "\0 "  # put before a text
_WORD = rf"[{_SMALL}]+[.:]* "
_STRETCH = re.compile(  # a place, the word after it and the word before the next place, if they differ
    rf"([^ {_SMALL}]\S*(?: (?=[^ {_SMALL}]))?)(?: ({_WORD})(?:(?:[ {_SMALL}]* )?({_WORD}))?(?=[^ {_SMALL}]|\Z))?"
)
_MOST_KNOWN = 200_000  # cached words
_LONGEST_LEAD = 40  # characters; a lead is the word before a capitalised one, with everything between the two
_UNKNOWN = True, None  # a lead that may be a title; unknown whether a sentence begins after it
_LOOK_BACK = 60  # characters before a name that are searched for a title
_BEFORE, _BEHIND = 64, 40  # characters around a place that a detector may read


Place = tuple[int, int]  # characters of a text, the end exclusive


class Where(IntEnum):
    """The positions in which a word with a capital letter is searched."""

    NOWHERE = 1
    BY_PLACE = 2  # within a sentence, or before a verb of speaking
    BESIDE = 3  # beside a word of the same listed name
    BESIDE_OR_BY_PLACE = 4
    ANYWHERE = 5


_NOWHERE, _BY_PLACE = Where.NOWHERE, Where.BY_PLACE  # looking up an enum member in a hot loop is slow


def windows(text: str, places: Iterable[Place]) -> Iterator[tuple[int, int, list[Place]]]:
    """The parts of a text to search, cut between words and without overlap: start, end and the places within."""
    start, end = 0, -1
    within: list[Place] = []
    for place in places:
        first = text.rfind(" ", 0, max(0, place[0] - _BEFORE)) + 1
        last = text.find(" ", place[1] + _BEHIND)
        if within and first > end:
            yield start, end, within
            start, end, within = first, -1, []
        elif not within:
            start = first
        end = max(end, len(text) if last < 0 else last)
        within.append(place)
    if within:
        yield start, end, within


def has_signs(text: str) -> bool:
    """Whether a text has a sign that every address and every number has."""
    return _SIGN.search(text) is not None


class Triage:
    """Finds the places in texts of one setting where a detector may find something."""

    def __init__(self, search: NameSearch, setting: Setting) -> None:
        self._search = search
        self._setting = setting
        self._adjective = re.compile(rf"(?:{'|'.join(setting.adjectives)})(?!\w)") if setting.adjectives else None
        self._is_made_of_name = lru_cache(_MOST_KNOWN)(self._made_of_name)
        self._years = [year for language in setting.languages for year in language.years]
        self._words: dict[str, Where] = {_BEGINNING: Where.NOWHERE, _BEGINNING[0]: Where.NOWHERE}
        self._leads: dict[str, tuple[bool, bool | None]] = dict.fromkeys(["", _BEGINNING], (False, True))
        self._silent: set[str] = set()  # words that are not verbs of speaking

    def places(self, text: str) -> list[Place]:
        """The places at which a detector may find something, in order.

        This is the whole text if any word may be a name, or if the text contains the sign for its beginning.
        """
        if self._search.has_small_names or _BEGINNING[0] in text:
            return [(0, len(text))]
        found = [] if self._has_nothing_to_search(text) else [*self._capitals_and_signs(text)]
        if "-" in text:
            found += self._joined_names(text)
        if self._adjective:
            found += self._names_in_adjectives(text, self._adjective)
        for year in self._years:  # faster than any()
            if year in text:
                found += births.dates_in_words(text, self._setting)
                break
        return sorted(found) if len(found) > 1 else found

    def _joined_names(self, text: str) -> Iterator[Place]:
        for hyphen in _HYPHEN.finditer(text):
            start = text.rfind(" ", 0, hyphen.start()) + 1
            joined = text[start:].split(None, 1)[0]
            if any(self._search.may_be_in_name(plain(word)) for word in WORD.findall(joined)):
                yield start, start + len(joined)

    def _names_in_adjectives(self, text: str, adjective: re.Pattern[str]) -> Iterator[Place]:
        for ending in adjective.finditer(text):
            start, end = text.rfind(" ", 0, ending.start()) + 1, ending.end()
            if self._is_made_of_name(text[start:end]):
                yield start, end

    def _made_of_name(self, written: str) -> bool:
        words = WORD.findall(written)
        return bool(words) and self._search.derived_from(plain(words[-1])) is not None

    def _has_nothing_to_search(self, text: str) -> bool:
        """Whether the cached words are enough to know that no sign and no capital letter needs a search.

        A word with a capital letter is judged together with the words before and after it.
        """
        words, leads, silent = self._words, self._leads, self._silent
        before = _BEGINNING
        for written, behind, last in _STRETCH.findall(f"{_BEGINNING}{text.strip()} "):
            where = words.get(written) or self._classified_word(written)
            may_lead, begins = leads.get(before, _UNKNOWN)
            if may_lead or not (where is _NOWHERE or (where is _BY_PLACE and begins and behind in silent)):
                return False
            before = last or behind or written
        return True

    def _capitals_and_signs(self, text: str) -> Iterator[Place]:
        """The places to search among all places with a sign or a word with a capital letter."""
        start = 0
        pieces = iter(_PLACE.split(text))
        for between, written in zip(pieces, pieces, strict=False):  # no place follows the last text
            start += len(between)
            end = start + len(written)
            if self._is_place(text, start, written):
                yield start, end
            start = end

    def _is_place(self, text: str, start: int, written: str) -> bool:
        """Whether the place of a sign or of a word with a capital letter needs a search."""
        where = self._words.get(written) or self._classified_word(written)
        if where is Where.ANYWHERE:
            return True
        lead = text[text.rfind(" ", 0, max(0, start - 1)) + 1 : start]
        may_lead, begins = self._leads.get(lead) or self._classified_lead(lead)
        if where is Where.BY_PLACE and begins:
            self._cache_word_behind(text, start + len(written) + 1)
        return self._is_by_place(text, start, where, may_lead, begins)

    def _is_by_place(self, text: str, start: int, where: Where, may_lead: bool, begins: bool | None) -> bool:
        """Whether the surroundings of a word require a search of it."""
        if may_lead and self._is_behind_title(text, start):
            return True
        if where in (Where.BESIDE, Where.BESIDE_OR_BY_PLACE) and self._is_beside(text, start):
            return True
        if where in (Where.NOWHERE, Where.BESIDE):
            return False
        if begins is None:
            begins = begins_sentence(text, start)
        return not begins or suspicion.speaks(text, start, self._setting)

    def _is_behind_title(self, text: str, start: int) -> bool:
        words = WORD.findall(text, max(0, start - _LOOK_BACK), start)
        return any(plain(word) in self._setting.titles for word in words)

    def _is_beside(self, text: str, start: int) -> bool:
        """Whether the word at `start` and one beside it may belong to one listed name."""
        word, *behind = (match[0] for match in islice(WORD.finditer(text, start), 2))
        before = WORD.findall(text, max(0, start - _LOOK_BACK), start)[-1:]
        return self._search.is_in_longer_name_beside(plain(word), [plain(other) for other in (*before, *behind)])

    def _classified_word(self, written: str) -> Where:
        """The positions in which a word with its signs is searched; a sign is searched anywhere."""
        words = [word for word in WORD.findall(written) if word[0].isupper()]
        where = max(map(self._where, words), default=Where.NOWHERE)
        if len(words) > 1 and where is not Where.NOWHERE:
            where = Where.ANYWHERE  # the second word is within a sentence
        initials = any(f"{word}." in written and self._search.is_initial(plain(word)) for word in words)
        if initials or has_signs(written) or not words or suspicion.may_be_double(written, self._setting):
            where = Where.ANYWHERE
        if len(self._words) < _MOST_KNOWN:
            self._words[written] = where
        return where

    def _where(self, word: str) -> Where:
        shape, setting = plain(word), self._setting
        vocabulary = Vocabulary.of(setting.languages)
        if self._search.is_name_alone(shape) or any(
            is_distinct(part, vocabulary) for part in self._search.parts_of(shape)
        ):
            return Where.ANYWHERE
        if not vocabulary.is_ordinary(word) and self._search.derived_from(shape):
            return Where.ANYWHERE
        where = self._where_unlisted(word)
        if where is not Where.ANYWHERE and self._search.is_in_longer_name(shape):
            return Where.BESIDE if where is Where.NOWHERE else Where.BESIDE_OR_BY_PLACE
        return where

    def _where_unlisted(self, word: str) -> Where:
        shape, setting = plain(word), self._setting
        if shape in setting.function_words:
            return Where.BY_PLACE if cues.is_unusual(word, setting) else Where.NOWHERE
        if suspicion.may_be_name(word, setting):
            return Where.ANYWHERE
        depends = suspicion.depends_on_place(word, setting) or cues.is_unusual(word, setting)
        return Where.BY_PLACE if depends else Where.NOWHERE

    def _classified_lead(self, before: str) -> tuple[bool, bool | None]:
        """What the word before a capitalised one implies.

        Whether it may be a title or follow one, and whether a sentence begins after it (None: unknown from it alone).
        """
        if len(before) > _LONGEST_LEAD:
            return _UNKNOWN
        words = WORD.findall(before)
        begins = ":" not in before and begins_sentence(before, len(before)) if words else None
        leads = not words or self._may_lead(plain(words[-1]), bool(begins) and before.endswith(" "))
        if len(self._leads) < _MOST_KNOWN:
            self._leads[before] = leads, begins
        return leads, begins

    def _may_lead(self, word: str, ends: bool) -> bool:
        """Whether a word may be a title, a particle, or a role that does not end a sentence."""
        return any(
            word in language.titles or word in language.particles or (not ends and is_role(word, language))
            for language in self._setting.languages
        )

    def _cache_word_behind(self, text: str, start: int) -> None:
        """Cache the word at `start` if it is not a verb such as "said"."""
        behind = f"{text[start : start + _LONGEST_LEAD]} ".split(" ", 1)[0]
        if (words := behind.split()) and plain(words[0]) not in self._setting.verbs and len(self._silent) < _MOST_KNOWN:
            self._silent.add(f"{behind} ")
