"""What of an id is public: a team may call its participants like the groups that it compares.

1. The names of groups and of other values in tables are published, so an id that reads like one says nothing. In a
   study with a group "Group11" the participant Group-1-1 is not found as "Group11", only with other signs in it.
2. Several words that a person decided to replace may all be ordinary ones, "the school". They are public if a public
   text has them in a row.
3. In what the pipeline composes, counts stand beside words. "South 11" means eleven people of South there, or an axis
   with the number 11, and not the participant South-11 or South 11. In words from outside it means the participant.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from crosscase.analysis import checklists
from crosscase.detectors.words import WORD
from crosscase.languages.vocabulary import plain, shape
from crosscase.study.facts import Study

_ITEMS = frozenset(map(shape, checklists.NUMBERS))  # a team may call its participants S1 to S21, too


class PublicNames:
    """Public words in plain shape, the text that has them, and the names that the tables of a study have."""

    def __init__(self, words: frozenset[str], names: Iterable[str] = (), text: str = "") -> None:
        self._words = words
        self._text = text
        self._names = "\n".join(" ".join(shape(name).split()) for name in names)
        self._parts = frozenset(self._names.split()) | _ITEMS

    def has(self, written: str) -> bool:
        """Whether some words in plain shape are such a name, or stand in one."""
        words = " ".join(written.split())
        return words in self._names and bool(re.search(rf"(?<![^\W_]){re.escape(words)}(?![^\W_])", self._names))

    def has_in_a_row(self, words: Sequence[str]) -> bool:
        """Whether some words in plain shape follow each other in a public text, or one is public."""
        return self._words.issuperset(words) and (len(words) == 1 or f" {' '.join(words)} " in self._in_a_row)

    def has_letters(self, written: str) -> bool:
        """Whether a public text has some letters, as they are written: a script without blanks shows no words."""
        return written in self._text

    @cached_property
    def _in_a_row(self) -> str:
        return f" {' '.join(map(plain, WORD.findall(self._text)))} "

    def can_compose(self, written: str) -> bool:
        """Whether some words in plain shape can be public words with counts beside them."""
        return all(part.isdecimal() or part in self._parts or self._is_public(part) for part in written.split())

    def _is_public(self, part: str) -> bool:
        return (
            part[-1] not in "-_/" and not any(map(str.isdecimal, part)) and self._words.issuperset(WORD.findall(part))
        )


def names_in_tables(study: Study) -> list[str]:
    """The names of a study's groups, of its domains and of the categories of its sample."""
    groups = (name for group in study.groups for name in (group.code, group.name))
    categories = (name for variable in study.sample for name in (*variable.categories, *variable.broader))
    return [*groups, *categories, *(domain.title for domain in study.domains)]
