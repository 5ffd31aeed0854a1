"""Whether a text is dull: no detector can find anything in it. Most texts of a corpus are.

A text is cut at its spaces. Each word, with the signs around it, is judged once and remembered, since the words of a
corpus recur. Most words are dull wherever they stand. Of the others some need a search of the text at once:

- a digit, or another sign of an address or a number,
- a word of a listed name, in any case, also in an adjective (garibaldiano) or beside a hyphen (jana-novakova),
- a capitalised word that is not an ordinary one, or is also a common name,
- hidden signs, entities, letters of several scripts and of scripts without capital letters.

Others need it in some places: an ordinary word with a capital letter within a sentence or before a verb such as "said",
a capital letter after a title, a word of a longer name beside another one, a month in a text with a year in words, a
number in words near others, a word for the dot before the end of a domain, the first and last word of a text (which may
be cut), a word before a hyphen that may be broken.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from operator import length_hint

from crosscase.detectors import cues, other_scripts, spoken_emails, spoken_telephones, suspicion
from crosscase.detectors.listed import ListedNames
from crosscase.detectors.name_forms import alike
from crosscase.detectors.normalisation import normalise
from crosscase.detectors.spans import Setting
from crosscase.detectors.words import WORD, begins_sentence, has_signs
from crosscase.languages.vocabulary import is_role, plain

_MOST_KNOWN = 200_000  # remembered words
_MOST_BESIDE = 4096  # beside one word of a longer name
_HYPHENS = ("-", "‐")
_UNTIL_YEAR = 10  # words from a month to the end of its year
_BESIDE_NUMBER, _FEWEST_NUMBERS = 5, 4  # words on each side of a number in words, and numbers among them
_MOST_BETWEEN = 4  # particles and roles between a title and a name

_Words = Sequence[str]  # of a text, with the signs around them
_Check = Callable[[_Words, int], bool]  # whether the word with this index needs a search of its text


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


class Triage:
    """Judges the texts of one setting."""

    def __init__(self, names: ListedNames, setting: Setting) -> None:
        self._names = names
        self._search = names.search
        self._setting = setting
        self._months = frozenset().union(*(language.months for language in setting.languages))
        self._years = [year for language in setting.languages for year in language.years]
        self._dull: set[str] = set()  # words that need no search wherever they stand
        self._checks: dict[str, tuple[_Check, ...]] = {}
        self._ends_sentence = _Remembered(lambda word: begins_sentence(f"x{word} ", len(word) + 2))
        self._shapes = lru_cache(_MOST_KNOWN)(lambda word: tuple(map(plain, WORD.findall(word))))
        self._is_verb = _Remembered(lambda word: plain(word) in setting.verbs)
        self._has_number = _Remembered(lambda word: any(map(self._is_number, self._shapes(word))))
        self._behind_title = lru_cache(_MOST_KNOWN)(self._look_up_behind_title)
        self._is_cut = lru_cache(_MOST_KNOWN)(lambda word, at_end: names.is_cut(word, at_end, setting))

    def is_dull(self, text: str) -> bool:
        """Whether no detector can find anything in a text."""
        words = text.split()
        rest = iter(words)
        are_dull, last = self._dull.issuperset, len(words) - 1
        while not are_dull(rest):  # a loop in C, which stops behind the next word that may need a search
            number = last - length_hint(rest)
            for check in self._checks.get(words[number]) or self._judged(words[number]):
                if check(words, number):
                    return False
        return not words or not (self._is_cut(words[0], False) or self._is_cut(words[-1], True))

    def _judged(self, word: str) -> tuple[_Check, ...]:
        """The checks of a word, which are remembered."""
        checks = self._checks_of(word)
        if len(self._dull) + len(self._checks) < _MOST_KNOWN:
            if checks:
                self._checks[word] = checks
            else:
                self._dull.add(word)
        return checks

    def _checks_of(self, written: str) -> tuple[_Check, ...]:
        """What a word requires to check wherever it stands: nothing for most words."""
        read = normalise(written, self._setting.cased).text
        is_foreign = other_scripts.has_letters(read)
        if is_foreign or has_signs(read) or len(read.split()) > 1 or self._is_listed(read):
            return (_always,)
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
        others = [self._names.words_beside(shape, self._setting) for shape in shapes]
        if forms := frozenset().union(*(forms for forms, _ in others)):
            yield self._check_beside(forms, frozenset().union(*(listed for _, listed in others)))
        if shapes and shapes[-1] in self._setting.titles:
            yield self._is_title
        if not self._months.isdisjoint(shapes):
            yield self._has_year
        if any(
            spoken_telephones.is_telling(shape, language) for shape in shapes for language in self._setting.languages
        ):
            yield self._is_near_numbers
        if any(spoken_emails.is_dot(read, language) for language in self._setting.languages):
            yield self._ends_domain
        if read.endswith(_HYPHENS):
            yield self._is_broken

    def _checks_of_capitals(self, read: str, capitals: _Words) -> Iterator[_Check]:
        """The checks of capitalised words."""
        by_place = [word for word in capitals if self._depends_on_place(word)]
        is_initial = any(f"{word}." in read and self._search.is_initial(plain(word)) for word in capitals)
        if is_initial or suspicion.may_be_double(read, self._setting) or any(map(self._may_be_name, capitals)):
            yield _always
        elif by_place:
            start = read.index(by_place[0])
            may_begin = len(capitals) == 1 and begins_sentence(f". {read}", start + 2)
            yield self._is_within_sentence if may_begin else _always

    def _may_be_name(self, word: str) -> bool:
        """Whether a capitalised word may be a name in no list wherever it stands."""
        return suspicion.may_be_name(word, self._setting) and plain(word) not in self._setting.function_words

    def _depends_on_place(self, word: str) -> bool:
        """Whether a capitalised word may be a name within a sentence, or before a verb of speaking."""
        return suspicion.depends_on_place(word, self._setting) or cues.is_unusual(word, self._setting)

    def _is_within_sentence(self, words: _Words, number: int) -> bool:
        """Whether a capitalised word does not begin a sentence, or a verb such as "said" follows it."""
        if number and not self._ends_sentence[words[number - 1]]:
            return True
        return number + 1 < len(words) and self._is_verb[words[number + 1]]

    def _check_beside(self, forms: frozenset[str], listed: frozenset[str]) -> _Check:
        """Whether a word stands beside another one of its listed name, in one of its forms or like the listed one."""

        def belongs(word: str) -> bool:
            shapes = self._shapes(word)
            return not forms.isdisjoint(shapes) or any(alike(one, other) for one in listed for other in shapes)

        remembered = _Remembered(belongs, _MOST_BESIDE)

        def is_beside(words: _Words, number: int) -> bool:
            behind = number + 1 < len(words) and remembered[words[number + 1]]
            return behind or (number > 0 and remembered[words[number - 1]]) or remembered[words[number]]

        return is_beside

    def _is_title(self, words: _Words, number: int) -> bool:
        """Whether a name may follow a title, perhaps after particles and roles."""
        for word in words[number + 1 : number + 1 + _MOST_BETWEEN]:
            may_be_name, may_precede_name = self._behind_title(word)
            if may_be_name or not may_precede_name:
                return may_be_name
        return False

    def _look_up_behind_title(self, word: str) -> tuple[bool, bool]:
        """Whether a word behind a title may be a name, and whether it may stand between the two."""
        shapes = self._shapes(word)
        languages = self._setting.languages
        may_be_name = word != word.lower() or any(map(self._search.may_be_in_name, shapes))
        return may_be_name, all(
            any(shape in language.particles or is_role(shape, language) for language in languages) for shape in shapes
        )

    def _has_year(self, words: _Words, number: int) -> bool:
        """Whether a year in words follows a month."""
        text = " ".join(words[number : number + _UNTIL_YEAR])
        return any(year in text for year in self._years)

    def _is_number(self, shape: str) -> bool:
        return any(spoken_telephones.is_number(shape, language) for language in self._setting.languages)

    def _is_near_numbers(self, words: _Words, number: int) -> bool:
        """Whether there are other numbers in words around one."""
        has_number = self._has_number
        is_beside = number + 1 < len(words) and has_number[words[number + 1]]
        if not is_beside and not (number and has_number[words[number - 1]]):
            return False  # most numbers stand alone
        around = words[max(0, number - _BESIDE_NUMBER) : number + 1 + _BESIDE_NUMBER]
        return sum(map(has_number.__getitem__, around)) >= _FEWEST_NUMBERS

    def _ends_domain(self, words: _Words, number: int) -> bool:
        """Whether the end of a domain follows a word for the dot."""
        behind = " ".join(words[number : number + 4])
        return any(spoken_emails.may_be_ending(behind, language) for language in self._setting.languages)

    def _is_broken(self, words: _Words, number: int) -> bool:
        """Whether a word and the one behind its hyphen are a listed name."""
        return self._is_listed("".join(words[number : number + 2]).replace("-", "").replace("‐", ""))


def _always(_: _Words, __: int) -> bool:
    return True
