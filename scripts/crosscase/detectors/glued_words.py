"""Words that are written in one with a name behind them: mrshathersage, TheHathersages, herrquastel.

They are titles and determiners of a language. What is made of them is a name if it is no ordinary word.
"""

import re
from collections.abc import Iterable

from crosscase.languages.vocabulary import load

_ENGLISH = "en"  # of addresses and handles anywhere
_SHORTEST = 5  # letters of the name
_FEWEST = 2  # letters of the word before it


def before_names(languages: Iterable[str]) -> re.Pattern[str]:
    """A pattern for the words before a name, in plain shape."""
    spoken = map(load, {_ENGLISH, *languages})
    found = {word for language in spoken for word in language.titles | language.determiners if len(word) >= _FEWEST}
    return re.compile("|".join(map(re.escape, sorted(found, key=lambda word: (-len(word), word)))))


def names_in(shape: str, before: re.Pattern[str]) -> tuple[str, ...]:
    """The plain names that a plain word may have behind one of these words, also of several people: nothing mostly."""
    found = before.match(shape)
    if found is None or len(shape) - found.end() < _SHORTEST:
        return ()
    name = shape[found.end() :]
    return (name, name[:-1]) if name.endswith("s") and len(name) > _SHORTEST else (name,)
