"""Initials of listed people that mark who speaks.

They are replaced, unless a decision or the study's texts say that they are another word. Those that are a word of the
language (IT, TV) wait, and are the word in a text without usable capital letters.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from string import digits

from crosscase.detectors.name_search import Identifier
from crosscase.detectors.ordinary_use import is_frequent
from crosscase.detectors.spans import Setting, Span
from crosscase.detectors.speaker_initials import SpeakerInitials, has_capitals, letters_of
from crosscase.detectors.words import WORD
from crosscase.languages.ordinary_words import Vocabulary

_JOINING = frozenset("/<>")  # initials and other words
DOUBT = "initials of a listed person, or a short form"


class ListedInitials:
    """Finds the initials of some names where they mark who speaks. `owners` gives by plain letters whose they are."""

    def __init__(self, names: Iterable[Identifier]) -> None:
        self.owners = _owners(names)
        self._marks = SpeakerInitials(self.owners)

    def find(self, text: str, setting: Setting) -> Iterator[Span]:
        """The initials in a text that mark who speaks."""
        for mark in self._marks.find(text, setting.cased):
            is_word = _is_word(mark.letters, setting)
            if not is_word or (setting.cased and not mark.is_small):
                doubt = DOUBT if is_word or mark.is_doubtful else ""
                yield Span(mark.start, mark.end, "PERSON", self.owners[mark.letters], doubt, unless_kept=DOUBT)

    def small(self, setting: Setting) -> Collection[str]:
        """The initials that small letters may be, which they are only where nothing has capitals."""
        return () if setting.cased else [letters for letters in self.owners if not _is_word(letters, setting)]

    def may_be_in(self, text: str, setting: Setting) -> bool:
        """Whether such initials may be in a word of a text, or in several: quick, and too often."""
        words = WORD.findall(text)
        if 1 in map(len, words) and not _JOINING.isdisjoint(text):  # the others stand beside it: M H/J B
            return bool(self.owners)
        written = [letters for word in words if (letters := word.rstrip(digits))]
        if setting.cased and self._marks.possible_in([letters for letters in written if has_capitals(letters)]):
            return True
        return not all(_is_word(letters, setting) for letters in self._marks.possible_in(written))


def _owners(names: Iterable[Identifier]) -> Mapping[str, str]:
    """Whose initials some plain letters are. Those that several have belong to none, as a name does that they share."""
    owners: dict[str, set[str]] = {}
    for name in names:
        if letters := letters_of(name):
            owners.setdefault(letters, set()).add(name.owner)
    return {letters: min(some) if len(some) == 1 else letters for letters, some in owners.items()}


def _is_word(letters: str, setting: Setting) -> bool:
    """Whether initials are also a word or a short form of the language: it, tv."""
    return is_frequent(letters, setting) or Vocabulary.of(setting.languages).is_ordinary_in_small_letters(letters)
