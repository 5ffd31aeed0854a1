"""Whether a text is dull: no detector can find anything in it. Most texts of a corpus are.

A text is cut at its spaces. Each word, with the signs around it, is judged once and remembered, since the words of a
corpus recur. Most words are dull wherever they stand: a word in small letters that no list has, which few look-ups
find out. Of the others some need a search of the text at once:

- a digit, except in most plain numbers (`figure_checks`), or another sign of an address or a number,
- a word of a listed name, in any case, also in an adjective (garibaldiano) or beside a hyphen (jana-novakova),
- a capitalised word that is not an ordinary one, or is also a common name; `noun_checks` knows exceptions,
- hidden signs, entities, letters of several scripts and of scripts without capital letters.

Others need it in some places: an ordinary word with a capital letter within a sentence or before a verb such as "said",
a capital letter after a title, a word of a longer name beside another one, a month before a year in words, a number in
words near others, a word for the dot before the end of a domain, the first and last word of a text (which may be cut),
a word before a hyphen that may be broken, a sound, which is left out. Whether what stands beside such a word fits is
remembered, too: mostly nothing does, and nothing else of the text has to be looked at.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache, partial
from operator import length_hint

from crosscase.anonymisation.date_checks import DateChecks
from crosscase.anonymisation.figure_checks import FigureChecks, is_plain
from crosscase.anonymisation.name_checks import checks_beside
from crosscase.anonymisation.neighbours import Check, Gate, Neighbours, Words, check_others, wherever
from crosscase.anonymisation.noun_checks import NounChecks
from crosscase.anonymisation.number_checks import NumberChecks
from crosscase.anonymisation.place_checks import PlaceChecks
from crosscase.anonymisation.title_checks import TitleChecks
from crosscase.detectors import (
    broken_emails,
    cues,
    first_names,
    numbered_places,
    other_scripts,
    spoken_emails,
    spoken_telephones,
    streets_alone,
    suspicion,
)
from crosscase.detectors.listed import ListedNames
from crosscase.detectors.normalisation import SPELT, is_in_one_script, is_sound, normalised_text, without_pauses
from crosscase.detectors.spans import Setting
from crosscase.detectors.words import WORD, begins_sentence, has_signs
from crosscase.languages.vocabulary import plain

_MOST_KNOWN = 200_000  # remembered words
_HYPHENS = ("-", "‐")
_SIGNS_BEHIND = frozenset(",.?!;…")  # of which one changes nothing behind a word in small letters
_PAUSES = 1 << 60  # beside what words tell of numbers: whether one is perhaps left out
_FEWEST_LETTERS = 4  # of a word that is spelt


class Triage:
    """Judges the texts of one setting."""

    def __init__(self, names: ListedNames, setting: Setting) -> None:
        self._names = names
        self._search = names.search
        self._setting = setting
        self._months = frozenset().union(
            *(language.months.union(language.contact("months_within")) for language in setting.languages)
        )
        self._telling = frozenset().union(*(spoken_telephones.telling(language) for language in setting.languages))
        self._ones = frozenset().union(*map(spoken_telephones.ones, setting.languages))
        self._first_names = first_names.first_names(setting)
        self._ats = broken_emails.long_ats(setting)
        lists = self._months, self._telling, self._ones, self._first_names, self._ats, names.initials.small(setting)
        dots = (language.contact("spoken_dot") for language in setting.languages)
        self._in_lists = setting.titles.union(*lists, *dots)
        self._dull = {""}  # words that need no search wherever they stand
        self._gates: dict[str, Gate] = {}  # of all other words
        self._shapes = lru_cache(_MOST_KNOWN)(lambda word: tuple(map(plain, WORD.findall(normalised_text(word)))))
        titles = self._titles = TitleChecks(self._search, setting, self._shapes, _MOST_KNOWN)
        others = self._neighbours = Neighbours(names, setting)
        self._dates = DateChecks(setting, others, self._read)
        numbers = self._numbers = NumberChecks(setting, others, self._shapes, self._read)
        self._figures = FigureChecks(names, setting, others, numbers, self._read)
        self._is_figure = wherever(self._figures.may_identify)
        self._nouns = NounChecks(setting, others, self._read)
        self._is_noun = wherever(self._nouns.may_be_name)
        self._date = [Check(others.in_dates, place, True, self._dates.has_date) for place in (1, -1)]
        self._birth = Check(others.in_dates, 1, True, self._dates.has_numbers)
        self._birth_in_other_calendar = Check(others.unknown_months, 1, True, self._dates.has_unknown_month)
        self._is_feast = wherever(self._dates.has_feast)
        self._always = wherever(lambda _, __: True)
        self._checks_beside = partial(checks_beside, names, setting, self._shapes, self._always)
        self._is_spelt = Check(others.single, 1, True, self._spells)
        self._goes_on = self._always._replace(others=others.ends, place=-1)
        self._goes_on_as_noun = self._goes_on._replace(holds=self._nouns.may_be_name)
        self._is_before_verb = Check(others.verbs, 1, True, self._always.holds)
        self._is_noun_before_verb = self._is_before_verb._replace(holds=self._nouns.may_be_name)
        self._is_number = [Check(others.beside_numbers, place, True, numbers.are_dictated) for place in (1, -1)]
        is_first = any(language.contact("number_first") for language in setting.languages)
        self._is_house = [
            Check(beside, place, True, numbers.is_in_address)
            for beside, place in ((others.streets, -1), (others.letters, 1))
        ]
        self._is_of_file, self._is_alone_of_file = wherever(numbers.is_of_file), wherever(numbers.is_alone_of_file)
        ones = ((others.number_signs, numbers.is_one_of_address), (others.small_streets, numbers.is_one_of_house))
        self._is_one = [Check(before, -1, True, holds) for before, holds in ones]
        self._is_house_noun = wherever(numbers.is_in_address)
        self._behind_number = others.street_words.behind_names if is_first else frozenset[str]()
        self._before_number = others.street_words.before_names
        self._lives = others.tells_living
        self._begins_address, self._ends_address = map(wherever, (numbers.begins_address, numbers.ends_address))
        places = PlaceChecks(names, setting, others, self._read)
        self._is_thing, self._is_street = wherever(places.is_thing), wherever(places.is_street)
        self._of_streets = places.of_streets
        self._in_lists |= self._behind_number | self._before_number | self._of_streets
        self._has_no_determiner = self._always._replace(others=others.determiners, place=-1)
        self._is_introduced = Check(others.determiners, -1, True, places.is_introduced)
        self._has_preposition = Check(others.prepositions, -1, True, self._always.holds)
        self._is_title = Check(others.behind_titles, 1, True, titles.names_one)

    def is_dull(self, text: str) -> bool:
        """Whether no detector can find anything in a text."""
        words = text.split()
        words.append("")  # stands behind the last word and before the first one
        rest = iter(words)
        are_dull, gate_of, last = self._dull.issuperset, self._gates.get, len(words) - 1
        counted: list[tuple[int, Mapping[str, int]]] = []  # the places of numbers, with what may be found there
        told = 0
        while not are_dull(rest):  # a loop in C, which stops behind the next word that may need a search
            number = last - length_hint(rest)
            gate = gate_of(words[number])
            if gate is None:
                self._judge(words)
                return self.is_dull(text)
            before, is_before_in, behind, is_behind_in, checks, tells, found = gate
            if tells:
                told |= tells
                if found is not None:
                    counted.append((number, found))
            if (words[number - 1] in before) is is_before_in or (words[number + 1] in behind) is is_behind_in:
                for others, place, is_in, holds in checks:
                    if (words[number + place] in others) is is_in and holds(words, number):
                        return False
        if (words[0].islower() or not self._setting.cased) and self._numbers.has_small_address(words):
            return False
        if told & _PAUSES and self._goes_on_without_pauses(words):
            return False
        if counted and self._numbers.has_uncounted(words, text, counted, told):
            return False
        return not (words[0] in self._neighbours.cut_at_start or (last and words[-2] in self._neighbours.cut_at_end))

    def _judge(self, words: Words) -> None:
        """Judge all new words of a text, and remember them; all others are forgotten when there are too many."""
        if len(self._dull) + len(self._gates) > _MOST_KNOWN:
            self._dull.clear()
            self._dull.add("")
            self._gates.clear()
            self._neighbours.clear()
            self._numbers.clear()
        for word in words:
            if word not in self._dull and word not in self._gates:
                checks = () if self._is_in_no_list(word) else self._checks_of(word)
                tells = self._numbers.note(word) | _PAUSES * (word in self._neighbours.pauses)
                if checks or tells:
                    self._gates[word] = self._neighbours.gate(checks, tells, self._numbers.found_beside(word))
                else:
                    self._dull.add(word)

    def _is_in_no_list(self, written: str) -> bool:
        """Whether a word is in small letters and in no list: nearly every new word, found out fast."""
        word = written[:-1] if written[-1] in _SIGNS_BEHIND else written
        if not (len(word) > 1 and word.isalpha() and word.islower() and is_in_one_script(word)):
            return False
        shape = plain(word)
        in_lists = shape in self._in_lists or self._dates.may_begin(shape) or self._dates.is_feast(shape)
        in_lists = in_lists or self._dates.is_thousand(shape) or is_sound(shape)
        if in_lists or self._lives(shape) or self._names.may_be_listed(shape, self._setting):
            return False
        if not word.isascii() and self._names.misread.may_change(word):
            return False
        self._neighbours.add(written, (shape,), False, self._figures.may_tell(shape))
        return True

    def _checks_of(self, written: str) -> tuple[Check, ...]:
        """What a word requires to check wherever it stands: nothing for most words."""
        shapes = self._shapes(written)
        is_about_figures = any(map(self._figures.may_tell, shapes))
        self._neighbours.add(written, shapes, self._titles.behind(written)[0], is_about_figures)
        read = normalised_text(written, self._setting.cased)
        if self._names.misread.may_change(written):
            return (self._always,)
        if is_plain(read) and self._setting.cased and not self._is_listed(read):
            return (self._is_figure, *self._checks_beside(shapes))
        is_foreign = other_scripts.has_letters(read)
        if is_foreign or has_signs(read) or SPELT.search(read) or len(read.split()) > 1 or self._is_listed(read):
            return (self._always,)
        return tuple(self._checks_of_words(read, WORD.findall(read)))

    def _is_listed(self, read: str) -> bool:
        """Whether a word of a text is a listed name wherever it stands, or of one in initials where all are small."""
        words = WORD.findall(read)
        is_initial = not self._setting.cased and self._search.has_initial(read, words)
        is_initial = is_initial or self._names.initials.may_be_in(read, self._setting)
        return is_initial or any(self._names.is_listed(word, self._setting) for word in words)

    def _checks_of_words(self, read: str, words: Words) -> Iterator[Check]:
        """The checks of a text's word that consists of these words, none of which is a listed name."""
        shapes = list(map(plain, words))
        capitals = [word for word in words if word[0].isupper()]
        if capitals:
            yield from self._checks_of_capitals(read, capitals)
        yield from self._checks_beside(shapes)
        if any(self._names.may_be_thing(word, self._setting) for word in words):
            yield self._is_thing if len(words) == 1 else self._always
        for is_person, is_part in (self._names.neighbours(word, self._setting) for word in words):
            if is_person:
                yield from (self._has_no_determiner, self._is_introduced)
            if is_part:
                yield self._has_preposition if len(words) == 1 else self._always
        if not self._first_names.isdisjoint(shapes) and any(first_names.is_first_name(w, self._setting) for w in words):
            yield self._always
        if shapes and shapes[-1] in self._setting.titles:
            yield self._is_title._replace(holds=self._titles.names_behind(read))
        if not self._months.isdisjoint(shapes):
            yield from self._date
        elif any(self._dates.may_begin(shape) for shape in shapes):
            yield from (self._birth, self._birth_in_other_calendar)
        if any(map(self._dates.is_thousand, shapes)):
            yield self._is_of_file
        whole = plain(read[read.index(words[0]) :]) if words else ""  # with a sign within: year's
        if any(map(self._dates.is_feast, (*shapes, whole))):
            yield self._is_feast
        if numbers := [shape for shape in shapes if shape in self._telling]:
            yield from self._is_house
            if any(numbered_places.is_noun(word, self._setting) for word in words):
                yield self._is_house_noun
            yield from self._is_number if len(numbers) == len(shapes) == 1 else [wherever(self._numbers.are_dictated)]
            if any(map(self._numbers.says_file, numbers)):
                yield self._is_alone_of_file
        if any(shape in self._ones for shape in shapes):
            yield from self._is_one
        if not self._behind_number.isdisjoint(shapes):
            yield self._ends_address
        if not self._before_number.isdisjoint(shapes) or any(map(self._lives, shapes)):
            yield self._begins_address
        if not self._of_streets.isdisjoint(shapes):
            yield self._is_street
        if len(shapes) == 1 == len(shapes[0]):
            yield self._is_spelt
        if spoken_emails.is_dot(read, self._setting):
            yield check_others(1, partial(spoken_emails.may_begin_ending, read, self._setting), self._ends_domain)
        if not self._ats.isdisjoint(shapes):
            yield self._always
        if read.endswith(_HYPHENS):
            yield wherever(self._is_listed_in_one)

    def _checks_of_capitals(self, read: str, capitals: Words) -> Iterator[Check]:
        """The checks of capitalised words."""
        on_place = (suspicion.depends_on_place, cues.is_unusual, streets_alone.may_lead)
        by_place = [word for word in capitals if any(depends(word, self._setting) for depends in on_place)]
        may_begin = len(capitals) == 1 and begins_sentence(f". {read}", read.index(capitals[0]) + 2)
        if (
            self._search.has_initial(read, capitals)
            or suspicion.may_be_double(read, self._setting)
            or any(streets_alone.may_be_one(word, self._setting) for word in capitals)
        ):
            yield self._always
            return
        if any(map(self._may_be_name, capitals)) or (by_place and not may_begin):
            yield self._is_noun if self._nouns.depends(read) else self._always
            return
        if by_place:
            yield self._goes_on_as_noun if self._nouns.depends(read) else self._goes_on
        if self._setting.verbs and any(suspicion.may_begin_speaking(word, self._setting) for word in capitals):
            yield self._is_noun_before_verb if self._nouns.depends(read) else self._is_before_verb

    def _may_be_name(self, word: str) -> bool:
        """Whether a capitalised word may be a name in no list wherever it stands."""
        return suspicion.may_be_name(word, self._setting) and plain(word) not in self._setting.function_words

    def _goes_on_without_pauses(self, words: Words) -> bool:
        """Whether a text has something without its sounds, all of which are left out: in the square, hum, twelve."""
        text = " ".join(words)
        return (reading := without_pauses(text)) != text and not self.is_dull(reading)

    def _spells(self, words: Words, number: int) -> bool:
        """Whether four letters in a row may spell a name, or some be initials."""
        beside = words[number : number + _FEWEST_LETTERS]
        is_spelt = self._neighbours.single.issuperset(beside)
        return is_spelt or self._names.initials.may_be_in(" ".join(beside), self._setting)

    def _read(self, words: Words) -> str:
        """The text of these words, as detectors read it."""
        return normalised_text(" ".join(words), self._setting.cased)

    def _ends_domain(self, words: Words, number: int) -> bool:
        """Whether the end of a domain follows a word for the dot."""
        return spoken_emails.may_be_ending(" ".join(words[number : number + 4]), self._setting)

    def _is_listed_in_one(self, words: Words, number: int) -> bool:
        """Whether a word and the one behind its hyphen are a listed name."""
        joined = "".join(words[number : number + 2]).replace("-", "").replace("‐", "")
        parts = WORD.findall(joined)
        return self._is_listed(joined) or any(self._names.may_be_thing(part, self._setting) for part in parts)
