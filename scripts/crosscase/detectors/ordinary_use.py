"""Whether a listed name that is also an ordinary word is rather that word, where capital letters say nothing.

ASSUME: of a person's name the words around it decide, the first of these that says something.

1. It is a name beside a verb such as "said", also with a word such as "to" between them, behind a greeting or "my name
   is", and beside "and" and another name or the speaker (me and Frank, o Pedro e a Luz); before "had" if no other
   word than one of the grammar precedes it, or behind "and".
2. It is an ordinary word behind a word such as "a" or "my"; behind "a" a person decides about any listed name.
3. It is a name before "'s", behind a role without "the", and before "he" or "she" if it begins a sentence or is its
   second word. A given name also is one behind "the son of", "according to" in one word, or the auxiliary that begins a
   question, or where it begins a sentence, unless a word of the grammar follows.
4. It is an ordinary word behind a word such as "has", "is" or "very"; otherwise if it is frequent in the language
   (`frequent_words`) or one of its grammar.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from crosscase.detectors.spans import Setting
from crosscase.detectors.spoken_numbers import is_hesitation
from crosscase.detectors.words import WORD
from crosscase.languages.frequent_words import frequent_words
from crosscase.languages.vocabulary import is_role, plain, shape

USED_AS_WORD = "a listed name or an ordinary word, in small letters"  # why a word is doubtful: no name around it
_NEAR = 40  # characters before and behind a word that are searched for words
_LONGEST_SHORT = 4  # letters of a frequent word that is mostly one of the grammar: will, may
_GENITIVE = re.compile(r"['’][sS](?!\w)")


class ListedPeople(NamedTuple):
    """What the list of names says of other words, which are in plain shape."""

    given: frozenset[str]  # names before other ones
    is_name: Callable[[str, Setting], bool]  # of a person, and no frequent word


class _Place(NamedTuple):
    """A word and the plain words beside it: up to three before it and three behind it."""

    word: str
    before: list[str]
    behind: list[str]
    setting: Setting

    @property
    def last(self) -> str:
        return self.before[-1] if self.before else ""

    @property
    def next(self) -> str:
        return self.behind[0] if self.behind else ""


def words_before(text: str, start: int) -> list[str]:
    """The three plain words before a place; fewer at the beginning of a text."""
    return list(map(plain, WORD.findall(text[max(0, start - _NEAR) : start])[-3:]))


def is_of_grammar(word: str, setting: Setting) -> bool:
    """Whether a word is one of the grammar, or a title, a month or a similar word."""
    listed = plain(word)
    return any(listed in words for words in (setting.function_words, setting.verbs, setting.titles, setting.excepted))


def is_frequent(word: str, setting: Setting) -> bool:
    """Whether a word is frequent in one of the languages."""
    return any(plain(word) in frequent_words(language.code) for language in setting.languages)


def is_behind_title(word: str, before: Sequence[str], setting: Setting) -> bool:
    """Whether a title precedes a word: Mrs Price, but not "my aunt will"."""
    if setting.titles.isdisjoint(before[-1:]):
        return False
    is_noun = not setting.determiners.isdisjoint(before[-2:-1])
    return not (is_noun and len(word) <= _LONGEST_SHORT and is_frequent(word, setting))


def is_rather_ordinary(text: str, start: int, end: int, setting: Setting, people: ListedPeople) -> bool:
    """Whether a person's name of one word, perhaps with a particle, is rather an ordinary word."""
    word = _longest_word(text, start, end)
    shows_name = is_used_as_name(text, start, end, setting, people)
    return is_frequent(word, setting) or is_of_grammar(word, setting) if shows_name is None else not shows_name


def is_used_as_name(text: str, start: int, end: int, setting: Setting, people: ListedPeople) -> bool | None:
    """Whether the words around a person's name of one word show a name, or an ordinary word; None if neither."""
    place = _place(text, start, end, setting)
    if _is_beside_speech(place):
        return place.last not in setting.determiners
    if place.last in setting.greetings or introduces(text, start, setting) or _is_beside_and(place, people):
        return True
    if place.next in setting.verbs and (not place.last or place.last in setting.function_words):
        return True
    if (
        place.next in setting.auxiliaries
        and place.last in setting.conjunctions
        and not is_of_grammar(place.word, setting)
    ):
        return True
    if _is_behind_possessive(place):
        return True
    if place.last in setting.determiners:
        return False
    if _is_taken_up(place) or _is_according(place, people) or _is_asked_about(place, people):
        return True
    if _GENITIVE.match(text, end) or _is_behind_role(place) or _is_of_role(place, people) or _begins(place, people):
        return True
    return False if place.last in setting.verbs | setting.predicates else None


def is_behind_indefinite(text: str, start: int, end: int, setting: Setting) -> bool:
    """Whether an indefinite article precedes a word, which no verb such as "said" shows to be a name: a pike."""
    place = _place(text, start, end, setting)
    return place.last in setting.indefinites and not _is_beside_speech(place)


def is_beside_speech(text: str, start: int, end: int, setting: Setting) -> bool:
    """Whether a verb such as "said" stands beside a word."""
    return _is_beside_speech(_place(text, start, end, setting))


def _place(text: str, start: int, end: int, setting: Setting) -> _Place:
    behind = list(map(plain, WORD.findall(text[end : end + _NEAR])[:3]))
    return _Place(_longest_word(text, start, end), words_before(text, start), behind, setting)


def _is_beside_speech(place: _Place) -> bool:
    return place.next in place.setting.speaking or _is_behind_speech(place)


