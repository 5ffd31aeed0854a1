"""The texts that a study itself publishes: labels and definitions of its codebook, and those of `study.own_texts`.

`crosscase new` and `add` take them from exports, and a code may be somebody's words (in-vivo coding). So they are
searched like names and texts of exports. Nothing of them is replaced, since they are the team's to word: what is found
waits in the review, as words of the file, until somebody decides `keep` or changes the text. So do words that somebody
decided to replace. A build says how many texts have some.

1. In a name: listed names, contact data and numbers, and words in doubt as in the names of exports, whatever their
   case. A first name that is another word in use (grace) is none unless its capital says so, as in "what Grace said":
   the first word has one, and in title case each word does.
2. In a definition or another sentence what is found in any text, but no ordinary word that only has a capital letter.
3. In the world's words, such as an affiliation in the citation file, what the lists have. So in an id, of which signs
   and capitals part the words (trust_in_hope, TrustInHope): it is in names of files, too, and mostly repeats a label.

An ordinary word that is also a listed name says nothing alone: a code may be called Hope, and a participant, too. Nor
does a listed place or organisation that is a group's name, which is published on purpose.

ASSUME: a codebook is in a language of the interviews, in that of the results, or in English. Where one has no
word lists, only lists, contact data and numbers say something about its words.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache

from crosscase.anonymisation import names_in_labels, numbers_of_names, public_numbers
from crosscase.anonymisation.decision_rows import Choice
from crosscase.anonymisation.redaction import Redactor
from crosscase.anonymisation.reviews import Reviews
from crosscase.anonymisation.words_of_labels import WordsOfLabels, without_numbering
from crosscase.anonymisation.world_words import WorldWords
from crosscase.detectors import words_in_names
from crosscase.detectors.normalisation import Normalised
from crosscase.detectors.spans import Setting, Span, without_overlap
from crosscase.detectors.suspicion import COMMON_NAME, ORDINARY, UNKNOWN
from crosscase.detectors.words import words_of
from crosscase.labels import labels
from crosscase.languages.country_codes import is_country
from crosscase.languages.ordinary_words import Vocabulary
from crosscase.languages.vocabulary import Language, load
from crosscase.messages.errors import Problem
from crosscase.messages.wording import counted
from crosscase.storage.schemas import CodebookEntry
from crosscase.storage.text_form import nfc
from crosscase.study import citation_texts, own_labels
from crosscase.study.facts import CONFIG
from crosscase.study.own_texts import OwnText, Reading

LISTED = "a listed name, an address or a number in a text that the study publishes"
_REMEDY = (
    "`crosscase check` names the lines. Choose other words (a code's former label goes into its `aliases`), or decide "
    "`keep` in the review. A decision to replace such words counts, too, until its row is deleted."
)
_BY_CAPITALS = (COMMON_NAME, ORDINARY, UNKNOWN)
_THINGS = ("PLACE", "ORGANISATION")
_NAMES = ("PERSON", *_THINGS)
_NOTHING = frozenset[str]()
_VALUE = re.compile(r"\{[^{}]*\}")
_HUMP = re.compile(r"[a-zß-ÿ](?=[A-ZÀ-Þ])")
_NO_LETTER = re.compile(r"[\W_]")
_ENGLISH = "en"
_ABBREVIATION = 5  # letters at most


def of_codebook(path: str, entries: Iterable[CodebookEntry]) -> Iterator[OwnText]:
    """The texts of a codebook that results show: ids, labels and definitions."""
    for entry in entries:
        yield OwnText(path, entry.code, Reading.ID)
        yield OwnText(path, entry.label)
        if entry.definition:
            yield OwnText(path, entry.definition, Reading.SENTENCE)


def setting_of_all(settings: Iterable[Setting], output_language: str = _ENGLISH) -> Setting:
    """The numbers of all countries of a study, and all its languages. English comes first: most words end there."""
    settings = list(settings)
    own = [load(_ENGLISH), load(output_language)]
    languages = dict.fromkeys([*own, *(language for one in settings for language in one.languages)])
    return Setting(tuple(dict.fromkeys(code for one in settings for code in one.regions)), tuple(languages))


class StudyTexts:
    """Finds what may name somebody in the texts that a study publishes.

    `groups` are the names of its groups. `has_words`: all of its languages have word lists. `ordinary_here` says of a
    word whether the study's interviews show that it is an ordinary one. `cited` are the names of the
    authors in the citation file, which may name them also elsewhere.
    """

    def __init__(
        self,
        redactor: Redactor,
        setting: Setting,
        groups: Collection[str] = (),
        has_words: bool = True,
        ordinary_here: Callable[[str], bool] = lambda _: False,
        cited: Iterable[str] = (),
    ) -> None:
        self._redactor = redactor
        self._setting = setting
        self._without_words = Setting(setting.regions, ())
        self._groups = groups
        self._of_groups = {word.shape for name in groups for word in words_of(nfc(name))}
        self._has_words = has_words
        self._known: Mapping[str, frozenset[str]] = {
            citation_texts.FILE: frozenset(word.shape for name in cited for word in words_of(nfc(name))),
            own_labels.PATH: _words_that_ship(setting),
        }
        self._world = WorldWords(setting, Vocabulary.of(setting.languages).is_first_name)
        self._words = WordsOfLabels(setting, ordinary_here)
        self._in = cache(lambda language: self._of(Setting(setting.regions, (language,)), ordinary_here))

    def _of(self, setting: Setting, ordinary_here: Callable[[str], bool]) -> "StudyTexts":
        return StudyTexts(self._redactor, setting, self._groups, self._has_words, ordinary_here)

    def _each_language(self) -> Sequence[Language]:
        """The languages, each of which a text may be in, if there are several."""
        languages = self._setting.languages
        return languages if self._has_words and len(languages) > 1 else ()

    def doubts_in(self, one: OwnText) -> list[Span]:
        """What may name somebody in a text of a file, in NFC."""
        text, known = nfc(one.text), self._known.get(one.file, _NOTHING)
        doubts = self.doubts(text, one.reading)
        return [
            span
            for span in doubts
            if not known or not known.issuperset(word.shape for word in words_of(text[span.start : span.end]))
        ]

    def doubts(self, text: str, reading: Reading = Reading.NAME) -> list[Span]:
        """What may name somebody in a text in NFC. Everything waits, also what would be replaced elsewhere."""
        if is_country(text):
            return []
        if reading == Reading.ID:
            return self._listed_in_id(text)
        if reading == Reading.PATTERN:
            text = _VALUE.sub(lambda value: " " * len(value[0]), text)
        text = public_numbers.without(text)
        found = [span for span in self._redactor.find(text, self._without_words) if not span.doubt]
        if reading == Reading.LISTED:
            return self._names_among(found, text)
        if any(_is_plain(text, one) and not self._in(one).doubts(text, reading) for one in self._each_language()):
            return []  # as most texts of most studies: no other language has to be read
        is_prose, listed = reading != Reading.NAME, list(found)
        if is_prose:
            text = self._world.without_citations(text)
            found += (span for span in self._redactor.find(text, self._setting) if self._is_telling(text, span))
        else:
            text = without_numbering(text)
            found += (span for span in self._redactor.find(text, self._setting) if not _is_suspicion(span))
            found += numbers_of_names.find(self._redactor, text, self._setting)
        asked = [span for span in found if not self._says_nothing(text, span)]
        asked = [span for span in asked if span in listed or not self._world.are(text, span)]
        if self._has_words and not is_prose:
            certain = (span for span in found if not span.doubt and (span in asked or span.kind in _THINGS))
            taken = [(span.start, span.end) for span in certain]
            in_doubt = words_in_names.find(text, self._setting, taken, self._words.say_nothing(text))
            asked += (span for span in in_doubt if not self._world.are(text, span))
            asked += names_in_labels.find(text, self._setting)
        return without_overlap(text, [span._replace(doubt=span.doubt or LISTED) for span in asked])

    def _listed_in_id(self, text: str) -> list[Span]:
        """The listed names in an id, whose words are parted as in a label."""
        read = Normalised(text, text).changed(_HUMP, lambda letter: f"{letter} ").changed(_NO_LETTER, lambda _: " ")
        settings = (self._without_words, self._setting)
        found = [span for setting in settings for span in self._redactor.find(read.text, setting) if not span.doubt]
        names = self._names_among(found, read.text)
        places = [read.in_original(span.start, span.end) for span in names]
        return [span._replace(start=start, end=end) for span, (start, end) in zip(names, places, strict=True)]

    def _names_among(self, found: Iterable[Span], text: str) -> list[Span]:
        names = (span for span in found if span.kind in _NAMES and not self._says_nothing(text, span))
        return without_overlap(text, [span._replace(doubt=LISTED) for span in names])

    def _is_telling(self, text: str, span: Span) -> bool:
        """Whether a span of prose is more than ordinary words of which the capitals alone say something."""
        if not _is_suspicion(span):
            return True
        words = [word.shape for word in words_of(text[span.start : span.end])]
        is_name = Vocabulary.of(self._setting.languages).is_first_name
        return self._has_words and any(is_name(word) or not self._words.is_ordinary(word) for word in words)

    def _says_nothing(self, text: str, span: Span) -> bool:
        """Whether a listed name is an ordinary word, a group's name, or a surname that a university has, too."""
        words = words_of(text[span.start : span.end])
        if span.kind in _THINGS and all(word.shape in self._of_groups for word in words):
            return True
        if len(words) != 1:
            return False
        is_place = span.kind == "PERSON" and self._world.name_university(text, span)
        return is_place or self._words.is_ordinary(text[span.start : span.end])


