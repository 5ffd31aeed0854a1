"""Whether a name follows a title, for the triage: behind most titles none does."""

from collections.abc import Callable
from functools import lru_cache

from crosscase.anonymisation.neighbours import Words
from crosscase.detectors import cues
from crosscase.detectors.name_search import NameSearch
from crosscase.detectors.normalisation import normalised_text
from crosscase.detectors.spans import Setting
from crosscase.detectors.words import WORD
from crosscase.languages.vocabulary import is_role

_MOST_BETWEEN = 4  # particles and roles between a title and a name


class TitleChecks:
    """The checks of one setting; `shapes` gives the plain words of a text's word, `most` words are remembered."""

    def __init__(
        self, search: NameSearch, setting: Setting, shapes: Callable[[str], tuple[str, ...]], most: int
    ) -> None:
        self._search = search
        self._setting = setting
        self._shapes = shapes
        self.behind = lru_cache(most)(self._look_up)

    def names_behind(self, read: str) -> Callable[[Words, int], bool]:
        """How a name is looked for behind the title that ends a text's word.

        None follows directly if the word has a sign behind it, other than the point of a shortened one.
        """
        last = list(WORD.finditer(read))[-1]
        sign = read[last.end() :]
        if not sign:
            return self.names_one
        is_shortened = sign == "." and cues.is_shortened(last[0], self._setting)
        return self._names_one_shortened if is_shortened else self._names_one_apart

    def _names_one_shortened(self, words: Words, number: int) -> bool:
        """Whether a name follows a title with a point, which ends a sentence before a word such as "so": fru. Så."""
        begins = not self._setting.function_words.isdisjoint(self._shapes(words[number + 1])[:1])
        return self._names_one_apart(words, number) if begins else self.names_one(words, number)

    def _names_one_apart(self, words: Words, number: int) -> bool:
        """Whether a listed name, or a role and a name, follow a title that ends a sentence: nan. Professor Quillow."""
        for place in range(number + 1, min(len(words), number + 1 + _MOST_BETWEEN)):
            if shapes := self._shapes(words[place]):
                is_role_of_title = any(is_role(shape, one) for shape in shapes for one in self._setting.languages)
                is_listed = any(map(self._search.is_name_alone, shapes))
                return is_listed or (is_role_of_title and self.names_one(words, place))
        return False

    def names_one(self, words: Words, number: int) -> bool:
        """Whether a name may follow a title, perhaps after particles and roles."""
        for word in words[number + 1 : number + 1 + _MOST_BETWEEN]:
            may_be_name, may_precede_name = self.behind(word)
            if may_be_name or not may_precede_name:
                return may_be_name
        return False

    def _look_up(self, word: str) -> tuple[bool, bool]:
        """Whether a word behind a title may be a name, and whether it may stand between the two."""
        languages = self._setting.languages
        written = WORD.findall(normalised_text(word))
        shapes = self._shapes(word)
        is_name = any(map(self._search.is_name_alone, shapes)) or any(
            one != one.lower() and not all(cues.is_cue(one, self._setting, language) for language in languages)
            for one in written
        )
        is_within = word[-1:].isalnum() or word.endswith(",")  # no sentence ends between a role and its name
        return is_name, bool(word) and all(
            any(shape in language.particles or (is_within and is_role(shape, language)) for language in languages)
            for shape in shapes
        )