def _longest_word(text: str, start: int, end: int) -> str:
    words: list[str] = WORD.findall(text[start:end])
    return max(words, key=len)


def _is_behind_speech(place: _Place) -> bool:
    """Whether a verb such as "told" precedes, perhaps with a word such as "to" between them."""
    between = place.last in place.setting.prepositions | place.setting.particles
    return not place.setting.speaking.isdisjoint(place.before[-2:-1] if between else place.before[-1:])


def introduces(text: str, start: int, setting: Setting) -> bool:
    """Whether a phrase such as "my name is" precedes, but not "this is"."""
    before = shape(text[max(0, start - _NEAR) : start])
    phrases = (language.phrases.search(before) for language in setting.languages)
    return any(phrase and setting.determiners.isdisjoint(phrase[0].split()[:1]) for phrase in phrases)


def _is_beside_and(place: _Place, people: ListedPeople) -> bool:
    """Whether "and" joins the word to another name, before it or behind it."""
    setting = place.setting
    if _is_beside_self(place):
        return True
    before = _without_article(place.before, setting)
    if before and before[-1] in setting.conjunctions and len(before) > 1:
        return people.is_name(before[-2], setting)
    if place.last in setting.determiners or place.next not in setting.conjunctions:
        return False
    other = [word for word in place.behind[1:] if word not in setting.name_articles]
    return bool(other) and people.is_name(other[0], setting)


def _without_article(words: Sequence[str], setting: Setting) -> Sequence[str]:
    """Words without a last one that also stands before people's names: (Stergios and) the (Joy)."""
    return words[:-1] if words and words[-1] in setting.name_articles else words


def _is_beside_self(place: _Place) -> bool:
    """Whether "and" joins the word to the speaker where a sentence begins, or behind a preposition: me and Frank."""
    setting = place.setting
    behind, before = place.behind[:2], _without_article(place.before, setting)[-2:]
    if len(behind) == 2 and behind[0] in setting.conjunctions and behind[1] in setting.selves:
        return not place.last or place.last in setting.conjunctions | setting.prepositions
    is_joined = len(before) == 2 and before[1] in setting.conjunctions and before[0] in setting.selves
    ahead = "".join(_without_article(place.before, setting)[:-2])
    return is_joined and (not ahead or ahead in setting.function_words)


def _is_behind_role(place: _Place) -> bool:
    """Whether a role precedes, and no word such as "the" before it: my doctor Price, but not "the doctor will"."""
    setting = place.setting
    if not any(is_role(place.last, language) for language in setting.languages):
        return False
    ahead = "".join(place.before[-2:-1])
    if ahead in setting.possessives:
        takes_up = setting.pronouns | setting.determiners | setting.articles
        return not is_of_grammar(place.word, setting) and (place.next in takes_up or not _is_short(place))
    return ahead not in setting.determiners | setting.articles and not _is_short(place)


def _is_behind_possessive(place: _Place) -> bool:
    """Whether a role and a word such as "my" behind it precede: kompisen min Odd."""
    setting, role = place.setting, "".join(place.before[-2:-1])
    is_role_there = place.last in setting.possessives and any(is_role(role, one) for one in setting.languages)
    return is_role_there and not is_of_grammar(place.word, setting)


def _is_taken_up(place: _Place) -> bool:
    """Whether a pronoun takes up a word that begins a sentence or follows a role: and Frank he was there."""
    setting = place.setting
    is_second = len(place.before) == 1 and place.last in setting.function_words - setting.determiners
    begins = not place.last or is_second or place.last in setting.conjunctions or is_hesitation(place.last)
    is_person = begins or any(is_role(place.last, language) for language in setting.languages)
    return is_person and place.next in setting.pronouns and not is_of_grammar(place.word, setting)


def _is_asked_about(place: _Place, people: ListedPeople) -> bool:
    """Whether a given name follows the auxiliary with which a sentence begins: has Frank been there."""
    is_given = plain(place.word) in people.given and not is_of_grammar(place.word, place.setting)
    return is_given and len(place.before) == 1 and place.last in place.setting.auxiliaries


def _is_according(place: _Place, people: ListedPeople) -> bool:
    """Whether a preposition that mostly stands before people precedes a given name: secondo Bruno, hos Endre."""
    is_given = plain(place.word) in people.given and not is_of_grammar(place.word, place.setting)
    return is_given and place.last in place.setting.according


def _is_of_role(place: _Place, people: ListedPeople) -> bool:
    """Whether a role belongs to a given name: the son of Rosa."""
    setting, role = place.setting, "".join(place.before[-2:-1])
    is_given = plain(place.word) in people.given and not is_of_grammar(place.word, setting)
    return is_given and place.last in setting.genitives and any(is_role(role, one) for one in setting.languages)


def _begins(place: _Place, people: ListedPeople) -> bool:
    """Whether a given name begins the sentence, and no word of the grammar follows: Joy runs it, but not "joy of"."""
    setting = place.setting
    begins = not place.last or (len(place.before) == 1 and place.last in setting.conjunctions)
    if not begins or plain(place.word) not in people.given or is_of_grammar(place.word, setting):
        return False
    barred = setting.determiners | setting.prepositions | setting.conjunctions | setting.predicates
    return place.next not in (barred | setting.function_words if _is_short(place) else barred)


def _is_short(place: _Place) -> bool:
    """Whether a word is short and frequent."""
    return len(place.word) <= _LONGEST_SHORT and is_frequent(place.word, place.setting)
