"""Listed names: participants and interviewers with their nicknames, employers and towns, and the team's gazetteer.

1. A name with its capital letters is replaced. ASSUME: the name of a place may also be an ordinary word (Most, Essen,
   Reading). It goes to review where its capital letter proves nothing: at the beginning of a sentence, and in German
   without a preposition or a postcode before it. A person's name is replaced: losing a word of a text costs less than
   publishing a name. Where a sentence begins some of its forms are other words: "This" of Thi (`sentence_beginnings`).
2. A name in small letters is replaced if one of its words is no ordinary word, or after a title. Ordinary words go to
   review; in a cased text one alone only if no determiner stands before it, that of a place or an organisation only
   behind a preposition (at the shelter) or beside a word such as "said", and a word of an organisation's longer name
   (the Lantern) only behind a preposition, unless it says what kind of thing it is.
   In a document with no usable capital letters ordinary words are replaced if there are several, and one alone if it
   is not frequent in the language; of a person's name the words around it decide first (`ordinary_use`).
3. So is a name that the edge of the text has cut (`cut_names`).
4. A participant's id is replaced like the participant's name, in any spelling (`participant_ids`). So are initials
   that mark who speaks (`listed_initials`).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from string import digits

from crosscase.detectors import listed_initials, participant_ids, postcodes, sentence_beginnings
from crosscase.detectors.cut_names import CutNames
from crosscase.detectors.listed_parts import LISTED, doubt_of_part, is_distinct, is_one_with_particles, may_stand_alone
from crosscase.detectors.misread_names import MisreadNames
from crosscase.detectors.name_forms import forms, forms_of_men, is_particle
from crosscase.detectors.name_search import Found, Identifier, NameSearch
from crosscase.detectors.ordinary_use import (
    USED_AS_WORD,
    ListedPeople,
    introduces,
    is_behind_indefinite,
    is_behind_title,
    is_beside_speech,
    is_frequent,
    is_of_grammar,
    is_rather_ordinary,
    is_used_as_name,
    words_before,
)
from crosscase.detectors.participant_ids import ParticipantIds
from crosscase.detectors.spans import Setting, Span
from crosscase.detectors.words import WORD, begins_sentence, words_of
from crosscase.languages.ordinary_words import Vocabulary
from crosscase.languages.vocabulary import Language, load, plain

NO_IDS: Mapping[str, str] = {}
_PERSON, _ORGANISATION, _PLACE = "PERSON", "ORGANISATION", "PLACE"


class ListedNames:
    """Finds listed names, and ids of participants.

    `generalised` gives, by owner, the words to use instead of a placeholder; `ids` gives the participant of each id.
    """

    def __init__(
        self, identifiers: Iterable[Identifier], generalised: Mapping[str, str], ids: Mapping[str, str] = NO_IDS
    ) -> None:
        self.identifiers = list(dict.fromkeys(identifiers))
        self.search = NameSearch([name for name in self.identifiers if not name.mark])
        languages = {code for name in self.identifiers for code in name.languages}
        self.misread = MisreadNames(self.search.shapes, languages | {"en"})  # ASSUME: as in `_spoken`
        self._generalised = generalised
        self.cut = CutNames(self.identifiers)
        # Of each id by its parts: DE-11 and DE-1-1 have the same letters and digits.
        self._participants: dict[str, dict[tuple[str, ...], str]] = {}
        for words, participant in ids.items():
            parts = self._participants.setdefault(participant_ids.compact(words), {})
            parts[participant_ids.parts(words)] = participant
        self._ids = ParticipantIds(ids)
        self.initials = listed_initials.ListedInitials(self.identifiers)

    def find_ids(self, text: str, setting: Setting) -> Iterator[Span]:
        """The ids of participants in a text; one that may be a frequent word and a number, such as "me 10", waits."""
        for found in self._ids.find(text) if self._participants else ():
            if found.is_meant(setting.grammar):
                called = self._participants[found.compact]
                owner = called.get(participant_ids.parts(text[found.start : found.end]), min(called.values()))
                is_frequent_word = found.words and all(is_frequent(word, setting) for word in found.words)
                yield Span(found.start, found.end, _PERSON, owner, LISTED if is_frequent_word else "")

    def find(self, text: str, setting: Setting) -> Iterator[Span]:
        """The names in a text. A word that is in no vocabulary may be derived from a name: Ortensina."""
        yield from self.find_whole(text, setting)
        for word in words_of(text):
            if not self.search.may_be_derived(word[0]):
                continue
            if made_of := self._derived_from(text[word.start : word.end], setting):
                yield Span(word.start, word.end, made_of.kind, made_of.owner)
        yield from self.cut.find(text, setting)
        yield from self.initials.find(text, setting)

    def find_whole(self, text: str, setting: Setting) -> Iterator[Span]:
        """The names in a text of which every word is a listed one."""
        every = list(self.search.find(text))
        wait = [] if setting.cased else [one for one in every if self._waits_behind_indefinite(text, one, setting)]
        for found in every:
            name = found.name
            spoken = setting.languages if found.as_listed else _spoken(name, setting)
            is_ordinary_part = name.part and not is_distinct(name, Vocabulary.of(spoken))
            doubt = (doubt_of_part if is_ordinary_part else self._doubt)(text, found, setting)
            if doubt is None:
                continue
            if not doubt and any(one.start <= found.start and found.end <= one.end for one in wait):
                doubt = LISTED
            instead, unless_kept = self._generalised.get(name.owner, ""), listed_initials.DOUBT * name.initials
            start = _behind_figures(text, found) if doubt else found.start  # an ordinary word behind a number: 2young
            yield Span(start, found.end, name.kind, name.owner, doubt, instead, unless_kept=unless_kept)
            if name.kind == "PLACE":
                yield from postcodes.beside_place(text, found.start, found.end, setting)

    def is_listed(self, word: str, setting: Setting) -> bool:
        """Whether a word may be found wherever it stands."""
        shape = plain(word)
        if shape in self._things and not is_of_grammar(word, setting) and not self.may_be_thing(word, setting):
            return True
        is_alone, parts = self.search.is_name_alone(shape), self.search.parts_of(shape)
        if (is_alone or parts) and not self._is_ordinary_here(word, setting):
            if is_alone:
                spoken = tuple(language.code for language in setting.languages)
                return word[0].isupper() or not setting.cased or not is_particle(word, spoken)
            vocabulary = Vocabulary.of(setting.languages)
            if any(is_distinct(part, vocabulary) or may_stand_alone(part, setting) for part in parts):
                return True
        return self._derived_from(word, setting) is not None

    def may_be_thing(self, word: str, setting: Setting) -> bool:
        """Whether an ordinary word in small letters may be a place or an organisation: the words beside it decide."""
        is_capital = self._things.get(plain(word), False)
        return is_capital and self._is_ordinary_here(word, setting) and not is_of_grammar(word, setting)

    def neighbours(self, word: str, setting: Setting) -> tuple[bool, bool]:
        """Whether an ordinary word in small letters may be a person's name, or a part of an organisation's.

        The word before it decides: a person's name has no determiner before it, and an organisation's a preposition.
        """
        shape = plain(word)
        is_person = any(not is_particle(word, languages) for languages in self._people.get(shape, ()))
        parts = self.search.parts_of(shape)
        if not (is_person or parts) or not self._is_ordinary_here(word, setting) or is_of_grammar(word, setting):
            return False, False
        return is_person, any(part.kind == _ORGANISATION and may_stand_alone(part, setting) for part in parts)

    def _doubt(self, text: str, found: Found, setting: Setting) -> str | None:
        """Why a name goes to review: nothing if it is replaced, None if it is none."""
        is_person = found.name.kind == _PERSON
        if is_person and (found.as_listed or not setting.cased):
            doubt = sentence_beginnings.doubt(text, found, setting, self._listed_people)
            if found.as_listed or doubt is None:
                return doubt
        elif found.as_listed:
            return LISTED if _ambiguous(text, found, setting) else ""
        if found.name.initials:
            return None if setting.cased else ""
        languages = _spoken(found.name, setting)
        words = [word.lstrip(digits) or word for word in WORD.findall(text[found.start : found.end])]
        if len(words) == 1 and is_particle(words[0], found.name.languages):
            return None
        if languages and not all(Vocabulary.of(languages).is_ordinary_in_small_letters(word) for word in words):
            return ""
        if len(words) > 1 and (setting.cased or not is_one_with_particles(words, found.name)):
            return LISTED if setting.cased else ""
        before = words_before(text, found.start)
        if is_behind_title(words[-1], before, setting):
            return ""
        if plain(words[0]) in forms_of_men(found.name.form, found.name.languages):
            return None  # a woman called Králová, and a král, a king
        place = (text, found.start, found.end, setting, self._listed_people)
        if setting.cased and languages:
            is_noun = not (setting.determiners.isdisjoint(before[-1:]) or introduces(text, found.start, setting))
            is_thing = _is_there(before, setting) or (not is_noun and _tells(text, found, setting))
            is_one = not is_noun if is_person else is_thing
            if is_of_grammar(words[0], setting) or not is_one:
                return None
            return LISTED if is_person and is_used_as_name(*place) else USED_AS_WORD
        if not is_person:
            is_elsewhere = found.name.kind == _PLACE and setting.prepositions.isdisjoint(before[-1:])
            return LISTED if is_elsewhere or is_frequent(words[-1], setting) else ""
        return LISTED if is_rather_ordinary(*place) else ""

    def _waits_behind_indefinite(self, text: str, found: Found, setting: Setting) -> bool:
        """Whether a word such as "a" stands before one word, or before ordinary ones of a thing: we had a new start."""
        if not is_behind_indefinite(text, found.start, found.end, setting):
            return False
        if " " not in text[found.start : found.end]:
            return True
        vocabulary = Vocabulary.of(_spoken(found.name, setting))
        words = WORD.findall(text[found.start : found.end])
        return found.name.kind != _PERSON and all(map(vocabulary.is_ordinary_in_small_letters, words))

    def _is_name_only(self, shape: str, setting: Setting) -> bool:
        """Whether a plain word is a person's name, listed or common, and no frequent word."""
        is_name = shape in self._people or Vocabulary.of(setting.languages).is_first_name(shape)
        return is_name and not is_frequent(shape, setting) and not is_of_grammar(shape, setting)

    def _is_ordinary_here(self, word: str, setting: Setting) -> bool:
        """Whether a word is an ordinary one, in small letters in a cased text."""
        return (
            setting.cased and word[0].islower() and Vocabulary.of(setting.languages).is_ordinary_in_small_letters(word)
        )

    def may_be_listed(self, shape: str, setting: Setting) -> bool:
        """Whether a plain word in small letters may be found anywhere, or beside another one: quick, and too often."""
        if self.search.may_be_in_name(shape):
            return True
        return self.search.may_be_derived(shape) and (not setting.cased or shape.endswith(setting.adjectives))

    def words_beside(self, shape: str, setting: Setting, is_before: bool) -> tuple[frozenset[str], frozenset[str]]:
        """The words before or behind which a plain word is a listed name.

        All their forms, and listed words with any ending. `is_before`: they stand before it.
        """
        vocabulary = Vocabulary.of(setting.languages)
        names = [
            (other.forms, other.listed)
            for name, other in self.search.longer_names(shape)
            if other.is_before == is_before
            and (not name.part or is_distinct(name, vocabulary) or may_stand_alone(name, setting))
        ]
        return frozenset().union(*(forms for forms, _ in names)), frozenset(beside for _, beside in names if beside)

    def _derived_from(self, word: str, setting: Setting) -> Identifier | None:
        """The name from which a word is derived that is in no vocabulary; in small letters it is an adjective."""
        shape = plain(word)
        if setting.cased and not (word[0].isupper() or shape.endswith(setting.adjectives)):
            return None
        name = self.search.derived_from(shape)
        vocabulary = Vocabulary.of(setting.languages)
        is_ordinary = vocabulary.is_ordinary if setting.cased else vocabulary.is_ordinary_in_small_letters
        return None if name is None or is_ordinary(word) else name

    @cached_property
    def _people(self) -> Mapping[str, set[tuple[str, ...]]]:
        """The forms of all words that are a person's name, each with the languages of these names."""
        found: dict[str, set[tuple[str, ...]]] = {}
        for form, name in chain(*self.cut.forms_of_people[0].values()):
            found.setdefault(form, set()).add(name.languages)
        return found

    @cached_property
    def _things(self) -> Mapping[str, bool]:
        """The forms of all words that are the whole name of a place or an organisation; whether with a capital."""
        are_capital: dict[str, bool] = {}
        for name in self.identifiers:
            words = WORD.findall(name.form)
            if name.kind != _PERSON and not name.part and len(words) == 1:
                for form in forms(words[0], name.languages):
                    are_capital[form] = are_capital.get(form, True) and words[0][0].isupper()
        return are_capital

    @cached_property
    def _listed_people(self) -> ListedPeople:
        """What the list says of the words beside a name."""
        given: set[str] = set()
        for name in self.identifiers:
            words = WORD.findall(name.form)
            if name.kind == _PERSON and len(words) > 1 and not (name.reversed or name.initials):
                given |= forms(words[0], name.languages)
        return ListedPeople(frozenset(given), self._is_name_only)


