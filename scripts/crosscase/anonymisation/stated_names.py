"""The names that an export gives to codes, groups and its tool: in-vivo codes are people's words.

1. The study's own names are public and stay: labels of the codebook, titles of its domains, names of its groups. An
   alias of a code and a spelling that a group `also` has were an export's words before: as far as a word of them is in
   doubt they are hidden, and nobody is asked, since results can have the code or the group in their place.
2. In any other name listed names and numbers are replaced, as in a text.
3. Words and numbers in doubt wait for a decision, as in a text. Until then a keyed placeholder hides the whole name.
4. A code in quotes or longer than a name was made of an interview's words (in-vivo coding). It is always hidden: the
   rules for quotations hold for it, not those for codes.

ASSUME: a word that differs in one letter from a word of five letters or more in the study's own names is that word,
misspelt. Otherwise the list of issues could not say which code a misspelt one is near.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from crosscase.anonymisation import numbers_of_names
from crosscase.anonymisation.pseudonyms import PLACEHOLDER, Pseudonyms
from crosscase.anonymisation.redaction import Redactor
from crosscase.anonymisation.register import Person
from crosscase.anonymisation.review_outcomes import Outcomes
from crosscase.anonymisation.reviews import Reviews
from crosscase.coding.codebook import Codebook
from crosscase.coding.hidden_names import CODE, GROUP, TOOL
from crosscase.detectors import words_in_names
from crosscase.detectors.spans import Setting, Span
from crosscase.detectors.words import words_of
from crosscase.languages.country_codes import is_country
from crosscase.languages.ordinary_words import Vocabulary
from crosscase.languages.vocabulary import load, plain
from crosscase.storage.text_form import fold, nfc

IN_REVIEW = "names of codes and groups"  # stands in the queue in place of a document
LONGEST_NAME = 63  # characters; the limit of MAXQDA
_QUOTES = frozenset('"“”„«»‚`')
_APOSTROPHES = tuple("'‘’")
_SHORTEST_MISSPELT = 5  # letters
# REFI-QDA files name the program that wrote them, often with the system that it ran on. Another name is hidden as any
# other name in an export would be.
_TOOLS = frozenset(
    [
        "atlas",
        "atlasti",
        "crosscase",
        "dedoose",
        "f4",
        "f4analyse",
        "f4x",
        "hyperresearch",
        "maxqda",
        "nvivo",
        "opencode",
        "openqda",
        "qc",
        "qcoder",
        "qda",
        "qdaminer",
        "qualcoder",
        "quirkos",
        "requal",
        "rqda",
        "taguette",
        "ti",
        "transana",
        "webqda",
    ]
)
_SYSTEMS = frozenset(
    [
        "android",
        "darwin",
        "debian",
        "ios",
        "ipados",
        "linux",
        "mac",
        "macos",
        "microsoft",
        "nt",
        "osx",
        "ubuntu",
        "windows",
    ]
)


@dataclass(frozen=True, slots=True)
class OwnNames:
    """The study's own names: those of its codebook, its domains and its groups."""

    whole: frozenset[str]  # folded; these are public
    aliases: frozenset[str]  # folded; one of them may be somebody's name
    also: Mapping[str, str]  # the group of each other spelling, folded; one of them may be somebody's words
    words: frozenset[str]  # plain words of those that are public

    @classmethod
    def of(cls, codebook: Codebook, groups: Collection[str], also: Mapping[str, str]) -> "OwnNames":
        """The names of a codebook and of the groups; `also` gives the group of each other spelling."""
        names = [*codebook.titles, *(entry.label for entry in codebook.entries.values()), *groups]
        words = frozenset(word.shape for name in names for word in words_of(nfc(name)))
        whole = frozenset(map(fold, names))
        others = {fold(spelling): group for spelling, group in also.items()}
        return cls(whole, codebook.vocabulary, {name: others[name] for name in others if name not in whole}, words)


def setting_of_names(settings: Mapping[str, Setting], people: Iterable[Person], export: str) -> Setting:
    """The setting of an export's names: the numbers of all countries, the languages of its own.

    ASSUME: codes are written in the languages of the interviews or in English, in which studies compare.
    """
    groups = {person.group for person in people if person.export in ("", export)} or set(settings)
    languages = [*(language for group in sorted(groups) for language in settings[group].languages), load("en")]
    regions = dict.fromkeys(region for setting in settings.values() for region in setting.regions)
    return Setting(tuple(regions), tuple(dict.fromkeys(languages)))