def _words_that_ship(setting: Setting) -> frozenset[str]:
    """The words of the labels that the pipeline itself has, in the languages of a study."""
    shipped = (labels.shipped(one.code) for one in setting.languages if one.code in labels.languages())
    texts = (form for texts in shipped for text in texts.values() for form in own_labels.forms_of(text))
    return frozenset(word.shape for text in texts for word in words_of(nfc(text)))


def _is_plain(text: str, language: Language) -> bool:
    """Whether a text has no figures, and ordinary words and abbreviations (NGOs) of one language alone."""
    is_ordinary = Vocabulary.of((language,)).is_ordinary_in_small_letters
    words = [text[word.start : word.end] for word in words_of(text)]
    return not any(map(str.isdecimal, text)) and all(
        word.isalpha() and (is_ordinary(word.lower()) or (len(word) <= _ABBREVIATION and word[:2].isupper()))
        for word in words
    )


def _is_suspicion(span: Span) -> bool:
    """Whether a capital letter alone makes a span doubtful."""
    return bool(span.doubt) and all(why in _BY_CAPITALS for why in span.doubt.split("; "))


def problems(own: StudyTexts, reviews: Reviews, texts: Iterable[OwnText]) -> Iterator[Problem]:
    """A problem for each file with words that nobody has decided to keep. It does not have the words."""
    by_file: dict[str, list[str]] = {}
    for one in waiting(own, reviews, texts):
        by_file.setdefault(one.file, []).append(one.text)
    for file, found in by_file.items():
        what = f"{file}: {counted(len(found), 'text')} that results show may name somebody"
        yield Problem(file, "", what, _REMEDY)


