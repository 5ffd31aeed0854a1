"""Words in which a person is named in one: mhathersage, jananovakova, novakova2019, mrshathersage."""

import re
from collections.abc import Mapping
from string import digits
from typing import Generic, TypeVar

from crosscase.detectors import glued_words

_Named = TypeVar("_Named")


class Handles(Generic[_Named]):
    """Finds the person of a plain word. `names` are their names in one word, in plain shape."""

    def __init__(self, names: Mapping[str, _Named], languages: frozenset[str]) -> None:
        self.names = names
        self._before_names: re.Pattern[str] | None = glued_words.before_names(languages) if names else None

    def of(self, shape: str) -> _Named | None:
        """The person whose name a word is, perhaps with a number or behind a title."""
        name = shape.strip(digits)
        if name in self.names or self._before_names is None:
            return self.names.get(name)
        return next(filter(None, map(self.names.get, glued_words.names_in(name, self._before_names))), None)

    def may_begin(self, shape: str) -> bool:
        """Whether a plain word begins with a title or another word that may stand in one with a name."""
        return self._before_names is not None and self._before_names.match(shape) is not None

    def is_numbered(self, shape: str) -> bool:
        """Whether a word is a name with a number behind it, which is one in any case; before it may be any number."""
        return shape not in self.names and shape.rstrip(digits) in self.names
