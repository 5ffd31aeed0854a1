"""Listed names: participants and interviewers with their nicknames, employers and towns, and the team's gazetteer.

ASSUME: the name of a place may also be an ordinary word (Most, Essen, Reading). It goes to review where its capital
letter proves nothing: at the beginning of a sentence, and in German without a preposition or a postcode before it.
A person's name is always replaced: losing a word of a text costs less than publishing a name.
"""

from collections.abc import Iterable, Iterator, Mapping

from crosscase.detectors import postcodes
from crosscase.detectors.name_search import Found, Identifier, NameSearch
from crosscase.detectors.spans import Setting, Span
from crosscase.detectors.words import WORD, begins_sentence, words_of
from crosscase.languages.ordinary_words import Vocabulary

_PERSON = "PERSON"
_DOUBT = "a listed name or an ordinary word"
_SHORTEST_ALONE = 5  # letters of a word that identifies a name alone


class ListedNames:
    """Finds listed names. `generalised` gives, by owner, the words to use instead of a placeholder."""

    def __init__(self, identifiers: Iterable[Identifier], generalised: Mapping[str, str]) -> None:
        self.identifiers = list(dict.fromkeys(identifiers))
        self.search = NameSearch(self.identifiers)
        self._generalised = generalised

    def find(self, text: str, setting: Setting) -> Iterator[Span]:
        """The names in a text. A word that is in no vocabulary may be derived from a name: Ortensina."""
        vocabulary = Vocabulary.of(setting.languages)
        for found in self.search.find(text):
            name = found.name
            if name.part and not is_distinct(name, vocabulary):
                continue
            doubt = "" if name.kind == _PERSON or not _ambiguous(text, found, setting) else _DOUBT
            yield Span(found.start, found.end, name.kind, name.owner, doubt, self._generalised.get(name.owner, ""))
            if name.kind == "PLACE":
                yield from postcodes.beside_place(text, found.start, found.end, setting)
        for word in words_of(text):
            may_be_name = word.capital or word.shape.endswith(setting.adjectives)
            made_of = self.search.derived_from(word.shape) if may_be_name else None
            if made_of and not vocabulary.is_ordinary(text[word.start : word.end]):
                yield Span(word.start, word.end, made_of.kind, made_of.owner)


def is_distinct(part: Identifier, vocabulary: Vocabulary) -> bool:
    """Whether a part of a longer name identifies it alone, since a word of it is in no vocabulary."""
    return any(_is_distinct(word, vocabulary) for word in WORD.findall(part.form))


def _is_distinct(word: str, vocabulary: Vocabulary) -> bool:
    ordinary = any(map(vocabulary.is_ordinary, (word, word.lower()))) or vocabulary.is_compound(word)
    long = len(word) >= _SHORTEST_ALONE and word.isalpha() and not word.isupper()
    return word[0].isupper() and long and not ordinary and not vocabulary.is_name(word)


def _ambiguous(text: str, found: Found, setting: Setting) -> bool:
    words = text[found.start : found.end]
    if " " in words or not Vocabulary.of(setting.languages).is_ordinary(words):
        return False
    if begins_sentence(text, found.start):
        return True
    if not setting.articles:
        return False  # nouns have no capital letter, so this is a name: do Hranic
    before = next((word.shape for word in reversed(words_of(text)) if word.end <= found.start), "")
    return not (before.isdecimal() or before in setting.prepositions)