def _is_there(before: Sequence[str], setting: Setting) -> bool:
    """Whether a preposition stands before a place, perhaps with a small word between them: at the shelter."""
    small = setting.determiners | setting.articles | setting.particles
    return not setting.prepositions.isdisjoint(before[-1:] if small.isdisjoint(before[-1:]) else before[-2:])


def _tells(text: str, found: Found, setting: Setting) -> bool:
    """Whether an organisation stands beside a verb such as "said"."""
    return found.name.kind == _ORGANISATION and is_beside_speech(text, found.start, found.end, setting)


def _spoken(name: Identifier, setting: Setting) -> tuple[Language, ...]:
    """The languages of a text and of a name: a word in small letters may be an ordinary one of either.

    ASSUME: an interview in another language may hold English words, since teams code translations and quote
    programmes. So English counts, too: "family" is no name there, though a Family Hub is listed.
    """
    codes = (*(language.code for language in setting.languages), *name.languages)
    return tuple(map(load, dict.fromkeys((*codes, "en")))) if codes else ()


def _behind_figures(text: str, found: Found) -> int:
    """Where a name begins behind figures that stand in one word with it."""
    return found.end - len(text[found.start : found.end].lstrip(digits))


def _ambiguous(text: str, found: Found, setting: Setting) -> bool:
    words = text[found.start : found.end]
    if " " in words or not Vocabulary.of(setting.languages).is_ordinary(words):
        return False
    if begins_sentence(text, found.start):
        return True
    if not setting.articles:
        return False  # nouns have no capital letter, so this is a name: do Hranic
    before = "".join(words_before(text, found.start)[-1:])
    return not (before.isdecimal() or before in setting.prepositions)