def waiting(own: StudyTexts, reviews: Reviews, texts: Iterable[OwnText]) -> Sequence[OwnText]:
    """The texts with words that nobody has decided to keep. Those without a decision wait in the queue."""
    return [one for one in dict.fromkeys(texts) if _waits(own, reviews, one)]


def _waits(own: StudyTexts, reviews: Reviews, one: OwnText) -> bool:
    text, is_open = nfc(one.text), False
    for span in own.doubts_in(one):
        decision = reviews.judged(one.file, text, span)
        if decision is None:
            if not reviews.names_withdrawn(text[span.start : span.end]):  # a withdrawal tells where it is stated
                reviews.wait(one.file, text, span)
        elif decision.choice == Choice.KEEP:
            reviews.kept.add(text[span.start : span.end])
            continue
        is_open = True
    return is_open or reviews.replaces_in(one.file, text)


def hidden(own: StudyTexts, reviews: Reviews, others: Iterable[str]) -> Iterator[str]:
    """What exports call groups and domains besides, as far as its words are in doubt: results need none of it."""
    for name in others:
        text = nfc(name)
        decisions = (reviews.judged(CONFIG, text, span) for span in own.doubts(text))
        if any(decision is None or decision.choice != Choice.KEEP for decision in decisions):
            yield name
