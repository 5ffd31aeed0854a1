"""Whether a text is dull: no detector can find anything in it. Most texts of a corpus are.

A text is cut at its spaces. Each word, with the signs around it, is judged once and remembered, since the words of a
corpus recur. Most words are dull wherever they stand: a word in small letters that no list has, which few look-ups
find out. Of the others some need a search of the text at once:

- a digit, or another sign of an address or a number,
- a word of a listed name, in any case, also in an adjective (garibaldiano) or beside a hyphen (jana-novakova),
- a capitalised word that is not an ordinary one, or is also a common name,
- hidden signs, entities, letters of several scripts and of scripts without capital letters.

Others need it in some places: an ordinary word with a capital letter within a sentence or before a verb such as "said",
a capital letter after a title, a word of a longer name beside another one, a month before a year in words, a number in
words near others, a word for the dot before the end of a domain, the first and last word of a text (which may be cut),
a word before a hyphen that may be broken. Whether the word behind or before such a word fits is remembered, too: mostly
neither does, and nothing else of the text has to be looked at.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from operator import length_hint
from typing import NamedTuple

from crosscase.detectors import births_in_words, cues, other_scripts, spoken_emails, spoken_telephones, suspicion
from crosscase.detectors.listed import ListedNames
from crosscase.detectors.name_forms import alike
from crosscase.detectors.normalisation import is_in_one_script, normalise
from crosscase.detectors.spans import Setting
from crosscase.detectors.words import WORD, begins_sentence, has_signs
from crosscase.languages.vocabulary import is_role, plain

_MOST_KNOWN = 200_000  # remembered words
_MOST_BESIDE = 4096  # beside one word of a longer name
_HYPHENS = ("-", "‐")
_SIGNS_BEHIND = frozenset(",.?!;…")  # of which one changes nothing behind a word in small letters
_SIGNS_BETWEEN = frozenset("-‐‑&+/._'’ʼ")  # that stand between the words of a name, perhaps among spaces
_BESIDE_MONTH = 3  # words before a month that may be its day, and behind it that may begin the year
_MOST_BETWEEN = 4  # particles and roles between a title and a name

_Words = Sequence[str]  # of a text, with the signs around them; the last one is empty


class _Remembered(dict[str, bool]):
    """What holds of words, found out when a word is first met; faster than a cache of calls."""

    def __init__(self, holds: Callable[[str], bool], most: int = _MOST_KNOWN) -> None:
        super().__init__()
        self._holds = holds
        self._most = most

    def __missing__(self, word: str) -> bool:
        holds = self._holds(word)
        if len(self) < self._most:
            self[word] = holds
        return holds


class _Check(NamedTuple):
    """When a word needs a search: if the word behind it fits or the one before, and the words around it do."""

    behind: _Remembered
    before: _Remembered
    holds: Callable[[_Words, int], bool]  # of the words of a text and the index of the word


class Triage:
    """Judges the texts of one setting."""

    def __init__(self, names: ListedNames, setting: Setting) -> None:
        self._names = names
        self._search = names.search
        self._setting = setting
        self._months = frozenset().union(*(language.months for language in setting.languages))
        self._begins_number = _Remembered(self._may_be_number)
        self._telling = frozenset().union(*(spoken_telephones.telling(language) for language in setting.languages))
        self._in_lists = setting.titles.union(self._months, self._telling).union(
            *(language.contact("spoken_dot") for language in setting.languages)
        )
        self._dull = {""}  # words that need no search wherever they stand
        self._checks: dict[str, tuple[_Check, ...]] = {}
        self._shapes = lru_cache(_MOST_KNOWN)(self._look_up_shapes)
        self._behind_title = lru_cache(_MOST_KNOWN)(self._look_up_behind_title)
        self._is_cut_at_start = _Remembered(lambda word: names.is_cut(word, False, setting))
        self._is_cut_at_end = _Remembered(lambda word: names.is_cut(word, True, setting))
        self._never, self._ever = _Remembered(lambda _: False), _Remembered(lambda _: True)
        self._always = _Check(self._ever, self._ever, _always)
        self._goes_on = _Remembered(lambda word: bool(word) and not begins_sentence(f"x{word} ", len(word) + 2))
        self._is_verb = _Remembered(lambda word: plain(word) in setting.verbs)
        beside_number = _Remembered(self._may_stand_beside_number)
        self._is_number = _Check(beside_number, beside_number, self._is_among_numbers)
        self._is_title = _Check(_Remembered(lambda word: any(self._behind_title(word))), self._never, self._names_one)
        self._is_month = _Check(_Remembered(self._may_follow_month), self._never, self._has_year)
        self._is_dot = _Check(self._ever, self._never, self._ends_domain)
        self._is_broken = _Check(self._ever, self._never, self._is_listed_in_one)

    def is_dull(self, text: str) -> bool:
        """Whether no detector can find anything in a text."""
        words = text.split()
        words.append("")  # stands behind the last word and before the first one
        rest = iter(words)
        are_dull, checks_of, last = self._dull.issuperset, self._checks.get, len(words) - 1
        while not are_dull(rest):  # a loop in C, which stops behind the next word that may need a search
            number = last - length_hint(rest)
            word = words[number]
            for behind, before, holds in checks_of(word) or self._judged(word):
                if (behind[words[number + 1]] or before[words[number - 1]]) and holds(words, number):
                    return False
        return not (last and (self._is_cut_at_start[words[0]] or self._is_cut_at_end[words[-2]]))

    def _judged(self, word: str) -> tuple[_Check, ...]:
        """The checks of a word, which are remembered."""
        checks = () if self._is_in_no_list(word) else self._checks_of(word)
        if len(self._dull) + len(self._checks) < _MOST_KNOWN:
            if checks:
                self._checks[word] = checks
            else:
                self._dull.add(word)
        return checks

    def _is_in_no_list(self, written: str) -> bool:
        """Whether a word is in small letters and in no list: nearly every new word, found out fast."""
        word = written[:-1] if written[-1] in _SIGNS_BEHIND else written
        if not (word.isalpha() and word.islower() and is_in_one_script(word)):
            return False
        shape = plain(word)
        return shape not in self._in_lists and not self._names.may_be_listed(shape, self._setting)

    def _checks_of(self, written: str) -> tuple[_Check, ...]:
        """What a word requires to check wherever it stands: nothing for most words."""
        read = normalise(written, self._setting.cased).text
        is_foreign = other_scripts.has_letters(read)
        if is_foreign or has_signs(read) or len(read.split()) > 1 or self._is_listed(read):
            return (self._always,)
        return tuple(self._checks_of_words(read, WORD.findall(read)))

    def _is_listed(self, read: str) -> bool:
        """Whether a word of a text is a listed name wherever it stands."""
        return any(self._names.is_listed(word, self._setting) for word in WORD.findall(read))

    def _checks_of_words(self, read: str, words: _Words) -> Iterator[_Check]:
        """The checks of a text's word that consists of these words, none of which is a listed name."""
        shapes = list(map(plain, words))
        capitals = [word for word in words if word[0].isupper()]
        if capitals:
            yield from self._checks_of_capitals(read, capitals)
        yield from self._checks_beside(shapes)
        neighbours = [self._names.neighbours(word, self._setting) for word in words]
        if any(is_person for is_person, _ in neighbours):
            yield _Check(self._ever, self._never, self._has_no_determiner)
        if any(is_part for _, is_part in neighbours):
            yield _Check(self._ever, self._never, self._has_preposition)
        if shapes and shapes[-1] in self._setting.titles:
            yield self._is_title
        if not self._months.isdisjoint(shapes):
            yield self._is_month
        if numbers := [shape for shape in shapes if shape in self._telling]:
            alone = len(numbers) == len(shapes) == 1
            yield self._is_number if alone else _Check(self._ever, self._ever, self._is_among_numbers)
        if any(spoken_emails.is_dot(read, language) for language in self._setting.languages):
            yield self._is_dot
        if read.endswith(_HYPHENS):
            yield self._is_broken

    def _checks_of_capitals(self, read: str, capitals: _Words) -> Iterator[_Check]:
        """The checks of capitalised words."""
        by_place = [word for word in capitals if self._depends_on_place(word)]
        is_initial = any(f"{word}." in read and self._search.is_initial(plain(word)) for word in capitals)
        may_begin = len(capitals) == 1 and begins_sentence(f". {read}", read.index(capitals[0]) + 2)
        if (
            is_initial
            or suspicion.may_be_double(read, self._setting)
            or any(map(self._may_be_name, capitals))
            or (by_place and not may_begin)
        ):
            yield self._always
            return
        speaks = self._setting.verbs and any(suspicion.may_speak(word, self._setting) for word in capitals)
        if by_place or speaks:
            yield _Check(self._is_verb if speaks else self._never, self._goes_on if by_place else self._never, _always)

    def _may_be_name(self, word: str) -> bool:
        """Whether a capitalised word may be a name in no list wherever it stands."""
        return suspicion.may_be_name(word, self._setting) and plain(word) not in self._setting.function_words

    def _depends_on_place(self, word: str) -> bool:
        """Whether a capitalised word may be a name within a sentence."""
        return suspicion.depends_on_place(word, self._setting) or cues.is_unusual(word, self._setting)

    def _look_up_shapes(self, word: str) -> tuple[str, ...]:
        """The plain words of a text's word."""
        return tuple(map(plain, WORD.findall(normalise(word).text)))

    def _checks_beside(self, shapes: _Words) -> Iterator[_Check]:
        """The checks of words of longer names: whether the word of the name that stands beside it is there."""
        sides = []
        for is_before in (False, True):
            found = [self._names.words_beside(shape, self._setting, is_before) for shape in shapes]
            forms = frozenset().union(*(forms for forms, _ in found))
            sides.append((forms, frozenset().union(*(listed for _, listed in found))))
        if not any(forms for forms, _ in sides):
            return
        if any(_belongs(shapes, *side) for side in sides):
            yield self._always
        behind, before = (self._remembered_beside(*side) if side[0] else self._never for side in sides)
        yield _Check(behind, before, _always)

    def _remembered_beside(self, forms: frozenset[str], listed: frozenset[str]) -> _Remembered:
        def belongs(word: str) -> bool:
            shapes = self._shapes(word)
            return _belongs(shapes, forms, listed) if shapes else bool(word) and _SIGNS_BETWEEN.issuperset(word)

        return _Remembered(belongs, _MOST_BESIDE)

    def _has_no_determiner(self, words: _Words, number: int) -> bool:
        """Whether no word such as "a" precedes an ordinary word that is a person's name."""
        return self._setting.determiners.isdisjoint(self._shapes(words[number - 1])[-1:])

    def _has_preposition(self, words: _Words, number: int) -> bool:
        """Whether a preposition precedes an ordinary word that is a part of an organisation's name."""
        return not self._setting.prepositions.isdisjoint(self._shapes(words[number - 1])[-1:])

    def _names_one(self, words: _Words, number: int) -> bool:
        """Whether a name may follow a title, perhaps after particles and roles."""
        for word in words[number + 1 : number + 1 + _MOST_BETWEEN]:
            may_be_name, may_precede_name = self._behind_title(word)
            if may_be_name or not may_precede_name:
                return may_be_name
        return False

    def _look_up_behind_title(self, word: str) -> tuple[bool, bool]:
        """Whether a word behind a title may be a name, and whether it may stand between the two."""
        languages = self._setting.languages
        written = WORD.findall(normalise(word).text)
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

    def _may_follow_month(self, word: str) -> bool:
        """Whether a word may follow a month in a date in words."""
        return any(births_in_words.may_follow_month(word, language) for language in self._setting.languages)

    def _may_be_number(self, word: str) -> bool:
        """Whether a word may be a number in a date in words."""
        parts, languages = map(plain, WORD.findall(word)), self._setting.languages
        return any(births_in_words.begins_number(part, language) for part in parts for language in languages)

    def _has_year(self, words: _Words, number: int) -> bool:
        """Whether a year in words follows a month: a number behind it, and another one on either side."""
        begins_number = self._begins_number.__getitem__
        day = words[max(0, number - _BESIDE_MONTH) : number]
        year = words[number + 1 : number + 1 + _BESIDE_MONTH]
        return any(map(begins_number, year)) and sum(map(begins_number, (*day, *year))) > 1

    def _digits_of(self, word: str) -> int | None:
        """How many digits a word says; 0 if it may stand between numbers, None if it does not."""
        return spoken_telephones.digits_said(self._shapes(word), self._setting) if word else None

    def _may_stand_beside_number(self, word: str) -> bool:
        """Whether a word may stand beside a number in a telephone number."""
        return self._digits_of(word) is not None

    def _is_among_numbers(self, words: _Words, number: int) -> bool:
        """Whether there are as many digits around a number as a telephone number has, and one is found."""
        count = self._digits_of(words[number]) or 0
        for side in (words[:number][::-1], words[number + 1 :]):
            between = 0
            for word in side:
                digits = self._digits_of(word)
                between = 0 if digits else between + len(self._shapes(word))
                if digits is None or between > spoken_telephones.MOST_FILLERS:
                    break
                count += digits
        if count < spoken_telephones.FEWEST_DICTATED:
            return False
        text = normalise(" ".join(words), self._setting.cased).text
        return any(True for _ in spoken_telephones.find(text, self._setting))

    def _ends_domain(self, words: _Words, number: int) -> bool:
        """Whether the end of a domain follows a word for the dot."""
        behind = " ".join(words[number : number + 4])
        return any(spoken_emails.may_be_ending(behind, language) for language in self._setting.languages)

    def _is_listed_in_one(self, words: _Words, number: int) -> bool:
        """Whether a word and the one behind its hyphen are a listed name."""
        return self._is_listed("".join(words[number : number + 2]).replace("-", "").replace("‐", ""))


def _belongs(shapes: _Words, forms: frozenset[str], listed: frozenset[str]) -> bool:
    """Whether a plain word is one of these forms, or like a listed word."""
    return not forms.isdisjoint(shapes) or any(alike(one, other) for one in listed for other in shapes)


def _always(_: _Words, __: int) -> bool:
    return True
