"""The sets of words that a check of the triage needs beside its own word, or at the edge of a text.

A set has few words, so that most look-ups end at once. Each word of a text is in them before the text is judged.
"""

from collections.abc import Sequence

from crosscase.detectors import spoken_telephones
from crosscase.detectors.listed import ListedNames
from crosscase.detectors.spans import Setting
from crosscase.detectors.words import begins_sentence
from crosscase.languages.vocabulary import is_role, plain


class Neighbours:
    """The words of some texts by what they may do beside another one, with the signs around them."""

    def __init__(self, names: ListedNames, setting: Setting) -> None:
        self._names = names
        self._setting = setting
        self._said = frozenset().union(*map(spoken_telephones.words_within, setting.languages))
        self._particles = frozenset().union(*(language.particles for language in setting.languages))
        self.ends = {""}  # a sentence ends behind them
        self.verbs: set[str] = set()  # such as "said"
        self.behind_titles: set[str] = set()  # a name, or what may stand between a title and a name
        self.beside_numbers: set[str] = set()  # numbers in words, and what may stand between them
        self.determiners: set[str] = set()  # such as "a", before a noun
        self.prepositions: set[str] = set()  # also signs alone, before which one may stand
        self.cut_at_start: set[str] = set()  # perhaps the rest of a name, at the edge of a text
        self.cut_at_end: set[str] = set()

    def add(self, word: str, shapes: Sequence[str], may_be_name: bool) -> None:
        """Add a text's word, of these plain words. `may_be_name`: it has a capital letter, or is in a list."""
        if not word[-1].isalnum() and begins_sentence(f"x{word} ", len(word) + 2):
            self.ends.add(word)
        if plain(word) in self._setting.verbs:
            self.verbs.add(word)
        if not (shapes and self._said.isdisjoint(shapes)):
            self.beside_numbers.add(word)
        if not self._setting.determiners.isdisjoint(shapes[-1:]):
            self.determiners.add(word)
        if not shapes or shapes[-1] in self._setting.prepositions:
            self.prepositions.add(word)
        if may_be_name or all(map(self._may_precede_name, shapes)):
            self.behind_titles.add(word)
        if shapes and self._names.may_be_cut(shapes[0], False) and self._names.is_cut(word, False, self._setting):
            self.cut_at_start.add(word)
        if shapes and self._names.may_be_cut(shapes[-1], True) and self._names.is_cut(word, True, self._setting):
            self.cut_at_end.add(word)

    def clear(self) -> None:
        """Forget all words."""
        for words in vars(self).values():
            if isinstance(words, set):
                words.clear()
        self.ends.add("")

    def _may_precede_name(self, shape: str) -> bool:
        """Whether a plain word may stand between a title and a name."""
        return shape in self._particles or any(is_role(shape, language) for language in self._setting.languages)
