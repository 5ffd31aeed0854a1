"""Parts of the longer name of a place or an organisation: Lantern of the Lantern Family Hub.

Its words may be ordinary ones. A part that has a word of no vocabulary is a name wherever it stands.
"""

from collections.abc import Sequence

from crosscase.detectors.name_forms import is_particle
from crosscase.detectors.name_search import Found, Identifier
from crosscase.detectors.ordinary_use import is_frequent, words_before
from crosscase.detectors.spans import Setting
from crosscase.detectors.suspicion import ORDINARY
from crosscase.detectors.words import WORD
from crosscase.languages.ordinary_words import Vocabulary
from crosscase.languages.vocabulary import plain

LISTED = "a listed name or an ordinary word"
_ORGANISATION = "ORGANISATION"
_SHORTEST_ALONE = 5  # letters of a word that identifies a name alone
_FREQUENT = 4  # letters up to which an ordinary word is mostly a frequent one


def doubt_of_part(text: str, found: Found, setting: Setting) -> str | None:
    """Why ordinary words of a longer name go to review: nothing if they are replaced, None if they are none."""
    words = WORD.findall(text[found.start : found.end])
    if not may_stand_alone(found.name, setting):
        return None
    before = words_before(text, found.start)
    in_place = not setting.prepositions.isdisjoint(before[-1:])
    if not setting.cased:
        listed = WORD.findall(found.name.form)
        is_word = len(listed) == 1 and is_frequent(listed[0], setting)
        return LISTED if is_word and not in_place else ""
    if len(words) > 1:
        return LISTED
    is_capital = found.as_listed and not setting.articles
    is_small = in_place and not found.as_listed and found.name.kind == _ORGANISATION
    return ORDINARY if is_capital or is_small else None


def may_stand_alone(part: Identifier, setting: Setting) -> bool:
    """Whether ordinary words of a longer name may mean its owner: not if they only say what kind of thing it is."""
    vocabulary = Vocabulary.of(setting.languages)
    says = [word for word in WORD.findall(part.form) if plain(word) not in setting.function_words]
    return any(len(word) >= _FREQUENT and not vocabulary.is_kind(word) for word in says)


def is_distinct(part: Identifier, vocabulary: Vocabulary) -> bool:
    """Whether a part of a longer name identifies it alone, since a word of it is in no vocabulary."""
    return any(_is_distinct(word, vocabulary) for word in WORD.findall(part.form))


def _is_distinct(word: str, vocabulary: Vocabulary) -> bool:
    ordinary = any(map(vocabulary.is_ordinary, (word, word.lower())))
    ordinary = ordinary or vocabulary.is_compound(word) or vocabulary.is_kind(word)
    long = len(word) >= _SHORTEST_ALONE and word.isalpha() and not word.isupper()
    return word[0].isupper() and long and not ordinary and not vocabulary.is_name(word)


def is_one_with_particles(words: Sequence[str], name: Identifier) -> bool:
    """Whether words of a name are particles but for one ("de boer" may also be the farmer), and none is an initial."""
    return min(map(len, words)) > 1 and sum(not is_particle(word, name.languages) for word in words) == 1