class StatedNames:
    """Decides how each name of one export is shown.

    `setting` holds the languages in which the names may be written. `ordinary_here` says of a word whether the
    study's own texts show that it is an ordinary one.
    """

    def __init__(
        self,
        redactor: Redactor,
        pseudonyms: Pseudonyms,
        reviews: Reviews,
        setting: Setting,
        own: OwnNames,
        ordinary_here: Callable[[str], bool] = lambda _: False,
    ) -> None:
        self._redactor = redactor
        self._pseudonyms = pseudonyms
        self._reviews, self._outcomes = reviews, Outcomes(reviews)
        self._setting = setting
        self._own = own
        self._ordinary_here = ordinary_here
        self._shown: dict[tuple[str, str], str] = {}

    def shown(self, kind: str, name: str) -> str:
        """How a name is shown: itself, with words replaced, or hidden behind a placeholder.

        `kind` is one of `hidden_names`: CODE, GROUP, TOOL, COLUMN.
        """
        if (kind, name) not in self._shown:
            self._shown[kind, name] = self._found_out(kind, name)
        return self._shown[kind, name]

    def _found_out(self, kind: str, name: str) -> str:
        whole = fold(name)
        if whole in self._own.whole or (whole in self._own.also and is_country(name)):
            return name
        if kind == CODE and whole in self._own.aliases:
            return self._stated_by_team(kind, name) or self._pseudonyms.hidden(kind, name)
        if kind == GROUP and whole in self._own.also:
            return self._stated_by_team(kind, name) or self._own.also[whole]
        return self._judged(kind, name)

    def _stated_by_team(self, kind: str, name: str) -> str:
        """A name that the team has from an export, with what is certain in it replaced. Empty if a word is in doubt."""
        if is_in_vivo(name):
            return ""
        text = self._without_listed(name)
        found = self._found(kind, text)
        is_open = any(span.doubt and not self._reviews.judged(IN_REVIEW, text, span) for span in found)
        decided = self._outcomes.of(IN_REVIEW, text, () if is_open else found, self._setting)
        return "" if is_open else self._replaced(text, decided)

    def _judged(self, kind: str, name: str) -> str:
        if kind == CODE and is_in_vivo(name):
            return self._pseudonyms.hidden(kind, name)
        text = self._without_listed(name)
        found = self._found(kind, text)
        if kind == TOOL and any(span.doubt for span in found):
            return self._pseudonyms.hidden(kind, name)
        decided = self._outcomes.of(IN_REVIEW, text, found, self._setting)
        if any(span.doubt for span in decided):
            return self._pseudonyms.hidden(kind, name)
        return self._replaced(text, decided)

    def _found(self, kind: str, text: str) -> list[Span]:
        """What a name without listed names has: numbers, and words in doubt."""
        numbers = (
            [] if kind == TOOL else numbers_of_names.find(self._redactor, text, self._setting)
        )  # a tool has a version
        taken = [*(match.span() for match in PLACEHOLDER.finditer(text)), *((span.start, span.end) for span in numbers)]
        is_public = self._is_of_tool if kind == TOOL else self._is_public
        return [*numbers, *words_in_names.find(text, self._setting, taken, is_public)]

    def _without_listed(self, name: str) -> str:
        return self._redactor.redact(name, Setting(self._setting.regions, ())).text

    def _replaced(self, text: str, spans: Collection[Span]) -> str:
        for span in sorted(spans, reverse=True):
            words = text[span.start : span.end]
            instead = self._pseudonyms.placeholder(span.kind, span.original, words, span.instead)
            text = f"{text[: span.start]}{instead}{text[span.end :]}"
        return text

    def _is_public(self, word: str) -> bool:
        return plain(word) in self._own.words or self._ordinary_here(word) or self._is_misspelt(plain(word))

    def _is_of_tool(self, word: str) -> bool:
        return plain(word) in _TOOLS | _SYSTEMS

    def _is_misspelt(self, word: str) -> bool:
        """Whether a word is one of the study's own, with one letter wrong, and no common name."""
        if len(word) < _SHORTEST_MISSPELT or Vocabulary.of(self._setting.languages).is_name(word):
            return False
        near = (own for own in self._own.words if len(own) >= _SHORTEST_MISSPELT and own[0] == word[0])
        return any(OSA.distance(word, own, score_cutoff=1) <= 1 for own in near)


def is_in_vivo(name: str) -> bool:
    """Whether the name of a code is made of an interview's words."""
    return len(name) > LONGEST_NAME or not _QUOTES.isdisjoint(name) or name.startswith(_APOSTROPHES)
