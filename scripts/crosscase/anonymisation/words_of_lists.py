"""The words of a setting's lists near which a number or a noun is looked at, for the triage."""

from collections.abc import Iterable, Iterator

from crosscase.detectors.spans import Setting
from crosscase.detectors.words import WORD

_LONG = 4  # letters of a word that may go on


class WordsOfLists:
    """Plain words that may say what a number is. Those of one word, if they are not short, may go on.

    `letters` are those of one letter, which say so directly before a number alone.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        parts = [(phrase, WORD.findall(phrase)) for phrase in phrases]
        longest = {max(reversed(words), key=len, default="") for _, words in parts}
        self._whole = frozenset(word for word in longest if len(word) > 1)
        self.letters = longest - self._whole
        self._beginnings = tuple({words[0] for _, words in parts if len(words) == 1 and len(words[0]) >= _LONG})

    def are(self, shape: str) -> bool:
        """Whether a plain word is one of them."""
        return shape in self._whole or shape.startswith(self._beginnings)


def of_lists(setting: Setting, *lists: str) -> Iterator[str]:
    """The phrases of some lists."""
    return (phrase for language in setting.languages for name in lists for phrase in language.contact(name))
