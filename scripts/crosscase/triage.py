"""Whether a text may hold anything to look at: a quick look that most texts of a corpus do not pass.

Every detector needs one of these, so that only these places are looked at:

1. a digit, or another sign of an address or a number,
2. a hyphen or the like in a listed name: jana-novakova,
3. an adjective of a listed name: garibaldiano,
4. a capital letter: of a word that may be a name wherever it stands, or of an ordinary one within a sentence, before a
   verb such as "said", or behind a title.

What is found out of a word is remembered, since the words of a corpus come back.
"""

import re
from enum import IntEnum

from crosscase.detectors import Setting, cues, suspicion
from crosscase.detectors.name_search import NameSearch
from crosscase.detectors.words import WORD, begins_sentence
from crosscase.languages import is_role, plain
from crosscase.ordinary_words import Vocabulary

_EVERY = list(map(chr, range(0x10000)))  # letters are listed, since a set of them is searched faster than a class
_DIGITS, _CAPITALS = "".join(filter(str.isdecimal, _EVERY)), "".join(filter(str.isupper, _EVERY))
_RARE = "\U00010000-\U0010ffff"  # characters among which there are other digits and capitals
_BEHIND_SIGN = rf"(?<=[\d{_RARE}@])|(?<=[_.:])(?=[\w:/-])|(?<=[wW]{{3}}\.)(?=\S)"
_SIGN = re.compile(rf"[{_DIGITS}{_RARE}@_.:](?:{_BEHIND_SIGN})")
_HYPHEN = re.compile(r"-(?<=\w-)(?=\w)")
_PLACE = re.compile(rf"[{_CAPITALS}{_DIGITS}{_RARE}@_.:](?:(?<=[{_CAPITALS}])\S*|{_BEHIND_SIGN})")  # in one search
_MOST_KNOWN = 200_000  # words that are remembered
_LONGEST_LEAD = 40  # characters
_LOOK_BACK = 60  # characters in which a title stands before a name


class Where(IntEnum):
    """Where a word with a capital letter is to be looked at."""

    NOWHERE = 1
    BY_PLACE = 2  # within a sentence, or before a verb
    ANYWHERE = 3


def has_signs(text: str) -> bool:
    """Whether a text has something that every address and every number has."""
    return _SIGN.search(text) is not None


class Triage:
    """Tells of texts of one setting whether they are dull: no detector can find anything in them."""

    def __init__(self, search: NameSearch, setting: Setting) -> None:
        self._search = search
        self._setting = setting
        self._adjective = re.compile(rf"(?:{'|'.join(setting.adjectives)})(?!\w)") if setting.adjectives else None
        self._words: dict[str, Where] = {}
        self._leads: dict[str, tuple[bool, bool | None]] = {"": (False, True)}  # nothing stands before the first word

    def is_dull(self, text: str) -> bool:
        """Whether no detector can find anything in a text."""
        if self._search.has_small_names:
            return False
        if "-" in text and any(self._is_joined_name(text, match.start()) for match in _HYPHEN.finditer(text)):
            return False
        if self._adjective and any(self._is_made_of_name(match) for match in self._adjective.finditer(text)):
            return False
        for match in _PLACE.finditer(text):  # noqa: SIM110 (a loop is faster)
            if self._tells(text, match[0], match.start()):
                return False
        return True

    def _is_joined_name(self, text: str, hyphen: int) -> bool:
        joined = text[text.rfind(" ", 0, hyphen) + 1 :].split(None, 1)[0]
        return any(self._search.tells(plain(word)) for word in WORD.findall(joined))

    def _is_made_of_name(self, ending: re.Match[str]) -> bool:
        words = WORD.findall(ending.string, ending.string.rfind(" ", 0, ending.start()) + 1, ending.end())
        return bool(words) and self._search.derived_from(plain(words[-1])) is not None

    def _tells(self, text: str, written: str, start: int) -> bool:
        """Whether there is something to look at where a sign or a word with a capital letter stands."""
        where = self._words.get(written) or self._learnt_word(written)
        if where is Where.ANYWHERE:
            return True
        before = text[text.rfind(" ", 0, max(0, start - 1)) + 1 : start]
        leads, begins = self._leads.get(before) or self._learnt_lead(before)
        if leads and self._is_behind_title(text, start):
            return True
        if where is Where.NOWHERE:
            return False
        if begins is None:
            begins = begins_sentence(text, start)
        return not begins or suspicion.speaks(text, start, self._setting)

    def _is_behind_title(self, text: str, start: int) -> bool:
        words = WORD.findall(text, max(0, start - _LOOK_BACK), start)
        return any(plain(word) in self._setting.titles for word in words)

    def _learnt_word(self, written: str) -> Where:
        """Where a word is to be looked at, with all that stands at it; a sign anywhere."""
        words = [word for word in WORD.findall(written) if word[0].isupper()]
        where = max(map(self._where, words), default=Where.NOWHERE)
        if len(words) > 1 and where is Where.BY_PLACE:
            where = Where.ANYWHERE  # the second one stands within a sentence
        initials = any(f"{word}." in written and self._search.is_initial(plain(word)) for word in words)
        if initials or has_signs(written) or not words:
            where = Where.ANYWHERE
        if len(self._words) < _MOST_KNOWN:
            self._words[written] = where
        return where

    def _where(self, word: str) -> Where:
        shape, setting = plain(word), self._setting
        is_ordinary = Vocabulary.of(setting.languages).is_ordinary(word)
        if self._search.tells(shape) or (not is_ordinary and self._search.derived_from(shape)):
            return Where.ANYWHERE
        if shape in setting.function_words:
            return Where.BY_PLACE if cues.is_unusual(word, setting) else Where.NOWHERE
        if suspicion.may_be_name(word, setting):
            return Where.ANYWHERE
        depends = suspicion.depends_on_place(word, setting) or cues.is_unusual(word, setting)
        return Where.BY_PLACE if depends else Where.NOWHERE

    def _learnt_lead(self, before: str) -> tuple[bool, bool | None]:
        """What the word before one with a capital letter tells of it.

        Whether it may be a title or stand behind one, and whether a sentence begins: None if more must be seen.
        """
        if len(before) > _LONGEST_LEAD:
            return True, None
        words = WORD.findall(before)
        leads = not words or self._may_lead(plain(words[-1]))
        begins = ":" not in before and begins_sentence(before, len(before)) if words else None
        if len(self._leads) < _MOST_KNOWN:
            self._leads[before] = leads, begins
        return leads, begins

    def _may_lead(self, word: str) -> bool:
        return any(
            word in language.titles or word in language.particles or is_role(word, language)
            for language in self._setting.languages
        )
